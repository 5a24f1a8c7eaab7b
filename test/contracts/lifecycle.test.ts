import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole } from "../helpers/changes.ts";
import {
  amend,
  confirm,
  enactAdopted,
  nextId,
  Outcome,
  object,
  propose,
  proposed,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now, PATIENCE } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("the life of a proposal", () => {
  it("P3 is open until the second in which its window closes, then adopted, then lapsed", async () => {
    const { consent, id, closesAt } = await networkHelpers.loadFixture(proposed);
    for (const [time, status] of [
      [closesAt - 1n, Status.Open],
      [closesAt, Status.Adopted],
      [closesAt + 1n, Status.Adopted],
      [closesAt + GRACE - 1n, Status.Adopted],
      [closesAt + GRACE, Status.Lapsed],
      [closesAt + GRACE + 1n, Status.Lapsed],
    ] as const) {
      await goTo(connection, time);
      expect(await consent.statusOf(id)).to.equal(status);
    }
    expect((await consent.proposalAt(id)).outcome).to.equal(Outcome.None);
  });

  it("P4 is never adopted by time while an objection stands, and lapses in the same second", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, gil, garden, id, closesAt } = world;
    await object(world, gil, id, garden);
    for (const [time, status] of [
      [closesAt - 1n, Status.Objected],
      [closesAt, Status.Objected],
      [closesAt + GRACE - 1n, Status.Objected],
      [closesAt + GRACE, Status.Lapsed],
      [closesAt + 10n * GRACE, Status.Lapsed],
    ] as const) {
      await goTo(connection, time);
      expect(await consent.statusOf(id)).to.equal(status);
    }
  });

  it("lapses one grace after it was adopted by all", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, fay, gil, id } = world;
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    const adoptedAt = await now(connection);
    await goTo(connection, adoptedAt + GRACE - 1n);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    await goTo(connection, adoptedAt + GRACE);
    expect(await consent.statusOf(id)).to.equal(Status.Lapsed);
    await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Lapsed);
  });

  it("P3 P4 P5 stands where one function says, for every outcome, count and second", async () => {
    const { ethers } = connection;
    const harness = await ethers.deployContract("LifecycleHarness");
    const status = harness.getFunction("status");
    const closesAt = 1_000_000n;
    const seconds = [0n, closesAt - 1n, closesAt, closesAt + GRACE - 1n, closesAt + GRACE];
    const { None, Open, Objected, Adopted, Enacted, Withdrawn, Lapsed, Discarded } = Status;
    for (const [outcome, objections, expected] of [
      [Outcome.None, 0n, [Open, Open, Adopted, Adopted, Lapsed]],
      [Outcome.None, 1n, [Objected, Objected, Objected, Objected, Lapsed]],
      [Outcome.None, 65_535n, [Objected, Objected, Objected, Objected, Lapsed]],
      [Outcome.Adopted, 0n, [Adopted, Adopted, Adopted, Adopted, Lapsed]],
      [Outcome.Enacted, 0n, Array(5).fill(Enacted)],
      [Outcome.Withdrawn, 0n, Array(5).fill(Withdrawn)],
      [Outcome.Withdrawn, 2n, Array(5).fill(Withdrawn)],
      [Outcome.Lapsed, 0n, Array(5).fill(Lapsed)],
      [Outcome.Lapsed, 2n, Array(5).fill(Lapsed)],
      [Outcome.Discarded, 0n, Array(5).fill(Discarded)],
      [Outcome.Discarded, 2n, Array(5).fill(Discarded)],
    ] as const) {
      for (const [index, time] of seconds.entries()) {
        const said = await status(outcome, closesAt, objections, 0n, closesAt, time);
        expect(said, `${outcome} ${objections} ${time}`).to.equal(expected[index]);
        expect(await status(outcome, 0n, objections, 0n, closesAt, time)).to.equal(None);
      }
    }
    const keeps = harness.getFunction("keepsStanding");
    expect(await keeps(5n, 5n)).to.equal(false);
    expect(await keeps(6n, 5n)).to.equal(true);
    expect(await keeps(0n, 5n)).to.equal(false);
    const tail = harness.getFunction("tail");
    expect(await tail(0n)).to.equal(3n * DAY);
    expect(await tail(3n * DAY + 1n)).to.equal(3n * DAY + 1n);
  });

  it("P3 P4 waits for a meeting and for silence, to the second, in this order", async () => {
    const { ethers } = connection;
    const harness = await ethers.deployContract("LifecycleHarness");
    const status = harness.getFunction("status");
    const closesAt = 1_000_000n;
    const until = closesAt + DAY;
    const silence = closesAt + 2n * DAY;
    const { Open, Objected, Adopted, Suspended, Lapsed } = Status;
    const seconds = [
      ...[closesAt, until - 1n, until, silence - 1n, silence],
      ...[closesAt + GRACE - 1n, closesAt + GRACE],
    ];
    for (const [outcome, objections, expected] of [
      [Outcome.None, 0n, [Suspended, Suspended, Open, Open, Adopted, Adopted, Lapsed]],
      [Outcome.None, 1n, [...Array(6).fill(Objected), Lapsed]],
      [Outcome.Adopted, 0n, [...Array(6).fill(Adopted), Lapsed]],
    ] as const) {
      for (const [index, time] of seconds.entries()) {
        const said = await status(outcome, closesAt, objections, until, silence, time);
        expect(said, `${outcome} ${objections} ${time}`).to.equal(expected[index]);
      }
    }
    const silentFrom = harness.getFunction("silentFrom");
    const never = 2n ** 40n - 1n;
    for (const [windowless, confirmed, attention, expected] of [
      [false, 0n, 0n, closesAt],
      [false, 1n, 2n, closesAt + PATIENCE],
      [false, 2n, 2n, closesAt],
      [false, 65_535n, 255n, closesAt],
      [true, 2n, 2n, never],
      [true, 0n, 0n, never],
    ] as const) {
      const said = await silentFrom(closesAt, windowless, confirmed, attention);
      expect(said).to.equal(expected);
    }
    // Silence comes before a proposal lapses, so that attention never locks.
    expect(PATIENCE < GRACE).to.equal(true);
    expect((await harness.getFunction("constants")()).patience).to.equal(PATIENCE);
  });

  it("is nothing before it is opened", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent } = world;
    const id = await nextId(world);
    expect(await consent.statusOf(id)).to.equal(Status.None);
    expect((await consent.proposalAt(id)).version).to.equal(0n);
    expect([...(await consent.answerOf(id, 1n))]).to.deep.equal([false, false, false, false]);
  });

  it("P11 keeps its window when that of the circle or of the anchor changes, in both directions", async () => {
    for (const window of [3n * DAY, 60n * DAY]) {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, structure, operations, anchor, council, id, closesAt } = world;
      const settings = { admission: council, assigner: council };
      await enact(world, anchor, [configure(0n, 2n, { window, ...settings })]);
      await enact(world, operations, [configure(0n, 0n, { window })]);
      expect((await structure.census(operations)).window).to.equal(window);
      await goTo(connection, closesAt - 1n);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await goTo(connection, closesAt);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    }
  });

  it("P11 keeps its verdict when members come and go, and when its own changes are enacted twice over", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, fay, gil, eve, id, operations, kitchen, garden } = world;
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    const lapsed = await propose(world, eve, operations, kitchen, { slot: 1n });
    await circles.connect(gil).resign(garden);
    await enact(world, operations, [createRole(0n, "Attic")]);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    await enactAdopted(world, id);
    await goTo(connection, (await now(connection)) + WINDOW + GRACE);
    expect(await consent.statusOf(lapsed)).to.equal(Status.Lapsed);
    await enact(world, operations, [configure(0n, 0n, { window: 60n * DAY })]);
    expect(await consent.statusOf(lapsed)).to.equal(Status.Lapsed);
    await refused(amend(world, eve, lapsed), consent, "WrongStatus", lapsed, Status.Lapsed);
  });

  it("P12 nobody takes another's id: the same proposal twice makes two", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, fay, operations, kitchen } = world;
    const first = await propose(world, fay, operations, kitchen);
    const second = await propose(world, eve, operations, kitchen);
    expect(second).to.equal(first + 1n);
    await consent.connect(fay).withdraw(first);
    expect(await consent.statusOf(second)).to.equal(Status.Open);
    await refused(consent.connect(fay).withdraw(second), consent, "NotProposer", second, fay);
  });

  it("P9 one member always finds a way: propose, wait, enact", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, structure, ann, ben, cem, dora } = world;
    const { anchor, council, finance, operations } = world;
    // Everybody else is gone, and the settings name nobody who could assign.
    await enact(world, anchor, [configure(0n, 2n, { window: 60n * DAY })]);
    await circles.connect(ben).resign(council);
    await circles.connect(cem).resign(finance);
    await circles.connect(dora).resign(operations);
    await refused(circles.connect(ann).resign(council), circles, "LastMember", anchor);
    const changes = [
      configure(0n, 3n, { window: 3n * DAY, admission: council, assigner: council }),
    ];
    const id = await propose(world, ann, anchor, council, { changes });
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await nextAt(connection, (await now(connection)) + 60n * DAY);
    await enactAdopted(world, id, { changes });
    expect((await structure.census(anchor)).window).to.equal(3n * DAY);
  });
});
