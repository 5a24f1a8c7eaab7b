import type { Address } from "viem";

import { breakdownsAbi } from "../../abi/breakdowns.ts";
import { officesAbi } from "../../abi/offices.ts";
import { replaces } from "../mayAct.ts";
import { Office } from "../offices.ts";
import type { Organisation } from "../organisation.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const NONE = { due: 0, taken: 0, reason: 0, lead: NOBODY };

/** What the views of `Breakdowns` must answer at a time, and `Offices` about them. */
export function expectedOfBreakdowns(state: Organisation, time: number): readonly Expectation[] {
  const { breakdowns, offices } = state.contracts;
  if (breakdowns === null) return [];
  const view = viewsOf("Breakdowns", breakdowns, breakdownsAbi);
  return [...state.breakdowns.values()].flatMap((breakdown) => {
    const { circle, due, taken, reason, lead, ended } = breakdown;
    const stands = ended === null;
    const word = stands ? { due, taken, reason, lead: lead ?? NOBODY } : NONE;
    const process = stands ? breakdowns : NOBODY;
    const members = restorersOf(state, circle);
    return [
      view("breakdownAt", [circle], word),
      ...(offices === null
        ? []
        : [viewsOf("Offices", offices, officesAbi)("breakdownOf", [circle], process)]),
      ...members.flatMap((person) =>
        [Office.Facilitator, Office.Secretary, Office.Rep].map((office) =>
          view("replaces", [circle, office, person], replaces(state, circle, office, person, time)),
        ),
      ),
    ];
  });
}

/** Who might have taken an office over: every member of the circle and of the one around it. */
function restorersOf(state: Organisation, circle: bigint): readonly Address[] {
  const inside = state.roles.get(circle) ?? state.removedRoles.get(circle);
  const around = state.roles.get(inside?.circle ?? circle);
  return [...new Set([...(inside?.members ?? []), ...(around?.members ?? [])])];
}
