import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { aboutFields, aboutName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which judgement. */
export interface SecondJudgementData {
  readonly proposal: bigint;
  /** The objector, or the zero address for the proposal itself. */
  readonly about: Address;
}

/** Second a judgement of the outermost circle's facilitator. */
export const secondJudgement: ActDefinition<SecondJudgementData> = {
  call({ proposal, about }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "second",
      args: [proposal, about],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, about }, view) {
    const { verb } = VERBS.secondJudgement;
    return `I ${verb} the judgement about ${aboutName(view, proposal, about)}.`;
  },
  fields({ proposal, about }, view) {
    return aboutFields(view, proposal, about);
  },
};
