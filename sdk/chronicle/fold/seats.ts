import type { Address } from "viem";

import { Articles, has } from "../../flags.ts";
import type { Act } from "../events.ts";
import type { Role, Seat } from "../organisation.ts";
import {
  fills,
  isFounded,
  isMember,
  keyOf,
  partnerOf,
  represents,
  seatOf,
} from "../organisation.ts";
import { isVoiced, PartnerKind } from "../partnerKind.ts";
import type { Draft } from "./draft.ts";
import { check, checkPartner, roleAt, setPartner } from "./draft.ts";

/** The seat of a circle's leads inside it. */
const LEAD = 0;
const MOST_FILLERS = 64;

/**
 * Whether somebody who is no member any more filled or represented the role they name at a moment after `since`: the
 * contract records what they say without checking it.
 */
export function wasInRole(
  draft: Draft,
  circle: bigint,
  person: Address,
  asRole: bigint,
  since: number,
): boolean {
  const role = draft.roles.get(asRole) ?? draft.removedRoles.get(asRole);
  if (role === undefined) return false;
  const stoodThere = role.circle === circle || role.moves.some(({ from }) => from === circle);
  if (asRole !== circle && !stoodThere) return false;
  const start = draft.acts.findLastIndex((act) => act.time <= since) + 1;
  return draft.acts.slice(start).some((act) => act.subject === asRole && unseats(act, person));
}

function unseats(act: Act, person: Address): boolean {
  if (act.name === "Unassigned" || act.name === "RepresentationEnded") {
    return act.args.person === person;
  }
  const wholeRole =
    act.name === "RoleRemoved" || act.name === "RoleUnlinked" || act.name === "RoleMoved";
  return wholeRole && act.args.people.includes(person);
}

/** A person begins to fill a role. */
export function assign(draft: Draft, act: Act, id: bigint, person: Address): void {
  const role = roleAt(draft, act, id);
  check(act, !fills(draft, id, person), `${person} fills the role already`);
  check(act, !represents(draft, id, person), `${person} represents the circle inside the role`);
  check(act, role.fillers.length < MOST_FILLERS, "the role has as many fillers as it can have");
  // Where it stands in no circle, who is a person is counted.
  const heard =
    role.circle === null ? isPerson(draft, person) : speaks(draft, person) && hasRoom(role);
  const fillers = [...role.fillers, person];
  const voices = heard ? [...role.voices, person] : role.voices;
  draft.roles.set(id, { ...role, fillers, voices });
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) + 1 });
  if (role.circle !== null) {
    take(draft, act, role.circle, person, bit(role.seat), heard ? bit(role.seat) : 0n);
  }
  if (role.alive) seatLead(draft, act, id, person);
}

/** A person stops filling a role. */
export function unassign(draft: Draft, act: Act, id: bigint, person: Address): void {
  const role = roleAt(draft, act, id);
  check(act, fills(draft, id, person), `${person} does not fill the role`);
  draft.roles.set(id, {
    ...role,
    fillers: without(role.fillers, person),
    voices: without(role.voices, person),
  });
  const ledBefore = role.circle === null && isFounded(draft) && isPerson(draft, person);
  check(act, !ledBefore || !isLeaderless(draft, act), "leads decide, and the anchor keeps one");
  unseat(draft, act, role, person);
}

/** End the seats that a person holds by filling a role. */
function unseat(draft: Draft, act: Act, role: Role, person: Address): void {
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) - 1 });
  draft.focuses.delete(keyOf(role.id, person));
  if (role.circle !== null) free(draft, act, role.circle, person, bit(role.seat));
  if (role.alive) free(draft, act, role.id, person, bit(LEAD));
}

/** A person who fills a role speaks for it from now on. */
export function takeVoice(draft: Draft, act: Act, id: bigint, person: Address): void {
  const role = roleAt(draft, act, id);
  check(act, fills(draft, id, person), `${person} does not fill the role`);
  check(act, role.circle !== null, "nobody speaks for an anchor");
  check(act, !role.voices.includes(person), `${person} speaks for the role already`);
  check(act, speaks(draft, person), `${person} is of a kind that is never a member`);
  check(act, hasRoom(role), "the role has as many who speak for it as it may have");
  draft.roles.set(id, { ...role, voices: [...role.voices, person] });
  take(draft, act, role.circle, person, 0n, bit(role.seat));
}

/** A member of a circle begins to represent it in the circle around it. */
export function represent(draft: Draft, act: Act, id: bigint, person: Address): void {
  const circle = roleAt(draft, act, id);
  checkPartner(draft, act, person);
  check(act, circle.circle !== null, "an anchor is represented nowhere");
  check(act, isMember(draft, id, person), `${person} is not a member of the circle`);
  check(act, !fills(draft, id, person), `${person} leads the circle`);
  check(act, !represents(draft, id, person), `${person} represents the circle already`);
  draft.roles.set(id, { ...circle, reps: [...circle.reps, person] });
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) + 1 });
  take(draft, act, circle.circle, person, 0n, bit(circle.seat));
}

/** A person stops representing a circle. */
export function endRepresentation(draft: Draft, act: Act, id: bigint, person: Address): void {
  const circle = roleAt(draft, act, id);
  check(act, represents(draft, id, person), `${person} does not represent the circle`);
  draft.roles.set(id, { ...circle, reps: without(circle.reps, person) });
  endRep(draft, act, circle, person);
}

function endRep(draft: Draft, act: Act, circle: Role, person: Address): void {
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) - 1 });
  if (circle.circle !== null) free(draft, act, circle.circle, person, bit(circle.seat));
}

/** Everybody who fills or represents a role that is removed is unseated, in the order of the list. */
export function unseatAll(draft: Draft, act: Act, role: Role, people: readonly Address[]): void {
  checkPeople(act, role.id, people, [...role.fillers, ...role.reps]);
  for (const person of people) {
    if (role.fillers.includes(person)) unseat(draft, act, role, person);
    else endRep(draft, act, role, person);
  }
}

/** Everybody who fills or represents a role takes what they have of it along into another circle. */
export function reseatAll(
  draft: Draft,
  act: Act,
  role: Role,
  people: readonly Address[],
  to: { readonly circle: bigint; readonly seat: number },
): void {
  checkPeople(act, role.id, people, [...role.fillers, ...role.reps]);
  for (const person of people) {
    const speaksFor = role.voices.includes(person) || role.reps.includes(person);
    const filled = role.fillers.includes(person) ? bit(to.seat) : 0n;
    take(draft, act, to.circle, person, filled, speaksFor ? bit(to.seat) : 0n);
    if (role.circle !== null) free(draft, act, role.circle, person, bit(role.seat));
  }
}

/** The fillers of a role take their seats inside it: it comes alive as a circle. */
export function seatLeads(draft: Draft, act: Act, id: bigint, people: readonly Address[]): void {
  const role = roleAt(draft, act, id);
  checkPeople(act, id, people, role.fillers);
  draft.roles.set(id, { ...role, alive: true });
  for (const person of people) seatLead(draft, act, id, person);
}

function seatLead(draft: Draft, act: Act, circle: bigint, person: Address): void {
  take(draft, act, circle, person, bit(LEAD), speaks(draft, person) ? bit(LEAD) : 0n);
}

/** Refuse a list that is not all these people, once each. */
export function checkPeople(
  act: Act,
  role: bigint,
  people: readonly Address[],
  wanted: readonly Address[],
): void {
  const distinct = new Set(people);
  const all = distinct.size === people.length && people.length === wanted.length;
  const fit = all && wanted.every((person) => distinct.has(person));
  check(act, fit, `the list of people is not that of those seated by ${role}`);
}

/** Whether a person is of a kind of partner that speaks where it is seated. */
function speaks(draft: Draft, person: Address): boolean {
  return isVoiced(partnerOf(draft, person)?.kind ?? 0);
}

function isPerson(draft: Draft, person: Address): boolean {
  return partnerOf(draft, person)?.kind === PartnerKind.Person;
}

/** Whether leads decide alone, and no person leads the anchor. */
export function isLeaderless(draft: Draft, act: Act): boolean {
  const { voices } = roleAt(draft, act, draft.anchor);
  return !has(draft.articles, Articles.GOVERNANCE) && voices.length === 0;
}

function hasRoom({ limit, voices }: Role): boolean {
  return limit === 0 || voices.length < limit;
}

function take(
  draft: Draft,
  act: Act,
  circle: bigint,
  person: Address,
  filled: bigint,
  voiced: bigint,
): void {
  const held: Seat = seatOf(draft, circle, person) ?? {
    circle,
    person,
    fills: 0n,
    voices: 0n,
    number: 0,
    endedAt: 0,
  };
  let { number } = held;
  if (held.voices === 0n && voiced !== 0n) {
    const inside = roleAt(draft, act, circle);
    const numbers = inside.numbers + (number === 0 ? 1 : 0);
    if (number === 0) number = numbers;
    const members = [...inside.members, person];
    draft.roles.set(circle, { ...inside, numbers, members, epoch: inside.epoch + 1 });
  }
  const fills = held.fills | filled;
  const voices = held.voices | voiced;
  draft.seats.set(keyOf(circle, person), { ...held, number, fills, voices });
}

function free(draft: Draft, act: Act, circle: bigint, person: Address, ended: bigint): void {
  const held = seatOf(draft, circle, person);
  check(act, held !== undefined, `${person} is not seated`);
  const fills = held.fills & ~ended;
  const voices = held.voices & ~ended;
  if (held.voices === 0n || voices !== 0n) {
    draft.seats.set(keyOf(circle, person), { ...held, fills, voices });
    return;
  }
  const inside = roleAt(draft, act, circle);
  const members = without(inside.members, person);
  const kept = !isFounded(draft) || circle !== draft.anchor || members.length > 0;
  check(act, kept, "the anchor would have no member left");
  const gone = { epoch: inside.epoch + 1, lastDeparture: act.time };
  draft.roles.set(circle, { ...inside, members, ...gone });
  draft.seats.set(keyOf(circle, person), { ...held, fills, voices, endedAt: act.time });
}

function without(people: readonly Address[], person: Address): readonly Address[] {
  return people.filter((each) => each !== person);
}

function bit(seat: number): bigint {
  return 1n << BigInt(seat);
}
