import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role, and whose. */
export interface RevokeData {
  readonly role: bigint;
  readonly person: Address;
}

/** End somebody's assignment. */
export const revoke: ActDefinition<RevokeData> = {
  call({ role, person }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "revoke",
      args: [role, person],
    });
    return callOf(circles, data);
  },
  sentence({ role, person }, view) {
    const { verb } = VERBS.revoke;
    return `I ${verb} the assignment of ${personName(view, person)} to ${theRole(view, role)}.`;
  },
  fields({ role, person }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Person", value: personInFull(view, person) },
    ];
  },
};
