import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName, subjectText } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What breaks which rule, and where it is asked. */
export interface AskStrikeData {
  readonly circle: bigint;
  /** The role or policy; 0 for the rules themselves. */
  readonly subject: bigint;
  readonly revision: number;
  /** The circles around the one that holds it, up to the circle; empty where it holds it itself. */
  readonly path: readonly bigint[];
  readonly text: string;
}

/** Ask a secretary to strike a role or policy that breaks a rule. */
export const askStrike: ActDefinition<AskStrikeData> = {
  call({ circle, subject, revision, path, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "askStrike",
      args: [circle, subject, revision, path, text],
    });
    return callOf(rulings, data);
  },
  sentence({ circle, subject, text }, view) {
    const { verb } = VERBS.askStrike;
    return `I ${verb} of the secretary of ${roleName(view, circle)} the strike of ${subjectText(view, subject)}: ${quoted(text)}`;
  },
  fields({ circle, subject, revision, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "About", value: subjectText(view, subject) },
      { label: "At revision", value: String(revision) },
      { label: "Which rule it breaks", value: text },
    ];
  },
};
