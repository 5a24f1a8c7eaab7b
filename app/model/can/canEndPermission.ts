import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Permission } from "#sdk/chronicle/offices.ts";

/** Whether somebody can end a permission to represent a role. */
export function canEndPermission({ me, nameOf }: Standpoint, permission: Permission): Can {
  const { by, person } = permission;
  if (me === null || samePerson(by, me) || samePerson(person, me)) return YES;
  return no(
    "Whoever gave a permission ends it, or whoever has it.",
    `${nameOf(by)} gave it to ${nameOf(person)}.`,
    `Ask ${nameOf(by)}.`,
  );
}
