import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { member } from "#app/model/can/common.ts";
import { undecided } from "#app/model/can/judging.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { momentText } from "#app/words/time.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { settingsIn } from "#sdk/chronicle/organisation.ts";
import { Flags, has } from "#sdk/flags.ts";

/** Whether somebody can ask for a meeting about a proposal, which only a meeting adopts for a while then. */
export function canRequestMeeting(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => undecided(view, proposal, "A meeting is asked for"),
    () => member(view, proposal.circle, "ask for a meeting"),
    () => once(view, proposal),
    () => allowed(view, proposal),
  );
}

function once({ me }: Standpoint, { meetingRequests }: Proposal): Can {
  const mine = meetingRequests.find(({ by }) => me !== null && samePerson(by, me));
  if (mine === undefined) return YES;
  return no(
    "Each member asks for a meeting once a proposal.",
    `You asked on ${momentText(mine.at)}.`,
    "Object, if it should not be adopted as it is.",
  );
}

function allowed({ organisation }: Standpoint, { circle }: Proposal): Can {
  if (!has(settingsIn(organisation, circle).flags, Flags.ASYNC_ONLY)) return YES;
  return no(
    "Where a circle's settings say so, nobody stops a proposal by asking for a meeting.",
    `${roleName(organisation, circle)} decides without meetings.`,
    "Ask a question, offer an amendment, or object.",
  );
}
