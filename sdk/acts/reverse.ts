import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { deedInShort, paymentFields, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which escalation to reverse. */
export interface ReverseData {
  readonly announcement: bigint;
  readonly escalator: Address;
  readonly announcer: Address;
  readonly payment: Payment;
}

/** Reverse an escalation. */
export const reverse: ActDefinition<ReverseData> = {
  call({ announcement, escalator, announcer, payment }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "reverse",
      args: [announcement, escalator, announcer, payment],
    });
    return callOf(treasury, data);
  },
  sentence({ escalator, payment }, view) {
    const { verb } = VERBS.reverse;
    const what = deedInShort(view, payment);
    return `I ${verb} the escalation by ${personName(view, escalator)} of ${what}; its window starts again.`;
  },
  fields({ announcement, escalator, announcer, payment }, view) {
    return [
      { label: "Announcement", value: String(numberOf(announcement)) },
      { label: "Announced by", value: personInFull(view, announcer) },
      ...paymentFields(view, payment),
      { label: "Escalated by", value: personInFull(view, escalator) },
    ];
  },
};
