import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { BreakdownReason } from "../chronicle/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName } from "./describe.ts";
import { BREAKDOWN_REASONS, nameIn } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Where, for whose office, and why. */
export interface DeclareBreakdownData {
  readonly circle: bigint;
  /** The circle for whose office one acts: the same, or one around it. */
  readonly by: bigint;
  readonly reason: BreakdownReason;
  readonly text: string;
}

/** Declare that due process has broken down in a circle. */
export const declareBreakdown: ActDefinition<DeclareBreakdownData> = {
  call({ circle, by, reason, text }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "declareBreakdown",
      args: [circle, by, reason, text],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, by, reason, text }, view) {
    const { verb } = VERBS.declareBreakdown;
    return `I ${verb}, for an office of ${roleName(view, by)}, that ${roleName(view, circle)} is in breakdown, because ${nameIn(BREAKDOWN_REASONS, reason)}. ${quoted(text)}`;
  },
  fields({ circle, by, reason, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "For an office of", value: roleName(view, by) },
      { label: "Reason", value: nameIn(BREAKDOWN_REASONS, reason) },
      { label: "Text", value: text },
    ];
  },
};
