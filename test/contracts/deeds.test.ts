import { expect } from "chai";
import type { BaseContract } from "ethers";
import { network } from "hardhat";

import { digestOf } from "#sdk/voice/typedData.ts";
import {
  adoptPolicy,
  amendPolicy,
  type Change,
  configure,
  createRole,
  invitation,
  PartnerKind,
  removeRole,
  repealPolicy,
  setProcess,
} from "../helpers/changes.ts";
import { nextId, OBJECTION, propose, Status } from "../helpers/consent.ts";
import { deployContract, type Methods, type Token, type Vault } from "../helpers/contracts.ts";
import {
  enact,
  foundSmall,
  RULES,
  SALT,
  type Signer,
  seat,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";
import {
  announce,
  ETH,
  FUNDS,
  funded,
  Kind,
  type Payment,
  PURPOSE,
  payment,
} from "../helpers/treasury.ts";
import { LATER, typed } from "../helpers/voice.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const coder = ethers.AbiCoder.defaultAbiCoder();
const NOBODY = ethers.ZeroAddress;
const REASON = "It is ours";

type Bell = Methods<"ring" | "toll" | "smash" | "drone" | "rung" | "tolled">;
type Item = Methods<"mint" | "ownerOf">;
type Items = Methods<"mint" | "balanceOf">;
type FeeToken = Methods<"mint" | "pause" | "balanceOf">;

interface Deed {
  id: bigint;
  by: Signer;
  paid: Payment;
}

/** Announces a deed as cem for Finance, and goes to the end of its window. */
async function ready(world: World, part: Partial<Payment>, slot = 0n, policy = 0n): Promise<Deed> {
  const paid = payment(world, part);
  const id = await announce(world, world.cem, world.finance, paid, slot, policy);
  const { closesAt } = await world.treasury.announcementAt(id);
  await goTo(connection, closesAt);
  return { id, by: world.cem, paid };
}

const done = (world: World, { id, by, paid }: Deed) =>
  world.treasury.connect(world.cem).act(id, by, paid);

/** A call of a contract, with what it takes. */
function callOf(target: Bell, data: string, amount = 0n): Partial<Payment> {
  return { kind: Kind.Call, token: target, payee: NOBODY, amount, data };
}

const encode = (contract: Bell, name: string, values: unknown[] = []) =>
  (contract as unknown as BaseContract).interface.encodeFunctionData(name, values);

/** The policy of the anchor that lets a circle spend. */
function spends(circle: bigint): Change {
  const terms = ethers.keccak256(coder.encode(["string", "uint64"], ["consentric.spends", circle]));
  return { ...adoptPolicy(0n, "An account of its own"), terms };
}

/** Operations has a vault of its own with money in it, and a policy of the anchor that lets it spend. */
async function withInnerVault(): Promise<World & { inner: Vault; policy: bigint }> {
  const world = await funded(connection);
  const { circles, factory, ann, anchor, operations } = world;
  const address = (await circles.vaultOf(operations)) as string;
  await world.partners.connect(ann).openVault(operations);
  await factory.deploy(circles, ethers.keccak256(coder.encode(["uint64"], [operations])));
  await ann.sendTransaction({ to: address, value: FUNDS });
  const inner = (await ethers.getContractAt("Vault", address)) as unknown as Vault;
  const [policy] = (await enact(world, anchor, [spends(operations)])) as [bigint];
  return { ...world, inner, policy };
}

describe("the vaults of inner circles", () => {
  it("R-SPD-10 pay under a policy of the anchor alone, as long as it is in force as it was", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { treasury, inner, policy, cem, zoe, finance, anchor, operations } = world;
    const paid = payment(world, { vault: inner });
    const asked = (by: bigint) => treasury.connect(cem).announce(finance, 0n, paid, by, PURPOSE);
    await refused(asked(0n), treasury, "NoSpending", operations, 0n);
    const [other] = (await enact(world, anchor, [adoptPolicy(0n, "Hours")])) as [bigint];
    await refused(asked(other), treasury, "NoSpending", operations, other);
    const [elsewhere] = (await enact(world, anchor, [spends(finance)])) as [bigint];
    await refused(asked(elsewhere), treasury, "NoSpending", operations, elsewhere);
    // A policy of its own lets no circle spend.
    const [own] = (await enact(world, operations, [spends(operations)])) as [bigint];
    await refused(asked(own), treasury, "NoSpending", operations, own);
    const anchors = treasury.connect(cem).announce(finance, 0n, payment(world), policy, PURPOSE);
    await refused(anchors, treasury, "NoSpending", anchor, policy);

    const deed = await ready(world, { vault: inner }, 0n, policy);
    const before = await ethers.provider.getBalance(zoe);
    await done(world, deed);
    expect((await ethers.provider.getBalance(zoe)) - before).to.equal(100n);
    expect(await ethers.provider.getBalance(inner)).to.equal(FUNDS - 100n);
    const late = await ready(world, { vault: inner }, 0n, policy);
    await enact(world, anchor, [repealPolicy(policy)]);
    await refused(done(world, late), treasury, "NoSpending", operations, policy);
  });

  it("R-SPD-10 an amendment that takes the terms away ends it", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { treasury, inner, policy, anchor, operations } = world;
    const deed = await ready(world, { vault: inner }, 0n, policy);
    await enact(world, anchor, [amendPolicy(policy, 1n, "No account")]);
    await refused(done(world, deed), treasury, "NoSpending", operations, policy);
  });

  it("R-SPD-2 are open to escalation by the members of and within the circle, and by no others", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { treasury, inner, policy, cem, ann, eve, dora, gil } = world;
    const { anchor, council, finance, operations, kitchen, garden } = world;
    // Garden comes alive, so that somebody is within.
    const [beds] = (await enact(world, operations, [createRole(garden, "Beds")], [eve, gil])) as [
      bigint,
    ];
    await world.circles.connect(gil).offer(beds, world.hal);
    await world.circles.connect(world.hal).accept(beds);
    const paid = payment(world, { vault: inner });
    const id = await announce(world, cem, finance, paid, 0n, policy);
    const escalate = (by: Signer, circle: bigint, asRole: bigint, path: bigint[]) =>
      treasury.connect(by).escalate(id, circle, asRole, path, cem, paid, REASON);
    await refused(escalate(ann, anchor, council, []), treasury, "NotWithin", anchor, operations);
    const wrong: [bigint, bigint[]][] = [
      [anchor, [operations]],
      [garden, []],
      [garden, [anchor]],
      [garden, [operations, anchor]],
      [kitchen, [garden]],
    ];
    for (const [circle, path] of wrong) {
      const attempt = escalate(world.hal, circle, beds, path);
      await refused(attempt, treasury, "NotWithin", circle, operations);
    }
    await escalate(world.hal, garden, beds, [operations]);
    await escalate(eve, operations, kitchen, []);
    // Its leads reverse and revoke, those of the anchor do not.
    const byAnn = treasury.connect(ann).reverse(id, eve, cem, paid);
    await refused(byAnn, treasury, "NotReverser", id, ann);
    await treasury.connect(dora).reverse(id, eve, cem, paid);
    await refused(treasury.connect(ann).revoke(id, cem, paid), treasury, "NotRevoker", id, ann);
    await treasury.connect(dora).revoke(id, cem, paid);
  });

  it("R-SPD-4 where fewer than two others are there to escalate, members one circle out may", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { circles, treasury, inner, policy, eve, fay, gil, ann } = world;
    const { anchor, council, kitchen, garden, operations } = world;
    const paid = payment(world, { vault: inner });
    const id = await announce(world, eve, kitchen, paid, 0n, policy);
    const escalate = (by: Signer) =>
      treasury.connect(by).escalate(id, anchor, council, [], eve, paid, REASON);
    // dora, fay and gil are others.
    await refused(escalate(ann), treasury, "NotWithin", anchor, operations);
    await circles.connect(fay).resign(kitchen);
    await refused(escalate(ann), treasury, "NotWithin", anchor, operations);
    await circles.connect(gil).resign(garden);
    await escalate(ann);
    expect(await treasury.statusOf(id)).to.equal(Status.Objected);
  });

  it("P1 are at an address known before, opened once by a partner, and never the anchor's", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, treasury, organisation, anchor, operations, cem, hal, zoe } = world;
    const address = await circles.vaultOf(operations);
    expect(await circles.circleOfVault(address)).to.equal(0n);
    await refused(
      world.partners.connect(zoe).openVault(operations),
      circles,
      "NotPartner",
      organisation,
      zoe,
    );
    const top = world.partners.connect(cem).openVault(anchor);
    await refused(top, circles, "VaultTaken", await circles.vaultOf(anchor));
    await refused(world.partners.connect(cem).openVault(operations + 99n), circles, "UnknownRole");
    await world.partners.connect(hal).openVault(operations);
    expect(await circles.circleOfVault(address)).to.equal(operations);
    expect(await circles.controllerOf(address)).to.equal(await treasury.getAddress());
    await refused(
      world.partners.connect(cem).openVault(operations),
      circles,
      "VaultTaken",
      address,
    );
  });

  it("P1 of a removed circle belong to the circle in which it stood, and no other", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { circles, treasury, inner, policy, anchor, operations, kitchen, garden, organisation } =
      world;
    const { cem, finance, zoe } = world;
    const early = world.partners.connect(cem).inheritVault(inner);
    await refused(early, world.partners, "NotRemoved", operations);
    await refused(
      world.partners.connect(zoe).inheritVault(inner),
      circles,
      "NotPartner",
      organisation,
      zoe,
    );
    await enact(world, operations, [removeRole(kitchen)], [world.eve, world.fay]);
    await enact(world, operations, [removeRole(garden)], [world.eve, world.gil]);
    await enact(world, anchor, [removeRole(operations)], [world.dora]);
    // Nobody spends from it meanwhile, whatever a policy said.
    await world.partners.connect(cem).inheritVault(inner);
    expect(await circles.circleOfVault(inner)).to.equal(anchor);
    const again = world.partners.connect(cem).inheritVault(inner);
    await refused(again, world.partners, "NotRemoved", anchor);
    const paid = payment(world, { vault: inner });
    const old = treasury.connect(cem).announce(finance, 0n, paid, policy, PURPOSE);
    await refused(old, treasury, "NoSpending", anchor, policy);
    const deed = await ready(world, { vault: inner });
    await done(world, deed);
    expect(await ethers.provider.getBalance(inner)).to.equal(FUNDS - 100n);
  });
});

describe("deeds other than money", () => {
  it("R-SPD-5 hand over a token of an ERC-721, promised to nobody else", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, cem, zoe, finance } = world;
    const item = await deployContract<Item>(connection, "TestItem");
    await item.mint(vault, 7n);
    const part = { kind: Kind.Item, token: item, amount: 0n, id: 7n };
    const deed = await ready(world, part);
    expect(await treasury.promisedItems(vault, item, 7n)).to.equal(1n);
    const twice = treasury.connect(cem).announce(finance, 1n, payment(world, part), 0n, PURPOSE);
    await refused(twice, treasury, "Overpromised", vault, item, 1n, 0n);
    await done(world, deed);
    expect(await item.ownerOf(7n)).to.equal(zoe.address);
    expect(await treasury.promisedItems(vault, item, 7n)).to.equal(0n);
    // What the vault does not have is not promised.
    const gone = treasury.connect(cem).announce(finance, 1n, payment(world, part), 0n, PURPOSE);
    await refused(gone, treasury, "Overpromised", vault, item, 1n, 0n);
  });

  it("R-SPD-5 hand over an amount of one of an ERC-1155", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, cem, zoe, finance } = world;
    const items = await deployContract<Items>(connection, "TestItems");
    await items.mint(vault, 3n, 10n);
    const part = { kind: Kind.Items, token: items, amount: 6n, id: 3n };
    const deed = await ready(world, part);
    const more = treasury.connect(cem).announce(finance, 1n, payment(world, part), 0n, PURPOSE);
    await refused(more, treasury, "Overpromised", vault, items, 6n, 4n);
    await done(world, deed);
    expect(await items.balanceOf(zoe, 3n)).to.equal(6n);
    expect(await items.balanceOf(vault, 3n)).to.equal(4n);
    expect(await treasury.promisedItems(vault, items, 3n)).to.equal(0n);
  });

  it("P5 name what their kind needs, and nothing else", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, treasury, vault, cem, zoe, finance, council } = world;
    const bell = await deployContract<Bell>(connection, "Bell", vault);
    const asked = (part: Partial<Payment>) =>
      treasury.connect(cem).announce(finance, 0n, payment(world, part), 0n, PURPOSE);
    const call = callOf(bell, encode(bell, "ring"));
    const grant = { kind: Kind.Grant, payee: NOBODY, id: council };
    const hash = { kind: Kind.Hash, token: ETH, payee: NOBODY, amount: 0n, id: 5n };
    const holders = coder.encode(["uint64[]"], [[council]]);
    const domain = { ...hash, kind: Kind.Domain, vault: NOBODY, id: 0n, data: holders };
    for (const [part, kind] of [
      [{ id: 1n }, Kind.Money],
      [{ data: "0x01" }, Kind.Money],
      [{ ...call, payee: zoe }, Kind.Call],
      [{ ...call, id: 1n }, Kind.Call],
      [{ ...grant, payee: zoe }, Kind.Grant],
      [{ ...grant, data: "0x01" }, Kind.Grant],
      [{ ...grant, id: (1n << 64n) | council }, Kind.Grant],
      [{ ...hash, payee: zoe }, Kind.Hash],
      [{ ...hash, data: "0x01" }, Kind.Hash],
      [{ ...domain, vault }, Kind.Domain],
      [{ ...domain, token: bell }, Kind.Domain],
      [{ ...domain, payee: zoe }, Kind.Domain],
      [{ ...domain, amount: 1n }, Kind.Domain],
      [{ ...domain, id: 1n }, Kind.Domain],
      [{ ...domain, data: coder.encode(["uint64[]"], [[]]) }, Kind.Domain],
      [{ ...domain, data: coder.encode(["uint64[]"], [Array(9).fill(council)]) }, Kind.Domain],
    ] as [Partial<Payment>, bigint][]) {
      await refused(asked(part), treasury, "WrongDeed", kind);
    }
    await refused(asked({ ...hash, amount: 1n }), treasury, "NoAmount");
    await refused(asked({ ...grant, amount: 0n }), treasury, "NoAmount");
    await refused(asked({ ...hash, token: bell }), treasury, "NoCode", bell);
    await refused(asked({ ...grant, id: council + 999n }), circles, "UnknownRole", council + 999n);
    const none = coder.encode(["uint64[]"], [[council + 999n]]);
    await refused(asked({ ...domain, data: none }), circles, "UnknownRole", council + 999n);
    const other = coder.encode(["uint64[]"], [[1n]]);
    await refused(asked({ ...domain, data: other }), circles, "UnknownRole", 1n);
  });

  describe("calls", () => {
    async function belled(): Promise<World & { bell: Bell }> {
      const world = await funded(connection);
      return { ...world, bell: await deployContract<Bell>(connection, "Bell", world.vault) };
    }

    it("R-SPD-5 are made once the window has passed, with the ETH that was promised for them", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { treasury, bell, vault, cem } = world;
      const deed = await ready(world, callOf(bell, encode(bell, "ring"), 40n));
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(40n);
      await done(world, deed);
      expect(await bell.rung()).to.equal(1n);
      expect(await ethers.provider.getBalance(bell)).to.equal(40n);
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
      const again = treasury.connect(cem).act(deed.id, cem, deed.paid);
      await refused(again, treasury, "WrongStatus", deed.id, Status.Enacted);
    });

    it("P2 never reach the record, what the organisation decides by, or what it owns", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { circles, structure, partners, founding, voice, consent, treasury, offices } = world;
      const { vault, cem, finance, hand, ann, operations, factory } = world;
      await world.partners.connect(ann).openVault(operations);
      const inner = (await circles.vaultOf(operations)) as string;
      await factory.deploy(circles, ethers.keccak256(coder.encode(["uint64"], [operations])));
      const cores = [
        circles,
        structure,
        partners,
        founding,
        voice,
        consent,
        treasury,
        offices,
        vault,
      ];
      for (const target of [...cores, hand, inner]) {
        const part = { kind: Kind.Call, token: target, payee: NOBODY, amount: 1n, data: "0x" };
        const asked = treasury
          .connect(cem)
          .announce(finance, 0n, payment(world, part), 0n, PURPOSE);
        await refused(asked, treasury, "ForbiddenTarget", target);
      }
      const nobody = { kind: Kind.Call, token: NOBODY, payee: NOBODY, amount: 1n, data: "0x" };
      const zero = treasury.connect(cem).announce(finance, 0n, payment(world, nobody), 0n, PURPOSE);
      await refused(zero, treasury, "ForbiddenTarget", NOBODY);
    });

    it("P2 look again when they are made: a target that has become a process is not called", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { treasury, bell, anchor, hand, structure } = world;
      const deed = await ready(world, callOf(bell, encode(bell, "ring")));
      await structure.connect(hand).enact(anchor, hand, [await setProcess(bell, 4n)], []);
      await refused(done(world, deed), treasury, "ForbiddenTarget", bell);
    });

    it("P5 are not made where there is other code than when they were announced", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { treasury, bell } = world;
      const deed = await ready(world, callOf(bell, encode(bell, "ring")));
      const other = await deployContract<Bell>(connection, "Refuser");
      const code = await ethers.provider.getCode(other);
      await networkHelpers.setCode(await bell.getAddress(), code);
      await refused(done(world, deed), treasury, "CodeChanged", bell);
    });

    it("P1 need code where there is something to call it with, and none where there is only ETH", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { treasury, bell, cem, zoe, finance } = world;
      const data = encode(bell, "ring");
      const part = { kind: Kind.Call, token: zoe, payee: NOBODY, amount: 0n, data };
      const asked = treasury.connect(cem).announce(finance, 0n, payment(world, part), 0n, PURPOSE);
      await refused(asked, treasury, "NoCode", zoe);
      const deed = await ready(world, { ...part, amount: 5n, data: "0x" });
      const before = await ethers.provider.getBalance(zoe);
      await done(world, deed);
      expect((await ethers.provider.getBalance(zoe)) - before).to.equal(5n);
    });

    it("P1 that fail change nothing, and say why, however long that is; what is returned costs nothing", async () => {
      const world = await networkHelpers.loadFixture(belled);
      const { treasury, vault, bell } = world;
      const smash = await ready(world, callOf(bell, encode(bell, "smash", [10_000n])));
      const failing = expect(done(world, smash)).to.be.revertedWithCustomError(vault, "CallFailed");
      await failing.withArgs(bell, (said: string) => said.length === 514);
      expect(await treasury.statusOf(smash.id)).to.equal(Status.Adopted);
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
      const drone = await ready(world, callOf(bell, encode(bell, "drone", [200_000n])), 1n);
      const sent = await done(world, drone);
      const little = await ready(world, callOf(bell, encode(bell, "drone", [0n])), 2n);
      const plain = await done(world, little);
      const [much, none] = [await sent.wait(), await plain.wait()];
      // The callee pays for its own memory, and nobody copies it.
      expect(Number(much!.gasUsed - none!.gasUsed)).to.be.lessThan(120_000);
    });
  });

  describe("grants", () => {
    async function granted() {
      const world = await funded(connection);
      const part = { kind: Kind.Grant, payee: NOBODY, amount: 500n, id: world.kitchen };
      const deed = await ready(world, part);
      await done(world, deed);
      return { ...world, deed };
    }

    it("R-SPD-5 give a role control of the money, which the source has lost", async () => {
      const world = await networkHelpers.loadFixture(granted);
      const { treasury, vault, cem, eve, fay, zoe, gil, finance, kitchen, garden, deed } = world;
      const { id, paid } = deed;
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(500n);
      const more = payment(world, { amount: 501n });
      const asked = treasury.connect(cem).announce(finance, 1n, more, 0n, PURPOSE);
      await refused(asked, treasury, "Overpromised", vault, ETH, 501n, 500n);
      const draw = (by: Signer, role: bigint, amount: bigint, payee: unknown = zoe) =>
        treasury.connect(by).draw(id, cem, paid, role, payee, amount, "Flour");
      const before = await ethers.provider.getBalance(zoe);
      await draw(eve, kitchen, 200n);
      await draw(fay, kitchen, 50n);
      expect((await ethers.provider.getBalance(zoe)) - before).to.equal(250n);
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(250n);
      expect(await treasury.grantedTo(id, kitchen)).to.equal(250n);
      await refused(draw(eve, kitchen, 251n), treasury, "NotGranted", id, kitchen, 251n);
      await refused(draw(eve, kitchen, 0n), treasury, "NotGranted", id, kitchen, 0n);
      await refused(draw(gil, kitchen, 1n), treasury, "NotInRole", kitchen, gil);
      await refused(draw(gil, garden, 1n), treasury, "NotGranted", id, garden, 1n);
      await refused(draw(eve, kitchen, 1n, vault), treasury, "WrongPayee", vault);
      await refused(draw(eve, kitchen, 1n, NOBODY), treasury, "WrongPayee", NOBODY);
      const silent = treasury.connect(eve).draw(id, cem, paid, kitchen, zoe, 1n, "");
      await refused(silent, treasury, "WrongLength", 0n);
      const other = { ...paid, amount: 9n };
      const wrong = treasury.connect(eve).draw(id, cem, other, kitchen, zoe, 1n, "Flour");
      await refused(wrong, treasury, "WrongPayment", id);
    });

    it("R-SPD-9 a role passes a part on, for the same purpose", async () => {
      const world = await networkHelpers.loadFixture(granted);
      const { circles, treasury, cem, eve, gil, zoe, kitchen, garden, deed } = world;
      const { id, paid } = deed;
      const pass = (by: Signer, from: bigint, to: bigint, amount: bigint) =>
        treasury.connect(by).passOn(id, cem, paid, from, to, amount);
      await pass(eve, kitchen, garden, 100n);
      expect(await treasury.grantedTo(id, kitchen)).to.equal(400n);
      expect(await treasury.grantedTo(id, garden)).to.equal(100n);
      await treasury.connect(gil).draw(id, cem, paid, garden, zoe, 60n, "Seeds");
      await pass(gil, garden, kitchen, 40n);
      await refused(pass(gil, garden, kitchen, 1n), treasury, "NotGranted", id, garden, 1n);
      await refused(pass(gil, kitchen, garden, 1n), treasury, "NotInRole", kitchen, gil);
      const unknown = pass(eve, kitchen, kitchen + 999n, 1n);
      await refused(unknown, circles, "UnknownRole", kitchen + 999n);
      expect(await treasury.grantLeft(id)).to.equal(440n);
    });

    it("R-SPD-7 nobody else ends it: in an anchor without a lead nobody does", async () => {
      const world = await networkHelpers.loadFixture(granted);
      const { treasury, vault, cem, eve, ann, deed } = world;
      for (const person of [cem, eve, ann]) {
        const ended = treasury.connect(person).endGrant(deed.id, cem, deed.paid);
        await refused(ended, treasury, "NotSource", deed.id, person);
      }
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(500n);
    });

    it("R-SPD-7 a lead of the source takes back what is not spent, at any time", async () => {
      const world = await networkHelpers.loadFixture(withInnerVault);
      const { treasury, inner, policy, cem, dora, eve, zoe, kitchen } = world;
      const part = { kind: Kind.Grant, payee: NOBODY, amount: 500n, id: kitchen, vault: inner };
      const deed = await ready(world, part, 0n, policy);
      await done(world, deed);
      await treasury.connect(eve).draw(deed.id, cem, deed.paid, kitchen, zoe, 200n, "Flour");
      await treasury.connect(dora).endGrant(deed.id, cem, deed.paid);
      expect(await treasury.promisedFrom(inner, ETH)).to.equal(0n);
      expect(await treasury.grantedTo(deed.id, kitchen)).to.equal(0n);
      const draw = treasury.connect(eve).draw(deed.id, cem, deed.paid, kitchen, zoe, 1n, "Flour");
      await refused(draw, treasury, "NotGranted", deed.id, kitchen, 1n);
      const twice = treasury.connect(dora).endGrant(deed.id, cem, deed.paid);
      await refused(twice, treasury, "NotGranted", deed.id, 0n, 0n);
    });
  });

  describe("domains", () => {
    const domainOf = (roles: bigint[]): Partial<Payment> => ({
      ...{ kind: Kind.Domain, vault: NOBODY, token: ETH, payee: NOBODY, amount: 0n },
      data: coder.encode(["uint64[]"], [roles]),
    });

    it("R-DOM-5 permission is given when the time has passed and no holder objects", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, cem, finance, kitchen } = world;
      const paid = payment(world, domainOf([kitchen]));
      const id = await announce(world, cem, finance, paid);
      const { closesAt } = await treasury.announcementAt(id);
      await nextAt(connection, closesAt - 1n);
      const early = treasury.connect(cem).act(id, cem, paid);
      await refused(early, treasury, "WrongStatus", id, Status.Open);
      await nextAt(connection, closesAt);
      await treasury.connect(cem).act(id, cem, paid);
      expect(await treasury.statusOf(id)).to.equal(Status.Enacted);
    });

    it("R-DOM-6 R-DOM-7 a holder's objection within the window blocks it, and nobody else's", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, cem, ann, eve, gil, finance, kitchen, garden, council, anchor } = world;
      const paid = payment(world, domainOf([kitchen]));
      const id = await announce(world, cem, finance, paid);
      const { closesAt } = await treasury.announcementAt(id);
      const escalate = (by: Signer, role: bigint) =>
        treasury.connect(by).escalate(id, 0n, role, [], cem, paid, REASON);
      // It covers the domains of those roles alone.
      for (const [by, role] of [
        [gil, garden],
        [gil, kitchen],
        [ann, council],
        [ann, anchor],
      ] as const) {
        await refused(escalate(by, role), treasury, "NotInRole", role, by);
      }
      await nextAt(connection, closesAt - 1n);
      await escalate(eve, kitchen);
      await goTo(connection, closesAt + DAY);
      const act = treasury.connect(cem).act(id, cem, paid);
      await refused(act, treasury, "WrongStatus", id, Status.Objected);
      // Nobody but the holder takes it back, nor ends what was announced.
      await refused(
        treasury.connect(ann).reverse(id, eve, cem, paid),
        treasury,
        "NotReverser",
        id,
        ann,
      );
      await refused(treasury.connect(ann).revoke(id, cem, paid), treasury, "NotRevoker", id, ann);
      await treasury.connect(eve).reverse(id, eve, cem, paid);
    });

    it("R-DOM-6 it names the action and up to eight holders, and moves nothing", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, vault, kitchen, garden, gil } = world;
      const deed = await ready(world, domainOf([kitchen, garden]));
      await done(world, deed);
      expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS);
      expect(await treasury.promisedFrom(NOBODY, ETH)).to.equal(0n);
      const id = await announce(world, world.cem, world.finance, deed.paid, 1n);
      await treasury.connect(gil).escalate(id, 0n, garden, [], world.cem, deed.paid, REASON);
    });
  });

  describe("what a vault signs", () => {
    const HASH = ethers.id("an order");
    const hashed = { kind: Kind.Hash, token: ETH, payee: NOBODY, amount: 0n, id: BigInt(HASH) };
    const VALID = "0x1626ba7e";

    it("P8 is a hash that was announced and has matured, for thirty days, and no other", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { vault } = world;
      const valid = (hash: string) => vault.isValidSignature(hash, "0x");
      expect(await valid(HASH)).to.equal("0xffffffff");
      const deed = await ready(world, hashed);
      expect(await valid(HASH)).to.equal("0xffffffff");
      await done(world, deed);
      const until = (await now(connection)) + GRACE;
      expect(await valid(HASH)).to.equal(VALID);
      expect(await valid(ethers.id("another order"))).to.equal("0xffffffff");
      await goTo(connection, until - 1n);
      expect(await valid(HASH)).to.equal(VALID);
      await goTo(connection, until);
      expect(await valid(HASH)).to.equal("0xffffffff");
    });

    it("P8 counts for the vault that signed it, and for no other", async () => {
      const world = await networkHelpers.loadFixture(withInnerVault);
      const { inner, policy, vault } = world;
      const deed = await ready(world, { ...hashed, vault: inner }, 0n, policy);
      await done(world, deed);
      expect(await inner.isValidSignature(HASH, "0x")).to.equal(VALID);
      expect(await vault.isValidSignature(HASH, "0x")).to.equal("0xffffffff");
    });

    it("another organisation's vault is a partner: it agrees, takes a role and objects", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { circles, partners, consent, voice, treasury, factory } = world;
      const { organisation, operations, kitchen, ann, dora, eve, zoe, hal } = world;
      // zoe's organisation.
      const { organisation: other, all } = await foundSmall(world, zoe, { salt: SALT });
      const address = (await circles.vaultFor(zoe, SALT)) as string;
      const salt = ethers.keccak256(coder.encode(["address", "bytes32"], [zoe.address, SALT]));
      await factory.deploy(circles, salt);
      await partners.connect(ann).invite(organisation, invitation(address, PartnerKind.Body));

      let nonce = 0n;
      const speaks = async (
        core: BaseContract,
        name: string,
        values: unknown[],
        numbered = true,
      ) => {
        const data = core.interface.encodeFunctionData(name, values);
        const paid = payment(world, {
          ...{ kind: Kind.Speech, vault: address, token: core, payee: NOBODY, amount: 0n },
          ...{ id: numbered ? nonce : 0n, data },
        });
        const id = await nextId({ ...world, organisation: other });
        await treasury.connect(zoe).announce(all, 0n, paid, 0n, "We take part");
        const { closesAt } = await treasury.announcementAt(id);
        const call = { core: core as never, data };
        const terms = { nonce: numbered ? nonce : 0n, deadline: LATER };
        const act = {
          ...{ core: await core.getAddress(), data, nonce: terms.nonce, deadline: LATER },
          ...{ gas: 0, signer: address, signature: "0x" },
        };
        // Before it has matured, and until somebody acts on it, it has not signed.
        await refused(voice.connect(hal).speak(act), voice, "WrongSignature");
        await goTo(connection, closesAt);
        await treasury.connect(zoe).act(id, zoe, paid);
        expect(
          await treasury.signedUntil(address, digestOf(await typed(call, terms))),
        ).to.not.equal(0n);
        await voice.connect(hal).speak(act);
        if (numbered) nonce += 1n;
      };
      await speaks(partners as never, "agree", [organisation, RULES, []]);
      expect((await circles.partnerAt(organisation, address)).kind).to.equal(PartnerKind.Body);
      await circles.connect(dora).offer(kitchen, address);
      await speaks(circles as never, "accept", [kitchen]);
      expect(await circles.fills(kitchen, address)).to.equal(true);
      expect((await circles.standing(operations, address, kitchen)).member).to.equal(true);
      // It speaks by announcement, so it needs a window that is longer than one of its own.
      await enact(world, operations, [configure(0n, 0n, { window: 20n * DAY })]);
      const id = await propose(world, eve, operations, kitchen);
      await speaks(consent as never, "object", [id, 1n, kitchen, OBJECTION], false);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
    });
  });

  it("P2 an organisation's own vaults are never its partners", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { circles, partners, organisation, ann, vault, inner, kitchen } = world;
    for (const own of [vault, inner]) {
      const asked = partners.connect(ann).invite(organisation, invitation(own, PartnerKind.Body));
      await refused(asked, partners, "OwnVault", own);
    }
    // Nor does what was invited before become one.
    const later = (await circles.vaultOf(kitchen)) as string;
    await partners.connect(ann).invite(organisation, invitation(later, PartnerKind.Body));
    await world.partners.connect(ann).openVault(kitchen);
    await networkHelpers.impersonateAccount(later);
    await networkHelpers.setBalance(later, 10n ** 18n);
    const own = await world.connection.ethers.getSigner(later);
    const asked = partners.connect(own).agree(organisation, RULES, []);
    await refused(asked, partners, "OwnVault", own);
  });

  it("P1 what was sent to a circle that was removed before its vault was opened is not lost", async () => {
    const world = await networkHelpers.loadFixture(withInnerVault);
    const { circles, treasury, ann, eve, fay, kitchen, operations } = world;
    const vault = (await circles.vaultOf(kitchen)) as string;
    const early = world.partners.connect(ann).inheritVault(vault);
    await refused(early, circles, "NotPartner", 0n, ann);
    await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
    await refused(circles.circleOf(kitchen), circles, "UnknownRole", kitchen);
    await world.partners.connect(ann).openVault(kitchen);
    expect(await circles.circleOfVault(vault)).to.equal(kitchen);
    await world.partners.connect(ann).inheritVault(vault);
    expect(await circles.circleOfVault(vault)).to.equal(operations);
    expect(await circles.controllerOf(vault)).to.equal(treasury.target);
  });

  it("P9 an anchor keeps at least one person", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, partners, organisation, anchor, ann, ben, cem, dora, hal } = world;
    const { council, finance, operations } = world;
    await partners.connect(ann).invite(organisation, invitation(world.zoe, PartnerKind.Body));
    await partners.connect(world.zoe).agree(organisation, RULES, []);
    await seat(world, ann, council, hal);
    await circles.connect(ann).offer(council, world.zoe);
    await circles.connect(world.zoe).accept(council);
    expect((await circles.organisationAt(organisation)).bodies).to.equal(1n);
    for (const [person, role] of [
      [ben, council],
      [cem, finance],
      [dora, operations],
      [hal, council],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    // ann and a body are left.
    await refused(circles.connect(ann).resign(council), circles, "LastMember", anchor);
    await circles.connect(world.zoe).resign(council);
    expect((await circles.organisationAt(organisation)).bodies).to.equal(0n);
    await refused(circles.connect(ann).resign(council), circles, "LastMember", anchor);
  });
});

describe("tokens that play tricks, and races", () => {
  it("P1 a token that takes a fee pays what is left of it, and nothing but what was announced", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, zoe } = world;
    const token = await deployContract<FeeToken>(connection, "FeeToken");
    await token.mint(vault, 1000n);
    const deed = await ready(world, { token: token as never, amount: 100n });
    await done(world, deed);
    expect(await token.balanceOf(zoe)).to.equal(90n);
    expect(await token.balanceOf(vault)).to.equal(900n);
    expect(await treasury.promisedFrom(vault, token)).to.equal(0n);
  });

  it("P1 a token that pauses is paid when it goes on, within the time for it", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, zoe } = world;
    const token = await deployContract<FeeToken>(connection, "FeeToken");
    await token.mint(vault, 1000n);
    const deed = await ready(world, { token: token as never, amount: 100n });
    await token.pause(true);
    await refused(done(world, deed), token as never, "EnforcedPause");
    expect(await treasury.statusOf(deed.id)).to.equal(Status.Adopted);
    await token.pause(false);
    await done(world, deed);
    expect(await token.balanceOf(zoe)).to.equal(90n);
  });

  it("P1 ETH that is forced upon a vault is its own, and promised to nobody", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, ann } = world;
    // A contract that is created, and at once sends all it has to the vault, which is not asked.
    const data = `0x73${(await vault.getAddress()).slice(2)}ff`;
    await ann.sendTransaction({ data, value: 77n });
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS + 77n);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
    const deed = await ready(world, { amount: FUNDS + 77n });
    await done(world, deed);
    expect(await ethers.provider.getBalance(vault)).to.equal(0n);
  });

  it("P1 promises against the same balance: a payment, a call and a grant share one", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, cem, ann, finance, council, kitchen } = world;
    const bell = await deployContract<Bell>(connection, "Bell", vault);
    await announce(world, cem, finance, payment(world, { amount: 400n }));
    await announce(
      world,
      cem,
      finance,
      payment(world, callOf(bell, encode(bell, "ring"), 300n)),
      1n,
    );
    const grant = { kind: Kind.Grant, payee: NOBODY, amount: 200n, id: kitchen };
    await announce(world, cem, finance, payment(world, grant), 2n);
    const more = treasury
      .connect(ann)
      .announce(council, 0n, payment(world, { amount: 101n }), 0n, PURPOSE);
    await refused(more, treasury, "Overpromised", vault, ETH, 101n, 100n);
    await announce(world, ann, council, payment(world, { amount: 100n }));
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(FUNDS);
  });

  it("P1 a revocation that comes before the act ends it, one that comes after is refused", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, vault, cem } = world;
    const first = await ready(world, {});
    await treasury.connect(cem).revoke(first.id, cem, first.paid);
    await refused(done(world, first), treasury, "WrongStatus", first.id, Status.Withdrawn);
    const second = await ready(world, {}, 1n);
    await done(world, second);
    const late = treasury.connect(cem).revoke(second.id, cem, second.paid);
    await refused(late, treasury, "WrongStatus", second.id, Status.Enacted);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - 100n);
  });

  it("P1 what a call lets somebody take is seen in the announcement; promises are kept or revert", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, token, vault, zoe, cem, finance } = world;
    const erc20 = token as unknown as Token & BaseContract;
    const approve = erc20.interface.encodeFunctionData("approve", [zoe.address, FUNDS]);
    const call = { kind: Kind.Call, token, payee: NOBODY, amount: 0n, data: approve };
    const deed = await ready(world, call);
    const promised = await announce(
      world,
      cem,
      finance,
      payment(world, { token, amount: FUNDS }),
      1n,
    );
    await done(world, deed);
    const taking = erc20.connect(zoe) as unknown as {
      transferFrom(from: unknown, to: unknown, amount: bigint): Promise<unknown>;
    };
    await taking.transferFrom(vault, zoe, 1n);
    const { closesAt } = await treasury.announcementAt(promised);
    await goTo(connection, closesAt);
    const paid = payment(world, { token, amount: FUNDS });
    const act = treasury.connect(cem).act(promised, cem, paid);
    await refused(act, token, "ERC20InsufficientBalance");
    expect(await token.balanceOf(zoe)).to.equal(1n);
  });
});
