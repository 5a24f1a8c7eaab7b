import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, join, setTreasury } from "../helpers/changes.ts";
import {
  amend,
  CHANGES,
  confirm,
  contentHash,
  enactAdopted,
  object,
  propose,
  proposed,
  REASONS,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, seat, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, HOUR, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const OTHER = [createRole(0n, "Pantry")];

describe("amending", () => {
  it("P4 into what takes longer looks as far back as that: whoever left before still has standing", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, treasury, anchor, finance, operations, cem, ann, ben, dora } = world;
    await circles.connect(dora).resign(operations);
    await goTo(connection, (await now(connection)) + 6n * DAY);
    // She left longer ago than the tail of an ordinary window, not longer than that of a special one.
    const id = await propose(world, cem, anchor, finance);
    const before = (await consent.proposalAt(id)).standingFrom;
    const special = [await setTreasury(treasury)];
    await amend(world, cem, id, { changes: special, reasons: REASONS });
    const { standingFrom } = await consent.proposalAt(id);
    expect(standingFrom < before).to.equal(true);
    const content = contentHash(consent, special, REASONS);
    for (const person of [ann, ben]) await consent.connect(person).confirm(id, content, false);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await object(world, dora, id, operations);
    // Amended back it looks back no less.
    await amend(world, cem, id);
    expect((await consent.proposalAt(id)).standingFrom).to.equal(standingFrom);
  });

  it("R-PRP-1 is the proposer's alone, while a member", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, eve, fay, zoe, id, operations, kitchen, garden } = world;
    for (const person of [dora, fay, world.ann, zoe]) {
      await refused(amend(world, person, id), consent, "NotProposer", id, person);
    }
    await circles.connect(eve).resign(kitchen);
    // Another seat will do.
    await amend(world, eve, id);
    await circles.connect(eve).resign(garden);
    await refused(amend(world, eve, id), consent, "NotMember", operations, eve);
    await seat(world, dora, garden, eve);
    await amend(world, eve, id);
    const unknown = join(world.organisation, 4000n);
    await refused(amend(world, eve, unknown), consent, "UnknownProposal", unknown);
  });

  it("R-PRP-6 makes a new version with a full window and voids all confirmations", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, dora, eve, fay, gil, id, operations, closesAt } = world;
    await confirm(world, dora, id);
    await confirm(world, fay, id);
    await nextAt(connection, closesAt - 1n);
    const reasons = { ...REASONS, example: "Tuesday" };
    await amend(world, eve, id, { changes: OTHER, reasons, integrates: "" });
    const proposal = await consent.proposalAt(id);
    expect(proposal.version).to.equal(2n);
    expect(proposal.closesAt).to.equal(closesAt - 1n + WINDOW);
    expect(proposal.confirmed).to.equal(0n);
    expect(await consent.contentOf(id)).to.equal(contentHash(consent, OTHER, reasons));
    const { number } = await circles.seatOf(operations, dora);
    expect([...(await consent.answerOf(id, number))]).to.deep.equal([false, false, false, false]);
    await confirm(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, dora, id);
    await confirm(world, fay, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    await enactAdopted(world, id, { changes: OTHER, reasons });
  });

  it("R-PRP-6 asks whoever is a member now, in the window that holds now", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, eve, hal, fay, gil, id, operations, garden } = world;
    await seat(world, dora, garden, hal);
    await enact(world, operations, [configure(0n, 0n, { window: 9n * DAY })]);
    await amend(world, eve, id);
    const { expected, closesAt } = await consent.proposalAt(id);
    expect(expected).to.equal(4n);
    expect(closesAt).to.equal((await now(connection)) + 9n * DAY);
    for (const person of [dora, fay, gil]) await confirm(world, person, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, hal, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("P4 keeps every objection that stands", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, id, kitchen, garden } = world;
    await object(world, gil, id, garden);
    await object(world, fay, id, kitchen);
    await amend(world, eve, id);
    const { objections, closesAt } = await consent.proposalAt(id);
    expect(objections).to.equal(2n);
    await goTo(connection, closesAt + DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    // Also late: an objection can be answered until the proposal lapses.
    await nextAt(connection, closesAt + GRACE - 1n);
    await amend(world, eve, id);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("P5 is over when adopted, by time or by all, enacted, withdrawn or lapsed", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, dora, fay, gil, id, operations, kitchen, closesAt } = world;
    await nextAt(connection, closesAt);
    await refused(amend(world, eve, id), consent, "WrongStatus", id, Status.Adopted);
    await goTo(connection, closesAt + GRACE);
    await refused(amend(world, eve, id), consent, "WrongStatus", id, Status.Lapsed);

    const second = await propose(world, eve, operations, kitchen);
    for (const person of [dora, fay, gil]) await confirm(world, person, second);
    await refused(amend(world, eve, second), consent, "WrongStatus", second, Status.Adopted);
    await enactAdopted(world, second);
    await refused(amend(world, eve, second), consent, "WrongStatus", second, Status.Enacted);

    const third = await propose(world, eve, operations, kitchen);
    await consent.connect(eve).withdraw(third);
    await refused(amend(world, eve, third), consent, "WrongStatus", third, Status.Withdrawn);
  });

  it("R-PRP-3 needs all the words again", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, id } = world;
    for (const part of Object.keys(REASONS)) {
      const reasons = { ...REASONS, [part]: "" };
      await refused(amend(world, eve, id, { reasons }), consent, "WrongLength", 0);
    }
    const integrates = "x".repeat(4097);
    await refused(amend(world, eve, id, { integrates }), consent, "WrongLength", 4097);
    await refused(amend(world, eve, id, { changes: [] }), consent, "WrongChanges", 0);
    await amend(world, eve, id, { integrates: integrates.slice(1) });
  });

  it("R-PRP-14 adopts nothing at once for whoever is alone only since others left", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, cem, hal, finance } = world;
    const [till] = (await enact(world, finance, [createRole(0n, "Till")], [cem])) as [bigint];
    await seat(world, cem, till, hal);
    const first = await propose(world, cem, finance, finance);
    const second = await propose(world, cem, finance, finance, { slot: 1n });
    await object(world, hal, second, till);
    await circles.connect(hal).resign(till);
    // hal keeps standing in both, however often they are amended: time alone adopts.
    for (let i = 0; i < 3; i++) {
      await amend(world, cem, first);
      expect((await consent.proposalAt(first)).marks).to.equal(0n);
      expect(await consent.statusOf(first)).to.equal(Status.Open);
      await networkHelpers.time.increase(WINDOW - HOUR);
    }
    await amend(world, cem, second);
    expect(await consent.statusOf(second)).to.equal(Status.Objected);
    await consent.connect(hal).withdrawObjection(second);
    await amend(world, cem, second);
    expect(await consent.statusOf(second)).to.equal(Status.Open);
  });
});

describe("withdrawing", () => {
  it("R-PRP-9 is the proposer's, member or not, while nothing is final", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, organisation, eve, gil, dora, zoe, id } = world;
    const { kitchen, garden, closesAt } = world;
    for (const person of [gil, dora, zoe]) {
      await refused(consent.connect(person).withdraw(id), consent, "NotProposer", id, person);
    }
    await object(world, gil, id, garden);
    await world.partners.connect(eve).leaveOrganisation(organisation, [kitchen, garden]);
    await goTo(connection, closesAt + DAY);
    await consent.connect(eve).withdraw(id);
    expect(await consent.statusOf(id)).to.equal(Status.Withdrawn);
    await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Withdrawn);
    await goTo(connection, closesAt + GRACE + DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Withdrawn);
    const unknown = join(world.organisation, 4000n);
    await refused(consent.connect(eve).withdraw(unknown), consent, "UnknownProposal", unknown);
  });

  it("R-PRP-9 is over when adopted: what the circle has decided is the circle's", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, dora, fay, gil, id, operations, kitchen, closesAt } = world;
    const withdraw = (of: bigint) => consent.connect(eve).withdraw(of);
    const second = await propose(world, eve, operations, kitchen, { slot: 1n });
    const third = await propose(world, eve, operations, kitchen, { slot: 2n });
    await withdraw(third);
    await refused(withdraw(third), consent, "WrongStatus", third, Status.Withdrawn);
    for (const person of [dora, fay, gil]) await confirm(world, person, second);
    await refused(withdraw(second), consent, "WrongStatus", second, Status.Adopted);
    await nextAt(connection, closesAt);
    await refused(withdraw(id), consent, "WrongStatus", id, Status.Adopted);
    await enactAdopted(world, second, { changes: CHANGES });
    await refused(withdraw(second), consent, "WrongStatus", second, Status.Enacted);
    await goTo(connection, closesAt + GRACE + DAY);
    await refused(withdraw(id), consent, "WrongStatus", id, Status.Lapsed);
  });
});
