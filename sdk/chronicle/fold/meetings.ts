import type { Address } from "viem";

import type { Act } from "../events.ts";
import { keepsStanding } from "../lifecycle.ts";
import { mayAct } from "../mayAct.ts";
import type { Attendance, Item, Meeting, SpecialRequest } from "../meetings.ts";
import { endOf, ItemStep, meetingStateOf, Presence, presentAt } from "../meetings.ts";
import { Office } from "../offices.ts";
import type { Due, Proposal } from "../organisation.ts";
import {
  currentVersion,
  idOf,
  isMember,
  mayHoldOffice,
  noticeOf,
  organisationOf,
  represents,
  seatOf,
  settingsIn,
} from "../organisation.ts";
import { isUndecided } from "../statusOf.ts";
import { checkMember } from "./consent.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, roleAt } from "./draft.ts";
import { checkActing } from "./offices.ts";
import { follow } from "./unfinished.ts";

const DAY = 86_400;
const FARTHEST = 90 * DAY;
const PROMPTLY = 14 * DAY;
const LONGEST = 3 * DAY;
const LONGEST_EXTENSION = DAY;
const MOST_LIMITS = 32;

export const specialMeetingRequested: Apply<"SpecialMeetingRequested"> = (draft, act) => {
  const { subject: circle, actor: by, time: at } = act;
  const { purpose, limits } = act.args;
  checkFounded(draft, act);
  checkMember(draft, act, circle);
  checkLimits(draft, act, circle, limits, false);
  const id = idOf(draft.number, act.number);
  const dueAt = at + noticeOf(draft, circle);
  draft.specialRequests.set(id, { id, circle, by, purpose, limits, at, dueAt, meeting: null });
};

export const meetingScheduled: Apply<"MeetingScheduled"> = (draft, act) => {
  const { actor: scheduledBy, time: scheduledAt, subject: id } = act;
  const { circle, request, startsAt, endsAt, quorum, purpose, limits } = act.args;
  checkFounded(draft, act);
  checkEqual(act, "the new id", id, idOf(draft.number, act.number));
  roleAt(draft, act, circle);
  const asked = request === 0n ? undefined : requestOf(draft, act, circle, request);
  checkScheduler(draft, act, circle, asked);
  if (asked !== undefined) checkEqual(act, "limits", limits.join(), asked.limits.join());
  checkTimes(draft, act, circle, startsAt, endsAt, request !== 0n || limits.length > 0);
  checkLimits(draft, act, circle, limits, asked !== undefined);
  checkEqual(act, "quorum", quorum, settingsIn(draft, circle).quorum);
  draft.meetings.set(id, {
    id,
    circle,
    scheduledBy,
    scheduledAt,
    request,
    purpose,
    startsAt,
    endsAt,
    limits,
    quorum,
    cancelledAt: 0,
    extension: null,
    attendance: [],
    items: [],
    current: 0n,
  });
  if (asked !== undefined) draft.specialRequests.set(asked.id, { ...asked, meeting: id });
  const suspended = [...new Set(limits)].flatMap((each) => suspend(draft, act, each, endsAt));
  follow(draft, act, suspended);
};

export const meetingCancelled: Apply<"MeetingCancelled"> = (draft, act) => {
  const meeting = meetingOf(draft, act, act.subject);
  const state = meetingStateOf(meeting, act.time);
  check(act, state === "announced", `it is ${state}`);
  const asked = draft.specialRequests.get(meeting.request);
  // A secretary does not call off what somebody had to ask for.
  if (asked !== undefined) check(act, act.actor === asked.by, `${act.actor} did not ask for it`);
  else checkActing(draft, act, meeting.id, meeting.circle, Office.Secretary);
  draft.meetings.set(meeting.id, { ...meeting, cancelledAt: act.time });
};

export const checkedIn: Apply<"CheckedIn"> = (draft, act) => {
  const meeting = ongoing(draft, act, act.subject);
  const { actor } = act;
  const member = isMember(draft, meeting.circle, actor);
  const may =
    member ||
    acts(draft, act, meeting, Office.Facilitator) ||
    acts(draft, act, meeting, Office.Secretary);
  check(act, may, `${actor} is neither a member nor in office here`);
  check(act, presenceIn(meeting, actor) === undefined, "the actor is present already");
  const presence = member ? Presence.Member : Presence.Officer;
  checkEqual(act, "presence", act.args.presence, presence);
  enter(draft, act, meeting, actor, presence, null);
};

export const guestBrought: Apply<"GuestBrought"> = (draft, act) => {
  const meeting = ongoing(draft, act, act.subject);
  const { actor: host } = act;
  const { inner: circle, guest, tension } = act.args;
  const presence = presenceIn(meeting, host)?.presence;
  check(act, presence === Presence.Member, "the actor is no member who is present");
  const before = meeting.attendance.some(({ guestOf }) => guestOf?.host === host);
  check(act, !before, "the actor brought a guest before");
  const inside = draft.roles.get(circle)?.circle === meeting.circle;
  const speaks = inside && represents(draft, circle, host);
  check(act, speaks, `${host} does not represent ${circle} here`);
  const fit = mayHoldOffice(draft, guest) && presenceIn(meeting, guest) === undefined;
  check(act, fit, `${guest} cannot be a guest`);
  enter(draft, act, meeting, guest, Presence.Guest, { host, circle, tension });
};

export const checkedOut: Apply<"CheckedOut"> = (draft, act) => {
  const meeting = ongoing(draft, act, act.subject);
  const here = checkPresent(act, meeting);
  const attendance = meeting.attendance.map((it) => (it === here ? { ...it, to: act.time } : it));
  draft.meetings.set(meeting.id, { ...meeting, attendance });
  // In the round that is open only those who are there count.
  const item = draft.items.get(meeting.current);
  if (item?.step !== ItemStep.Objecting) return;
  const confirmed = item.confirmed.filter((it) => it !== act.actor);
  draft.items.set(item.id, { ...item, confirmed });
};

export const extensionProposed: Apply<"ExtensionProposed"> = (draft, act) => {
  const meeting = ongoing(draft, act, act.subject);
  const { extendedTo: until } = act.args;
  checkActing(draft, act, meeting.id, meeting.circle, Office.Secretary);
  check(act, meeting.extension === null, "an extension was proposed before");
  const within = until > meeting.endsAt && until <= meeting.endsAt + LONGEST_EXTENSION;
  check(act, within, "it goes on for too long");
  const extension = { until, by: act.actor, at: act.time, refusedBy: null };
  draft.meetings.set(meeting.id, { ...meeting, extension });
};

export const extensionRefused: Apply<"ExtensionRefused"> = (draft, act) => {
  const meeting = ongoing(draft, act, act.subject);
  const { extension } = meeting;
  const presence = presenceIn(meeting, act.actor)?.presence;
  check(act, presence === Presence.Member, "the actor is no member who is present");
  const open = extension !== null && extension.refusedBy === null;
  check(act, open, "there is no extension to refuse");
  const refused = { ...extension, refusedBy: act.actor };
  draft.meetings.set(meeting.id, { ...meeting, extension: refused });
};

export const itemAdded: Apply<"ItemAdded"> = (draft, act) => {
  const { actor: by, time: at, subject: id } = act;
  const { meeting: meetingId, label, proposal } = act.args;
  const meeting = ongoing(draft, act, meetingId);
  checkEqual(act, "the new id", id, idOf(draft.number, act.number));
  const here = checkPresent(act, meeting);
  if (here.presence === Presence.Guest) checkOneTension(draft, act, meeting);
  const about = proposal === 0n ? undefined : checkFree(draft, act, meeting, proposal);
  draft.items.set(id, {
    id,
    meeting: meetingId,
    label,
    proposal,
    by,
    asGuest: here.presence === Presence.Guest,
    at,
    step: ItemStep.None,
    version: 0,
    round: 0,
    confirmed: [],
    steps: [],
    said: [],
    adoptedAt: 0,
  });
  draft.meetings.set(meetingId, { ...meeting, items: [...meeting.items, id] });
  if (about === undefined) return;
  draft.proposals.set(proposal, { ...about, meeting: meetingId });
  follow(draft, act, suspend(draft, act, proposal, endOf(meeting)));
};

export const stepTaken: Apply<"StepTaken"> = (draft, act) => {
  const { item, meeting } = loadItem(draft, act);
  const step = Object.values(ItemStep).find((it) => it === act.args.step);
  check(act, step !== undefined, `there is no step ${act.args.step}`);
  checkFacilitates(draft, act, meeting);
  check(act, follows(item, step), "the steps come in another order");
  const begins = step === ItemStep.Presenting;
  check(act, !begins || meeting.current === 0n, "another item is in hand");
  if (begins) draft.meetings.set(meeting.id, { ...meeting, current: item.id });
  const closes = step === ItemStep.Closed && meeting.current === item.id;
  if (closes) draft.meetings.set(meeting.id, { ...meeting, current: 0n });
  const steps = [...item.steps, { step, at: act.time }];
  const after = step === ItemStep.Objecting ? withRound(draft, act, item) : item;
  checkEqual(act, "version", act.args.version, after.version);
  draft.items.set(item.id, { ...after, step, steps });
};

export const spoken: Apply<"Spoken"> = (draft, act) => {
  const { item, meeting } = loadItem(draft, act);
  const { actor: by, time: at } = act;
  checkPresent(act, meeting);
  checkEqual(act, "step", act.args.step, item.step);
  check(act, hasTheWord(draft, act, item, meeting), "the word is not the actor's");
  const said = [...item.said, { by, step: item.step, text: act.args.text, at }];
  draft.items.set(item.id, { ...item, said });
};

export const confirmedInMeeting: Apply<"ConfirmedInMeeting"> = (draft, act) => {
  const { item, meeting } = loadItem(draft, act);
  const { actor } = act;
  checkPresent(act, meeting);
  check(act, item.step === ItemStep.Objecting, "no objection round is open");
  check(act, !isProposer(draft, item, actor), "it is the actor's own");
  check(act, !item.confirmed.includes(actor), "the actor confirmed in this round before");
  const proposal = checkFresh(draft, act, item);
  checkEqual(act, "version", act.args.version, item.version);
  checkEqual(act, "content", act.args.content, currentVersion(proposal).contentHash);
  draft.items.set(item.id, { ...item, confirmed: [...item.confirmed, actor] });
};

export const itemAdopted: Apply<"ItemAdopted"> = (draft, act) => {
  const { item, meeting } = loadItem(draft, act);
  checkFacilitates(draft, act, meeting);
  check(act, item.step === ItemStep.Objecting, "no objection round is open");
  const proposal = checkFresh(draft, act, item);
  checkEqual(act, "version", act.args.version, item.version);
  const here = presentAt(meeting);
  const members = here.filter(({ presence }) => presence === Presence.Member).length;
  check(act, members >= meeting.quorum, "too few members are present");
  const proposerIn = here.some(({ number }) => number === proposal.proposerNumber);
  check(act, proposal.proposer !== act.actor, "it is the facilitator's own proposal");
  const needed = here.length - (proposerIn ? 1 : 0);
  checkEqual(act, "the number of confirmations", item.confirmed.length, needed);
  const { lastDeparture } = roleAt(draft, act, meeting.circle);
  const kept = keepsStanding(lastDeparture, proposal.standingFrom);
  check(act, !kept, "somebody left who keeps standing in it");
  draft.items.set(item.id, {
    ...item,
    step: ItemStep.Adopted,
    steps: [...item.steps, { step: ItemStep.Adopted, at: act.time }],
    adoptedAt: act.time,
  });
  draft.meetings.set(meeting.id, { ...meeting, current: 0n });
  const adopted = { name: "AdoptedInMeeting", subject: proposal.id, person: null, time: null };
  follow(draft, act, [adopted as Due]);
};

/** A meeting suspends a proposal only once: no meeting after meeting keeps the circle from deciding. */
function suspend(draft: Draft, act: Act, id: bigint, until: number): readonly Due[] {
  const proposal = draft.proposals.get(id);
  if (proposal === undefined || proposal.heldByMeeting) return [];
  if (!isUndecided(proposal, act.time)) return [];
  draft.proposals.set(id, { ...proposal, heldByMeeting: true });
  return [{ name: "Suspended", subject: id, person: null, time: until }];
}

function meetingOf(draft: Draft, act: Act, id: bigint): Meeting {
  const meeting = draft.meetings.get(id);
  check(act, meeting !== undefined && meeting.cancelledAt === 0, `there is no meeting ${id}`);
  return meeting;
}

function ongoing(draft: Draft, act: Act, id: bigint): Meeting {
  const meeting = meetingOf(draft, act, id);
  const state = meetingStateOf(meeting, act.time);
  check(act, state === "running", `the meeting is ${state}`);
  return meeting;
}

function loadItem(draft: Draft, act: Act): { item: Item; meeting: Meeting } {
  const item = draft.items.get(act.subject);
  check(act, item !== undefined, `there is no item ${act.subject}`);
  return { item, meeting: ongoing(draft, act, item.meeting) };
}

function requestOf(draft: Draft, act: Act, circle: bigint, id: bigint): SpecialRequest {
  const asked = draft.specialRequests.get(id);
  const open = asked?.circle === circle && asked.meeting === null;
  check(act, asked !== undefined && open, `request ${id} is not open here`);
  return asked;
}

/** The secretary schedules; or whoever asked for the meeting, is still a member and has waited for a notice. */
function checkScheduler(
  draft: Draft,
  act: Act,
  circle: bigint,
  asked: SpecialRequest | undefined,
): void {
  if (asked?.by === act.actor && act.time >= asked.dueAt) checkMember(draft, act, circle);
  else checkActing(draft, act, circle, circle, Office.Secretary);
}

function checkTimes(
  draft: Draft,
  act: Act,
  circle: bigint,
  startsAt: number,
  endsAt: number,
  special: boolean,
): void {
  const earliest = act.time + noticeOf(draft, circle);
  const latest = special ? earliest + PROMPTLY : act.time + FARTHEST;
  check(act, startsAt >= earliest && startsAt <= latest, "it begins too soon or too late");
  check(act, endsAt > startsAt && endsAt <= startsAt + LONGEST, "it lasts too long or no time");
}

/** Refuse limits that are not proposals of the circle; undecided, unless somebody asked for them when they were. */
function checkLimits(
  draft: Draft,
  act: Act,
  circle: bigint,
  limits: readonly bigint[],
  asked: boolean,
): void {
  check(act, limits.length <= MOST_LIMITS, "there are too many limits");
  for (const id of limits) {
    const proposal = draft.proposals.get(id);
    const here = organisationOf(id) === draft.number && proposal?.circle === circle;
    const fit = here && (asked || isUndecided(proposal, act.time));
    check(act, fit, `${id} is no undecided proposal of the circle`);
  }
}

/** A proposal of the circle, undecided, within the limits, and in no other meeting that goes on. */
function checkFree(draft: Draft, act: Act, meeting: Meeting, id: bigint): Proposal {
  const proposal = draft.proposals.get(id);
  const here = proposal?.circle === meeting.circle && isUndecided(proposal, act.time);
  check(act, proposal !== undefined && here, `${id} is no undecided proposal of the circle`);
  const within = meeting.limits.length === 0 || meeting.limits.includes(id);
  check(act, within, `${id} is not within the meeting's limits`);
  const other = draft.meetings.get(proposal.meeting);
  const free = other === undefined || other.id === meeting.id || act.time >= endOf(other);
  check(act, free, `${id} is on the agenda of another meeting`);
  return proposal;
}

function acts(draft: Draft, act: Act, { id, circle }: Meeting, office: Office): boolean {
  return mayAct(draft, act.emitter, id, circle, office, act.actor, act.time);
}

function checkFacilitates(draft: Draft, act: Act, meeting: Meeting): void {
  checkActing(draft, act, meeting.id, meeting.circle, Office.Facilitator);
  checkPresent(act, meeting);
}

function presenceIn(meeting: Meeting, person: Address): Attendance | undefined {
  return presentAt(meeting).find((each) => each.person === person);
}

function checkPresent(act: Act, meeting: Meeting): Attendance {
  const here = presenceIn(meeting, act.actor);
  check(act, here !== undefined, `${act.actor} is not present`);
  return here;
}

/** Refuse a second tension of a guest. */
function checkOneTension(draft: Draft, act: Act, meeting: Meeting): void {
  const before = meeting.items.some((id) => {
    const item = draft.items.get(id);
    return item?.by === act.actor && item.asGuest;
  });
  check(act, !before, "a guest brings one tension");
}

function enter(
  draft: Draft,
  act: Act,
  meeting: Meeting,
  person: Address,
  presence: Presence,
  guestOf: Attendance["guestOf"],
): void {
  const number = seatOf(draft, meeting.circle, person)?.number ?? 0;
  const came = { person, presence, guestOf, number, from: act.time, to: 0 };
  draft.meetings.set(meeting.id, { ...meeting, attendance: [...meeting.attendance, came] });
}

/** A round is about the version that is current when it opens; confirmations of earlier rounds are void. */
function withRound(draft: Draft, act: Act, item: Item): Item {
  const proposal = draft.proposals.get(item.proposal);
  check(act, proposal !== undefined, "an item without a proposal has no round");
  const { version } = currentVersion(proposal);
  return { ...item, round: item.round + 1, version, confirmed: [] };
}

function follows({ step: from, proposal }: Item, to: ItemStep): boolean {
  if (from === ItemStep.Adopted || from === ItemStep.Closed) return false;
  if (to === ItemStep.Closed) return true;
  if (to === ItemStep.Objecting) {
    return (from === ItemStep.Amending || from === ItemStep.Integrating) && proposal !== 0n;
  }
  // Adopted is taken by adopting alone.
  return to !== ItemStep.Adopted && to === from + 1;
}

/** A round is void when the proposal is amended. */
function checkFresh(draft: Draft, act: Act, item: Item): Proposal {
  const proposal = draft.proposals.get(item.proposal);
  check(act, proposal !== undefined, "the item has no proposal");
  checkEqual(act, "the version of the round", item.version, currentVersion(proposal).version);
  return proposal;
}

function isProposer(draft: Draft, item: Item, person: Address): boolean {
  if (item.proposal === 0n) return item.by === person;
  return draft.proposals.get(item.proposal)?.proposer === person;
}

function hasTheWord(draft: Draft, act: Act, item: Item, meeting: Meeting): boolean {
  const own = isProposer(draft, item, act.actor);
  if (item.step === ItemStep.Presenting) return own;
  if (item.step === ItemStep.Reacting) return !own;
  if (item.step === ItemStep.Amending) return own || acts(draft, act, meeting, Office.Secretary);
  return (
    item.step === ItemStep.Clarifying ||
    item.step === ItemStep.Objecting ||
    item.step === ItemStep.Integrating
  );
}
