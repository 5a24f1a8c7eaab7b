import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which objection, and why. */
export interface UpholdObjectionData {
  readonly proposal: bigint;
  readonly objector: Address;
  readonly text: string;
}

/** Find that an objection gives every argument it needs. */
export const upholdObjection: ActDefinition<UpholdObjectionData> = {
  call({ proposal, objector, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "uphold",
      args: [proposal, objector, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, objector }, view) {
    const { verb } = VERBS.upholdObjection;
    return `I ${verb} the objection of ${personName(view, objector)} to ${proposalName(view, proposal)}: it gives every argument it needs.`;
  },
  fields({ proposal, objector, text }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Objection of", value: personInFull(view, objector) },
      { label: "Text", value: text },
    ];
  },
};
