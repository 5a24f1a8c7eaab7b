import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election, and why. */
export interface DiscardCandidateData {
  readonly election: bigint;
  readonly reason: string;
}

/** Discard a candidate to whom an objection stands. */
export const discardCandidate: ActDefinition<DiscardCandidateData> = {
  call({ election, reason }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "discard",
      args: [election, reason],
    });
    return callOf(elections, data);
  },
  sentence({ election, reason }, view) {
    const { verb } = VERBS.discardCandidate;
    return `I ${verb} the candidate in ${electionName(view, election)}, and the count is brought again: ${quoted(reason)}`;
  },
  fields({ election, reason }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Reason", value: reason },
    ];
  },
};
