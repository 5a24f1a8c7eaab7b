import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which objection. */
export interface RequestTestData {
  readonly proposal: bigint;
  readonly objector: Address;
}

/** Ask the facilitator to test an objection. */
export const requestTest: ActDefinition<RequestTestData> = {
  call({ proposal, objector }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "requestTest",
      args: [proposal, objector],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, objector }, view) {
    const { verb } = VERBS.requestTest;
    return `I ${verb} a test of the objection of ${personName(view, objector)} to ${proposalName(view, proposal)}.`;
  },
  fields({ proposal, objector }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Objection of", value: personInFull(view, objector) },
    ];
  },
};
