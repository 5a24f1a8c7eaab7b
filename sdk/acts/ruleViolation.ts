import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, proposalName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The ruling. */
export interface RuleViolationData {
  readonly proposal: bigint;
  readonly objector: Address;
  readonly violates: boolean;
  readonly text: string;
}

/** Rule whether adopting a proposal would break the rule that an objection names. */
export const ruleViolation: ActDefinition<RuleViolationData> = {
  call({ proposal, objector, violates, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "rule",
      args: [proposal, objector, violates, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, objector, violates, text }, view) {
    const { verb } = VERBS.ruleViolation;
    const what = violates ? "would break" : "would not break";
    return `I ${verb} that adopting ${proposalName(view, proposal)} ${what} the rule that ${personName(view, objector)} names: ${quoted(text)}`;
  },
  fields({ proposal, objector, violates, text }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Objection of", value: personInFull(view, objector) },
      { label: "Breaks the rule", value: violates ? "yes" : "no" },
      { label: "Text", value: text },
    ];
  },
};
