import { useState } from "react";

import { lineOf } from "#app/chain/isCoded.ts";
import { useStore } from "#app/chain/useStore.ts";
import { goTo, pass } from "#app/lab/time.ts";
import { useSession } from "#app/model/session.ts";
import { useView } from "#app/model/view.ts";
import { announceOutcome } from "#app/sign/Live.tsx";
import { useConnect } from "#app/sign/SignProvider.tsx";
import { DAY, momentText } from "#app/words/time.ts";

const HOUR = 3_600;

/** On a local testnet only: be anybody, move time. */
export function LabStrip({ closesAt }: { readonly closesAt: number | null }) {
  const { client, watch } = useSession();
  const { me, nameOf, now } = useView();
  const connect = useConnect();
  const [moving, setMoving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { problem } = useStore(watch.store);

  const move = (how: () => Promise<void>) => {
    setMoving(true);
    setSaid(null);
    how()
      .then(() => watch.look())
      .then(
        () => announceOutcome("Time has moved on."),
        (error: unknown) => setSaid(lineOf(error)),
      )
      .finally(() => setMoving(false));
  };
  const closed = moving || problem !== null;
  return (
    <section className="labstrip" aria-label="Local testnet">
      <div className="bar">
        <span>
          <b>Local testnet.</b> <span className="only-l">Nothing here is real. </span>
          <span className="num">{said ?? momentText(now)}</span>
        </span>
        <span className="lab">
          <button type="button" disabled={closed} onClick={() => move(() => pass(client, HOUR))}>
            An hour passes
          </button>
          <button type="button" disabled={closed} onClick={() => move(() => pass(client, DAY))}>
            A day passes
          </button>
          {closesAt !== null && closesAt > now ? (
            <button
              type="button"
              disabled={closed}
              onClick={() => move(() => goTo(client, closesAt))}
            >
              Until this window closes
            </button>
          ) : null}
          <button type="button" onClick={connect}>
            {me === null ? "Be somebody" : `Acting as ${nameOf(me)}`}
          </button>
        </span>
      </div>
    </section>
  );
}
