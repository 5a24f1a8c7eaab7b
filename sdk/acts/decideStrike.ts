import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which strike, and how. */
export interface DecideStrikeData {
  readonly matter: bigint;
  readonly upheld: boolean;
  readonly text: string;
}

/** Decide the appeal of a strike. */
export const decideStrike: ActDefinition<DecideStrikeData> = {
  call({ matter, upheld, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "decideStrike",
      args: [matter, upheld, text],
    });
    return callOf(rulings, data);
  },
  sentence({ matter, upheld, text }, view) {
    const { verb } = VERBS.decideStrike;
    return `I ${verb} that the strike asked for in ${matterInShort(view, matter)} ${upheld ? "stands" : "falls"}: ${quoted(text)}`;
  },
  fields({ matter, upheld, text }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      { label: "Decision", value: upheld ? "it stands" : "it falls" },
      { label: "Why", value: text },
    ];
  },
};
