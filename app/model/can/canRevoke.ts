import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { founded, peopleText } from "#app/model/can/common.ts";
import { leads } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can end another's assignment to a role. */
export function canRevoke(view: Standpoint, role: bigint, person: Address): Can {
  const { organisation, me, nameOf } = view;
  const circle = organisation.roles.get(role)?.circle ?? null;
  const name = roleName(organisation, role);
  if (circle === null || circle === organisation.anchor) {
    return no(
      "In the outermost circle nobody alone ends an assignment.",
      `${name} stands there.`,
      `${nameOf(person)} resigns, or governance removes the role.`,
    );
  }
  if (!fills(organisation, role, person)) {
    return no(
      "Only an assignment ends.",
      `${nameOf(person)} does not fill ${name}.`,
      "Nothing to do.",
    );
  }
  const begun = founded(view);
  if (!begun.ok) return begun;
  if (me === null || leads(view, circle)) return YES;
  const people = peopleText(view, organisation.roles.get(circle)?.fillers ?? []);
  const where = roleName(organisation, circle);
  return no(
    `The leads of ${where} end assignments in it.`,
    `${where} is led by ${people}.`,
    `Ask ${people}; or ${nameOf(person)} resigns.`,
  );
}
