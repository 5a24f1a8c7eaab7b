import type { Address } from "viem";
import { encodeFunctionData, isAddressEqual, zeroAddress } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom. */
export interface AddLeadData {
  readonly circle: bigint;
  /** The zero address for nobody any more. */
  readonly person: Address;
}

/** Add a lead to a circle in breakdown. */
export const addLead: ActDefinition<AddLeadData> = {
  call({ circle, person }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "addLead",
      args: [circle, person],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, person }, view) {
    const { verb } = VERBS.addLead;
    if (isAddressEqual(person, zeroAddress)) {
      return `I end what the added lead may do in ${roleName(view, circle)}.`;
    }
    return `I ${verb} ${personName(view, person)} to those who lead ${roleName(view, circle)} until due process is restored.`;
  },
  fields({ circle, person }, view) {
    const whom = isAddressEqual(person, zeroAddress) ? "nobody" : personInFull(view, person);
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Added lead", value: whom },
    ];
  },
};
