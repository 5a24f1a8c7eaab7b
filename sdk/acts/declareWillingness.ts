import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The answer. */
export interface DeclareWillingnessData {
  readonly election: bigint;
  readonly willing: boolean;
}

/** Say whether one would take it. */
export const declareWillingness: ActDefinition<DeclareWillingnessData> = {
  call({ election, willing }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "declareWillingness",
      args: [election, willing],
    });
    return callOf(elections, data);
  },
  sentence({ election, willing }, view) {
    const { verb } = VERBS.declareWillingness;
    return `I ${verb} that I am ${willing ? "" : "not "}willing in ${electionName(view, election)}.`;
  },
  fields({ election, willing }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Willing", value: willing ? "yes" : "no" },
    ];
  },
};
