import { expect } from "chai";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { configure, Flag } from "../helpers/changes.ts";
import {
  amend,
  confirm,
  enactAdopted,
  Mark,
  object,
  type Proposed,
  propose,
  resolve,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, seat, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("a windowless circle", () => {
  it("R-PRP-7 R-PRP-5 silence never adopts there: it lapses, to the second", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, dora, fay, id, closesAt } = world;
    for (const person of [dora, fay]) await confirm(world, person, id);
    for (const [time, status] of [
      [closesAt - 1n, Status.Open],
      [closesAt, Status.Open],
      [closesAt + GRACE - 1n, Status.Open],
      [closesAt + GRACE, Status.Lapsed],
    ] as const) {
      await goTo(connection, time);
      expect(await consent.statusOf(id)).to.equal(status);
    }
  });

  it("R-PRP-5 adopts there when everybody expected has confirmed, until it lapses", async () => {
    for (const late of [0n, GRACE - 1n]) {
      const world = await networkHelpers.loadFixture(windowless);
      const { consent, dora, fay, gil, id, closesAt } = world;
      for (const person of [dora, fay]) await confirm(world, person, id);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
      await nextAt(connection, closesAt + late);
      await confirm(world, gil, id);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
      await enactAdopted(world, id);
    }
  });

  it("P4 takes objections there until it lapses, and no longer", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, fay, gil, kitchen, garden, id, closesAt } = world;
    await nextAt(connection, closesAt + GRACE - 1n);
    await object(world, gil, id, garden);
    await nextAt(connection, closesAt + GRACE);
    const late = object(world, fay, id, kitchen);
    await refused(late, consent, "WrongStatus", id, Status.Lapsed);
    await refused(confirm(world, fay, id), consent, "WrongStatus", id, Status.Lapsed);
  });

  it("P4 an objection blocks there too, and its end alone adopts nothing", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, dora, eve, fay, gil, garden, id, closesAt } = world;
    await object(world, gil, id, garden);
    for (const person of [dora, fay]) await confirm(world, person, id);
    await refused(confirm(world, gil, id), consent, "ObjectionStands", id, gil);
    await goTo(connection, closesAt + DAY);
    await consent.connect(gil).withdrawObjection(id);
    await goTo(connection, closesAt + 5n * DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await amend(world, eve, id);
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-INT-1 the objector's confirmation of the amended text counts there as the last one", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, dora, eve, fay, gil, garden, id } = world;
    await object(world, gil, id, garden);
    await amend(world, eve, id);
    for (const person of [dora, fay]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await resolve(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-PRP-12 asks everybody again by an amendment when members have changed since it opened", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, dora, eve, fay, gil, hal, garden, id, closesAt } = world;
    await seat(world, dora, garden, hal);
    for (const person of [dora, fay, gil, hal]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, closesAt + DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await amend(world, eve, id);
    expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early | Mark.Windowless);
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, hal, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-PRP-7 P9 has a window there when somebody left within the tail, since confirmations could not adopt it", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, circles, eve, gil, operations, kitchen, garden } = world;
    await circles.connect(gil).resign(garden);
    const left = await now(connection);
    await nextAt(connection, left + WINDOW - 1n);
    const windowed = await propose(world, eve, operations, kitchen, { slot: 1n });
    expect((await consent.proposalAt(windowed)).marks).to.equal(0n);
    await nextAt(connection, left + WINDOW);
    const other = await propose(world, eve, operations, kitchen, { slot: 2n });
    expect((await consent.proposalAt(other)).marks).to.equal(Mark.Early | Mark.Windowless);
    await goTo(connection, left + 2n * WINDOW);
    expect(await consent.statusOf(windowed)).to.equal(Status.Adopted);
    expect(await consent.statusOf(other)).to.equal(Status.Open);
  });

  it("P11 a proposal stays what it was when the circle gets windows, or loses them", async () => {
    const world = await networkHelpers.loadFixture(windowless);
    const { consent, eve, operations, kitchen, id, closesAt } = world;
    await enact(world, operations, [configure(0n, 1n)]);
    const windowed = await propose(world, eve, operations, kitchen, { slot: 1n });
    await enact(world, operations, [configure(0n, 2n, { flags: Flag.Windowless })]);
    await goTo(connection, closesAt + DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    expect(await consent.statusOf(windowed)).to.equal(Status.Adopted);
  });

  it("P9 the anchor itself always has a window, and passes the flag on to circles without settings", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, ann, eve, anchor, council, operations, kitchen } = world;
    const roles = { admission: council, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, { flags: Flag.Windowless, ...roles })]);
    const outer = await propose(world, ann, anchor, council);
    const inner = await propose(world, eve, operations, kitchen);
    const { closesAt } = await consent.proposalAt(inner);
    await goTo(connection, closesAt);
    expect(await consent.statusOf(outer)).to.equal(Status.Adopted);
    expect(await consent.statusOf(inner)).to.equal(Status.Open);
  });
});

/** eve's proposal in Operations, which has settings of its own by which silence is no consent. */
async function windowless(given: NetworkConnection): Promise<Proposed> {
  const world = await founded(given);
  await enact(world, world.operations, [configure(0n, 0n, { flags: Flag.Windowless })]);
  const id = await propose(world, world.eve, world.operations, world.kitchen);
  const { closesAt } = await world.consent.proposalAt(id);
  return { ...world, id, closesAt };
}
