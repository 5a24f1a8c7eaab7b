import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role, and whose. */
export interface OfferData {
  readonly role: bigint;
  readonly person: Address;
}

/** Offer a role to a partner. */
export const offer: ActDefinition<OfferData> = {
  call({ role, person }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "offer",
      args: [role, person],
    });
    return callOf(circles, data);
  },
  sentence({ role, person }, view) {
    const { verb } = VERBS.offer;
    return `I ${verb} ${theRole(view, role)} to ${personName(view, person)}.`;
  },
  fields({ role, person }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Person", value: personInFull(view, person) },
    ];
  },
};
