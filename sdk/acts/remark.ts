import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { RemarkKind } from "../chronicle/judgements.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { aboutFields, aboutName, quoted } from "./describe.ts";
import { REMARK_VERBS } from "./names.ts";

/** What is said. */
export interface RemarkData {
  readonly proposal: bigint;
  readonly kind: RemarkKind;
  /** The objector, or the zero address for the proposal itself. */
  readonly about: Address;
  readonly text: string;
}

/** Say something about a proposal, beside the answers that count. */
export const remark: ActDefinition<RemarkData> = {
  call({ proposal, kind, about, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "remark",
      args: [proposal, kind, about, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, kind, about, text }, view) {
    const { verb } = REMARK_VERBS[kind];
    return `I ${verb} ${aboutName(view, proposal, about)}: ${quoted(text)}`;
  },
  fields({ proposal, kind, about, text }, view) {
    return [
      ...aboutFields(view, proposal, about),
      { label: "Kind", value: REMARK_VERBS[kind].verb },
      { label: "Text", value: text },
    ];
  },
};
