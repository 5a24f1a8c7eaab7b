import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { assignersOfRole } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { keyOf, partnerOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can accept a role. */
export function canAccept(view: Standpoint, role: bigint): Can {
  const { organisation, me, nameOf } = view;
  const name = roleName(organisation, role);
  if (role === organisation.anchor && organisation.founding.endedAt !== 0) {
    return no(
      "The outermost circle’s own leads are seated while it is founded, and not later.",
      "Its founding is over.",
      "Nothing helps; any other role can be offered.",
    );
  }
  const offered = [...organisation.offers.values()].filter((offer) => offer.role === role);
  if (me === null ? offered.length > 0 : organisation.offers.has(keyOf(role, me))) {
    if (me === null || partnerOf(organisation, me)?.status === "agreed") return YES;
    return no(
      "Only partners fill roles.",
      `${nameOf(me)} has not agreed to the rules yet.`,
      "Agree to the rules: that accepts the role too.",
    );
  }
  const { people } = assignersOfRole(view, role);
  return no(
    "Only a role that was offered to somebody is accepted.",
    `${name} is not offered to ${me === null ? "anybody" : nameOf(me)}.`,
    people.length > 0 ? `Ask ${peopleText(view, people)}.` : "Somebody who assigns here offers it.",
  );
}
