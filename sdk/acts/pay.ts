import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { paymentFields, paymentInShort, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which announcement. */
export interface PayData {
  readonly announcement: bigint;
  readonly announcer: Address;
  readonly payment: Payment;
}

/** Pay what was announced and has matured. */
export const pay: ActDefinition<PayData> = {
  call({ announcement, announcer, payment }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "act",
      args: [announcement, announcer, payment],
    });
    return callOf(treasury, data);
  },
  sentence({ announcer, payment }, view) {
    const { verb } = VERBS.pay;
    return `I ${verb} ${paymentInShort(view, payment)}, as announced by ${personName(view, announcer)}.`;
  },
  fields({ announcement, announcer, payment }, view) {
    return [
      { label: "Announcement", value: String(numberOf(announcement)) },
      { label: "Announced by", value: personInFull(view, announcer) },
      ...paymentFields(view, payment),
    ];
  },
};
