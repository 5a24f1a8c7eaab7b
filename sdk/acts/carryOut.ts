import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterInShort, peopleInFull } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which strike, and who fills or represents a role that goes. */
export interface CarryOutData {
  readonly matter: bigint;
  readonly people: readonly Address[];
}

/** Carry out a strike that is final. */
export const carryOut: ActDefinition<CarryOutData> = {
  call({ matter, people }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "carryOut",
      args: [matter, people],
    });
    return callOf(rulings, data);
  },
  sentence({ matter }, view) {
    const { verb } = VERBS.carryOut;
    return `I ${verb} the strike asked for in ${matterInShort(view, matter)}.`;
  },
  fields({ matter, people }, view) {
    return [
      { label: "Matter", value: matterInShort(view, matter) },
      ...(people.length === 0 ? [] : [{ label: "People", value: peopleInFull(view, people) }]),
    ];
  },
};
