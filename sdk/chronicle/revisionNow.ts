import { ChangeKind } from "./changeKind.ts";
import type { Change } from "./events.ts";
import type { Organisation } from "./organisation.ts";
import { isSpecial } from "./special.ts";

/** The kinds of change that create: they name no revision, but where they put something. */
export const CREATING: ReadonlySet<number> = new Set([
  ChangeKind.CreateRole,
  ChangeKind.AdoptPolicy,
  ChangeKind.LinkRole,
]);
export const OF_POLICIES: ReadonlySet<number> = new Set([
  ChangeKind.AmendPolicy,
  ChangeKind.RepealPolicy,
  ChangeKind.MovePolicy,
]);

/** What a change touches: a kind of thing, and which one. Changes of the same list with the same key count on each other. */
export function touchedBy({ kind, place }: Change, object: bigint): string {
  if (isSpecial({ kind })) return "special";
  if (kind === ChangeKind.Configure) return `settings/${object}`;
  if (kind === ChangeKind.AddToRole) return `addition/${object}/${place}`;
  return `object/${object}`;
}

/**
 * The revision of what a change touches, which it has to name: of a role, a policy, a circle's settings, what a circle
 * adds to one of its standing roles, or of all that special changes change. Undefined for what is not there.
 * @param object What its target names, or where it creates.
 */
export function revisionNow(
  organisation: Organisation,
  { kind, place }: Pick<Change, "kind" | "place">,
  object: bigint,
): number | undefined {
  const { roles, policies, settings, additions } = organisation;
  if (isSpecial({ kind })) return organisation.revision;
  if (OF_POLICIES.has(kind)) return policies.get(object)?.revision;
  const role = roles.get(object);
  if (role === undefined) return undefined;
  if (kind === ChangeKind.Configure) return settings.get(object)?.revision ?? 0;
  if (kind === ChangeKind.AddToRole) return additions.get(`${object}:${place}`)?.revision ?? 0;
  return role.revision;
}
