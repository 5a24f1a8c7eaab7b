import { expect } from "chai";

import type { Can } from "#app/model/can/can.ts";
import { canAddItem, takeable } from "#app/model/can/canAddItem.ts";
import { canAdopt } from "#app/model/can/canAdopt.ts";
import { canBringGuest } from "#app/model/can/canBringGuest.ts";
import { canCancelMeeting } from "#app/model/can/canCancelMeeting.ts";
import { canCheckIn } from "#app/model/can/canCheckIn.ts";
import { canCheckOut } from "#app/model/can/canCheckOut.ts";
import { canConfirmItem } from "#app/model/can/canConfirmItem.ts";
import { canExtend } from "#app/model/can/canExtend.ts";
import { canRefuseExtension } from "#app/model/can/canRefuseExtension.ts";
import { canRequestSpecialMeeting } from "#app/model/can/canRequestSpecialMeeting.ts";
import { canSay } from "#app/model/can/canSay.ts";
import { canSchedule } from "#app/model/can/canSchedule.ts";
import { canTakeStep } from "#app/model/can/canTakeStep.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { ItemStep, Presence } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal, Role } from "#sdk/chronicle/organisation.ts";
import { attends, item, meeting, officed, request, tenure } from "./officers.ts";
import {
  ANN,
  BEN,
  DAY,
  DORA,
  EVE,
  HAL,
  id,
  KITCHEN,
  NOW,
  OPERATIONS,
  objectionOf,
  proposal,
  seenBy,
} from "./organisation.ts";

const yes = (can: Can) => expect(can).to.deep.equal({ ok: true });

/** Refused, and what is the case now says why. */
function no(can: Can, now: RegExp): void {
  expect(can.ok).to.equal(false);
  if (can.ok) return;
  expect(can.now).to.match(now);
  for (const text of [can.rule, can.now, can.helps]) expect(text).to.match(/^.+[.:]$/);
}

const OFFICERS = [tenure(Office.Facilitator, DORA), tenure(Office.Secretary, BEN)];

/** What somebody sees of a meeting facilitated by Dora, with Ben as secretary. */
function see(
  me: Parameters<typeof seenBy>[0],
  one: Meeting,
  parts: { items?: readonly Item[]; proposals?: readonly Proposal[]; now?: number } = {},
) {
  const { items = [], proposals = [], now = NOW } = parts;
  const state = officed(
    { meetings: [one], tenures: OFFICERS, items },
    { proposals: new Map(proposals.map((each) => [each.id, each])) },
  );
  return seenBy(me, state, now);
}

const before = meeting({ startsAt: NOW + DAY, endsAt: NOW + DAY + 7200 });
const over = meeting({ startsAt: NOW - 7200, endsAt: NOW - 3600 });
const full = meeting({ attendance: [attends(DORA), attends(EVE)] });

describe("what somebody may do about a meeting", () => {
  it("R-MTG-1 members ask; the secretary schedules, and whoever asked after the notice", () => {
    const state = officed({ tenures: OFFICERS, requests: [request()] });
    yes(canRequestSpecialMeeting(seenBy(EVE, state), OPERATIONS));
    no(canRequestSpecialMeeting(seenBy(ANN, state), OPERATIONS), /Ann fills Council/);
    yes(canSchedule(seenBy(BEN, state), OPERATIONS));
    no(canSchedule(seenBy(EVE, state), OPERATIONS), /Ben is secretary of Operations/);
    no(canSchedule(seenBy(EVE, state), OPERATIONS, request()), /Ben is secretary/);
    yes(canSchedule(seenBy(EVE, state, NOW + 2 * DAY), OPERATIONS, request()));
    no(canSchedule(seenBy(DORA, state, NOW + 2 * DAY), OPERATIONS, request()), /Ben is secretary/);
    no(
      canSchedule(seenBy(BEN, state), OPERATIONS, request({ meeting: id(60) })),
      /It is scheduled/,
    );
  });

  it("is called off before it begins: by the secretary, or whoever asked for it", () => {
    yes(canCancelMeeting(see(BEN, before), before));
    no(canCancelMeeting(see(EVE, before), before), /Ben is secretary/);
    no(canCancelMeeting(see(BEN, full), full), /Going on/);
    const asked = meeting({ ...before, request: id(70) });
    const state = officed({ meetings: [asked], tenures: OFFICERS, requests: [request()] });
    no(canCancelMeeting(seenBy(BEN, state), asked), /Eve asked for it/);
    yes(canCancelMeeting(seenBy(EVE, state), asked));
  });

  it("R-MTG-5 members and officers are present, while it goes on, once", () => {
    yes(canCheckIn(see(EVE, meeting()), meeting()));
    yes(canCheckIn(see(BEN, meeting()), meeting()));
    no(canCheckIn(see(ANN, meeting()), meeting()), /Ann fills Council/);
    no(canCheckIn(see(EVE, before), before), /begins in 1 d/);
    no(canCheckIn(see(EVE, over), over), /Over/);
    no(canCheckIn(see(EVE, full), full), /You are present/);
    yes(canCheckOut(see(EVE, full), full));
    no(canCheckOut(see(HAL, full), full), /Hal is not checked in/);
  });

  it("R-MTG-5 a representative who is present brings one guest", () => {
    no(canBringGuest(see(EVE, full), full), /Eve represents no circle in Operations/);
    const view = see(EVE, full);
    const roles = new Map(view.organisation.roles);
    const kitchen = roles.get(KITCHEN) as Role;
    roles.set(KITCHEN, { ...kitchen, reps: [EVE] });
    const rep = { ...view, organisation: { ...view.organisation, roles } };
    yes(canBringGuest(rep, full));
    const guestOf = { host: EVE, circle: KITCHEN, tension: "Heat." };
    const brought = meeting({
      attendance: [...full.attendance, attends(HAL, { presence: Presence.Guest, guestOf })],
    });
    no(canBringGuest(rep, brought), /You have brought yours/);
  });

  it("R-MTG-8 the secretary extends once, and any member present refuses", () => {
    yes(canExtend(see(BEN, full), full));
    no(canExtend(see(EVE, full), full), /Ben is secretary/);
    no(canRefuseExtension(see(EVE, full), full), /Nobody proposed/);
    const extension = { until: NOW + 7200, by: BEN, at: NOW, refusedBy: null };
    const longer = meeting({ ...full, extension });
    no(canExtend(see(BEN, longer), longer), /was proposed/);
    yes(canRefuseExtension(see(EVE, longer), longer));
    no(canRefuseExtension(see(HAL, longer), longer), /Hal is not checked in/);
    const refused = meeting({ ...full, extension: { ...extension, refusedBy: EVE } });
    no(canRefuseExtension(see(DORA, refused), refused), /It was refused/);
  });
});

describe("what somebody may do about an item", () => {
  it("R-MTG-6 puts it on the agenda in the meeting, a guest once", () => {
    yes(canAddItem(see(EVE, full), full));
    no(canAddItem(see(EVE, before), before), /begins in/);
    no(canAddItem(see(BEN, full), full), /Ben is not checked in/);
    const guest = meeting({
      attendance: [attends(HAL, { presence: Presence.Guest })],
      items: [id(61)],
    });
    const items = [item({ by: HAL, asGuest: true })];
    no(canAddItem(see(HAL, guest, { items }), guest), /You have brought yours/);
  });

  it("R-MTG-10 takes up undecided proposals within its limits, in no other meeting", () => {
    const other = meeting({ id: id(66) });
    const view = see(EVE, full, { proposals: [proposal()] });
    expect(takeable(view, full).map((one) => one.id)).to.deep.equal([id(20)]);
    expect(takeable(view, meeting({ ...full, limits: [id(21)] }))).to.deep.equal([]);
    const state = officed(
      { meetings: [full, other], items: [item({ meeting: id(66), proposal: id(20) })] },
      { proposals: new Map([[id(20), proposal()]]) },
    );
    expect(takeable(seenBy(EVE, state), full)).to.deep.equal([]);
  });

  it("R-MTG-9 the facilitator takes it step by step, one item at a time", () => {
    const on = (one: Item, current = 0n) =>
      see(DORA, meeting({ ...full, current }), { items: [one] });
    yes(canTakeStep(on(item()), full, item(), ItemStep.Presenting));
    no(canTakeStep(on(item()), full, item(), ItemStep.Reacting), /not begun/);
    const busy = meeting({ ...full, current: id(62) });
    no(canTakeStep(see(DORA, busy), busy, item(), ItemStep.Presenting), /another item/);
    no(canTakeStep(see(EVE, full), full, item(), ItemStep.Presenting), /Dora is facilitator/);
    const amending = item({ step: ItemStep.Amending });
    no(canTakeStep(see(DORA, full), full, amending, ItemStep.Objecting), /amending/);
    const about = item({ step: ItemStep.Amending, proposal: id(20) });
    yes(canTakeStep(see(DORA, full), full, about, ItemStep.Objecting));
  });

  it("R-MTG-9 each has the word where it is theirs", () => {
    const at = (step: ItemStep) => item({ step });
    const may = (me: typeof EVE, step: ItemStep) => canSay(see(me, here), here, at(step));
    const here = meeting({ attendance: [attends(DORA), attends(EVE), attends(BEN)] });
    yes(may(EVE, ItemStep.Presenting));
    no(may(DORA, ItemStep.Presenting), /Presenting: whoever brought it/);
    yes(may(DORA, ItemStep.Clarifying));
    yes(may(DORA, ItemStep.Reacting));
    no(may(EVE, ItemStep.Reacting), /everybody but whoever brought it/);
    yes(may(EVE, ItemStep.Amending));
    yes(may(BEN, ItemStep.Amending));
    no(may(DORA, ItemStep.Amending), /and the secretary/);
    no(may(EVE, ItemStep.None), /Not begun/);
  });

  it("everybody present but the proposer confirms, in a round about what is proposed", () => {
    const round = item({ step: ItemStep.Objecting, proposal: id(20), version: 1, round: 1 });
    const at = (me: typeof EVE, one = round) =>
      canConfirmItem(see(me, full, { items: [one], proposals: [proposal()] }), full, one);
    yes(at(EVE));
    no(at(DORA), /You proposed it/);
    no(at(EVE, { ...round, confirmed: [EVE] }), /You have confirmed/);
    no(at(EVE, { ...round, version: 2 }), /at version 1/);
    no(at(EVE, { ...round, step: ItemStep.Reacting }), /Reactions/);
  });

  it("R-MTG-3 the facilitator adopts what everybody present has confirmed, with the quorum", () => {
    const round = item({
      step: ItemStep.Objecting,
      proposal: id(20),
      version: 1,
      round: 1,
      confirmed: [EVE],
    });
    const at = (one = round, held = full, proposed = proposal(), me = DORA) =>
      canAdopt(see(me, held, { items: [one], proposals: [proposed] }), held, one);
    yes(at());
    no(at({ ...round, confirmed: [] }), /Silent: Eve/);
    no(at(round, meeting({ ...full, quorum: 3 })), /2 members of 3 are present/);
    no(at(round, full, proposal({ objections: [objectionOf(EVE)] })), /The objection of Eve/);
    no(at(round, full, proposal(), EVE), /Dora is facilitator/);
  });
});
