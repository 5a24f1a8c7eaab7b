import { encodeFunctionData } from "viem";

import { officesAbi } from "../abi/offices.ts";
import type { Office } from "../chronicle/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { seatName } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which office. */
export interface ResignOfficeData {
  readonly circle: bigint;
  readonly office: Office;
  /** Which of the representatives; 0 for the others. */
  readonly index: number;
}

/** Resign from an office. */
export const resignOffice: ActDefinition<ResignOfficeData> = {
  call({ circle, office, index }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "resign",
      args: [circle, office, index],
    });
    return callOf(offices, data);
  },
  sentence({ circle, office, index }, view) {
    const { verb } = VERBS.resignOffice;
    return `I ${verb} ${seatName(office, index)} of ${roleName(view, circle)}.`;
  },
  fields({ circle, office, index }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Office", value: seatName(office, index) },
    ];
  },
};
