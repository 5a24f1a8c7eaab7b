import type { Act } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** The act by which something came to be as it is, and the proposal behind it; none for the founding record. */
export interface Origin {
  readonly act: Act;
  readonly proposal: bigint | undefined;
}

interface Acts {
  readonly bySubject: ReadonlyMap<bigint, readonly Act[]>;
  /** By the number of an act that an enactment wrote. */
  readonly enactments: ReadonlyMap<number, bigint>;
}

/** One index for each history; a history is never changed in place. */
const known = new WeakMap<readonly Act[], Acts>();

/** All acts about one role, policy, proposal or announcement, oldest first. */
export function actsAbout({ acts }: Pick<Organisation, "acts">, subject: bigint): readonly Act[] {
  return indexOf(acts).bySubject.get(subject) ?? [];
}

/** The proposal whose enactment wrote this act, or undefined. */
export function proposalBehind(
  { acts }: Pick<Organisation, "acts">,
  act: Pick<Act, "number">,
): bigint | undefined {
  return indexOf(acts).enactments.get(act.number);
}

/** By what a role or policy was created. */
export function originOf(organisation: Pick<Organisation, "acts">, id: bigint): Origin | undefined {
  const [act] = actsAbout(organisation, id);
  return act === undefined ? undefined : { act, proposal: proposalBehind(organisation, act) };
}

const WRITTEN: ReadonlySet<Act["name"]> = new Set([
  "RoleCreated",
  "RoleRemoved",
  "RoleLinked",
  "RoleUnlinked",
  "RoleMoved",
  "RoleLimited",
  "Added",
  "PolicyAdopted",
  "PolicyRepealed",
  "PolicyMoved",
  "Inscribed",
  "SettingsSet",
]);

function indexOf(acts: readonly Act[]): Acts {
  const found = known.get(acts);
  if (found !== undefined) return found;
  const enactments = new Map<number, bigint>();
  let last: Act | undefined;
  for (const act of acts) {
    if (!WRITTEN.has(act.name)) last = act;
    else if (last?.name === "Enacted" && last.transaction === act.transaction) {
      enactments.set(act.number, last.subject);
    }
  }
  const index = { bySubject: Map.groupBy(acts, (act) => act.subject), enactments };
  known.set(acts, index);
  return index;
}
