import { expect } from "chai";
import { network } from "hardhat";

import { configure, join } from "../helpers/changes.ts";
import { Status } from "../helpers/consent.ts";
import {
  enact,
  foundSmall,
  type Signer,
  seat,
  WINDOW,
  type World,
  written,
} from "../helpers/organisation.ts";
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
  lapse,
  payment,
  REASON,
  reverse,
  revoke,
} from "../helpers/treasury.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** The worked organisation with dora leading its anchor, and a payment announced. */
async function led(): Promise<Announced> {
  const world: World = await written(connection);
  const { founding, circles, treasury, organisation, anchor, ann, ben, cem, dora, finance } = world;
  const { lastWrite } = await founding.progressOf(organisation);
  const offers = [{ role: anchor, person: dora }];
  await founding.connect(ann).write(organisation, lastWrite, [], [], [], offers);
  await circles.connect(dora).accept(anchor);
  const last = (await founding.progressOf(organisation)).lastWrite;
  for (const ratifier of [ann, ben]) {
    await founding.connect(ratifier).ratify(organisation, last);
  }
  await ann.sendTransaction({ to: world.vault, value: FUNDS });
  const paid = payment(world);
  const id = await announce(world, cem, finance, paid);
  const { closesAt } = await treasury.announcementAt(id);
  return { ...world, id, closesAt, payment: paid };
}

describe("escalating", () => {
  it("R-SPD-4 blocks the payment while one escalation stands", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, gil, cem, id, anchor, council, operations, garden, closesAt } = world;
    await escalate(world, ann, anchor, council);
    await escalate(world, gil, operations, garden);
    expect((await treasury.announcementAt(id)).escalations).to.equal(2n);
    await goTo(connection, closesAt + DAY);
    expect(await treasury.statusOf(id)).to.equal(Status.Objected);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Objected);
    await reverse(world, ann, ann);
    expect(await treasury.isEscalatedBy(id, ann)).to.equal(false);
    expect(await treasury.isEscalatedBy(id, gil)).to.equal(true);
    const { closesAt: later } = await treasury.announcementAt(id);
    await goTo(connection, later);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Objected);
  });

  it("R-SPD-2 is for members of any circle of the organisation, for a role they fill in it", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, dora, eve, gil, hal, zoe, id } = world;
    const { anchor, council, operations, kitchen, garden, finance } = world;
    for (const [person, circle, asRole] of [
      [ann, anchor, finance],
      [gil, operations, kitchen],
      [eve, operations, operations],
      [dora, operations, garden],
      [dora, anchor, 0n],
    ] as const) {
      const attempt = escalate(world, person, circle, asRole);
      await refused(attempt, treasury, "NotInRole", asRole, person);
    }
    for (const [person, circle, asRole] of [
      [hal, anchor, council],
      [zoe, operations, garden],
      [gil, anchor, garden],
      [ann, operations, council],
    ] as const) {
      const attempt = escalate(world, person, circle, asRole);
      await refused(attempt, treasury, "NoStanding", id, person);
    }
    await escalate(world, dora, operations, operations);
    await escalate(world, eve, operations, garden);
  });

  it("P2 is not for members of circles of another organisation", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, hal, id, council, anchor } = world;
    const { anchor: there, all } = await foundSmall(world, hal);
    for (const [circle, asRole] of [
      [there, all],
      [there, council],
      [0n, 0n],
    ] as const) {
      const attempt = escalate(world, hal, circle, asRole);
      await refused(attempt, treasury, "NotWithin", circle, anchor);
    }
    expect((await treasury.announcementAt(id)).escalations).to.equal(0n);
  });

  it("is not for the announcer, not twice, and not without a reason", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, cem, ann, id, anchor, council, finance } = world;
    await refused(escalate(world, cem, anchor, finance), treasury, "OwnAnnouncement", id);
    const byAnn = treasury.connect(ann);
    const say = (reason: string) =>
      byAnn.escalate(id, anchor, council, [], cem, world.payment, reason);
    await refused(say(""), treasury, "WrongLength", 0);
    await refused(say("x".repeat(4097)), treasury, "WrongLength", 4097);
    await say("x".repeat(4096));
    await refused(say(REASON), treasury, "AlreadyEscalated", id, ann);
    expect((await treasury.announcementAt(id)).escalations).to.equal(1n);
  });

  it("R-SPD-3 is possible until one second before the window closes", async () => {
    for (const late of [-1n, 0n, 1n]) {
      const world = await networkHelpers.loadFixture(announced);
      const { treasury, ann, gil, id, anchor, council, operations, garden, closesAt } = world;
      if (late === 1n) await escalate(world, gil, operations, garden);
      await nextAt(connection, closesAt + late);
      const attempt = escalate(world, ann, anchor, council);
      if (late < 0n) await attempt;
      else await refused(attempt, treasury, "WindowClosed", id, closesAt);
    }
  });

  it("is over when paid, revoked or lapsed", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, cem, id, anchor, council, finance, closesAt } = world;
    const again = (of: Announced) => escalate(of, ann, anchor, council);
    const second = { ...world, id: await announce(world, cem, finance, world.payment, 1n) };
    const third = { ...world, id: await announce(world, cem, finance, world.payment, 2n) };
    await revoke(second, cem);
    await refused(again(second), treasury, "WrongStatus", second.id, Status.Withdrawn);
    await nextAt(connection, closesAt);
    await act(world, cem);
    await refused(again(world), treasury, "WrongStatus", id, Status.Enacted);
    await goTo(connection, closesAt + GRACE + DAY);
    await refused(again(third), treasury, "WrongStatus", third.id, Status.Lapsed);
    await lapse(third, ann);
    await refused(again(third), treasury, "WrongStatus", third.id, Status.Lapsed);
  });

  it("P4 a purge silences nobody: whoever left after the tail began escalates", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, circles, dora, fay, gil, eve } = world;
    const { operations, kitchen, garden, finance } = world;
    await circles.connect(dora).revoke(kitchen, fay);
    await escalate(world, fay, operations, kitchen);

    const left = (await now(connection)) + 100n;
    await nextAt(connection, left);
    await circles.connect(dora).revoke(garden, gil);
    await nextAt(connection, left + 1n);
    await circles.connect(eve).resign(kitchen);
    await circles.connect(eve).resign(garden);
    await nextAt(connection, left + WINDOW);
    const id = await announce(world, world.cem, finance, world.payment, 1n);
    const later = { ...world, id };
    expect((await treasury.announcementAt(id)).standingFrom).to.equal(left);
    const attempt = escalate(later, gil, operations, garden);
    await refused(attempt, treasury, "NoStanding", id, gil);
    await escalate(later, eve, operations, kitchen);
  });

  it("P11 fixes window and standing when announced", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, cem, id, anchor, council, closesAt } = world;
    const settings = { window: 3n * DAY, admission: council, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, settings)]);
    await nextAt(connection, closesAt - 1n);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Open);
    await escalate(world, ann, anchor, council);
    await reverse(world, ann, ann);
    const restarted = (await now(connection)) + WINDOW;
    expect((await treasury.announcementAt(id)).closesAt).to.equal(restarted);
  });
});

describe("reversing an escalation", () => {
  it("R-SPD-6 in an anchor without a lead is its author's alone", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, ben, dora, gil, zoe, cem, id, anchor, council } = world;
    await escalate(world, ann, anchor, council);
    for (const person of [ben, dora, gil, zoe]) {
      await refused(reverse(world, person, ann), treasury, "NotReverser", id, person);
    }
    await refused(reverse(world, cem, ann), treasury, "OwnAnnouncement", id);
    await refused(reverse(world, ben, ben), treasury, "NotEscalated", id, ben);
    await reverse(world, ann, ann);
    await refused(reverse(world, ann, ann), treasury, "WrongStatus", id, Status.Open);
  });

  it("R-SPD-6 is also a lead's of the source, who has no part in it", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { treasury, ann, dora, id, anchor, council } = world;
    await escalate(world, ann, anchor, council);
    await reverse(world, dora, ann);
    expect(await treasury.statusOf(id)).to.equal(Status.Open);
    expect(await treasury.isEscalatedBy(id, ann)).to.equal(false);
    // Once each: what was reversed is not escalated again by the same person, and by another it is.
    const again = escalate(world, ann, anchor, council);
    await refused(again, treasury, "AlreadyEscalated", id, ann);
    await escalate(world, world.ben, anchor, council);
  });

  it("R-SPD-6 is not for a lead who announced it or fills the role it serves", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { treasury, ann, dora, id, anchor, council, finance, operations } = world;
    await escalate(world, ann, anchor, council);
    await seat(world, dora, finance, dora);
    await refused(reverse(world, dora, ann), treasury, "NotReverser", id, dora);

    const own = await announce(world, dora, operations, world.payment);
    const byDora = treasury.connect(dora);
    const escalating = treasury.connect(ann);
    await escalating.escalate(own, anchor, council, [], dora, world.payment, REASON);
    const attempt = byDora.reverse(own, ann, dora, world.payment);
    await refused(attempt, treasury, "OwnAnnouncement", own);

    // For the anchor itself nobody but the author reverses.
    const anchors = await announce(world, dora, anchor, world.payment, 1n);
    await escalating.escalate(anchors, anchor, council, [], dora, world.payment, REASON);
    const also = byDora.reverse(anchors, ann, dora, world.payment);
    await refused(also, treasury, "OwnAnnouncement", anchors);
  });

  it("R-SPD-6 R-ASG-7 is not for a lead who covers the role it serves, and so could pay it", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { treasury, circles, ann, cem, dora, id, anchor, council, finance } = world;
    await escalate(world, ann, anchor, council);
    await circles.connect(cem).resign(finance);
    expect(await circles.acts(finance, dora)).to.equal(true);
    await refused(reverse(world, dora, ann), treasury, "NotReverser", id, dora);
    await reverse(world, ann, ann);
  });

  it("R-SPD-6 is the author's also when the author fills the role it serves, or is gone", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { circles, treasury, ann, gil, dora, id } = world;
    const { anchor, council, finance, operations, garden } = world;
    await escalate(world, ann, anchor, council);
    await escalate(world, gil, operations, garden);
    await seat(world, ann, finance, ann);
    await circles.connect(dora).revoke(garden, gil);
    await reverse(world, ann, ann);
    await reverse(world, gil, gil);
    expect(await treasury.statusOf(id)).to.equal(Status.Open);
  });

  it("R-SPD-3 restarts the window, also for the first of two", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, gil, cem, id, anchor, council, operations, garden, closesAt } = world;
    await escalate(world, ann, anchor, council);
    await escalate(world, gil, operations, garden);
    await nextAt(connection, closesAt + DAY);
    await reverse(world, ann, ann);
    expect((await treasury.announcementAt(id)).closesAt).to.equal(closesAt + DAY + WINDOW);
    await nextAt(connection, closesAt + 3n * DAY);
    await reverse(world, gil, gil);
    const restarted = closesAt + 3n * DAY + WINDOW;
    await nextAt(connection, restarted - 1n);
    await refused(act(world, cem), treasury, "WrongStatus", id, Status.Open);
    await nextAt(connection, restarted);
    await act(world, cem);
  });

  it("P1 promises the amount again with the last one, not before", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, vault, ann, eve, gil, anchor, council, operations, garden } = world;
    const promised = () => treasury.promisedFrom(vault, ETH);
    await escalate(world, ann, anchor, council);
    expect(await promised()).to.equal(0n);
    await escalate(world, gil, operations, garden);
    expect(await promised()).to.equal(0n);
    await reverse(world, ann, ann);
    expect(await promised()).to.equal(0n);
    await reverse(world, gil, gil);
    expect(await promised()).to.equal(100n);
    await escalate(world, eve, operations, garden);
    expect(await promised()).to.equal(0n);
  });

  it("P1 fails while the money is promised elsewhere", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, vault, ann, dora, anchor, council, operations } = world;
    await escalate(world, ann, anchor, council);
    const rest = payment(world, { amount: FUNDS - 99n });
    const other = await announce(world, dora, operations, rest);
    const attempt = reverse(world, ann, ann);
    const address = await vault.getAddress();
    await refused(attempt, treasury, "Overpromised", address, ETH, 100n, 99n);
    expect(await treasury.isEscalatedBy(world.id, ann)).to.equal(true);
    await treasury.connect(dora).revoke(other, dora, rest);
    await reverse(world, ann, ann);
    expect(await treasury.promisedFrom(vault, ETH)).to.equal(100n);
  });

  it("is possible until one grace after the window", async () => {
    for (const late of [-1n, 0n]) {
      const world = await networkHelpers.loadFixture(announced);
      const { treasury, ann, id, anchor, council, closesAt } = world;
      await escalate(world, ann, anchor, council);
      await nextAt(connection, closesAt + GRACE + late);
      const attempt = reverse(world, ann, ann);
      if (late < 0n) await attempt;
      else await refused(attempt, treasury, "WrongStatus", id, Status.Lapsed);
    }
  });
});

describe("revoking an announcement", () => {
  it("R-SPD-7 is the announcer's, and a lead's of the source", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, ann, dora, zoe, cem, id } = world;
    for (const person of [ann, dora, zoe]) {
      await refused(revoke(world, person), treasury, "NotRevoker", id, person);
    }
    await revoke(world, cem);
    expect(await treasury.statusOf(id)).to.equal(Status.Withdrawn);

    const other = await networkHelpers.loadFixture(led);
    await refused(revoke(other, other.ann), treasury, "NotRevoker", other.id, other.ann);
    await revoke(other, other.dora);
  });

  it("R-SPD-7 is possible while open, escalated or ready, and then never again", async () => {
    for (const stage of ["open", "escalated", "ready"] as const) {
      const world = await networkHelpers.loadFixture(announced);
      const { treasury, vault, ann, cem, id, anchor, council, closesAt } = world;
      if (stage === "escalated") await escalate(world, ann, anchor, council);
      if (stage !== "open") await goTo(connection, closesAt + DAY);
      await revoke(world, cem);
      expect(await treasury.promisedFrom(vault, ETH)).to.equal(0n);
      await refused(revoke(world, cem), treasury, "WrongStatus", id, Status.Withdrawn);
      await refused(act(world, cem), treasury, "WrongStatus", id, Status.Withdrawn);
      await goTo(connection, closesAt + GRACE + DAY);
      await refused(lapse(world, cem), treasury, "WrongStatus", id, Status.Withdrawn);
      expect(await treasury.statusOf(id)).to.equal(Status.Withdrawn);
    }
  });

  it("R-SPD-7 is over when paid or lapsed", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, cem, finance, id, closesAt } = world;
    const second = { ...world, id: await announce(world, cem, finance, world.payment, 1n) };
    await nextAt(connection, closesAt);
    await act(world, cem);
    await refused(revoke(world, cem), treasury, "WrongStatus", id, Status.Enacted);
    await goTo(connection, closesAt + GRACE + DAY);
    await refused(revoke(second, cem), treasury, "WrongStatus", second.id, Status.Lapsed);
  });
});

describe("what is resent", () => {
  it("P5 must be the announcer and payment announced, in every act", async () => {
    const world = await networkHelpers.loadFixture(announced);
    const { treasury, token, ann, cem, dora, zoe, id, anchor, council, organisation } = world;
    const byCem = treasury.connect(cem);
    const wrong: [Signer, object][] = [
      [dora, world.payment],
      [cem, { ...world.payment, amount: 101n }],
      [cem, { ...world.payment, payee: dora }],
      [cem, { ...world.payment, token }],
      [cem, { ...world.payment, vault: zoe }],
    ];
    for (const [announcer, paid] of wrong) {
      for (const attempt of [
        () => treasury.connect(ann).escalate(id, anchor, council, [], announcer, paid, REASON),
        () => treasury.connect(ann).reverse(id, ann, announcer, paid),
        () => byCem.revoke(id, announcer, paid),
        () => byCem.act(id, announcer, paid),
        () => byCem.lapse(id, announcer, paid),
      ]) {
        await refused(attempt(), treasury, "WrongPayment", id);
      }
    }
    const unknown = join(organisation, 4000n);
    const paid = world.payment;
    for (const attempt of [
      () => treasury.connect(ann).escalate(unknown, anchor, council, [], cem, paid, REASON),
      () => treasury.connect(ann).reverse(unknown, ann, cem, paid),
      () => byCem.revoke(unknown, cem, paid),
      () => byCem.act(unknown, cem, paid),
      () => byCem.lapse(unknown, cem, paid),
    ]) {
      await refused(attempt(), treasury, "UnknownAnnouncement", unknown);
    }
  });
});
