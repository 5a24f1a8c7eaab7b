import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { Office } from "../chronicle/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { nameIn, OFFICE_NAMES } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which office. */
export interface TakeOverData {
  readonly circle: bigint;
  readonly office: Office;
}

/** Act for an office of a circle in breakdown. */
export const takeOver: ActDefinition<TakeOverData> = {
  call({ circle, office }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "takeOver",
      args: [circle, office],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, office }, view) {
    const { verb } = VERBS.takeOver;
    return `I ${verb} the office of ${nameIn(OFFICE_NAMES, office)} of ${roleName(view, circle)} until due process is restored.`;
  },
  fields({ circle, office }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Office", value: nameIn(OFFICE_NAMES, office) },
    ];
  },
};
