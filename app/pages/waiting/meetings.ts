import { canCheckIn } from "#app/model/can/canCheckIn.ts";
import { canConfirmItem } from "#app/model/can/canConfirmItem.ts";
import { canRefuseExtension } from "#app/model/can/canRefuseExtension.ts";
import { canSchedule } from "#app/model/can/canSchedule.ts";
import type { Finder, Item, Looking } from "#app/pages/waiting/item.ts";
import { roleName } from "#app/words/changes.ts";
import { meetingState, meetingTitle, spanOfMeeting } from "#app/words/meetings.ts";
import { meetingPath, pathOf } from "#app/words/paths.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { momentText } from "#app/words/time.ts";
import type { Meeting, SpecialRequest } from "#sdk/chronicle/meetings.ts";
import { endOf } from "#sdk/chronicle/meetings.ts";
import { currentVersion, isMember } from "#sdk/chronicle/organisation.ts";

/** Meetings that go on or come near, what is asked in them, and requests to schedule. */
export const meetings: Finder = (view, me) => [
  ...[...view.organisation.meetings.values()].flatMap((meeting) => ofMeeting(view, me, meeting)),
  ...[...view.organisation.specialRequests.values()].flatMap((request) =>
    ofRequest(view, me, request),
  ),
];

/** How long before a meeting it stands among what waits. */
const SOON = 2 * 86_400;

function frame(view: Looking, meeting: Meeting, kind: string) {
  const { organisation, now } = view;
  const { is } = meetingState(meeting, now);
  const until = is === "running" ? endOf(meeting) : meeting.startsAt;
  return {
    kind,
    key: `${kind}${meeting.id}`,
    until,
    mark: {
      opensAt: is === "running" ? meeting.startsAt : meeting.scheduledAt,
      closesAt: until,
    },
    label: `Meeting of ${roleName(organisation, meeting.circle)}`,
    href: meetingPath(meeting.id),
  };
}

function ofMeeting(view: Looking, me: Person, meeting: Meeting): readonly Item[] {
  const { organisation, now } = view;
  const { is } = meetingState(meeting, now);
  const look = { label: "Look at it", href: meetingPath(meeting.id) };
  if (is === "announced") {
    const near = meeting.startsAt - now <= SOON && isMember(organisation, meeting.circle, me);
    if (!near) return [];
    return [
      {
        ...frame(view, meeting, "meeting soon"),
        title: meetingTitle(organisation, meeting),
        because: `${spanOfMeeting(meeting.startsAt, meeting.endsAt)}. You are a member: your tensions belong there.`,
        silence: "If you are absent, those present decide without you.",
        acts: [look],
      },
    ];
  }
  if (is !== "running") return [];
  if (canCheckIn(view, meeting).ok) {
    return [
      {
        ...frame(view, meeting, "check in"),
        title: "It goes on now",
        because:
          meeting.purpose === "" ? "You may be present." : `It is about: “${meeting.purpose}”`,
        silence: "If you are absent, those present decide without you.",
        acts: [
          {
            label: "Check in",
            sign: (sign) => sign("checkIn", { meeting: meeting.id }, { circle: meeting.circle }),
          },
          look,
        ],
      },
    ];
  }
  return [...ofRound(view, meeting), ...ofExtension(view, meeting)];
}

/** One's word in the round of the item in hand. */
function ofRound(view: Looking, meeting: Meeting): readonly Item[] {
  const { organisation } = view;
  const item = organisation.items.get(meeting.current);
  const proposal = organisation.proposals.get(item?.proposal ?? 0n);
  if (item === undefined || proposal === undefined) return [];
  if (!canConfirmItem(view, meeting, item).ok) return [];
  const { contentHash: content } = currentVersion(proposal);
  return [
    {
      ...frame(view, meeting, "confirm item"),
      title: `Objection round: ${item.label}`,
      because: "You are present, and everybody present is asked.",
      silence: "While you are silent, the meeting does not adopt it.",
      acts: [
        {
          label: "No objection",
          sign: (sign) =>
            sign("confirmInMeeting", { item: item.id, proposal: proposal.id, content }),
        },
        { label: "Read it, or object", href: meetingPath(meeting.id) },
      ],
    },
  ];
}

function ofExtension(view: Looking, meeting: Meeting): readonly Item[] {
  const { extension } = meeting;
  if (extension === null || !canRefuseExtension(view, meeting).ok) return [];
  return [
    {
      ...frame(view, meeting, "extension"),
      until: meeting.endsAt,
      title: `Go on until ${momentText(extension.until)}?`,
      because: `${view.nameOf(extension.by)} proposed to go on longer. Any member present may refuse.`,
      silence: "If nobody refuses, it goes on.",
      acts: [
        {
          label: "Refuse: end as scheduled",
          sign: (sign) =>
            sign("refuseExtension", { meeting: meeting.id }, { circle: meeting.circle }),
        },
        { label: "Look at it", href: meetingPath(meeting.id) },
      ],
    },
  ];
}

/** A request that nobody has answered, for whoever may schedule it. */
function ofRequest(view: Looking, me: Person, request: SpecialRequest): readonly Item[] {
  const { organisation, now, nameOf } = view;
  const { id, circle, by, purpose, dueAt, at, meeting } = request;
  const inside = organisation.roles.get(circle);
  if (meeting !== null || inside === undefined || !canSchedule(view, circle, request).ok) return [];
  const own = isSame(by, me);
  return [
    {
      kind: "schedule",
      key: `schedule${id}`,
      until: now < dueAt ? dueAt : null,
      mark: now < dueAt ? { opensAt: at, closesAt: dueAt } : { glyph: "waiting" },
      label: `Meeting asked for in ${roleName(organisation, circle)}`,
      title: purpose === "" ? "A special meeting" : purpose,
      href: pathOf(inside),
      by: { person: by, note: "asked for it" },
      because: own
        ? "Nobody has scheduled it within the notice, so you may."
        : "You act as secretary, who schedules special meetings promptly.",
      silence: own
        ? "If you do nothing, it waits for the secretary."
        : `If you do nothing, ${nameOf(by)} may schedule it from ${momentText(dueAt)}.`,
      acts: [{ label: "Schedule it", href: pathOf(inside) }],
    },
  ];
}
