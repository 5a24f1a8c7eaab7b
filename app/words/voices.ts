import type { View } from "#app/model/view.ts";
import { isSame, voiceName } from "#app/words/people.ts";
import type { Role } from "#sdk/chronicle/organisation.ts";
import { keyOf } from "#sdk/chronicle/organisation.ts";

/** For what somebody can speak in a circle, and by what right where it is not a role of their own. */
export function voiceText(
  { organisation, me, nameOf }: Pick<View, "organisation" | "me" | "nameOf">,
  role: Role,
  circle: bigint,
): string {
  const name = voiceName(role, circle);
  if (role.id === circle || role.fillers.some((person) => isSame(person, me))) return name;
  if (role.reps.some((person) => isSame(person, me))) return `${name}, which you represent`;
  const by = me === null ? undefined : organisation.permissions.get(keyOf(role.id, me))?.by;
  return by === undefined ? name : `${name}, by permission of ${nameOf(by)}`;
}
