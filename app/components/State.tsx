import type { ReactNode } from "react";

import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";

const WORDS: { readonly [name in GlyphName]: string } = {
  open: "Open",
  objected: "Objected",
  adopted: "Adopted",
  enacted: "Enacted",
  lapsed: "Lapsed",
  withdrawn: "Withdrawn",
  discarded: "Discarded",
  escalated: "Escalated",
  verified: "Verified",
  filled: "Filled",
  unfilled: "Unfilled",
  circle: "Circle",
  linked: "Linked",
  agent: "Agent",
  elected: "Elected",
  termended: "Term ended",
  breakdown: "In breakdown",
  silent: "Silent",
  said: "No objection",
  question: "Question",
  waiting: "Waiting",
  money: "Money",
  error: "Wrong",
};

/** A state: the shape, the word, then the rest. */
export function State({
  kind,
  word = WORDS[kind],
  children,
}: {
  readonly kind: GlyphName;
  readonly word?: string;
  readonly children?: ReactNode;
}) {
  return (
    <span className={`state s-${kind}`}>
      <Glyph name={kind} />
      <b>{word}</b>
      {children === undefined || children === null ? null : (
        <span className="rest">{children}</span>
      )}
    </span>
  );
}
