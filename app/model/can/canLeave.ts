import type { Can } from "#app/model/can/can.ts";
import { all, YES } from "#app/model/can/can.ts";
import { onlySeatInAnchor } from "#app/model/can/lastMember.ts";
import { partner } from "#app/model/can/partner.ts";
import { myRoles } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";

/** Whether somebody can leave the organisation, and with it all their roles. */
export function canLeave(view: Standpoint): Can {
  const { me } = view;
  const roles = myRoles(view).map(({ id }) => id);
  return all(
    () => partner(view),
    () => (me === null ? YES : onlySeatInAnchor(view, roles, me)),
  );
}
