import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { matterOfMeeting, ongoing } from "#app/model/can/meeting.ts";
import { acting } from "#app/model/can/officers.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

const RULE =
  "The secretary may propose a later end, once; it counts unless a member present refuses.";

/** Whether somebody can propose that the meeting goes on longer. */
export function canExtend(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, RULE),
    () => once(meeting),
    () => acting(view, matterOfMeeting(meeting), Office.Secretary, RULE),
  );
}

function once({ extension }: Meeting): Can {
  if (extension === null) return YES;
  const refused = extension.refusedBy === null ? "" : ", and refused";
  return no(
    RULE,
    `Until ${momentText(extension.until)} was proposed${refused}.`,
    "Schedule another.",
  );
}
