import type { Address, Hex } from "viem";
import { encodeFunctionData } from "viem";

import { electionsAbi } from "../abi/elections.ts";
import { sealOf } from "../salt.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { electionName, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and with which seal. */
export interface NominateData {
  readonly election: bigint;
  readonly chainId: number;
  readonly nominator: Address;
  readonly nominee: Address;
  /** What opens the seal again: see `saltFrom`. */
  readonly salt: Hex;
}

/** Nominate one person, sealed until all nominations are shared. */
export const nominate: ActDefinition<NominateData> = {
  call({ election, chainId, nominator, nominee, salt }, { elections }) {
    const data = encodeFunctionData({
      abi: electionsAbi,
      functionName: "nominate",
      args: [election, sealOf({ chainId, elections, election, nominator, nominee, salt })],
    });
    return callOf(elections, data);
  },
  sentence({ election, nominee }, view) {
    const { verb } = VERBS.nominate;
    return `I ${verb} ${personName(view, nominee)} in ${electionName(view, election)}, sealed until all nominations are shared.`;
  },
  fields({ election, chainId, nominator, nominee, salt }, view) {
    return [
      { label: "Election", value: electionName(view, election) },
      { label: "Nominee", value: personInFull(view, nominee) },
      { label: "Nominator", value: personInFull(view, nominator) },
      { label: "Salt", value: salt },
      { label: "Chain", value: String(chainId) },
    ];
  },
};
