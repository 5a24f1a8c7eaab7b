import { ChangeKind } from "./changeKind.ts";
import type { Change } from "./events.ts";
import { linkedBy, readLinkTerms } from "./links.ts";
import type { Organisation, Proposal } from "./organisation.ts";
import { currentVersion } from "./organisation.ts";
import { CREATING, revisionNow, touchedBy } from "./revisionNow.ts";

/** A change of a proposal that does not fit the record: while it does not, it cannot be enacted. */
export interface Conflict {
  /** Which change of the list, from 0. */
  readonly index: number;
  readonly change: Change;
  /**
   * gone: what it is about, or what it needs, is not there any more. stale: what it is about was changed since, or by an
   * earlier change of the list. held: the circle that it removes still holds roles or policies, or a role is linked by the
   * policy that it amends, moves or links by.
   */
  readonly reason: "gone" | "stale" | "held";
  /** What it is about, and the revision it would have to name; 0 for what is gone. */
  readonly object: bigint;
  readonly revision: number;
}

const FIRST_ID = 1n << 32n;
const TAKING: ReadonlySet<number> = new Set([
  ChangeKind.RemoveRole,
  ChangeKind.UnlinkRole,
  ChangeKind.RepealPolicy,
  ChangeKind.MoveRole,
  ChangeKind.MovePolicy,
]);
const MOVING: ReadonlySet<number> = new Set([ChangeKind.MoveRole, ChangeKind.MovePolicy]);

/**
 * The changes of a proposal's current version that are written against what is no longer so. While there are any, it
 * is never enacted: its proposer amends it, or it lapses.
 */
export function conflictsOf(organisation: Organisation, proposal: Proposal): readonly Conflict[] {
  return conflictsIn(organisation, proposal.circle, currentVersion(proposal).changes);
}

/** The same of a list of changes that a circle would decide. */
export function conflictsIn(
  organisation: Organisation,
  circle: bigint,
  changes: readonly Change[],
): readonly Conflict[] {
  const objectOf = ({ target }: Change) => (target === 0n ? circle : target);
  return changes.flatMap((change, index) => {
    const object = objectOf(change);
    const earlier = changes.slice(0, index);
    const fault = faultOf(organisation, change, object, earlier, objectOf);
    return fault === undefined ? [] : [{ index, change, object, ...fault }];
  });
}

type Fault = Pick<Conflict, "reason" | "revision">;

function faultOf(
  organisation: Organisation,
  change: Change,
  object: bigint,
  earlier: readonly Change[],
  objectOf: (change: Change) => bigint,
): Fault | undefined {
  const inList = object < FIRST_ID;
  const now = inList ? change.revision : revisionNow(organisation, change, object);
  if (now === undefined || leadsNowhere(organisation, change))
    return { reason: "gone", revision: 0 };
  const held = holding(organisation, change, object).some((id) => !isTaken(id, earlier));
  const revision = inList || CREATING.has(change.kind) ? change.revision : now + raised();
  if (change.revision !== revision) return { reason: "stale", revision };
  return held ? { reason: "held", revision } : undefined;

  // An earlier change of the list raises the revision that a later one has to name.
  function raised(): number {
    const key = touchedBy(change, object);
    const same = (it: Change) => !CREATING.has(it.kind) && touchedBy(it, objectOf(it)) === key;
    return earlier.filter(same).length;
  }
}

/** What has to go first: what is in a circle that is removed, or the role that is linked by a policy. */
function holding(
  organisation: Organisation,
  { kind, place }: Change,
  object: bigint,
): readonly bigint[] {
  if (kind === ChangeKind.RemoveRole) {
    const { alive = false, inner = [], policies = [] } = organisation.roles.get(object) ?? {};
    return alive ? [...inner, ...policies] : [];
  }
  const keeps = kind === ChangeKind.AmendPolicy || kind === ChangeKind.MovePolicy;
  const policy = kind === ChangeKind.LinkRole ? place : object;
  if (!keeps && kind !== ChangeKind.LinkRole) return [];
  return linkedBy(organisation, policy).map(({ id }) => id);
}

/** Whether an earlier change of the list takes something away. */
function isTaken(id: bigint, earlier: readonly Change[]): boolean {
  return earlier.some(({ kind, target }) => TAKING.has(kind) && target === id);
}

/** Whether where a change moves something, or what a link needs, is not there any more. */
function leadsNowhere(organisation: Organisation, { kind, place, terms }: Change): boolean {
  const { roles, policies } = organisation;
  const named = place >= FIRST_ID;
  if (MOVING.has(kind)) return named && !roles.has(place);
  if (kind !== ChangeKind.LinkRole) return false;
  const source = readLinkTerms(organisation.number, terms)?.source ?? null;
  return (named && !policies.has(place)) || (source !== null && !roles.has(source));
}
