import type { Address, Hex, TransactionReceipt } from "viem";

import { decodeRevert } from "#sdk/errors/decode.ts";
import { Failure } from "../failure.ts";
import type { Signer } from "./connect.ts";

/** What to send: a call, or ETH. */
export interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly value?: bigint;
}

/** Sends a call and waits until it is in a block. Fails with a sentence when the chain refuses it. */
export async function send(signer: Signer, call: Call, what: string): Promise<TransactionReceipt> {
  const hash = await signer.writer
    .sendTransaction({ to: call.to, data: call.data, value: call.value ?? 0n })
    .catch((error: unknown) => {
      throw new Failure(`${what} was refused; nothing changed.`, reasonOf(error), error);
    });
  const receipt = await signer.reader.waitForTransactionReceipt({ hash });
  if (receipt.status === "success") return receipt;
  const { blockNumber } = receipt;
  // A node that signs does not ask first: what it was refused for is what the same call is refused for now.
  const reason = await signer.reader
    .call({
      account: receipt.from,
      to: call.to,
      data: call.data,
      value: call.value ?? 0n,
      blockNumber,
    })
    .then(() => hash, reasonOf);
  throw new Failure(`${what} was refused in block ${blockNumber}; nothing changed.`, reason);
}

function reasonOf(error: unknown): string {
  const refusal = decodeRevert(error);
  if (refusal !== undefined) return `${refusal.sentence} ${refusal.hint}`;
  if (!(error instanceof Error)) return String(error);
  const details = "details" in error && typeof error.details === "string" ? error.details : "";
  return details === "" ? error.message : details;
}
