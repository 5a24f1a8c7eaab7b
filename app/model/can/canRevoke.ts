import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, peopleText } from "#app/model/can/common.ts";
import { appointer, followsNone } from "#app/model/can/linked.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { assignersOf } from "#sdk/chronicle/assignersOf.ts";
import { fills } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can end another's assignment to a role. */
export function canRevoke(view: Standpoint, role: bigint, person: Address): Can {
  const { organisation, nameOf } = view;
  const { circle = null } = organisation.roles.get(role) ?? {};
  const unbound = followsNone(view, role);
  if (!unbound.ok) return unbound;
  const chosen = appointer(view, role);
  if (chosen === undefined && (circle === null || circle === organisation.anchor)) {
    return no(
      "In the outermost circle nobody alone ends an assignment.",
      `${roleName(organisation, role)} stands there.`,
      `${nameOf(person)} resigns, or governance removes the role.`,
    );
  }
  return all(
    () => filled(view, role, person),
    () => founded(view),
    () => chosen ?? revoker(view, circle ?? 0n, person),
  );
}

function filled({ organisation, nameOf }: Standpoint, role: bigint, person: Address): Can {
  if (fills(organisation, role, person)) return YES;
  return no(
    "Only an assignment ends.",
    `${nameOf(person)} does not fill ${roleName(organisation, role)}.`,
    "Nothing to do.",
  );
}

function revoker(view: Standpoint, circle: bigint, person: Address): Can {
  const { organisation, me, nameOf } = view;
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
