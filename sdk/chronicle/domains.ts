import type { Hex } from "viem";
import { hexToBytes, isHex, size, toHex } from "viem";

import { surrounds } from "./governance.ts";
import type { Addition, Organisation, Role } from "./organisation.ts";
import { StandingRole } from "./standingRole.ts";

const MOST_DOMAINS = 32;

/** A domain that means something only inside the circle that grants it: it is a part of nothing outside. */
export const ONLY_INSIDE = 255;

/** The terms that say of each domain which of the granting circle's it is a part of, counted from 1, or `ONLY_INSIDE`. */
export function originTerms(origins: readonly number[]): Hex {
  const bytes = new Uint8Array(MOST_DOMAINS);
  bytes.set(origins.slice(0, MOST_DOMAINS));
  return toHex(bytes);
}

/** Terms for words whose every domain counts only inside the circle that grants it. */
export function ownTerms({ domains }: { readonly domains: readonly string[] }): Hex {
  return originTerms(domains.map(() => ONLY_INSIDE));
}

/** What such terms say of so many domains; null for terms that do not say it of each, and of nothing else. */
export function readOrigins(terms: Hex, domains: number): readonly number[] | null {
  if (!isHex(terms) || size(terms) !== MOST_DOMAINS) return null;
  const bytes = [...hexToBytes(terms)];
  const fit = bytes.every((byte, i) => (byte !== 0) === i < domains);
  return fit ? bytes.slice(0, domains) : null;
}

/** A domain, and whose it is. */
export interface Held {
  readonly role: Role;
  readonly domain: string;
}

/** Where a domain comes from. */
export interface DomainChain {
  /** The domains that it lies within, from the next circle outwards. */
  readonly within: readonly Held[];
  /** The first of which it is said that a circle has it, and which that circle does not have; null for none. */
  readonly missing: { readonly circle: Role; readonly number: number } | null;
}

/** Follow a role's domain outwards, counted from 0: to an anchor's, to one that counts only inside, or to one that is missing. */
export function domainChain(
  { roles }: Pick<Organisation, "roles">,
  role: Role,
  index: number,
): DomainChain {
  const within: Held[] = [];
  let [current, at] = [role, index];
  for (;;) {
    const origin = current.origins[at];
    const circle = current.circle === null ? undefined : roles.get(current.circle);
    if (circle === undefined || origin === undefined || origin === ONLY_INSIDE) break;
    const domain = circle.words.domains[origin - 1];
    if (domain === undefined) return { within, missing: { circle, number: origin } };
    within.push({ role: circle, domain });
    [current, at] = [circle, origin - 1];
  }
  return { within, missing: null };
}

/** The domains of a circle that it has granted to no role in it, as a whole or in part: all in it may use them. */
export function undelegatedDomains(
  { roles }: Pick<Organisation, "roles">,
  circle: Role,
): readonly string[] {
  const inner = circle.inner.flatMap((id) => roles.get(id)?.origins ?? []);
  return circle.words.domains.filter((_, i) => !inner.includes(i + 1));
}

/** What is added to the four roles that a circle has: its own additions, and to its leads those of every circle around it. */
export function additionsIn(organisation: Organisation, circle: bigint): readonly Addition[] {
  const all = [...organisation.additions.values()];
  return all.filter(
    (addition) =>
      addition.circle === circle ||
      (addition.part === StandingRole.Lead && surrounds(organisation, circle, addition.circle)),
  );
}
