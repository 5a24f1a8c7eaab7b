import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which strike. */
export interface SecondStrikeData {
  readonly matter: bigint;
}

/** Second a strike of the anchor’s secretary. */
export const secondStrike: ActDefinition<SecondStrikeData> = {
  call({ matter }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "secondStrike",
      args: [matter],
    });
    return callOf(rulings, data);
  },
  sentence({ matter }, view) {
    const { verb } = VERBS.secondStrike;
    return `I ${verb} the strike asked for in ${matterInShort(view, matter)}.`;
  },
  fields({ matter }, view) {
    return [{ label: "Matter", value: matterInShort(view, matter) }];
  },
};
