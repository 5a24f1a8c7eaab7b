import { ChangeKind } from "./changeKind.ts";
import type { Change } from "./events.ts";
import type { Organisation, Proposal } from "./organisation.ts";
import { currentVersion } from "./organisation.ts";

/** A change of a proposal that the record has moved away from: it cannot be enacted any more. */
export interface Conflict {
  /** Which change of the list, from 0. */
  readonly index: number;
  readonly change: Change;
  /** gone: what it is about is not there any more. stale: it was changed since, and is at `revision` now. */
  readonly reason: "gone" | "stale";
  /** What it is about, and its revision now; 0 for what is gone. */
  readonly object: bigint;
  readonly revision: number;
}

const FIRST_ID = 1n << 32n;
const OF_ROLES: ReadonlySet<number> = new Set([
  ChangeKind.AmendRole,
  ChangeKind.RemoveRole,
  ChangeKind.MoveRole,
  ChangeKind.LimitRole,
]);
const CREATING: ReadonlySet<number> = new Set([ChangeKind.CreateRole, ChangeKind.AdoptPolicy]);
const MOVING: ReadonlySet<number> = new Set([ChangeKind.MoveRole, ChangeKind.MovePolicy]);

/**
 * The changes of a proposal's current version that are written against what is no longer so. While there are any, it
 * is never enacted: its proposer amends it, or it lapses.
 */
export function conflictsOf(organisation: Organisation, proposal: Proposal): readonly Conflict[] {
  const found: Conflict[] = [];
  // An earlier change of the list raises the revision that a later one has to name.
  const raised = new Map<string, number>();
  for (const [index, change] of currentVersion(proposal).changes.entries()) {
    const object = change.target === 0n ? proposal.circle : change.target;
    if (isGone(organisation, proposal, change, object)) {
      found.push({ index, change, reason: "gone", object, revision: 0 });
      continue;
    }
    if (CREATING.has(change.kind) || object < FIRST_ID) continue;
    const key = `${change.kind === ChangeKind.Configure ? "settings" : "object"}/${object}`;
    const before = raised.get(key) ?? 0;
    const revision = revisionOf(organisation, change, object);
    raised.set(key, before + 1);
    if (change.revision !== revision + before) {
      found.push({ index, change, reason: "stale", object, revision });
    }
  }
  return found;
}

/** Whether what a change is about, or where it moves it, is not there any more. */
function isGone(
  organisation: Organisation,
  proposal: Proposal,
  change: Change,
  object: bigint,
): boolean {
  const place = change.place === 0n ? proposal.circle : change.place;
  const moves = MOVING.has(change.kind);
  if (moves && place >= FIRST_ID && !organisation.roles.has(place)) return true;
  if (object < FIRST_ID) return false;
  const inRoles =
    CREATING.has(change.kind) || OF_ROLES.has(change.kind) || change.kind === ChangeKind.Configure;
  return inRoles ? !organisation.roles.has(object) : !organisation.policies.has(object);
}

function revisionOf({ roles, policies, settings }: Organisation, change: Change, object: bigint) {
  if (change.kind === ChangeKind.Configure) return settings.get(object)?.revision ?? 0;
  const found = OF_ROLES.has(change.kind) ? roles.get(object) : policies.get(object);
  return found?.revision ?? 0;
}
