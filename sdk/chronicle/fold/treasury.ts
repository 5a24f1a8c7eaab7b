import type { Address } from "viem";

import { holdersOf } from "../../acts/holders.ts";
import { actsFor } from "../actsFor.ts";
import type { Act, Payment } from "../events.ts";
import { GRACE, Outcome, Status, tail } from "../lifecycle.ts";
import type { Announcement, Slots } from "../organisation.ts";
import {
  assetKey,
  idOf,
  keyOf,
  leads,
  organisationOf,
  pathTo,
  promisedBy,
  sourceOf,
  standingEscalations,
  windowOf,
} from "../organisation.ts";
import { PaymentKind } from "../paymentKind.ts";
import { spendingTerms } from "../spendingTerms.ts";
import { statusOf } from "../statusOf.ts";
import { checkStanding } from "./consent.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkGoing, roleAt } from "./draft.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

export const announced: Apply<"Announced"> = (draft, act) => {
  const { actor, time } = act;
  const { asRole, slot, payment, policy, purpose, window, closesAt } = act.args;
  checkGoing(draft, act);
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  check(act, actsFor(draft, asRole, actor), `${actor} does not act for ${asRole}`);
  const source = checkPayment(draft, act, payment);
  checkSpending(draft, act, source, policy);
  checkEqual(act, "window", window, windowOf(draft, source));
  checkEqual(act, "closesAt", closesAt, time + window);
  const slots = claimSlot(draft, act, slot);
  draft.announcements.set(act.subject, {
    id: act.subject,
    treasury: act.emitter,
    announcer: actor,
    asRole,
    slot,
    payment,
    policy,
    purpose,
    granted: new Map(),
    left: 0n,
    signedUntil: 0,
    window,
    standingFrom: time - tail(window),
    closesAt,
    escalations: [],
    outcome: Outcome.None,
    announcedAt: time,
    paidAt: 0,
    revokedAt: 0,
    lapsedAt: 0,
  });
  draft.announcementSlots.set(keyOf(act.emitter, actor), slots);
  promise(draft, act.emitter, payment, promisedBy(payment));
};

export const escalated: Apply<"Escalated"> = (draft, act) => {
  const announcement = load(draft, act);
  const { payment } = announcement;
  const { actor, time } = act;
  const { circle, asRole, reason } = act.args;
  const status = statusOf(announcement, time);
  const undecided = announcement.outcome === Outcome.None && status !== Status.Lapsed;
  check(act, undecided && time < announcement.closesAt, "its window is over");
  check(act, actor !== announcement.announcer, "it is the actor's own announcement");
  const inRole =
    payment.kind === PaymentKind.Domain
      ? checkHolder(draft, act, payment, asRole)
      : checkSource(draft, act, announcement, circle, asRole);
  const standing = standingEscalations(announcement);
  const before = announcement.escalations.some((it) => it.by === actor);
  check(act, !before, "the actor escalated it before");
  if (standing.length === 0) promise(draft, act.emitter, payment, -promisedBy(payment));
  const raised = { by: actor, circle, asRole, inRole, reason, at: time, reversed: null };
  const escalations = [...announcement.escalations, raised];
  draft.announcements.set(announcement.id, { ...announcement, escalations });
};

/** Whoever acts for a role that a domain announcement names speaks for it. */
function checkHolder(draft: Draft, act: Act, { data }: Payment, asRole: bigint): boolean {
  const named = holdersOf(data).includes(asRole);
  check(act, named && actsFor(draft, asRole, act.actor), `${act.actor} holds no domain of it`);
  return true;
}

/** Whoever has standing in a circle within the source; or around it, where too few are there to do it. */
function checkSource(
  draft: Draft,
  act: Act,
  { payment, announcer, standingFrom }: Announcement,
  circle: bigint,
  asRole: bigint,
): boolean {
  const source = sourceOf(draft, payment) ?? 0n;
  const around = draft.roles.get(source);
  const others = (around?.members ?? []).filter((person) => person !== announcer);
  const outward = others.length < 2 && around?.circle === circle;
  const anchor = source === draft.anchor && organisationOf(circle) === draft.number;
  const within = anchor || pathTo(draft, circle, source) !== undefined || outward;
  check(act, within, "the circle is not within the source");
  return checkStanding(draft, act, circle, asRole, standingFrom, false);
}

export const reversed: Apply<"Reversed"> = (draft, act) => {
  const announcement = load(draft, act);
  const { actor, time } = act;
  const { escalator, closesAt } = act.args;
  checkStatus(act, announcement, Status.Objected);
  const standing = standingEscalations(announcement).find((it) => it.by === escalator);
  check(act, standing !== undefined, `no escalation of ${escalator} stands`);
  check(act, actor !== announcement.announcer, "it is the actor's own announcement");
  const byLead =
    leadsSource(draft, announcement, actor) && !actsFor(draft, announcement.asRole, actor);
  check(act, actor === escalator || byLead, `${actor} may not reverse it`);
  checkEqual(act, "closesAt", closesAt, time + announcement.window);
  const escalations = announcement.escalations.map((it) =>
    it === standing ? { ...it, reversed: { by: actor, at: time } } : it,
  );
  const after = { ...announcement, escalations, closesAt };
  draft.announcements.set(announcement.id, after);
  if (standingEscalations(after).length === 0) {
    promise(draft, act.emitter, announcement.payment, promisedBy(announcement.payment));
  }
};

export const revoked: Apply<"Revoked"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Open, Status.Objected, Status.Adopted);
  const may = act.actor === announcement.announcer || leadsSource(draft, announcement, act.actor);
  check(act, may, `${act.actor} may not revoke it`);
  settle(draft, { ...announcement, outcome: Outcome.Withdrawn, revokedAt: act.time });
};

export const paid: Apply<"Paid"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Adopted);
  const { asRole, payment, policy } = announcement;
  check(act, actsFor(draft, asRole, act.actor), `${act.actor} does not act for ${asRole}`);
  const { kind, id, amount } = payment;
  if (kind !== PaymentKind.Domain) {
    checkSpending(draft, act, sourceOf(draft, payment) ?? 0n, policy);
  }
  const after = { ...announcement, outcome: Outcome.Enacted, paidAt: act.time };
  if (kind === PaymentKind.Grant) {
    // It stays promised.
    const granted = new Map([[id, amount]]);
    draft.announcements.set(announcement.id, { ...after, granted, left: amount });
    return;
  }
  const signs = kind === PaymentKind.Hash || kind === PaymentKind.Speech;
  settle(draft, { ...after, signedUntil: signs ? act.time + GRACE : 0 });
};

export const drawn: Apply<"Drawn"> = (draft, act) => {
  const { asRole, payee, amount } = act.args;
  const grant = takeGranted(draft, act, asRole, amount);
  const { vault, token } = grant.payment;
  check(act, payee !== NOBODY && payee !== token && payee !== vault, `${payee} cannot be paid`);
  promise(draft, act.emitter, grant.payment, -amount);
  draft.announcements.set(grant.id, { ...grant, left: grant.left - amount });
};

export const passedOn: Apply<"PassedOn"> = (draft, act) => {
  const { asRole, role, amount } = act.args;
  const grant = takeGranted(draft, act, asRole, amount);
  roleAt(draft, act, role);
  const granted = new Map(grant.granted);
  granted.set(role, (granted.get(role) ?? 0n) + amount);
  draft.announcements.set(grant.id, { ...grant, granted });
};

export const grantEnded: Apply<"GrantEnded"> = (draft, act) => {
  const grant = load(draft, act);
  checkEqual(act, "amount", act.args.amount, grant.left);
  check(act, grant.left > 0n, "nothing is left of it");
  const leading = leadsSource(draft, grant, act.actor);
  check(act, leading, `${act.actor} does not lead the source`);
  promise(draft, act.emitter, grant.payment, -grant.left);
  draft.announcements.set(grant.id, { ...grant, left: 0n });
};

/** A grant of which a role has less from now on. */
function takeGranted(draft: Draft, act: Act, role: bigint, amount: bigint): Announcement {
  const grant = load(draft, act);
  check(act, actsFor(draft, role, act.actor), `${act.actor} does not act for ${role}`);
  const has = grant.left === 0n ? 0n : (grant.granted.get(role) ?? 0n);
  check(act, amount > 0n && amount <= has, `${role} was granted less`);
  return { ...grant, granted: new Map(grant.granted).set(role, has - amount) };
}

export const lapsed: Apply<"Lapsed"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Lapsed);
  check(act, announcement.outcome === Outcome.None, "it was closed before");
  settle(draft, { ...announcement, outcome: Outcome.Lapsed, lapsedAt: act.time });
};

/** Refuse an event about money from another contract than a treasury of the organisation, where it was announced. */
export function checkTreasury(draft: Draft, act: Act): void {
  const opened = draft.announcements.get(act.subject)?.treasury;
  if (opened !== undefined) checkEqual(act, "its contract", act.emitter, opened);
  const was = draft.treasuries.includes(act.emitter);
  check(act, was, `its contract is ${act.emitter}, where ${draft.treasury} is the treasury`);
}

/** Refuse what no vault of the organisation can do; the circle whose vault it is. */
function checkPayment(draft: Draft, act: Act, payment: Payment): bigint {
  const { kind, vault, token, payee, amount, id, data } = payment;
  const source = sourceOf(draft, payment);
  check(act, source !== undefined, `${vault} is no vault of the organisation`);
  check(act, kind <= PaymentKind.Hash, `there is no kind ${kind}`);
  if (kind === PaymentKind.Domain) {
    const empty = [vault, token, payee].every((it) => it === NOBODY) && amount === 0n && id === 0n;
    check(act, empty, "it says more than a domain does");
    const holders = holdersOf(data);
    check(act, holders.length >= 1 && holders.length <= 8, "it names no role, or too many");
    for (const holder of holders) roleAt(draft, act, holder);
    return source;
  }
  check(act, kind === PaymentKind.Call || COUNTED.has(kind) === amount > 0n, "it pays nothing");
  check(act, kind !== PaymentKind.Grant || draft.roles.has(id), "it grants to no role");
  if (!HANDED.has(kind)) {
    check(act, payee === NOBODY, "it names a payee");
    return source;
  }
  check(act, payee !== NOBODY && payee !== token && payee !== vault, `${payee} cannot be paid`);
  return source;
}

const COUNTED: ReadonlySet<number> = new Set([
  PaymentKind.Money,
  PaymentKind.Items,
  PaymentKind.Grant,
]);
const HANDED: ReadonlySet<number> = new Set([
  PaymentKind.Money,
  PaymentKind.Item,
  PaymentKind.Items,
]);

/** Refuse a circle that no policy of the anchor lets spend; the anchor needs none. */
function checkSpending(draft: Draft, act: Act, source: bigint, policy: bigint): void {
  if (source === draft.anchor) {
    checkEqual(act, "policy", policy, 0n);
    return;
  }
  const held = draft.policies.get(policy);
  const may = held?.circle === draft.anchor && held.terms === spendingTerms(source);
  check(act, may, "no policy of the anchor lets the circle spend");
}

function leadsSource(draft: Draft, { payment }: Announcement, person: Address): boolean {
  if (payment.kind === PaymentKind.Domain) return false;
  const source = sourceOf(draft, payment);
  return source !== undefined && leads(draft, source, person);
}

function claimSlot(draft: Draft, act: Act, slot: number): Slots {
  const slots = draft.announcementSlots.get(keyOf(act.emitter, act.actor)) ?? [0n, 0n, 0n];
  const last = draft.announcements.get(slots[slot] ?? 0n);
  check(act, slot <= 2, `there is no slot ${slot}`);
  const live = last?.outcome === Outcome.None;
  const recent = last?.outcome === Outcome.Withdrawn && act.time < last.closesAt;
  check(act, !live && !recent, `the announcement in slot ${slot} is not over`);
  return slots.with(slot, act.subject) as unknown as Slots;
}

function promise(draft: Draft, treasury: Address, payment: Payment, amount: bigint): void {
  const key = assetKey(treasury, payment);
  draft.promised.set(key, (draft.promised.get(key) ?? 0n) + amount);
}

/** Settled for good; an escalated announcement has released its amount before. */
function settle(draft: Draft, announcement: Announcement): void {
  const { id, payment, treasury } = announcement;
  if (standingEscalations(announcement).length === 0) {
    promise(draft, treasury, payment, -promisedBy(payment));
  }
  draft.announcements.set(id, announcement);
}

function load(draft: Draft, act: Act): Announcement {
  const announcement = draft.announcements.get(act.subject);
  check(act, announcement !== undefined, `there is no announcement ${act.subject}`);
  return announcement;
}

function checkStatus(act: Act, announcement: Announcement, ...allowed: readonly Status[]): void {
  const status = statusOf(announcement, act.time);
  const name = Object.entries(Status).find(([, value]) => value === status)?.[0];
  check(act, allowed.includes(status), `it stands at ${name}`);
}
