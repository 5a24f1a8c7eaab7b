import type { Address, Hex } from "viem";
import { concat, encodeAbiParameters, keccak256, numberToHex, size, slice } from "viem";

import type { RawLog } from "./log.ts";

/** The parts of a head word. */
export interface HeadParts {
  /** The 184 bits of hash, in the upper bits of a word whose lower 72 are zero. */
  readonly hash: Hex;
  /** The block of the last event, as the chain's `block.number` had it; 0 before the first event. */
  readonly block: bigint;
  /** How many events there are: the number of the last one. */
  readonly number: number;
}

const BLOCK_MASK = (1n << 40n) - 1n;
const NUMBER_MASK = (1n << 32n) - 1n;
const HASH_MASK = ((1n << 184n) - 1n) << 72n;

/** Take a head word apart. */
export function unpackHead(word: Hex): HeadParts {
  const value = BigInt(word);
  return {
    hash: toWord(value & HASH_MASK),
    block: (value >> 32n) & BLOCK_MASK,
    number: Number(value & NUMBER_MASK),
  };
}

/** Put a head word together. */
export function packHead({ hash, block, number }: HeadParts): Hex {
  return toWord((BigInt(hash) & HASH_MASK) | (block << 32n) | BigInt(number));
}

/** The head before an organisation's first event: it binds the chain, the record and the organisation. */
export function genesis(chainId: number, circles: Address, organisation: number): Hex {
  const hash = keccak256(
    encodeAbiParameters(
      [{ type: "uint256" }, { type: "address" }, { type: "uint32" }],
      [BigInt(chainId), circles, organisation],
    ),
  );
  return toWord(BigInt(hash) & HASH_MASK);
}

/** The head after an event in `block`, which is the log's own unless the chain counts blocks otherwise. */
export function nextHead(previous: Hex, log: RawLog, block: bigint = log.blockNumber): Hex {
  const hash = keccak256(
    encodeAbiParameters(
      [{ type: "bytes32" }, { type: "address" }, { type: "bytes32" }, { type: "bytes32" }],
      [previous, log.address, keccak256(concat(log.topics)), keccak256(log.data)],
    ),
  );
  return packHead({ hash, block, number: unpackHead(previous).number + 1 });
}

/** The head before an event, which is the first word of its data; undefined when it has none. */
export function previousHead(log: RawLog): Hex | undefined {
  return size(log.data) < 32 ? undefined : slice(log.data, 0, 32);
}

function toWord(value: bigint): Hex {
  return numberToHex(value, { size: 32 });
}
