import type { Hex } from "viem";

import type { Organisation } from "#sdk/chronicle/organisation.ts";
import type { Refusal } from "#sdk/errors/decode.ts";

/** What trying an act on the latest block gave. */
export type Trial =
  | {
      readonly ok: true;
      /** What would be true; null when this RPC cannot show it. */
      readonly after: Organisation | null;
      readonly gas: bigint | null;
      readonly block: bigint;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Where an act's way stands, from reading it to a block that holds it. */
export type Stage =
  | { readonly at: "trying" }
  /** It would be refused: nothing is signed. */
  | { readonly at: "refused"; readonly refusal: Refusal }
  /** It could not be tried. */
  | { readonly at: "untried"; readonly why: string }
  | { readonly at: "ready"; readonly trial: Trial & { ok: true }; readonly note: string | null }
  /** The wallet asks the person. */
  | { readonly at: "asking"; readonly trial: Trial & { ok: true } }
  | { readonly at: "sent"; readonly hash: Hex; readonly trial: Trial & { ok: true } }
  | {
      readonly at: "done";
      readonly hash: Hex;
      readonly block: bigint;
      /** What the wallet sent otherwise than was read, or null. */
      readonly altered: string | null;
      readonly trial: Trial & { ok: true };
    }
  /** In a block, and refused there: nothing moved. */
  | { readonly at: "reverted"; readonly hash: Hex; readonly refusal: Refusal };

export type Happening =
  | { readonly is: "try again" }
  | { readonly is: "tried"; readonly trial: Trial }
  | { readonly is: "not tried"; readonly why: string }
  | { readonly is: "asked" }
  | { readonly is: "declined"; readonly note: string }
  | { readonly is: "sent"; readonly hash: Hex }
  | { readonly is: "mined"; readonly block: bigint; readonly altered: string | null }
  | { readonly is: "reverted"; readonly refusal: Refusal };

export const START: Stage = { at: "trying" };

/** What comes next. What does not fit the stage changes nothing. */
export function next(stage: Stage, happening: Happening): Stage {
  switch (happening.is) {
    case "try again":
      return isOver(stage) ? stage : START;
    case "tried":
      return tried(stage, happening.trial);
    case "not tried":
      return stage.at === "trying" ? { at: "untried", why: happening.why } : stage;
    case "asked":
      return stage.at === "ready" ? { at: "asking", trial: stage.trial } : stage;
    case "declined":
      return stage.at === "asking"
        ? { at: "ready", trial: stage.trial, note: happening.note }
        : stage;
    case "sent":
      return stage.at === "asking"
        ? { at: "sent", hash: happening.hash, trial: stage.trial }
        : stage;
    case "mined": {
      if (stage.at !== "sent") return stage;
      const { block, altered } = happening;
      return { at: "done", hash: stage.hash, trial: stage.trial, block, altered };
    }
    case "reverted":
      return stage.at === "sent"
        ? { at: "reverted", hash: stage.hash, refusal: happening.refusal }
        : stage;
  }
}

function tried(stage: Stage, trial: Trial): Stage {
  // A trial repeated while the sheet is open keeps what it knows about a wallet's answer.
  const note = stage.at === "ready" ? stage.note : null;
  if (stage.at !== "trying" && stage.at !== "ready") return stage;
  return trial.ok ? { at: "ready", trial, note } : { at: "refused", refusal: trial.refusal };
}

/** Whether the wallet has been asked: from then on trying again could send twice. */
function isOver({ at }: Stage): boolean {
  return at === "asking" || at === "sent" || at === "done" || at === "reverted";
}

/** The three steps after reading: signed, passed on, in a block. How many are done. */
export function stepsDone({ at }: Stage): 0 | 1 | 2 | 3 {
  if (at === "sent") return 2;
  if (at === "done" || at === "reverted") return 3;
  return 0;
}
