import type { Organisation } from "./organisation.ts";
import type { Interpretation } from "./rulings.ts";
import { RulingStep } from "./rulings.ts";

/** How many steps further out a contract looks. */
const MOST_STEPS = 31;

/** The revision of a live role, a policy in force, or (0) the rules; 0 where there is no such thing. */
export function revisionOf(organisation: Organisation, object: bigint): number {
  if (object === 0n) return organisation.version;
  const role = organisation.roles.get(object);
  return role?.revision ?? organisation.policies.get(object)?.revision ?? 0;
}

/** The circle that holds what could be struck: a role that is no anchor, or a policy; null for neither. */
export function strikeHolderOf(organisation: Organisation, object: bigint): bigint | null {
  const role = organisation.roles.get(object);
  return role === undefined ? (organisation.policies.get(object)?.circle ?? null) : role.circle;
}

/** Whether `outer` is the circle, or lies around it. */
export function surrounds(organisation: Organisation, circle: bigint, outer: bigint): boolean {
  let at: bigint | null = circle;
  for (let step = 0; at !== null && step <= MOST_STEPS; step += 1) {
    if (at === outer) return true;
    at = organisation.roles.get(at)?.circle ?? null;
  }
  return false;
}

/** Whether a ruling binds now: it was made, and what it is about is still at that revision. */
export function rulingStands(organisation: Organisation, about: Interpretation): boolean {
  const ruled = about.step === RulingStep.Ruled || about.step === RulingStep.Appealed;
  return ruled && revisionOf(organisation, about.object) === about.revision;
}

/**
 * The rulings that are precedent in a circle: that of its own secretary, and of the secretaries of the circles around
 * it, as far as they bind. Oldest first.
 */
export function precedentsIn(
  organisation: Organisation,
  circle: bigint,
): readonly Interpretation[] {
  return [...organisation.interpretations.values()].filter((about) => {
    const last = about.readings.at(-1);
    return (
      last !== undefined &&
      rulingStands(organisation, about) &&
      surrounds(organisation, circle, last.rung)
    );
  });
}
