import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, peopleInFull } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom the count names. */
export interface CountNominationsData {
  readonly election: bigint;
  /** Those with nominations that count, in ascending order of address. */
  readonly candidates: readonly Address[];
}

/** Bring the count. Anyone may. */
export const countNominations: ActDefinition<CountNominationsData> = {
  call({ election, candidates }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "count",
      args: [election, candidates],
    });
    return callOf(elections, data);
  },
  sentence({ election }, view) {
    const { verb } = VERBS.countNominations;
    return `I ${verb} the nominations of ${electionName(view, election)}.`;
  },
  fields({ election, candidates }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Counted", value: peopleInFull(view, candidates) },
    ];
  },
};
