import { expect } from "chai";
import { network } from "hardhat";

import { invitation, removeRole } from "../helpers/changes.ts";
import { Historian } from "../helpers/chronicle.ts";
import { nextId, Status } from "../helpers/consent.ts";
import type { Ambush, Token } from "../helpers/contracts.ts";
import { deployContract } from "../helpers/contracts.ts";
import { enact, RULES, seat, type World } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";
import {
  type Announced,
  act,
  announce,
  announced,
  ETH,
  escalate,
  FUNDS,
  funded,
  lapse,
  type Payment,
  PURPOSE,
  payment,
  REASON,
} from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** Announces a payment as cem and waits until it can be made. */
async function ready(world: World, paid: Payment, slot = 0n): Promise<Announced> {
  const id = await announce(world, world.cem, world.finance, paid, slot);
  const { closesAt } = await world.treasury.announcementAt(id);
  await goTo(connection, closesAt);
  return { ...world, id, closesAt, payment: paid };
}

describe("paying", () => {
  it("R-SPD-5 moves the ETH when the window has passed, to the second, once", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, vault, cem, zoe, id, closesAt } = world;
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Open);
    await nextAt(connection, closesAt - 1n);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Open);
    await nextAt(connection, closesAt);
    await expect(act(world, cem)).to.changeEtherBalances(ethers, [vault, zoe], [-100n, 100n]);
    expect(await treasury.statusOf(id)).to.equal(Status.Enacted);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Enacted);
    await goTo(connection, closesAt + 2n * GRACE);
    await refused(lapse(world, cem), treasury, "WrongStatus", id, Status.Enacted);
  });

  it("R-SPD-5 moves an ERC-20", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { token, vault, zoe, cem, treasury } = world;
    const paying = await ready(world, payment(world, { token, amount: FUNDS }));
    await act(paying, cem);
    expect(await token.balanceOf(zoe)).to.equal(FUNDS);
    expect(await token.balanceOf(vault)).to.equal(0n);
    expect(await treasury.promisedFrom(vault, token)).to.equal(0n);
  });

  it("R-SPD-5 is for whoever fills the role it serves then, announcer or not", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, circles, ann, cem, dora, hal, zoe, finance, closesAt } = world;
    await goTo(connection, closesAt);
    for (const person of [ann, dora, hal, zoe]) {
      await refused(act(world, person), treasury, "NotInRole", finance, person);
    }
    await seat(world, ann, finance, hal);
    await circles.connect(cem).resign(finance);
    await refused(act(world, cem), treasury, "NotInRole", finance, cem);
    await act(world, hal);
  });

  it("is for nobody when the role is gone; then it can be closed in time", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, cem, anchor, finance, closesAt, vault } = world;
    await enact(world, anchor, [removeRole(finance)], [cem]);
    await goTo(connection, closesAt);
    await refused(act(world, cem), treasury, "NotInRole", finance, cem);
    await goTo(connection, closesAt + GRACE);
    await lapse(world, world.zoe);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
  });

  it("P3 expires one grace after the window, to the second; then anybody closes it, once", async () => {
    for (const late of [-1n, 0n]) {
      const world = await networkHelpers.loadFixture(announced);
      const { treasury, cem, zoe, id, closesAt } = world;
      await nextAt(connection, closesAt + GRACE + late);
      if (late < 0n) {
        await refused(lapse(world, zoe), treasury, "WrongStatus", id, Status.Adopted);
        await act(world, cem);
      } else {
        await refused(act(world, cem), treasury, "WrongStatus", id, Status.Lapsed);
        await lapse(world, zoe);
        await refused(lapse(world, zoe), treasury, "WrongStatus", id, Status.Lapsed);
        await refused(act(world, cem), treasury, "WrongStatus", id, Status.Lapsed);
      }
    }
  });

  it("cannot be closed before: not while open or escalated", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, zoe, id, anchor, council, closesAt } = world;
    await refused(lapse(world, zoe), treasury, "WrongStatus", id, Status.Open);
    await escalate(world, ann, anchor, council);
    await nextAt(connection, closesAt + GRACE - 1n);
    await refused(lapse(world, zoe), treasury, "WrongStatus", id, Status.Objected);
    await nextAt(connection, closesAt + GRACE);
    await lapse(world, zoe);
    expect(await treasury.promisedFrom(world.vault, ETH)).to.equal(0n);
  });

  it("P1 closing what was escalated takes nothing from other promises", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, dora, zoe, vault, anchor, council, operations, closesAt } = world;
    await escalate(world, ann, anchor, council);
    await nextAt(connection, closesAt + GRACE - 1n);
    await announce(world, dora, operations, payment(world, { amount: 30n }));
    await goTo(connection, closesAt + GRACE + DAY);
    await lapse(world, zoe);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(30n);
  });

  it("R-SPD-10 pays from the anchor's vault alone, and only what was announced", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { vault, treasury, cem, closesAt, id } = world;
    await goTo(connection, closesAt);
    const more = { ...world.payment, amount: FUNDS };
    const attempt = treasury.connect(cem).act(id, cem, more);
    await refused(attempt, treasury, "WrongPayment", id);
    expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS);
  });
});

describe("tokens and payees of all kinds", () => {
  it("P1 a token that returns false is not paid", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { vault, cem, treasury } = world;
    const token = await deployContract<Token>(connection, "FalseToken");
    const paying = await ready(world, payment(world, { token }));
    const failing = { interface: vault.interface };
    await refused(act(paying, cem), failing, "SafeERC20FailedOperation", token);
    expect(await treasury.statusOf(paying.id)).to.equal(Status.Adopted);
    expect(await treasury.promisedFrom(vault, token)).to.equal(100n);
  });

  it("a token that returns nothing is", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const token = await deployContract<Token>(connection, "SilentToken");
    await token.mint(world.vault, 100n);
    const paying = await ready(world, payment(world, { token }));
    await act(paying, world.cem);
    expect(await token.balanceOf(world.zoe)).to.equal(100n);
  });

  it("P1 a token that lost its code is not paid", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const paying = await ready(world, payment(world, { token: world.token }));
    await networkHelpers.setCode(await world.token.getAddress(), "0x");
    const { vault, treasury } = world;
    await refused(act(paying, world.cem), vault, "SafeERC20FailedOperation", world.token);
    expect(await treasury.statusOf(paying.id)).to.equal(Status.Adopted);
  });

  it("P1 a token that shrank is not paid beyond what is there", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { token, vault, cem, zoe } = world;
    const paying = await ready(world, payment(world, { token, amount: FUNDS }));
    await token.burn(vault, 1n);
    await refused(act(paying, cem), token, "ERC20InsufficientBalance");
    await token.mint(vault, 1n);
    await act(paying, cem);
    expect(await token.balanceOf(zoe)).to.equal(FUNDS);
  });

  it("a payee that refuses ETH leaves everything as it was, and can change its mind", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { vault, cem, treasury } = world;
    const payee = await ethers.deployContract("Refuser");
    const paying = await ready(world, payment(world, { payee }));
    await refused(act(paying, cem), payee, "Refused");
    expect(await treasury.statusOf(paying.id)).to.equal(Status.Adopted);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(100n);
    await payee.getFunction("relent")();
    await act(paying, cem);
    expect(await ethers.provider.getBalance(payee)).to.equal(100n);
  });
});

/** The worked organisation with a contract that fills Finance, and waits for money to arrive. */
async function ambushed(): Promise<World & { ambush: Ambush; contract: string }> {
  const world = await funded(connection);
  const { circles, partners, organisation, ann, finance } = world;
  const ambush = await deployContract<Ambush>(connection, "Ambush");
  const contract = await ambush.getAddress();
  await partners.connect(ann).invite(organisation, invitation(contract));
  const agree = partners.interface.encodeFunctionData("agree", [organisation, RULES, []]);
  await ambush.send(partners, agree);
  await circles.connect(ann).offer(finance, contract);
  await ambush.send(circles, circles.interface.encodeFunctionData("accept", [finance]));
  return { ...world, ambush, contract };
}

describe("re-entrance", () => {
  const acts = [
    "act again",
    "act on another",
    "announce",
    "escalate",
    "reverse",
    "revoke",
    "lapse",
  ];
  for (const kind of ["payee", "token"] as const) {
    for (const name of acts) {
      it(`P1 a ${kind} that calls back while being paid cannot ${name}`, async () => {
        const world = await networkHelpers.loadFixture(ambushed);
        const { treasury, vault, ann, cem, ambush, contract } = world;
        const { anchor, council, finance, organisation } = world;
        await ambush.mint(vault, FUNDS);
        const paid =
          kind === "payee"
            ? payment(world, { payee: contract })
            : payment(world, { token: contract });
        // What is called back would go through otherwise: see the last step.
        const other = await announce(world, cem, finance, payment(world), 2n);
        const escalated = await announce(world, cem, finance, payment(world), 1n);
        const byTheirs = (data: string) => ambush.send(treasury, data);
        const encode = (method: string, values: unknown[]) =>
          treasury.interface.encodeFunctionData(method, values);
        const resolved = async (of: Payment) => ({
          ...of,
          vault: await ethers.resolveAddress(of.vault),
          token: await ethers.resolveAddress(of.token),
          payee: await ethers.resolveAddress(of.payee),
        });
        const plain = await resolved(payment(world));
        await byTheirs(
          encode("escalate", [escalated, anchor, finance, [], cem.address, plain, REASON]),
        );
        const own = await nextId(world);
        await byTheirs(encode("announce", [finance, 0n, await resolved(paid), 0n, PURPOSE]));
        if (name === "lapse") {
          // Both expire, except that the one to be paid is announced later.
          await goTo(connection, (await treasury.announcementAt(own)).closesAt + GRACE);
          await byTheirs(encode("lapse", [own, contract, await resolved(paid)]));
        }
        const id = name === "lapse" ? await nextId(world) : own;
        if (name === "lapse") {
          await byTheirs(encode("announce", [finance, 0n, await resolved(paid), 0n, PURPOSE]));
        }
        const late = await nextId(world);
        if (name === "escalate") {
          await goTo(connection, (await now(connection)) + DAY);
          await announce(world, ann, council, payment(world), 0n);
        }
        const data: Record<string, string> = {
          "act again": encode("act", [id, contract, await resolved(paid)]),
          "act on another": encode("act", [other, cem.address, plain]),
          announce: encode("announce", [finance, 1n, plain, 0n, PURPOSE]),
          escalate: encode("escalate", [late, anchor, finance, [], ann.address, plain, REASON]),
          reverse: encode("reverse", [escalated, contract, cem.address, plain]),
          revoke: encode("revoke", [id, contract, await resolved(paid)]),
          lapse: encode("lapse", [other, cem.address, plain]),
        };
        await ambush.lay(treasury, data[name] as string);
        await goTo(connection, (await treasury.announcementAt(id)).closesAt);
        const promised = (await treasury.promisedFrom(vault, ETH)) as bigint;
        await byTheirs(encode("act", [id, contract, await resolved(paid)]));
        expect(await ambush.calls()).to.equal(1n);
        expect(await ambush.succeeded()).to.equal(false);
        const guard = treasury.interface.getError("ReentrancyGuardReentrantCall")?.selector;
        expect(await ambush.answer()).to.equal(guard);
        expect(await treasury.statusOf(id)).to.equal(Status.Enacted);
        const spent = kind === "payee" ? 100n : 0n;
        expect(await ethers.provider.getBalance(vault)).to.equal(FUNDS - spent);
        expect(await treasury.promisedFrom(vault, ETH)).to.equal(promised - spent);
        // Afterwards it goes through, unless it was about the payment that was made.
        if (name !== "act again" && name !== "revoke") {
          await byTheirs(data[name] as string);
        }
        expect(await treasury.slotsOf(organisation, contract)).to.include(id);
      });
    }
  }

  it("P1 the record is written before foreign code runs: it sees itself paid", async () => {
    const world = await networkHelpers.loadFixture(ambushed);
    const { treasury, cem, ambush, contract } = world;
    const paying = await ready(world, payment(world, { payee: contract }));
    const ask = treasury.interface.encodeFunctionData("statusOf", [paying.id]);
    await ambush.lay(treasury, ask);
    await act(paying, cem);
    expect(BigInt(await ambush.answer())).to.equal(Status.Enacted);
  });

  it("P6 a payee may act elsewhere meanwhile; the chain stays whole", async () => {
    const world = await networkHelpers.loadFixture(ambushed);
    const { circles, treasury, cem, ambush, contract, finance, organisation } = world;
    const paying = await ready(world, payment(world, { payee: contract }));
    await ambush.lay(circles, circles.interface.encodeFunctionData("resign", [finance]));
    const head = await circles.head(organisation);
    const sent = await treasury.connect(cem).act(paying.id, cem, paying.payment);
    expect(await ambush.succeeded()).to.equal(true);
    const historian = new Historian(world, organisation, BigInt(head));
    const told = await historian.follow(sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["Paid", "Unassigned"]);
  });
});
