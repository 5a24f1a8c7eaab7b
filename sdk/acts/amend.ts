import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { Change, Reasons } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { contentHash } from "./content.ts";
import { changeFields, changesInShort, proposalName, reasonFields } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The new version. */
export interface AmendData {
  readonly proposal: bigint;
  readonly changes: readonly Change[];
  readonly reasons: Reasons;
  /** What it means to integrate; may be empty. */
  readonly integrates: string;
}

/** Replace a proposal's content by a new version. */
export const amend: ActDefinition<AmendData> = {
  call({ proposal, changes, reasons, integrates }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "amend",
      args: [proposal, changes, reasons, integrates],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, changes }, view) {
    const { verb } = VERBS.amend;
    const circle = view.organisation?.proposals.get(proposal)?.circle ?? null;
    return `I ${verb} ${proposalName(view, proposal)}. It is now to ${changesInShort(view, circle, changes)}.`;
  },
  fields({ proposal, changes, reasons, integrates }, view) {
    const circle = view.organisation?.proposals.get(proposal)?.circle ?? null;
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      ...changeFields(view, circle, changes),
      ...reasonFields(reasons),
      { label: "Integrates", value: integrates },
      { label: "Hash of the content", value: contentHash(changes, reasons) },
    ];
  },
};
