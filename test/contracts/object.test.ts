import { expect } from "chai";
import { network } from "hardhat";

import { adoptPolicy, configure, createRole, join, removeRole } from "../helpers/changes.ts";
import {
  amend,
  CHANGES,
  confirm,
  enactAdopted,
  OBJECTION,
  object,
  propose,
  proposed,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, seat, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, HOUR, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const BY_RULE = { harm: "", limits: "", cause: "", certainty: "", rule: "We agreed otherwise" };
const LONG = "x".repeat(4097);

describe("objecting", () => {
  describe("with what", () => {
    for (const [rule, part] of [
      ["R-OBJ-1", "harm"],
      ["R-OBJ-2", "limits"],
      ["R-OBJ-3", "cause"],
      ["R-OBJ-4", "certainty"],
    ] as const) {
      it(`${rule} needs the argument "${part}", of at most 4,096 bytes`, async () => {
        const world = await networkHelpers.loadFixture(proposed);
        const { consent, gil, garden, id } = world;
        const without = object(world, gil, id, garden, { ...OBJECTION, [part]: "" });
        await refused(without, consent, "IncompleteObjection");
        const long = object(world, gil, id, garden, { ...OBJECTION, [part]: LONG });
        await refused(long, consent, "WrongLength", 4097);
        await object(world, gil, id, garden, { ...OBJECTION, [part]: LONG.slice(1) });
      });
    }

    it("R-OBJ-5 or only the rule that would be broken", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, garden, id } = world;
      for (const part of ["harm", "limits", "cause", "certainty"]) {
        const both = object(world, gil, id, garden, { ...BY_RULE, [part]: "also" });
        await refused(both, consent, "IncompleteObjection");
      }
      const nothing = object(world, gil, id, garden, { ...BY_RULE, rule: "" });
      await refused(nothing, consent, "IncompleteObjection");
      const long = object(world, gil, id, garden, { ...BY_RULE, rule: LONG });
      await refused(long, consent, "WrongLength", 4097);
      await object(world, gil, id, garden, BY_RULE);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
    });
  });

  describe("who", () => {
    it("R-OBJ-7 lets members object for a role they fill in the circle, only", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, dora, id, kitchen, garden, operations, anchor, council } = world;
      for (const asRole of [kitchen, operations, anchor, council, 0n, join(2n, 6n)]) {
        const attempt = object(world, gil, id, asRole);
        await refused(attempt, consent, "NotInRole", asRole, gil);
      }
      await refused(object(world, dora, id, garden), consent, "NotInRole", garden, dora);
      await object(world, gil, id, garden);
      await object(world, dora, id, operations);
      expect((await consent.proposalAt(id)).objections).to.equal(2n);
    });

    it("refuses the proposer, strangers, and members of other circles", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, eve, ann, hal, zoe, id, kitchen, garden, council } = world;
      for (const asRole of [kitchen, garden]) {
        await refused(object(world, eve, id, asRole), consent, "OwnProposal", id);
      }
      for (const person of [ann, hal, zoe]) {
        await refused(object(world, person, id, council), consent, "NoStanding", id, person);
      }
      const unknown = join(world.organisation, 4000n);
      const attempt = consent.connect(world.gil).object(unknown, 1n, garden, OBJECTION);
      await refused(attempt, consent, "UnknownProposal", unknown);
    });

    it("allows one a member and version, and names the version", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, eve, id, garden } = world;
      for (const version of [0n, 2n]) {
        const attempt = consent.connect(gil).object(id, version, garden, OBJECTION);
        await refused(attempt, consent, "StaleVersion", id, version, 1n);
      }
      await object(world, gil, id, garden);
      await refused(object(world, gil, id, garden), consent, "AlreadyObjected", id, gil);
      await consent.connect(gil).withdrawObjection(id);
      await refused(object(world, gil, id, garden), consent, "AlreadyObjected", id, gil);
      await amend(world, eve, id);
      await object(world, gil, id, garden);
      expect((await consent.proposalAt(id)).objections).to.equal(1n);
    });

    it("counts an objector once who objects to a later version again", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, eve, id, garden } = world;
      await object(world, gil, id, garden);
      await amend(world, eve, id);
      await object(world, gil, id, garden);
      expect((await consent.proposalAt(id)).objections).to.equal(1n);
      await consent.connect(gil).withdrawObjection(id);
      expect((await consent.proposalAt(id)).objections).to.equal(0n);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("voids the objector's own confirmation, and nobody else's", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, circles, gil, fay, id, garden, operations } = world;
      await confirm(world, gil, id);
      await confirm(world, fay, id);
      await object(world, gil, id, garden);
      expect((await consent.proposalAt(id)).confirmed).to.equal(1n);
      const answer = async (person: typeof gil) => {
        const { number } = await circles.seatOf(operations, person);
        return [...(await consent.answerOf(id, number))];
      };
      expect(await answer(gil)).to.deep.equal([true, false, true, false]);
      expect(await answer(fay)).to.deep.equal([false, true, false, false]);
      expect(await answer(world.dora)).to.deep.equal([false, false, false, false]);
      expect([...(await consent.answerOf(id, 0n))]).to.deep.equal([false, false, false, false]);
    });

    it("R-PRP-12 lets members who came later object", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, dora, hal, id, garden } = world;
      await seat(world, dora, garden, hal);
      await object(world, hal, id, garden);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
    });
  });

  describe("when", () => {
    it("P4 is possible until one second before the window closes", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, gil, id, garden, closesAt } = world;
      await nextAt(connection, closesAt - 1n);
      await object(world, gil, id, garden);
      await goTo(connection, closesAt + 10n * DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Objected);
    });

    for (const late of [0n, 1n]) {
      it(`is over ${late} s after the window closes`, async () => {
        const world = await networkHelpers.loadFixture(proposed);
        const { consent, gil, dora, id, garden, operations, closesAt } = world;
        const objectedTo = await propose(world, world.fay, operations, world.kitchen);
        const { closesAt: closing } = await consent.proposalAt(objectedTo);
        await object(world, dora, objectedTo, operations);
        await nextAt(connection, closesAt + late);
        await refused(object(world, gil, id, garden), consent, "WindowClosed", id, closesAt);
        // It makes no difference whether somebody else's objection stands.
        await nextAt(connection, closing + late);
        const also = object(world, gil, objectedTo, garden);
        await refused(also, consent, "WindowClosed", objectedTo, closing);
      });
    }

    it("is over when it was withdrawn, adopted at once, enacted, or has lapsed", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, eve, fay, gil, dora, id, kitchen, garden, operations } = world;
      await consent.connect(eve).withdraw(id);
      const attempt = (of: bigint) => object(world, gil, of, garden);
      await refused(attempt(id), consent, "WrongStatus", id, Status.Withdrawn);

      const second = await propose(world, eve, operations, kitchen);
      for (const person of [fay, gil, dora]) await confirm(world, person, second);
      await refused(attempt(second), consent, "WrongStatus", second, Status.Adopted);
      await enactAdopted(world, second);
      await refused(attempt(second), consent, "WrongStatus", second, Status.Enacted);

      const third = await propose(world, eve, operations, kitchen);
      await goTo(connection, (await now(connection)) + WINDOW + GRACE);
      await refused(attempt(third), consent, "WrongStatus", third, Status.Lapsed);
    });
  });

  describe("a purge silences nobody", () => {
    it("P4 when a member proposes and the lead revokes everybody else, they still object", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, circles, dora, eve, fay, gil, operations, kitchen, garden } = world;
      const changes = [createRole(0n, "Palace")];
      const id = await propose(world, dora, operations, operations, { changes });
      const { closesAt } = await consent.proposalAt(id);
      const lead = circles.connect(dora);
      for (const [filled, person] of [
        [kitchen, eve],
        [garden, eve],
        [kitchen, fay],
        [garden, gil],
      ] as const) {
        await lead.revoke(filled, person);
      }
      expect((await circles.roleAt(operations)).members).to.equal(1n);
      // Nothing is adopted at once, not even what is amended now that nobody else is a member.
      await amend(world, dora, id, { changes });
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await refused(confirm(world, gil, id), consent, "NotMember", operations, gil);

      // Recorded as said: gil fills nothing any more.
      await consent.connect(gil).object(id, 2n, garden, OBJECTION);
      await goTo(connection, closesAt + 20n * DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await refused(
        enactAdopted(world, id, { changes }),
        consent,
        "WrongStatus",
        id,
        Status.Objected,
      );
      // Nor can it be amended out of the way.
      await amend(world, dora, id, { changes });
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await goTo(connection, (await consent.proposalAt(id)).closesAt + GRACE);
      expect(await consent.statusOf(id)).to.equal(Status.Lapsed);
    });

    it("P4 when the lead revokes everybody first and then proposes, nothing is adopted at once", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, circles, dora, eve, fay, gil, operations, kitchen, garden } = world;
      for (const [filled, person] of [
        [kitchen, eve],
        [garden, eve],
        [kitchen, fay],
        [garden, gil],
      ] as const) {
        await circles.connect(dora).revoke(filled, person);
      }
      const id = await propose(world, dora, operations, operations);
      const proposal = await consent.proposalAt(id);
      expect([proposal.expected, proposal.marks]).to.deep.equal([0n, 0n]);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await object(world, fay, id, kitchen);
      await goTo(connection, proposal.closesAt + DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
    });

    it("gives standing to whoever left after the tail began, to the second, and to nobody before", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, circles, dora, fay, gil, operations, kitchen, garden } = world;
      const left = (await now(connection)) + 100n;
      await nextAt(connection, left);
      await circles.connect(gil).resign(garden);
      await nextAt(connection, left + 1n);
      await circles.connect(fay).resign(kitchen);
      await nextAt(connection, left + WINDOW);
      const id = await propose(world, dora, operations, operations);
      expect((await consent.proposalAt(id)).standingFrom).to.equal(left);
      await refused(object(world, gil, id, garden), consent, "NoStanding", id, gil);
      await object(world, fay, id, kitchen);
    });

    it("keeps an objection whatever becomes of its objector, the role and the settings", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, circles, organisation, dora, gil, eve, id } = world;
      const { garden, operations, closesAt } = world;
      await object(world, gil, id, garden);
      await circles.connect(dora).revoke(garden, gil);
      await world.partners.connect(gil).leaveOrganisation(organisation, []);
      await enact(world, operations, [removeRole(garden)], [eve]);
      await enact(world, operations, [configure(0n, 0n, { window: 3n * DAY })]);
      await goTo(connection, closesAt + HOUR);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      expect((await consent.proposalAt(id)).objections).to.equal(1n);
      await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Objected);
      // Only gil, though gone, ends it.
      await refused(consent.connect(dora).withdrawObjection(id), consent, "NoObjection", id, dora);
      await consent.connect(gil).withdrawObjection(id);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("keeps the standing of version 1 through every amendment", async () => {
      const world = await networkHelpers.loadFixture(proposed);
      const { consent, circles, gil, eve, fay, id, garden, kitchen } = world;
      const { standingFrom } = await consent.proposalAt(id);
      await circles.connect(gil).resign(garden);
      for (let i = 0; i < 4; i++) {
        await networkHelpers.time.increase(WINDOW - HOUR);
        await amend(world, eve, id);
      }
      expect((await consent.proposalAt(id)).standingFrom).to.equal(standingFrom);
      await object(world, gil, id, garden);
      await circles.connect(fay).resign(kitchen);
      await object(world, fay, id, kitchen);
      expect((await consent.proposalAt(id)).objections).to.equal(2n);
    });

    it("P11 fixes who has standing: a shorter window later takes it from nobody", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, consent, eve, gil, operations, kitchen, garden } = world;
      await circles.connect(gil).resign(garden);
      await networkHelpers.time.increase(4n * DAY);
      const id = await propose(world, eve, operations, kitchen);
      await enact(world, operations, [configure(0n, 0n, { window: 3n * DAY })]);
      await object(world, gil, id, garden);
      const second = await propose(world, eve, operations, kitchen, { slot: 1n });
      await refused(object(world, gil, second, garden), consent, "NoStanding", second, gil);
    });
  });

  it("P13 touches one proposal only", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, fay, gil, id, operations, kitchen, garden } = world;
    const other = await propose(world, fay, operations, kitchen, {
      changes: [adoptPolicy(0n, "Another"), ...CHANGES],
    });
    const before = await consent.proposalAt(other);
    await object(world, gil, id, garden);
    await confirm(world, fay, id);
    expect(await consent.proposalAt(other)).to.deep.equal(before);
    const { number } = await world.circles.seatOf(operations, gil);
    expect([...(await consent.answerOf(other, number))]).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });
});
