import type { Address } from "viem";

import { covers } from "./actsFor.ts";
import type { Organisation, Role } from "./organisation.ts";

/** Who chooses who fills the roles of a circle. */
export interface Assigners {
  readonly people: readonly Address[];
  /** The role by filling which they do: the circle itself, or one that its settings name. */
  readonly by: bigint;
}

/**
 * Who chooses who fills the roles of a circle: its leads, or who covers them. An inner circle's own settings may place that at a role in it
 * instead, for as long as somebody speaks for that role; those of the anchor name a role that does so beside its leads.
 */
export function assignersOf(organisation: Organisation, circle: bigint): Assigners {
  const { anchor, roles, settings } = organisation;
  const leads = leadsOf(organisation, circle);
  const id = settings.get(circle)?.settings.assigner ?? 0n;
  const named = roles.get(id);
  if (named === undefined) return { people: leads, by: circle };
  if (circle === anchor) return { people: [...leads, ...named.fillers], by: id };
  if (!standsIn(named, circle)) return { people: leads, by: circle };
  if (named.voices.length > 0) return { people: named.fillers, by: id };
  return { people: [...named.fillers, ...leads], by: circle };
}

/**
 * Whether a person chooses who fills a role. Nobody chooses who leads an anchor; nor, in its circle, who fills a linked
 * role: somebody outside may.
 */
export function assigns(organisation: Organisation, role: bigint, person: Address): boolean {
  const { circle = null, link = null } = organisation.roles.get(role) ?? {};
  const wanted = person.toLowerCase();
  if (link !== null) return link.appointer?.toLowerCase() === wanted;
  if (circle === null) return false;
  return assignersOf(organisation, circle).people.some((one) => one.toLowerCase() === wanted);
}

/** Who leads a circle, or covers it. */
function leadsOf(organisation: Organisation, circle: bigint): readonly Address[] {
  const role = organisation.roles.get(circle);
  if (role === undefined) return [];
  const around = organisation.roles.get(role.circle ?? 0n)?.fillers ?? [];
  const covering = around.filter((person) => covers(organisation, circle, person));
  return [...role.fillers, ...covering];
}

/** A role that was moved elsewhere assigns nothing here any more. */
function standsIn(role: Role, circle: bigint): boolean {
  return role.circle === circle;
}
