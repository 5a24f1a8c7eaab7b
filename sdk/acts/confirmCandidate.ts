import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election. */
export interface ConfirmCandidateData {
  readonly election: bigint;
}

/** Have no objection to the candidate. */
export const confirmCandidate: ActDefinition<ConfirmCandidateData> = {
  call({ election }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "confirm",
      args: [election],
    });
    return callOf(elections, data);
  },
  sentence({ election }, view) {
    const { verb } = VERBS.confirmCandidate;
    return `I ${verb} the candidate in ${electionName(view, election)}.`;
  },
  fields({ election }, view) {
    return [{ label: "Election", value: electionName(view, election) }];
  },
};
