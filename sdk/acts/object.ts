import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { Arguments } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The objection. */
export interface ObjectData {
  readonly proposal: bigint;
  /** The current version. */
  readonly version: number;
  /** The role whose capacity is at stake. */
  readonly asRole: bigint;
  /** The four arguments, or the rule. */
  readonly objection: Arguments;
}

/** Object to a proposal. */
export const object: ActDefinition<ObjectData> = {
  call({ proposal, version, asRole, objection }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "object",
      args: [proposal, version, asRole, objection],
    });
    return callOf(consent, data);
  },
  sentence({ proposal, version, asRole }, view) {
    const { verb } = VERBS.object;
    const what = proposalName(view, proposal);
    return `As ${roleName(view, asRole)} I ${verb} version ${version} of ${what}.`;
  },
  fields({ proposal, version, asRole, objection }, view) {
    const parts = [
      { label: "The harm", value: objection.harm },
      { label: "The role it limits", value: objection.limits },
      { label: "The proposal causes it", value: objection.cause },
      { label: "It would necessarily follow", value: objection.certainty },
      { label: "The rule it would break", value: objection.rule },
    ];
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Version", value: String(version) },
      { label: "As role", value: roleName(view, asRole) },
      ...parts.filter(({ value }) => value !== ""),
    ];
  },
};
