import type { Can } from "#app/model/can/can.ts";
import { all } from "#app/model/can/can.ts";
import { ongoing, present } from "#app/model/can/meeting.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";

/** Whether somebody can leave a meeting. */
export function canCheckOut(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, "People check out while the meeting goes on."),
    () => present(view, meeting),
  );
}
