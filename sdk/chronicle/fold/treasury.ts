import type { Address } from "viem";

import { actsFor } from "../actsFor.ts";
import type { Act, Payment } from "../events.ts";
import { Outcome, Status, tail } from "../lifecycle.ts";
import type { Announcement, Slots } from "../organisation.ts";
import {
  announcementSlotsOf,
  idOf,
  keyOf,
  leads,
  organisationOf,
  promisedFrom,
  standingEscalations,
  windowOf,
} from "../organisation.ts";
import { statusOf } from "../statusOf.ts";
import { checkStanding } from "./consent.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded } from "./draft.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

export const announced: Apply<"Announced"> = (draft, act) => {
  const { actor, time } = act;
  const { asRole, slot, payment, purpose, window, closesAt } = act.args;
  checkFounded(draft, act);
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  check(act, actsFor(draft, asRole, actor), `${actor} does not act for ${asRole}`);
  checkPayment(draft, act, payment);
  checkEqual(act, "window", window, windowOf(draft, draft.anchor));
  checkEqual(act, "closesAt", closesAt, time + window);
  const slots = claimSlot(draft, act, slot);
  draft.announcements.set(act.subject, {
    id: act.subject,
    announcer: actor,
    asRole,
    slot,
    payment,
    purpose,
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
  draft.announcementSlots.set(actor.toLowerCase(), slots);
  promise(draft, payment, payment.amount);
};

export const escalated: Apply<"Escalated"> = (draft, act) => {
  const announcement = load(draft, act);
  const { actor, time } = act;
  const { circle, asRole, reason } = act.args;
  const status = statusOf(announcement, time);
  const undecided = announcement.outcome === Outcome.None && status !== Status.Lapsed;
  check(act, undecided && time < announcement.closesAt, "its window is over");
  check(act, actor !== announcement.announcer, "it is the actor's own announcement");
  checkEqual(act, "the circle's organisation", organisationOf(circle), draft.number);
  const inRole = checkStanding(draft, act, circle, asRole, announcement.standingFrom, false);
  const standing = standingEscalations(announcement);
  const before = announcement.escalations.some((it) => it.by === actor);
  check(act, !before, "the actor escalated it before");
  if (standing.length === 0) promise(draft, announcement.payment, -announcement.payment.amount);
  const raised = { by: actor, circle, asRole, inRole, reason, at: time, reversed: null };
  const escalations = [...announcement.escalations, raised];
  draft.announcements.set(announcement.id, { ...announcement, escalations });
};

export const reversed: Apply<"Reversed"> = (draft, act) => {
  const announcement = load(draft, act);
  const { actor, time } = act;
  const { escalator, closesAt } = act.args;
  checkStatus(act, announcement, Status.Objected);
  const standing = standingEscalations(announcement).find((it) => it.by === escalator);
  check(act, standing !== undefined, `no escalation of ${escalator} stands`);
  check(act, actor !== announcement.announcer, "it is the actor's own announcement");
  const byLead = leads(draft, draft.anchor, actor) && !actsFor(draft, announcement.asRole, actor);
  check(act, actor === escalator || byLead, `${actor} may not reverse it`);
  checkEqual(act, "closesAt", closesAt, time + announcement.window);
  const escalations = announcement.escalations.map((it) =>
    it === standing ? { ...it, reversed: { by: actor, at: time } } : it,
  );
  const after = { ...announcement, escalations, closesAt };
  draft.announcements.set(announcement.id, after);
  if (standingEscalations(after).length === 0) {
    promise(draft, announcement.payment, announcement.payment.amount);
  }
};

export const revoked: Apply<"Revoked"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Open, Status.Objected, Status.Adopted);
  const may = act.actor === announcement.announcer || leads(draft, draft.anchor, act.actor);
  check(act, may, `${act.actor} may not revoke it`);
  settle(draft, { ...announcement, outcome: Outcome.Withdrawn, revokedAt: act.time });
};

export const paid: Apply<"Paid"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Adopted);
  const { asRole } = announcement;
  check(act, actsFor(draft, asRole, act.actor), `${act.actor} does not act for ${asRole}`);
  settle(draft, { ...announcement, outcome: Outcome.Enacted, paidAt: act.time });
};

export const lapsed: Apply<"Lapsed"> = (draft, act) => {
  const announcement = load(draft, act);
  checkStatus(act, announcement, Status.Lapsed);
  check(act, announcement.outcome === Outcome.None, "it was closed before");
  settle(draft, { ...announcement, outcome: Outcome.Lapsed, lapsedAt: act.time });
};

/** Refuse an event about money from another contract than the organisation's treasury. */
export function checkTreasury(draft: Draft, act: Act): void {
  checkEqual(act, "its contract", act.emitter, draft.treasury);
}

function checkPayment(draft: Draft, act: Act, payment: Payment): void {
  const { vault, token, payee, amount } = payment;
  checkEqual(act, "vault", vault, draft.vault);
  check(act, amount > 0n, "it pays nothing");
  check(act, payee !== NOBODY && payee !== token && payee !== vault, `${payee} cannot be paid`);
}

function claimSlot(draft: Draft, act: Act, slot: number): Slots {
  const slots = announcementSlotsOf(draft, act.actor);
  const last = draft.announcements.get(slots[slot] ?? 0n);
  check(act, slot <= 2, `there is no slot ${slot}`);
  const live = last?.outcome === Outcome.None;
  const recent = last?.outcome === Outcome.Withdrawn && act.time < last.closesAt;
  check(act, !live && !recent, `the announcement in slot ${slot} is not over`);
  return slots.with(slot, act.subject) as unknown as Slots;
}

function promise(draft: Draft, { vault, token }: Payment, amount: bigint): void {
  draft.promised.set(keyOf(vault, token), promisedFrom(draft, vault, token) + amount);
}

/** Settled for good; an escalated announcement has released its amount before. */
function settle(draft: Draft, announcement: Announcement): void {
  const { id, payment } = announcement;
  if (standingEscalations(announcement).length === 0) promise(draft, payment, -payment.amount);
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
