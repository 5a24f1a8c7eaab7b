import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { officesAbi } from "../abi/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whose, and for which role. */
export interface EndPermissionData {
  readonly role: bigint;
  readonly person: Address;
}

/** End a permission to represent a role. */
export const endPermission: ActDefinition<EndPermissionData> = {
  call({ role, person }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "endPermission",
      args: [role, person],
    });
    return callOf(offices, data);
  },
  sentence({ role, person }, view) {
    const { verb } = VERBS.endPermission;
    return `I ${verb} the permission of ${personName(view, person)} to represent ${theRole(view, role)}.`;
  },
  fields({ role, person }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Person", value: personInFull(view, person) },
    ];
  },
};
