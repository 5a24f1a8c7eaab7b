import { expect } from "chai";
import type { FunctionFragment, Interface, ParamType } from "ethers";
import { network } from "hardhat";

import { createRole, settings } from "../helpers/changes.ts";
import { CHANGES, object, propose, REASONS } from "../helpers/consent.ts";
import { ALL_ARTICLES, represent, type Signer, type World } from "../helpers/organisation.ts";
import { Random } from "../helpers/random.ts";
import { DAY } from "../helpers/time.ts";
import { announce, ETH, funded, PURPOSE, payment, REASON } from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The seed of the arguments: any will do; this one is printed when something goes through. */
const SEED = 5_010_203;
/** How often each function is called, by each outsider. */
const CALLS = 60;

/** An organisation in the middle of everything: proposals and payments of all kinds are under way. */
async function busy(): Promise<World & { ids: bigint[] }> {
  const world = await funded(connection);
  const { eve, gil, fay, cem, ann, operations, kitchen, garden, anchor, council } = world;
  const { finance, treasury, circles, dora, hal } = world;
  const proposal = await propose(world, eve, operations, kitchen);
  const objected = await propose(world, fay, operations, kitchen);
  await object(world, gil, objected, garden);
  const outer = await propose(world, ann, anchor, council, { changes: [createRole(0n, "R")] });
  const spending = await announce(world, cem, finance, payment(world));
  const escalated = await announce(world, cem, finance, payment(world), 1n);
  await treasury.connect(ann).escalate(escalated, anchor, council, [], cem, payment(world), REASON);
  await circles.connect(dora).offer(kitchen, hal);
  await represent(world, operations, gil);
  await networkHelpers.time.increase(DAY);
  return { ...world, ids: [proposal, objected, outer, spending, escalated] };
}

describe("an outsider", () => {
  // Whoever may join, or act for everybody, does so by the few functions that are listed here.
  const OPEN: Record<string, string> = {
    "Founding.found": "founds an organisation of its own",
    "VaultFactory.deploy": "deploys vaults, at addresses that nobody else can have",
    "Vault.onERC721Received": "only says that tokens are welcome",
    "Vault.onERC1155Received": "only says that tokens are welcome",
    "Vault.onERC1155BatchReceived": "only says that tokens are welcome",
  };

  for (const who of ["zoe", "ida"] as const) {
    it(`P2 changes nothing by any function and any arguments (${who}, seed ${SEED})`, async function () {
      this.timeout(60_000);
      const world = await networkHelpers.loadFixture(busy);
      const random = new Random(SEED);
      const { circles, structure, partners, founding, offices, consent, treasury } = world;
      const { facilitation, elections, meetings, vault, factory } = world;
      const contracts = Object.entries({
        ...{ Circles: circles, Structure: structure, Partners: partners, Founding: founding },
        Offices: offices,
        ...{ Consent: consent, Treasury: treasury, Facilitation: facilitation },
        ...{ Elections: elections, Meetings: meetings, Vault: vault, VaultFactory: factory },
      });
      const pool = await poolOf(world);
      const outsider: Signer = world[who];
      const before = await snapshot(world);
      let tried = 0;
      for (const [known, contract] of contracts) {
        // A contract that is not written yet does nothing.
        if ((await ethers.provider.getCode(contract)) === "0x") continue;
        for (const fragment of changing(contract.interface)) {
          const name = `${known}.${fragment.name}`;
          if (name in OPEN) continue;
          for (let call = 0; call < CALLS; call++) {
            const values = fragment.inputs.map((type) => guess(type, pool, random));
            // An invited person may agree to the rules; that is what the invitation is for.
            if (who === "ida" && name === "Partners.agree") continue;
            tried++;
            const data = contract.interface.encodeFunctionData(fragment, values);
            const to = await contract.getAddress();
            const from = outsider.address;
            const went = await ethers.provider.call({ to, from, data }).then(
              () => true,
              () => false,
            );
            if (went) {
              const said = JSON.stringify(values, (_, value) =>
                typeof value === "bigint" ? `${value}` : value,
              );
              expect.fail(`seed ${SEED}: ${name} went through with ${said}`);
            }
          }
        }
      }
      expect(tried).to.be.greaterThan(1500);
      expect(await snapshot(world)).to.deep.equal(before);
    });
  }

  it("P2 what is open to everybody changes nothing of an organisation", async () => {
    const world = await networkHelpers.loadFixture(busy);
    const { founding, factory, circles, vault, hand, zoe } = world;
    const before = await snapshot(world);
    const processes = [{ process: hand, bits: 31n }];
    const words = { name: "Mine", text: "All", domains: [], accountabilities: [] };
    await founding
      .connect(zoe)
      .found(
        words,
        ethers.id("r"),
        ALL_ARTICLES,
        settings(),
        [zoe],
        processes,
        hand,
        ethers.id("s"),
      );
    await factory.connect(zoe).deploy(circles, ethers.id("t"));
    await vault.connect(zoe).onERC721Received(zoe, zoe, 1n, "0x");
    expect(await snapshot(world)).to.deep.equal(before);
  });

  it("P2 sends no ETH into contracts that could not give it back", async () => {
    const world = await networkHelpers.loadFixture(busy);
    for (const name of [
      "circles",
      "partners",
      "founding",
      "consent",
      "treasury",
      "factory",
    ] as const) {
      await expect(world.zoe.sendTransaction({ to: world[name], value: 1n })).to.revert(ethers);
    }
  });
});

/** The functions that may change something. */
function changing(contract: Interface): FunctionFragment[] {
  return contract.fragments.filter(
    (fragment): fragment is FunctionFragment =>
      fragment.type === "function" &&
      !["view", "pure"].includes((fragment as FunctionFragment).stateMutability),
  );
}

interface Pool {
  ids: bigint[];
  addresses: string[];
  hashes: string[];
  /** What was announced. */
  payment: unknown[];
}

/** Values that mean something here. */
async function poolOf(world: World & { ids: bigint[] }): Promise<Pool> {
  const { circles, consent, ids, organisation, vault, treasury, token } = world;
  const { anchor, council, finance, operations, kitchen, garden } = world;
  const { ann, cem, dora, eve, zoe, ida, hand } = world;
  const contents = await Promise.all(ids.map((id) => consent.contentOf(id)));
  const contracts = await Promise.all(
    [vault, treasury, token, consent, circles].map((contract) => contract.getAddress()),
  );
  return {
    ids: [...ids, anchor, council, finance, operations, kitchen, garden, organisation],
    addresses: [ETH, ...contracts, ...[ann, cem, dora, eve, zoe, ida, hand].map((p) => p.address)],
    payment: [await vault.getAddress(), ETH, zoe.address, 100n],
    hashes: [...contents, await circles.ruleHashOf(organisation), await circles.head(organisation)],
  };
}

/** An argument of this type: plausible, or a random one. */
function guess(type: ParamType, pool: Pool, random: Random): unknown {
  if (type.baseType === "array") {
    if (type.arrayChildren?.components?.[0]?.name === "kind") return CHANGES;
    if (type.arrayChildren?.components?.[0]?.name === "window") return [settings()];
    const length = random.below(3);
    return Array.from({ length }, () => guess(type.arrayChildren as ParamType, pool, random));
  }
  if (type.baseType === "tuple") {
    if (type.components?.[0]?.name === "tension") return REASONS;
    if (type.components?.[0]?.name === "vault" && random.below(4) > 0) return pool.payment;
    return type.components?.map((part) => guess(part, pool, random));
  }
  if (type.type === "address") return random.pick(pool.addresses);
  if (type.type === "bytes32") return random.pick(pool.hashes);
  if (type.type === "bool") return random.below(2) === 1;
  if (type.type === "string") return random.pick([PURPOSE, "", "x"]);
  if (type.type === "bytes") return "0x";
  if (type.type === "uint64") {
    return random.below(8) === 0 ? BigInt(random.below(2 ** 31)) : random.pick(pool.ids);
  }
  if (type.type === "uint32") return random.pick([1n, 1n, 1n, 0n, 2n, BigInt(random.below(99))]);
  if (type.type === "uint128" || type.type === "uint256") return random.pick([100n, 1n, 0n]);
  if (type.baseType.startsWith("uint")) return BigInt(random.below(4));
  throw new Error(`No guess for ${type.type}.`);
}

/** All that an outsider could want to change. */
async function snapshot(world: World & { ids: bigint[] }): Promise<unknown[]> {
  const { circles, structure, consent, treasury, founding, vault, token, organisation, ids } =
    world;
  const roles = [world.anchor, world.council, world.finance, world.operations, world.kitchen];
  return await Promise.all([
    circles.head(organisation),
    circles.organisationAt(organisation),
    circles.ruleHashOf(organisation),
    founding.progressOf(organisation),
    ethers.provider.getBalance(vault),
    token.balanceOf(vault),
    treasury.promisedFrom(vault, ETH),
    circles.represents(world.operations, world.gil),
    ...[world.hal, world.gil, world.zoe].map((person) => circles.partnerAt(organisation, person)),
    ...roles.map((role) => circles.roleAt(role)),
    ...roles.map((role) => structure.settingsOf(role)),
    ...ids.map((id) => consent.proposalAt(id)),
    ...ids.map((id) => consent.contentOf(id)),
    ...ids.map((id) => treasury.announcementAt(id)),
    ...ids.map((id) => treasury.paymentHashOf(id)),
  ]);
}
