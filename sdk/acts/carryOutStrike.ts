import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { peopleInFull, strikeName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which, and whom it unseats. */
export interface CarryOutStrikeData {
  readonly strike: bigint;
  /** Everybody who fills or represents the role; nobody for a policy. */
  readonly people: readonly Address[];
}

/** Carry out a strike that is due. */
export const carryOutStrike: ActDefinition<CarryOutStrikeData> = {
  call({ strike, people }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "carryOutStrike",
      args: [strike, people],
    });
    return callOf(rulings, data);
  },
  sentence({ strike }, view) {
    const { verb } = VERBS.carryOutStrike;
    return `I ${verb} the strike of ${strikeName(view, strike)}.`;
  },
  fields({ strike, people }, view) {
    return [
      { label: "Strike", value: strikeName(view, strike) },
      { label: "Unseated", value: peopleInFull(view, people) },
    ];
  },
};
