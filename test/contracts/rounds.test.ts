import { expect } from "chai";
import { network } from "hardhat";

import { configure, join } from "../helpers/changes.ts";
import {
  amend,
  confirm,
  enactAdopted,
  Mark,
  Outcome,
  object,
  propose,
  proposed,
  resolve,
  Status,
} from "../helpers/consent.ts";
import { enact, foundSmall, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, HOUR, LAST_CALL, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("what other processes decide about a round", () => {
  it("P2 takes the bit of rounds, in the organisation whose proposal it is", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, treasury, hand, cem, gil, id, closesAt } = world;
    const content = await consent.contentOf(id);
    // hand has every bit but that of rounds in cem's organisation.
    const processes = [
      { process: consent, bits: 7n },
      { process: treasury, bits: 4n },
      { process: hand, bits: 15n },
    ];
    const small = await foundSmall(world, cem, { processes });
    const { organisation } = small;
    const other = await propose({ ...world, organisation }, cem, small.anchor, small.all);
    for (const [proposal, by, organisation] of [
      [id, cem, world.organisation],
      [id, world.eve, world.organisation],
      [other, hand, small.organisation],
    ] as const) {
      const rounds = consent.connect(by);
      for (const act of [
        () => rounds.hold(proposal, closesAt + DAY, by),
        () => rounds.suspend(proposal, closesAt, by),
        () => rounds.adopt(proposal, 1n, content, by),
        () => rounds.discardObjection(proposal, gil, by),
        () => rounds.stop(proposal, by),
        () => rounds.release(proposal, by),
        () => rounds.drop(proposal, by),
      ]) {
        await refused(act(), consent, "NotRounds", organisation, by);
      }
    }
  });

  it("knows no proposal that was never opened", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, hand, gil, organisation } = world;
    const rounds = consent.connect(hand);
    const id = join(organisation, 4000n);
    const content = await consent.contentOf(world.id);
    for (const act of [
      () => rounds.hold(id, 1n, hand),
      () => rounds.suspend(id, 1n, hand),
      () => rounds.adopt(id, 1n, content, hand),
      () => rounds.discardObjection(id, gil, hand),
      () => rounds.stop(id, hand),
      () => rounds.release(id, hand),
      () => rounds.drop(id, hand),
    ]) {
      await refused(act(), consent, "UnknownProposal", id);
    }
  });

  it("P5 changes nothing about what is adopted, enacted, withdrawn or lapsed", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, hand, eve, gil, id, operations, kitchen, garden, closesAt } = world;
    const rounds = consent.connect(hand);
    const lapsing = await propose(world, eve, operations, kitchen, { slot: 1n });
    await object(world, gil, lapsing, garden);
    const withdrawn = await propose(world, eve, operations, kitchen, { slot: 2n });
    await rounds.stop(withdrawn, hand);
    await consent.connect(eve).withdraw(withdrawn);
    const content = await consent.contentOf(id);
    const nothing = async (proposal: bigint, status: bigint) => {
      for (const act of [
        () => rounds.hold(proposal, closesAt + 99n * DAY, hand),
        () => rounds.suspend(proposal, closesAt + 99n * DAY, hand),
        () => rounds.adopt(proposal, 1n, content, hand),
        () => rounds.discardObjection(proposal, gil, hand),
        () => rounds.stop(proposal, hand),
        () => rounds.release(proposal, hand),
        () => rounds.drop(proposal, hand),
      ]) {
        await refused(act(), consent, "WrongStatus", proposal, status);
      }
    };
    await goTo(connection, closesAt);
    await nothing(id, Status.Adopted);
    await enactAdopted(world, id);
    await nothing(id, Status.Enacted);
    await nothing(withdrawn, Status.Withdrawn);
    await goTo(connection, closesAt + GRACE + DAY);
    await nothing(lapsing, Status.Lapsed);
  });

  describe("holding", () => {
    it("P3 keeps the window open until then, to the second, and never shortens it", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, id, closesAt } = world;
      const rounds = consent.connect(hand);
      await rounds.hold(id, closesAt - 1n, hand);
      expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt);
      await rounds.hold(id, closesAt + DAY, hand);
      expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt + DAY);
      await nextAt(connection, closesAt + DAY - 1n);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
      await nextAt(connection, closesAt + DAY);
      await enactAdopted(world, id);
    });
  });

  describe("stopping", () => {
    it("P4 blocks like an objection: nobody adopts it by silence, by confirming or in a meeting", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, dora, fay, gil, id, closesAt } = world;
      const rounds = consent.connect(hand);
      await rounds.stop(id, hand);
      await refused(rounds.stop(id, hand), consent, "WrongStop", id);
      for (const person of [dora, fay, gil]) await confirm(world, person, id);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      const content = await consent.contentOf(id);
      const adopted = rounds.adopt(id, 1n, content, hand);
      await refused(adopted, consent, "WrongStatus", id, Status.Objected);
      await goTo(connection, closesAt + DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Objected);
      const { marks, objections } = await consent.proposalAt(id);
      expect([marks, objections]).to.deep.equal([Mark.Early | Mark.Stopped, 1n]);
    });

    it("P4 is nobody's objection: nobody withdraws, resolves or discards it", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, gil, id } = world;
      await consent.connect(hand).stop(id, hand);
      for (const person of [eve, gil, hand]) {
        const withdrawn = consent.connect(person).withdrawObjection(id);
        await refused(withdrawn, consent, "NoObjection", id, person);
        await refused(resolve(world, person, id), consent, "NoObjection", id, person);
        const discarded = consent.connect(hand).discardObjection(id, person, hand);
        await refused(discarded, consent, "NoObjection", id, person);
      }
    });

    it("P4 survives an amendment, which does not release it", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, dora, fay, gil, id } = world;
      await consent.connect(hand).stop(id, hand);
      await amend(world, eve, id);
      for (const person of [dora, fay, gil]) await confirm(world, person, id);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await consent.connect(hand).release(id, hand);
      const { marks, objections, version } = await consent.proposalAt(id);
      expect([marks, objections, version]).to.deep.equal([Mark.Early, 0n, 2n]);
    });

    it("P4 goes on when it is released, with a last call, and only then", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, id, closesAt } = world;
      const rounds = consent.connect(hand);
      await refused(rounds.release(id, hand), consent, "WrongStop", id);
      await refused(rounds.drop(id, hand), consent, "WrongStop", id);
      await rounds.stop(id, hand);
      const at = closesAt + DAY;
      await nextAt(connection, at);
      await rounds.release(id, hand);
      expect((await consent.proposalAt(id)).closesAt).to.equal(at + LAST_CALL);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await refused(rounds.release(id, hand), consent, "WrongStop", id);
      await goTo(connection, at + LAST_CALL);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    });

    it("P5 drops for good, and frees the proposer's slot", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, gil, operations, kitchen, garden, id, closesAt } = world;
      const rounds = consent.connect(hand);
      await object(world, gil, id, garden);
      await rounds.stop(id, hand);
      await refused(propose(world, eve, operations, kitchen), consent, "SlotTaken", 0, id);
      await rounds.drop(id, hand);
      expect((await consent.proposalAt(id)).outcome).to.equal(Outcome.Discarded);
      const over = ["WrongStatus", id, Status.Discarded] as const;
      await refused(consent.connect(eve).withdraw(id), consent, ...over);
      await refused(amend(world, eve, id), consent, ...over);
      await refused(consent.connect(gil).withdrawObjection(id), consent, ...over);
      await refused(rounds.release(id, hand), consent, ...over);
      await goTo(connection, closesAt + GRACE + DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Discarded);
      await propose(world, eve, operations, kitchen);
    });
  });

  describe("discarding an objection", () => {
    it("R-OBJ-8 ends that one alone, and the last one with a last call", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, circles, hand, fay, gil, zoe, operations, kitchen, garden, id } = world;
      const rounds = consent.connect(hand);
      const none = rounds.discardObjection(id, gil, hand);
      await refused(none, consent, "NoObjection", id, gil);
      await object(world, gil, id, garden);
      await object(world, fay, id, kitchen);
      await refused(rounds.discardObjection(id, zoe, hand), consent, "NoObjection", id, zoe);
      const at = world.closesAt - HOUR;
      await nextAt(connection, at);
      await rounds.discardObjection(id, gil, hand);
      const { number } = await circles.seatOf(operations, gil);
      expect((await consent.answerOf(id, number)).objection).to.equal(false);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      expect((await consent.proposalAt(id)).closesAt).to.equal(world.closesAt);
      const again = rounds.discardObjection(id, gil, hand);
      await refused(again, consent, "NoObjection", id, gil);
      await refused(object(world, gil, id, garden), consent, "AlreadyObjected", id, gil);
      await nextAt(connection, at + 60n);
      await rounds.discardObjection(id, fay, hand);
      expect((await consent.proposalAt(id)).closesAt).to.equal(at + 60n + LAST_CALL);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("reaches an objector who is no longer a member", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, circles, hand, dora, gil, garden, id } = world;
      await object(world, gil, id, garden);
      await circles.connect(dora).revoke(garden, gil);
      await consent.connect(hand).discardObjection(id, gil, hand);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });
  });

  describe("adopting in a meeting", () => {
    it("P3 P5 takes the very version and content, with nothing standing against it, and is then for anyone to enact", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, gil, garden, id } = world;
      const rounds = consent.connect(hand);
      const first = await consent.contentOf(id);
      await amend(world, eve, id);
      const content = await consent.contentOf(id);
      await refused(rounds.adopt(id, 1n, content, hand), consent, "StaleVersion", id, 1, 2);
      const old = rounds.adopt(id, 2n, first, hand);
      await refused(old, consent, "WrongContent", id, first, content);
      await object(world, gil, id, garden);
      const blocked = rounds.adopt(id, 2n, content, hand);
      await refused(blocked, consent, "WrongStatus", id, Status.Objected);
      await consent.connect(gil).withdrawObjection(id);
      await rounds.suspend(id, (await now(connection)) + 9n * DAY, hand);
      expect(await consent.statusOf(id)).to.equal(Status.Suspended);
      await rounds.adopt(id, 2n, content, hand);
      const { outcome, closesAt } = await consent.proposalAt(id);
      expect([outcome, closesAt]).to.deep.equal([Outcome.Adopted, await now(connection)]);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
      await refused(object(world, gil, id, garden), consent, "WrongStatus", id, Status.Adopted);
      const reasons = {
        tension: "As before, said better",
        example: "On Monday two of us cooked for nobody",
        explanation: "A calendar would have shown it",
      };
      await enactAdopted(world, id, { reasons });
      expect(await consent.statusOf(id)).to.equal(Status.Enacted);
    });

    it("P3 lapses one grace after it was adopted", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, id } = world;
      await consent.connect(hand).adopt(id, 1n, await consent.contentOf(id), hand);
      const at = await now(connection);
      await goTo(connection, at + GRACE - 1n);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
      await goTo(connection, at + GRACE);
      expect(await consent.statusOf(id)).to.equal(Status.Lapsed);
    });
  });

  describe("suspending", () => {
    it("R-PRP-10 adopts nothing before its end, to the second, and then runs a full window", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, id, closesAt } = world;
      const until = closesAt + 7n * DAY;
      await consent.connect(hand).suspend(id, until, hand);
      expect(await consent.suspendedUntil(id)).to.equal(until);
      expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early | Mark.Suspended);
      for (const [time, status] of [
        [closesAt, Status.Suspended],
        [until - 1n, Status.Suspended],
        [until, Status.Open],
        [until + WINDOW - 1n, Status.Open],
        [until + WINDOW, Status.Adopted],
        [until + WINDOW + GRACE - 1n, Status.Adopted],
        [until + WINDOW + GRACE, Status.Lapsed],
      ] as const) {
        await goTo(connection, time);
        expect(await consent.statusOf(id), `${time - until}`).to.equal(status);
      }
    });

    it("P3 R-PRP-10 counts confirmations meanwhile, but they adopt nothing, not even all of them", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, dora, fay, gil, id } = world;
      const until = (await now(connection)) + DAY;
      await consent.connect(hand).suspend(id, until, hand);
      await confirm(world, dora, id);
      await nextAt(connection, until - 1n);
      await confirm(world, fay, id);
      await consent.connect(hand).suspend(id, until + HOUR, hand);
      await confirm(world, gil, id);
      const { confirmed, expected } = await consent.proposalAt(id);
      expect([confirmed, expected]).to.deep.equal([3n, 3n]);
      expect(await consent.statusOf(id)).to.equal(Status.Suspended);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Suspended);
    });

    it("R-PRP-5 adopts by the last confirmation from the second in which it ends", async () => {
      for (const [late, status] of [
        [-1n, Status.Suspended],
        [0n, Status.Adopted],
      ] as const) {
        const world = await networkHelpers.loadFixture(proposed);
        const { consent, hand, dora, fay, gil, id } = world;
        const until = (await now(connection)) + DAY;
        await consent.connect(hand).suspend(id, until, hand);
        for (const person of [dora, fay]) await confirm(world, person, id);
        await nextAt(connection, until + late);
        await confirm(world, gil, id);
        expect(await consent.statusOf(id)).to.equal(status);
      }
    });

    it("R-PRP-10 never shortens: neither a suspension nor a window", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, id, closesAt } = world;
      const rounds = consent.connect(hand);
      await rounds.suspend(id, closesAt + DAY, hand);
      await rounds.suspend(id, closesAt, hand);
      expect(await consent.suspendedUntil(id)).to.equal(closesAt + DAY);
      expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt + DAY + WINDOW);
      await rounds.hold(id, closesAt + 50n * DAY, hand);
      await rounds.suspend(id, closesAt + 2n * DAY, hand);
      expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt + 50n * DAY);
    });

    it("P4 takes objections meanwhile, which block as ever", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, gil, garden, id, closesAt } = world;
      const until = closesAt + DAY;
      await consent.connect(hand).suspend(id, until, hand);
      await nextAt(connection, closesAt + HOUR);
      await object(world, gil, id, garden);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await goTo(connection, until + WINDOW + DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await consent.connect(gil).withdrawObjection(id);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("P3 R-PRP-10 survives an amendment, whose window begins when it ends", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, dora, fay, gil, id } = world;
      const until = (await now(connection)) + 3n * DAY;
      await consent.connect(hand).suspend(id, until, hand);
      await amend(world, eve, id);
      expect((await consent.proposalAt(id)).closesAt).to.equal(until + WINDOW);
      for (const person of [dora, fay, gil]) await confirm(world, person, id);
      expect(await consent.statusOf(id)).to.equal(Status.Suspended);
      await nextAt(connection, until + HOUR);
      await amend(world, eve, id, { integrates: "After the meeting" });
      const { closesAt, marks } = await consent.proposalAt(id);
      expect(closesAt).to.equal(until + HOUR + WINDOW);
      expect(marks).to.equal(Mark.Early | Mark.Suspended);
      for (const person of [dora, fay, gil]) await confirm(world, person, id);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    });

    it("keeps the proposer's slot, and lets the proposer withdraw", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, eve, operations, kitchen, id, closesAt } = world;
      await consent.connect(hand).suspend(id, closesAt + DAY, hand);
      await refused(propose(world, eve, operations, kitchen), consent, "SlotTaken", 0, id);
      await consent.connect(eve).withdraw(id);
      expect(await consent.statusOf(id)).to.equal(Status.Withdrawn);
      await propose(world, eve, operations, kitchen);
    });

    it("P11 runs the window that the circle has then, and keeps it", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, hand, operations, id, closesAt } = world;
      await enact(world, operations, [configure(0n, 0n, { window: 20n * DAY })]);
      await consent.connect(hand).suspend(id, closesAt, hand);
      await enact(world, operations, [configure(0n, 1n, { window: 3n * DAY })]);
      expect((await consent.proposalAt(id)).closesAt).to.equal(closesAt + 20n * DAY);
    });
  });
});
