import { expect } from "chai";
import fc from "fast-check";
import { artifacts, network } from "hardhat";
import type { Abi, Hex } from "viem";
import { createPublicClient, createWalletClient, custom } from "viem";
import { readContract } from "viem/actions";
import { hardhat } from "viem/chains";

import {
  GRACE,
  keepsStanding,
  LAST_CALL,
  Outcome,
  PATIENCE,
  SHORTEST_TAIL,
  silentFrom,
  status,
  tail,
} from "#sdk/chronicle/lifecycle.ts";

const RUNS = { numRuns: 300 };
const LATEST = 2 ** 40 - 1;

describe("lifecycle", () => {
  let ask: (functionName: string, ...args: unknown[]) => Promise<unknown>;

  before(async () => {
    const { provider } = await network.create();
    const transport = custom(provider);
    const wallet = createWalletClient({ chain: hardhat, transport });
    const client = createPublicClient({ chain: hardhat, transport, pollingInterval: 1 });
    const { abi, bytecode } = await artifacts.readArtifact("LifecycleHarness");
    const [account] = await wallet.getAddresses();
    const hash = await wallet.deployContract({
      abi: abi as Abi,
      bytecode: bytecode as Hex,
      account: account as Hex,
    });
    const { contractAddress } = await client.getTransactionReceipt({ hash });
    ask = (functionName, ...args) =>
      readContract(client, {
        address: contractAddress as Hex,
        abi: abi as Abi,
        functionName,
        args,
      });
  });

  it("has the contract's constants", async () => {
    expect(await ask("constants")).to.deep.equal([GRACE, LAST_CALL, SHORTEST_TAIL, PATIENCE]);
  });

  it("decides every state as the contract does", async () => {
    const closesAts = fc.oneof(fc.constant(0), fc.nat(100), fc.nat(LATEST - 2 * GRACE));
    // Close to what changes something: the opening, the end of the window, the end of the grace.
    const offsets = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -GRACE, max: GRACE }),
    );
    const outcomes = fc.constantFrom(...Object.values(Outcome));
    const objections = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 65_535 }));
    const spans = fc.tuple(fc.constantFrom(0, GRACE, PATIENCE), offsets);
    const asked = fc.record({ outcome: outcomes, closesAt: closesAts, objections });
    const moments = fc.record({ suspended: spans, silent: spans, time: spans });
    await fc.assert(
      fc.asyncProperty(asked, moments, async ({ outcome, closesAt, objections }, moments) => {
        const at = ([base, offset]: [number, number]) => Math.max(0, closesAt + base + offset);
        const [suspendedUntil, silent, time] = [
          at(moments.suspended),
          at(moments.silent),
          at(moments.time),
        ];
        const standing = { outcome, closesAt, objections, suspendedUntil, silentFrom: silent };
        const said = [outcome, closesAt, objections, suspendedUntil, silent, BigInt(time)];
        expect(status(standing, time)).to.equal(await ask("status", ...said));
      }),
      RUNS,
    );
  });

  it("knows from when on silence is consent as the contract does", async () => {
    const counts = fc.tuple(fc.nat(4), fc.nat(4));
    await fc.assert(
      fc.asyncProperty(fc.nat(LATEST - PATIENCE), fc.boolean(), counts, async (...said) => {
        const [closesAt, windowless, [confirmed, attention]] = said;
        const onChain = await ask("silentFrom", closesAt, windowless, confirmed, attention);
        const never = windowless ? LATEST : silentFrom(closesAt, false, confirmed, attention);
        expect(onChain).to.equal(never);
        const silent = silentFrom(closesAt, windowless, confirmed, attention);
        expect(silent === Number.POSITIVE_INFINITY).to.equal(windowless);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the tail and the standing that the contract gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2 ** 32 - 1),
        fc.nat(1000),
        fc.nat(1000),
        async (window, ended, from) => {
          expect(tail(window)).to.equal(await ask("tail", window));
          expect(keepsStanding(ended, from)).to.equal(await ask("keepsStanding", ended, from));
        },
      ),
      { numRuns: 50 },
    );
  });
});
