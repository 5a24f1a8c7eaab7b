import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { aboutFields, aboutName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The decision. */
export interface DecideAppealData {
  readonly proposal: bigint;
  /** The objector, or the zero address for the proposal itself. */
  readonly about: Address;
  /** Whether the judgement stands. */
  readonly upheld: boolean;
  readonly text: string;
}

/** Decide an appeal. */
export const decideAppeal: ActDefinition<DecideAppealData> = {
  call({ proposal, about, upheld, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "decide",
      args: [proposal, about, upheld, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, about, upheld, text }, view) {
    const { verb } = VERBS.decideAppeal;
    const what = upheld ? "stands" : "is overturned";
    return `I ${verb} the appeal about ${aboutName(view, proposal, about)}: the judgement ${what}. ${quoted(text)}`;
  },
  fields({ proposal, about, upheld, text }, view) {
    return [
      ...aboutFields(view, proposal, about),
      { label: "The judgement stands", value: upheld ? "yes" : "no" },
      { label: "Text", value: text },
    ];
  },
};
