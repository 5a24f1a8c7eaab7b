import { has, Tags } from "../flags.ts";
import type { Organisation, Policy } from "./organisation.ts";

/** A policy that binds somewhere. */
export interface BindingPolicy {
  readonly policy: Policy;
  /** The circle that holds it. */
  readonly circle: bigint;
  /** How many circles further out that is; 0 for the circle itself. */
  readonly distance: number;
  /** As which of its kinds it binds here: a part of its tags. */
  readonly kinds: number;
  /**
   * Whether a policy of the circle itself, or of one between, may override what it says about a default. Whether one
   * does cannot be told from a text: readers show both.
   */
  readonly overridable: boolean;
}

const REACHING = Tags.CONSTRAINT | Tags.GRANT | Tags.DOMAIN;
const KINDS = REACHING | Tags.DEFAULT;

/** The policies that bind a role, from its own circle outwards; an anchor is bound by its own. */
export function policiesBinding(
  organisation: Organisation,
  role: bigint,
): readonly BindingPolicy[] {
  const stands = organisation.roles.get(role);
  return stands === undefined ? [] : policiesIn(organisation, stands.circle ?? role);
}

/**
 * The policies that bind in a circle: its own; of every circle around it those that constrain or grant, unless they
 * say that they do so there alone, and those that change a default, if they say that they do so inside too.
 */
export function policiesIn(organisation: Organisation, circle: bigint): readonly BindingPolicy[] {
  const found: BindingPolicy[] = [];
  let distance = 0;
  for (let id: bigint | null = circle; id !== null; distance++) {
    const holder = organisation.roles.get(id);
    for (const each of holder?.policies ?? []) {
      const policy = organisation.policies.get(each);
      if (policy === undefined) continue;
      const kinds = distance === 0 ? policy.tags & KINDS : reachingKinds(policy);
      if (kinds === 0) continue;
      const overridable =
        distance > 0 && has(kinds, Tags.DEFAULT) && !has(policy.tags, Tags.BINDING);
      found.push({ policy, circle: policy.circle, distance, kinds, overridable });
    }
    id = holder?.circle ?? null;
  }
  return found;
}

/** As which of its kinds a policy binds in the circles inside. */
function reachingKinds({ tags }: Policy): number {
  const reaching = has(tags, Tags.HERE_ALONE) ? 0 : tags & REACHING;
  const changed = has(tags, Tags.INSIDE_TOO) ? tags & Tags.DEFAULT : 0;
  return reaching | changed;
}
