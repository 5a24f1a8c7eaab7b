import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, peopleText } from "#app/model/can/common.ts";
import { appointer, followsNone } from "#app/model/can/linked.ts";
import { assignersOfRole, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { fills, keyOf, partnerOf } from "#sdk/chronicle/organisation.ts";

const MOST_FILLERS = 64;

/** Whether somebody can offer a role; with a person, to that person. */
export function canOffer(view: Standpoint, role: bigint, person?: Address): Can {
  return all(
    () => founded(view),
    () => assigner(view, role),
    () => room(view, role),
    () => (person === undefined ? YES : offerable(view, role, person)),
  );
}

/** Only whoever chooses who fills a role. */
export function assigner(view: Standpoint, role: bigint): Can {
  const { organisation } = view;
  if (role === organisation.anchor) {
    return no(
      "Nobody assigns the anchor itself once the founding is over.",
      `It is filled by ${peopleText(view, organisation.roles.get(role)?.fillers ?? [])}.`,
      "Nothing helps: its leads stay until they resign.",
    );
  }
  const unbound = followsNone(view, role);
  if (!unbound.ok) return unbound;
  return appointer(view, role) ?? assignerInside(view, role);
}

function assignerInside(view: Standpoint, role: bigint): Can {
  const { organisation, me, nameOf } = view;
  const { people, by } = assignersOfRole(view, role);
  if (people.length > 0 && (me === null || people.some((one) => samePerson(one, me)))) return YES;
  const circle = organisation.roles.get(role)?.circle ?? organisation.anchor;
  const name = roleName(organisation, circle);
  const rule = `The leads of ${name} choose who fills its roles, or the role that its settings name.`;
  if (people.length === 0) {
    const above = organisation.roles.get(circle)?.circle;
    return no(
      rule,
      `${by === null ? name : roleName(organisation, by)} is filled by nobody.`,
      above === null || above === undefined
        ? "Propose settings that name a role which assigns."
        : `Somebody is assigned to ${name} in ${roleName(organisation, above)} first.`,
    );
  }
  const who = peopleText(view, people);
  const assign = people.length === 1 ? "assigns" : "assign";
  return no(
    rule,
    `${who} ${assign} here${me === null ? "" : `, and not ${nameOf(me)}`}.`,
    `Ask ${who}.`,
  );
}

function room({ organisation }: Standpoint, role: bigint): Can {
  const fillers = organisation.roles.get(role)?.fillers.length ?? 0;
  if (fillers < MOST_FILLERS) return YES;
  return no(
    `Up to ${MOST_FILLERS} people fill a role.`,
    `${fillers} people fill it.`,
    "Create another role.",
  );
}

function offerable(view: Standpoint, role: bigint, person: Address): Can {
  const { organisation, nameOf } = view;
  const name = roleName(organisation, role);
  if (partnerOf(organisation, person)?.status !== "agreed") {
    return no(
      "Only partners fill roles: they have agreed to the rules.",
      `${nameOf(person)} is not a partner.`,
      `${nameOf(person)} agrees to the rules first.`,
    );
  }
  if (fills(organisation, role, person)) {
    return no("Nobody fills a role twice.", `${nameOf(person)} fills ${name}.`, "Nothing to do.");
  }
  if (organisation.offers.has(keyOf(role, person))) {
    return no(
      "A role is offered once.",
      `${name} is offered to ${nameOf(person)}.`,
      `${nameOf(person)} accepts.`,
    );
  }
  return YES;
}
