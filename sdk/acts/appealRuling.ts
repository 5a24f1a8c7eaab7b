import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which ruling, and why. */
export interface AppealRulingData {
  readonly matter: bigint;
  readonly text: string;
}

/** Appeal a ruling one circle further out. */
export const appealRuling: ActDefinition<AppealRulingData> = {
  call({ matter, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "appealRuling",
      args: [matter, text],
    });
    return callOf(rulings, data);
  },
  sentence({ matter, text }, view) {
    const { verb } = VERBS.appealRuling;
    return `I ${verb} what was ruled on ${matterInShort(view, matter)}: ${quoted(text)}`;
  },
  fields({ matter, text }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      { label: "Why", value: text },
    ];
  },
};
