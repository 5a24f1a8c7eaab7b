import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { deedInShort, paymentFields, personInFull } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which announcement. */
export interface LapseData {
  readonly announcement: bigint;
  readonly announcer: Address;
  readonly payment: Payment;
}

/** Close an expired announcement. */
export const lapse: ActDefinition<LapseData> = {
  call({ announcement, announcer, payment }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "lapse",
      args: [announcement, announcer, payment],
    });
    return callOf(treasury, data);
  },
  sentence({ payment }, view) {
    const { verb } = VERBS.lapse;
    return `I ${verb} the expired announcement of ${deedInShort(view, payment)}.`;
  },
  fields({ announcement, announcer, payment }, view) {
    return [
      { label: "Announcement", value: String(numberOf(announcement)) },
      { label: "Announced by", value: personInFull(view, announcer) },
      ...paymentFields(view, payment),
    ];
  },
};
