import { ChangeKind } from "../changeKind.ts";
import type { Act, ActOf, Change, Settings } from "../events.ts";
import type { Policy, Role } from "../organisation.ts";
import { idOf } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, policyAt, roleAt } from "./draft.ts";
import { checkFillers, seatLeads, unseat } from "./seats.ts";
import type { Cause } from "./unfinished.ts";
import { causeOf, checkPart } from "./unfinished.ts";

const MOST_DEPTH = 32;
const LAST_SEAT = 191;
const DAY = 86_400;
const SHORTEST_WINDOW = 3 * DAY;
const LONGEST_WINDOW = 60 * DAY;

export const roleCreated: Apply<"RoleCreated"> = (draft, act) => {
  const { circle, words, leads } = act.args;
  checkNewId(draft, act);
  const cause = causeOf(draft, act, act.subject);
  const change = checkKind(act, cause, ChangeKind.CreateRole, circle);
  if (change !== null) checkPart(act, "words", words, change.words);

  const outer = roleAt(draft, act, circle);
  const decides = cause.circle === null || cause.circle === circle;
  check(act, decides || (outer.circle === cause.circle && !outer.alive), "it is out of reach");
  check(act, outer.depth < MOST_DEPTH, "it is too deep");
  if (outer.alive) check(act, leads.length === 0, "the circle is alive already");
  else seatLeads(draft, act, circle, leads);

  const seat = takeSeat(draft, act, circle);
  const alive = roleAt(draft, act, circle);
  draft.roles.set(circle, { ...alive, inner: [...alive.inner, act.subject] });
  draft.roles.set(act.subject, {
    id: act.subject,
    circle,
    words,
    revision: 1,
    inscribedAt: act.time,
    fillers: [],
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
};

export const roleRemoved: Apply<"RoleRemoved"> = (draft, act) => {
  const role = roleAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkKind(act, cause, ChangeKind.RemoveRole, role.id, role.revision);
  checkRoleWithin(draft, act, cause, role);
  const { circle } = role;
  check(act, circle !== null, "an anchor cannot be removed");
  check(act, role.inner.length === 0 && role.policies.length === 0, "the role is not empty");
  checkFillers(act, role, act.args.people);

  for (const person of act.args.people) unseat(draft, act, role, person);
  const taken = draft.seatsTaken.get(circle) ?? 0n;
  draft.seatsTaken.set(circle, taken & ~(1n << BigInt(role.seat)));
  const outer = roleAt(draft, act, circle);
  draft.roles.set(circle, { ...outer, inner: outer.inner.filter((id) => id !== role.id) });
  draft.roles.delete(role.id);
  draft.removedRoles.set(role.id, { ...role, removedAt: act.time, removedBy: act.number });
};

export const policyAdopted: Apply<"PolicyAdopted"> = (draft, act) => {
  const { circle, words, reviewAt } = act.args;
  checkNewId(draft, act);
  const cause = causeOf(draft, act, null);
  const change = checkKind(act, cause, ChangeKind.AdoptPolicy, circle);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "reviewAt", reviewAt, change.reviewAt);
  }
  const holder = roleAt(draft, act, circle);
  check(act, cause.circle === null || cause.circle === circle, "it is out of reach");
  draft.roles.set(circle, { ...holder, policies: [...holder.policies, act.subject] });
  draft.policies.set(act.subject, {
    id: act.subject,
    circle,
    words,
    revision: 1,
    reviewAt,
    adoptedAt: act.time,
    inscribedAt: act.time,
  });
};

export const policyRepealed: Apply<"PolicyRepealed"> = (draft, act) => {
  const policy = policyAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  checkKind(act, cause, ChangeKind.RepealPolicy, policy.id, policy.revision);
  checkPolicyWithin(act, cause, policy);
  const holder = roleAt(draft, act, policy.circle);
  const policies = holder.policies.filter((id) => id !== policy.id);
  draft.roles.set(holder.id, { ...holder, policies });
  draft.policies.delete(policy.id);
  draft.repealedPolicies.set(policy.id, {
    ...policy,
    repealedAt: act.time,
    repealedBy: act.number,
  });
};

export const inscribed: Apply<"Inscribed"> = (draft, act) => {
  const cause = causeOf(draft, act, null);
  const role = draft.roles.get(act.subject);
  if (role === undefined) inscribePolicy(draft, act, cause);
  else inscribeRole(draft, act, cause, role);
};

function inscribeRole(draft: Draft, act: ActOf<"Inscribed">, cause: Cause, role: Role): void {
  const { words, revision } = act.args;
  const change = checkKind(act, cause, ChangeKind.AmendRole, role.id, role.revision);
  if (change !== null) checkPart(act, "words", words, change.words);
  checkRoleWithin(draft, act, cause, role);
  checkEqual(act, "revision", revision, role.revision + 1);
  checkEqual(act, "reviewAt", act.args.reviewAt, 0);
  draft.roles.set(role.id, { ...role, words, revision, inscribedAt: act.time });
}

function inscribePolicy(draft: Draft, act: ActOf<"Inscribed">, cause: Cause): void {
  const policy = policyAt(draft, act, act.subject);
  const { words, revision, reviewAt } = act.args;
  const change = checkKind(act, cause, ChangeKind.AmendPolicy, policy.id, policy.revision);
  if (change !== null) {
    checkPart(act, "words", words, change.words);
    checkEqual(act, "reviewAt", reviewAt, change.reviewAt);
  }
  checkPolicyWithin(act, cause, policy);
  checkEqual(act, "revision", revision, policy.revision + 1);
  draft.policies.set(policy.id, { ...policy, words, revision, reviewAt, inscribedAt: act.time });
}

export const settingsSet: Apply<"SettingsSet"> = (draft, act) => {
  const { settings, revision } = act.args;
  const circle = roleAt(draft, act, act.subject);
  const cause = causeOf(draft, act, null);
  const before = draft.settings.get(circle.id)?.revision ?? 0;
  const change = checkKind(act, cause, ChangeKind.Configure, circle.id, before);
  if (change !== null) checkPart(act, "settings", settings, resolved(change.settings, cause));
  check(act, cause.circle === null || cause.circle === circle.id, "it is out of reach");
  checkEqual(act, "revision", revision, before + 1);
  checkWindow(act, settings.window, circle.circle === null);
  for (const role of [settings.admission, settings.assigner]) {
    if (role === 0n) continue;
    check(act, circle.circle === null, "only the anchor's settings name roles");
    roleAt(draft, act, role);
  }
  draft.settings.set(circle.id, { settings, revision });
};

function resolved(settings: Settings, { resolve }: Cause): Settings {
  const meant = (role: bigint) => (role === 0n ? 0n : resolve(role));
  return {
    window: settings.window,
    admission: meant(settings.admission),
    assigner: meant(settings.assigner),
  };
}

/** Refuse a window that is too short or too long; only an inner circle may have none of its own. */
export function checkWindow(act: Act, window: number, isAnchor: boolean): void {
  const within = window >= SHORTEST_WINDOW && window <= LONGEST_WINDOW;
  check(
    act,
    within || (window === 0 && !isAnchor),
    `a window of ${window} seconds is out of bounds`,
  );
}

/** Refuse an event that is not the effect of the change whose turn it is. */
function checkKind(
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
