import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { announcementText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Outcome, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether an expired announcement can be closed, which frees what it promised. Anybody may. */
export function canLapse(view: Standpoint, announcement: Announcement): Can {
  const lapsed = statusOf(announcement, view.now) === Status.Lapsed;
  if (lapsed && announcement.outcome === Outcome.None) return YES;
  return no(
    "Only an expired announcement is closed, once.",
    lapsed ? "It is closed already." : announcementText(view, announcement),
    "Nothing to do.",
  );
}
