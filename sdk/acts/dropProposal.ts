import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { DropReason } from "../chronicle/judgements.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName } from "./describe.ts";
import { DROP_REASONS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which proposal, and why. */
export interface DropProposalData {
  readonly proposal: bigint;
  readonly reason: DropReason;
  readonly text: string;
}

/** Judge that a proposal is to be dropped. */
export const dropProposal: ActDefinition<DropProposalData> = {
  call({ proposal, reason, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "drop",
      args: [proposal, reason, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, reason }, view) {
    const { verb } = VERBS.dropProposal;
    return `I ${verb} that ${proposalName(view, proposal)} is to be dropped: ${DROP_REASONS[reason]}.`;
  },
  fields({ proposal, reason, text }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Reason", value: DROP_REASONS[reason] },
      { label: "Text", value: text },
    ];
  },
};
