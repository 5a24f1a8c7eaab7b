import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { matterOfMeeting, meetingText } from "#app/model/can/meeting.ts";
import { acting } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { meetingStateOf } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

/** Whether somebody can call a meeting off. */
export function canCancelMeeting(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => before(view, meeting),
    () => caller(view, meeting),
  );
}

function before({ now }: Standpoint, meeting: Meeting): Can {
  if (meetingStateOf(meeting, now) === "announced") return YES;
  return no(
    "A meeting is called off before it begins.",
    meetingText(meeting, now),
    "Nothing to do.",
  );
}

function caller(view: Standpoint, meeting: Meeting): Can {
  const { organisation, me, nameOf } = view;
  const request = organisation.specialRequests.get(meeting.request);
  if (request === undefined) {
    const rule = "The secretary calls off a regular meeting.";
    return acting(view, matterOfMeeting(meeting), Office.Secretary, rule);
  }
  if (me === null || samePerson(request.by, me)) return YES;
  return no(
    "A meeting that somebody asked for is called off by nobody else.",
    `${nameOf(request.by)} asked for it.`,
    `Ask ${nameOf(request.by)}.`,
  );
}
