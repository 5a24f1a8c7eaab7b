import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Where, and why. */
export interface OverturnBreakdownData {
  readonly circle: bigint;
  readonly text: string;
}

/** End a breakdown against its restorer, as secretary further out. */
export const overturnBreakdown: ActDefinition<OverturnBreakdownData> = {
  call({ circle, text }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "overturnBreakdown",
      args: [circle, text],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, text }, view) {
    const { verb } = VERBS.overturnBreakdown;
    return `I ${verb} the breakdown of ${roleName(view, circle)}. ${quoted(text)}`;
  },
  fields({ circle, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Text", value: text },
    ];
  },
};
