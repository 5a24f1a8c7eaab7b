import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { meetingState } from "#app/words/meetings.ts";
import { momentText } from "#app/words/time.ts";
import type { Attendance, Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { endOf, meetingStateOf, presentAt } from "#sdk/chronicle/meetings.ts";

/** A meeting as a matter in which offices act. */
export function matterOfMeeting(meeting: Meeting): Matter {
  return { family: "meetings", id: meeting.id, circle: meeting.circle };
}

/** Where a meeting stands, in a sentence. */
export function meetingText(meeting: Meeting, now: number): string {
  const { word, rest } = meetingState(meeting, now);
  return `${word}: ${rest}.`;
}

/** Only while it goes on. */
export function ongoing({ now }: Standpoint, meeting: Meeting, rule: string): Can {
  const state = meetingStateOf(meeting, now);
  if (state === "running") return YES;
  return no(
    rule,
    meetingText(meeting, now),
    state === "announced"
      ? `It begins on ${momentText(meeting.startsAt)}.`
      : "Ask for another meeting.",
  );
}

/** How whoever looks is present; undefined for somebody who is not. */
export function presenceOf(
  { me }: Pick<Standpoint, "me">,
  meeting: Meeting,
): Attendance | undefined {
  if (me === null) return undefined;
  return presentAt(meeting).find(({ person }) => samePerson(person, me));
}

/** Only whoever is present. */
export function present(view: Standpoint, meeting: Meeting): Can {
  if (view.me === null || presenceOf(view, meeting) !== undefined) return YES;
  return no(
    "Only whoever is present takes part.",
    `${view.nameOf(view.me)} is not checked in.`,
    "Check in, as a member or in office here.",
  );
}

/** Who brought an item: the proposer of what it is about, else whoever put it on the agenda. */
export function bringerOf({ organisation }: Pick<Standpoint, "organisation">, item: Item) {
  return organisation.proposals.get(item.proposal)?.proposer ?? item.by;
}

/** The meeting's moments, for countdowns. */
export function momentsOf(meeting: Meeting) {
  return { startsAt: meeting.startsAt, endsAt: endOf(meeting) };
}
