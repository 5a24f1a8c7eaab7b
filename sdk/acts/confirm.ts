import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { contentFields, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was read. */
export interface ConfirmData {
  readonly proposal: bigint;
  /** The current version: for the reader, the hash of the content fixes it. */
  readonly version: number;
  readonly content: Hex;
}

/** Confirm to have no objection. */
export const confirm: ActDefinition<ConfirmData> = {
  call({ proposal, content }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "confirm",
      args: [proposal, content],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, version }, view) {
    const { verb } = VERBS.confirm;
    return `I ${verb} version ${version} of ${proposalName(view, proposal)}.`;
  },
  fields({ proposal, version, content }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Version", value: String(version) },
      ...contentFields(view, proposal, content),
      { label: "Hash of the content", value: content },
    ];
  },
};
