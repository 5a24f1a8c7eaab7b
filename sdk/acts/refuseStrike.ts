import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which strike, and why not. */
export interface RefuseStrikeData {
  readonly matter: bigint;
  readonly text: string;
}

/** Find that no rule is broken. */
export const refuseStrike: ActDefinition<RefuseStrikeData> = {
  call({ matter, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "refuseStrike",
      args: [matter, text],
    });
    return callOf(rulings, data);
  },
  sentence({ matter, text }, view) {
    const { verb } = VERBS.refuseStrike;
    return `I ${verb} ${matterInShort(view, matter)}: ${quoted(text)}`;
  },
  fields({ matter, text }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      { label: "Why", value: text },
    ];
  },
};
