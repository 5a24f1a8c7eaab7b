import { policyName, roleName } from "#app/words/changes.ts";
import { partInShort } from "#sdk/acts/describe.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Conflict } from "#sdk/chronicle/conflictsOf.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { readLinkTerms } from "#sdk/chronicle/links.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { CREATING, OF_POLICIES, revisionNow } from "#sdk/chronicle/revisionNow.ts";
import { isSpecial } from "#sdk/chronicle/special.ts";

const FIRST_ID = 1n << 32n;

/** Why a change does not fit the record, in a sentence. */
export function conflictText(organisation: Organisation, conflict: Conflict): string {
  const { change, reason, object } = conflict;
  if (reason === "gone") return goneText(organisation, change, object);
  if (reason === "held") return heldText(organisation, change, object);
  return staleText(organisation, conflict);
}

function heldText(organisation: Organisation, { kind, place }: Change, object: bigint): string {
  if (kind === ChangeKind.RemoveRole) {
    return `${roleName(organisation, object)} still holds roles or policies; those go first.`;
  }
  const policy = policyName(organisation, kind === ChangeKind.LinkRole ? place : object);
  return `A role is linked by “${policy}”; that is unlinked first.`;
}

function staleText(organisation: Organisation, { change, object, revision }: Conflict): string {
  if (isSpecial(change)) {
    return "What decides, pays or binds has been changed by another special change since.";
  }
  const name = touched(organisation, change, object);
  const now = revisionNow(organisation, change, object);
  return now === revision
    ? `Written against revision ${change.revision} of ${name}, which is at revision ${now} now.`
    : `An earlier change of the same list takes ${name} to revision ${revision}, and this one is written against revision ${change.revision}.`;
}

/** What a change is about, in the middle of a sentence. */
function touched(organisation: Organisation, { kind, place }: Change, object: bigint): string {
  if (OF_POLICIES.has(kind)) return `“${policyName(organisation, object)}”`;
  const name = roleName(organisation, object);
  if (kind === ChangeKind.Configure) return `what ${name} sets`;
  if (kind === ChangeKind.AddToRole) return `what ${name} adds to ${partInShort(place)}`;
  return name;
}

function goneText(organisation: Organisation, change: Change, object: bigint): string {
  const { kind, place, terms } = change;
  const { roles, policies } = organisation;
  if (CREATING.has(kind) && object >= FIRST_ID && !roles.has(object)) {
    return `${roleName(organisation, object)}, in which it would stand, has been removed since.`;
  }
  if (OF_POLICIES.has(kind) && !policies.has(object)) {
    return `“${policyName(organisation, object)}” has been repealed since.`;
  }
  if (kind === ChangeKind.MoveRole || kind === ChangeKind.MovePolicy) {
    const gone = kind === ChangeKind.MoveRole && !roles.has(object) ? object : place;
    return `${roleName(organisation, gone)} has been removed since.`;
  }
  if (kind !== ChangeKind.LinkRole) {
    return `${roleName(organisation, object)} has been removed since.`;
  }
  if (place >= FIRST_ID && !policies.has(place)) {
    return `“${policyName(organisation, place)}”, which invites it, has been repealed since.`;
  }
  const source = readLinkTerms(organisation.number, terms)?.source ?? 0n;
  return `${roleName(organisation, source)}, whose fillers would fill it, has been removed since.`;
}
