import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inRound } from "#app/model/can/canConfirmItem.ts";
import { peopleText, standsText } from "#app/model/can/common.ts";
import { bringerOf, matterOfMeeting, ongoing, present } from "#app/model/can/meeting.ts";
import { acting } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { countText } from "#app/words/lists.ts";
import { keepsStanding } from "#sdk/chronicle/lifecycle.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import { Presence, presentAt } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { countBlocking } from "#sdk/chronicle/organisation.ts";

const RULE =
  "A meeting adopts a proposal when nothing stands against it and everybody present but the proposer has confirmed.";

/** Whether somebody can adopt an item's proposal. */
export function canAdopt(view: Standpoint, meeting: Meeting, item: Item): Can {
  return all(
    () => ongoing(view, meeting, RULE),
    () => acting(view, matterOfMeeting(meeting), Office.Facilitator, RULE),
    () => present(view, meeting),
    () => inRound(view, item, RULE),
    () => quorum(meeting),
    () => unopposed(view, item),
    () => unanimous(view, meeting, item),
    () => nobodyGone(view, item),
  );
}

function quorum(meeting: Meeting): Can {
  const there = presentAt(meeting).filter(({ presence }) => presence === Presence.Member).length;
  if (there >= meeting.quorum) return YES;
  return no(
    "Where a circle’s settings ask for a quorum, so many members have to be present.",
    `${countText(there, "member")} of ${meeting.quorum} ${there === 1 ? "is" : "are"} present.`,
    "More members check in.",
  );
}

function unopposed(view: Standpoint, item: Item): Can {
  const proposal = view.organisation.proposals.get(item.proposal);
  if (proposal === undefined || countBlocking(proposal) === 0) return YES;
  return no(
    RULE,
    standsText(view, proposal),
    "Integrate it; the objector says when it is resolved.",
  );
}

/** Whose word is missing in the round. */
export function missingIn(view: Pick<Standpoint, "organisation">, meeting: Meeting, item: Item) {
  const proposer = bringerOf(view, item);
  return presentAt(meeting)
    .map(({ person }) => person)
    .filter((person) => !samePerson(person, proposer))
    .filter((person) => !item.confirmed.some((one) => samePerson(one, person)));
}

function unanimous(view: Standpoint, meeting: Meeting, item: Item): Can {
  const missing = missingIn(view, meeting, item);
  if (missing.length === 0) return YES;
  return no(RULE, `Silent: ${peopleText(view, missing)}.`, "They confirm, object, or check out.");
}

function nobodyGone({ organisation }: Standpoint, item: Item): Can {
  const proposal = organisation.proposals.get(item.proposal);
  const left = organisation.roles.get(proposal?.circle ?? 0n)?.lastDeparture ?? 0;
  if (proposal === undefined || !keepsStanding(left, proposal.standingFrom)) return YES;
  return no(
    "Whoever left the circle lately may still object, and is not in the room.",
    "Somebody left since shortly before it was proposed.",
    "Let its window run: then silence is consent.",
  );
}
