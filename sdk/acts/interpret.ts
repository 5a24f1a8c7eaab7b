import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { interpretationName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The ruling. */
export interface InterpretData {
  readonly interpretation: bigint;
  readonly text: string;
}

/** Rule what a text means, as secretary. */
export const interpret: ActDefinition<InterpretData> = {
  call({ interpretation, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "interpret",
      args: [interpretation, text],
    });
    return callOf(rulings, data);
  },
  sentence({ interpretation, text }, view) {
    const { verb } = VERBS.interpret;
    return `I ${verb} what ${interpretationName(view, interpretation)} asks: ${quoted(text)}`;
  },
  fields({ interpretation, text }, view) {
    return [
      { label: "Interpretation", value: interpretationName(view, interpretation) },
      { label: "Text", value: text },
    ];
  },
};
