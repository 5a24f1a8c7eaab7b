import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { amountOf, personInFull, personName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to pay from a grant. */
export interface DrawData {
  readonly announcement: bigint;
  readonly announcer: Address;
  /** The grant as it was announced. */
  readonly payment: Payment;
  readonly asRole: bigint;
  readonly payee: Address;
  readonly amount: bigint;
  readonly purpose: string;
}

/** Pay from what a role was granted, for its purpose. */
export const draw: ActDefinition<DrawData> = {
  call({ announcement, announcer, payment, asRole, payee, amount, purpose }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "draw",
      args: [announcement, announcer, payment, asRole, payee, amount, purpose],
    });
    return callOf(treasury, data);
  },
  sentence({ payment, asRole, payee, amount, purpose }, view) {
    const { verb } = VERBS.draw;
    const what = amountOf(view, payment.token, amount);
    return `As ${roleName(view, asRole)} I ${verb} ${what} to ${personName(view, payee)} from what it was granted: ${quoted(purpose)}`;
  },
  fields({ announcement, payment, asRole, payee, amount, purpose }, view) {
    return [
      { label: "Grant", value: String(numberOf(announcement)) },
      { label: "As role", value: roleName(view, asRole) },
      { label: "Amount", value: amountOf(view, payment.token, amount) },
      { label: "Payee", value: personInFull(view, payee) },
      { label: "Purpose", value: purpose },
    ];
  },
};
