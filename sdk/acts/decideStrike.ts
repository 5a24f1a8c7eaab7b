import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, strikeName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The decision. */
export interface DecideStrikeData {
  readonly strike: bigint;
  /** Whether the strike stands. */
  readonly upheld: boolean;
  readonly text: string;
}

/** Decide whether a strike stands. */
export const decideStrike: ActDefinition<DecideStrikeData> = {
  call({ strike, upheld, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "decideStrike",
      args: [strike, upheld, text],
    });
    return callOf(rulings, data);
  },
  sentence({ strike, upheld, text }, view) {
    const { verb } = VERBS.decideStrike;
    return `I ${verb} that the strike of ${strikeName(view, strike)} ${upheld ? "stands" : "falls"}: ${quoted(text)}`;
  },
  fields({ strike, upheld, text }, view) {
    return [
      { label: "Strike", value: strikeName(view, strike) },
      { label: "The strike stands", value: upheld ? "yes" : "no" },
      { label: "Text", value: text },
    ];
  },
};
