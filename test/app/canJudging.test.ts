import { expect } from "chai";

import type { Can } from "#app/model/can/can.ts";
import { canAppeal } from "#app/model/can/canAppeal.ts";
import { canDecide } from "#app/model/can/canDecide.ts";
import { canDiscard, discardReasons } from "#app/model/can/canDiscard.ts";
import { canDrop, dropReasons } from "#app/model/can/canDrop.ts";
import { canRemark } from "#app/model/can/canRemark.ts";
import { canRequestMeeting } from "#app/model/can/canRequestMeeting.ts";
import { canRequestTest } from "#app/model/can/canRequestTest.ts";
import { canRule } from "#app/model/can/canRule.ts";
import { canSecond } from "#app/model/can/canSecond.ts";
import { canSettle } from "#app/model/can/canSettle.ts";
import { canUphold } from "#app/model/can/canUphold.ts";
import { voicesIn } from "#app/model/roles.ts";
import { voiceText } from "#app/words/voices.ts";
import { DiscardReason, DropReason, Phase } from "#sdk/chronicle/judgements.ts";
import { Outcome } from "#sdk/chronicle/lifecycle.ts";
import type { Objection, Proposal } from "#sdk/chronicle/organisation.ts";
import { keyOf, NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { Flags } from "#sdk/flags.ts";
import { dropJudgement, judgement, officered } from "./judging.ts";
import {
  ANCHOR,
  ANN,
  BEN,
  COUNCIL,
  DAY,
  DORA,
  EVE,
  firstVersion,
  HAL,
  KITCHEN,
  NOW,
  OPERATIONS,
  objectionOf,
  organisation,
  proposal,
  seenBy,
  ZOE,
} from "./organisation.ts";

function yes(can: Can) {
  expect(can).to.deep.equal({ ok: true });
}

function no(can: Can, now: RegExp) {
  expect(can.ok).to.equal(false);
  if (can.ok) return;
  expect(can.rule).to.match(/\.$/);
  expect(can.now).to.match(now);
  expect(can.helps).to.match(/\.$/);
}

const argued: Objection = {
  ...objectionOf(EVE),
  objection: { harm: "h", limits: "l", cause: "c", certainty: "s", rule: "" },
};
/** Eve objects with four arguments. */
const objected = (change: Partial<Proposal> = {}) => proposal({ objections: [argued], ...change });
/** Eve objects that a rule would be broken. */
const named = (change: Partial<Proposal> = {}) =>
  proposal({ objections: [objectionOf(EVE)], ...change });
const ruling = (violates: boolean) => ({
  objector: EVE,
  by: ANN,
  text: "t",
  at: NOW,
  version: 1,
  objectedTo: 1,
  violates,
});
const offices = officered();

describe("what somebody may say about a proposal", () => {
  it("members, the proposer and objectors speak while it is undecided", () => {
    yes(canRemark(seenBy(EVE), proposal()));
    yes(canRemark(seenBy(DORA), proposal()));
    yes(canRemark(seenBy(null), proposal()));
    yes(canRemark(seenBy(HAL), proposal({ objections: [objectionOf(HAL)] })));
    no(canRemark(seenBy(HAL), proposal()), /Hal fills no role/);
    no(canRemark(seenBy(EVE), proposal({ outcome: Outcome.Adopted })), /adopted/);
  });

  it("members ask for a meeting once, unless the circle decides without", () => {
    yes(canRequestMeeting(seenBy(EVE), proposal()));
    no(canRequestMeeting(seenBy(ZOE), proposal()), /Zoe fills no role/);
    const asked = { by: EVE, text: "", at: NOW, suspendedUntil: NOW + DAY };
    no(canRequestMeeting(seenBy(EVE), proposal({ meetingRequests: [asked] })), /You asked on/);
    const settings = { ...NO_SETTINGS, flags: Flags.ASYNC_ONLY };
    const alone = organisation({ settings: new Map([[OPERATIONS, { settings, revision: 1 }]]) });
    no(canRequestMeeting(seenBy(EVE, alone), proposal()), /decides without meetings/);
  });

  it("whoever is permitted to represent a role speaks for it, while the permission holds", () => {
    const given = {
      role: KITCHEN,
      person: DORA,
      by: EVE,
      circle: OPERATIONS,
      givenAt: NOW,
      until: NOW + DAY,
    };
    const lent = organisation({ permissions: new Map([[keyOf(KITCHEN, DORA), given]]) });
    const voices = (now = NOW) => voicesIn(seenBy(DORA, lent, now), OPERATIONS);
    expect(voices().map(({ id }) => id)).to.deep.equal([OPERATIONS, KITCHEN]);
    expect(voices().map((role) => voiceText(seenBy(DORA, lent), role, OPERATIONS))).to.deep.equal([
      "lead of Operations",
      "Kitchen, by permission of Eve",
    ]);
    expect(voices(NOW + DAY).map(({ id }) => id)).to.deep.equal([OPERATIONS]);
  });
});

describe("what somebody may judge about a proposal", () => {
  it("members ask once to test an objection that stands", () => {
    yes(canRequestTest(seenBy(DORA), objected(), EVE));
    no(canRequestTest(seenBy(DORA), proposal(), EVE), /None stands/);
    no(canRequestTest(seenBy(ANN), objected(), EVE), /Ann fills Council/);
    const asked = { by: DORA, objector: EVE, at: NOW };
    no(canRequestTest(seenBy(DORA), objected({ testRequests: [asked] }), EVE), /You asked on/);
  });

  it("the acting facilitator finds that the arguments are there, never about their own", () => {
    yes(canUphold(seenBy(BEN, offices), objected(), EVE));
    no(canUphold(seenBy(ANN, offices), objected(), EVE), /Ben is facilitator of Operations/);
    no(canUphold(seenBy(BEN), objected(), EVE), /Nobody is facilitator of Operations/);
    no(canUphold(seenBy(BEN, offices), objected({ proposer: BEN }), EVE), /You proposed it/);
  });

  it("the acting secretary rules once a version on an objection that names a rule", () => {
    yes(canRule(seenBy(ANN, offices), named(), EVE));
    no(canRule(seenBy(ANN, offices), objected(), EVE), /four arguments/);
    no(canRule(seenBy(BEN, offices), named(), EVE), /Ann is secretary/);
    no(canRule(seenBy(ANN, offices), named({ rulings: [ruling(false)] }), EVE), /is not broken/);
  });

  it("the acting facilitator discards once a version, never what names a broken rule", () => {
    yes(canDiscard(seenBy(BEN, offices), objected(), EVE));
    yes(canDiscard(seenBy(BEN, offices), named({ rulings: [ruling(false)] }), EVE));
    no(canDiscard(seenBy(BEN, offices), named({ rulings: [ruling(true)] }), EVE), /would break/);
    const open = objected({ judgements: [judgement()] });
    no(canDiscard(seenBy(BEN, offices), open, EVE), /can be appealed/);
    const over = objected({ judgements: [judgement({ phase: Phase.Overturned })] });
    no(canDiscard(seenBy(BEN, offices), over, EVE), /judged in version 1/);
    yes(
      canDiscard(
        seenBy(BEN, offices),
        { ...over, versions: [firstVersion, { ...firstVersion, version: 2 }] },
        EVE,
      ),
    );
  });

  it("offers the closed list of reasons as far as they fit", () => {
    expect(discardReasons(objected(), EVE)).to.deep.equal([0, 1, 2, 3, DiscardReason.Abandoned]);
    expect(discardReasons(objected(), EVE, true)).to.include(DiscardReason.Irrelevant);
    expect(discardReasons(named(), EVE, true)).to.deep.equal([DiscardReason.Abandoned]);
    expect(discardReasons(named(), EVE)).to.deep.equal([DiscardReason.Abandoned]);
    expect(discardReasons(named({ rulings: [ruling(false)] }), EVE)).to.deep.equal([
      DiscardReason.NoViolation,
      DiscardReason.Abandoned,
    ]);
    expect(dropReasons(proposal())).to.deep.equal([0, 1, 2, 3, 4]);
    const reality = proposal({ versions: [{ ...firstVersion, reality: true }] });
    expect(dropReasons(reality)).to.deep.equal([
      DropReason.NoTension,
      DropReason.Unanswered,
      DropReason.Unargued,
    ]);
    expect(dropReasons(named({ rulings: [ruling(true)] }))).to.include(DropReason.NotGovernance);
  });

  it("the acting facilitator drops while nothing about it is open", () => {
    yes(canDrop(seenBy(BEN, offices), proposal()));
    no(canDrop(seenBy(EVE, offices), proposal()), /Ben is facilitator/);
    const stopped = proposal({ stopped: true, judgements: [dropJudgement()] });
    no(canDrop(seenBy(BEN, offices), stopped), /can be appealed/);
  });

  it("at the anchor another person, who acts as secretary, seconds in time", () => {
    const waiting = objected({
      circle: ANCHOR,
      asRole: COUNCIL,
      judgements: [judgement({ phase: Phase.Seconding, by: ANN })],
    });
    yes(canSecond(seenBy(BEN, offices), waiting, EVE));
    no(canSecond(seenBy(DORA, offices), waiting, EVE), /Ben is secretary of Bakery/);
    const own = { ...waiting, judgements: [judgement({ phase: Phase.Seconding, by: BEN })] };
    no(canSecond(seenBy(BEN, offices), own, EVE), /Ben judged it/);
    no(canSecond(seenBy(BEN, offices, NOW + 3 * DAY), waiting, EVE), /void/);
  });

  it("whom it is against appeals in time", () => {
    const open = objected({ judgements: [judgement()] });
    yes(canAppeal(seenBy(EVE), open, EVE));
    no(canAppeal(seenBy(DORA), open, EVE), /against Eve/);
    no(canAppeal(seenBy(EVE, organisation(), NOW + 3 * DAY), open, EVE), /final/);
    const dropped = proposal({ stopped: true, judgements: [dropJudgement()] });
    yes(canAppeal(seenBy(DORA), dropped, null));
    no(canAppeal(seenBy(EVE), dropped, null), /against Dora/);
  });

  it("the secretary of the circle it is before decides, who has not judged it before", () => {
    const appealed = (rung: bigint, by = BEN) =>
      objected({ judgements: [judgement({ phase: Phase.Appealed, rung, by })] });
    yes(canDecide(seenBy(ANN, offices), appealed(OPERATIONS), EVE));
    no(
      canDecide(seenBy(BEN, offices), appealed(OPERATIONS), EVE),
      /Ann is secretary of Operations/,
    );
    yes(canDecide(seenBy(BEN, offices), appealed(ANCHOR, ANN), EVE));
    no(canDecide(seenBy(BEN, offices), appealed(ANCHOR), EVE), /Ben has judged it before/);
    no(canDecide(seenBy(ANN, offices, NOW + 3 * DAY), appealed(OPERATIONS), EVE), /overturned/);
  });

  it("anybody settles what time has decided, once", () => {
    const open = objected({ judgements: [judgement()] });
    no(canSettle(seenBy(ZOE), open, EVE), /3 d left/);
    yes(canSettle(seenBy(ZOE, organisation(), NOW + 3 * DAY), open, EVE));
    const done = objected({ judgements: [judgement({ phase: Phase.Settled, stands: false })] });
    no(canSettle(seenBy(ZOE), done, EVE), /had its effect/);
    no(canSettle(seenBy(ZOE), proposal(), null), /Nothing was judged/);
  });
});
