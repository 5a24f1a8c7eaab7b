import type { Client } from "viem";
import { getBlock, getChainId, readContract } from "viem/actions";

import type { ClockSample } from "#app/chain/clock.ts";
import type { Problem } from "#app/chain/problem.ts";
import { problemOf, WrongChain } from "#app/chain/problem.ts";
import { Store } from "#app/chain/store.ts";
import { circlesAbi } from "#sdk/abi/circles.ts";
import type { ChronicleCache, Fetched } from "#sdk/chronicle/fetch.ts";
import { FoldError } from "#sdk/chronicle/fold/draft.ts";
import type { RawLog } from "#sdk/chronicle/log.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { advance, type Reading, read } from "#sdk/chronicle/read.ts";
import { HistoryError } from "#sdk/chronicle/verify.ts";
import type { Guide } from "#sdk/deployment.ts";

/** What has been read so far. */
export interface Watched {
  /** Null until an organisation was read for the first time. */
  readonly organisation: Organisation | null;
  /** What is shown is true at the end of this block. */
  readonly block: bigint;
  readonly clock: ClockSample;
  /** Whether the last acts come from a receipt, which the next reading confirms. */
  readonly ahead: boolean;
  /** How many events were proved, and when that was last confirmed, in the reader's milliseconds. */
  readonly confirmedAt: number;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Whether the history is another than the one read before: a local chain that began anew. */
  readonly begunAnew: boolean;
}

export interface WatchParameters {
  readonly client: Client;
  readonly guide: Guide;
  readonly rpc: string;
  readonly organisation: number;
  readonly cache?: ChronicleCache;
}

const LOCAL_MS = 1_200;
const REMOTE_MS = 6_000;
/** While nobody looks. */
const HIDDEN_MS = 30_000;

/** Reads an organisation, proves what it reads, and keeps up with the chain. */
export class Watch {
  readonly store: Store<Watched>;
  readonly #parameters: WatchParameters;
  #reading: Reading | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #begunAnew = false;
  readonly #shortest: number;
  /** Longer after each failure: an RPC that is down is not hurried up. */
  #pause: number;

  constructor(parameters: WatchParameters) {
    this.#parameters = parameters;
    this.#shortest = parameters.guide.local ? LOCAL_MS : REMOTE_MS;
    this.#pause = this.#shortest;
    this.store = new Store<Watched>({
      organisation: null,
      block: 0n,
      clock: { chain: 0, wall: Date.now(), own: parameters.guide.local },
      ahead: false,
      confirmedAt: 0,
      problem: null,
      busy: true,
      begunAnew: false,
    });
  }

  /** Look now, and from now on. */
  start(): void {
    document.addEventListener("visibilitychange", this.#onVisible);
    this.#tick();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.#onVisible);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Look at the chain now. Resolves when what it says is shown. */
  async look(): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      return await this.#running;
    }
    this.#running = this.#lookUntilSettled().finally(() => {
      this.#running = undefined;
    });
    return await this.#running;
  }

  /** Show what a receipt's own logs say, before the next reading. False when something else came between. */
  take(logs: readonly RawLog[], block: bigint): boolean {
    const { organisation } = this.store.get();
    if (organisation === null) return false;
    const next = tryAdvance(organisation, logs);
    if (next === undefined) return false;
    this.store.update((was) => ({
      ...was,
      organisation: next,
      block: block > was.block ? block : was.block,
      ahead: next.head.number > (this.#reading?.state.head.number ?? 0),
    }));
    return true;
  }

  /** The reader knows that the chain began anew. */
  understood(): void {
    this.#begunAnew = false;
    this.store.update((was) => ({ ...was, begunAnew: false }));
  }

  readonly #onVisible = () => {
    if (document.visibilityState === "visible") this.#tick();
  };

  #tick(): void {
    clearTimeout(this.#timer);
    void this.look().then(() => {
      const failed = this.store.get().problem !== null;
      this.#pause = failed ? Math.min(this.#pause * 2, HIDDEN_MS) : this.#shortest;
      const wait = document.visibilityState === "visible" ? this.#pause : HIDDEN_MS;
      this.#timer = setTimeout(() => this.#tick(), wait);
    });
  }

  async #lookUntilSettled(): Promise<void> {
    do {
      this.#again = false;
      await this.#lookOnce();
    } while (this.#again);
  }

  async #lookOnce(): Promise<void> {
    try {
      const { block, clock } = await this.#measure();
      const known = this.#reading;
      const unchanged =
        known !== undefined &&
        block >= known.block &&
        (await this.#headAt(block)) === known.headWord;
      if (!unchanged) this.#reading = await this.#read();
      this.#show(unchanged ? block : (this.#reading?.block ?? block), clock);
    } catch (error) {
      const problem = problemOf(error, this.#parameters.rpc);
      this.store.update((was) => ({ ...was, problem, busy: false }));
    }
  }

  #show(block: bigint, clock: ClockSample): void {
    const reading = this.#reading;
    if (reading === undefined) return;
    this.store.update((was) => {
      const shown = was.organisation;
      // A receipt may be ahead of an RPC that has not seen its block yet; a chain that began anew is not.
      const isAhead =
        was.ahead &&
        shown !== null &&
        shown.head.number > reading.state.head.number &&
        block < was.block;
      const clockNow = sameClock(was.clock, clock) ? was.clock : clock;
      return {
        organisation: isAhead ? shown : reading.state,
        block: isAhead ? was.block : block,
        clock: clockNow,
        ahead: isAhead,
        confirmedAt: Date.now(),
        problem: null,
        busy: false,
        begunAnew: was.begunAnew || this.#begunAnew,
      };
    });
  }

  /** The newest block, and the time on this chain. */
  async #measure(): Promise<{ block: bigint; clock: ClockSample }> {
    const { client, guide } = this.#parameters;
    const latest = await getBlock(client, { blockTag: "latest" });
    // A local chain's clock runs on between its blocks; the block it would make now shows it.
    const next = guide.local ? await getBlock(client, { blockTag: "pending" }) : latest;
    const chain = Math.max(Number(next.timestamp), Number(latest.timestamp));
    const clock = { chain, wall: Date.now(), own: guide.local };
    return { block: latest.number, clock };
  }

  #headAt(blockNumber: bigint) {
    const { client, guide, organisation } = this.#parameters;
    return readContract(client, {
      address: guide.deployment.contracts.circles.address,
      abi: circlesAbi,
      functionName: "head",
      args: [organisation],
      blockNumber,
    });
  }

  async #read(): Promise<Reading> {
    const { client, guide, organisation, cache } = this.#parameters;
    const { contracts, chainId } = guide.deployment;
    if (this.#reading === undefined) {
      const actual = await getChainId(client);
      if (actual !== chainId) throw new WrongChain(chainId, actual);
    }
    const since = this.#reading;
    let kept: Fetched | undefined = since;
    const remembering = cache && {
      ...cache,
      get: async (key: string) => {
        kept ??= await cache.get(key);
        return kept;
      },
    };
    const all = {
      client,
      circles: contracts.circles.address,
      organisation,
      startBlock: BigInt(contracts.circles.block),
    };
    try {
      const reading = await read({
        ...all,
        ...(remembering === undefined ? {} : { cache: remembering }),
        ...(since === undefined ? {} : { since }),
      });
      const [was] = kept?.logs ?? [];
      if (was !== undefined && was.data !== reading.logs[0]?.data) this.#begunAnew = true;
      return reading;
    } catch (error) {
      if (!(error instanceof HistoryError || error instanceof FoldError)) throw error;
      // What was kept may be what is wrong: read all of it anew before the RPC is blamed.
      const fresh = cache === undefined ? {} : { cache: { ...cache, get: forgotten } };
      return await read({ ...all, ...fresh });
    }
  }
}

function forgotten(): Promise<undefined> {
  return Promise.resolve(undefined);
}

function tryAdvance(state: Organisation, logs: readonly RawLog[]): Organisation | undefined {
  try {
    return advance(state, logs);
  } catch {
    // The next reading says what is wrong with it.
    return undefined;
  }
}

/** Measuring takes time and blocks have whole seconds: a difference of two seconds is none. */
function sameClock(one: ClockSample, other: ClockSample): boolean {
  const offset = ({ chain, wall }: ClockSample) => chain - wall / 1000;
  return one.own && one.chain !== 0 && Math.abs(offset(one) - offset(other)) < 2;
}
