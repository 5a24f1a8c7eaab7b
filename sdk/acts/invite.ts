import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, personInFull, personName } from "./describe.ts";

/** Whom to invite. */
export interface InviteData {
  readonly organisation: number;
  readonly person: Address;
}

/** Invite somebody to become a partner. */
export const invite: ActDefinition<InviteData> = {
  call({ organisation, person }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "invite",
      args: [organisation, person],
    });
    return callOf(circles, data);
  },
  sentence({ organisation, person }, view) {
    return `I invite ${personName(view, person)} to become a partner of ${organisationName(view, organisation)}.`;
  },
  fields({ organisation, person }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Person", value: personInFull(view, person) },
    ];
  },
};
