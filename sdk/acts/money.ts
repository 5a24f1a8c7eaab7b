import type { Address } from "viem";

import type { Payment } from "../chronicle/events.ts";
import { PaymentKind } from "../chronicle/paymentKind.ts";

/** A payment in ETH (token zero) or an ERC-20; `amount` in the smallest unit. */
export function money(paid: {
  readonly vault: Address;
  readonly token: Address;
  readonly payee: Address;
  readonly amount: bigint;
}): Payment {
  return { kind: PaymentKind.Money, ...paid, id: 0n, data: "0x" };
}
