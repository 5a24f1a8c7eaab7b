import type { Address } from "viem";

import { ChangeKind } from "../chronicle/changeKind.ts";
import type { Change } from "../chronicle/events.ts";
import type { Organisation } from "../chronicle/organisation.ts";

/**
 * The people that an enactment or a founding write brings along: for each change, in order, that removes a filled
 * role or brings a circle alive by its first inner role, all who fill that role.
 * @param circle The circle that decides; the anchor for a founding write.
 */
export function peopleOf(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
): readonly Address[] {
  const alive = new Set<bigint>();
  return changes.flatMap(({ kind, target }) => {
    const id = target === 0n ? circle : target;
    // A role that the same list creates is filled by nobody yet.
    const role = organisation.roles.get(id);
    if (role === undefined) return [];
    if (kind === ChangeKind.RemoveRole) return role.fillers;
    if (kind !== ChangeKind.CreateRole || role.alive || alive.has(id)) return [];
    alive.add(id);
    return role.fillers;
  });
}
