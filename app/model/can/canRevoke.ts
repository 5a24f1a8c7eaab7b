import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { founded, peopleText } from "#app/model/can/common.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { assignersOf } from "#sdk/chronicle/assignersOf.ts";
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
  const { people: assigners, by } = assignersOf(organisation, circle);
  if (me === null || assigners.some((one) => samePerson(one, me))) return YES;
  const people = peopleText(view, assigners);
  const where = roleName(organisation, circle);
  const others = by === circle ? "" : `, as ${roleName(organisation, by)}`;
  return no(
    `Whoever assigns in ${where} ends assignments in it.`,
    `There ${people} assign${assigners.length === 1 ? "s" : ""}${others}.`,
    `Ask ${people}; or ${nameOf(person)} resigns.`,
  );
}
