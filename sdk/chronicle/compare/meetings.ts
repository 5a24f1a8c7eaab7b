import { meetingsAbi } from "../../abi/meetings.ts";
import type { Item, Meeting } from "../meetings.ts";
import { endOf, Presence, presentAt } from "../meetings.ts";
import type { Organisation } from "../organisation.ts";
import { emitterOf, numberOf } from "../organisation.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NO_MEETING = {
  circle: 0,
  startsAt: 0,
  endsAt: 0,
  extendedTo: 0,
  refused: false,
  limited: false,
  quorum: 0,
  present: 0,
  participants: 0,
  current: 0,
};

/** What the views of `Meetings` must answer; nothing while no event tells which contract it is. */
export function expectedOfMeetings(state: Organisation): readonly Expectation[] {
  const address = state.contracts.meetings;
  if (address === null) return [];
  const viewOf = (id: bigint) => viewsOf("Meetings", emitterOf(state, id) ?? address, meetingsAbi);
  const requests = [...state.specialRequests.values()].map(({ id, circle, dueAt, meeting, by }) =>
    viewOf(id)("requestAt", [id], {
      circle: numberOf(circle),
      dueAt,
      answered: meeting !== null,
      by,
    }),
  );
  const meetings = [...state.meetings.values()].flatMap((meeting) => {
    const { id, attendance, cancelledAt } = meeting;
    const view = viewOf(id);
    const here = new Map(presentAt(meeting).map(({ person, presence }) => [person, presence]));
    const people = new Set(attendance.map(({ person }) => person));
    return [
      view("meetingAt", [id], wordOf(meeting)),
      view("endOf", [id], cancelledAt > 0 ? 0 : endOf(meeting)),
      ...[...people].map((person) =>
        view("presenceOf", [id, person], here.get(person) ?? Presence.None),
      ),
    ];
  });
  const items = [...state.items.values()].map((item) =>
    viewOf(item.id)("itemAt", [item.id], itemWord(item)),
  );
  return [...requests, ...meetings, ...items];
}

/** A meeting that was called off is there no more. */
function wordOf(meeting: Meeting) {
  if (meeting.cancelledAt > 0) return NO_MEETING;
  const { circle, startsAt, endsAt, extension, limits, quorum, current } = meeting;
  const here = presentAt(meeting);
  return {
    circle: numberOf(circle),
    startsAt,
    endsAt,
    extendedTo: extension?.until ?? 0,
    refused: extension !== null && extension.refusedBy !== null,
    limited: limits.length > 0,
    quorum,
    present: here.filter(({ presence }) => presence === Presence.Member).length,
    participants: here.length,
    current: numberOf(current),
  };
}

function itemWord({ meeting, step, version, confirmed, round, proposal }: Item) {
  return {
    meeting: numberOf(meeting),
    step,
    version,
    confirmed: confirmed.length,
    round,
    proposal,
  };
}
