import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, join } from "../helpers/changes.ts";
import {
  amend,
  CHANGES,
  confirm,
  contentHash,
  enactAdopted,
  Mark,
  Outcome,
  object,
  propose,
  proposed,
  REASONS,
  resolve,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, seat, strangers, WINDOW, welcome } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("confirming", () => {
  it("R-PRP-5 adopts at once when each member has confirmed, with the last one and not before", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, fay, gil, id } = world;
    for (const [index, person] of [dora, fay].entries()) {
      await confirm(world, person, id);
      expect((await consent.proposalAt(id)).confirmed).to.equal(BigInt(index + 1));
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
    }
    await confirm(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    const { outcome, closesAt } = await consent.proposalAt(id);
    expect(outcome).to.equal(Outcome.Adopted);
    expect(closesAt).to.equal(await now(connection));
    await enactAdopted(world, id);
    expect(await consent.statusOf(id)).to.equal(Status.Enacted);
  });

  it("R-PRP-7 silence is no objection, but only when the window has passed", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, id, closesAt } = world;
    await confirm(world, dora, id);
    await goTo(connection, closesAt - 1n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, closesAt);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-PRP-5 names the content that was read", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, id } = world;
    const current = contentHash(consent, CHANGES, REASONS);
    for (const content of [ethers.ZeroHash, ethers.id("other")]) {
      const attempt = consent.connect(dora).confirm(id, content, false);
      await refused(attempt, consent, "WrongContent", id, content, current);
    }
    await amend(world, world.eve, id);
    const attempt = consent.connect(dora).confirm(id, current, false);
    await refused(attempt, consent, "WrongContent", id, current, await consent.contentOf(id));
  });

  it("refuses the proposer, whoever is not a member, and a second confirmation", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, eve, ann, zoe, gil, fay, id, operations, garden } = world;
    await refused(confirm(world, eve, id), consent, "OwnProposal", id);
    for (const person of [ann, zoe]) {
      await refused(confirm(world, person, id), consent, "NotMember", operations, person);
    }
    await circles.connect(gil).resign(garden);
    await refused(confirm(world, gil, id), consent, "NotMember", operations, gil);
    await confirm(world, fay, id);
    await refused(confirm(world, fay, id), consent, "AlreadyConfirmed", id, fay);
    const unknown = join(world.organisation, 4000n);
    const attempt = consent.connect(fay).confirm(unknown, ethers.ZeroHash, false);
    await refused(attempt, consent, "UnknownProposal", unknown);
  });

  it("P4 is refused while one's own objection stands, also one to an earlier version", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, gil, eve, id, garden } = world;
    await object(world, gil, id, garden);
    await refused(confirm(world, gil, id), consent, "ObjectionStands", id, gil);
    await amend(world, eve, id);
    await refused(confirm(world, gil, id), consent, "ObjectionStands", id, gil);
    await consent.connect(gil).withdrawObjection(id);
    await confirm(world, gil, id);
  });

  it("P3 is possible until one second before the window closes, not after", async () => {
    for (const late of [-1n, 0n, 1n]) {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, id, closesAt } = world;
      await nextAt(connection, closesAt + late);
      if (late < 0n) await confirm(world, gil, id);
      else await refused(confirm(world, gil, id), consent, "WindowClosed", id, closesAt);
    }
  });

  it("is over when it was withdrawn, adopted, enacted, or has lapsed", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, eve, dora, fay, gil, hal, id } = world;
    const { operations, kitchen, garden } = world;
    await consent.connect(eve).withdraw(id);
    await refused(confirm(world, gil, id), consent, "WrongStatus", id, Status.Withdrawn);
    const second = await propose(world, eve, operations, kitchen);
    for (const person of [dora, fay, gil]) await confirm(world, person, second);
    await seat(world, dora, garden, hal);
    await refused(confirm(world, hal, second), consent, "WrongStatus", second, Status.Adopted);
    await enactAdopted(world, second);
    await refused(confirm(world, hal, second), consent, "WrongStatus", second, Status.Enacted);
    await circles.connect(hal).resign(garden);
    const third = await propose(world, eve, operations, kitchen);
    await goTo(connection, (await now(connection)) + WINDOW + GRACE);
    await refused(confirm(world, gil, third), consent, "WrongStatus", third, Status.Lapsed);
  });

  it("R-PRP-5 adopts nothing at once while anybody's objection stands", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, fay, gil, eve, id, garden } = world;
    // gil objects and leaves; after an amendment everybody who is left confirms.
    await object(world, gil, id, garden);
    await circles.connect(gil).resign(garden);
    await goTo(connection, (await now(connection)) + WINDOW + DAY);
    await amend(world, eve, id);
    expect((await consent.proposalAt(id)).marks).to.equal(0n);
    await confirm(world, dora, id);
    await confirm(world, fay, id);
    const { confirmed, expected } = await consent.proposalAt(id);
    expect(confirmed).to.equal(expected);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("R-PRP-5 adopts nothing at once while the objection of a newcomer stands", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, fay, gil, eve, hal, id, kitchen, garden } = world;
    await seat(world, dora, garden, hal);
    await object(world, hal, id, garden);
    await object(world, fay, id, kitchen);
    await amend(world, eve, id);
    for (const person of [dora, gil]) await confirm(world, person, id);
    await resolve(world, fay, id);
    // All but hal have confirmed, and hal's objection stands.
    expect((await consent.proposalAt(id)).confirmed).to.equal(3n);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await resolve(world, hal, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-PRP-12 does not let newcomers answer for those who were expected", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, fay, hal, id, garden, closesAt } = world;
    await seat(world, dora, garden, hal);
    for (const person of [dora, fay, hal]) await confirm(world, person, id);
    const { confirmed, expected } = await consent.proposalAt(id);
    expect([confirmed, expected]).to.deep.equal([3n, 3n]);
    // gil has said nothing: the window decides.
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, closesAt);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-PRP-12 counts whoever leaves as silent, also when somebody takes the place", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, fay, gil, hal, id, garden } = world;
    await circles.connect(gil).resign(garden);
    await seat(world, dora, garden, hal);
    for (const person of [dora, fay, hal]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });

  it("R-PRP-12 a leave and return between does not adopt at once either", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, fay, gil, id, garden } = world;
    await circles.connect(gil).resign(garden);
    await seat(world, dora, garden, gil);
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    expect((await consent.proposalAt(id)).confirmed).to.equal(3n);
  });

  it("adopts nothing at once where somebody left within the tail before the opening", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, dora, eve, fay, gil, operations, kitchen, garden } = world;
    await circles.connect(gil).resign(garden);
    const left = await now(connection);
    for (const [at, slot, early] of [
      [left + WINDOW - 100n, 0n, false],
      [left + WINDOW, 1n, true],
    ] as const) {
      await nextAt(connection, at);
      const id = await propose(world, eve, operations, kitchen, { slot });
      for (const person of [dora, fay]) await confirm(world, person, id);
      expect((await consent.proposalAt(id)).marks).to.equal(early ? Mark.Early : 0n);
      expect(await consent.statusOf(id)).to.equal(early ? Status.Adopted : Status.Open);
    }
  });

  it("counts the members of the deciding circle alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, ann, ben, cem, dora, anchor, council } = world;
    const id = await propose(world, ann, anchor, council);
    expect((await consent.proposalAt(id)).expected).to.equal(3n);
    for (const person of [ben, cem, dora]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("keeps the answers of 90 members, on two pages, apart", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, dora, eve, operations, kitchen, anchor } = world;
    const people = await strangers(connection, 90);
    await welcome(world, people);
    // A role has at most 64 fillers: two roles hold them.
    const [second] = (await enact(world, operations, [createRole(0n, "Dishes")])) as [bigint];
    for (const [index, person] of people.entries()) {
      await circles.connect(dora).offer(index < 60 ? kitchen : second, person);
    }
    expect((await circles.roleAt(operations)).members).to.equal(94n);
    const numbers = await Promise.all(
      people.map(async (person) => (await circles.seatOf(operations, person)).number as bigint),
    );
    const id = await propose(world, eve, operations, kitchen);
    /** The member with this number, who is not one of the first four. */
    const member = (number: bigint) => people[numbers.indexOf(number)]!;
    const said = async (number: bigint) => [...(await consent.answerOf(id, number))];
    for (const number of [5n, 80n, 81n, 82n]) await confirm(world, member(number), id);
    await object(world, member(94n), id, second);
    for (const number of [5n, 80n, 81n, 82n]) {
      expect(await said(number), `${number}`).to.deep.equal([false, true, false, false]);
    }
    // 1 and 81, 2 and 82, 14 and 94 have the same bit of different pages.
    for (const number of [1n, 2n, 6n, 14n, 79n, 83n, 93n, 160n, 161n]) {
      expect(await said(number), `${number}`).to.deep.equal([false, false, false, false]);
    }
    expect(await said(94n)).to.deep.equal([true, false, true, false]);
    await refused(confirm(world, member(81n), id), consent, "AlreadyConfirmed", id, member(81n));

    await amend(world, eve, id);
    for (const number of [5n, 80n, 81n, 82n]) {
      expect(await said(number), `${number}`).to.deep.equal([false, false, false, false]);
    }
    expect(await said(94n)).to.deep.equal([true, false, false, false]);
    const content = await consent.contentOf(id);
    await consent.connect(member(94n)).resolve(id, 2n, content);
    for (const person of [...people.slice(0, -1), dora, world.fay]) {
      await consent.connect(person).confirm(id, content, false);
    }
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await consent.connect(world.gil).confirm(id, content, false);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    expect((await circles.roleAt(anchor)).members).to.equal(4n);
  });

  it("P11 a setting that changes meanwhile changes nothing", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, gil, dora, fay, id, operations, closesAt } = world;
    await enact(world, operations, [configure(0n, 0n, { window: 3n * DAY })]);
    expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt);
    await nextAt(connection, closesAt - 3n);
    for (const person of [gil, dora, fay]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });
});
