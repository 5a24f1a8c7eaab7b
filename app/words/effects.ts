import { goalOf, targetOf } from "#app/words/changes.ts";
import type { Person } from "#app/words/people.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { linkedBy } from "#sdk/chronicle/links.ts";
import type { Organisation, Proposal, Role } from "#sdk/chronicle/organisation.ts";
import { currentVersion, seatOf } from "#sdk/chronicle/organisation.ts";

/** Members of a circle who would no longer be one: all the roles they speak for there would be removed, or moved away. */
export function silencedBy(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
): readonly Person[] {
  const gone = changes
    .flatMap((change) => takenBy(organisation, circle, change))
    .filter((role) => role.circle === circle)
    .reduce((seats, { seat }) => seats | (1n << BigInt(seat)), 0n);
  const members = organisation.roles.get(circle)?.members ?? [];
  return members.filter((person) => {
    const voices = seatOf(organisation, circle, person)?.voices ?? 0n;
    return (voices & ~gone) === 0n;
  });
}

/** The roles that a change takes away: the one it is about, or the one that the policy it repeals invites. */
function takenBy(organisation: Organisation, circle: bigint, change: Change): readonly Role[] {
  const { kind, target } = change;
  if (kind === ChangeKind.RepealPolicy) return linkedBy(organisation, target);
  const away = kind === ChangeKind.MoveRole && goalOf(change, circle) !== circle;
  const goes = away || kind === ChangeKind.RemoveRole || kind === ChangeKind.UnlinkRole;
  const role = organisation.roles.get(target);
  return goes && role !== undefined ? [role] : [];
}

/** Live proposals, other than one, that touch what these changes touch. */
export function rivalsOf(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
  now: number,
  except?: bigint,
): readonly Proposal[] {
  const touched = new Set(changes.flatMap((change) => targetOf(change, circle) ?? []));
  return [...organisation.proposals.values()].filter((proposal) => {
    if (proposal.id === except || !isLive(proposalState(proposal, now).status)) return false;
    return currentVersion(proposal).changes.some((change) => {
      const target = targetOf(change, proposal.circle);
      return target !== null && touched.has(target);
    });
  });
}
