import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { officesAbi } from "../abi/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { dateOf, momentOf, personInFull, personName, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and how long. */
export interface PermitData {
  readonly role: bigint;
  readonly person: Address;
  /** When it ends, exclusive, in seconds. */
  readonly until: number;
}

/** Permit a member to represent a role in its circle. */
export const permit: ActDefinition<PermitData> = {
  call({ role, person, until }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "permit",
      args: [role, person, until],
    });
    return callOf(offices, data);
  },
  sentence({ role, person, until }, view) {
    const { verb } = VERBS.permit;
    return `I ${verb} ${personName(view, person)} to represent ${theRole(view, role)} until ${dateOf(until)}: to propose, to object and to escalate for it.`;
  },
  fields({ role, person, until }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Person", value: personInFull(view, person) },
      { label: "Until", value: momentOf(until) },
    ];
  },
};
