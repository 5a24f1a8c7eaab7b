import type { Address, Hex } from "viem";
import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, personInFull, personName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was sealed, and why. */
export interface ShareNominationData {
  readonly election: bigint;
  readonly nominee: Address;
  readonly salt: Hex;
  readonly reason: string;
}

/** Open one's sealed nomination, with a reason. */
export const shareNomination: ActDefinition<ShareNominationData> = {
  call({ election, nominee, salt, reason }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "share",
      args: [election, nominee, salt, reason],
    });
    return callOf(elections, data);
  },
  sentence({ election, nominee, reason }, view) {
    const { verb } = VERBS.shareNomination;
    return `I ${verb} my nomination of ${personName(view, nominee)} in ${electionName(view, election)}: ${quoted(reason)}`;
  },
  fields({ election, nominee, salt, reason }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Nominee", value: personInFull(view, nominee) },
      { label: "Salt", value: salt },
      { label: "Reason", value: reason },
    ];
  },
};
