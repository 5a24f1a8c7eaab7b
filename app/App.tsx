import { useEffect, useState } from "react";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";

import { loadSource } from "#app/chain/source.ts";
import { useStore } from "#app/chain/useStore.ts";
import { openSession, type Session, SessionContext, useSession } from "#app/model/session.ts";
import { ViewProvider } from "#app/model/ViewProvider.tsx";
import { Loading, NoSource } from "#app/shell/Loading.tsx";
import { Shell } from "#app/shell/Shell.tsx";
import { Wrong } from "#app/shell/Wrong.tsx";
import { SignProvider } from "#app/sign/SignProvider.tsx";

/** Finds out where to read, reads it, and shows it. */
export function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    loadSource().then(
      (source) => (here ? setSession(openSession(source)) : undefined),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      here = false;
    };
  }, []);
  useEffect(() => {
    if (session === null) return;
    session.watch.start();
    session.pending.resume();
    return () => session.watch.stop();
  }, [session]);

  if (problem !== null) return <NoSource problem={problem} />;
  if (session === null) return <Loading />;
  return (
    <SessionContext value={session}>
      <Router hook={useHashLocation}>
        <Organisation />
      </Router>
    </SessionContext>
  );
}

function Organisation() {
  const { watch } = useSession();
  const { organisation, problem } = useStore(watch.store);
  if (organisation === null) return problem === null ? <Loading /> : <Wrong problem={problem} />;
  return (
    <ViewProvider organisation={organisation}>
      <SignProvider>
        <Shell />
      </SignProvider>
    </ViewProvider>
  );
}
