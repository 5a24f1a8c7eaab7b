import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { deedInShort, paymentFields, policyName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The payment to announce. */
export interface AnnounceData {
  /** The role the payment serves. */
  readonly asRole: bigint;
  /** 0, 1 or 2. */
  readonly slot: number;
  readonly payment: Payment;
  /** The policy that lets the source spend; 0 for an anchor's vault. */
  readonly policy: bigint;
  readonly purpose: string;
}

/** Announce a payment. */
export const announce: ActDefinition<AnnounceData> = {
  call({ asRole, slot, payment, policy, purpose }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "announce",
      args: [asRole, slot, payment, policy, purpose],
    });
    return callOf(treasury, data);
  },
  sentence({ asRole, payment, purpose }, view) {
    const { verb } = VERBS.announce;
    const what = deedInShort(view, payment);
    return `As ${roleName(view, asRole)} I ${verb} ${what}: ${quoted(purpose)}`;
  },
  fields({ asRole, slot, payment, policy, purpose }, view) {
    return [
      { label: "As role", value: roleName(view, asRole) },
      ...paymentFields(view, payment),
      ...(policy === 0n ? [] : [{ label: "By the policy", value: policyName(view, policy) }]),
      { label: "Purpose", value: purpose },
      { label: "Slot", value: String(slot) },
    ];
  },
};
