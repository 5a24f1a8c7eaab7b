import { listText } from "#app/words/lists.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { seatName } from "#sdk/acts/names.ts";
import type { Tenure } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { holderOf, isMember, partnerOf, speaksFor } from "#sdk/chronicle/organisation.ts";
import { isVoiced } from "#sdk/chronicle/partnerKind.ts";

/** How somebody is a member of a circle: leads it, fills roles in it, represents circles inside it. */
export function memberText(organisation: Organisation, circle: bigint, person: Person): string {
  const outer = organisation.roles.get(circle);
  const ways: string[] = [];
  if (speaksFor(organisation, circle, circle, person)) ways.push("leads it");
  const filled: string[] = [];
  const represented: string[] = [];
  for (const id of outer?.inner ?? []) {
    const role = organisation.roles.get(id);
    if (role === undefined) continue;
    if (role.voices.some((one) => isSame(one, person))) filled.push(role.words.name);
    else if (role.reps.some((one) => isSame(one, person))) represented.push(role.words.name);
  }
  if (filled.length > 0) ways.push(`fills ${listText(filled, 3)}`);
  if (represented.length > 0) ways.push(`represents ${listText(represented, 3)}`);
  return ways.join("; ");
}

/** Whoever fills a role in a circle without being a member of it, and which. */
export function fillersBesides(
  organisation: Organisation,
  circle: bigint,
): readonly { readonly person: Person; readonly roles: readonly string[] }[] {
  const found = new Map<string, { person: Person; roles: string[] }>();
  const outer = organisation.roles.get(circle);
  const roles = (outer?.inner ?? []).flatMap((id) => organisation.roles.get(id) ?? []);
  for (const role of outer === undefined ? roles : [outer, ...roles]) {
    for (const person of role.fillers) {
      if (isMember(organisation, circle, person)) continue;
      const key = person.toLowerCase();
      const one = found.get(key) ?? { person, roles: [] };
      one.roles.push(role.words.name);
      found.set(key, one);
    }
  }
  return [...found.values()];
}

/** Whether somebody is an agent: software for which a person answers. */
export function isAgent(organisation: Organisation, person: Person): boolean {
  return custodianOf(organisation, person) !== null;
}

/** The person who answers for an agent; null for everybody else. */
export function custodianOf(organisation: Organisation, person: Person): Person | null {
  return partnerOf(organisation, person)?.custodian ?? null;
}

/** Whether somebody is of a kind that is never a member. */
export function isNeverMember(organisation: Organisation, person: Person): boolean {
  const partner = partnerOf(organisation, person);
  return partner !== undefined && !isVoiced(partner.kind);
}

/** An office that somebody holds. */
export interface HeldOffice {
  readonly circle: bigint;
  readonly name: string;
  readonly tenure: Tenure;
}

/** The offices that somebody holds now; none of nobody. */
export function officesOf(
  organisation: Organisation,
  person: Person | null,
): readonly HeldOffice[] {
  return [...organisation.tenures.values()]
    .filter(({ circle, office, index }) =>
      isSame(holderOf(organisation, circle, office, index), person),
    )
    .map((tenure) => ({
      circle: tenure.circle,
      name: seatName(tenure.office, tenure.index),
      tenure,
    }));
}
