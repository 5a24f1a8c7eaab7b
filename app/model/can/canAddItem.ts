import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { ongoing, presenceOf, present } from "#app/model/can/meeting.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { endOf, Presence } from "#sdk/chronicle/meetings.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether somebody can put an item on the agenda. */
export function canAddItem(view: Standpoint, meeting: Meeting): Can {
  return all(
    () => ongoing(view, meeting, "The agenda is built in the meeting, and not before."),
    () => present(view, meeting),
    () => oneTension(view, meeting),
  );
}

function oneTension(view: Standpoint, meeting: Meeting): Can {
  const { organisation, me } = view;
  if (me === null || presenceOf(view, meeting)?.presence !== Presence.Guest) return YES;
  const brought = meeting.items.some((id) => {
    const item = organisation.items.get(id);
    return item?.asGuest === true && samePerson(item.by, me);
  });
  if (!brought) return YES;
  return no("A guest brings one tension.", "You have brought yours.", "A member brings the next.");
}

const UNDECIDED: ReadonlySet<Status> = new Set([Status.Open, Status.Objected, Status.Suspended]);

/** The proposals that a meeting may take up now. */
export function takeable(view: Standpoint, meeting: Meeting): readonly Proposal[] {
  const { organisation, now } = view;
  const elsewhere = (proposal: bigint) =>
    [...organisation.items.values()].some((item) => {
      const other = organisation.meetings.get(item.meeting);
      return (
        item.proposal === proposal &&
        other !== undefined &&
        other.id !== meeting.id &&
        now < endOf(other)
      );
    });
  return [...organisation.proposals.values()].filter(
    (proposal) =>
      proposal.circle === meeting.circle &&
      UNDECIDED.has(statusOf(proposal, now)) &&
      (meeting.limits.length === 0 || meeting.limits.includes(proposal.id)) &&
      !elsewhere(proposal.id),
  );
}
