import type { Address } from "viem";

import type { Standpoint } from "#app/model/view.ts";
import { covers } from "#sdk/chronicle/actsFor.ts";
import { assignersOf } from "#sdk/chronicle/assignersOf.ts";
import { keepsStanding, Outcome, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import {
  announcementSlotsOf,
  fills,
  isMember,
  mayRepresent,
  proposalSlotsOf,
  seatOf,
  speaksFor,
} from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

type Looking = Pick<Standpoint, "organisation" | "me">;

/** Every role that whoever looks fills. */
export function myRoles({ organisation, me }: Looking): readonly Role[] {
  if (me === null) return [];
  return [...organisation.roles.values()].filter((role) => fills(organisation, role.id, me));
}

/** Every role for which whoever looks acts outside governance: those they fill, then those they cover. */
export function rolesActedFor({ organisation, me }: Looking): readonly Role[] {
  if (me === null) return [];
  const covered = [...organisation.roles.values()].filter(
    ({ id }) => !fills(organisation, id, me) && covers(organisation, id, me),
  );
  return [...myRoles({ organisation, me }), ...covered];
}

/** Every role for which whoever looks speaks in the circle in which it stands; an anchor itself as its lead. */
export function myVoices({ organisation, me }: Looking): readonly Role[] {
  if (me === null) return [];
  return [...organisation.roles.values()].filter(({ id, circle }) =>
    speaksFor(organisation, circle ?? id, id, me),
  );
}

/**
 * The roles for which whoever looks speaks in a circle: those they fill in it or whose circle they represent, as far as
 * they have its voice, and as its lead the circle's own.
 */
export function rolesIn({ organisation, me }: Looking, circle: bigint): readonly Role[] {
  if (me === null) return [];
  return [...organisation.roles.values()].filter((role) =>
    speaksFor(organisation, circle, role.id, me),
  );
}

/** The same, and the roles that somebody who speaks for them permits whoever looks to represent there now. */
export function voicesIn(
  { organisation, me, now }: Pick<Standpoint, "organisation" | "me" | "now">,
  circle: bigint,
): readonly Role[] {
  if (me === null) return [];
  const own = rolesIn({ organisation, me }, circle);
  const lent = [...organisation.permissions.values()]
    .filter(({ role, person }) => {
      if (!samePerson(person, me) || own.some(({ id }) => id === role)) return false;
      return mayRepresent(organisation, circle, role, me, now);
    })
    .flatMap(({ role }) => organisation.roles.get(role) ?? []);
  return [...own, ...lent];
}

/** Whether whoever looks leads a circle: fills the role that it is. */
export function leads({ organisation, me }: Looking, circle: bigint): boolean {
  return me !== null && fills(organisation, circle, me);
}

/** Whether a person left a circle so late that they keep standing in what was opened then. */
export function keepsStandingIn(
  { organisation, me }: Looking,
  circle: bigint,
  standingFrom: number,
): boolean {
  if (me === null || isMember(organisation, circle, me)) return false;
  const seat = seatOf(organisation, circle, me);
  return seat !== undefined && keepsStanding(seat.endedAt, standingFrom);
}

const LIVE: ReadonlySet<Status> = new Set([
  Status.Open,
  Status.Objected,
  Status.Suspended,
  Status.Adopted,
]);
const SLOTS = [0, 1, 2] as const;

/** A slot of a member's three in a circle whose last proposal is over, or null. */
export function freeSlot(
  view: Pick<Standpoint, "organisation" | "me" | "now">,
  circle: bigint,
): number | null {
  const { organisation, me, now } = view;
  if (me === null) return 0;
  const slots = proposalSlotsOf(organisation, circle, me);
  const found = SLOTS.find((slot) => {
    const last = organisation.proposals.get(slots[slot]);
    return last === undefined || !LIVE.has(statusOf(last, now));
  });
  return found ?? null;
}

/** A slot of a person's three whose last announcement is settled, a revoked one past its window; or null. */
export function freeAnnouncementSlot({
  organisation,
  me,
  now,
}: Pick<Standpoint, "organisation" | "me" | "now">): number | null {
  if (me === null) return 0;
  const slots = announcementSlotsOf(organisation, me);
  const found = SLOTS.find((slot) => {
    const last = organisation.announcements.get(slots[slot]);
    if (last?.outcome === Outcome.Withdrawn) return now >= last.closesAt;
    return last === undefined || last.outcome !== Outcome.None;
  });
  return found ?? null;
}

/** Who chooses who fills a role; nobody an anchor, nor one that follows another. */
export function assignersOfRole(
  { organisation }: Pick<Looking, "organisation">,
  role: bigint,
): { readonly people: readonly Address[]; readonly by: bigint | null } {
  const { circle = null, link = null } = organisation.roles.get(role) ?? {};
  if (link !== null) return { people: link.appointer === null ? [] : [link.appointer], by: null };
  return circle === null ? { people: [], by: null } : assignersOf(organisation, circle);
}

export function samePerson(one: Address, other: Address): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
