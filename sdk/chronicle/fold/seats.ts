import type { Address } from "viem";

import type { Act } from "../events.ts";
import type { Role } from "../organisation.ts";
import { fills, isMember, keyOf, partnerOf, seatOf } from "../organisation.ts";
import type { Draft } from "./draft.ts";
import { check, roleAt, setPartner } from "./draft.ts";

/** The seat of a circle's leads inside it. */
const LEAD = 0;
const MOST_FILLERS = 64;

/** Whether a person leads a circle: fills it as a role and is seated inside. */
export function leads(draft: Draft, circle: bigint, person: Address): boolean {
  return holds(draft, circle, person, LEAD);
}

/** Whether a person, speaking in a circle, fills the role that was named: one in it, or the circle as its lead. */
export function isInRole(draft: Draft, circle: bigint, person: Address, asRole: bigint): boolean {
  if (asRole === circle) return leads(draft, circle, person);
  const role = draft.roles.get(asRole);
  return role?.circle === circle && holds(draft, circle, person, role.seat);
}

/**
 * Whether somebody who is no member any more filled the role they name at a moment after `since`: the contract
 * records what they say without checking it.
 */
export function wasInRole(
  draft: Draft,
  circle: bigint,
  person: Address,
  asRole: bigint,
  since: number,
): boolean {
  const role = draft.roles.get(asRole) ?? draft.removedRoles.get(asRole);
  if (role === undefined || (asRole !== circle && role.circle !== circle)) return false;
  const start = draft.acts.findLastIndex((act) => act.time <= since) + 1;
  return draft.acts.slice(start).some((act) => act.subject === asRole && unseats(act, person));
}

function unseats(act: Act, person: Address): boolean {
  if (act.name === "Unassigned") return act.args.person === person;
  return act.name === "RoleRemoved" && act.args.people.includes(person);
}

/** A person begins to fill a role. */
export function assign(draft: Draft, act: Act, id: bigint, person: Address): void {
  const role = roleAt(draft, act, id);
  check(act, !fills(draft, id, person), `${person} fills the role already`);
  check(act, role.fillers.length < MOST_FILLERS, "the role has as many fillers as it can have");
  draft.roles.set(id, { ...role, fillers: [...role.fillers, person] });
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) + 1 });
  if (role.circle !== null) take(draft, act, role.circle, person, role.seat);
  if (role.alive) take(draft, act, id, person, LEAD);
}

/** A person stops filling a role. */
export function unassign(draft: Draft, act: Act, id: bigint, person: Address): void {
  const role = roleAt(draft, act, id);
  check(act, fills(draft, id, person), `${person} does not fill the role`);
  draft.roles.set(id, { ...role, fillers: role.fillers.filter((filler) => filler !== person) });
  unseat(draft, act, role, person);
}

/** End the seats that a person holds by filling a role. */
export function unseat(draft: Draft, act: Act, role: Role, person: Address): void {
  setPartner(draft, person, { seats: (partnerOf(draft, person)?.seats ?? 0) - 1 });
  if (role.circle !== null) free(draft, act, role.circle, person, role.seat);
  if (role.alive) free(draft, act, role.id, person, LEAD);
}

/** The fillers of a role take their seats inside it: it comes alive as a circle. */
export function seatLeads(draft: Draft, act: Act, id: bigint, people: readonly Address[]): void {
  const role = roleAt(draft, act, id);
  checkFillers(act, role, people);
  draft.roles.set(id, { ...role, alive: true });
  for (const person of people) take(draft, act, id, person, LEAD);
}

/** Refuse a list that is not all fillers of a role, once each. */
export function checkFillers(act: Act, role: Role, people: readonly Address[]): void {
  const distinct = new Set(people);
  const all = distinct.size === people.length && people.length === role.fillers.length;
  const fit = all && role.fillers.every((filler) => distinct.has(filler));
  check(act, fit, `the list of people is not that of the fillers of ${role.id}`);
}

function holds(draft: Draft, circle: bigint, person: Address, seat: number): boolean {
  const seats = seatOf(draft, circle, person)?.seats ?? 0n;
  return (seats & bit(seat)) !== 0n;
}

function take(draft: Draft, act: Act, circle: bigint, person: Address, seat: number): void {
  const held = seatOf(draft, circle, person) ?? {
    circle,
    person,
    seats: 0n,
    number: 0,
    endedAt: 0,
  };
  let { number } = held;
  if (held.seats === 0n) {
    const inside = roleAt(draft, act, circle);
    const numbers = inside.numbers + (number === 0 ? 1 : 0);
    if (number === 0) number = numbers;
    const members = [...inside.members, person];
    draft.roles.set(circle, { ...inside, numbers, members, epoch: inside.epoch + 1 });
  }
  draft.seats.set(keyOf(circle, person), { ...held, number, seats: held.seats | bit(seat) });
}

function free(draft: Draft, act: Act, circle: bigint, person: Address, seat: number): void {
  const held = seatOf(draft, circle, person);
  check(act, held !== undefined && isMember(draft, circle, person), `${person} is not seated`);
  const seats = held.seats & ~bit(seat);
  if (seats !== 0n) {
    draft.seats.set(keyOf(circle, person), { ...held, seats });
    return;
  }
  const inside = roleAt(draft, act, circle);
  const members = inside.members.filter((member) => member !== person);
  const kept = draft.founding.endedAt === 0 || circle !== draft.anchor || members.length > 0;
  check(act, kept, "the anchor would have no member left");
  const ended = { epoch: inside.epoch + 1, lastDeparture: act.time };
  draft.roles.set(circle, { ...inside, members, ...ended });
  draft.seats.set(keyOf(circle, person), { ...held, seats, endedAt: act.time });
}

function bit(seat: number): bigint {
  return 1n << BigInt(seat);
}
