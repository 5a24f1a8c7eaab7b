import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { officesAbi } from "../abi/offices.ts";
import { Office } from "../chronicle/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { dateOf, momentOf, personInFull, personName, roleName } from "./describe.ts";
import { seatName } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and for what. */
export interface AppointData {
  readonly circle: bigint;
  /** Which of the representatives, from 0. */
  readonly index: number;
  readonly person: Address;
  /** When the term ends, in seconds. */
  readonly until: number;
}

/** Appoint a representative, in the place of whoever represents the circle. */
export const appoint: ActDefinition<AppointData> = {
  call({ circle, index, person, until }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "appoint",
      args: [circle, index, person, until],
    });
    return callOf(offices, data);
  },
  sentence({ circle, index, person, until }, view) {
    const { verb } = VERBS.appoint;
    const what = seatName(Office.Rep, index);
    return `I ${verb} ${personName(view, person)} as ${what} of ${roleName(view, circle)}, until ${dateOf(until)}.`;
  },
  fields({ circle, index, person, until }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Office", value: seatName(Office.Rep, index) },
      { label: "Person", value: personInFull(view, person) },
      { label: "Until", value: momentOf(until) },
    ];
  },
};
