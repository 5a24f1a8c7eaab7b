import type { Hex } from "viem";
import { concat, numberToHex } from "viem";

import { ConsentricError } from "../errors/base.ts";
import { nextHead, packHead, previousHead, unpackHead } from "./head.ts";
import type { RawLog } from "./log.ts";

/**
 * What is wrong with a history:
 *
 * - missing: events between two others are not there;
 * - truncated: events at the end are not there;
 * - altered: an event is not the one that was linked;
 * - out of order: an event comes later than it happened;
 * - surplus: an event is there a second time, or after the end;
 * - foreign: an event was never linked into this history.
 */
export type Defect = "missing" | "truncated" | "altered" | "out of order" | "surplus" | "foreign";

/** A history that does not prove itself, at its first bad event. */
export class HistoryError extends ConsentricError {
  override readonly name = "HistoryError";
  readonly defect: Defect;
  /** The number of the first bad event. */
  readonly number: number;
  /** The number of the last event that is missing; `number` when it is one. */
  readonly lastNumber: number;
  /** The block it should be in, as later events or the head know it; undefined when nothing tells. */
  readonly block: bigint | undefined;
  /** Where in the list it was noticed, from 0. */
  readonly index: number;

  constructor(bad: Bad) {
    super("HISTORY", sentenceOf(bad), {
      details: bad.details,
      hint: "Ask another source for this history: the chain itself keeps its head.",
    });
    this.defect = bad.defect;
    this.number = bad.number;
    this.lastNumber = bad.lastNumber ?? bad.number;
    this.block = bad.block;
    this.index = bad.index;
  }
}

interface Bad {
  defect: Defect;
  number: number;
  lastNumber?: number;
  block: bigint | undefined;
  index: number;
  details?: string;
}

export interface VerifyParameters {
  /** The logs, in the order of the chain. */
  readonly logs: readonly RawLog[];
  /** The head before the first of them: `genesis(…)`, or where an earlier verification ended. */
  readonly from: Hex;
  /** The head after the last of them, as the chain has it. */
  readonly to: Hex;
  /**
   * Whether `block.number` inside the chain is the number of the chain's own blocks. False on second layers where
   * it is the first layer's: then the blocks in the heads are taken as said, the hashes still prove everything.
   */
  readonly ownBlocks?: boolean;
}

/**
 * Prove that the logs are a history's events between two heads: complete, ordered, unaltered. Knows no ABI.
 * @returns the head after each log.
 * @throws HistoryError naming the first bad event.
 */
export function verify({ logs, from, to, ownBlocks = true }: VerifyParameters): readonly Hex[] {
  const heads: Hex[] = [];
  let head = from;
  for (const [index, log] of logs.entries()) {
    if (claimOf(log) !== head)
      throw new HistoryError(diagnose({ logs, from, to, ownBlocks }, index, head));
    head = linkAt(logs, index, to, ownBlocks);
    heads.push(head);
  }
  if (head !== to) throw new HistoryError(diagnoseEnd(logs, from, head, to));
  return heads;
}

/**
 * The heads after logs that follow `from`, when nobody names the head they lead to: a receipt, for example.
 * @throws HistoryError when the first of them does not follow `from`, or one of them not the one before.
 */
export function verifyFollowing(logs: readonly RawLog[], from: Hex): readonly Hex[] {
  const to = logs.reduce((head, log) => nextHead(head, log), from);
  return verify({ logs, from, to });
}

/** The head after a log: its hash is recomputed, its block is the log's own or what its successor says. */
function linkAt(logs: readonly RawLog[], index: number, to: Hex, ownBlocks: boolean): Hex {
  const log = logs[index] as RawLog;
  const previous = claimOf(log) as Hex;
  return nextHead(previous, log, ownBlocks ? log.blockNumber : wordAfter(logs, index, to).block);
}

/** What the successor of a log, or the final head, says of the head after the log. */
function wordAfter(logs: readonly RawLog[], index: number, to: Hex) {
  return unpackHead(successor(logs, index, to));
}

function successor(logs: readonly RawLog[], index: number, to: Hex): Hex {
  const next = logs[index + 1];
  return (next === undefined ? to : claimOf(next)) ?? numberToHex(0, { size: 32 });
}

function claimOf(log: RawLog): Hex | undefined {
  return previousHead(log)?.toLowerCase() as Hex | undefined;
}

/** Why the log at `index` does not follow `head`. */
function diagnose(history: Required<VerifyParameters>, index: number, head: Hex): Bad {
  const { logs, to } = history;
  const log = logs[index] as RawLog;
  const claim = claimOf(log);
  const expected = unpackHead(head).number + 1;
  if (claim === undefined || log.topics.length !== 3) {
    return { defect: "foreign", number: expected, block: undefined, index, details: placeOf(log) };
  }
  const claimed = unpackHead(claim);
  if (isOnlyFirstWordWrong(history, index, head)) {
    const { block } = wordAfter(logs, index, to);
    const details = `Its first word is ${claim}, the head before it is ${head}. ${placeOf(log)}`;
    return { defect: "altered", number: expected, block, index, details };
  }
  if (claimed.number >= expected) return diagnoseGap(logs, index, head, claimed);
  if (claimed.number === expected - 1) return diagnosePredecessor(history, index, head, claim);
  return diagnoseRepeat(logs, index, to, claim);
}

/** Whether the log would link what surrounds it, were it not for its own first word. */
function isOnlyFirstWordWrong(
  history: Required<VerifyParameters>,
  index: number,
  head: Hex,
): boolean {
  const { logs, to, ownBlocks } = history;
  const log = logs[index] as RawLog;
  const repaired = { ...log, data: concat([head, `0x${log.data.slice(2 + 64)}`]) };
  const next = successor(logs, index, to);
  const block = ownBlocks ? log.blockNumber : unpackHead(next).block;
  return nextHead(head, repaired, block) === next;
}

/** The log claims a later number than the next one: something before it is missing, or comes later. */
function diagnoseGap(
  logs: readonly RawLog[],
  index: number,
  head: Hex,
  claimed: { block: bigint; number: number },
): Bad {
  const number = unpackHead(head).number + 1;
  const later = logs.findIndex((log, at) => at > index && claimOf(log) === head);
  if (later >= 0) {
    const details = placeOf(logs[later] as RawLog);
    const block = blockOf(logs, number) ?? logs[later]?.blockNumber;
    return { defect: "out of order", number, block, index: later, details };
  }
  // Only the last of the missing events is placed by its successor.
  const block = claimed.number === number ? claimed.block : undefined;
  const details = `Event ${claimed.number} was in block ${claimed.block}.`;
  return { defect: "missing", number, lastNumber: claimed.number, block, index, details };
}

/** The block of the event with this number, as the log that claims to follow it says. */
function blockOf(logs: readonly RawLog[], number: number): bigint | undefined {
  for (const log of logs) {
    const claim = claimOf(log);
    if (claim !== undefined && unpackHead(claim).number === number) return unpackHead(claim).block;
  }
  return undefined;
}

/** The log claims the right number but another head: the one before it is not what was linked. */
function diagnosePredecessor(
  history: Required<VerifyParameters>,
  index: number,
  head: Hex,
  claim: Hex,
): Bad {
  const { logs, ownBlocks } = history;
  const before = logs[index - 1];
  const { block, number } = unpackHead(claim);
  if (before === undefined) {
    const details = `It follows ${claim}, this history starts from ${head}.`;
    return { defect: "foreign", number: number + 1, block: undefined, index, details };
  }
  const moved = ownBlocks && before.blockNumber !== block;
  const details = moved
    ? `It is said to be in block ${before.blockNumber}, its successor knows it in block ${block}.`
    : placeOf(before);
  return { defect: "altered", number, block, index: index - 1, details };
}

/** The log claims a number that is taken: it is there twice, or one of the two was never linked. */
function diagnoseRepeat(logs: readonly RawLog[], index: number, to: Hex, claim: Hex): Bad {
  const log = logs[index] as RawLog;
  const number = unpackHead(claim).number + 1;
  const first = logs.findIndex((other) => claimOf(other) === claim);
  const twin = logs[first] as RawLog;
  if (first < index && isSame(twin, log)) {
    return { defect: "surplus", number, block: log.blockNumber, index, details: placeOf(log) };
  }
  // Whichever of the two its successor follows is the one that was linked.
  const followed = nextHead(claim, log) === successor(logs, index, to);
  const at = followed && first < index ? first : index;
  return {
    defect: "foreign",
    number,
    block: followed ? wordAfter(logs, index, to).block : undefined,
    index: at,
    details: placeOf(logs[at] as RawLog),
  };
}

/** All logs follow each other, but end at another head than the chain's. */
function diagnoseEnd(logs: readonly RawLog[], from: Hex, head: Hex, to: Hex): Bad {
  const have = unpackHead(head).number;
  const { number, block } = unpackHead(to);
  const index = logs.length - 1;
  if (number > have) {
    const details = `The chain's head counts ${number} events, the last in block ${block}.`;
    const where = number === have + 1 ? block : undefined;
    return {
      defect: "truncated",
      number: have + 1,
      lastNumber: number,
      block: where,
      index,
      details,
    };
  }
  if (number < have) {
    const first = index - (have - number) + 1;
    const details = `The chain's head counts ${number} events.`;
    return { defect: "surplus", number: number + 1, block: undefined, index: first, details };
  }
  const last = logs.at(-1);
  if (last === undefined) {
    const details = `The chain's head is ${to}, this history starts from ${from}.`;
    return { defect: "foreign", number: have, block, index, details };
  }
  const moved = packHead({ ...unpackHead(head), block }) === to;
  const details = moved
    ? `It is said to be in block ${last.blockNumber}, the chain's head knows it in block ${block}.`
    : placeOf(last);
  return { defect: "altered", number, block, index, details };
}

function isSame(a: RawLog, b: RawLog): boolean {
  return a.address === b.address && a.data === b.data && concat(a.topics) === concat(b.topics);
}

function placeOf(log: RawLog): string {
  return `Log ${log.logIndex} of block ${log.blockNumber}, transaction ${log.transactionHash}.`;
}

function sentenceOf({ defect, number, lastNumber = number, block }: Bad): string {
  const events = lastNumber > number ? `Events ${number} to ${lastNumber}` : `Event ${number}`;
  const are = lastNumber > number ? "are" : "is";
  const where = block === undefined ? "" : ` of block ${block}`;
  if (defect === "missing") return `${events}${where} ${are} missing.`;
  if (defect === "truncated") return `${events}${where} ${are} missing at the end.`;
  if (defect === "altered") return `${events}${where} is not the one that was recorded.`;
  if (defect === "out of order") return `${events}${where} is out of order.`;
  if (defect === "surplus") return `${events}${where} is there once too often.`;
  return `What is given as event ${number}${where} was never part of this history.`;
}
