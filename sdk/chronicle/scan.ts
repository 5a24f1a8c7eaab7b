import type { Address, Client, Hex } from "viem";
import { numberToHex } from "viem";

import { ConsentricError } from "../errors/base.ts";
import type { RawLog, RpcLogLike } from "./log.ts";
import { byPlace, toRawLog } from "./log.ts";

/** Which logs. */
export interface LogFilter {
  readonly address?: readonly Address[];
  readonly topics: readonly (Hex | null)[];
}

export interface ScanParameters {
  readonly client: Client;
  readonly filter: LogFilter;
  readonly from: bigint;
  readonly to: bigint;
  /** Asked when the RPC refused a range: whether it is still worth to go on in ranges of `size` blocks. */
  readonly isWorth?: (blocksLeft: bigint, size: bigint) => boolean;
  /** Asked after every range: whether the logs so far are all that is wanted. */
  readonly isEnough?: (logs: readonly RawLog[]) => boolean;
}

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 250;

/**
 * Read logs forward, range by range; ranges that the RPC finds too large are halved, and grow again.
 * @returns the logs in the order of the chain, or undefined when it was not worth to go on.
 * @throws ConsentricError `LOGS_UNAVAILABLE` naming the blocks that could not be read.
 */
export async function scan(parameters: ScanParameters): Promise<readonly RawLog[] | undefined> {
  const { client, filter, to, isWorth = () => true, isEnough = () => false } = parameters;
  const logs: RawLog[] = [];
  let from = parameters.from;
  let size = to - from + 1n;
  while (from <= to) {
    const end = from + size - 1n < to ? from + size - 1n : to;
    const found = await logsOf(client, filter, from, end).catch(tooLarge);
    if (found !== undefined) {
      logs.push(...found);
      if (isEnough(logs)) return logs;
      from = end + 1n;
      size *= 2n;
    } else {
      if (size === 1n) throw unavailable(from, end, undefined);
      size = (end - from + 2n) / 2n;
      if (!isWorth(to - from + 1n, size)) return undefined;
    }
  }
  return logs;
}

/** Undefined for an error that a smaller range may avoid; any other error goes on. */
function tooLarge(error: unknown): undefined {
  if (error instanceof ConsentricError && isAboutSize(error.cause)) return undefined;
  throw error;
}

/**
 * The logs of a range of blocks, in the order of the chain. Asks again a few times before it gives up.
 * @throws ConsentricError `LOGS_UNAVAILABLE` naming the blocks.
 */
export async function logsOf(
  client: Client,
  filter: LogFilter,
  from: bigint,
  to: bigint,
): Promise<readonly RawLog[]> {
  const query = {
    ...(filter.address === undefined ? {} : { address: [...filter.address] }),
    topics: [...filter.topics],
    fromBlock: numberToHex(from),
    toBlock: numberToHex(to),
  };
  for (let attempt = 1; ; attempt++) {
    try {
      const answer: unknown = await client.request({ method: "eth_getLogs", params: [query] });
      if (!Array.isArray(answer))
        throw new TypeError("The RPC answered something that is no list.");
      return answer.map((log: RpcLogLike) => toRawLog(log)).toSorted(byPlace);
    } catch (error) {
      const hopeless = isAboutSize(error) && from < to;
      if (hopeless || attempt === ATTEMPTS) throw unavailable(from, to, error);
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (attempt - 1)));
    }
  }
}

function unavailable(from: bigint, to: bigint, cause: unknown): ConsentricError {
  const blocks = from === to ? `block ${from}` : `blocks ${from} to ${to}`;
  return new ConsentricError("LOGS_UNAVAILABLE", `The events of ${blocks} could not be read.`, {
    details: cause instanceof Error ? cause.message : undefined,
    hint: "Nothing is known about these blocks. Try again, or another RPC.",
    cause,
  });
}

const SIZE_CODES = new Set([-32005, -32012, -32062, -32602]);
const ABOUT_RATE = /\brate\b|per second|429|too many requests|throttl/i;
const ABOUT_SIZE =
  /range|too large|too many|exceed|limit|more than|response size|too big|maximum|timed? ?out|413/i;

/** Whether an error says that too much was asked at once, rather than too often or in vain. */
export function isAboutSize(error: unknown): boolean {
  let found = false;
  for (let each = error; each instanceof Error; each = each.cause) {
    // The message of viem's errors also quotes the URL and the request: those say nothing about the answer.
    const { shortMessage, details, code } = each as {
      shortMessage?: unknown;
      details?: unknown;
      code?: unknown;
    };
    const text = [shortMessage ?? each.message, details].join(" ");
    if (ABOUT_RATE.test(text)) return false;
    found ||= ABOUT_SIZE.test(text) || (typeof code === "number" && SIZE_CODES.has(code));
  }
  return found;
}
