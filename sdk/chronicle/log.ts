import type { Address, Hex } from "viem";

/** A log as a chain has it, undecoded. */
export interface RawLog {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: bigint;
  readonly logIndex: number;
  readonly transactionHash: Hex;
}

/** A log as `eth_getLogs` and receipts answer it. */
export interface RpcLogLike {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: Hex | bigint | null;
  readonly logIndex: Hex | number | null;
  readonly transactionHash: Hex | null;
}

/** The undecoded log in an answer or a receipt. Throws for a log that is not in a block yet. */
export function toRawLog(log: RpcLogLike): RawLog {
  const { address, topics, data, blockNumber, logIndex, transactionHash } = log;
  if (blockNumber === null || logIndex === null || transactionHash === null) {
    throw new TypeError("A log that is not in a block proves nothing.");
  }
  return {
    address,
    topics: [...topics],
    data,
    blockNumber: BigInt(blockNumber),
    logIndex: Number(logIndex),
    transactionHash,
  };
}

/** The order of the chain. */
export function byPlace(a: RawLog, b: RawLog): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1;
  return a.logIndex - b.logIndex;
}
