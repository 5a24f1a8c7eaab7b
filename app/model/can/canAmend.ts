import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { member, proposerOnly, standsText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** Whether a new version of a proposal can be written. */
export function canAmend(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => undecided(view, proposal),
    () => proposerOnly(view, proposal, "Tell the proposer what to change, or object."),
    () => member(view, proposal.circle, "amend"),
  );
}

function undecided(view: Standpoint, proposal: Proposal): Can {
  if (isUndecided(proposal, view.now)) return YES;
  return no(
    "A proposal is amended while it is open, objected to or suspended.",
    standsText(view, proposal),
    "Propose anew.",
  );
}
