import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The question. */
export interface AskAuditData {
  readonly circle: bigint;
  readonly text: string;
}

/** Ask a facilitator whether a circle keeps the rules. */
export const askAudit: ActDefinition<AskAuditData> = {
  call({ circle, text }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "askAudit",
      args: [circle, text],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, text }, view) {
    const { verb } = VERBS.askAudit;
    return `I ${verb} the facilitator of ${roleName(view, circle)} to look whether it keeps the rules: ${quoted(text)}`;
  },
  fields({ circle, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Text", value: text },
    ];
  },
};
