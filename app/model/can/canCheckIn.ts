import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { notIn } from "#app/model/can/common.ts";
import { matterOfMeeting, ongoing, presenceOf } from "#app/model/can/meeting.ts";
import { actsFor } from "#app/model/offices.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { isMember } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can be present from now on. */
export function canCheckIn(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, "People check in while the meeting goes on."),
    () => belongs(view, meeting),
    () => fresh(view, meeting),
  );
}

function belongs(view: Standpoint, meeting: Meeting): Can {
  const { organisation, me } = view;
  const { family, id, circle } = matterOfMeeting(meeting);
  const acts = (office: Office) => actsFor(view, family, id, circle, office, me);
  if (me === null || isMember(organisation, circle, me)) return YES;
  if (acts(Office.Facilitator) || acts(Office.Secretary)) return YES;
  return no(
    "Members of the circle are present, and its facilitator and secretary; others as the guest of a representative.",
    notIn(view, me),
    "A representative who is present may bring you.",
  );
}

function fresh(view: Standpoint, meeting: Meeting): Can {
  if (presenceOf(view, meeting) === undefined) return YES;
  return no("Nobody checks in twice.", "You are present.", "Nothing to do.");
}
