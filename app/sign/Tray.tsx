import { useEffect } from "react";

import { useStore } from "#app/chain/useStore.ts";
import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Icon } from "#app/components/Icon.tsx";
import { useSession } from "#app/model/session.ts";
import type { Entry } from "#app/sign/pending.ts";

const GLYPHS: { readonly [is in Entry["state"]["is"]]: GlyphName } = {
  asked: "open",
  sent: "open",
  lost: "question",
  done: "enacted",
  refused: "error",
};
const SHOWN_MS = 12_000;

/** What was signed and is on its way, or has just arrived. */
export function Tray() {
  const { pending } = useSession();
  const entries = useStore(pending.entries);
  if (entries.length === 0) return null;
  return (
    <section className="tray" aria-label="What you signed">
      <ul>
        {entries.map((entry) => (
          <Row key={entry.intent} entry={entry} onForget={() => pending.forget(entry.intent)} />
        ))}
      </ul>
    </section>
  );
}

function Row({ entry, onForget }: { readonly entry: Entry; readonly onForget: () => void }) {
  const { state, sentence } = entry;
  const done = state.is === "done" && state.altered === null;
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(onForget, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done, onForget]);
  return (
    <li>
      <Glyph name={state.is === "done" && !done ? "error" : GLYPHS[state.is]} size={18} />
      <p>
        <span className="clamp">{sentence}</span>
        <small>{noteOf(entry)}</small>
      </p>
      {state.is === "asked" || state.is === "sent" ? (
        <span />
      ) : (
        <button type="button" className="x" aria-label="Take off this list" onClick={onForget}>
          <Icon name="close" size={16} />
        </button>
      )}
    </li>
  );
}

function noteOf({ state }: Entry): string {
  switch (state.is) {
    case "asked":
      return "your wallet asks you";
    case "sent":
      return "signed and passed on; waiting for a block";
    case "lost":
      return state.why;
    case "done":
      return state.altered === null
        ? `block ${state.block}; the page is already redrawn`
        : `block ${state.block}; your wallet altered it: ${state.altered}`;
    case "refused":
      return `Refused: ${state.refusal.sentence} ${state.refusal.hint} Nothing moved.`;
  }
}
