import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { Tie } from "../chronicle/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { duration, electionName } from "./describe.ts";
import { TIES } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** What is stated. */
export interface OpenElectionData {
  readonly election: bigint;
  /** In seconds. */
  readonly term: number;
  readonly tie: Tie;
}

/** State the term and how a tie is broken, and open nominations. */
export const openElection: ActDefinition<OpenElectionData> = {
  call({ election, term, tie }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "open",
      args: [election, term, tie],
    });
    return callOf(elections, data);
  },
  sentence({ election, term, tie }, view) {
    const { verb } = VERBS.openElection;
    return `I ${verb} the nominations of ${electionName(view, election)}: the term is ${duration(term)}, and a tie is broken ${TIES[tie]}.`;
  },
  fields({ election, term, tie }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Term", value: duration(term) },
      { label: "A tie is broken", value: TIES[tie] },
    ];
  },
};
