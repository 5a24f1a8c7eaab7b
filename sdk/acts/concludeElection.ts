import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which election. */
export interface ConcludeElectionData {
  readonly election: bigint;
}

/** Conclude an election: the candidate is elected. Anyone may. */
export const concludeElection: ActDefinition<ConcludeElectionData> = {
  call({ election }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "conclude",
      args: [election],
    });
    return callOf(elections, data);
  },
  sentence({ election }, view) {
    const { verb } = VERBS.concludeElection;
    return `I ${verb} ${electionName(view, election)}: its candidate is elected.`;
  },
  fields({ election }, view) {
    return [{ label: "Election", value: electionName(view, election) }];
  },
};
