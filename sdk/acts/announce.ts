import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { paymentFields, paymentInShort, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The payment to announce. */
export interface AnnounceData {
  /** The role the payment serves. */
  readonly asRole: bigint;
  /** 0, 1 or 2. */
  readonly slot: number;
  readonly payment: Payment;
  readonly purpose: string;
}

/** Announce a payment. */
export const announce: ActDefinition<AnnounceData> = {
  call({ asRole, slot, payment, purpose }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "announce",
      args: [asRole, slot, payment, purpose],
    });
    return callOf(treasury, data);
  },
  sentence({ asRole, payment, purpose }, view) {
    const { verb } = VERBS.announce;
    const what = paymentInShort(view, payment);
    return `As ${roleName(view, asRole)} I ${verb} the payment of ${what}: ${quoted(purpose)}`;
  },
  fields({ asRole, slot, payment, purpose }, view) {
    return [
      { label: "As role", value: roleName(view, asRole) },
      ...paymentFields(view, payment),
      { label: "Purpose", value: purpose },
      { label: "Slot", value: String(slot) },
    ];
  },
};
