import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName, subjectText } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What is asked, where, and about what. */
export interface AskRulingData {
  readonly circle: bigint;
  /** The role or policy; 0 for the rules themselves. */
  readonly subject: bigint;
  readonly revision: number;
  readonly text: string;
}

/** Ask a secretary what holds. */
export const askRuling: ActDefinition<AskRulingData> = {
  call({ circle, subject, revision, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "askRuling",
      args: [circle, subject, revision, text],
    });
    return callOf(rulings, data);
  },
  sentence({ circle, subject, text }, view) {
    const { verb } = VERBS.askRuling;
    return `I ${verb} of the secretary of ${roleName(view, circle)} what holds of ${subjectText(view, subject)}: ${quoted(text)}`;
  },
  fields({ circle, subject, revision, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "About", value: subjectText(view, subject) },
      { label: "At revision", value: String(revision) },
      { label: "Question", value: text },
    ];
  },
};
