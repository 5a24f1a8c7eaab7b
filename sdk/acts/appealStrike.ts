import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, strikeName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The appeal. */
export interface AppealStrikeData {
  readonly strike: bigint;
  readonly text: string;
}

/** Appeal against a strike, one circle further out. */
export const appealStrike: ActDefinition<AppealStrikeData> = {
  call({ strike, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "appealStrike",
      args: [strike, text],
    });
    return callOf(rulings, data);
  },
  sentence({ strike, text }, view) {
    const { verb } = VERBS.appealStrike;
    return `I ${verb} the strike of ${strikeName(view, strike)}: ${quoted(text)}`;
  },
  fields({ strike, text }, view) {
    return [
      { label: "Strike", value: strikeName(view, strike) },
      { label: "Text", value: text },
    ];
  },
};
