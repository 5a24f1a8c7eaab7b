import type { Address } from "viem";

import { ChangeKind } from "../chronicle/changeKind.ts";
import type { Change } from "../chronicle/events.ts";
import { followersOf, linkedBy, readLinkTerms } from "../chronicle/links.ts";
import type { Organisation, Role } from "../chronicle/organisation.ts";

/**
 * The people that an enactment or a founding write brings along: for each change, in order, all who fill a circle that
 * it brings alive by a first inner role, then all who fill or represent a role that it removes, unlinks or moves, or fill
 * one that a linked role will follow. Before a role go those that follow it, before a policy the one that it invites.
 * @param circle The circle that decides; the anchor for a founding write.
 */
export function peopleOf(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
): readonly Address[] {
  const alive = new Set<bigint>();
  const idOf = (target: bigint) => (target === 0n ? circle : target);
  // A role that the same list creates is filled by nobody yet.
  const roleOf = (id: bigint) => organisation.roles.get(id);
  const gone = new Set<bigint>();
  const waking = (id: bigint): readonly Address[] => {
    const role = roleOf(id);
    if (role === undefined || role.alive || alive.has(id)) return [];
    alive.add(id);
    return role.fillers;
  };
  const seated = (id: bigint): readonly Address[] => {
    const role = roleOf(id);
    gone.add(id);
    return role === undefined ? [] : [...role.fillers, ...role.reps];
  };
  // What goes before what it depends on, unless an earlier change has unlinked it.
  const unlinked = (roles: readonly Role[]): readonly Address[] =>
    roles.filter(({ id }) => !gone.has(id)).flatMap(({ id }) => seated(id));
  return changes.flatMap(({ kind, target, place, terms }) => {
    if (kind === ChangeKind.CreateRole) return waking(idOf(target));
    if (kind === ChangeKind.UnlinkRole) return seated(idOf(target));
    if (kind === ChangeKind.RepealPolicy) return unlinked(linkedBy(organisation, target));
    if (kind === ChangeKind.RemoveRole) {
      return [...unlinked(followersOf(organisation, idOf(target))), ...seated(idOf(target))];
    }
    if (kind === ChangeKind.LinkRole) {
      const source = readLinkTerms(organisation.number, terms)?.source ?? 0n;
      return [...waking(idOf(target)), ...(roleOf(source)?.fillers ?? [])];
    }
    if (kind !== ChangeKind.MoveRole) return [];
    return [...waking(idOf(place)), ...seated(idOf(target))];
  });
}
