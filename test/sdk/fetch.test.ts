import { expect } from "chai";
import type { Client, EIP1193RequestFn, Hex } from "viem";
import { concat, createPublicClient, custom, pad } from "viem";
import { hardhat } from "viem/chains";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { ChronicleCache, Fetched, FetchParameters } from "#sdk/chronicle/fetch.ts";
import { fetchChronicle } from "#sdk/chronicle/fetch.ts";
import type { RawLog } from "#sdk/chronicle/log.ts";
import { toRawLog } from "#sdk/chronicle/log.ts";
import { advance, read } from "#sdk/chronicle/read.ts";
import { isAboutSize } from "#sdk/chronicle/scan.ts";
import { HistoryError } from "#sdk/chronicle/verify.ts";
import { ConsentricError } from "#sdk/errors/base.ts";
import { Bakery, REASONS } from "./bakery.ts";
import { ORGANISATION } from "./synthetic.ts";
import { change, words } from "./world.ts";

type Asked = { method: string; params?: unknown };
type Answer = (asked: Asked, pass: () => Promise<unknown>) => Promise<unknown>;

/** A client that reaches the chain through somebody who may refuse, forget or lie. */
function through(client: Client, answer: Answer): Client {
  const request = (asked: Asked) =>
    answer(asked, () => (client.request as EIP1193RequestFn)(asked));
  return createPublicClient({
    chain: hardhat,
    transport: custom({ request }, { retryCount: 0 }),
    cacheTime: 0,
  });
}

/** Whoever answers no more than `most` blocks at once. */
function capped(most: number, sizes: number[] = []): Answer {
  return async ({ method, params }, pass) => {
    if (method !== "eth_getLogs") return await pass();
    const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }];
    const size = Number(toBlock) - Number(fromBlock) + 1;
    sizes.push(size);
    if (size > most) throw Object.assign(new Error("block range is too wide"), { code: -32600 });
    return await pass();
  };
}

describe("fetch", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let whole: Fetched;
  let parameters: Pick<FetchParameters, "circles" | "organisation" | "startBlock">;
  let client: Client;

  before(async () => {
    bakery = await Bakery.busy();
    ({ client } = bakery.world);
    const { contracts, startBlock } = bakery.world;
    parameters = { circles: contracts.circles, organisation: 1, startBlock };
    whole = await fetchChronicle({ client, ...parameters });
  });

  it("asks once for the founding and once for the rest where nothing is capped", async () => {
    const sizes: number[] = [];
    await fetchChronicle({ client: through(client, capped(1e9, sizes)), ...parameters });
    expect(sizes).to.have.length(2);
  });

  it("halves what is refused as too large, and comes to the same", async () => {
    for (const most of [1, 3, 16]) {
      const direction = "forward";
      const narrow = through(client, capped(most));
      const fetched = await fetchChronicle({ client: narrow, ...parameters, direction });
      expect(fetched).to.deep.equal(whole);
    }
  });

  it("comes to the same backward", async () => {
    const sizes: number[] = [];
    const fetched = await fetchChronicle({
      client: through(client, capped(1, sizes)),
      ...parameters,
      direction: "backward",
    });
    expect(fetched).to.deep.equal(whole);
    expect(new Set(sizes)).to.deep.equal(new Set([1]));
  });

  it("turns around where walking back asks less", async () => {
    const sizes: number[] = [];
    await bakery.world.mine(5_000);
    const narrow = through(client, capped(1, sizes));
    const fetched = await fetchChronicle({ client: narrow, ...parameters });
    expect(fetched.logs).to.deep.equal(whole.logs);
    expect(sizes.length).to.be.lessThan(whole.logs.length + 20);
  });

  it("never takes an error for nothing, and names the blocks", async () => {
    const broken = through(client, async ({ method }, pass) => {
      if (method === "eth_getLogs") throw new Error("the database is on fire");
      return await pass();
    });
    const error = await fetchChronicle({ client: broken, ...parameters }).catch((it) => it);
    expect(error).to.be.instanceOf(ConsentricError);
    expect(error.code).to.equal("LOGS_UNAVAILABLE");
    expect(error.sentence).to.match(/^The events of blocks \d+ to \d+ could not be read\.$/);
    expect(error.details).to.contain("on fire");
  });

  it("asks again after a hiccup", async () => {
    let hiccups = 2;
    const shaky = through(client, async ({ method }, pass) => {
      if (method === "eth_getLogs" && hiccups-- > 0) throw new Error("try later");
      return await pass();
    });
    expect(await fetchChronicle({ client: shaky, ...parameters })).to.deep.include({
      logs: whole.logs,
    });
  });

  it("does not believe who forgets, alters or invents", async () => {
    const lying = (change: (logs: unknown[]) => unknown[]) =>
      read({
        client: through(client, async ({ method }, pass) => {
          const answer = await pass();
          const isMore = Array.isArray(answer) && answer.length > 1;
          return method === "eth_getLogs" && isMore ? change(answer) : answer;
        }),
        ...parameters,
      }).catch((error) => error);
    expect(await lying((logs) => logs.slice(0, -1))).to.be.instanceOf(HistoryError);
    expect(await lying((logs) => logs.toSpliced(3, 1))).to.be.instanceOf(HistoryError);
    const altered = (log: unknown) => ({ ...(log as RawLog), data: `${(log as RawLog).data}00` });
    expect(await lying((logs) => logs.map(altered))).to.be.instanceOf(Error);
    expect(await lying((logs) => [...logs, ...logs.slice(-1)])).to.be.instanceOf(HistoryError);
  });

  it("walks past what others log about the organisation", async () => {
    const spam = (logs: unknown[]) => {
      const [log] = logs as [{ topics: Hex[]; data: Hex }] | [];
      if (log === undefined) return logs;
      const address = "0x9999999999999999999999999999999999999999";
      return [{ ...log, address, logIndex: "0x0", data: concat([pad("0x7"), log.data]) }, ...logs];
    };
    const noisy = through(client, async ({ method, params }, pass) => {
      const answer = await pass();
      const { address } = ((params ?? [{}]) as [{ address?: unknown }])[0] ?? {};
      return method === "eth_getLogs" && address === undefined ? spam(answer as unknown[]) : answer;
    });
    const direction = "backward";
    expect(await fetchChronicle({ client: noisy, ...parameters, direction })).to.deep.include({
      logs: whole.logs,
    });
  });

  it("says that there is no such organisation", async () => {
    const organisation = ORGANISATION;
    const error = await fetchChronicle({ client, ...parameters, organisation }).catch((it) => it);
    expect(error.code).to.equal("UNKNOWN_ORGANISATION");
  });

  it("knows too much from too often and from in vain", () => {
    const size = ["query returned more than 10000 results", "exceed maximum block range: 5000"];
    const other = ["429 Too Many Requests", "rate limit exceeded", "connection refused"];
    expect(size.every((text) => isAboutSize(new Error(text)))).to.equal(true);
    expect(other.some((text) => isAboutSize(new Error(text)))).to.equal(false);
  });
});

describe("read", function () {
  this.timeout(60_000);

  it("goes on from the cache, and drops it when the chain went back on it", async () => {
    const bakery = await Bakery.open();
    const { client, contracts, startBlock, people } = bakery.world;
    const [operations] = await bakery.roles();
    const { circles } = contracts;
    const kept = new Map<string, Fetched>();
    const cache: ChronicleCache = {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, fetched) => Promise.resolve(void kept.set(key, fetched)),
    };
    const asked: Hex[] = [];
    const watched = through(client, async ({ method, params }, pass) => {
      if (method === "eth_getLogs") asked.push((params as [{ fromBlock: Hex }])[0].fromBlock);
      return await pass();
    });
    const parameters = { client: watched, circles, organisation: 1, startBlock, cache };
    const first = await read(parameters);
    asked.length = 0;
    expect(await read(parameters)).to.deep.equal(first);
    expect(asked).to.deep.equal([]);

    const snapshot = await bakery.world.snapshot();
    await bakery.act(bakery.anna, "declareOpenness", { organisation: 1, open: true });
    const second = await read({ ...parameters, since: first });
    expect(asked.map(BigInt)).to.deep.equal([first.block + 1n]);
    expect(second.state.acts).to.have.length(first.state.acts.length + 1);
    expect((await read(parameters)).state).to.deep.equal(second.state);

    await bakery.world.revert(snapshot);
    await bakery.act(bakery.ben, "resign", { role: operations });
    await bakery.act(bakery.ben, "declareOpenness", { organisation: 1, open: true });
    const third = await read({ ...parameters, since: second });
    const names = third.state.acts.slice(first.state.acts.length).map(({ name }) => name);
    expect(names).to.deep.equal(["Unassigned", "OpennessDeclared"]);
    expect(people).to.include(third.state.founder);
  });

  it("replays text that is not valid UTF-8", async () => {
    const bakery = await Bakery.open();
    const [operations] = await bakery.roles();
    const call = bakery.call("propose", {
      circle: (1n << 32n) | 1n,
      asRole: operations,
      slot: 0,
      changes: [change({ kind: ChangeKind.AdoptPolicy, words: words("Open books") })],
      reasons: { ...REASONS, tension: "§§§§" },
    });
    // § is c2 a7: its first byte alone is no character, and ef bb bf is a mark that decoders swallow.
    const data = call.data.replace("c2a7c2a7c2a7c2a7", "efbbbfffc2c2c2c2") as Hex;
    expect(data).to.not.equal(call.data);
    await bakery.world.act(bakery.anna, { ...call, data });
    const { state } = await bakery.read();
    const [proposal] = [...state.proposals.values()];
    const content = proposal?.versions[0]?.contentHash ?? "0x";
    await bakery.act(bakery.ben, "confirm", { proposal: proposal?.id ?? 0n, version: 1, content });
    expect((await bakery.read()).state.acts.at(-1)?.name).to.equal("Confirmed");
  });

  it("advances from a receipt, and not past what it has not seen", async () => {
    const bakery = await Bakery.open();
    const before = (await bakery.read()).state;
    const logsOf = async (hash: Hex): Promise<RawLog[]> => {
      const { logs } = await bakery.world.client.getTransactionReceipt({ hash });
      return logs.map(toRawLog);
    };
    const first = await bakery.act(bakery.anna, "declareOpenness", { organisation: 1, open: true });
    const second = await bakery.act(bakery.ben, "declareOpenness", { organisation: 1, open: true });
    const after = advance(before, await logsOf(first));
    expect(after?.acts).to.have.length(before.acts.length + 1);
    expect(advance(before, await logsOf(second))).to.equal(undefined);
    expect(after && advance(after, await logsOf(second))).to.deep.equal(
      (await bakery.read()).state,
    );
  });
});
