import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { interpretationName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The appeal. */
export interface AppealInterpretationData {
  readonly interpretation: bigint;
  readonly text: string;
}

/** Appeal against an interpretation, one circle further out. */
export const appealInterpretation: ActDefinition<AppealInterpretationData> = {
  call({ interpretation, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "appealInterpretation",
      args: [interpretation, text],
    });
    return callOf(rulings, data);
  },
  sentence({ interpretation, text }, view) {
    const { verb } = VERBS.appealInterpretation;
    return `I ${verb} ${interpretationName(view, interpretation)}, to the secretary of the circle around: ${quoted(text)}`;
  },
  fields({ interpretation, text }, view) {
    return [
      { label: "Interpretation", value: interpretationName(view, interpretation) },
      { label: "Text", value: text },
    ];
  },
};
