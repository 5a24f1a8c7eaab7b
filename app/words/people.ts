import type { Organisation, Role, Seat } from "#sdk/chronicle/organisation.ts";
import { fills, isMember } from "#sdk/chronicle/organisation.ts";

/** The address of somebody. */
export type Person = Seat["person"];

/** Whether two addresses are one, whatever their spelling. */
export function isSame(one: Person | null | undefined, other: Person | null | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase() && one !== undefined && one !== null;
}

/** The live roles that a person fills, in the order of their creation. */
export function fillsOf(organisation: Organisation, person: Person | null): Role[] {
  if (person === null) return [];
  return [...organisation.roles.values()].filter(({ id }) => fills(organisation, id, person));
}

/** The circles of which a person is a member, in the order of their creation. */
export function circlesOf(organisation: Organisation, person: Person | null): Role[] {
  if (person === null) return [];
  return [...organisation.roles.values()].filter(({ id }) => isMember(organisation, id, person));
}

/** What somebody is called when speaking for a role in a circle: its name, or lead of the circle. */
export function voiceName(role: Pick<Role, "id" | "words">, circle: bigint): string {
  return role.id === circle ? `lead of ${role.words.name}` : role.words.name;
}
