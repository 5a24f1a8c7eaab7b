import type { Address, Hex } from "viem";
import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { Change } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { changeFields, changesInShort, peopleInFull, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was adopted. */
export interface EnactData {
  readonly proposal: bigint;
  /** The changes of its current version. */
  readonly changes: readonly Change[];
  /** See `reasonsHash`. */
  readonly reasonsHash: Hex;
  /** See `peopleOf`. */
  readonly people: readonly Address[];
}

/** Enact an adopted proposal. */
export const enact: ActDefinition<EnactData> = {
  call({ proposal, changes, reasonsHash, people }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "enact",
      args: [proposal, changes, reasonsHash, people],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, changes }, view) {
    const { verb } = VERBS.enact;
    const circle = view.organisation?.proposals.get(proposal)?.circle ?? null;
    return `I ${verb} ${proposalName(view, proposal)}: ${changesInShort(view, circle, changes)}.`;
  },
  fields({ proposal, changes, reasonsHash, people }, view) {
    const circle = view.organisation?.proposals.get(proposal)?.circle ?? null;
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      ...changeFields(view, circle, changes),
      { label: "Hash of the reasons", value: reasonsHash },
      { label: "People seated or unseated", value: peopleInFull(view, people) },
    ];
  },
};
