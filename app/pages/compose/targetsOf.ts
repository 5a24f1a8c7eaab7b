import type { DraftChange } from "#app/words/draft.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Organisation, Policy, Role } from "#sdk/chronicle/organisation.ts";

export interface Targets {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const option = ({ id, words }: Pick<Role | Policy, "id" | "words">) => ({
  value: String(id),
  label: words.name,
});

/** What a kind of change can be about in a circle; undefined where there is nothing to choose. */
export function targetsOf(
  organisation: Organisation,
  circle: bigint,
  kind: ChangeKind,
  earlier: readonly DraftChange[] = [],
): Targets | undefined {
  const held = organisation.roles.get(circle);
  if (held === undefined) return undefined;
  const inner = innerOf(organisation, held);
  switch (kind) {
    case ChangeKind.CreateRole:
      return {
        label: "Where",
        hint: "A role that gets its first inner role becomes a circle.",
        options: [
          { value: "0", label: `in ${held.words.name}` },
          ...inner
            .filter(({ alive }) => !alive)
            .map((role) => ({ ...option(role), label: `inside ${role.words.name}` })),
          ...createdBy(earlier),
        ],
      };
    case ChangeKind.AmendRole:
      return {
        label: "Which role",
        options: [...inner.map(option), ...(held.circle === null ? [option(held)] : [])],
      };
    case ChangeKind.RemoveRole:
    case ChangeKind.LimitRole:
      return { label: "Which role", options: inner.map(option) };
    case ChangeKind.AmendPolicy:
    case ChangeKind.RepealPolicy:
      return { label: "Which policy", options: policiesOf(organisation, held).map(option) };
    case ChangeKind.MoveRole:
      return {
        label: "Which role",
        hint: "A role goes one level: further in, or out of a circle inside.",
        options: [
          ...(inner.length > 1 ? inner.map(option) : []),
          ...inner.flatMap((role) => innerOf(organisation, role).map(within(role))),
        ],
      };
    case ChangeKind.MovePolicy:
      return {
        label: "Which policy",
        hint: "A policy goes one level: further in, or out of a circle inside.",
        options: [
          ...(inner.length > 0 ? policiesOf(organisation, held).map(option) : []),
          ...inner.flatMap((role) => policiesOf(organisation, role).map(within(role))),
        ],
      };
    default:
      return undefined;
  }
}

/** Where a role or a policy can be moved to: one level in, or one level out. */
export function placesOf(
  organisation: Organisation,
  circle: bigint,
  { kind, target }: Pick<DraftChange, "kind" | "target">,
  earlier: readonly DraftChange[] = [],
): Targets {
  const label = "Where it goes";
  const held = organisation.roles.get(circle);
  const id = BigInt(target || "0");
  const moved =
    kind === ChangeKind.MoveRole ? organisation.roles.get(id) : organisation.policies.get(id);
  if (held === undefined || moved === undefined) return { label, options: [] };
  if (moved.circle !== circle) {
    return { label, options: [{ value: "0", label: `out into ${held.words.name}` }] };
  }
  return {
    label,
    options: [
      ...innerOf(organisation, held)
        .filter((role) => role.id !== id)
        .map((role) => ({ ...option(role), label: `into ${role.words.name}` })),
      ...createdBy(earlier).map((it) => ({ ...it, label: it.label.replace("inside", "into") })),
    ],
  };
}

function innerOf({ roles }: Organisation, role: Role): readonly Role[] {
  return role.inner.flatMap((id) => roles.get(id) ?? []);
}

function policiesOf({ policies }: Organisation, role: Role): readonly Policy[] {
  return role.policies.flatMap((id) => policies.get(id) ?? []);
}

const within = (circle: Role) => (it: Role | Policy) => ({
  ...option(it),
  label: `${it.words.name}, in ${circle.words.name}`,
});

/** The roles that earlier changes of the list create, by their place. */
function createdBy(earlier: readonly DraftChange[]) {
  return earlier.flatMap((change, index) =>
    change.kind === ChangeKind.CreateRole
      ? [
          {
            value: String(index + 1),
            label: `inside ${change.name || "the role"} of change ${index + 1}`,
          },
        ]
      : [],
  );
}
