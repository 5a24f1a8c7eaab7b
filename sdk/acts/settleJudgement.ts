import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { aboutFields, aboutName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which judgement. */
export interface SettleJudgementData {
  readonly proposal: bigint;
  /** The objector, or the zero address for the proposal itself. */
  readonly about: Address;
}

/** Let a judgement that time has decided take its effect. Anyone may. */
export const settleJudgement: ActDefinition<SettleJudgementData> = {
  call({ proposal, about }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "settle",
      args: [proposal, about],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, about }, view) {
    const { verb } = VERBS.settleJudgement;
    return `I ${verb} the judgement about ${aboutName(view, proposal, about)}, which time has decided.`;
  },
  fields({ proposal, about }, view) {
    return aboutFields(view, proposal, about);
  },
};
