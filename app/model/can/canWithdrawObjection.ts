import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { peopleText, standsText, unique } from "#app/model/can/common.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import { type Proposal, standingObjections } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether somebody can withdraw their objection. */
export function canWithdrawObjection(view: Standpoint, proposal: Proposal): Can {
  return objected(view, proposal);
}

/** One's own objection stands, and holds the proposal. */
export function objected(view: Standpoint, proposal: Proposal): Can {
  const { me } = view;
  const standing = standingObjections(proposal);
  const rule = "Only whoever objected ends an objection, while it stands.";
  if (statusOf(proposal, view.now) !== Status.Objected) {
    return no(rule, standsText(view, proposal), "Nothing to do.");
  }
  if (me === null || standing.some(({ by }) => samePerson(by, me))) return YES;
  const people = peopleText(view, unique(standing.map(({ by }) => by)));
  return no(rule, `The objection of ${people} stands, and none of yours.`, `Talk to ${people}.`);
}
