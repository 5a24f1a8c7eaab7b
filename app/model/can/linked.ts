import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";

/** Who fills a role that follows another is said there alone: nobody is offered it, resigns from it or is sent away. */
export function followsNone({ organisation }: Standpoint, role: bigint): Can {
  const source = organisation.roles.get(role)?.link?.source ?? null;
  if (source === null) return YES;
  const followed = roleName(organisation, source);
  return no(
    "A linked role is filled by whoever fills the role that it follows, and by nobody else.",
    `${roleName(organisation, role)} follows ${followed}.`,
    `What changes who fills ${followed} changes it here too.`,
  );
}

/** Where somebody outside chooses who fills a role, nobody else does; undefined for any other role. */
export function appointer(view: Standpoint, role: bigint): Can | undefined {
  const { organisation, me, nameOf } = view;
  const chosenBy = organisation.roles.get(role)?.link?.appointer ?? null;
  if (chosenBy === null) return undefined;
  if (me === null || samePerson(chosenBy, me)) return YES;
  return no(
    "A role that is linked from outside is filled by whom somebody there chooses.",
    `${nameOf(chosenBy)} chooses who fills ${roleName(organisation, role)}, and not ${nameOf(me)}.`,
    `Ask ${nameOf(chosenBy)}.`,
  );
}
