import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { aboutFields, aboutName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which judgement, and why. */
export interface AppealData {
  readonly proposal: bigint;
  /** The objector, or the zero address for the proposal itself. */
  readonly about: Address;
  readonly text: string;
}

/** Appeal against a judgement. */
export const appeal: ActDefinition<AppealData> = {
  call({ proposal, about, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "appeal",
      args: [proposal, about, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, about, text }, view) {
    const { verb } = VERBS.appeal;
    return `I ${verb} the judgement about ${aboutName(view, proposal, about)}: ${quoted(text)}`;
  },
  fields({ proposal, about, text }, view) {
    return [...aboutFields(view, proposal, about), { label: "Text", value: text }];
  },
};
