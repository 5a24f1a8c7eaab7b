import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which proposal. */
export interface WithdrawData {
  readonly proposal: bigint;
}

/** Withdraw one's own proposal. */
export const withdraw: ActDefinition<WithdrawData> = {
  call({ proposal }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "withdraw",
      args: [proposal],
    });
    return callOf(consent, data);
  },
  sentence({ proposal }, view) {
    const { verb } = VERBS.withdraw;
    return `I ${verb} ${proposalName(view, proposal)}.`;
  },
  fields({ proposal }, view) {
    return [{ label: "Proposal", value: proposalName(view, proposal) }];
  },
};
