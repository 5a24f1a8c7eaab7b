import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { configure, Flag, join, numberOf } from "../helpers/changes.ts";
import {
  amend,
  enactAdopted,
  OBJECTION,
  object,
  propose,
  proposed,
  resolve,
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
import { enact, eventsOf, WINDOW, welcome } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const LONG = "x".repeat(4097);

describe("remarking", () => {
  it("R-PRP-4 members, and the proposer and objectors who are none any more, say something about it", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, circles, dora, eve, fay, gil, hal, zoe, id } = world;
    const { kitchen, garden, operations } = world;
    await facilitation.connect(fay).remark(id, RemarkKind.Question, ZeroAddress, "Why?");
    const sent = await facilitation.connect(fay).remark(id, RemarkKind.Amendment, gil, "So?");
    const [told] = await eventsOf(world, sent);
    expect(told?.args.slice(5)).to.deep.equal([RemarkKind.Amendment, gil.address, "So?"]);
    for (const person of [hal, zoe]) {
      const attempt = facilitation.connect(person).remark(id, RemarkKind.Reply, ZeroAddress, "I");
      await refused(attempt, facilitation, "NotMember", operations, person);
    }
    await circles.connect(dora).revoke(garden, gil);
    await circles.connect(dora).revoke(garden, eve);
    await circles.connect(dora).revoke(kitchen, eve);
    await facilitation.connect(eve).remark(id, RemarkKind.Reply, ZeroAddress, "Therefore");
    await facilitation.connect(gil).remark(id, RemarkKind.Reply, gil, "Therefore");
    await world.consent.connect(gil).withdrawObjection(id);
    const over = facilitation.connect(gil).remark(id, RemarkKind.Reply, ZeroAddress, "And");
    await refused(over, facilitation, "NotMember", operations, gil);
  });

  it("is about an objection that stands, to something undecided, in 1 to 4,096 bytes", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, gil, organisation, id } = world;
    const say = (about: unknown, text: string, proposal = id) =>
      facilitation.connect(fay).remark(proposal, RemarkKind.Reaction, about, text);
    await refused(say(fay, "What?"), facilitation, "NoObjection", id, fay);
    await refused(say(ZeroAddress, ""), facilitation, "WrongLength", 0);
    await refused(say(ZeroAddress, LONG), facilitation, "WrongLength", 4097);
    const nowhere = join(organisation, 4000n);
    await refused(say(ZeroAddress, "What?", nowhere), facilitation, "NotUndecided", nowhere);
    await consent.connect(eve).withdraw(id);
    await refused(say(gil, "What?"), facilitation, "NotUndecided", id);
  });
});

describe("asking for a meeting", () => {
  it("R-PRP-10 any member stops silence for two notices, to the second; then a full window runs", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { facilitation, consent, gil, id, closesAt } = world;
    const at = closesAt - 1n;
    await nextAt(connection, at);
    const sent = await facilitation.connect(gil).requestMeeting(id, "We should talk");
    const until = at + 2n * NOTICE;
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["MeetingRequested", "Suspended"]);
    expect(told[0]?.args.slice(5)).to.deep.equal([until, "We should talk"]);
    expect(told[1]?.args.slice(3)).to.deep.equal([gil.address, at, until, until + WINDOW]);
    for (const [time, status] of [
      [until - 1n, Status.Suspended],
      [until, Status.Open],
      [until + WINDOW - 1n, Status.Open],
      [until + WINDOW, Status.Adopted],
    ] as const) {
      await goTo(connection, time);
      expect(await consent.statusOf(id)).to.equal(status);
    }
  });

  it("R-PRP-10 nobody takes that from members but by settings that say so", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { facilitation, fay, gil, operations, anchor, council, id } = world;
    await facilitation.connect(fay).requestMeeting(id, "");
    await enact(world, operations, [configure(0n, 0n, { flags: Flag.AsyncOnly })]);
    const attempt = facilitation.connect(gil).requestMeeting(id, "");
    await refused(attempt, facilitation, "NoMeetings", operations);
    // Without settings of its own it has the anchor's.
    const roles = { admission: council, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, { flags: Flag.AsyncOnly, ...roles })]);
    const other = await propose(world, world.ann, anchor, council);
    const outer = facilitation.connect(world.ben).requestMeeting(other, "");
    await refused(outer, facilitation, "NoMeetings", anchor);
  });

  it("is for members, once each, while it is undecided", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { facilitation, consent, eve, fay, gil, hal, ann, operations, id } = world;
    for (const person of [hal, ann]) {
      const attempt = facilitation.connect(person).requestMeeting(id, "");
      await refused(attempt, facilitation, "NotMember", operations, person);
    }
    await refused(
      facilitation.connect(gil).requestMeeting(id, LONG),
      facilitation,
      "WrongLength",
      4097,
    );
    await facilitation.connect(gil).requestMeeting(id, "");
    const again = facilitation.connect(gil).requestMeeting(id, "");
    await refused(again, facilitation, "AlreadyRequested", id, gil);
    await amend(world, eve, id);
    await refused(
      facilitation.connect(gil).requestMeeting(id, ""),
      facilitation,
      "AlreadyRequested",
      id,
      gil,
    );
    await facilitation.connect(fay).requestMeeting(id, "");
    await consent.connect(eve).withdraw(id);
    const over = facilitation.connect(eve).requestMeeting(id, "");
    await refused(over, facilitation, "NotUndecided", id);
  });
});

describe("testing an objection", () => {
  it("R-INT-2 any member asks for it, of an objection that stands", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, dora, eve, fay, gil, hal, operations, id } = world;
    const sent = await facilitation.connect(eve).requestTest(id, gil);
    const [told] = await eventsOf(world, sent);
    expect([told?.name, told?.args[5]]).to.deep.equal(["TestRequested", gil.address]);
    await facilitation.connect(dora).requestTest(id, gil);
    const outside = facilitation.connect(hal).requestTest(id, gil);
    await refused(outside, facilitation, "NotMember", operations, hal);
    const none = facilitation.connect(eve).requestTest(id, fay);
    await refused(none, facilitation, "NoObjection", id, fay);
  });

  it("R-INT-2 the facilitator, and nobody else, says that it gives every argument", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, dora, fay, gil, hal, zoe, operations, id } = world;
    for (const person of [dora, hal, zoe, gil]) {
      const attempt = facilitation.connect(person).uphold(id, gil, WHY);
      await refused(attempt, facilitation, "NotActing", operations, Office.Facilitator, person);
    }
    const judge = facilitation.connect(fay);
    await refused(judge.uphold(id, gil, ""), facilitation, "WrongLength", 0);
    await refused(judge.uphold(id, dora, WHY), facilitation, "NoObjection", id, dora);
    const [told] = await eventsOf(world, await judge.uphold(id, gil, WHY));
    expect(told?.args.slice(5)).to.deep.equal([gil.address, WHY]);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.None);
  });

  for (const [rules, name] of [
    ["R-OBJ-1 R-OBJ-6", "NoHarm"],
    ["R-OBJ-2 R-OBJ-6", "NoLimit"],
    ["R-OBJ-3 R-OBJ-6", "NoCause"],
    ["R-OBJ-4 R-OBJ-6", "NoCertainty"],
    ["R-INT-3 R-OBJ-6", "Abandoned"],
  ] as const) {
    it(`${rules} it is judged for ${name}, by the facilitator alone, on the record`, async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, dora, fay, gil, hal, operations, id } = world;
      const reason = DiscardReason[name];
      for (const person of [dora, hal, gil, world.zoe]) {
        const attempt = discard(world, person, gil, reason);
        await refused(attempt, facilitation, "NotActing", operations, Office.Facilitator, person);
      }
      const sent = await discard(world, fay, gil, reason);
      const deadline = (await now(connection)) + NOTICE;
      const [told] = await eventsOf(world, sent);
      expect([told?.name, ...(told?.args.slice(5) ?? [])]).to.deep.equal([
        ...["DiscardJudged", gil.address, reason, deadline, WHY],
      ]);
      expect((await facilitation.judgementOf(id, gil)).toObject()).to.deep.equal({
        by: fay.address,
        deadline,
        rung: 0n,
        reason,
        phase: Phase.Appealable,
        judge: ZeroAddress,
        version: 1n,
        objectedTo: 1n,
      });
      // It stands until the judgement is final.
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
    });
  }

  it("R-OBJ-6 for no other reason: neither one that is not in the list nor one that is for rules", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, fay, gil, id } = world;
    for (const reason of [6n, 255n]) {
      await expect(discard(world, fay, gil, reason)).to.revert(ethers);
    }
    const { NoViolation } = DiscardReason;
    const attempt = discard(world, fay, gil, NoViolation);
    await refused(attempt, facilitation, "WrongReason", id, NoViolation);
    const silent = facilitation.connect(fay).discard(id, gil, DiscardReason.NoHarm, "");
    await refused(silent, facilitation, "WrongLength", 0);
    const none = discard(world, fay, world.dora);
    await refused(none, facilitation, "NoObjection", id, world.dora);
  });

  it("R-OBJ-8 what is discarded is gone when the judgement is final, and the round goes on", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, circles, fay, gil, zoe, operations, id } = world;
    await discard(world, fay, gil);
    const deadline = (await now(connection)) + NOTICE;
    await nextAt(connection, deadline);
    const sent = await facilitation.connect(zoe).settle(id, gil);
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["JudgementSettled", "ObjectionDiscarded"]);
    expect(told[0]?.args.slice(5)).to.deep.equal([gil.address, true]);
    const { number } = await circles.seatOf(operations, gil);
    expect((await consent.answerOf(id, number)).objection).to.equal(false);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    const { closesAt } = await consent.proposalAt(id);
    await goTo(connection, closesAt);
    await enactAdopted(world, id);
  });

  it("P4 nobody judges twice in a version, nor while a judgement is pending; after an amendment again", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, dora, eve, fay, gil, id } = world;
    await discard(world, fay, gil);
    const again = () => discard(world, fay, gil, DiscardReason.NoCause);
    await refused(again(), facilitation, "WrongPhase", id, gil, Phase.Appealable);
    await amend(world, eve, id);
    await refused(again(), facilitation, "WrongPhase", id, gil, Phase.Appealable);
    await facilitation.connect(gil).appeal(id, gil, "I said why");
    await refused(again(), facilitation, "WrongPhase", id, gil, Phase.Appealed);
    await facilitation.connect(dora).decide(id, gil, false, "It says why");
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await again();
    await facilitation.connect(gil).appeal(id, gil, "I said why");
    await facilitation.connect(dora).decide(id, gil, false, "It says why");
    await refused(again(), facilitation, "AlreadyJudged", id, gil);
    await amend(world, eve, id);
    await again();
    const { reason, version } = await facilitation.judgementOf(id, gil);
    expect([reason, version]).to.deep.equal([DiscardReason.NoCause, 3n]);
  });

  it("P4 a judgement ends no other objection than the one it is about", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, gil, garden, id } = world;
    await discard(world, fay, gil);
    const { deadline } = await facilitation.judgementOf(id, gil);
    await amend(world, eve, id);
    // gil says it better, to the second version; then there is a third.
    await object(world, gil, id, garden);
    await amend(world, eve, id);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Void);
    const late = facilitation.connect(gil).appeal(id, gil, "Another");
    await refused(late, facilitation, "WrongPhase", id, gil, Phase.Void);
    await goTo(connection, deadline + 1n);
    const [told] = await eventsOf(world, await facilitation.settle(id, gil));
    expect(told?.args.slice(5)).to.deep.equal([gil.address, false]);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await refused(facilitation.settle(id, gil), facilitation, "WrongPhase", id, gil, Phase.Void);
    await discard(world, fay, gil, DiscardReason.NoCause);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Appealable);
  });

  it("P4 nor one that was raised anew to the version in which it was judged", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, gil, garden, id } = world;
    await amend(world, eve, id);
    await discard(world, fay, gil);
    await resolve(world, gil, id);
    await object(world, gil, id, garden);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Void);
    await networkHelpers.time.increase(NOTICE);
    await facilitation.settle(id, gil);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    // A void judgement is none: this objection can be judged in the same version.
    await discard(world, fay, gil);
  });

  it("is void when the objection or the proposal ends otherwise", async () => {
    for (const end of ["objection", "proposal"] as const) {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, eve, fay, gil, id } = world;
      await discard(world, fay, gil);
      await networkHelpers.time.increase(NOTICE);
      expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Final);
      if (end === "objection") await consent.connect(gil).withdrawObjection(id);
      else await consent.connect(eve).withdraw(id);
      const status = await consent.statusOf(id);
      expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Void);
      await facilitation.settle(id, gil);
      expect((await facilitation.judgementOf(id, gil)).phase).to.equal(Phase.Void);
      expect(await consent.statusOf(id)).to.equal(status);
    }
  });
});

describe("ruling on a rule", () => {
  it("R-OBJ-5 R-OBJ-9 an objection that names a rule is discarded for want of a violation, once it was ruled so", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, consent, circles, dora, fay, gil, operations, id } = world;
    const { number } = await circles.seatOf(operations, gil);
    expect([...(await consent.answerOf(id, number))]).to.deep.equal([true, false, true, true]);
    const { NoHarm, NoLimit, NoCause, NoCertainty, NoViolation } = DiscardReason;
    for (const reason of [NoHarm, NoLimit, NoCause, NoCertainty, NoViolation]) {
      const attempt = discard(world, fay, gil, reason);
      await refused(attempt, facilitation, "WrongReason", id, reason);
    }
    expect(await facilitation.rulingOf(id, gil)).to.equal(0n);
    await facilitation.connect(dora).rule(id, gil, false, "We agreed no such thing");
    expect(await facilitation.rulingOf(id, gil)).to.equal(1n);
    await refused(discard(world, fay, gil, NoHarm), facilitation, "WrongReason", id, NoHarm);
    await discard(world, fay, gil, NoViolation);
    await networkHelpers.time.increase(NOTICE);
    await facilitation.settle(id, gil);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });

  it("R-OBJ-5 one whose rule is broken always counts: no reason discards it", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, dora, fay, gil, id } = world;
    await facilitation.connect(dora).rule(id, gil, true, "We agreed so");
    expect(await facilitation.rulingOf(id, gil)).to.equal(2n);
    for (const reason of Object.values(DiscardReason)) {
      const attempt = discard(world, fay, gil, reason);
      await refused(attempt, facilitation, "WrongReason", id, reason);
    }
  });

  it("R-OBJ-5 a ruling that a rule is broken ends a judgement that was open", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, consent, dora, fay, gil, id } = world;
    await discard(world, fay, gil, DiscardReason.Abandoned);
    await facilitation.connect(dora).rule(id, gil, true, "We agreed so");
    await networkHelpers.time.increase(NOTICE);
    expect(await facilitation.phaseOf(id, gil)).to.equal(Phase.Void);
    await facilitation.settle(id, gil);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("R-OBJ-9 the secretary alone rules, once a version, on an objection that names a rule", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, eve, dora, fay, gil, zoe, operations, kitchen, id } = world;
    for (const person of [fay, gil, zoe]) {
      const attempt = facilitation.connect(person).rule(id, gil, false, WHY);
      await refused(attempt, facilitation, "NotActing", operations, Office.Secretary, person);
    }
    const secretary = facilitation.connect(dora);
    await refused(secretary.rule(id, gil, false, ""), facilitation, "WrongLength", 0);
    await refused(secretary.rule(id, fay, false, WHY), facilitation, "NoObjection", id, fay);
    await object(world, fay, id, kitchen, OBJECTION);
    await refused(secretary.rule(id, fay, false, WHY), facilitation, "WrongKind", id, fay);
    await secretary.rule(id, gil, false, WHY);
    await refused(secretary.rule(id, gil, true, WHY), facilitation, "AlreadyRuled", id, gil);
    await amend(world, eve, id);
    expect(await facilitation.rulingOf(id, gil)).to.equal(0n);
    await secretary.rule(id, gil, true, WHY);
    expect(await facilitation.rulingOf(id, gil)).to.equal(2n);
  });

  it("R-OBJ-9 it is about that objection and no later one", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, eve, dora, fay, gil, garden, id } = world;
    await amend(world, eve, id);
    await facilitation.connect(dora).rule(id, gil, false, WHY);
    await resolve(world, gil, id);
    await object(world, gil, id, garden, { ...BY_RULE, rule: "Another" });
    expect(await facilitation.rulingOf(id, gil)).to.equal(0n);
    const { NoViolation } = DiscardReason;
    const attempt = discard(world, fay, gil, NoViolation);
    await refused(attempt, facilitation, "WrongReason", id, NoViolation);
  });

  it("R-OBJ-5 knows of an objection anew whether it names a rule", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, consent, circles, eve, dora, gil, garden, operations, id } = world;
    await amend(world, eve, id);
    const { number } = await circles.seatOf(operations, gil);
    expect([...(await consent.answerOf(id, number))]).to.deep.equal([true, false, false, true]);
    expect(await consent.objectedTo(id, number)).to.equal(1n);
    await object(world, gil, id, garden);
    expect([...(await consent.answerOf(id, number))]).to.deep.equal([true, false, true, false]);
    expect(await consent.objectedTo(id, number)).to.equal(2n);
    const attempt = facilitation.connect(dora).rule(id, gil, false, WHY);
    await refused(attempt, facilitation, "WrongKind", id, gil);
  });
});

describe("dropping a proposal", () => {
  for (const [rules, name] of [
    ["R-PRP-3", "NoTension"],
    ["R-PRP-3", "NoExample"],
    ["R-PRP-3", "NoExplanation"],
    ["R-INT-4", "Unanswered"],
    ["R-INT-5", "Unargued"],
  ] as const) {
    it(`${rules} it is judged for ${name}, by the facilitator alone, and stopped meanwhile`, async () => {
      const world = await networkHelpers.loadFixture(objected);
      const { facilitation, consent, dora, fay, gil, hal, operations, id } = world;
      await consent.connect(gil).withdrawObjection(id);
      const reason = DropReason[name];
      for (const person of [dora, hal, gil, world.zoe]) {
        const attempt = drop(world, person, reason);
        await refused(attempt, facilitation, "NotActing", operations, Office.Facilitator, person);
      }
      const told = await eventsOf(world, await drop(world, fay, reason));
      const deadline = (await now(connection)) + NOTICE;
      expect(told.map(({ name: each }) => each)).to.deep.equal(["DropJudged", "Stopped", "Held"]);
      expect(told[0]?.args.slice(5)).to.deep.equal([reason, deadline, WHY]);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      await nextAt(connection, deadline - 1n);
      const early = facilitation.settle(id, ZeroAddress);
      const phase = Phase.Appealable;
      await refused(early, facilitation, "WrongPhase", id, ZeroAddress, phase);
      await nextAt(connection, deadline);
      await facilitation.settle(id, ZeroAddress);
      expect(await consent.statusOf(id)).to.equal(Status.Discarded);
      expect(await facilitation.phaseOf(id, ZeroAddress)).to.equal(Phase.Settled);
      await refused(facilitation.settle(id, ZeroAddress), facilitation, "WrongPhase");
    });
  }

  it("R-OBJ-9 it is no governance once the secretary has ruled that it breaks a rule, in that version", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, eve, dora, fay, gil, id } = world;
    const reason = DropReason.NotGovernance;
    await refused(drop(world, fay, reason), facilitation, "WrongReason", id, reason);
    await facilitation.connect(dora).rule(id, gil, false, WHY);
    await refused(drop(world, fay, reason), facilitation, "WrongReason", id, reason);
    await amend(world, eve, id);
    await facilitation.connect(dora).rule(id, gil, true, WHY);
    await amend(world, eve, id);
    await refused(drop(world, fay, reason), facilitation, "WrongReason", id, reason);
    await facilitation.connect(dora).rule(id, gil, true, WHY);
    await drop(world, fay, reason);
  });

  it("is for no other reason, and not without a word", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, fay, id } = world;
    await expect(drop(world, fay, 6n)).to.revert(ethers);
    const silent = facilitation.connect(fay).drop(id, DropReason.NoTension, "");
    await refused(silent, facilitation, "WrongLength", 0);
  });

  it("P12 happens once a version, and not while another judgement about it is pending", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, dora, eve, fay, id } = world;
    await drop(world, fay);
    const again = () => drop(world, fay, DropReason.NoTension);
    const about = [id, ZeroAddress] as const;
    await refused(again(), facilitation, "WrongPhase", ...about, Phase.Appealable);
    await facilitation.connect(eve).appeal(id, ZeroAddress, "There it is");
    await amend(world, eve, id);
    await refused(again(), facilitation, "WrongPhase", ...about, Phase.Appealed);
    await networkHelpers.time.increase(NOTICE);
    await refused(again(), facilitation, "WrongPhase", ...about, Phase.Overturned);
    await facilitation.settle(id, ZeroAddress);
    await again();
    await facilitation.connect(eve).appeal(id, ZeroAddress, "There it is");
    await facilitation.connect(dora).decide(id, ZeroAddress, false, "There it is");
    expect((await consent.proposalAt(id)).objections).to.equal(1n);
    await refused(again(), facilitation, "AlreadyJudged", ...about);
  });

  it("goes together with judging its objections", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, fay, gil, id } = world;
    await discard(world, fay, gil);
    await drop(world, fay);
    await networkHelpers.time.increase(NOTICE);
    await facilitation.settle(id, gil);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    await facilitation.settle(id, ZeroAddress);
    expect(await consent.statusOf(id)).to.equal(Status.Discarded);
  });

  it("ends nothing that is over: the judgement is void when the proposer has withdrawn it", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, id } = world;
    await drop(world, fay);
    await consent.connect(eve).withdraw(id);
    expect(await facilitation.phaseOf(id, ZeroAddress)).to.equal(Phase.Void);
    await facilitation.settle(id, ZeroAddress);
    expect(await consent.statusOf(id)).to.equal(Status.Withdrawn);
    await refused(drop(world, fay), facilitation, "NotUndecided", id);
    await refused(discard(world, fay, world.gil), facilitation, "NotUndecided", id);
  });
});

describe("nobody judges what is their own", () => {
  it("R-PRP-3 the proposer judges neither the proposal nor an objection to it", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, eve, gil, operations, id } = world;
    await install(world, operations, Office.Facilitator, eve);
    await install(world, operations, Office.Secretary, eve);
    const own = ["OwnMatter", id, eve] as const;
    const judge = facilitation.connect(eve);
    await refused(judge.uphold(id, gil, WHY), facilitation, ...own);
    await refused(judge.rule(id, gil, false, WHY), facilitation, ...own);
    await refused(discard(world, eve, gil, DiscardReason.Abandoned), facilitation, ...own);
    await refused(drop(world, eve), facilitation, ...own);
  });

  it("R-OBJ-6 the objector does not judge the own objection, but may drop the proposal", async () => {
    const world = await networkHelpers.loadFixture(objectedByRule);
    const { facilitation, gil, operations, id } = world;
    await install(world, operations, Office.Facilitator, gil);
    await install(world, operations, Office.Secretary, gil);
    const own = ["OwnMatter", id, gil] as const;
    const judge = facilitation.connect(gil);
    await refused(judge.uphold(id, gil, WHY), facilitation, ...own);
    await refused(judge.rule(id, gil, true, WHY), facilitation, ...own);
    await refused(discard(world, gil, gil, DiscardReason.Abandoned), facilitation, ...own);
    await drop(world, gil);
  });

  it("R-OBJ-6 R-PRP-3 says who is barred: the proposer and whoever objects, for others to stand in", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, consent, eve, fay, gil, dora, zoe, operations, organisation, id } = world;
    for (const [person, barred] of [
      [eve, true],
      [gil, true],
      [fay, false],
      [dora, false],
      [zoe, false],
    ] as const) {
      expect(await facilitation.isBarred(id, person)).to.equal(barred);
    }
    expect(await facilitation.isBarred(join(organisation, 4000n), eve)).to.equal(false);
    for (const person of [eve, gil]) {
      const attempt = standIn(world, person, operations, Office.Facilitator);
      await refused(attempt, world.offices, "Barred", id, person);
    }
    await consent.connect(gil).withdrawObjection(id);
    expect(await facilitation.isBarred(id, gil)).to.equal(false);
    await standIn(world, gil, operations, Office.Facilitator);
  });

  it("R-OBJ-6 stand-ins judge in the order of their rank, each once the declaration has effect", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, offices, dora, eve, fay, gil, hal, operations, id } = world;
    // gil, who objects, is facilitator: he named hal to stand in.
    await install(world, operations, Office.Facilitator, gil);
    await offices.connect(gil).nameSurrogate(operations, Office.Facilitator, hal);
    await refused(discard(world, gil, gil), facilitation, "OwnMatter", id, gil);
    const not = (person: typeof gil) =>
      ["NotActing", operations, Office.Facilitator, person] as const;
    await refused(discard(world, hal, gil), facilitation, ...not(hal));
    await standIn(world, fay, operations, Office.Facilitator);
    await networkHelpers.time.increase(NOTICE - 1n);
    await standIn(world, dora, operations, Office.Facilitator);
    await networkHelpers.time.increase(NOTICE);
    // dora, the secretary, came before fay, a member; hal, who was named, comes before both.
    await refused(discard(world, fay, gil), facilitation, ...not(fay));
    await standIn(world, hal, operations, Office.Facilitator);
    const from = (await now(connection)) + NOTICE;
    await refused(discard(world, dora, gil), facilitation, ...not(dora));
    await nextAt(connection, from - 1n);
    await refused(discard(world, hal, gil), facilitation, ...not(hal));
    await nextAt(connection, from);
    await discard(world, hal, gil);
    expect((await facilitation.judgementOf(id, gil)).by).to.equal(hal.address);
    expect(await facilitation.isBarred(id, eve)).to.equal(true);
  });
});

describe("at the anchor", () => {
  for (const what of ["objection", "proposal"] as const) {
    it(`R-OBJ-6 R-PRP-3 a judgement about the ${what} waits for the secretary's word, or is void`, async () => {
      const world = await networkHelpers.loadFixture(objectedAtAnchor);
      const { facilitation, consent, ann, ben, cem, dora, eve, anchor, id } = world;
      const about = what === "objection" ? cem.address : ZeroAddress;
      const judge = () => (what === "objection" ? discard(world, ben, cem) : drop(world, ben));
      await judge();
      const first = (await now(connection)) + NOTICE;
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Seconding);
      const affected = what === "objection" ? cem : ann;
      const appeal = facilitation.connect(affected).appeal(id, about, "No");
      await refused(appeal, facilitation, "WrongPhase", id, about, Phase.Seconding);
      for (const person of [ann, ben, cem, eve]) {
        const attempt = facilitation.connect(person).second(id, about);
        await refused(attempt, facilitation, "NotActing", anchor, Office.Secretary, person);
      }
      await nextAt(connection, first - 1n);
      const sent = await facilitation.connect(dora).second(id, about);
      const deadline = first - 1n + NOTICE;
      const told = await eventsOf(world, sent);
      expect(told.map(({ name }) => name)).to.deep.equal(["Seconded", "Held"]);
      expect(told[0]?.args.slice(5)).to.deep.equal([about, deadline]);
      expect((await facilitation.judgementOf(id, about)).judge).to.equal(dora.address);
      await nextAt(connection, deadline - 1n);
      const early = facilitation.settle(id, about);
      await refused(early, facilitation, "WrongPhase", id, about, Phase.Appealable);
      await nextAt(connection, deadline);
      await facilitation.settle(id, about);
      const after = what === "objection" ? Status.Open : Status.Discarded;
      expect(await consent.statusOf(id)).to.equal(after);
    });

    const again = what === "objection" ? "at once" : "when it was amended";
    it(`R-OBJ-6 R-PRP-3 without it the ${what} is as it was, and can be judged again ${again}`, async () => {
      const world = await networkHelpers.loadFixture(objectedAtAnchor);
      const { facilitation, consent, ann, ben, cem, dora, id } = world;
      const about = what === "objection" ? cem.address : ZeroAddress;
      const judge = () => (what === "objection" ? discard(world, ben, cem) : drop(world, ben));
      await judge();
      const deadline = (await now(connection)) + NOTICE;
      await nextAt(connection, deadline);
      const late = facilitation.connect(dora).second(id, about);
      await refused(late, facilitation, "WrongPhase", id, about, Phase.Void);
      expect(await consent.statusOf(id)).to.equal(Status.Objected);
      if (what === "proposal") {
        await refused(judge(), facilitation, "WrongPhase", id, about, Phase.Void);
      }
      const told = await eventsOf(world, await facilitation.settle(id, about));
      expect(told[0]?.args.slice(5)).to.deep.equal([about, false]);
      const { objections } = await consent.proposalAt(id);
      expect(objections).to.equal(1n);
      if (what === "proposal") {
        await refused(judge(), facilitation, "AlreadyJudged", id, about);
        await amend(world, ann, id);
      }
      await judge();
      expect(await facilitation.phaseOf(id, about)).to.equal(Phase.Seconding);
    });
  }

  it("R-OBJ-6 nobody seconds the own judgement, proposal or objection", async () => {
    for (const [secretary, office] of [
      ["ben", Office.Secretary],
      ["ann", Office.Secretary],
      ["cem", Office.Secretary],
    ] as const) {
      const world = await networkHelpers.loadFixture(objectedAtAnchor);
      const { facilitation, ben, cem, anchor, id } = world;
      await discard(world, ben, cem);
      await install(world, anchor, office, world[secretary]);
      const attempt = facilitation.connect(world[secretary]).second(id, cem);
      await refused(attempt, facilitation, "OwnMatter", id, world[secretary]);
    }
  });

  it("R-OBJ-6 elsewhere nothing is seconded", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { facilitation, dora, fay, gil, operations, id } = world;
    await discard(world, fay, gil);
    const attempt = facilitation.connect(dora).second(id, gil);
    await refused(attempt, facilitation, "NotAnchor", operations);
  });

  it("P4 two people alone decide nothing about what one of them says: silence leaves it", async () => {
    const world = await networkHelpers.loadFixture(objectedAtAnchor);
    const { facilitation, consent, circles, ben, cem, ann, anchor, finance, council, id } = world;
    // ben leaves; ann, who proposed, and cem, who objects, hold the offices.
    await install(world, anchor, Office.Facilitator, ann);
    await install(world, anchor, Office.Secretary, cem);
    await circles.connect(ben).resign(council);
    expect(numberOf(anchor)).to.equal(1n);
    await refused(discard(world, ann, cem), facilitation, "OwnMatter", id, ann);
    for (const office of [Office.Facilitator, Office.Secretary]) {
      for (const person of [ann, cem]) {
        const attempt = standIn(world, person, anchor, office);
        await refused(attempt, world.offices, "Barred", id, person);
      }
    }
    const { closesAt } = await consent.proposalAt(id);
    await goTo(connection, closesAt + DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    expect(await circles.fills(finance, cem)).to.equal(true);
    await welcome(world, [ben]);
  });
});
