import type { Organisation, RulingMatter } from "./organisation.ts";
import { RulingPhase } from "./rulingPhase.ts";

/** The rulings that are precedents in a circle: of it and of the circles around it, as long as what they are about stands. */
export function precedentsFor(organisation: Organisation, circle: bigint): readonly RulingMatter[] {
  const around = new Set<bigint>();
  for (let at: bigint | null = circle; at !== null; ) {
    around.add(at);
    at = organisation.roles.get(at)?.circle ?? null;
  }
  return [...organisation.matters.values()].filter(
    (matter) => around.has(matter.rung) && isPrecedent(organisation, matter),
  );
}

/** Whether a ruling holds: interpreted, and what it is about stands as it stood. */
export function isPrecedent(organisation: Organisation, matter: RulingMatter): boolean {
  const { phase, subject, revision } = matter;
  return phase === RulingPhase.Ruled && revisionOf(organisation, subject) === revision;
}

/** The revision of a role or policy in force; without one, the version of the rules. Undefined where it is gone. */
export function revisionOf(organisation: Organisation, subject: bigint): number | undefined {
  if (subject === 0n) return organisation.version;
  const { policies, roles } = organisation;
  return policies.get(subject)?.revision ?? roles.get(subject)?.revision;
}
