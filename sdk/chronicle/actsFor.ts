import type { Address } from "viem";

import type { Organisation } from "./organisation.ts";
import { fills, speaksFor } from "./organisation.ts";

/**
 * Whether a person acts for a role outside governance: fills it, or covers it. Leads of a circle who are persons or
 * bodies cover the roles in it for which no person or body speaks. One level, never chained.
 */
export function actsFor(organisation: Organisation, role: bigint, person: Address): boolean {
  return fills(organisation, role, person) || covers(organisation, role, person);
}

/** Whether a person covers a role: see `actsFor`. */
export function covers(organisation: Organisation, role: bigint, person: Address): boolean {
  const covered = organisation.roles.get(role);
  if (covered === undefined || covered.circle === null || covered.voices.length > 0) return false;
  // A linked role is not there while nobody fills it.
  if (covered.link !== null) return false;
  return speaksFor(organisation, covered.circle, covered.circle, person);
}
