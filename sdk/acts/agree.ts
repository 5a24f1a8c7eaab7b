import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

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
  call({ organisation, ruleHash, offers }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "agree",
      args: [organisation, ruleHash, offers],
    });
    return callOf(partners, data);
  },
  sentence({ organisation, offers }, view) {
    const { verb } = VERBS.agree;
    const roles = offers.map((role) => roleName(view, role)).join(", ");
    const accept = offers.length === 0 ? "" : `, and ${VERBS.accept.verb} ${roles}`;
    return `I ${verb} the rules of ${organisationName(view, organisation)} and become a partner${accept}.`;
  },
  fields({ organisation, ruleHash, offers }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Hash of the rules", value: ruleHash },
      ...offers.map((role) => ({ label: "Accepted role", value: roleName(view, role) })),
    ];
  },
};
