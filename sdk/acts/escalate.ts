import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { treasuryAbi } from "../abi/treasury.ts";
import type { Payment } from "../chronicle/events.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import {
  deedInShort,
  paymentFields,
  personInFull,
  personName,
  quoted,
  roleName,
} from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to escalate, and why. */
export interface EscalateData {
  readonly announcement: bigint;
  /** The circle in which the person speaks. */
  readonly circle: bigint;
  readonly asRole: bigint;
  /** The circles around it up to the source; empty where the source is an anchor. */
  readonly path: readonly bigint[];
  readonly announcer: Address;
  readonly payment: Payment;
  readonly reason: string;
}

/** Escalate an announcement: it is blocked until that is reversed. */
export const escalate: ActDefinition<EscalateData> = {
  call({ announcement, circle, asRole, path, announcer, payment, reason }, { treasury }) {
    const data = encodeFunctionData({
      abi: treasuryAbi,
      functionName: "escalate",
      args: [announcement, circle, asRole, path, announcer, payment, reason],
    });
    return callOf(treasury, data);
  },
  sentence({ asRole, announcer, payment, reason }, view) {
    const { verb } = VERBS.escalate;
    const what = deedInShort(view, payment);
    const whose = personName(view, announcer);
    return `As ${roleName(view, asRole)} I ${verb} ${what} that ${whose} announced: ${quoted(reason)}`;
  },
  fields({ announcement, circle, asRole, announcer, payment, reason }, view) {
    return [
      { label: "Announcement", value: String(numberOf(announcement)) },
      { label: "Announced by", value: personInFull(view, announcer) },
      ...paymentFields(view, payment),
      { label: "Speaking in", value: roleName(view, circle) },
      { label: "As role", value: roleName(view, asRole) },
      { label: "Reason", value: reason },
    ];
  },
};
