import type { Address } from "viem";

import { Office, Rank } from "./offices.ts";
import type { Organisation } from "./organisation.ts";
import { holderOf, standInOf } from "./organisation.ts";
import { rankOf } from "./rankOf.ts";

/**
 * Whether a person may act for an office in a matter of a process at a moment: its holder, or whoever has declared to
 * stand in and still comes in the order, once that has effect; or whoever has taken the office over in a breakdown.
 * Whether it is the person's own matter: `isBarred`.
 */
export function mayAct(
  organisation: Organisation,
  process: Address,
  matter: bigint,
  circle: bigint,
  office: Office,
  person: Address,
  time: number,
): boolean {
  const wanted = person.toLowerCase();
  if (holderOf(organisation, circle, office)?.toLowerCase() === wanted) return true;
  const declared = standInOf(organisation, process, matter, circle, office);
  if (declared?.person.toLowerCase() === wanted && time >= declared.from) {
    const comes = rankOf(organisation, circle, office, person);
    if (comes !== Rank.None && comes <= declared.rank) return true;
  }
  return replaces(organisation, circle, office, person, time);
}

/** Whether a person acts for an office that was taken over in a breakdown: whoever restores due process there. */
export function replaces(
  organisation: Organisation,
  circle: bigint,
  office: Office,
  person: Address,
  time: number,
): boolean {
  const process = organisation.contracts.breakdowns;
  const found = organisation.breakdowns.get(circle);
  if (process === null || found === undefined || found.ended !== null) return false;
  // Nobody restores a circle that was removed.
  if (!organisation.roles.has(circle)) return false;
  if ((found.taken & officeBit(office)) === 0) return false;
  const restoring = restoringOf(organisation, circle);
  return mayAct(organisation, process, circle, restoring, Office.Facilitator, person, time);
}

/** The circle whose facilitator restores due process in a circle: the one around it; an anchor restores itself. */
export function restoringOf(organisation: Organisation, circle: bigint): bigint {
  return organisation.roles.get(circle)?.circle ?? circle;
}

/** The bit of an office among those that were taken over; 0 for one that never is. */
export function officeBit(office: number): number {
  if (office === Office.Facilitator) return 1;
  return office === Office.Secretary ? 2 : 0;
}

/** Whether a circle is in breakdown. */
export function isInBreakdown(organisation: Organisation, circle: bigint): boolean {
  return organisation.breakdowns.get(circle)?.ended === null;
}
