import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { deedInShort, paymentFields } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which grant. */
export interface EndGrantData {
  readonly announcement: bigint;
  readonly announcer: Address;
  readonly payment: Payment;
}

/** Take back what is not spent of a grant. */
export const endGrant: ActDefinition<EndGrantData> = {
  call({ announcement, announcer, payment }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "endGrant",
      args: [announcement, announcer, payment],
    });
    return callOf(treasury, data);
  },
  sentence({ payment }, view) {
    return `I ${VERBS.endGrant.verb} ${deedInShort(view, payment)}: what is not spent of it is taken back.`;
  },
  fields({ announcement, payment }, view) {
    return [
      { label: "Grant", value: String(numberOf(announcement)) },
      ...paymentFields(view, payment),
    ];
  },
};
