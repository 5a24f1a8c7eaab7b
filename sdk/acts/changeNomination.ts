import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, personInFull, personName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and why. */
export interface ChangeNominationData {
  readonly election: bigint;
  /** The same as before to keep it. */
  readonly nominee: Address;
  readonly reason: string;
}

/** Change one's nomination, or keep it, once. */
export const changeNomination: ActDefinition<ChangeNominationData> = {
  call({ election, nominee, reason }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "changeNomination",
      args: [election, nominee, reason],
    });
    return callOf(elections, data);
  },
  sentence({ election, nominee, reason }, view) {
    const { verb } = VERBS.changeNomination;
    return `I ${verb} my nomination in ${electionName(view, election)} to ${personName(view, nominee)}: ${quoted(reason)}`;
  },
  fields({ election, nominee, reason }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Nominee", value: personInFull(view, nominee) },
      { label: "Reason", value: reason },
    ];
  },
};
