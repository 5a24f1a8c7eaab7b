import type { Act, Change, EventName } from "../events.ts";
import type { Due, Proposal, Unfinished } from "../organisation.ts";
import { currentVersion } from "../organisation.ts";
import type { Draft } from "./draft.ts";
import { check, checkEqual, checkRatifier, FoldError } from "./draft.ts";

const PARTS: ReadonlySet<EventName> = new Set<EventName>([
  "RoleCreated",
  "RoleRemoved",
  "RoleMoved",
  "RoleLimited",
  "PolicyAdopted",
  "PolicyRepealed",
  "PolicyMoved",
  "Inscribed",
  "SettingsSet",
  "RoleLinked",
  "Added",
  "RoleUnlinked",
]);

const POLICIES: ReadonlySet<EventName> = new Set<EventName>([
  "PolicyAdopted",
  "PolicyRepealed",
  "Inscribed",
]);

/** What a special change causes, which stands alone. */
const SPECIAL: ReadonlySet<EventName> = new Set<EventName>([
  "ProcessSet",
  "TreasurySet",
  "RulesAmended",
]);

const WRITTEN: ReadonlySet<EventName> = new Set<EventName>([
  ...PARTS,
  "Invited",
  "Offered",
  "Written",
]);

/** Refuse an event that comes before an earlier act is finished. */
export function checkFinished(draft: Draft, act: Act): void {
  const { unfinished } = draft;
  if (unfinished === null) return;
  // What a lead changes is not listed: it ends where something else begins.
  if (unfinished.kind === "decree" && unfinished.begun && !continues(unfinished, act)) {
    draft.unfinished = null;
    return;
  }
  const goesOn =
    mayFollow(unfinished, act) &&
    act.transaction === unfinished.transaction &&
    act.actor === unfinished.actor;
  const what = unfinished.kind === "following" ? `what follows ${unfinished.of}` : unfinished.kind;
  check(act, goesOn, `a part of the act before it (${what}) is missing`);
}

function continues(unfinished: Unfinished, act: Act): boolean {
  return mayFollow(unfinished, act) && act.transaction === unfinished.transaction;
}

function mayFollow(unfinished: Unfinished, act: Act): boolean {
  if (unfinished.kind === "imposed") return PARTS.has(act.name);
  if (unfinished.kind === "enactment") return PARTS.has(act.name) || SPECIAL.has(act.name);
  if (unfinished.kind === "decree") {
    return unfinished.policies ? POLICIES.has(act.name) : PARTS.has(act.name);
  }
  if (unfinished.kind === "write") return WRITTEN.has(act.name);
  const [due] = unfinished.next;
  return due?.name === act.name && due.subject === act.subject;
}

/** Make events due that must follow this one in the same act, before those that an earlier one made due. */
export function follow(draft: Draft, act: Act, next: readonly Due[]): void {
  const { unfinished } = draft;
  if (next.length === 0) return;
  const rest = unfinished?.kind === "following" ? unfinished.next : [];
  const then = unfinished?.kind === "following" ? unfinished.then : unfinished;
  const { transaction, actor, name } = act;
  draft.unfinished = {
    kind: "following",
    transaction,
    actor,
    of: name,
    next: [...next, ...rest],
    then,
  };
}

/** Make one change due that no proposal made. */
export function impose(draft: Draft, act: Act, circle: bigint, change: Change): void {
  const { transaction, actor } = act;
  draft.unfinished = { kind: "imposed", transaction, actor, circle, change };
}

/** The place of an event that follows another of the same act; undefined for one that stands alone. */
export function takeDue(draft: Draft, act: Act): Due | undefined {
  const { unfinished } = draft;
  if (unfinished?.kind !== "following") return undefined;
  const [due, ...rest] = unfinished.next;
  draft.unfinished = rest.length === 0 ? unfinished.then : { ...unfinished, next: rest };
  if (due !== undefined && due.person !== null && "person" in act.args) {
    checkEqual(act, "person", act.args.person, due.person);
  }
  return due;
}

/** The place of an event that never stands alone. */
export function requireDue(draft: Draft, act: Act): Due {
  const due = takeDue(draft, act);
  check(act, due !== undefined, "nothing before it makes it due");
  return due;
}

/** Part of a founding write: `stage` 0 is a change, 1 an invitation, 2 an offer. */
export function during(draft: Draft, act: Act, stage: number): void {
  checkRatifier(draft, act);
  const { unfinished } = draft;
  check(
    act,
    unfinished === null || (unfinished.kind === "write" && unfinished.stage <= stage),
    "a founding write makes changes, then invites, then offers",
  );
  draft.unfinished = { kind: "write", transaction: act.transaction, actor: act.actor, stage };
}

/** A change that an event must be the effect of; null in a founding write, which does not list its changes. */
export interface Cause {
  /** The circle that decided; null in a founding write. */
  readonly circle: bigint | null;
  readonly change: Change | null;
  /** What a reference of this change means. */
  readonly resolve: (target: bigint) => bigint;
}

/** What makes a change to the record: the next change of the enactment that goes on, or a founding write. */
export function causeOf(draft: Draft, act: Act, created: bigint | null): Cause {
  check(act, draft.founding.dissolvedAt === 0, "the organisation is dissolved");
  if (draft.founding.endedAt === 0) {
    during(draft, act, 0);
    return { circle: null, change: null, resolve: (target) => target };
  }
  const { unfinished } = draft;
  if (unfinished?.kind === "decree") {
    draft.unfinished = { ...unfinished, begun: true };
    return { circle: unfinished.circle, change: null, resolve: (target) => target };
  }
  const cause = nextCause(draft, act);
  check(act, cause !== null, "no adopted proposal causes it");
  if (unfinished?.kind !== "enactment") {
    draft.unfinished = null;
    return cause;
  }
  check(act, cause.change !== null, "the enacted proposal has no such change");
  const { changes } = currentVersion(draft.proposals.get(unfinished.proposal) as Proposal);
  const before = unfinished.created;
  const isLast = before.length + 1 === changes.length;
  draft.unfinished = isLast ? null : { ...unfinished, created: [...before, created] };
  return cause;
}

/** The change whose turn it is in what goes on, and stays so; null where none is listed. */
export function nextCause({ unfinished, proposals }: Draft, act: Act): Cause | null {
  if (unfinished?.kind === "imposed") {
    const { circle, change } = unfinished;
    return { circle, change, resolve: (target) => target };
  }
  if (unfinished?.kind !== "enactment") return null;
  const proposal = proposals.get(unfinished.proposal) as Proposal;
  const before = unfinished.created;
  const change = currentVersion(proposal).changes[before.length] ?? null;
  const resolve = (target: bigint): bigint => {
    if (target === 0n) return proposal.circle;
    return target < 1n << 32n ? atPlace(act, before, target) : target;
  };
  return { circle: proposal.circle, change, resolve };
}

function atPlace(act: Act, created: readonly (bigint | null)[], place: bigint): bigint {
  const role = created[Number(place) - 1];
  check(act, role !== undefined && role !== null, `change ${place} created no role`);
  return role;
}

/** Refuse an end of the history in the middle of an act. */
export function checkEnd(draft: Draft): void {
  const last = draft.acts.at(-1);
  const { unfinished } = draft;
  const finished = unfinished === null || (unfinished.kind === "decree" && unfinished.begun);
  if (!finished && last !== undefined) {
    throw new FoldError(last, "the act it is a part of is not finished");
  }
}

/** Refuse a part that is not what its change says. */
export function checkPart(act: Act, name: string, said: unknown, change: unknown): void {
  checkEqual(act, name, canonical(said), canonical(change));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
}
