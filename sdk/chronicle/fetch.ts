import type { Abi, Address, Client, Hex } from "viem";
import { numberToHex, toEventSelector } from "viem";
import { getBlock, getBlockNumber, getChainId, readContract } from "viem/actions";

import { circlesAbi } from "../abi/circles.ts";
import { foundingAbi } from "../abi/founding.ts";
import { ConsentricError } from "../errors/base.ts";
import { decode } from "./decode.ts";
import type { Act } from "./events.ts";
import { previousHead, unpackHead } from "./head.ts";
import type { RawLog } from "./log.ts";
import { byPlace } from "./log.ts";
import type { LogFilter } from "./scan.ts";
import { logsOf, scan } from "./scan.ts";

/** What was fetched of one organisation's history. Nothing is proved yet: see `verify`. */
export interface Fetched {
  readonly chainId: number;
  readonly circles: Address;
  readonly organisation: number;
  /** All logs from the first event on, in the order of the chain. */
  readonly logs: readonly RawLog[];
  /** The head that the chain had at the end of `block`. */
  readonly headWord: Hex;
  readonly block: bigint;
  readonly blockHash: Hex;
}

/** Where fetched histories are kept between visits. A cache cannot lie: what it gives is verified like anything. */
export interface ChronicleCache {
  get(key: string): Promise<Fetched | undefined>;
  set(key: string, fetched: Fetched): Promise<void>;
}

export interface FetchParameters {
  readonly client: Client;
  readonly circles: Address;
  readonly organisation: number;
  /** The block in which `circles` was deployed: no event is older. */
  readonly startBlock: bigint;
  /** The last block to read; the newest by default. */
  readonly toBlock?: bigint;
  /** Left out, everything is fetched. */
  readonly cache?: ChronicleCache;
  /** What was fetched before; goes before the cache. */
  readonly since?: Fetched;
  /**
   * forward: ranges from the first block on, halved where the RPC refuses them. backward: block by block along the
   * heads, for an RPC that caps ranges; impossible where `block.number` is not the chain's own. auto: whichever
   * asks less, as seen from the ranges that the RPC allows.
   */
  readonly direction?: "auto" | "forward" | "backward";
}

const FOUNDED = selectorOf(foundingAbi, "Founded");
const PROCESS_SET = selectorOf(foundingAbi, "ProcessSet");

function selectorOf(abi: Abi, name: string): Hex {
  const event = abi.find((item) => item.type === "event" && item.name === name);
  return toEventSelector(event as Parameters<typeof toEventSelector>[0]);
}

/** The key of a history in a cache. */
export function cacheKey(chainId: number, circles: Address, organisation: number): string {
  return `${chainId}/${circles.toLowerCase()}/${organisation}`;
}

/**
 * Fetch an organisation's logs and its head at the same block.
 * @throws ConsentricError `UNKNOWN_ORGANISATION`, or `LOGS_UNAVAILABLE` naming the blocks that could not be read:
 * a failed query is never an empty one.
 */
export async function fetchChronicle(parameters: FetchParameters): Promise<Fetched> {
  const { client, circles, organisation } = parameters;
  const chainId = await getChainId(client);
  const block = parameters.toBlock ?? (await getBlockNumber(client, { cacheTime: 0 }));
  const [{ hash: blockHash }, headWord] = await Promise.all([
    getBlock(client, { blockNumber: block }),
    readHead(client, circles, organisation, block),
  ]);
  if (BigInt(headWord) === 0n) throw unknownOrganisation(circles, organisation, block);

  const key = cacheKey(chainId, circles, organisation);
  const known = await stillTrue(client, parameters.since ?? (await parameters.cache?.get(key)), {
    chainId,
    circles,
    organisation,
    block,
  });
  const logs =
    known?.headWord === headWord ? known.logs : await complete(parameters, headWord, block, known);
  const fetched = { chainId, circles, organisation, logs, headWord, block, blockHash };
  await parameters.cache?.set(key, fetched);
  return fetched;
}

function readHead(client: Client, address: Address, organisation: number, blockNumber: bigint) {
  return readContract(client, {
    address,
    abi: circlesAbi,
    functionName: "head",
    args: [organisation],
    blockNumber,
  });
}

function unknownOrganisation(circles: Address, organisation: number, block: bigint) {
  return new ConsentricError(
    "UNKNOWN_ORGANISATION",
    `No organisation has the number ${organisation} here.`,
    { details: `Circles ${circles}, block ${block}.` },
  );
}

/** What was known, unless it is of something else, of a later moment, or the chain went back on it. */
async function stillTrue(
  client: Client,
  known: Fetched | undefined,
  wanted: { chainId: number; circles: Address; organisation: number; block: bigint },
): Promise<Fetched | undefined> {
  if (known === undefined || known.block > wanted.block) return undefined;
  const { chainId, circles, organisation } = wanted;
  const same =
    cacheKey(known.chainId, known.circles, known.organisation) ===
    cacheKey(chainId, circles, organisation);
  if (!same) return undefined;
  const block = await getBlock(client, { blockNumber: known.block }).catch(() => undefined);
  return block?.hash === known.blockHash ? known : undefined;
}

/** All logs up to the head, those already known before them. */
async function complete(
  parameters: FetchParameters,
  headWord: Hex,
  block: bigint,
  known: Fetched | undefined,
): Promise<readonly RawLog[]> {
  const { direction = "auto" } = parameters;
  const before = known?.logs ?? [];
  if (direction === "backward") return await walkBack(parameters, headWord, before);

  const filter: LogFilter = { topics: [null, numberToHex(parameters.organisation, { size: 32 })] };
  const have = before.length;
  const events = unpackHead(headWord).number - have;
  const isWorth = (blocksLeft: bigint, size: bigint) =>
    direction === "forward" || blocksLeft / size <= BigInt(events) + 1n;
  const from = known === undefined ? parameters.startBlock : known.block + 1n;
  const { client, circles } = parameters;
  const [founding, ...parts] = await partsOf(client, circles);
  const founded =
    before[0] ??
    (
      await scan({
        client,
        filter: { address: [founding], topics: [FOUNDED, ...filter.topics.slice(1)] },
        from,
        to: block,
        isWorth,
        isEnough: (logs) => logs.length > 0,
      })
    )?.[0];
  if (founded === undefined) return await walkBack(parameters, headWord, before);
  const begin = known === undefined ? founded.blockNumber : from;
  const own = [circles, founding, ...parts];
  // Whoever was let in later speaks from then on: what they said is asked for until nobody new is heard of.
  const asked = new Set<Address>();
  let found: readonly RawLog[] = [];
  let next = [...own, ...processesIn([founded, ...before])];
  while (next.length > 0) {
    for (const speaker of next) asked.add(speaker);
    const logs = await scan({
      client,
      filter: { ...filter, address: next },
      from: begin,
      to: block,
      isWorth,
    });
    if (logs === undefined) return await walkBack(parameters, headWord, before);
    found = [...found, ...logs];
    next = processesIn(logs).filter((process) => !asked.has(process));
  }
  return [...before, ...found.toSorted(byPlace)];
}

/** The processes that a history names: those it was founded with, and those that were let in since. */
function processesIn(logs: readonly RawLog[]): readonly Address[] {
  const named = logs.filter(({ topics: [name] }) => name === FOUNDED || name === PROCESS_SET);
  return [...new Set(named.map((log) => decode(log)).flatMap(processesOf))];
}

function processesOf(act: Act): readonly Address[] {
  if (act.name === "Founded") return act.args.processes.map(({ process }) => process);
  return act.name === "ProcessSet" ? [act.args.process] : [];
}

/** The record's own parts: through which organisations are founded, people come and go, and governance changes it. */
function partsOf(client: Client, address: Address): Promise<[Address, Address, Address]> {
  const ask = (functionName: "founding" | "partners" | "structure") =>
    readContract(client, { address, abi: circlesAbi, functionName });
  return Promise.all([ask("founding"), ask("partners"), ask("structure")]);
}

/** Walk the heads: the block of an event is in the first word of the next one's data. */
async function walkBack(
  parameters: FetchParameters,
  headWord: Hex,
  before: readonly RawLog[],
): Promise<readonly RawLog[]> {
  const { client, circles, organisation } = parameters;
  const topics = [null, numberToHex(organisation, { size: 32 })];
  const own = [circles, ...(await partsOf(client, circles))];
  const allowed = new Map<string, Promise<boolean>>(
    own.map((each) => [each.toLowerCase(), Promise.resolve(true)]),
  );
  const speaks = (emitter: Address) => {
    const answer =
      allowed.get(emitter.toLowerCase()) ?? hasBits(client, circles, organisation, emitter);
    allowed.set(emitter.toLowerCase(), answer);
    return answer;
  };
  const blocks: (readonly RawLog[])[] = [];
  let head = unpackHead(headWord);
  while (head.number > before.length) {
    const found = await logsOf(client, { topics }, head.block, head.block);
    const ours: RawLog[] = [];
    for (const log of found) if (await speaks(log.address)) ours.push(log);
    const first = ours.toSorted(byPlace)[0];
    const previous = first === undefined ? undefined : previousHead(first);
    const earlier = previous === undefined ? undefined : unpackHead(previous);
    // Every step must lead to an earlier event, or the walk would never end.
    if (earlier === undefined || earlier.number >= head.number) throw lostTrack(head);
    blocks.push(ours.toSorted(byPlace));
    head = earlier;
  }
  return [...before, ...blocks.toReversed().flat()];
}

/** Whether a contract has bits in an organisation, or had them before it ended. */
async function hasBits(client: Client, circles: Address, organisation: number, emitter: Address) {
  const { bits } = await readContract(client, {
    address: circles,
    abi: circlesAbi,
    functionName: "mandateOf",
    args: [organisation, emitter],
  });
  return bits !== 0;
}

function lostTrack({ block, number }: { block: bigint; number: number }) {
  return new ConsentricError(
    "LOGS_UNAVAILABLE",
    `Event ${number} is missing: block ${block} should hold it, and this RPC finds nothing there.`,
    { hint: "Try another RPC, or read forward." },
  );
}
