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
            <Label long="An hour passes" short="+1 hour" />
          </button>
          <button type="button" disabled={closed} onClick={() => move(() => pass(client, DAY))}>
            <Label long="A day passes" short="+1 day" />
          </button>
          {closesAt !== null && closesAt > now ? (
            <button
              type="button"
              disabled={closed}
              onClick={() => move(() => goTo(client, closesAt))}
            >
              <Label long="Until this window closes" short="Until it closes" />
            </button>
          ) : null}
          {/* On a small screen the mark in the header below says the same, and opens the same. */}
          <button type="button" className={me === null ? undefined : "only-l"} onClick={connect}>
            {me === null ? "Be somebody" : `Acting as ${nameOf(me)}`}
          </button>
        </span>
      </div>
    </section>
  );
}

/** The same in more and in fewer words, by the room there is. */
function Label({ long, short }: { readonly long: string; readonly short: string }) {
  return (
    <>
      <span className="only-l">{long}</span>
      <span className="only-s">{short}</span>
    </>
  );
}
