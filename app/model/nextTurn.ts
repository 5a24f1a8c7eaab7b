import { GRACE, Outcome, PATIENCE } from "#sdk/chronicle/lifecycle.ts";
import { endOf } from "#sdk/chronicle/meetings.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { electionAt } from "#sdk/chronicle/stepOf.ts";

/** When the state of something changes by time alone; a day from now at the latest. */
export function nextTurn(organisation: Organisation, time: number): number {
  let next = time + 86_400;
  for (const turn of turnsOf(organisation, time)) {
    if (turn > time && turn < next) next = turn;
  }
  return next;
}

function turnsOf(organisation: Organisation, time: number): readonly number[] {
  const { proposals, announcements, elections, meetings, specialRequests, tenures } = organisation;
  const undecided = [...proposals.values(), ...announcements.values()].filter(
    ({ outcome }) => outcome === Outcome.None || outcome === Outcome.Adopted,
  );
  return [
    ...undecided.flatMap(({ closesAt }) => [closesAt, closesAt + GRACE]),
    ...[...proposals.values()].flatMap(({ closesAt, suspendedUntil, judgements }) => [
      suspendedUntil,
      closesAt + PATIENCE,
      ...judgements.map(({ deadline }) => deadline),
    ]),
    ...[...elections.values()].flatMap((election) => {
      const { endsAt, notice } = electionAt(election, time);
      return [endsAt, endsAt + notice, endsAt + GRACE];
    }),
    ...[...meetings.values()].flatMap((meeting) => [
      meeting.startsAt,
      meeting.endsAt,
      endOf(meeting),
    ]),
    ...[...specialRequests.values()].map(({ dueAt }) => dueAt),
    ...[...tenures.values()].map(({ until }) => until),
    ...[...organisation.standIns.values()].map(({ from }) => from),
    ...[...organisation.permissions.values()].map(({ until }) => until),
  ];
}
