import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { DiscardReason } from "../chronicle/judgements.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, proposalName } from "./describe.ts";
import { DISCARD_REASONS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which objection, and why. */
export interface DiscardObjectionData {
  readonly proposal: bigint;
  readonly objector: Address;
  readonly reason: DiscardReason;
  readonly text: string;
}

/** Judge that an objection is to be discarded. */
export const discardObjection: ActDefinition<DiscardObjectionData> = {
  call({ proposal, objector, reason, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "discard",
      args: [proposal, objector, reason, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, objector, reason }, view) {
    const { verb } = VERBS.discardObjection;
    return `I ${verb} that the objection of ${personName(view, objector)} to ${proposalName(view, proposal)} is to be discarded: ${DISCARD_REASONS[reason]}.`;
  },
  fields({ proposal, objector, reason, text }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Objection of", value: personInFull(view, objector) },
      { label: "Reason", value: DISCARD_REASONS[reason] },
      { label: "Text", value: text },
    ];
  },
};
