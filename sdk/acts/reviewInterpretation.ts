import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { interpretationName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The decision. */
export interface ReviewInterpretationData {
  readonly interpretation: bigint;
  /** Whether what was ruled holds; else the text is the ruling. */
  readonly upheld: boolean;
  readonly text: string;
}

/** Uphold or overrule an interpretation, as secretary further out. */
export const reviewInterpretation: ActDefinition<ReviewInterpretationData> = {
  call({ interpretation, upheld, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "reviewInterpretation",
      args: [interpretation, upheld, text],
    });
    return callOf(rulings, data);
  },
  sentence({ interpretation, upheld, text }, view) {
    const { verb } = VERBS.reviewInterpretation;
    return `I ${verb} ${interpretationName(view, interpretation)}, and ${upheld ? "uphold" : "overrule"} it: ${quoted(text)}`;
  },
  fields({ interpretation, upheld, text }, view) {
    return [
      { label: "Interpretation", value: interpretationName(view, interpretation) },
      { label: "What was ruled", value: upheld ? "upheld" : "overruled" },
      { label: "Text", value: text },
    ];
  },
};
