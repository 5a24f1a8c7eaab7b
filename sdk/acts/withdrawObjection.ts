import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

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
    const { verb } = VERBS.withdrawObjection;
    return `I ${verb} my objection to ${proposalName(view, proposal)}.`;
  },
  fields({ proposal }, view) {
    return [{ label: "Proposal", value: proposalName(view, proposal) }];
  },
};
