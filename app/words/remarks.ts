import type { ActGlyph } from "#app/words/acts.ts";
import { RemarkKind } from "#sdk/chronicle/judgements.ts";

/** How each kind of remark is shown: what somebody did, and the shape before it. */
export const REMARKS: {
  readonly [kind in RemarkKind]: {
    readonly word: string;
    readonly label: string;
    readonly hint: string;
    readonly glyph: ActGlyph;
  };
} = {
  [RemarkKind.Question]: {
    word: "asks",
    label: "Question",
    hint: "What you need to understand, without saying what you think of it.",
    glyph: "question",
  },
  [RemarkKind.Reply]: {
    word: "replies",
    label: "Reply",
    hint: "An answer to a question or a reaction above.",
    glyph: "said",
  },
  [RemarkKind.Reaction]: {
    word: "reacts",
    label: "Reaction",
    hint: "What you think of it. It counts neither for it nor against it.",
    glyph: "waiting",
  },
  [RemarkKind.Amendment]: {
    word: "offers an amendment",
    label: "Amendment",
    hint: "Other words that would resolve it. The proposer takes them up, or argues in an example why they would fail.",
    glyph: "adopted",
  },
};

/** The kinds, in the order in which they are offered. */
export const REMARK_KINDS = [
  RemarkKind.Question,
  RemarkKind.Reply,
  RemarkKind.Reaction,
  RemarkKind.Amendment,
] as const;
