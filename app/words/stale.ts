import { policyName, roleName, targetOf } from "#app/words/changes.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** Why a change no longer fits the record: what it touches has changed, or is gone. Undefined while it fits. */
export function staleText(
  organisation: Organisation,
  change: Change,
  circle: bigint,
): string | undefined {
  const target = targetOf(change, circle);
  if (target === null) return goneText(organisation, change.target);
  if (target < 1n << 32n) return undefined;
  const { kind, revision } = change;
  if (kind === ChangeKind.AdoptPolicy || kind === ChangeKind.CreateRole) return undefined;
  const isPolicy =
    kind === ChangeKind.AmendPolicy ||
    kind === ChangeKind.RepealPolicy ||
    kind === ChangeKind.MovePolicy;
  if (isPolicy) {
    const policy = organisation.policies.get(target);
    const name = `“${policyName(organisation, target)}”`;
    return textOf(name, policy?.revision, revision, "repealed");
  }
  const name = roleName(organisation, target);
  const role = organisation.roles.get(target);
  if (role === undefined) return textOf(name, undefined, revision, "removed");
  if (kind === ChangeKind.Configure) {
    const now = organisation.settings.get(target)?.revision ?? 0;
    return textOf(`What ${name} sets`, now, revision, "removed");
  }
  if (kind === ChangeKind.RemoveRole && role.inner.length + role.policies.length > 0) {
    return `${name} still holds roles or policies; those go first.`;
  }
  return textOf(name, role.revision, revision, "removed");
}

function textOf(
  name: string,
  now: number | undefined,
  written: number,
  end: string,
): string | undefined {
  if (now === undefined) return `${name} has been ${end} since.`;
  if (now === written) return undefined;
  return `Written against revision ${written} of ${name}, which is at revision ${now} now.`;
}

function goneText(organisation: Organisation, inside: bigint): string | undefined {
  if (inside < 1n << 32n || organisation.roles.has(inside)) return undefined;
  return `${roleName(organisation, inside)}, in which it would stand, has been removed since.`;
}
