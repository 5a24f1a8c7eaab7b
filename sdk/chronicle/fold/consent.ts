import type { Address } from "viem";

import type { Act, ActOf } from "../events.ts";
import type { Outcome } from "../lifecycle.ts";
import { keepsStanding, LAST_CALL, Outcome as Outcomes, Status, tail } from "../lifecycle.ts";
import type { Objection, Proposal, ProposalVersion, Seat, Slots } from "../organisation.ts";
import {
  confirmationsNow,
  consentOf,
  countObjectors,
  currentVersion,
  idOf,
  isMember,
  keyOf,
  proposalSlotsOf,
  seatOf,
  windowOf,
} from "../organisation.ts";
import { statusOf } from "../statusOf.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, roleAt } from "./draft.ts";
import { isInRole, wasInRole } from "./seats.ts";

const LIVE: ReadonlySet<Status> = new Set([Status.Open, Status.Objected, Status.Adopted]);

export const proposed: Apply<"Proposed"> = (draft, act) => {
  const { args, actor, time } = act;
  const { circle, asRole, slot } = args;
  checkFounded(draft, act);
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  checkMember(draft, act, circle);
  check(act, isInRole(draft, circle, actor, asRole), `${actor} does not fill ${asRole} there`);
  const slots = claimSlot(draft, act, circle, slot);
  const standingFrom = time - tail(windowOf(draft, circle));
  const version = versionOf(draft, act, { circle, standingFrom }, 1, "");
  const proposal: Proposal = {
    id: act.subject,
    process: act.emitter,
    circle,
    proposer: actor,
    proposerNumber: seatOf(draft, circle, actor)?.number ?? 0,
    asRole,
    slot,
    versions: [version],
    standingFrom,
    closesAt: version.closesAt,
    objections: [],
    confirmations: [],
    outcome: Outcomes.None,
    openedAt: time,
    adoptedAt: 0,
    enactedAt: 0,
    withdrawnAt: 0,
  };
  put(draft, act, adopt(draft, act, proposal), args);
  draft.proposalSlots.set(keyOf(circle, actor), slots);
};

export const amended: Apply<"Amended"> = (draft, act) => {
  const proposal = load(draft, act);
  checkProposer(act, proposal);
  checkMember(draft, act, proposal.circle);
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Open || status === Status.Objected, wrongStatus(status));
  const number = currentVersion(proposal).version + 1;
  checkEqual(act, "version", act.args.version, number);
  const version = versionOf(draft, act, proposal, number, act.args.integrates);
  const versions = [...proposal.versions, version];
  const open = { ...proposal, versions, closesAt: version.closesAt };
  put(draft, act, adopt(draft, act, open), act.args);
};

export const withdrawn: Apply<"Withdrawn"> = (draft, act) => {
  const proposal = load(draft, act);
  checkProposer(act, proposal);
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Open || status === Status.Objected, wrongStatus(status));
  put(draft, act, { ...proposal, outcome: Outcomes.Withdrawn, withdrawnAt: act.time });
};

export const objected: Apply<"Objected"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor, time } = act;
  const { version, asRole, objection } = act.args;
  checkWindow(act, proposal);
  checkEqual(act, "version", version, currentVersion(proposal).version);
  check(act, actor !== proposal.proposer, "it is the actor's own proposal");
  const seat = checkSeat(draft, act, proposal.circle);
  const inRole = checkStanding(draft, act, proposal.circle, asRole, proposal.standingFrom);
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
  const proposal = load(draft, act);
  checkOwnObjection(act, proposal);
  put(draft, act, endObjection(act, proposal, { how: "withdrawn", at: act.time }), act.args);
};

export const resolved: Apply<"Resolved"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor, time } = act;
  checkOwnObjection(act, proposal);
  const { version } = checkContent(act, proposal, act.args.content);
  checkEqual(act, "version", act.args.version, version);
  const toThis = proposal.objections.some((it) => it.by === actor && it.version === version);
  check(act, !toThis, "the objection was raised to this very version");
  const open = endObjection(act, proposal, { how: "resolved", at: time, version });
  const counts = isMember(draft, proposal.circle, actor);
  const answered = counts ? addConfirmation(draft, act, open) : open;
  put(draft, act, adopt(draft, act, answered), act.args);
};

export const confirmed: Apply<"Confirmed"> = (draft, act) => {
  const proposal = load(draft, act);
  const { actor } = act;
  checkWindow(act, proposal);
  const { version } = checkContent(act, proposal, act.args.content);
  checkEqual(act, "version", act.args.version, version);
  checkMember(draft, act, proposal.circle);
  check(act, actor !== proposal.proposer, "it is the actor's own proposal");
  check(act, !objects(proposal, actor), "the actor's own objection stands");
  const before = confirmationsNow(proposal).some((it) => it.by === actor);
  check(act, !before, "the actor confirmed this version before");
  put(draft, act, adopt(draft, act, addConfirmation(draft, act, proposal)), act.args);
};

export const enacted: Apply<"Enacted"> = (draft, act) => {
  const proposal = load(draft, act);
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Adopted, wrongStatus(status));
  put(draft, act, { ...proposal, outcome: Outcomes.Enacted, enactedAt: act.time });
  const { transaction, actor, subject } = act;
  draft.unfinished = { kind: "enactment", transaction, proposal: subject, actor, created: [] };
};

/** What opening a version fixes. */
function versionOf(
  draft: Draft,
  act: ActOf<"Proposed"> | ActOf<"Amended">,
  { circle, standingFrom }: Pick<Proposal, "circle" | "standingFrom">,
  version: number,
  integrates: string,
): ProposalVersion {
  const { members, lastDeparture, epoch } = roleAt(draft, act, circle);
  const { changes, reasons, expected, early } = act.args;
  const window = windowOf(draft, circle);
  checkEqual(act, "expected", expected, members.length - 1);
  checkEqual(act, "early", early, !keepsStanding(lastDeparture, standingFrom));
  check(act, act.content !== null, "it brings no content");
  return {
    version,
    changes,
    reasons,
    integrates,
    contentHash: act.content,
    opensAt: act.time,
    closesAt: act.time + window,
    expected,
    early,
    epoch,
  };
}

/** Adopt at once when everybody expected has confirmed, nothing stands against it and the members are the same. */
function adopt(draft: Draft, act: Act, proposal: Proposal): Proposal {
  const { expected, early, epoch } = currentVersion(proposal);
  const all = confirmationsNow(proposal).length >= expected;
  if (!all || !early || countObjectors(proposal) > 0) return proposal;
  if (roleAt(draft, act, proposal.circle).epoch !== epoch) return proposal;
  return { ...proposal, outcome: Outcomes.Adopted, adoptedAt: act.time, closesAt: act.time };
}

/** All of the actor's objections end at once; after the last one of all there is a last call. */
function endObjection(
  act: Act,
  proposal: Proposal,
  ended: NonNullable<Objection["ended"]>,
): Proposal {
  const objections = proposal.objections.map((it) =>
    it.by === act.actor && it.ended === null ? { ...it, ended } : it,
  );
  const after = { ...proposal, objections };
  if (countObjectors(after) > 0) return after;
  return { ...after, closesAt: Math.max(proposal.closesAt, act.time + LAST_CALL) };
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
  const slots = proposalSlotsOf(draft, circle, act.actor);
  const last = draft.proposals.get(slots[slot] ?? 0n);
  check(act, slot <= 2, `there is no slot ${slot}`);
  const free = last === undefined || !LIVE.has(statusOf(last, act.time));
  check(act, free, `the proposal in slot ${slot} is not over`);
  return slots.with(slot, act.subject) as unknown as Slots;
}

function load(draft: Draft, act: Act): Proposal {
  const proposal = draft.proposals.get(act.subject);
  check(act, proposal !== undefined, `there is no proposal ${act.subject}`);
  return proposal;
}

function wrongStatus(status: Status): string {
  const name = Object.entries(Status).find(([, value]) => value === status)?.[0];
  return `it stands at ${name}`;
}

function objects(proposal: Proposal, person: Address): boolean {
  return proposal.objections.some((it) => it.by === person && it.ended === null);
}

function checkProposer(act: Act, proposal: Proposal): void {
  check(act, act.actor === proposal.proposer, `${act.actor} is not the proposer`);
}

function checkMember(draft: Draft, act: Act, circle: bigint): void {
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
  check(act, undecided && act.time < proposal.closesAt, "its window is over");
}

function checkOwnObjection(act: Act, proposal: Proposal): void {
  const status = statusOf(proposal, act.time);
  check(act, status === Status.Objected, wrongStatus(status));
  check(act, objects(proposal, act.actor), `no objection of ${act.actor} stands`);
}

function checkContent(act: Act, proposal: Proposal, content: string): ProposalVersion {
  const version = currentVersion(proposal);
  checkEqual(act, "content", content, version.contentHash);
  return version;
}

/**
 * Refuse an actor without standing in a circle, or a member who does not fill the role.
 * @returns whether the actor fills the role, or did: the contract does not check it of whoever has left.
 */
export function checkStanding(
  draft: Draft,
  act: Act,
  circle: bigint,
  asRole: bigint,
  standingFrom: number,
): boolean {
  const { actor } = act;
  if (isMember(draft, circle, actor)) {
    check(act, isInRole(draft, circle, actor, asRole), `${actor} does not fill ${asRole} there`);
    return true;
  }
  const endedAt = seatOf(draft, circle, actor)?.endedAt ?? 0;
  check(act, keepsStanding(endedAt, standingFrom), `${actor} has no standing`);
  return wasInRole(draft, circle, actor, asRole, standingFrom);
}

/** Refuse an event of the objection round from another contract than the organisation's. */
export function checkConsent(draft: Draft, act: Act): void {
  checkEqual(act, "its contract", act.emitter, consentOf(draft));
}
