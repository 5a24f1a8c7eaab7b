import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { StrikeReason } from "../chronicle/rulingPhase.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort } from "./describe.ts";
import { nameIn, STRIKE_REASONS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which strike, for what reason. */
export interface StrikeData {
  readonly matter: bigint;
  readonly reason: StrikeReason;
  readonly text: string;
}

/** Strike governance that breaks a rule. */
export const strike: ActDefinition<StrikeData> = {
  call({ matter, reason, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "strike",
      args: [matter, reason, text],
    });
    return callOf(rulings, data);
  },
  sentence({ matter, reason }, view) {
    const { verb } = VERBS.strike;
    return `I ${verb} as asked in ${matterInShort(view, matter)}: ${nameIn(STRIKE_REASONS, reason)}.`;
  },
  fields({ matter, reason, text }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      { label: "Reason", value: nameIn(STRIKE_REASONS, reason) },
      { label: "Which rule it breaks", value: text },
    ];
  },
};
