import { expect } from "chai";
import type { Hex } from "viem";
import { createPublicClient, custom } from "viem";
import { hardhat } from "viem/chains";

import { audit } from "#sdk/chronicle/audit.ts";
import { proveHead } from "#sdk/chronicle/proof.ts";
import { ConsentricError } from "#sdk/errors/base.ts";
import { Bakery } from "./bakery.ts";
import { deploymentOf } from "./world.ts";

describe("audit", function () {
  this.timeout(60_000);
  let bakery: Bakery;

  before(async () => {
    bakery = await Bakery.busy();
  });

  /** A client whose answers to one method are changed. */
  function tampered(method: string, change: (answer: unknown) => unknown) {
    const request = async (asked: { method: string; params?: unknown[] }) => {
      const answer = await bakery.world.provider.request(asked);
      return asked.method === method ? change(answer) : answer;
    };
    const transport = custom({ request }, { retryCount: 0 });
    return createPublicClient({ chain: hardhat, transport, cacheTime: 0 });
  }

  const audited = (client = bakery.world.client) =>
    audit({ client, deployment: deploymentOf(bakery.world), organisation: 1 });

  it("passes what is in order, and proves the head", async () => {
    const report = await audited();
    expect(report).to.deep.include({
      name: "Bakery",
      differences: [],
      isHeadProved: true,
      foreign: [],
    });
    expect(report.events).to.be.greaterThan(50);
  });

  it("says so where no proofs are offered", async () => {
    const client = tampered("eth_getProof", () => {
      throw new Error("the method does not exist");
    });
    expect((await audited(client)).isHeadProved).to.equal(false);
  });

  it("refuses a header of another hash, and a node that was altered", async () => {
    const { circles } = bakery.world.contracts;
    const block = await bakery.world.client.getBlockNumber();
    const changes = [
      tampered("eth_getBlockByNumber", (it) => ({ ...(it as object), gasUsed: "0x7" })),
      tampered("eth_getProof", (it) => ({ ...(it as object), accountProof: [] })),
      tampered("eth_getProof", (it) => {
        const [storage] = (it as { storageProof: [{ proof: Hex[] }] }).storageProof;
        const proof = storage.proof.map((node) => `${node.slice(0, -2)}00`);
        return { ...(it as object), storageProof: [{ ...storage, proof }] };
      }),
    ];
    for (const client of changes) {
      const error = await proveHead(client, circles, 1, block).catch((it) => it);
      expect(error).to.be.instanceOf(ConsentricError);
      expect(error.code).to.equal("NOT_PROVED");
    }
  });

  it("proves that an organisation has no head", async () => {
    const { client, contracts } = bakery.world;
    const block = await client.getBlockNumber();
    const proved = await proveHead(client, contracts.circles, 99, block);
    expect(BigInt(proved?.headWord ?? 1)).to.equal(0n);
  });
});
