import { expect } from "chai";
import { network } from "hardhat";

import { join } from "../helpers/changes.ts";
import {
  amend,
  confirm,
  enactAdopted,
  object,
  propose,
  proposed,
  resolve,
  Status,
} from "../helpers/consent.ts";
import { seat, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, HOUR, LAST_CALL, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("resolving an objection", () => {
  it("R-INT-1 is the objector's alone, for a later version, over the text that was read", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, dora, zoe, id, garden } = world;
    const first = await consent.contentOf(id);
    await object(world, gil, id, garden);
    await refused(resolve(world, gil, id), consent, "NotAmended", id, 1n);
    await amend(world, eve, id);
    const content = await consent.contentOf(id);
    for (const person of [eve, fay, dora, zoe, world.ann]) {
      await refused(resolve(world, person, id), consent, "NoObjection", id, person);
    }
    const byGil = consent.connect(gil);
    await refused(byGil.resolve(id, 1n, content), consent, "StaleVersion", id, 1n, 2n);
    await refused(byGil.resolve(id, 3n, content), consent, "StaleVersion", id, 3n, 2n);
    await refused(byGil.resolve(id, 2n, first), consent, "WrongContent", id, first, content);
    const none = ethers.ZeroHash;
    await refused(byGil.resolve(id, 2n, none), consent, "WrongContent", id, none, content);
    await resolve(world, gil, id);
    const proposal = await consent.proposalAt(id);
    expect([proposal.objections, proposal.confirmed]).to.deep.equal([0n, 1n]);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await refused(resolve(world, gil, id), consent, "NoObjection", id, gil);
    await refused(confirm(world, gil, id), consent, "AlreadyConfirmed", id, gil);
  });

  it("R-INT-1 an objection raised again to the new version waits for the next one", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, gil, id, garden } = world;
    await object(world, gil, id, garden);
    await amend(world, eve, id);
    await object(world, gil, id, garden);
    await refused(resolve(world, gil, id), consent, "NotAmended", id, 2n);
    await amend(world, eve, id);
    await resolve(world, gil, id);
  });

  it("R-INT-6 asks everybody again about the amended text, who may object afresh", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, dora, id, garden, kitchen } = world;
    await confirm(world, fay, id);
    await confirm(world, dora, id);
    await object(world, gil, id, garden);
    await amend(world, eve, id);
    await resolve(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await object(world, fay, id, kitchen);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await amend(world, eve, id);
    // And gil, who resolved the second version, must answer the third.
    await resolve(world, fay, id);
    await confirm(world, dora, id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("adopts at once when it was the last answer that was missing", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, dora, id, garden } = world;
    await object(world, gil, id, garden);
    await amend(world, eve, id);
    await confirm(world, fay, id);
    await confirm(world, dora, id);
    await resolve(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    expect((await consent.proposalAt(id)).closesAt).to.equal(await now(connection));
  });

  it("does not count as a confirmation of somebody who is no longer a member", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, circles, eve, fay, gil, dora, hal, id, garden, operations } = world;
    await object(world, gil, id, garden);
    await circles.connect(gil).resign(garden);
    await seat(world, dora, garden, hal);
    await goTo(connection, (await now(connection)) + WINDOW + DAY);
    await amend(world, eve, id);
    expect((await consent.proposalAt(id)).marks).to.equal(0n);
    await confirm(world, fay, id);
    await confirm(world, dora, id);
    await resolve(world, gil, id);
    const { number } = await circles.seatOf(operations, gil);
    expect([...(await consent.answerOf(id, number))]).to.deep.equal([false, false, false, false]);
    expect((await consent.proposalAt(id)).confirmed).to.equal(2n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, hal, id);
    expect((await consent.proposalAt(id)).confirmed).to.equal(3n);
    // Of a version that somebody with standing never saw, time decides.
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });

  it("P4 one resolved objection of two leaves it blocked", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, id, garden, kitchen } = world;
    await object(world, gil, id, garden);
    await object(world, fay, id, kitchen);
    await amend(world, eve, id);
    const { closesAt } = await consent.proposalAt(id);
    await nextAt(connection, closesAt + DAY);
    await resolve(world, gil, id);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    // No last call yet: it comes with the last one.
    expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt);
    await resolve(world, fay, id);
    const time = await now(connection);
    expect((await consent.proposalAt(id)).closesAt).to.equal(time + LAST_CALL);
  });

  it("is over when nothing stands, when settled, and when lapsed", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, gil, id, garden, operations, kitchen } = world;
    await refused(resolve(world, gil, id), consent, "NoObjection", id, gil);
    await refused(consent.connect(gil).withdrawObjection(id), consent, "NoObjection", id, gil);
    await object(world, gil, id, garden);
    await consent.connect(eve).withdraw(id);
    for (const act of [
      () => resolve(world, gil, id),
      () => consent.connect(gil).withdrawObjection(id),
    ]) {
      await refused(act(), consent, "WrongStatus", id, Status.Withdrawn);
    }
    const second = await propose(world, eve, operations, kitchen);
    await object(world, gil, second, garden);
    await amend(world, eve, second);
    const { closesAt } = await consent.proposalAt(second);
    await nextAt(connection, closesAt + GRACE);
    await refused(resolve(world, gil, second), consent, "WrongStatus", second, Status.Lapsed);
    const late = consent.connect(gil).withdrawObjection(second);
    await refused(late, consent, "WrongStatus", second, Status.Lapsed);
    const unknown = join(world.organisation, 4000n);
    const nowhere = consent.connect(gil).withdrawObjection(unknown);
    await refused(nowhere, consent, "UnknownProposal", unknown);
    const nothing = consent.connect(gil).resolve(unknown, 1n, ethers.ZeroHash);
    await refused(nothing, consent, "UnknownProposal", unknown);
  });
});

describe("withdrawing an objection", () => {
  it("P4 is the objector's alone", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, fay, gil, dora, zoe, ann, hand, id, garden } = world;
    await object(world, gil, id, garden);
    for (const person of [eve, fay, dora, zoe, ann, hand]) {
      const attempt = consent.connect(person).withdrawObjection(id);
      await refused(attempt, consent, "NoObjection", id, person);
    }
    await consent.connect(gil).withdrawObjection(id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    const { confirmed, objections } = await consent.proposalAt(id);
    expect([confirmed, objections]).to.deep.equal([0n, 0n]);
    await refused(consent.connect(gil).withdrawObjection(id), consent, "NoObjection", id, gil);
  });

  it("leaves a window that is longer than a last call as it is", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, gil, id, garden, closesAt } = world;
    await object(world, gil, id, garden);
    await nextAt(connection, closesAt - LAST_CALL);
    await consent.connect(gil).withdrawObjection(id);
    expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt);
  });

  it("P4 no decoys: one that goes just before the end leaves a last call for others", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, fay, gil, id, garden, kitchen, closesAt } = world;
    // gil objects so that nobody else bothers to, and withdraws in the last second.
    await nextAt(connection, closesAt - 2n);
    await object(world, gil, id, garden);
    await nextAt(connection, closesAt - 1n);
    await consent.connect(gil).withdrawObjection(id);
    const extended = closesAt - 1n + LAST_CALL;
    expect((await consent.proposalAt(id)).closesAt).to.equal(extended);
    await goTo(connection, extended - 2n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await nextAt(connection, extended - 1n);
    await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
    await nextAt(connection, extended);
    await refused(object(world, fay, id, kitchen), consent, "WindowClosed", id, extended);
  });

  it("P4 one that goes long after the end opens the round again for a last call", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, fay, gil, id, garden, kitchen, closesAt } = world;
    await object(world, gil, id, garden);
    const late = closesAt + GRACE - 1n;
    await nextAt(connection, late);
    await consent.connect(gil).withdrawObjection(id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    expect((await consent.proposalAt(id)).closesAt).to.equal(late + LAST_CALL);
    await nextAt(connection, late + LAST_CALL - HOUR);
    await object(world, fay, id, kitchen);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("lets the objector confirm afterwards, which may be the last answer", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, dora, fay, gil, id, garden } = world;
    await confirm(world, dora, id);
    await confirm(world, fay, id);
    await object(world, gil, id, garden);
    await consent.connect(gil).withdrawObjection(id);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await confirm(world, gil, id, true);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });
});
