import { expect } from "chai";

import type { Can } from "#app/model/can/can.ts";
import { canAccept } from "#app/model/can/canAccept.ts";
import { canAgree } from "#app/model/can/canAgree.ts";
import { canAmend } from "#app/model/can/canAmend.ts";
import { canAnnounce } from "#app/model/can/canAnnounce.ts";
import { canConfirm } from "#app/model/can/canConfirm.ts";
import { canDeclareOpenness } from "#app/model/can/canDeclareOpenness.ts";
import { canEnact } from "#app/model/can/canEnact.ts";
import { canEscalate } from "#app/model/can/canEscalate.ts";
import { canInvite } from "#app/model/can/canInvite.ts";
import { canLapse } from "#app/model/can/canLapse.ts";
import { canLeave } from "#app/model/can/canLeave.ts";
import { canObject } from "#app/model/can/canObject.ts";
import { canOffer } from "#app/model/can/canOffer.ts";
import { canPay } from "#app/model/can/canPay.ts";
import { canPropose } from "#app/model/can/canPropose.ts";
import { canResign } from "#app/model/can/canResign.ts";
import { canResolve } from "#app/model/can/canResolve.ts";
import { canReverse } from "#app/model/can/canReverse.ts";
import { canRevoke } from "#app/model/can/canRevoke.ts";
import { canRevokeAnnouncement } from "#app/model/can/canRevokeAnnouncement.ts";
import { canWithdraw } from "#app/model/can/canWithdraw.ts";
import { canWithdrawObjection } from "#app/model/can/canWithdrawObjection.ts";
import { canWithdrawOffer } from "#app/model/can/canWithdrawOffer.ts";
import { Outcome } from "#sdk/chronicle/lifecycle.ts";
import type { Role, RoleLink } from "#sdk/chronicle/organisation.ts";
import { keyOf, NO_SETTINGS, slotKey } from "#sdk/chronicle/organisation.ts";
import {
  ANCHOR,
  ANN,
  announcement,
  BEN,
  CONSENT,
  COUNCIL,
  DAY,
  DORA,
  EVE,
  firstVersion,
  HAL,
  id,
  KITCHEN,
  NOW,
  OPERATIONS,
  objectionOf,
  organisation,
  proposal,
  secondVersion,
  seenBy,
  TREASURY,
  ZOE,
} from "./organisation.ts";

const yes = (can: Can) => expect(can).to.deep.equal({ ok: true });

/** Refused, and what is the case now says why. */
function no(can: Can, now: RegExp): void {
  expect(can.ok).to.equal(false);
  if (can.ok) return;
  expect(can.now).to.match(now);
  for (const text of [can.rule, can.now, can.helps]) expect(text).to.match(/^.+[.:]$/);
}

const whileFounding = organisation({
  founding: { ...organisation().founding, endedAt: 0 },
});
const opened = (extra = {}) => proposal(extra);
const closed = () => proposal({ closesAt: NOW - 1 });
const objected = () => proposal({ objections: [objectionOf(EVE)] });
const enacted = () => proposal({ outcome: Outcome.Enacted, enactedAt: NOW });

describe("what somebody may do with proposals", () => {
  it("members propose", () => {
    yes(canPropose(seenBy(EVE), OPERATIONS));
    yes(canPropose(seenBy(DORA), OPERATIONS));
    yes(canPropose(seenBy(null), OPERATIONS));
    no(canPropose(seenBy(ANN), OPERATIONS), /Ann fills Council/);
    no(canPropose(seenBy(ZOE), OPERATIONS), /Zoe fills no role/);
  });

  it("nobody proposes while the organisation is founded", () => {
    no(canPropose(seenBy(EVE, whileFounding), OPERATIONS), /0 of 1 ratifiers/);
  });

  it("three proposals at a time", () => {
    const mine = [20, 21, 22].map((number) => proposal({ id: id(number), proposer: EVE }));
    const proposals = new Map(mine.map((one) => [one.id, one]));
    const slots = new Map([[slotKey(CONSENT, OPERATIONS, EVE), [id(20), id(21), id(22)] as const]]);
    const full = organisation({ proposals, proposalSlots: slots });
    no(
      canPropose(seenBy(EVE, full), OPERATIONS),
      /3 proposals of yours are not over: 20, 21 and 22/,
    );
    yes(canPropose(seenBy(EVE, full, NOW + 60 * DAY), OPERATIONS));
  });

  it("the proposer amends while it is undecided", () => {
    yes(canAmend(seenBy(DORA), opened()));
    yes(canAmend(seenBy(DORA), objected()));
    no(canAmend(seenBy(EVE), opened()), /Dora proposed it/);
    no(canAmend(seenBy(DORA), closed()), /adopted/);
  });

  it("the proposer withdraws what is not adopted", () => {
    yes(canWithdraw(seenBy(DORA), opened()));
    no(canWithdraw(seenBy(EVE), opened()), /Dora proposed it/);
    no(canWithdraw(seenBy(DORA), closed()), /adopted/);
  });

  it("members other than the proposer confirm once, before the window closes", () => {
    yes(canConfirm(seenBy(EVE), opened()));
    yes(canConfirm(seenBy(null), opened()));
    no(canConfirm(seenBy(DORA), opened()), /You proposed it/);
    no(canConfirm(seenBy(ANN), opened()), /Ann fills Council/);
    no(canConfirm(seenBy(EVE), closed()), /window closed/);
    no(canConfirm(seenBy(EVE), objected()), /Your objection to version 1 stands/);
    const confirmations = [{ by: EVE, number: 2, version: 1, at: NOW, voidedAt: 0 }];
    no(canConfirm(seenBy(EVE), opened({ confirmations })), /You have said/);
  });

  it("members object, and whoever left shortly before it was opened", () => {
    yes(canObject(seenBy(EVE), opened()));
    yes(canObject(seenBy(HAL), opened()));
    no(canObject(seenBy(HAL), opened({ standingFrom: NOW })), /You left Operations/);
    no(canObject(seenBy(ANN), opened()), /Ann fills Council/);
    no(canObject(seenBy(DORA), opened()), /You proposed it/);
    no(canObject(seenBy(EVE), objected()), /Your objection to version 1 stands/);
    no(canObject(seenBy(EVE), closed()), /window closed/);
    no(canObject(seenBy(EVE), enacted()), /enacted/);
  });

  it("objectors withdraw what stands, and resolve it in a later version", () => {
    yes(canWithdrawObjection(seenBy(EVE), objected()));
    no(canWithdrawObjection(seenBy(ANN), objected()), /none of yours/);
    no(canWithdrawObjection(seenBy(EVE), opened()), /open/);
    no(canResolve(seenBy(EVE), objected()), /the current one/);
    const amended = proposal({
      versions: [firstVersion, secondVersion],
      objections: [objectionOf(EVE)],
    });
    yes(canResolve(seenBy(EVE), amended));
  });

  it("anybody enacts what is adopted, for thirty days", () => {
    yes(canEnact(seenBy(ZOE), closed()));
    no(canEnact(seenBy(ZOE), opened()), /4 d to go/);
    no(canEnact(seenBy(ZOE), objected()), /Eve/);
    no(canEnact(seenBy(ZOE), enacted()), /enacted/);
    no(canEnact(seenBy(ZOE, organisation(), NOW + 31 * DAY), closed()), /lapsed/);
  });
});

describe("what somebody may do with money", () => {
  it("whoever fills a role announces, three at a time", () => {
    yes(canAnnounce(seenBy(EVE)));
    no(canAnnounce(seenBy(HAL)), /Hal fills no role/);
    no(canAnnounce(seenBy(EVE, whileFounding)), /ratifiers/);
    const mine = [30, 31, 32].map((number) => announcement({ id: id(number) }));
    const announcements = new Map(mine.map((one) => [one.id, one]));
    const announcementSlots = new Map([[keyOf(TREASURY, EVE), [id(30), id(31), id(32)] as const]]);
    const full = organisation({ announcements, announcementSlots });
    no(canAnnounce(seenBy(EVE, full)), /30, 31 and 32/);
    no(canAnnounce(seenBy(EVE, full, NOW + 60 * DAY)), /not over/);
  });

  it("anybody with a role, or who has lately left one, escalates once before the window closes", () => {
    yes(canEscalate(seenBy(ANN), announcement()));
    yes(canEscalate(seenBy(HAL), announcement()));
    no(canEscalate(seenBy(ZOE), announcement()), /Zoe is a member of no circle/);
    no(canEscalate(seenBy(EVE), announcement()), /You announced it/);
    no(canEscalate(seenBy(ANN), announcement({ closesAt: NOW - 1 })), /window closed/);
    no(canEscalate(seenBy(ANN), escalated()), /Yours stands/);
  });

  const escalation = {
    by: ANN,
    circle: ANCHOR,
    asRole: COUNCIL,
    inRole: true,
    reason: "why",
    at: NOW,
    reversed: null,
  };
  const escalated = () => announcement({ escalations: [escalation] });

  it("the escalator reverses, or a lead of the source", () => {
    yes(canReverse(seenBy(ANN), escalated(), escalation));
    no(canReverse(seenBy(EVE), escalated(), escalation), /You announced it/);
    no(canReverse(seenBy(DORA), escalated(), escalation), /Ann escalated it/);
    no(canReverse(seenBy(ANN), announcement(), escalation), /window/);
    const led = organisation();
    const anchor = led.roles.get(ANCHOR);
    if (anchor === undefined) throw new Error("no anchor");
    const roles = new Map([...led.roles, [ANCHOR, { ...anchor, fillers: [BEN] }]]);
    yes(canReverse(seenBy(BEN, { ...led, roles }), escalated(), escalation));
  });

  it("the announcer revokes what is unpaid", () => {
    yes(canRevokeAnnouncement(seenBy(EVE), announcement()));
    no(canRevokeAnnouncement(seenBy(ANN), announcement()), /Eve announced it/);
    const paid = announcement({ outcome: Outcome.Enacted, paidAt: NOW });
    no(canRevokeAnnouncement(seenBy(EVE), paid), /paid/);
  });

  it("whoever fills the role it serves pays when it is ready", () => {
    const ready = announcement({ closesAt: NOW });
    yes(canPay(seenBy(EVE), ready));
    no(canPay(seenBy(ANN), ready), /filled by Eve/);
    no(canPay(seenBy(EVE), announcement()), /to go/);
    no(canPay(seenBy(EVE), escalated()), /Ann/);
  });

  it("anybody closes what has expired, once", () => {
    const expired = announcement({ closesAt: NOW - 30 * DAY });
    yes(canLapse(seenBy(ZOE), expired));
    no(canLapse(seenBy(ZOE), announcement()), /to go/);
    no(canLapse(seenBy(ZOE), { ...expired, outcome: Outcome.Lapsed }), /closed already/);
  });
});

describe("what somebody may do with roles", () => {
  it("leads offer the roles of their circle", () => {
    yes(canOffer(seenBy(DORA), KITCHEN));
    yes(canOffer(seenBy(DORA), KITCHEN, ANN));
    no(canOffer(seenBy(ANN), KITCHEN), /Dora assigns here, and not Ann/);
    no(canOffer(seenBy(DORA), KITCHEN, ZOE), /not a partner/);
    no(canOffer(seenBy(DORA), KITCHEN, EVE), /fills Kitchen/);
  });

  it("at an anchor without a lead the role that settings name offers", () => {
    yes(canOffer(seenBy(ANN), OPERATIONS));
    no(canOffer(seenBy(DORA), OPERATIONS), /Ann and Ben assign here/);
    no(canOffer(seenBy(ANN), ANCHOR), /filled by nobody/);
  });

  const offer = { role: KITCHEN, person: HAL, by: DORA, at: NOW };
  const offered = organisation({ offers: new Map([[keyOf(KITCHEN, HAL), offer]]) });

  it("the person accepts or declines, the lead withdraws it", () => {
    yes(canAccept(seenBy(HAL, offered), KITCHEN));
    no(canAccept(seenBy(ANN, offered), KITCHEN), /not offered to Ann/);
    no(canAccept(seenBy(HAL), ANCHOR), /founding is over/);
    yes(canWithdrawOffer(seenBy(HAL, offered), offer));
    yes(canWithdrawOffer(seenBy(DORA, offered), offer));
    no(canWithdrawOffer(seenBy(ANN, offered), offer), /Dora assigns/);
  });

  it("people resign, but not as the anchor's last member", () => {
    yes(canResign(seenBy(EVE), KITCHEN));
    no(canResign(seenBy(ANN), KITCHEN), /filled by Eve, and not by Ann/);
    const state = organisation();
    const anchor = state.roles.get(ANCHOR);
    const operations = state.roles.get(OPERATIONS);
    const council = state.roles.get(COUNCIL);
    if (!anchor || !operations || !council) throw new Error("no roles");
    const roles = new Map([
      ...state.roles,
      [ANCHOR, { ...anchor, members: [DORA] }] as const,
      [COUNCIL, { ...council, fillers: [] }] as const,
    ]);
    no(canResign(seenBy(DORA, { ...state, roles }), OPERATIONS), /last member of Bakery/);
    no(canLeave(seenBy(DORA, { ...state, roles })), /last member of Bakery/);
    yes(canLeave(seenBy(DORA)));
    no(canLeave(seenBy(ZOE)), /not a partner/);
  });

  it("R-LNK-5: whoever fills what a linked role follows fills it, or whom somebody outside chooses", () => {
    const state = organisation();
    const linked = (link: Partial<RoleLink>) => {
      const role = state.roles.get(KITCHEN) as Role;
      const whole = { source: null, appointer: null, policy: 99n, ...link };
      return { ...state, roles: new Map(state.roles).set(KITCHEN, { ...role, link: whole }) };
    };
    const follows = linked({ source: OPERATIONS });
    no(canOffer(seenBy(DORA, follows), KITCHEN), /Kitchen follows Operations/);
    no(canRevoke(seenBy(DORA, follows), KITCHEN, EVE), /Kitchen follows Operations/);
    no(canResign(seenBy(EVE, follows), KITCHEN), /Kitchen follows Operations/);
    const chosen = linked({ appointer: ZOE });
    no(canOffer(seenBy(DORA, chosen), KITCHEN), /Zoe chooses who fills Kitchen, and not Dora/);
    yes(canOffer(seenBy(ZOE, chosen), KITCHEN, ANN));
    no(canRevoke(seenBy(DORA, chosen), KITCHEN, EVE), /Zoe chooses/);
    yes(canRevoke(seenBy(ZOE, chosen), KITCHEN, EVE));
    yes(canResign(seenBy(EVE, chosen), KITCHEN));
    no(canAccept(seenBy(ANN, chosen), KITCHEN), /not offered to Ann/);
  });

  it("leads end assignments in their circle, nobody at the anchor", () => {
    yes(canRevoke(seenBy(DORA), KITCHEN, EVE));
    no(canRevoke(seenBy(ANN), KITCHEN, EVE), /There Dora assigns/);
    no(canRevoke(seenBy(ANN), OPERATIONS, DORA), /stands there/);
    no(canRevoke(seenBy(DORA), KITCHEN, ANN), /Ann does not fill Kitchen/);
  });

  it("R-ASG-1 whoever fills the role that a circle's settings name assigns there, and its leads do not", () => {
    const before = organisation();
    const settings = new Map(before.settings);
    settings.set(OPERATIONS, { settings: { ...NO_SETTINGS, assigner: KITCHEN }, revision: 1 });
    const placed = { ...before, settings };
    yes(canRevoke(seenBy(EVE, placed), KITCHEN, EVE));
    no(canRevoke(seenBy(DORA, placed), KITCHEN, EVE), /There Eve assigns, as Kitchen/);
    no(canOffer(seenBy(DORA, placed), KITCHEN), /Eve assigns here, and not Dora/);
  });

  it("the admitting role invites, the invited agree", () => {
    yes(canInvite(seenBy(ANN), ZOE));
    no(canInvite(seenBy(EVE)), /filled by Ann and Ben/);
    no(canInvite(seenBy(ANN), HAL), /is a partner/);
    no(canAgree(seenBy(ZOE)), /not invited/);
    no(canAgree(seenBy(HAL)), /is a partner/);
    yes(canDeclareOpenness(seenBy(HAL)));
    no(canDeclareOpenness(seenBy(ZOE)), /not a partner/);
  });
});
