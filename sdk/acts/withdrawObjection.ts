import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName } from "./describe.ts";

/** Which proposal. */
export interface WithdrawObjectionData {
  readonly proposal: bigint;
}

/** Take one's own objection back. */
export const withdrawObjection: ActDefinition<WithdrawObjectionData> = {
  call({ proposal }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "withdrawObjection",
      args: [proposal],
    });
    return callOf(consent, data);
  },
  sentence({ proposal }, view) {
    return `I withdraw my objection to ${proposalName(view, proposal)}.`;
  },
  fields({ proposal }, view) {
    return [{ label: "Proposal", value: proposalName(view, proposal) }];
  },
};
