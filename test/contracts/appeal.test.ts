import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { configure, createRole, numberOf } from "../helpers/changes.ts";
import { Historian } from "../helpers/chronicle.ts";
import {
  amend,
  confirm,
  enactAdopted,
  object,
  type Proposed,
  propose,
  Status,
} from "../helpers/consent.ts";
import {
  BY_RULE,
  DiscardReason,
  DropReason,
  discard,
  drop,
  install,
  NOTICE,
  objected,
  objectedAtAnchor,
  objectedByRule,
  Phase,
  RemarkKind,
  standIn,
  WHY,
} from "../helpers/facilitation.ts";
import { Office } from "../helpers/office.ts";
import { enact, eventsOf, founded, type Signer, seat, welcome } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, LAST_CALL, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** A judgement about gil's objection, or about eve's proposal, and whom it is against. */
interface Case {
  what: "objection" | "proposal";
  judge: (world: Proposed) => Promise<unknown>;
  about: (world: Proposed) => string;
  against: (world: Proposed) => Signer;
}

const CASES: Case[] = [
  {
    what: "objection",
    judge: (world) => discard(world, world.fay, world.gil),
    about: ({ gil }) => gil.address,
    against: ({ gil }) => gil,
  },
  {
    what: "proposal",
    judge: (world) => drop(world, world.fay),
    about: () => ZeroAddress,
    against: ({ eve }) => eve,
  },
];

for (const { what, judge, about: aboutOf, against } of CASES) {
  describe(`appealing against a judgement about the ${what}`, () => {
    it("R-OBJ-8 R-PRP-3 whom it is against appeals until the second in which it is final, and nobody else", async () => {
      for (const [late, phase] of [
        [-1n, Phase.Appealable],
        [0n, Phase.Final],
        [1n, Phase.Final],
      ] as const) {
        const world = await networkHelpers.loadFixture(objected);
        const { facilitation, id, fay, dora, eve, gil } = world;
        await judge(world);
        const about = aboutOf(world);
        const deadline = (await now(connection)) + NOTICE;
        for (const person of [fay, dora, eve, gil].filter((each) => each !== against(world))) {
          const attempt = facilitation.connect(person).appeal(id, about, "No");
          await refused(attempt, facilitation, "NotAffected", id, about, person);
        }
        await nextAt(connection, deadline + late);
        const appeal = facilitation.connect(against(world)).appeal(id, about, "No");
        if (phase === Phase.Final) {
          await refused(appeal, facilitation, "WrongPhase", id, about, phase);
        } else {
          const told = await eventsOf(world, await appeal);
          expect(told.map(({ name }) => name)).to.deep.equal(["Appealed", "Held"]);
          const until = deadline + late + NOTICE;
          const rest = [about, world.operations, until, "No"];
          expect(told[0]?.args.slice(5)).to.deep.equal(rest);
          const { rung, phase: stored } = await facilitation.judgementOf(id, about);
          expect([rung, stored]).to.deep.equal([numberOf(world.operations), Phase.Appealed]);
        }
      }
    });

    it("R-OBJ-8 R-PRP-3 silence overturns it, from the second in which the rung ends", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, dora, zoe, id } = world;
      const about = aboutOf(world);
      await judge(world);
      await facilitation.connect(against(world)).appeal(id, about, "No");
      const deadline = (await now(connection)) + NOTICE;
      await goTo(connection, deadline - 1n);
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Appealed);
      await goTo(connection, deadline);
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Overturned);
      await nextAt(connection, deadline + 1n);
      const late = facilitation.connect(dora).decide(id, about, true, WHY);
      await refused(late, facilitation, "WrongPhase", id, about, Phase.Overturned);
      const told = await eventsOf(world, await facilitation.connect(zoe).settle(id, about));
      expect(told[0]?.args.slice(5)).to.deep.equal([about, false]);
      const { objections } = await consent.proposalAt(id);
      expect(objections).to.equal(1n);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      const again = facilitation.settle(id, about);
      await refused(again, facilitation, "WrongPhase", id, about, Phase.Settled);
      // What is left is gil's own objection: with it gone nothing stands.
      await consent.connect(world.gil).withdrawObjection(id);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("R-OBJ-8 R-PRP-3 the circle's own secretary overturns it at once", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, ann, ben, dora, gil, operations, id } = world;
      const about = aboutOf(world);
      await judge(world);
      const early = facilitation.connect(dora).decide(id, about, false, WHY);
      await refused(early, facilitation, "WrongPhase", id, about, Phase.Appealable);
      await facilitation.connect(against(world)).appeal(id, about, "No");
      for (const person of [ann, ben, world.zoe]) {
        const attempt = facilitation.connect(person).decide(id, about, false, WHY);
        await refused(attempt, facilitation, "NotActing", operations, Office.Secretary, person);
      }
      const silent = facilitation.connect(dora).decide(id, about, false, "");
      await refused(silent, facilitation, "WrongLength", 0);
      const sent = await facilitation.connect(dora).decide(id, about, false, WHY);
      const [told] = await eventsOf(world, sent);
      expect(told?.args.slice(5)).to.deep.equal([about, false, 0n, WHY]);
      expect((await facilitation.judgementOf(id, about)).phase).to.equal(Phase.Overturned);
      const settled = facilitation.settle(id, about);
      await refused(settled, facilitation, "WrongPhase", id, about, Phase.Overturned);
      expect((await consent.proposalAt(id)).objections).to.equal(1n);
      await consent.connect(gil).withdrawObjection(id);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("R-OBJ-8 R-PRP-3 upheld, it goes one circle further out each time; the anchor's word is the last", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, ben, dora, anchor, id } = world;
      const about = aboutOf(world);
      const appellant = facilitation.connect(against(world));
      await judge(world);
      await appellant.appeal(id, about, "No");
      await facilitation.connect(dora).decide(id, about, true, WHY);
      const deadline = (await now(connection)) + NOTICE;
      const middle = await facilitation.judgementOf(id, about);
      expect([middle.phase, middle.deadline, middle.judge]).to.deep.equal([
        ...[Phase.Appealable, deadline, dora.address],
      ]);
      await nextAt(connection, deadline - 1n);
      await appellant.appeal(id, about, "No");
      expect((await facilitation.judgementOf(id, about)).rung).to.equal(numberOf(anchor));
      // The inner circle's secretary has no say any more.
      const inner = facilitation.connect(dora).decide(id, about, false, WHY);
      await refused(inner, facilitation, "NotActing", anchor, Office.Secretary, dora);
      await facilitation.connect(ben).decide(id, about, true, WHY);
      expect((await facilitation.judgementOf(id, about)).phase).to.equal(Phase.Final);
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Final);
      const over = appellant.appeal(id, about, "No");
      await refused(over, facilitation, "WrongPhase", id, about, Phase.Final);
      await facilitation.settle(id, about);
      const after = what === "objection" ? Status.Open : Status.Discarded;
      expect(await consent.statusOf(id)).to.equal(after);
    });

    it("R-OBJ-8 R-PRP-3 upheld and not appealed again it is final in the second in which the rung ends", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, dora, id } = world;
      const about = aboutOf(world);
      await judge(world);
      await facilitation.connect(against(world)).appeal(id, about, "No");
      await facilitation.connect(dora).decide(id, about, true, WHY);
      const deadline = (await now(connection)) + NOTICE;
      await nextAt(connection, deadline - 1n);
      const early = facilitation.settle(id, about);
      await refused(early, facilitation, "WrongPhase", id, about, Phase.Appealable);
      await nextAt(connection, deadline);
      await facilitation.settle(id, about);
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Settled);
    });

    it("R-OBJ-8 R-PRP-3 the outer circle's secretary overturns what the inner one upheld", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, ben, dora, id } = world;
      const about = aboutOf(world);
      const appellant = facilitation.connect(against(world));
      await judge(world);
      await appellant.appeal(id, about, "No");
      await facilitation.connect(dora).decide(id, about, true, WHY);
      await appellant.appeal(id, about, "No");
      await facilitation.connect(ben).decide(id, about, false, WHY);
      expect((await consent.proposalAt(id)).objections).to.equal(1n);
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Overturned);
    });

    it("P3 P4 nothing is adopted while a rung is open, however the others answer", async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, dora, fay, gil, hand, id, closesAt } = world;
      const about = aboutOf(world);
      const blocked = async () => {
        expect(await consent.statusOf(id)).to.equal(Status.Objected);
        await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Objected);
        const content = await consent.contentOf(id);
        const attempt = consent.connect(hand).adopt(id, 1n, content, hand);
        await refused(attempt, consent, "WrongStatus", id, Status.Objected);
      };
      for (const person of [dora, fay]) await confirm(world, person, id);
      await goTo(connection, closesAt - DAY);
      await judge(world);
      await goTo(connection, closesAt + DAY);
      await blocked();
      await facilitation.connect(against(world)).appeal(id, about, "No");
      await networkHelpers.time.increase(NOTICE - 10n);
      await blocked();
      await facilitation.connect(dora).decide(id, about, true, WHY);
      // The window ends no sooner than the rung, even where the objection goes by itself.
      const { deadline } = await facilitation.judgementOf(id, about);
      if (what === "objection") await consent.connect(gil).withdrawObjection(id);
      const { closesAt: end } = await consent.proposalAt(id);
      expect(end >= deadline).to.equal(true);
    });
  });
}

describe("who decides an appeal", () => {
  it("R-OBJ-6 nobody who has judged it, proposed or objected, at any rung", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, eve, fay, gil, dora, ann, ben, hal, operations, anchor, id } = world;
    await discard(world, fay, gil);
    await facilitation.connect(gil).appeal(id, gil, "No");
    for (const person of [eve, gil, fay]) {
      await install(world, operations, Office.Secretary, person);
      const attempt = facilitation.connect(person).decide(id, gil, true, WHY);
      await refused(attempt, facilitation, "OwnMatter", id, person);
    }
    await install(world, operations, Office.Secretary, dora);
    await facilitation.connect(dora).decide(id, gil, true, WHY);
    await facilitation.connect(gil).appeal(id, gil, "No");
    for (const person of [fay, dora, eve, gil]) {
      await install(world, anchor, Office.Secretary, person);
      const attempt = facilitation.connect(person).decide(id, gil, true, WHY);
      await refused(attempt, facilitation, "OwnMatter", id, person);
    }
    await install(world, anchor, Office.Secretary, hal);
    await facilitation.connect(hal).decide(id, gil, true, WHY);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Final);
    expect([ann.address, ben.address]).not.to.include(
      (await facilitation.judgementOf(id, gil)).judge,
    );
  });

  it("R-OBJ-6 nor anybody who upheld it two rungs before", async () => {
    const world = await networkHelpers.loadFixture(nested);
    const { facilitation, ann, ben, cem, fay, hal, operations, kitchen, anchor, id } = world;
    await install(world, kitchen, Office.Secretary, ann);
    await install(world, operations, Office.Secretary, ben);
    await install(world, anchor, Office.Secretary, ann);
    await discard(world, hal, fay);
    const appeal = () => facilitation.connect(fay).appeal(id, fay, "No");
    for (const [circle, judge] of [
      [kitchen, ann],
      [operations, ben],
    ] as const) {
      await appeal();
      expect((await facilitation.judgementOf(id, fay)).rung).to.equal(numberOf(circle));
      await facilitation.connect(judge).decide(id, fay, true, WHY);
    }
    await appeal();
    const twice = facilitation.connect(ann).decide(id, fay, true, WHY);
    await refused(twice, facilitation, "OwnMatter", id, ann);
    await install(world, anchor, Office.Secretary, cem);
    await facilitation.connect(cem).decide(id, fay, true, WHY);
    expect(await facilitation.phaseOf(id, fay)).to.equal(Phase.Final);
  });

  it("R-OBJ-6 a stand-in at the rung's own circle, when its declaration has effect in time", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, dora, eve, fay, gil, hal, garden, operations, id } = world;
    // The secretary is the objector; hal is a member, and nobody else who could is free.
    await seat(world, dora, garden, hal);
    await install(world, operations, Office.Secretary, gil);
    await standIn(world, hal, operations, Office.Secretary);
    await networkHelpers.time.increase(NOTICE);
    await discard(world, fay, gil);
    await facilitation.connect(gil).appeal(id, gil, "No");
    await refused(
      facilitation.connect(gil).decide(id, gil, false, WHY),
      facilitation,
      "OwnMatter",
      id,
      gil,
    );
    await refused(
      facilitation.connect(eve).decide(id, gil, false, WHY),
      facilitation,
      "NotActing",
      operations,
      Office.Secretary,
      eve,
    );
    await facilitation.connect(hal).decide(id, gil, true, WHY);
    expect((await facilitation.judgementOf(id, gil)).judge).to.equal(hal.address);
  });

  it("R-OBJ-6 at the anchor the seconder does not decide; without another person silence restores", async () => {
    const world = await networkHelpers.loadFixture(objectedAtAnchor);
    const { facilitation, consent, ann, ben, cem, dora, anchor, id } = world;
    await discard(world, ben, cem);
    await facilitation.connect(dora).second(id, cem);
    await facilitation.connect(cem).appeal(id, cem, "No");
    const own = facilitation.connect(dora).decide(id, cem, true, WHY);
    await refused(own, facilitation, "OwnMatter", id, dora);
    for (const person of [ann, ben, cem]) {
      const attempt = facilitation.connect(person).decide(id, cem, true, WHY);
      await refused(attempt, facilitation, "NotActing", anchor, Office.Secretary, person);
    }
    await networkHelpers.time.increase(NOTICE);
    expect(await facilitation.phaseOf(id, cem)).to.equal(Phase.Overturned);
    await facilitation.settle(id, cem);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await refused(discard(world, ben, cem), facilitation, "AlreadyJudged", id, cem);
  });

  it("R-OBJ-6 at the anchor a third person's word is final at once", async () => {
    const world = await networkHelpers.loadFixture(objectedAtAnchor);
    const { facilitation, consent, ben, cem, dora, hal, anchor, id } = world;
    await discard(world, ben, cem);
    await facilitation.connect(dora).second(id, cem);
    await facilitation.connect(cem).appeal(id, cem, "No");
    await welcome(world, [hal]);
    await install(world, anchor, Office.Secretary, hal);
    const sent = await facilitation.connect(hal).decide(id, cem, true, WHY);
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["AppealDecided"]);
    expect(told[0]?.args.slice(5)).to.deep.equal([cem.address, true, 0n, WHY]);
    await facilitation.settle(id, cem);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });
});

describe("what others do meanwhile", () => {
  it("P4 whoever is purged in the middle appeals all the same, and is heard", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, circles, partners, dora, fay, gil, garden, id } = world;
    await discard(world, fay, gil);
    await circles.connect(dora).revoke(garden, gil);
    await partners.connect(gil).leaveOrganisation(world.organisation, []);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Appealable);
    await facilitation.connect(gil).appeal(id, gil, "I am gone, it is not");
    await facilitation.connect(dora).decide(id, gil, false, WHY);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await goTo(connection, world.closesAt + 9n * DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("R-OBJ-8 a purge does not keep a final judgement from its effect", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, circles, dora, fay, gil, garden, id } = world;
    await discard(world, fay, gil);
    await circles.connect(dora).revoke(garden, gil);
    await networkHelpers.time.increase(NOTICE);
    await facilitation.settle(id, gil);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });

  it("P11 a rung lasts as long as the notice was when it opened", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, fay, gil, operations, id } = world;
    await discard(world, fay, gil);
    const deadline = (await now(connection)) + NOTICE;
    await enact(world, operations, [configure(0n, 0n, { notice: 14n * DAY })]);
    expect((await facilitation.judgementOf(id, gil)).deadline).to.equal(deadline);
    await facilitation.connect(gil).appeal(id, gil, "No");
    const { deadline: next } = await facilitation.judgementOf(id, gil);
    expect(next).to.equal((await now(connection)) + 14n * DAY);
  });

  it("P3 an objection that goes by itself leaves the window open to the end of the rung", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, fay, gil, operations, id, closesAt } = world;
    await enact(world, operations, [configure(0n, 0n, { notice: 14n * DAY })]);
    await goTo(connection, closesAt - DAY);
    await discard(world, fay, gil);
    const { deadline } = await facilitation.judgementOf(id, gil);
    await consent.connect(gil).withdrawObjection(id);
    expect(deadline > (await now(connection)) + LAST_CALL).to.equal(true);
    await goTo(connection, deadline - 1n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, deadline);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("R-INT-6 the drop of an earlier version still holds for an amended one", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, id } = world;
    await drop(world, fay, DropReason.Unanswered);
    await amend(world, eve, id);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await networkHelpers.time.increase(NOTICE);
    await facilitation.settle(id, ZeroAddress);
    expect(await consent.statusOf(id)).to.equal(Status.Discarded);
  });
});

describe("the record of it", () => {
  it("P6 every event says what happened and continues the chain", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, consent, circles, organisation, hand } = world;
    const { ann, ben, cem, dora, eve, fay, gil, kitchen, garden, anchor, council, finance, id } =
      world;
    const head = BigInt(await circles.head(organisation));
    const historian = new Historian(world, organisation, head);
    const by = (person: Signer) => facilitation.connect(person);
    const follow = async (sent: Promise<unknown>) => {
      await historian.follow((await sent) as never);
    };
    await follow(by(fay).remark(id, RemarkKind.Question, gil, "Which rule?"));
    await follow(by(dora).requestMeeting(id, "Let us talk"));
    await follow(by(dora).requestTest(id, gil));
    await follow(by(fay).uphold(id, gil, WHY));
    await follow(by(dora).rule(id, gil, false, WHY));
    await follow(discard(world, fay, gil, DiscardReason.NoViolation));
    await follow(by(gil).appeal(id, gil, "No"));
    await follow(by(dora).decide(id, gil, true, WHY));
    await networkHelpers.time.increase(NOTICE);
    await follow(by(fay).settle(id, gil));
    await follow(drop(world, fay));
    await follow(by(eve).appeal(id, ZeroAddress, "No"));
    await follow(by(dora).decide(id, ZeroAddress, false, WHY));
    await follow(amend(world, eve, id));
    await follow(object(world, gil, id, garden, BY_RULE));
    await follow(object(world, fay, id, kitchen));
    await follow(consent.connect(gil).withdrawObjection(id));
    await follow(drop(world, fay));
    await networkHelpers.time.increase(NOTICE);
    await follow(by(fay).settle(id, ZeroAddress));
    await install(world, anchor, Office.Facilitator, ben);
    await install(world, anchor, Office.Secretary, dora);
    const outer = await propose(world, ann, anchor, council);
    await object(world, cem, outer, finance);
    const later = new Historian(world, organisation, BigInt(await circles.head(organisation)));
    await later.follow(await by(ben).discard(outer, cem, DiscardReason.NoHarm, WHY));
    await later.follow(await by(dora).second(outer, cem));
    await later.follow(await consent.connect(cem).withdrawObjection(outer));
    const content = await consent.contentOf(outer);
    await later.follow(await consent.connect(hand).adopt(outer, 1n, content, hand));
    const seen = new Set([...historian.seen, ...later.seen]);
    for (const contract of [facilitation, consent]) {
      contract.interface.forEachEvent(({ name }) => {
        const elsewhere = ["Proposed", "Resolved", "Confirmed", "Withdrawn", "Enacted"];
        if (!elsewhere.includes(name)) expect([...seen]).to.include(name);
      });
    }
  });
});

/**
 * eve's proposal in Kitchen, a circle three levels deep, to which fay objects. eve and fay fill Kitchen and so lead it;
 * hal is facilitator there.
 */
async function nested(given: NetworkConnection): Promise<Proposed> {
  const world = await founded(given);
  const { eve, fay, hal, kitchen, consent } = world;
  await enact(world, kitchen, [createRole(0n, "Stove")], [eve, fay]);
  await install(world, kitchen, Office.Facilitator, hal);
  const id = await propose(world, eve, kitchen, kitchen);
  await object(world, fay, id, kitchen);
  const { closesAt } = await consent.proposalAt(id);
  return { ...world, id, closesAt };
}
