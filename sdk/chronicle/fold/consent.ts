import type { Address } from "viem";

import { Articles, Flags, has } from "../../flags.ts";
import type { Act, ActOf, Reasons } from "../events.ts";
import type { Outcome } from "../lifecycle.ts";
import { keepsStanding, LAST_CALL, Outcome as Outcomes, Status, tail } from "../lifecycle.ts";
import { hasMark, Mark } from "../marks.ts";
import type { Objection, Proposal, ProposalVersion, Seat, Slots } from "../organisation.ts";
import {
  confirmationsNow,
  consentOf,
  countBlocking,
  currentVersion,
  GOVERNING,
  idOf,
  isMember,
  isObjecting,
  mayRepresent,
  proposalSlotsOf,
  seatOf,
  settingsIn,
  slotKey,
  speaksFor,
  windowOf,
} from "../organisation.ts";
import { isSpecial, LONG_WINDOW, openingWindow } from "../special.ts";
import { isUndecided, silentFromOf, statusOf } from "../statusOf.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, roleAt } from "./draft.ts";
import { wasInRole } from "./seats.ts";
import { prove } from "./special.ts";
import { requireDue } from "./unfinished.ts";

const LASTING = Mark.Suspended | Mark.Stopped;
const MOST_ATTENTION = 255;

export const proposed: Apply<"Proposed"> = (draft, act) => {
  const { args, actor, time } = act;
  const { circle, asRole, slot } = args;
  checkFounded(draft, act);
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  checkMember(draft, act, circle);
  const may = maySpeak(draft, circle, asRole, actor, time);
  check(act, may, `${actor} neither speaks for ${asRole} there nor is permitted to`);
  const slots = claimSlot(draft, act, circle, slot);
  const window = openingWindow(act.args.changes, windowOf(draft, circle));
  const standingFrom = time - tail(window);
  const opening = { circle, standingFrom, suspendedUntil: 0, stopped: false };
  const version = versionOf(draft, act, opening, 1, "");
  const proposal: Proposal = {
    ...opening,
    id: act.subject,
    process: act.emitter,
    proposer: actor,
    proposerNumber: seatOf(draft, circle, actor)?.number ?? 0,
    asRole,
    slot,
    versions: [version],
    closesAt: version.closesAt,
    objections: [],
    confirmations: [],
    outcome: Outcomes.None,
    openedAt: time,
    adoptedAt: 0,
    adoptedInMeeting: 0,
    enactedAt: 0,
    withdrawnAt: 0,
    heldByMeeting: false,
    meeting: 0n,
    droppedAt: 0,
    remarks: [],
    meetingRequests: [],
    testRequests: [],
    upheld: [],
    rulings: [],
    judgements: [],
  };
  put(draft, act, adopt(draft, act, proposal), args);
  draft.proposalSlots.set(slotKey(act.emitter, circle, actor), slots);
};

export const amended: Apply<"Amended"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  checkProposer(act, proposal);
  checkMember(draft, act, proposal.circle);
  checkUndecided(act, proposal);
  const number = currentVersion(proposal).version + 1;
  checkEqual(act, "version", act.args.version, number);
  const window = openingWindow(act.args.changes, settingsIn(draft, proposal.circle).window);
  // What takes longer looks back further, nothing looks back less.
  const standingFrom = Math.min(proposal.standingFrom, act.time - tail(window));
  const looking = { ...proposal, standingFrom };
  const version = versionOf(draft, act, looking, number, act.args.integrates);
  const versions = [...proposal.versions, version];
  const open = { ...looking, versions, closesAt: version.closesAt };
  put(draft, act, adopt(draft, act, open), act.args);
};

export const withdrawn: Apply<"Withdrawn"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  checkProposer(act, proposal);
  checkUndecided(act, proposal);
  put(draft, act, { ...proposal, outcome: Outcomes.Withdrawn, withdrawnAt: act.time });
};

export const objected: Apply<"Objected"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { actor, time } = act;
  const { version, asRole, objection } = act.args;
  checkWindow(act, proposal);
  checkEqual(act, "version", version, currentVersion(proposal).version);
  check(act, actor !== proposal.proposer, "it is the actor's own proposal");
  const seat = checkSeat(draft, act, proposal.circle);
  const inRole = checkStanding(draft, act, proposal.circle, asRole, proposal.standingFrom, true);
  const before = proposal.objections.some((it) => it.by === actor && it.version === version);
  check(act, !before, "the actor objected to this version before");
  const raised: Objection = {
    by: actor,
    number: seat.number,
    asRole,
    inRole,
    version,
    objection,
    raisedAt: time,
    ended: null,
  };
  const confirmations = proposal.confirmations.map((it) =>
    it.by === actor && it.version === version && it.voidedAt === 0 ? { ...it, voidedAt: time } : it,
  );
  const objections = [...proposal.objections, raised];
  put(draft, act, { ...proposal, objections, confirmations });
};

export const objectionWithdrawn: Apply<"ObjectionWithdrawn"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  checkOwnObjection(act, proposal);
  const ended = { how: "withdrawn", at: act.time } as const;
  put(draft, act, endObjection(act, proposal, act.actor, ended), act.args);
};

export const resolved: Apply<"Resolved"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { actor, time } = act;
  checkOwnObjection(act, proposal);
  const { version } = checkContent(act, proposal, act.args.content);
  checkEqual(act, "version", act.args.version, version);
  const toThis = proposal.objections.some((it) => it.by === actor && it.version === version);
  check(act, !toThis, "the objection was raised to this very version");
  const open = endObjection(act, proposal, actor, { how: "resolved", at: time, version });
  const counts = isMember(draft, proposal.circle, actor);
  const answered = counts ? addConfirmation(draft, act, open) : open;
  put(draft, act, adopt(draft, act, answered), act.args);
};

export const confirmed: Apply<"Confirmed"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { actor } = act;
  checkWindow(act, proposal);
  const { version } = checkContent(act, proposal, act.args.content);
  checkEqual(act, "version", act.args.version, version);
  checkMember(draft, act, proposal.circle);
  check(act, actor !== proposal.proposer, "it is the actor's own proposal");
  check(act, !isObjecting(proposal, actor), "the actor's own objection stands");
  const before = confirmationsNow(proposal).some((it) => it.by === actor);
  check(act, !before, "the actor confirmed this version before");
  put(draft, act, adopt(draft, act, addConfirmation(draft, act, proposal)), act.args);
};

export const enacted: Apply<"Enacted"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Adopted, wrongStatus(status));
  put(draft, act, { ...proposal, outcome: Outcomes.Enacted, enactedAt: act.time });
  const { transaction, actor, subject } = act;
  draft.unfinished = { kind: "enactment", transaction, proposal: subject, actor, created: [] };
  prove(draft, act, currentVersion(proposal).changes);
};

export const held: Apply<"Held"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { time } = requireDue(draft, act);
  checkUndecided(act, proposal);
  const closesAt = Math.max(proposal.closesAt, time ?? 0);
  put(draft, act, { ...proposal, closesAt }, act.args);
};

export const suspended: Apply<"Suspended"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { time } = requireDue(draft, act);
  checkUndecided(act, proposal);
  const suspendedUntil = Math.max(proposal.suspendedUntil, time ?? 0);
  checkEqual(act, "suspendedUntil", act.args.suspendedUntil, suspendedUntil);
  const special = hasMark(currentVersion(proposal).marks, Mark.Special);
  const window = special ? LONG_WINDOW : windowOf(draft, proposal.circle);
  const after = suspendedUntil + window;
  const closesAt = Math.max(proposal.closesAt, after);
  put(draft, act, { ...proposal, suspendedUntil, closesAt }, act.args);
};

export const adoptedInMeeting: Apply<"AdoptedInMeeting"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  requireDue(draft, act);
  const status = checkUndecided(act, proposal);
  check(act, status !== Status.Objected, wrongStatus(status));
  const { version, marks } = checkContent(act, proposal, act.args.content);
  checkEqual(act, "version", act.args.version, version);
  check(act, !hasMark(marks, Mark.Special), "no meeting adopts a special change");
  put(draft, act, { ...settleAdopted(act, proposal), adoptedInMeeting: version });
};

export const objectionDiscarded: Apply<"ObjectionDiscarded"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  const { objector } = act.args;
  const { person } = requireDue(draft, act);
  checkEqual(act, "objector", objector, person);
  checkObjected(act, proposal);
  check(act, isObjecting(proposal, objector), `no objection of ${objector} stands`);
  const ended = { how: "discarded", at: act.time } as const;
  put(draft, act, endObjection(act, proposal, objector, ended), act.args);
};

export const stopped: Apply<"Stopped"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  requireDue(draft, act);
  checkUndecided(act, proposal);
  check(act, !proposal.stopped, "it is stopped already");
  put(draft, act, { ...proposal, stopped: true });
};

export const released: Apply<"Released"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  requireDue(draft, act);
  checkStopped(act, proposal);
  put(draft, act, lastCall(act, { ...proposal, stopped: false }), act.args);
};

export const dropped: Apply<"Dropped"> = (draft, act) => {
  const proposal = proposalOf(draft, act);
  requireDue(draft, act);
  checkStopped(act, proposal);
  put(draft, act, { ...proposal, outcome: Outcomes.Discarded, droppedAt: act.time });
};

/** What opening a version fixes. */
function versionOf(
  draft: Draft,
  act: ActOf<"Proposed"> | ActOf<"Amended">,
  proposal: Pick<Proposal, "circle" | "standingFrom" | "suspendedUntil" | "stopped">,
  version: number,
  integrates: string,
): ProposalVersion {
  const { circle, standingFrom, suspendedUntil } = proposal;
  const { members, lastDeparture, epoch } = roleAt(draft, act, circle);
  const { changes, reasons, expected, marks, attention } = act.args;
  const settings = settingsIn(draft, circle);
  const early = !keepsStanding(lastDeparture, standingFrom);
  const windowless = early && has(settings.flags, Flags.WINDOWLESS);
  const reality = claimsReality(act, reasons, settings.flags);
  const special = isSpecial(changes[0]);
  check(act, !special || circle === draft.anchor, "a special change is the anchor's");
  check(act, !special || changes.length === 1, "a special change stands alone");
  check(act, has(draft.articles, Articles.GOVERNANCE), "the leads govern alone");
  const before = (suspendedUntil > 0 ? Mark.Suspended : 0) | (proposal.stopped ? Mark.Stopped : 0);
  const fixed =
    (early ? Mark.Early : 0) |
    (windowless ? Mark.Windowless : 0) |
    (reality ? Mark.Reality : 0) |
    (special ? Mark.Special : 0);
  checkEqual(act, "expected", expected, members.length - 1);
  checkEqual(act, "marks", marks, fixed | (before & LASTING));
  checkEqual(act, "attention", attention, Math.min(settings.attention, expected, MOST_ATTENTION));
  check(act, act.content !== null, "it brings no content");
  return {
    version,
    changes,
    reasons,
    integrates,
    contentHash: act.content,
    opensAt: act.time,
    closesAt: Math.max(act.time, suspendedUntil) + openingWindow(changes, settings.window),
    expected,
    marks: fixed,
    early,
    windowless,
    reality,
    attention,
    epoch,
  };
}

/** Whether a version claims only to make the record say what happens: then the tension alone is enough. */
function claimsReality(act: Act, { example, explanation }: Reasons, flags: number): boolean {
  const alone = example === "" && explanation === "";
  if (alone && has(flags, Flags.REALITY)) return true;
  check(act, example !== "" && explanation !== "", "it gives no example or no explanation");
  return false;
}

/**
 * Adopt at once when everybody expected has confirmed, nothing stands against it, no meeting stands in the way and
 * the members are the same.
 */
function adopt(draft: Draft, act: Act, proposal: Proposal): Proposal {
  const { expected, early, epoch } = currentVersion(proposal);
  const all = confirmationsNow(proposal).length >= expected;
  if (!all || !early || countBlocking(proposal) > 0) return proposal;
  if (act.time < proposal.suspendedUntil) return proposal;
  if (roleAt(draft, act, proposal.circle).epoch !== epoch) return proposal;
  return settleAdopted(act, proposal);
}

function settleAdopted(act: Act, proposal: Proposal): Proposal {
  return { ...proposal, outcome: Outcomes.Adopted, adoptedAt: act.time, closesAt: act.time };
}

/** All of a person's objections end at once; after the last one of all there is a last call. */
function endObjection(
  act: Act,
  proposal: Proposal,
  objector: Address,
  ended: NonNullable<Objection["ended"]>,
): Proposal {
  const objections = proposal.objections.map((it) =>
    it.by === objector && it.ended === null ? { ...it, ended } : it,
  );
  return lastCall(act, { ...proposal, objections });
}

function lastCall(act: Act, proposal: Proposal): Proposal {
  if (countBlocking(proposal) > 0) return proposal;
  return { ...proposal, closesAt: Math.max(proposal.closesAt, act.time + LAST_CALL) };
}

function addConfirmation(draft: Draft, act: Act, proposal: Proposal): Proposal {
  const { version } = currentVersion(proposal);
  const { number } = checkSeat(draft, act, proposal.circle);
  const confirmation = { by: act.actor, number, version, at: act.time, voidedAt: 0 };
  return { ...proposal, confirmations: [...proposal.confirmations, confirmation] };
}

/** Keep a proposal, unless the event says another end of the window or another outcome than what follows. */
function put(
  draft: Draft,
  act: Act,
  proposal: Proposal,
  said: { readonly closesAt?: number; readonly adopted?: boolean } = {},
): void {
  const { closesAt, adopted } = said;
  if (closesAt !== undefined) checkEqual(act, "closesAt", closesAt, proposal.closesAt);
  const isAdopted = proposal.outcome === (Outcomes.Adopted as Outcome);
  if (adopted !== undefined) checkEqual(act, "adopted", adopted, isAdopted);
  draft.proposals.set(proposal.id, proposal);
}

function claimSlot(draft: Draft, act: Act, circle: bigint, slot: number): Slots {
  const slots = proposalSlotsOf(draft, circle, act.actor, act.emitter);
  const last = draft.proposals.get(slots[slot] ?? 0n);
  check(act, slot <= 2, `there is no slot ${slot}`);
  const live =
    last !== undefined &&
    (isUndecided(last, act.time) || statusOf(last, act.time) === Status.Adopted);
  check(act, !live, `the proposal in slot ${slot} is not over`);
  return slots.with(slot, act.subject) as unknown as Slots;
}

/** The proposal that an event is about. */
export function proposalOf(draft: Draft, act: Act): Proposal {
  const proposal = draft.proposals.get(act.subject);
  check(act, proposal !== undefined, `there is no proposal ${act.subject}`);
  return proposal;
}

/** Refuse a proposal that is decided, or over. */
export function checkUndecided(act: Act, proposal: Proposal): Status {
  const status = statusOf(proposal, act.time);
  check(act, isUndecided(proposal, act.time), wrongStatus(status));
  return status;
}

function checkObjected(act: Act, proposal: Proposal): void {
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Objected, wrongStatus(status));
}

function checkStopped(act: Act, proposal: Proposal): void {
  checkUndecided(act, proposal);
  check(act, proposal.stopped, "it is not stopped");
}

function wrongStatus(status: Status): string {
  const name = Object.entries(Status).find(([, value]) => value === status)?.[0];
  return `it stands at ${name}`;
}

function checkProposer(act: Act, proposal: Proposal): void {
  check(act, act.actor === proposal.proposer, `${act.actor} is not the proposer`);
}

/** Refuse an actor who is not a member of a circle. */
export function checkMember(draft: Draft, act: Act, circle: bigint): void {
  roleAt(draft, act, circle);
  check(act, isMember(draft, circle, act.actor), `${act.actor} is not a member of ${circle}`);
}

function checkSeat(draft: Draft, act: Act, circle: bigint): Seat {
  const seat = seatOf(draft, circle, act.actor);
  check(act, seat !== undefined, `${act.actor} was never a member of ${circle}`);
  return seat;
}

function checkWindow(act: Act, proposal: Proposal): void {
  const status = statusOf(proposal, act.time);
  const undecided = proposal.outcome === Outcomes.None && status !== Status.Lapsed;
  check(act, undecided && act.time < silentFromOf(proposal), "its window is over");
}

function checkOwnObjection(act: Act, proposal: Proposal): void {
  checkObjected(act, proposal);
  check(act, isObjecting(proposal, act.actor), `no objection of ${act.actor} stands`);
}

function checkContent(act: Act, proposal: Proposal, content: string): ProposalVersion {
  const version = currentVersion(proposal);
  checkEqual(act, "content", content, version.contentHash);
  return version;
}

/** Whether a person speaks for a role in a circle at a moment, or is permitted to represent it there. */
function maySpeak(
  draft: Draft,
  circle: bigint,
  role: bigint,
  person: Address,
  time: number,
): boolean {
  if (speaksFor(draft, circle, role, person)) return true;
  return mayRepresent(draft, circle, role, person, time);
}

/**
 * Refuse an actor without standing in a circle, or a member who does not speak for the role.
 * @param byPermission Whether it is enough to be permitted to represent the role.
 * @returns whether the actor speaks for the role, or did: the contract does not check it of whoever has left.
 */
export function checkStanding(
  draft: Draft,
  act: Act,
  circle: bigint,
  asRole: bigint,
  standingFrom: number,
  byPermission: boolean,
): boolean {
  const { actor, time } = act;
  if (isMember(draft, circle, actor)) {
    const may = byPermission
      ? maySpeak(draft, circle, asRole, actor, time)
      : speaksFor(draft, circle, asRole, actor);
    check(act, may, `${actor} does not speak for ${asRole} there`);
    return true;
  }
  const endedAt = seatOf(draft, circle, actor)?.endedAt ?? 0;
  check(act, keepsStanding(endedAt, standingFrom), `${actor} has no standing`);
  return wasInRole(draft, circle, actor, asRole, standingFrom);
}

/**
 * Refuse an event of the objection round from a contract that may not. A process that governs opens proposals; each goes
 * on in the process that opened it, also in one that only finishes.
 */
export function checkConsent(draft: Draft, act: Act): void {
  const mandate = draft.processes.find(({ process }) => process === act.emitter);
  const governs = mandate !== undefined && (mandate.bits & GOVERNING) === GOVERNING;
  const others = [...draft.treasuries, ...Object.values(draft.contracts)];
  const known = act.emitter === consentOf(draft) || !others.includes(act.emitter);
  check(act, governs && known, `its contract is ${act.emitter}, which does not govern`);
  const over = mandate.endsAt !== 0 && act.time >= mandate.endsAt;
  const opens = act.name === "Proposed" || act.name === "Amended";
  check(act, !over && !(opens && mandate.endsAt !== 0), "its contract only finishes, or has ended");
  const opener = draft.proposals.get(act.subject)?.process ?? act.emitter;
  checkEqual(act, "its contract", act.emitter, opener);
}
