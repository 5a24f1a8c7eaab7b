import type { Address, Hex } from "viem";
import { concat, keccak256, numberToHex, pad, stringToHex } from "viem";

import { genesis, nextHead } from "#sdk/chronicle/head.ts";
import type { RawLog } from "#sdk/chronicle/log.ts";

export const CIRCLES: Address = "0xc1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1";
export const CHAIN = 31337;
export const ORGANISATION = 7;
export const GENESIS = genesis(CHAIN, CIRCLES, ORGANISATION);

/** A history of events that say nothing: each in a block of its own, or two in one. */
export function syntheticHistory(length: number): { logs: RawLog[]; head: Hex } {
  const logs: RawLog[] = [];
  let head = GENESIS;
  for (let number = 1; number <= length; number++) {
    const log = syntheticLog(number, head);
    logs.push(log);
    head = nextHead(head, log);
  }
  return { logs, head };
}

/** An event that says nothing but its number. */
export function syntheticLog(number: number, previous: Hex): RawLog {
  return {
    address: CIRCLES,
    topics: [
      keccak256(stringToHex("Something()")),
      numberToHex(ORGANISATION, { size: 32 }),
      numberToHex(number, { size: 32 }),
    ],
    data: concat([previous, pad(numberToHex(number))]),
    blockNumber: BigInt(100 + 10 * Math.floor(number / 2)),
    logIndex: number % 2,
    transactionHash: keccak256(numberToHex(number)),
  };
}
