import { countText } from "#app/words/lists.ts";
import { settingsAt, wordsAt } from "#app/words/revisions.ts";
import { spanText } from "#app/words/time.ts";
import { partInShort } from "#sdk/acts/describe.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change, Settings, Words } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";

type Record = Pick<
  Organisation,
  "roles" | "removedRoles" | "policies" | "repealedPolicies" | "acts" | "additions"
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
  [ChangeKind.Configure]: "Change the settings",
  [ChangeKind.MoveRole]: "Move a role",
  [ChangeKind.MovePolicy]: "Move a policy",
  [ChangeKind.LimitRole]: "Limit a role’s voices",
  [ChangeKind.LinkRole]: "Link a role",
  [ChangeKind.UnlinkRole]: "End a link",
  [ChangeKind.AddToRole]: "Add to a role",
  [ChangeKind.SetProcess]: "Change a process",
  [ChangeKind.SetTreasury]: "Change the treasury",
  [ChangeKind.AmendRules]: "Amend the rules",
};

/** The name of a role, also of one that was removed. */
export function roleName(record: Pick<Record, "roles" | "removedRoles">, id: bigint): string {
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
  if (CREATES.has(change.kind)) return null;
  return change.target === 0n ? circle : change.target;
}

const CREATES: ReadonlySet<number> = new Set([
  ChangeKind.CreateRole,
  ChangeKind.LinkRole,
  ChangeKind.AdoptPolicy,
]);

/** The words against which a change was written: of that revision, or as they are; null for what it creates. */
export function wordsBefore(record: Record, change: Change, circle: bigint): Words | null {
  const target = targetOf(change, circle);
  if (target === null) return null;
  if (change.kind === ChangeKind.AddToRole) return addedBefore(record, target, change.place);
  const written = wordsAt(record, target, change.revision);
  if (written !== undefined) return written;
  return (record.roles.get(target) ?? record.policies.get(target))?.words ?? null;
}

/** What a circle adds to one of its four standing roles now. */
function addedBefore({ additions }: Record, circle: bigint, part: bigint): Words | null {
  const found = [...additions.values()].find(
    (it) => it.circle === circle && BigInt(it.part) === part,
  );
  if (found === undefined) return null;
  const { domains, accountabilities } = found;
  return { name: "", text: "", domains: [...domains], accountabilities: [...accountabilities] };
}

/** Whether a change would leave words behind, and which. */
export function wordsAfter(change: Change): Words | null {
  return SAYS.has(change.kind) ? change.words : null;
}

const SAYS: ReadonlySet<number> = new Set([
  ChangeKind.CreateRole,
  ChangeKind.AmendRole,
  ChangeKind.AdoptPolicy,
  ChangeKind.AmendPolicy,
  ChangeKind.LinkRole,
  ChangeKind.AddToRole,
]);

/** Where a moved thing goes: the circle that decides, or a role in it. */
export function goalOf(change: Change, circle: bigint): bigint {
  return change.place === 0n ? circle : change.place;
}

/** One change as a heading: "Create the role Rider". */
export function changeTitle(
  record: Record,
  change: Change,
  circle: bigint,
  changes: readonly Change[] = [],
): string {
  const target = targetOf(change, circle) ?? circle;
  const named = (id = target) => {
    if (id >= FIRST_ID || id === 0n) return roleName(record, id);
    return changes[Number(id) - 1]?.words.name ?? "a role of this proposal";
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
      return settingsTitle(record, change, target, named());
    case ChangeKind.MoveRole:
      return `Move ${named()} into ${named(goalOf(change, circle))}`;
    case ChangeKind.MovePolicy:
      return `Move “${policyName(record, target)}” into ${named(goalOf(change, circle))}`;
    case ChangeKind.LimitRole:
      return change.place === 0n
        ? `Let all who fill ${named()} speak for it`
        : `Let ${countText(Number(change.place), "person", "people")} speak for ${named()}`;
    case ChangeKind.LinkRole:
      return `Link “${change.words.name}” into ${named()}`;
    case ChangeKind.UnlinkRole:
      return `Unlink ${named()}`;
    case ChangeKind.AddToRole:
      return `Add to ${partInShort(change.place)} of ${named()}`;
    case ChangeKind.SetProcess:
      return "Change a process";
    case ChangeKind.SetTreasury:
      return "Change the treasury";
    case ChangeKind.AmendRules:
      return "Amend the rules";
  }
}

/** New settings by what they change, when that is the window alone. */
function settingsTitle(record: Record, change: Change, circle: bigint, name: string): string {
  const [settings] = change.settings;
  const before = settingsAt(record, circle, change.revision);
  const all = `Change the settings of ${name}`;
  if (settings === undefined) return all;
  const { window, ...rest } = settings;
  const old = before ?? NO_SETTINGS;
  const parts = Object.keys(rest) as (keyof typeof rest)[];
  const same = parts.every((part) => rest[part] === old[part]);
  if (!same || window === old.window) return all;
  return window === 0
    ? `Give ${name} the anchor’s window`
    : `Give ${name} a window of ${windowText(settings)}`;
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

/** An amendment of one thing only, by that thing. */
function amendedTitle(record: Record, change: Change, circle: bigint): string | undefined {
  const now = wordsBefore(record, change, circle);
  if (change.kind !== ChangeKind.AmendRole || now === null) return undefined;
  const { words } = change;
  if (now.name !== words.name) return `Rename ${now.name} to ${words.name}`;
  const domains = differenceOf(now.domains, words.domains);
  const expected = differenceOf(now.accountabilities, words.accountabilities);
  const [came, went] = [
    [...domains.came, ...expected.came],
    [...domains.went, ...expected.went],
  ];
  if (now.text !== words.text || came.length > 1 || went.length > 1) return undefined;
  const [first, last] = [came[0], went[0]];
  if (first !== undefined && first.length > LONGEST_IN_TITLE) return undefined;
  if (first !== undefined && domains.came.length === 1 && went.length === 0) {
    return `Give ${now.name} the domain “${first}”`;
  }
  if (first !== undefined) return `${now.name}: ${first}`;
  return last === undefined || last.length > LONGEST_IN_TITLE
    ? undefined
    : `Take “${last}” off ${now.name}`;
}

const LONGEST_IN_TITLE = 72;

function differenceOf(before: readonly string[], after: readonly string[]) {
  return {
    came: after.filter((entry) => !before.includes(entry)),
    went: before.filter((entry) => !after.includes(entry)),
  };
}

export function windowText(settings: Pick<Settings, "window">): string {
  return settings.window === 0 ? "the anchor’s window" : spanText(settings.window);
}
