import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which circle was not restored. */
export interface EscalateBreakdownData {
  readonly circle: bigint;
}

/** Carry a breakdown that lasts to the circle around. */
export const escalateBreakdown: ActDefinition<EscalateBreakdownData> = {
  call({ circle }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "escalateBreakdown",
      args: [circle],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle }, view) {
    const { verb } = VERBS.escalateBreakdown;
    return `I ${verb} the breakdown of ${roleName(view, circle)} to the circle around it, which is in breakdown too.`;
  },
  fields({ circle }, view) {
    return [{ label: "Circle", value: roleName(view, circle) }];
  },
};
