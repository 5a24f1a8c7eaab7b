import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election, and why. */
export interface ObjectToCandidateData {
  readonly election: bigint;
  readonly reason: string;
}

/** Object to the candidate. */
export const objectToCandidate: ActDefinition<ObjectToCandidateData> = {
  call({ election, reason }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "object",
      args: [election, reason],
    });
    return callOf(elections, data);
  },
  sentence({ election, reason }, view) {
    const { verb } = VERBS.objectToCandidate;
    return `I ${verb} the candidate in ${electionName(view, election)}: ${quoted(reason)}`;
  },
  fields({ election, reason }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Reason", value: reason },
    ];
  },
};
