import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { founded, slotsText } from "#app/model/can/common.ts";
import { freeAnnouncementSlot, rolesActedFor } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { announcementSlotsOf } from "#sdk/chronicle/organisation.ts";

/** Whether a payment can be announced. */
export function canAnnounce(view: Standpoint): Can {
  return all(
    () => founded(view),
    () => role(view),
    () => slot(view),
  );
}

function role(view: Standpoint): Can {
  const { me, nameOf } = view;
  if (me === null || rolesActedFor(view).length > 0) return YES;
  return no(
    "Whoever announces, announces for a role they fill, or for one in a circle they lead that nobody fills.",
    `${nameOf(me)} fills no role.`,
    "Ask somebody whose role it serves.",
  );
}

function slot(view: Standpoint): Can {
  const { organisation, me } = view;
  if (me === null || freeAnnouncementSlot(view) !== null) return YES;
  return no(
    "A person has three announcements at a time.",
    slotsText("announcement", announcementSlotsOf(organisation, me)),
    "Pay or revoke one of them; close one that has expired.",
  );
}
