import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, strikeName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The finding. */
export interface ClearGovernanceData {
  readonly strike: bigint;
  readonly text: string;
}

/** Find that governance breaks no rule, as secretary. */
export const clearGovernance: ActDefinition<ClearGovernanceData> = {
  call({ strike, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "clearGovernance",
      args: [strike, text],
    });
    return callOf(rulings, data);
  },
  sentence({ strike, text }, view) {
    const { verb } = VERBS.clearGovernance;
    return `I ${verb} that no rule is broken (${strikeName(view, strike)}): ${quoted(text)}`;
  },
  fields({ strike, text }, view) {
    return [
      { label: "Strike", value: strikeName(view, strike) },
      { label: "Text", value: text },
    ];
  },
};
