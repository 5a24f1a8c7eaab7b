import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom. */
export interface ChooseNomineeData {
  readonly election: bigint;
  readonly nominee: Address;
}

/** Choose among the tied. */
export const chooseNominee: ActDefinition<ChooseNomineeData> = {
  call({ election, nominee }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "choose",
      args: [election, nominee],
    });
    return callOf(elections, data);
  },
  sentence({ election, nominee }, view) {
    const { verb } = VERBS.chooseNominee;
    return `I ${verb} ${personName(view, nominee)} among the tied in ${electionName(view, election)}.`;
  },
  fields({ election, nominee }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Person", value: personInFull(view, nominee) },
    ];
  },
};
