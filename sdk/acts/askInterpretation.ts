import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { objectName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The question, and whom. */
export interface AskInterpretationData {
  /** The circle whose secretary is asked. */
  readonly circle: bigint;
  /** The role or the policy it is about; 0 for the rules. */
  readonly object: bigint;
  readonly question: string;
}

/** Ask a secretary what a text means. */
export const askInterpretation: ActDefinition<AskInterpretationData> = {
  call({ circle, object, question }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "askInterpretation",
      args: [circle, object, question],
    });
    return callOf(rulings, data);
  },
  sentence({ circle, object, question }, view) {
    const { verb } = VERBS.askInterpretation;
    return `I ${verb} an interpretation of ${objectName(view, object)} by the secretary of ${roleName(view, circle)}: ${quoted(question)}`;
  },
  fields({ circle, object, question }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "About", value: objectName(view, object) },
      { label: "Question", value: question },
    ];
  },
};
