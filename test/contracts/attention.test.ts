import { expect } from "chai";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { configure } from "../helpers/changes.ts";
import {
  amend,
  confirm,
  enactAdopted,
  object,
  type Proposed,
  propose,
  Status,
} from "../helpers/consent.ts";
import { enact, founded } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, LAST_CALL, nextAt, now, PATIENCE } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("attention", () => {
  it("P3 R-PRP-7 silence adopts at the end of the window when as many have confirmed as should", async () => {
    const world = await networkHelpers.loadFixture(attended);
    const { consent, dora, fay, id, closesAt } = world;
    expect((await consent.proposalAt(id)).attention).to.equal(2n);
    for (const person of [dora, fay]) await confirm(world, person, id);
    await goTo(connection, closesAt - 1n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, closesAt);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("P3 P9 R-PRP-7 else one patience later, to the second, and lapses as ever", async () => {
    const world = await networkHelpers.loadFixture(attended);
    const { consent, dora, id, closesAt } = world;
    await confirm(world, dora, id);
    for (const [time, status] of [
      [closesAt, Status.Open],
      [closesAt + PATIENCE - 1n, Status.Open],
      [closesAt + PATIENCE, Status.Adopted],
      [closesAt + GRACE - 1n, Status.Adopted],
      [closesAt + GRACE, Status.Lapsed],
    ] as const) {
      await goTo(connection, time);
      expect(await consent.statusOf(id)).to.equal(status);
    }
  });

  it("R-PRP-7 the confirmation that was lacking adopts it at once after the window", async () => {
    const world = await networkHelpers.loadFixture(attended);
    const { consent, dora, fay, gil, garden, id, closesAt } = world;
    await confirm(world, dora, id);
    await nextAt(connection, closesAt + DAY);
    await confirm(world, fay, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    await refused(object(world, gil, id, garden), consent, "WindowClosed", id, closesAt);
    await refused(confirm(world, gil, id), consent, "WindowClosed", id, closesAt);
    await enactAdopted(world, id);
  });

  it("P4 takes objections until silence adopts it, to the second", async () => {
    for (const [late, open] of [
      [-1n, true],
      [0n, false],
    ] as const) {
      const world = await networkHelpers.loadFixture(attended);
      const { consent, gil, garden, id, closesAt } = world;
      const at = closesAt + PATIENCE;
      await nextAt(connection, at + late);
      if (open) await object(world, gil, id, garden);
      else await refused(object(world, gil, id, garden), consent, "WindowClosed", id, at);
      if (!open) await goTo(connection, at);
      expect(await consent.statusOf(id)).to.equal(open ? Status.Objected : Status.Adopted);
    }
  });

  it("counts again when an objection voids a confirmation, and runs on from the last call", async () => {
    const world = await networkHelpers.loadFixture(attended);
    const { consent, dora, fay, kitchen, id, closesAt } = world;
    for (const person of [dora, fay]) await confirm(world, person, id);
    await object(world, fay, id, kitchen);
    const at = closesAt + 3n * DAY;
    await nextAt(connection, at);
    await consent.connect(fay).withdrawObjection(id);
    await goTo(connection, at + LAST_CALL);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, at + LAST_CALL + PATIENCE);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("P9 asks for no more than are expected, so that it can be had", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, cem, operations, kitchen, anchor, finance, council } = world;
    const roles = { admission: council, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, { attention: 255n, ...roles })]);
    const inner = await propose(world, eve, operations, kitchen);
    const outer = await propose(world, cem, anchor, finance);
    for (const id of [inner, outer]) {
      expect((await consent.proposalAt(id)).attention).to.equal(3n);
    }
  });

  it("P11 is fixed when a version opens, and fixed anew by an amendment", async () => {
    const world = await networkHelpers.loadFixture(attended);
    const { consent, eve, operations, id } = world;
    await enact(world, operations, [configure(0n, 1n, { attention: 1n })]);
    expect((await consent.proposalAt(id)).attention).to.equal(2n);
    await amend(world, eve, id);
    const { attention, closesAt } = await consent.proposalAt(id);
    expect(attention).to.equal(1n);
    expect(closesAt).to.equal((await now(connection)) + 5n * DAY);
  });
});

/** eve's proposal in Operations, where two members should have confirmed before silence adopts. */
async function attended(given: NetworkConnection): Promise<Proposed> {
  const world = await founded(given);
  await enact(world, world.operations, [configure(0n, 0n, { attention: 2n })]);
  const id = await propose(world, world.eve, world.operations, world.kitchen);
  const { closesAt } = await world.consent.proposalAt(id);
  return { ...world, id, closesAt };
}
