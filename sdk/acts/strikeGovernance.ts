import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { StrikeReason } from "../chronicle/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, strikeName } from "./describe.ts";
import { nameIn, STRIKE_REASONS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** What is struck, and why. */
export interface StrikeGovernanceData {
  readonly strike: bigint;
  readonly reason: StrikeReason;
  /** The rule that is broken, in words. */
  readonly rule: string;
  readonly text: string;
}

/** Strike governance that breaks the rules, as secretary. */
export const strikeGovernance: ActDefinition<StrikeGovernanceData> = {
  call({ strike, reason, rule, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "strikeGovernance",
      args: [strike, reason, rule, text],
    });
    return callOf(rulings, data);
  },
  sentence({ strike, reason, rule, text }, view) {
    const { verb } = VERBS.strikeGovernance;
    return `I ${verb} what is asked about in ${strikeName(view, strike)}: ${nameIn(STRIKE_REASONS, reason)} (${quoted(rule)}). ${quoted(text)}`;
  },
  fields({ strike, reason, rule, text }, view) {
    return [
      { label: "Strike", value: strikeName(view, strike) },
      { label: "Reason", value: nameIn(STRIKE_REASONS, reason) },
      { label: "Rule", value: rule },
      { label: "Text", value: text },
    ];
  },
};
