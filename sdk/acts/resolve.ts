import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { contentFields, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was read. */
export interface ResolveData {
  readonly proposal: bigint;
  /** The current version, later than the one objected to. */
  readonly version: number;
  /** The hash of its content. */
  readonly content: Hex;
}

/** Confirm that a later version integrates one's own objection. */
export const resolve: ActDefinition<ResolveData> = {
  call({ proposal, version, content }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "resolve",
      args: [proposal, version, content],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, version }, view) {
    const { verb } = VERBS.resolve;
    return `I ${verb} my objection: version ${version} of ${proposalName(view, proposal)} integrates it.`;
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
