import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { ongoing, presenceOf, present } from "#app/model/can/meeting.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { Presence } from "#sdk/chronicle/meetings.ts";

const RULE = "A member who is present may refuse to go on longer.";

/** Whether somebody can refuse a longer meeting. */
export function canRefuseExtension(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, RULE),
    () => proposed(meeting),
    () => present(view, meeting),
    () => asMember(view, meeting),
  );
}

function proposed({ extension }: Meeting): Can {
  if (extension !== null && extension.refusedBy === null) return YES;
  const now = extension === null ? "Nobody proposed to go on longer." : "It was refused.";
  return no(RULE, now, "Nothing to do.");
}

function asMember(view: Standpoint, meeting: Meeting): Can {
  const mine = presenceOf(view, meeting);
  if (mine === undefined || mine.presence === Presence.Member) return YES;
  return no(RULE, "You are present otherwise.", "Ask a member.");
}
