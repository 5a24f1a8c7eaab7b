import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { announcementText, peopleText, sourceLeads } from "#app/model/can/common.ts";
import { leads, samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

const LIVE: ReadonlySet<Status> = new Set([Status.Open, Status.Objected, Status.Adopted]);

/** Whether somebody can revoke an unpaid announcement. */
export function canRevokeAnnouncement(view: Standpoint, announcement: Announcement): Can {
  return all(
    () =>
      LIVE.has(statusOf(announcement, view.now))
        ? YES
        : no(
            "Only what is neither paid nor over is revoked.",
            announcementText(view, announcement),
            "Nothing to do.",
          ),
    () => revoker(view, announcement),
  );
}

function revoker(view: Standpoint, { announcer }: Announcement): Can {
  const { organisation, me, nameOf } = view;
  if (me === null || samePerson(me, announcer) || leads(view, organisation.anchor)) return YES;
  return no(
    "Its announcer revokes it, or a lead of the source.",
    `${nameOf(announcer)} announced it. Leads of the source: ${peopleText(view, sourceLeads(view))}.`,
    `Ask ${nameOf(announcer)}; or escalate it before its window closes.`,
  );
}
