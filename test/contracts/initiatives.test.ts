import { expect } from "chai";
import type { Result } from "ethers";
import { network } from "hardhat";

import { invitation, PartnerKind } from "../helpers/changes.ts";
import {
  eventsOf,
  foundSmall,
  RECORD,
  RULES,
  type Signer,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { idOf, officered, type Ruled, SAID } from "../helpers/rulings.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const STATEMENTS = {
  what: "I switched the array off",
  goodFaith: "Kitchen needs a safe house",
  tension: "Smoke; nobody is cold for an hour",
  spending: "Nothing was spent",
  waiting: "The roof would have burnt",
};
const PATIENT = { ...STATEMENTS, waiting: "" };

const load = (): Promise<Ruled> => networkHelpers.loadFixture(fixture);
async function fixture(): Promise<Ruled> {
  return await officered(connection);
}

/** The same, and fay's initiative for Kitchen, against the policy of Operations, which affects Garden and Finance. */
async function declared(): Promise<Ruled & { id: bigint }> {
  const world = await officered(connection);
  const { policy, garden, finance } = world;
  const id = await idOf(world, declare(world, world.fay, policy, [garden, finance]));
  return { ...world, id };
}

function declare(
  world: Ruled,
  by: Signer,
  breaks: bigint,
  affected: readonly bigint[],
  statements: object = STATEMENTS,
  asRole = world.kitchen,
) {
  return world.initiatives.connect(by).declareInitiative(asRole, breaks, affected, statements);
}

describe("individual initiative", () => {
  it("R-INI-1 R-INI-2: whoever acts for a role declares it, with every statement, to the affected roles", async () => {
    const world = await load();
    const { initiatives, policy, garden, finance, kitchen, fay } = world;
    const [event] = await eventsOf(world, declare(world, fay, policy, [garden, finance]));
    expect(event?.name).to.equal("InitiativeDeclared");
    const told = event?.args as Result;
    const { asRole, breaks, affected, statements } = told;
    expect([asRole, breaks, [...affected]]).to.deep.equal([kitchen, policy, [garden, finance]]);
    expect([...statements]).to.deep.equal(Object.values(STATEMENTS));
    const stored = await initiatives.initiativeAt(event?.subject);
    expect(stored.declarer).to.equal(fay.address);
    const number = (id: bigint) => id & 0xffff_ffffn;
    expect(stored.affected).to.equal(number(garden) | (number(finance) << 32n));
  });

  it("R-INI-1: it takes a role of one's own", async () => {
    const world = await load();
    const { initiatives, garden, kitchen, hal, zoe, gil, anchor } = world;
    for (const other of [hal, zoe, gil]) {
      const call = declare(world, other, 0n, [garden], PATIENT);
      await refused(call, initiatives, "NotInRole", kitchen, other);
    }
    const none = declare(world, hal, 0n, [garden], PATIENT, anchor + 999n);
    await refused(none, initiatives, "NotInRole", anchor + 999n, hal);
  });

  it("R-INI-1: an agent takes no initiative", async () => {
    const world = await load();
    const { initiatives, partners, circles, organisation, ann, ben, dora, zoe, kitchen, garden } =
      world;
    const agent = invitation(zoe, PartnerKind.Agent, ben);
    await partners.connect(ann).invite(organisation, agent);
    await partners.connect(zoe).agree(organisation, RULES, []);
    await circles.connect(dora).offer(kitchen, zoe);
    await circles.connect(zoe).accept(kitchen);
    const call = declare(world, zoe, 0n, [garden], PATIENT);
    await refused(call, initiatives, "NotInRole", kitchen, zoe);
  });

  it("R-INI-1: every statement has words; why not to wait exactly when something is broken", async () => {
    const world = await load();
    const { initiatives, policy, garden, finance, fay } = world;
    for (const part of ["what", "goodFaith", "tension", "spending"]) {
      const call = declare(world, fay, policy, [garden], { ...STATEMENTS, [part]: "" });
      await refused(call, initiatives, "WrongLength", 0n);
    }
    const long = declare(world, fay, policy, [garden], {
      ...STATEMENTS,
      waiting: "x".repeat(4097),
    });
    await refused(long, initiatives, "WrongLength", 4097n);
    const mute = declare(world, fay, policy, [garden], PATIENT);
    await refused(mute, initiatives, "WrongWaiting", policy);
    await refused(declare(world, fay, 0n, [garden]), initiatives, "WrongWaiting", 0n);
    await declare(world, fay, 0n, [garden], PATIENT);
    // A domain of a role is broken like a policy.
    await declare(world, fay, finance, [finance]);
  });

  it("R-INI-2: it affects one to eight live roles, and breaks something that there is", async () => {
    const world = await load();
    const { initiatives, policy, garden, fay, ida, anchor } = world;
    const other = await foundSmall(world, ida);
    const of = (affected: readonly bigint[]) => declare(world, fay, policy, affected);
    await refused(of([]), initiatives, "WrongRoles", 0n, 0n);
    await refused(of(Array(9).fill(garden)), initiatives, "WrongRoles", 9n, 0n);
    await refused(of([garden, policy]), initiatives, "WrongRoles", 2n, policy);
    await refused(of([other.all]), initiatives, "WrongRoles", 1n, other.all);
    await of(Array(8).fill(garden));
    for (const breaks of [other.all, anchor + 999n]) {
      const call = declare(world, fay, breaks, [garden]);
      await refused(call, initiatives, "UnknownObject", breaks);
    }
  });

  it("R-INI-4: whoever acts for an affected role asks the declarer to refrain, once a role", async () => {
    const world = await networkHelpers.loadFixture(declared);
    const { initiatives, garden, finance, kitchen, gil, cem, fay, dora, id } = world;
    const ask = (by: Signer, role: bigint, text = SAID) =>
      initiatives.connect(by).askToRefrain(id, role, text);
    await refused(ask(gil, kitchen), initiatives, "NotAffectedRole", id, kitchen);
    await refused(ask(gil, 0n), initiatives, "NotAffectedRole", id, 0n);
    await refused(ask(gil, id & ~0xffff_ffffn), initiatives, "NotAffectedRole");
    const elsewhere = garden + (1n << 32n);
    await refused(ask(gil, elsewhere), initiatives, "NotAffectedRole", id, elsewhere);
    await refused(ask(cem, garden), initiatives, "NotInRole", garden, cem);
    // Somebody speaks for Garden, so that its circle's lead does not cover it.
    await refused(ask(dora, garden), initiatives, "NotInRole", garden, dora);
    await refused(ask(gil, garden, ""), initiatives, "WrongLength", 0n);
    const [event] = await eventsOf(world, ask(gil, garden));
    expect([event?.name, event?.args.role]).to.deep.equal(["RefrainAsked", garden]);
    expect(await initiatives.askedBy(id, garden)).to.equal(gil.address);
    expect(await initiatives.askedBy(id, finance)).to.equal(ethers.ZeroAddress);
    await refused(ask(world.eve, garden), initiatives, "AlreadyAsked", id, garden);
    await ask(cem, finance);
    const none = initiatives.connect(fay).liftRefrain(id, kitchen);
    await refused(none, initiatives, "NotAsker", id, kitchen, fay);
  });

  it("R-INI-4: it stands until whoever asked lifts it; after them whoever acts for the role", async () => {
    const world = await networkHelpers.loadFixture(declared);
    const { initiatives, circles, garden, gil, eve, fay, hal, id } = world;
    const lift = (by: Signer) => initiatives.connect(by).liftRefrain(id, garden);
    await initiatives.connect(gil).askToRefrain(id, garden, SAID);
    for (const other of [eve, fay, hal]) {
      await refused(lift(other), initiatives, "NotAsker", id, garden, other);
    }
    const [event] = await eventsOf(world, lift(gil));
    expect([event?.name, event?.args.role]).to.deep.equal(["RefrainLifted", garden]);
    expect(await initiatives.askedBy(id, garden)).to.equal(ethers.ZeroAddress);
    await refused(lift(gil), initiatives, "NotAsker", id, garden, gil);
    await initiatives.connect(gil).askToRefrain(id, garden, SAID);
    await circles.connect(gil).resign(garden);
    await refused(lift(hal), initiatives, "NotAsker", id, garden, hal);
    await lift(eve);
    expect(await initiatives.askedBy(id, garden)).to.equal(ethers.ZeroAddress);
  });

  it("R-INI-6: no function of it takes money, it holds no bit but to record, and knows no treasury", async () => {
    const world = await networkHelpers.loadFixture(declared);
    const { initiatives, circles, organisation, treasury, fay } = world;
    const fragments = initiatives.interface.fragments as unknown as {
      type: string;
      payable?: boolean;
    }[];
    const paid = fragments.filter(({ type, payable }) => type === "fallback" || payable === true);
    expect(paid).to.deep.equal([]);
    expect(await circles.bitsOf(organisation, initiatives)).to.equal(RECORD);
    const code = (await ethers.provider.getCode(initiatives)).toLowerCase();
    expect(code).to.not.contain((await treasury.getAddress()).slice(2).toLowerCase());
    const money = { to: await initiatives.getAddress(), value: 1n };
    await expect(fay.sendTransaction(money)).to.be.revert(ethers);
  });

  it("R-INI-1: nothing is declared before the founding is over", async () => {
    const world = await written(connection);
    const { initiatives, circles, organisation, kitchen, garden, fay } = world;
    const args = [kitchen, 0n, [garden], PATIENT];
    const call = initiatives.connect(fay).declareInitiative(...args);
    await refused(call, circles, "FoundingNotOver", organisation);
  });

  it("R-INI-1: nothing is declared without the bit", async () => {
    const world = await load();
    const { initiatives, circles, consent, treasury, ida } = world;
    const processes = [
      { process: consent, bits: 7n },
      { process: treasury, bits: 4n },
    ];
    const other = await foundSmall(world, ida, { processes });
    const call = declare(world, ida, 0n, [other.all], PATIENT, other.all);
    await refused(call, circles, "NotProcess", other.organisation, initiatives, RECORD);
  });
});
