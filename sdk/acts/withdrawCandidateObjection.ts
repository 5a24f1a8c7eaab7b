import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election. */
export interface WithdrawCandidateObjectionData {
  readonly election: bigint;
}

/** Take one's objection to the candidate back. */
export const withdrawCandidateObjection: ActDefinition<WithdrawCandidateObjectionData> = {
  call({ election }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "withdrawCandidateObjection",
      args: [election],
    });
    return callOf(elections, data);
  },
  sentence({ election }, view) {
    const { verb } = VERBS.withdrawCandidateObjection;
    return `I ${verb} my objection to the candidate in ${electionName(view, election)}.`;
  },
  fields({ election }, view) {
    return [{ label: "Election", value: electionName(view, election) }];
  },
};
