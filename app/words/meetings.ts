import type { ActGlyph } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { clockText, dayText, leftText, momentText } from "#app/words/time.ts";
import type { Meeting, Presence as PresenceKind } from "#sdk/chronicle/meetings.ts";
import { endOf, ItemStep, meetingStateOf, Presence, presentAt } from "#sdk/chronicle/meetings.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** A meeting as a heading: "Meeting of Food Hub, 16 Feb 2026". */
export function meetingTitle(
  record: Pick<Organisation, "roles" | "removedRoles">,
  { circle, startsAt, request }: Pick<Meeting, "circle" | "startsAt" | "request">,
): string {
  const kind = request === 0n ? "Meeting" : "Special meeting";
  return `${kind} of ${roleName(record, circle)}, ${dayText(startsAt)}`;
}

/** From when to when: "Mon 16 Feb 09:30 to 11:00". */
export function spanOfMeeting(startsAt: number, endsAt: number): string {
  const sameDay = dayText(startsAt) === dayText(endsAt);
  return `${momentText(startsAt)} to ${sameDay ? clockText(endsAt) : momentText(endsAt)}`;
}

/** Where a meeting stands, as people read it. */
export interface MeetingStated {
  readonly is: ReturnType<typeof meetingStateOf>;
  readonly glyph: ActGlyph;
  readonly word: string;
  readonly rest: string;
  readonly until: number | undefined;
}

/** Where a meeting stands now. */
export function meetingState(meeting: Meeting, now: number): MeetingStated {
  const is = meetingStateOf(meeting, now);
  const end = endOf(meeting);
  const present = presentAt(meeting).length;
  switch (is) {
    case "announced":
      return {
        is,
        glyph: "waiting",
        word: "Meeting",
        rest: `begins in ${leftText(meeting.startsAt - now)}`,
        until: meeting.startsAt,
      };
    case "running":
      return {
        is,
        glyph: "open",
        word: "Going on",
        rest: `${countText(present, "person", "people")} present, ${leftText(end - now)} left`,
        until: end,
      };
    case "cancelled":
      return {
        is,
        glyph: "withdrawn",
        word: "Called off",
        rest: momentText(meeting.cancelledAt),
        until: undefined,
      };
    case "over":
      return { is, glyph: "enacted", word: "Over", rest: momentText(end), until: undefined };
  }
}

/** How somebody is present. */
export const PRESENCES: { readonly [presence in PresenceKind]: string } = {
  [Presence.None]: "not present",
  [Presence.Member]: "member",
  [Presence.Officer]: "in office here",
  [Presence.Guest]: "guest",
};

/** An item's steps: what it is called, and who has the word. */
export const ITEM_WORDS: {
  readonly [step in ItemStep]: { readonly title: string; readonly word: string };
} = {
  [ItemStep.None]: { title: "Not begun", word: "the facilitator takes it up" },
  [ItemStep.Presenting]: { title: "Presenting", word: "whoever brought it has the word" },
  [ItemStep.Clarifying]: { title: "Clarifying questions", word: "everybody present may ask" },
  [ItemStep.Reacting]: { title: "Reactions", word: "everybody but whoever brought it" },
  [ItemStep.Amending]: { title: "Amending", word: "whoever brought it, and the secretary" },
  [ItemStep.Objecting]: { title: "Objection round", word: "everybody present answers" },
  [ItemStep.Integrating]: { title: "Integration", word: "everybody present helps" },
  [ItemStep.Adopted]: { title: "Adopted", word: "nobody: it is decided" },
  [ItemStep.Closed]: { title: "Closed", word: "nobody: it is done" },
};

/** The order in which an item is taken through. */
export const ITEM_ORDER: readonly ItemStep[] = [
  ItemStep.Presenting,
  ItemStep.Clarifying,
  ItemStep.Reacting,
  ItemStep.Amending,
  ItemStep.Objecting,
];
