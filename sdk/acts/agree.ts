import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, roleName } from "./describe.ts";

/** What to agree to, and what to accept with it. */
export interface AgreeData {
  readonly organisation: number;
  /** keccak256 of the rules in force, which the person has read. */
  readonly ruleHash: Hex;
  /** Roles that were offered to the person. */
  readonly offers: readonly bigint[];
}

/** Become a partner by agreeing to the rules, and accept offers. */
export const agree: ActDefinition<AgreeData> = {
  call({ organisation, ruleHash, offers }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "agree",
      args: [organisation, ruleHash, offers],
    });
    return callOf(circles, data);
  },
  sentence({ organisation, offers }, view) {
    const roles = offers.map((role) => roleName(view, role)).join(", ");
    const accept = offers.length === 0 ? "" : `, and accept ${roles}`;
    return `I agree to the rules of ${organisationName(view, organisation)} and become a partner${accept}.`;
  },
  fields({ organisation, ruleHash, offers }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Hash of the rules", value: ruleHash },
      ...offers.map((role) => ({ label: "Accepted role", value: roleName(view, role) })),
    ];
  },
};
