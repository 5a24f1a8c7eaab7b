import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { amountOf, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which part of a grant, and to which role. */
export interface PassOnData {
  readonly announcement: bigint;
  readonly announcer: Address;
  /** The grant as it was announced. */
  readonly payment: Payment;
  readonly asRole: bigint;
  readonly role: bigint;
  readonly amount: bigint;
}

/** Let another role have a part of a grant, for the same purpose. */
export const passOn: ActDefinition<PassOnData> = {
  call({ announcement, announcer, payment, asRole, role, amount }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "passOn",
      args: [announcement, announcer, payment, asRole, role, amount],
    });
    return callOf(treasury, data);
  },
  sentence({ payment, asRole, role, amount }, view) {
    const { verb } = VERBS.passOn;
    const what = amountOf(view, payment.token, amount);
    return `As ${roleName(view, asRole)} I ${verb} ${what} of what it was granted to ${roleName(view, role)}, for the same purpose.`;
  },
  fields({ announcement, payment, asRole, role, amount }, view) {
    return [
      { label: "Grant", value: String(numberOf(announcement)) },
      { label: "As role", value: roleName(view, asRole) },
      { label: "Amount", value: amountOf(view, payment.token, amount) },
      { label: "To role", value: roleName(view, role) },
    ];
  },
};
