import { wordsAt } from "#app/words/revisions.ts";
import { spanText } from "#app/words/time.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change, Settings, Words } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

type Record = Pick<
  Organisation,
  "roles" | "removedRoles" | "policies" | "repealedPolicies" | "acts"
>;

const FIRST_ID = 1n << 32n;

/** What a kind of change is called, in a list of things one can propose. */
export const CHANGE_NAMES: Readonly<{ [kind in ChangeKind]: string }> = {
  [ChangeKind.CreateRole]: "Create a role",
  [ChangeKind.AmendRole]: "Amend a role",
  [ChangeKind.RemoveRole]: "Remove a role",
  [ChangeKind.AdoptPolicy]: "Adopt a policy",
  [ChangeKind.AmendPolicy]: "Amend a policy",
  [ChangeKind.RepealPolicy]: "Repeal a policy",
  [ChangeKind.Configure]: "Set the window",
};

/** The name of a role, also of one that was removed. */
export function roleName(record: Record, id: bigint): string {
  const role = record.roles.get(id) ?? record.removedRoles.get(id);
  return role?.words.name ?? "a role not known here";
}

/** The title of a policy, also of one that was repealed. */
export function policyName(record: Record, id: bigint): string {
  const policy = record.policies.get(id) ?? record.repealedPolicies.get(id);
  return policy?.words.name ?? "a policy not known here";
}

/** What a change touches: null for what it creates. */
export function targetOf(change: Change, circle: bigint): bigint | null {
  if (change.kind === ChangeKind.CreateRole || change.kind === ChangeKind.AdoptPolicy) return null;
  return change.target === 0n ? circle : change.target;
}

/** The words against which a change was written: of that revision, or as they are; null for what it creates. */
export function wordsBefore(record: Record, change: Change, circle: bigint): Words | null {
  const target = targetOf(change, circle);
  if (target === null) return null;
  const written = wordsAt(record, target, change.revision);
  if (written !== undefined) return written;
  return (record.roles.get(target) ?? record.policies.get(target))?.words ?? null;
}

/** Whether a change would leave words behind, and which. */
export function wordsAfter(change: Change): Words | null {
  const ends = change.kind === ChangeKind.RemoveRole || change.kind === ChangeKind.RepealPolicy;
  return ends || change.kind === ChangeKind.Configure ? null : change.words;
}

/** One change as a heading: "Create the role Rider". */
export function changeTitle(
  record: Record,
  change: Change,
  circle: bigint,
  changes: readonly Change[] = [],
): string {
  const target = targetOf(change, circle) ?? circle;
  const named = () => {
    if (target >= FIRST_ID || target === 0n) return roleName(record, target);
    return changes[Number(target) - 1]?.words.name ?? "a role of this proposal";
  };
  switch (change.kind as ChangeKind) {
    case ChangeKind.CreateRole: {
      const inside = change.target === 0n || change.target === circle;
      const where = inside
        ? ""
        : ` inside ${change.target < FIRST_ID ? (changes[Number(change.target) - 1]?.words.name ?? "it") : roleName(record, change.target)}`;
      return `Create the role ${change.words.name}${where}`;
    }
    case ChangeKind.AmendRole:
      return `Amend ${named()}`;
    case ChangeKind.RemoveRole:
      return `Remove the role ${named()}`;
    case ChangeKind.AdoptPolicy:
      return `Adopt “${change.words.name}”`;
    case ChangeKind.AmendPolicy:
      return `Amend “${policyName(record, target)}”`;
    case ChangeKind.RepealPolicy:
      return `Repeal “${policyName(record, target)}”`;
    case ChangeKind.Configure:
      return change.settings.window === 0
        ? `Give ${named()} the anchor’s window`
        : `Give ${named()} a window of ${windowText(change.settings)}`;
  }
}

/** A proposal's title: its only change, or its first and how many more. */
export function changesTitle(record: Record, changes: readonly Change[], circle: bigint): string {
  const [first] = changes;
  if (first === undefined) return "No change yet";
  const amended = amendedTitle(record, first, circle);
  const title =
    changes.length === 1 && amended !== undefined
      ? amended
      : changeTitle(record, first, circle, changes);
  const others = changes.length - 1;
  return others === 0
    ? title
    : `${title}, and ${others === 1 ? "one change" : `${others} changes`} more`;
}

/** An amendment that only adds one thing, by what it adds. */
function amendedTitle(record: Record, change: Change, circle: bigint): string | undefined {
  const now = wordsBefore(record, change, circle);
  if (change.kind !== ChangeKind.AmendRole || now === null) return undefined;
  if (now.name !== change.words.name) return `Rename ${now.name} to ${change.words.name}`;
  const added = change.words.domains.filter((domain) => !now.domains.includes(domain));
  const kept = now.domains.every((domain) => change.words.domains.includes(domain));
  const [domain] = added;
  if (added.length !== 1 || domain === undefined || !kept || domain.length > 48) return undefined;
  return `Give ${now.name} the domain “${domain}”`;
}

export function windowText(settings: Pick<Settings, "window">): string {
  return settings.window === 0 ? "the anchor’s window" : spanText(settings.window);
}
