import type { Can } from "#app/model/can/can.ts";
import { all } from "#app/model/can/can.ts";
import { founded, member } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";

/** Whether somebody can ask for a special meeting of a circle. */
export function canRequestSpecialMeeting(view: Standpoint, circle: bigint): Can {
  return all(
    () => founded(view),
    () => member(view, circle, "ask for a meeting"),
  );
}
