import { expect } from "chai";
import { network } from "hardhat";

import { configure, invitation, join, PartnerKind } from "../helpers/changes.ts";
import { Outcome, Status } from "../helpers/consent.ts";
import type { Token } from "../helpers/contracts.ts";
import { deployContract } from "../helpers/contracts.ts";
import {
  ALL_BITS,
  enact,
  found,
  foundSmall,
  RULES,
  SALT,
  seat,
  vaultSalt,
  WINDOW,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";
import {
  act,
  announce,
  announced,
  ETH,
  escalate,
  FUNDS,
  funded,
  lapse,
  PURPOSE,
  payment,
  revoke,
} from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("announcing a payment", () => {
  it("R-SPD-2 records who, for which role, what and why, and fixes the window", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, cem, finance } = world;
    const time = (await now(connection)) + 10n;
    await nextAt(connection, time);
    const id = await announce(world, cem, finance, payment(world));
    expect((await treasury.announcementAt(id)).toObject()).to.deep.equal({
      role: finance & 0xffffffffn,
      standingFrom: time - WINDOW,
      closesAt: time + WINDOW,
      window: WINDOW,
      escalations: 0n,
      outcome: Outcome.None,
    });
    const type = treasury.interface.getFunction("announce")?.inputs[2];
    const vault = await world.vault.getAddress();
    const resolved = [0n, vault, ETH, world.zoe.address, 100n, 0n, "0x"];
    const coder = ethers.AbiCoder.defaultAbiCoder();
    const bytes = coder.encode(["address", type as never], [cem.address, resolved]);
    expect(await treasury.paymentHashOf(id)).to.equal(ethers.keccak256(bytes));
    expect(await treasury.promisedFrom(world.vault, ETH)).to.equal(100n);
    expect(await treasury.statusOf(id)).to.equal(Status.Open);
    expect(await treasury.statusOf(id + 1n)).to.equal(Status.None);
  });

  it("R-SPD-1 is for whoever fills the role, anywhere in the organisation", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, ann, cem, eve, gil, hal, zoe } = world;
    const { anchor, council, finance, kitchen, garden, organisation } = world;
    for (const [person, asRole] of [
      [ann, finance],
      [gil, kitchen],
      [hal, garden],
      [zoe, finance],
      [cem, anchor],
      [ann, join(organisation, 4000n)],
    ] as const) {
      const attempt = announce(world, person, asRole, payment(world));
      await refused(attempt, treasury, "NotInRole", asRole, person);
    }
    await announce(world, eve, kitchen, payment(world));
    await announce(world, ann, council, payment(world));
  });

  it("R-ASG-7 while nobody fills a role the leads of its circle announce for it, and pay", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, circles, organisation, dora, eve, fay, hal } = world;
    const { operations, kitchen, garden, finance } = world;
    await circles.connect(eve).resign(kitchen);
    await refused(
      announce(world, dora, kitchen, payment(world)),
      treasury,
      "NotInRole",
      kitchen,
      dora,
    );
    await circles.connect(fay).resign(kitchen);
    expect(await circles.acts(kitchen, dora)).to.equal(true);
    expect(await circles.fills(kitchen, dora)).to.equal(false);
    // Not members of its circle, nor whoever leads another.
    for (const person of [eve, hal]) {
      const attempt = announce(world, person, kitchen, payment(world));
      await refused(attempt, treasury, "NotInRole", kitchen, person);
    }
    const id = await announce(world, dora, kitchen, payment(world));
    await goTo(connection, (await treasury.announcementAt(id)).closesAt);
    await treasury.connect(dora).act(id, dora, payment(world));

    // From the moment that somebody fills it they do not; nor for a role of a circle that they do not lead.
    await seat(world, dora, kitchen, hal);
    expect(await circles.acts(kitchen, dora)).to.equal(false);
    expect(await circles.acts(finance, dora)).to.equal(false);
    expect(await circles.acts(operations, dora)).to.equal(true);
    expect(await circles.acts(garden, eve)).to.equal(true);
    expect(await circles.acts(join(organisation, 4000n), dora)).to.equal(false);
  });

  it("R-ASG-8 the leads act beside whoever fills it without a voice, and no lead without one does", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { circles, partners, organisation, operations, kitchen, ann, dora, eve, fay, zoe } =
      world;
    const { hal } = world;
    await partners.connect(ann).invite(organisation, invitation(zoe, PartnerKind.Associate));
    await partners.connect(zoe).agree(organisation, RULES, []);
    await circles.connect(dora).offer(kitchen, zoe);
    await circles.connect(zoe).accept(kitchen);
    expect(await circles.acts(kitchen, dora)).to.equal(false);
    for (const person of [eve, fay]) await circles.connect(person).resign(kitchen);
    for (const person of [dora, zoe]) expect(await circles.acts(kitchen, person)).to.equal(true);

    // An associate who leads a circle covers nothing in it.
    await circles.connect(ann).offer(operations, zoe);
    await circles.connect(zoe).accept(operations);
    await circles.connect(zoe).resign(kitchen);
    expect([await circles.leads(operations, zoe), await circles.acts(kitchen, zoe)]).to.deep.equal([
      true,
      false,
    ]);
    expect(await circles.acts(kitchen, dora)).to.equal(true);
    expect(await circles.acts(kitchen, hal)).to.equal(false);
  });

  it("R-SPD-2 needs a purpose of 1 to 4,096 bytes", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, cem, finance } = world;
    const byCem = treasury.connect(cem);
    const text = "é".repeat(2048);
    await refused(byCem.announce(finance, 0n, payment(world), 0n, ""), treasury, "WrongLength", 0);
    const long = byCem.announce(finance, 0n, payment(world), 0n, `${text}!`);
    await refused(long, treasury, "WrongLength", 4097);
    await byCem.announce(finance, 0n, payment(world), 0n, text);
  });

  it("P1 is refused before founding is over, and in an organisation that does not exist", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { treasury, circles, cem, finance, organisation } = world;
    await world.ann.sendTransaction({ to: world.vault, value: FUNDS });
    const early = announce(world, cem, finance, payment(world));
    await refused(early, circles, "FoundingNotOver", organisation);
    const nowhere = treasury.connect(cem).announce(join(7n, 1n), 0n, payment(world), 0n, PURPOSE);
    await refused(nowhere, treasury, "NotInRole", join(7n, 1n), cem);
    const none = treasury.connect(cem).announce(0n, 0n, payment(world), 0n, PURPOSE);
    await refused(none, treasury, "NotInRole", 0n, cem);
  });

  it("takes the anchor's window, whatever the circle's own", async () => {
    const world = await networkHelpers.loadFixture(funded);
    const { treasury, eve, operations, kitchen } = world;
    await enact(world, operations, [configure(0n, 0n, { window: 3n * DAY })]);
    const id = await announce(world, eve, kitchen, payment(world));
    expect((await treasury.announcementAt(id)).window).to.equal(WINDOW);
  });

  describe("what", () => {
    it("refuses an amount of zero; one wei will do", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, cem, finance } = world;
      const nothing = announce(world, cem, finance, payment(world, { amount: 0n }));
      await refused(nothing, treasury, "NoAmount");
      await announce(world, cem, finance, payment(world, { amount: 1n }));
      expect(await treasury.promisedFrom(world.vault, ETH)).to.equal(1n);
    });

    it("refuses a payee to whom the money would be lost", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, token, vault, cem, finance } = world;
      for (const [paid, payee] of [
        [ETH, ethers.ZeroAddress],
        [ETH, await vault.getAddress()],
        [token, ethers.ZeroAddress],
        [token, await vault.getAddress()],
        [token, await token.getAddress()],
      ] as const) {
        const attempt = announce(world, cem, finance, payment(world, { token: paid, payee }));
        await refused(attempt, treasury, "WrongPayee", payee);
      }
    });

    it("refuses a token without code", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, cem, zoe, hal, finance } = world;
      const attempt = announce(world, cem, finance, payment(world, { token: hal, payee: zoe }));
      await refused(attempt, treasury, "NoCode", hal);
    });

    it("P1 refuses a vault of another organisation, none, or one that is not deployed yet", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, circles, factory, cem, dora, finance, zoe } = world;
      await found(world, { founder: dora });
      const other = await circles.vaultFor(dora, SALT);
      await dora.sendTransaction({ to: other, value: FUNDS });
      const attempt = (vault: string) => announce(world, cem, finance, payment(world, { vault }));
      await refused(attempt(other), treasury, "WrongVault", other);
      await factory.deploy(circles, vaultSalt(connection, dora, SALT));
      await refused(attempt(other), treasury, "WrongVault", other);
      await refused(attempt(zoe.address), treasury, "WrongVault", zoe);
      await refused(attempt(ethers.ZeroAddress), treasury, "WrongVault", ethers.ZeroAddress);

      // An organisation of its own, whose vault has an address and money, and no code.
      const { anchor, all } = await foundSmall(world, cem);
      const vault = await circles.vaultFor(cem, SALT);
      await cem.sendTransaction({ to: vault, value: FUNDS });
      const spend = () =>
        treasury.connect(cem).announce(all, 0n, payment(world, { vault }), 0n, PURPOSE);
      await refused(spend(), treasury, "WrongVault", vault);
      await factory.deploy(circles, vaultSalt(connection, cem, SALT));
      await spend();
      expect((await circles.roleAt(anchor)).members).to.equal(1n);
    });

    it("P1 needs to be a process of the organisation", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, circles, factory, cem, hand } = world;
      const processes = [{ process: hand, bits: ALL_BITS }];
      const { all } = await foundSmall(world, cem, { processes, treasury: hand });
      const vault = await circles.vaultFor(cem, SALT);
      await cem.sendTransaction({ to: vault, value: FUNDS });
      await factory.deploy(circles, vaultSalt(connection, cem, SALT));
      const attempt = treasury
        .connect(cem)
        .announce(all, 0n, payment(world, { vault }), 0n, PURPOSE);
      await refused(attempt, circles, "NotProcess", 2n, treasury, 4n);
    });
  });

  describe("what is promised", () => {
    for (const kind of ["ETH", "token"] as const) {
      it(`P1 never exceeds what the vault holds: ${kind}, overpromised by one`, async () => {
        const world = await networkHelpers.loadFixture(funded);
        const { treasury, vault, cem, ann, finance, council } = world;
        const token = kind === "ETH" ? ETH : await world.token.getAddress();
        const address = await vault.getAddress();
        const of = (amount: bigint) => payment(world, { token, amount });
        const over = announce(world, cem, finance, of(FUNDS + 1n));
        await refused(over, treasury, "Overpromised", address, token, FUNDS + 1n, FUNDS);
        await announce(world, cem, finance, of(FUNDS - 10n));
        const more = announce(world, ann, council, of(11n));
        await refused(more, treasury, "Overpromised", address, token, 11n, 10n);
        await announce(world, ann, council, of(10n));
        const last = announce(world, ann, council, of(1n), 1n);
        await refused(last, treasury, "Overpromised", address, token, 1n, 0n);
        expect(await treasury.promisedFrom(vault, token)).to.equal(FUNDS);
        // What arrives is free.
        await world.token.mint(vault, 1n);
        await ann.sendTransaction({ to: vault, value: 1n });
        await announce(world, ann, council, of(1n), 1n);
        expect(await treasury.promisedFrom(vault, token)).to.equal(FUNDS + 1n);
      });
    }

    it("is counted for each token apart", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, vault, token, cem, finance } = world;
      await announce(world, cem, finance, payment(world, { amount: FUNDS }));
      await announce(world, cem, finance, payment(world, { token, amount: FUNDS }), 1n);
      const other = await deployContract<Token>(connection, "TestToken");
      await other.mint(vault, 5n);
      await announce(world, cem, finance, payment(world, { token: other, amount: 5n }), 2n);
      expect(await treasury.promisedFrom(vault, other)).to.equal(5n);
      expect(await treasury.promisedFrom(vault, token)).to.equal(FUNDS);
    });

    it("leaves nothing free where a token shrank below what was promised", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, vault, token, cem, finance } = world;
      await announce(world, cem, finance, payment(world, { token, amount: FUNDS }));
      await token.burn(vault, 400n);
      const attempt = announce(world, cem, finance, payment(world, { token, amount: 1n }), 1n);
      const address = await vault.getAddress();
      await refused(attempt, treasury, "Overpromised", address, await token.getAddress(), 1n, 0n);
    });

    it("P1 is free again when escalated, revoked, paid or lapsed, once", async () => {
      for (const end of ["escalate", "revoke", "act", "lapse", "escalate and lapse"] as const) {
        const world = await networkHelpers.loadFixture(announced);
        const { treasury, vault, ann, cem, zoe, anchor, council, closesAt, finance } = world;
        // Another promise of the same amount must stay.
        await announce(world, cem, finance, world.payment, 1n);
        if (end.startsWith("escalate")) await escalate(world, ann, anchor, council);
        if (end === "revoke") await revoke(world, cem);
        if (end === "act") await nextAt(connection, closesAt);
        if (end === "act") await act(world, cem);
        if (end.endsWith("lapse")) await goTo(connection, closesAt + GRACE);
        if (end.endsWith("lapse")) await lapse(world, zoe);
        expect(await treasury.promisedFrom(vault, ETH), end).to.equal(100n);
      }
    });
  });

  describe("slots", () => {
    it("P12 gives each person three in the organisation", async () => {
      const world = await networkHelpers.loadFixture(funded);
      const { treasury, organisation, cem, dora, finance, garden } = world;
      const ids: bigint[] = [];
      await seat(world, dora, garden, cem);
      ids.push(await announce(world, cem, finance, payment(world), 0n));
      ids.push(await announce(world, cem, garden, payment(world), 1n));
      ids.push(await announce(world, cem, finance, payment(world), 2n));
      for (const [slot, id] of ids.entries()) {
        const attempt = announce(world, cem, garden, payment(world), BigInt(slot));
        await refused(attempt, treasury, "SlotTaken", slot, id);
      }
      const fourth = announce(world, cem, finance, payment(world), 3n);
      await refused(fourth, treasury, "WrongSlot", 3);
      expect(await treasury.slotsOf(organisation, cem)).to.deep.equal(ids);
      await announce(world, dora, world.operations, payment(world));
    });

    it("P12 frees a slot when its announcement is paid, revoked or closed as lapsed", async () => {
      for (const end of ["act", "revoke", "lapse"] as const) {
        const world = await networkHelpers.loadFixture(announced);
        const { treasury, cem, zoe, ann, anchor, council, finance, closesAt, id } = world;
        const again = () => announce(world, cem, finance, payment(world));
        if (end === "revoke") {
          await escalate(world, ann, anchor, council);
          await refused(again(), treasury, "SlotTaken", 0, id);
          await revoke(world, cem);
          // Not before its window is over: nobody blocks an account by announcing and revoking in turn.
          await nextAt(connection, closesAt - 1n);
          await refused(again(), treasury, "SlotTaken", 0, id);
          await nextAt(connection, closesAt);
        } else if (end === "act") {
          await nextAt(connection, closesAt);
          await refused(again(), treasury, "SlotTaken", 0, id);
          await act(world, cem);
        } else {
          await goTo(connection, closesAt + GRACE);
          await refused(again(), treasury, "SlotTaken", 0, id);
          await lapse(world, zoe);
        }
        await again();
      }
    });
  });
});
