import { goalOf, targetOf } from "#app/words/changes.ts";
import type { Person } from "#app/words/people.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, seatOf } from "#sdk/chronicle/organisation.ts";

/** Members of a circle who would no longer be one: all the roles they speak for there would be removed, or moved away. */
export function silencedBy(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
): readonly Person[] {
  let removed = 0n;
  for (const change of changes) {
    const role = organisation.roles.get(change.target);
    const goes =
      change.kind === ChangeKind.RemoveRole ||
      (change.kind === ChangeKind.MoveRole && goalOf(change, circle) !== circle);
    if (goes && role?.circle === circle) {
      removed |= 1n << BigInt(role.seat);
    }
  }
  const members = organisation.roles.get(circle)?.members ?? [];
  return members.filter((person) => {
    const voices = seatOf(organisation, circle, person)?.voices ?? 0n;
    return (voices & ~removed) === 0n;
  });
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
