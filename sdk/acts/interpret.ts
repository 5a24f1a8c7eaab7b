import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which question, and what holds. */
export interface InterpretData {
  readonly matter: bigint;
  readonly text: string;
}

/** Rule on a question. */
export const interpret: ActDefinition<InterpretData> = {
  call({ matter, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "interpret",
      args: [matter, text],
    });
    return callOf(rulings, data);
  },
  sentence({ matter, text }, view) {
    const { verb } = VERBS.interpret;
    return `I ${verb} ${matterInShort(view, matter)}: ${quoted(text)}`;
  },
  fields({ matter, text }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      { label: "Ruling", value: text },
    ];
  },
};
