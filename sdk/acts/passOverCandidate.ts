import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election. */
export interface PassOverCandidateData {
  readonly election: bigint;
}

/** Pass over a candidate who is not willing or not eligible any more. Anyone may. */
export const passOverCandidate: ActDefinition<PassOverCandidateData> = {
  call({ election }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "passOver",
      args: [election],
    });
    return callOf(elections, data);
  },
  sentence({ election }, view) {
    const { verb } = VERBS.passOverCandidate;
    return `I ${verb} the candidate in ${electionName(view, election)}, who has not declared to be willing or is not eligible any more.`;
  },
  fields({ election }, view) {
    return [{ label: "Election", value: electionName(view, election) }];
  },
};
