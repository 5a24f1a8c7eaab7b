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
  /** Whether the one who confirms has objected to this version before; false where it is not said. */
  readonly afterObjecting?: boolean;
}

/** Confirm to have no objection. */
export const confirm: ActDefinition<ConfirmData> = {
  call({ proposal, content, afterObjecting = false }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "confirm",
      args: [proposal, content, afterObjecting],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, version }, view) {
    const { verb } = VERBS.confirm;
    return `I ${verb} version ${version} of ${proposalName(view, proposal)}.`;
  },
  fields({ proposal, version, content, afterObjecting = false }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Version", value: String(version) },
      ...(afterObjecting ? [{ label: "After objecting to it", value: "yes" }] : []),
      ...contentFields(view, proposal, content),
      { label: "Hash of the content", value: content },
    ];
  },
};
