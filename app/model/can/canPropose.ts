import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, inSomeRole, member, slotsText } from "#app/model/can/common.ts";
import { freeSlot } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { proposalSlotsOf } from "#sdk/chronicle/organisation.ts";

/** Whether a change to a circle's governance can be proposed. */
export function canPropose(view: Standpoint, circle: bigint): Can {
  return all(
    () => founded(view),
    () => member(view, circle, "propose"),
    () => inSomeRole(view, circle),
    () => slot(view, circle),
  );
}

function slot(view: Standpoint, circle: bigint): Can {
  const { organisation, me } = view;
  if (me === null || freeSlot(view, circle) !== null) return YES;
  return no(
    `A member has three proposals at a time in ${roleName(organisation, circle)}.`,
    slotsText("proposal", proposalSlotsOf(organisation, circle, me)),
    "Enact or withdraw one of them.",
  );
}
