import type { Address, Hex } from "viem";

import { ChangeKind } from "../changeKind.ts";
import { readOrigins } from "../domains.ts";
import type { Act, ActOf, Change, Words } from "../events.ts";
import { followersOf } from "../links.ts";
import type { Policy, Role } from "../organisation.ts";
import { additionKey, idOf } from "../organisation.ts";
import { StandingRole } from "../standingRole.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, policyAt, roleAt } from "./draft.ts";
import { checkInvitesNobody, checkUnlinked } from "./linked.ts";
import { reseatAll, seatLeads, unseatAll } from "./seats.ts";
import type { Cause } from "./unfinished.ts";
import { causeOf, checkPart } from "./unfinished.ts";

const MOST_DEPTH = 32;
const LAST_SEAT = 95;
const MOST_LIMIT = 64;

export const roleCreated: Apply<"RoleCreated"> = (draft, act) => {
  const { circle, words, terms, leads } = act.args;
  const cause = causeOf(draft, act, act.subject);
  const change = checkKind(act, cause, ChangeKind.CreateRole, circle);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "terms", terms, change.terms);
  }
  const origins = originsOf(act, terms, words);

  const outer = roleAt(draft, act, circle);
  const decides = cause.circle === null || cause.circle === circle;
  check(act, decides || (outer.circle === cause.circle && !outer.alive), "it is out of reach");
  addRole(draft, act, circle, { words, origins, leads, limit: 0, link: null });
};

/** A new role takes the lowest free seat of its circle. */
export function addRole(
  draft: Draft,
  act: Act,
  circle: bigint,
  {
    leads,
    ...said
  }: Pick<Role, "words" | "origins" | "limit" | "link"> & { readonly leads: readonly Address[] },
): void {
  const outer = roleAt(draft, act, circle);
  checkNewId(draft, act);
  checkUnlinked(act, outer);
  check(act, outer.depth < MOST_DEPTH, "it is too deep");
  wake(draft, act, outer, leads);

  const seat = takeSeat(draft, act, circle);
  const alive = roleAt(draft, act, circle);
  draft.roles.set(circle, { ...alive, inner: [...alive.inner, act.subject] });
  draft.roles.set(act.subject, {
    id: act.subject,
    circle,
    ...said,
    revision: 1,
    inscribedAt: act.time,
    moves: [],
    fillers: [],
    voices: [],
    reps: [],
    seat,
    depth: outer.depth + 1,
    alive: false,
    createdAt: act.time,
    inner: [],
    policies: [],
    members: [],
    numbers: 0,
    epoch: 0,
    lastDeparture: 0,
  });
}

export const roleRemoved: Apply<"RoleRemoved"> = (draft, act) => {
  const role = roleAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkKind(act, cause, ChangeKind.RemoveRole, role.id, role.revision);
  checkRoleWithin(draft, act, cause, role);
  const { circle } = role;
  check(act, circle !== null, "an anchor cannot be removed");
  checkUnlinked(act, role);
  check(act, followersOf(draft, role.id).length === 0, "roles follow it");
  const empty = role.inner.length === 0 && !(role.alive && role.policies.length > 0);
  check(act, empty, "the role is not empty");

  unseatAll(draft, act, role, act.args.people);
  takeOut(draft, act, role, circle);
  for (const part of Object.values(StandingRole))
    draft.additions.delete(additionKey(role.id, part));
  draft.roles.delete(role.id);
  // One that is no circle takes its policies along.
  const gone = { repealedAt: act.time, repealedBy: act.number };
  for (const id of role.policies) {
    const policy = policyAt(draft, act, id);
    draft.policies.delete(id);
    draft.repealedPolicies.set(id, { ...policy, ...gone });
  }
  draft.removedRoles.set(role.id, { ...role, removedAt: act.time, removedBy: act.number });
};

export const roleMoved: Apply<"RoleMoved"> = (draft, act) => {
  const { circle: to, people, leads } = act.args;
  const role = roleAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkMoveOf(act, cause, ChangeKind.MoveRole, role, to);
  checkUnlinked(act, role);
  checkUnlinked(act, roleAt(draft, act, to));
  const outer = roleAt(draft, act, to);
  const from = role.circle;
  check(act, from !== null && to !== role.id, "an anchor, or into itself");
  checkMove(draft, act, cause, from, to);
  check(act, outer.depth < MOST_DEPTH, "it is too deep");
  checkEqual(act, "revision", act.args.revision, role.revision + 1);
  wake(draft, act, outer, leads);
  const seat = takeSeat(draft, act, to);
  reseatAll(draft, act, role, people, { circle: to, seat });
  takeOut(draft, act, role, from);
  const inside = roleAt(draft, act, to);
  draft.roles.set(to, { ...inside, inner: [...inside.inner, role.id] });
  const after = roleAt(draft, act, role.id);
  draft.roles.set(role.id, {
    ...after,
    circle: to,
    seat,
    depth: outer.depth + 1,
    revision: role.revision + 1,
    moves: [...role.moves, { from, at: act.time }],
  });
};

export const roleLimited: Apply<"RoleLimited"> = (draft, act) => {
  const { limit, revision } = act.args;
  const role = roleAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  const change = checkKind(act, cause, ChangeKind.LimitRole, role.id, role.revision);
  if (change !== null) checkEqual(act, "limit", BigInt(limit), change.place);
  checkRoleWithin(draft, act, cause, role);
  checkUnlinked(act, role);
  check(act, role.circle !== null, "nobody speaks for an anchor");
  check(act, limit <= MOST_LIMIT, `a limit of ${limit} is out of bounds`);
  checkEqual(act, "revision", revision, role.revision + 1);
  draft.roles.set(role.id, { ...role, limit, revision });
};

export const policyAdopted: Apply<"PolicyAdopted"> = (draft, act) => {
  const { circle, words, reviewAt, tags, terms } = act.args;
  checkNewId(draft, act);
  const cause = causeOf(draft, act, act.subject);
  const change = checkKind(act, cause, ChangeKind.AdoptPolicy, circle);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "reviewAt", reviewAt, change.reviewAt);
    checkEqual(act, "tags", tags, change.tags);
    checkEqual(act, "terms", terms, change.terms);
  }
  const holder = roleAt(draft, act, circle);
  checkUnlinked(act, holder);
  check(act, cause.circle === null || cause.circle === circle, "it is out of reach");
  draft.roles.set(circle, { ...holder, policies: [...holder.policies, act.subject] });
  draft.policies.set(act.subject, {
    id: act.subject,
    circle,
    words,
    revision: 1,
    reviewAt,
    tags,
    terms,
    adoptedAt: act.time,
    moves: [],
    inscribedAt: act.time,
  });
};

export const policyRepealed: Apply<"PolicyRepealed"> = (draft, act) => {
  const policy = policyAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkKind(act, cause, ChangeKind.RepealPolicy, policy.id, policy.revision);
  checkPolicyWithin(act, cause, policy);
  checkInvitesNobody(draft, act, policy.id);
  takePolicy(draft, act, policy);
  draft.policies.delete(policy.id);
  draft.repealedPolicies.set(policy.id, {
    ...policy,
    repealedAt: act.time,
    repealedBy: act.number,
  });
};

export const policyMoved: Apply<"PolicyMoved"> = (draft, act) => {
  const { circle: to, revision } = act.args;
  const policy = policyAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkMoveOf(act, cause, ChangeKind.MovePolicy, policy, to);
  checkMove(draft, act, cause, policy.circle, to);
  checkInvitesNobody(draft, act, policy.id);
  checkUnlinked(act, roleAt(draft, act, to));
  checkEqual(act, "revision", revision, policy.revision + 1);
  takePolicy(draft, act, policy);
  const holder = roleAt(draft, act, to);
  draft.roles.set(to, { ...holder, policies: [...holder.policies, policy.id] });
  const moves = [...policy.moves, { from: policy.circle, at: act.time }];
  draft.policies.set(policy.id, { ...policy, circle: to, revision, moves });
};

export const inscribed: Apply<"Inscribed"> = (draft, act) => {
  const cause = causeOf(draft, act, null);
  const role = draft.roles.get(act.subject);
  if (role === undefined) inscribePolicy(draft, act, cause);
  else inscribeRole(draft, act, cause, role);
};

function inscribeRole(draft: Draft, act: ActOf<"Inscribed">, cause: Cause, role: Role): void {
  const { words, terms, revision } = act.args;
  const change = checkKind(act, cause, ChangeKind.AmendRole, role.id, role.revision);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "terms", terms, change.terms);
  }
  const origins = originsOf(act, terms, words);
  checkRoleWithin(draft, act, cause, role);
  checkEqual(act, "revision", revision, role.revision + 1);
  checkEqual(act, "reviewAt", act.args.reviewAt, 0);
  checkEqual(act, "tags", act.args.tags, 0);
  draft.roles.set(role.id, { ...role, words, origins, revision, inscribedAt: act.time });
}

/** A circle replaces what it adds to one of the four roles that every circle has. */
export const added: Apply<"Added"> = (draft, act) => {
  const { words, terms, revision } = act.args;
  const { id } = roleAt(draft, act, act.subject);
  const part = Object.values(StandingRole).find((each) => BigInt(each) === act.args.part);
  check(act, part !== undefined, "there is no such role");
  const key = additionKey(id, part);
  const before = draft.additions.get(key)?.revision ?? 0;
  const cause = causeOf(draft, act, null);
  const change = checkKind(act, cause, ChangeKind.AddToRole, id, before);
  if (change !== null) {
    checkEqual(act, "part", act.args.part, change.place);
    checkPart(act, "words", words, change.words);
    checkEqual(act, "terms", terms, change.terms);
  }
  check(act, cause.circle === null || cause.circle === id, "it is out of reach");
  check(act, words.name === "" && words.text === "", "its name and purpose are fixed");
  checkEqual(act, "revision", revision, before + 1);
  const { domains, accountabilities } = words;
  const origins = originsOf(act, terms, words);
  const addition = { circle: id, part, domains, origins, accountabilities, revision };
  draft.additions.set(key, addition);
};

/** Of what each domain is a part. */
function originsOf(act: Act, terms: Hex, { domains }: Words): readonly number[] {
  const origins = readOrigins(terms, domains.length);
  check(act, origins !== null, "its terms do not say of what each domain is a part");
  return origins;
}

function inscribePolicy(draft: Draft, act: ActOf<"Inscribed">, cause: Cause): void {
  const policy = policyAt(draft, act, act.subject);
  const { words, revision, reviewAt, tags, terms } = act.args;
  const change = checkKind(act, cause, ChangeKind.AmendPolicy, policy.id, policy.revision);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "reviewAt", reviewAt, change.reviewAt);
    checkEqual(act, "tags", tags, change.tags);
    checkEqual(act, "terms", terms, change.terms);
  }
  checkPolicyWithin(act, cause, policy);
  checkInvitesNobody(draft, act, policy.id);
  checkEqual(act, "revision", revision, policy.revision + 1);
  const inscribedAt = act.time;
  draft.policies.set(policy.id, { ...policy, words, revision, reviewAt, tags, terms, inscribedAt });
}

/** Refuse an event that is not the effect of the change whose turn it is. */
export function checkKind(
  act: Act,
  { change, resolve }: Cause,
  kind: ChangeKind,
  target: bigint,
  revision = 0,
): Change | null {
  if (change === null) return null;
  checkEqual(act, "its kind", kind, change.kind);
  checkEqual(act, "its target", target, resolve(change.target));
  checkEqual(act, "the revision it was written against", change.revision, revision);
  return change;
}

/** Refuse a move that is not what its change says. */
function checkMoveOf(
  act: Act,
  cause: Cause,
  kind: ChangeKind,
  { id, revision }: Role | Policy,
  to: bigint,
): void {
  const change = checkKind(act, cause, kind, id, revision);
  if (change !== null) checkEqual(act, "circle", to, cause.resolve(change.place));
}

/** Refuse a move that is not one level: from the deciding circle into a role in it, or out of one into it. */
function checkMove(draft: Draft, act: Act, cause: Cause, from: bigint, to: bigint): void {
  const inward = roleAt(draft, act, to).circle === from;
  const outward = roleAt(draft, act, from).circle === to;
  check(act, inward || outward, "it is no move by one level");
  const decides = inward ? from : to;
  check(act, cause.circle === null || cause.circle === decides, "it is out of reach");
}

/** Bring a circle alive, unless it is: whoever fills it is seated inside it. */
function wake(draft: Draft, act: Act, circle: Role, leads: readonly Address[]): void {
  if (circle.alive) check(act, leads.length === 0, "the circle is alive already");
  else seatLeads(draft, act, circle.id, leads);
}

/** A role leaves its circle, and its seat is free. */
export function takeOut(draft: Draft, act: Act, role: Role, circle: bigint): void {
  const taken = draft.seatsTaken.get(circle) ?? 0n;
  draft.seatsTaken.set(circle, taken & ~(1n << BigInt(role.seat)));
  const outer = roleAt(draft, act, circle);
  draft.roles.set(circle, { ...outer, inner: outer.inner.filter((id) => id !== role.id) });
}

/** A policy leaves the circle that holds it. */
function takePolicy(draft: Draft, act: Act, policy: Policy): void {
  const holder = roleAt(draft, act, policy.circle);
  const policies = holder.policies.filter((id) => id !== policy.id);
  draft.roles.set(holder.id, { ...holder, policies });
}

function checkNewId(draft: Draft, act: Act): void {
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
}

function checkRoleWithin(draft: Draft, act: Act, cause: Cause, role: Role): void {
  const own = role.id === draft.anchor && cause.circle === draft.anchor;
  check(act, cause.circle === null || own || role.circle === cause.circle, "it is out of reach");
}

function checkPolicyWithin(act: Act, cause: Cause, policy: Policy): void {
  check(act, cause.circle === null || policy.circle === cause.circle, "it is out of reach");
}

/** The lowest seat that no live role of the circle takes. */
function takeSeat(draft: Draft, act: Act, circle: bigint): number {
  const taken = (draft.seatsTaken.get(circle) ?? 0n) | 1n;
  let seat = 1;
  while ((taken & (1n << BigInt(seat))) !== 0n) seat++;
  check(act, seat <= LAST_SEAT, "the circle is full");
  draft.seatsTaken.set(circle, taken | (1n << BigInt(seat)));
  return seat;
}
