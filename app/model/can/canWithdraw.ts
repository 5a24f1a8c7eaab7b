import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { proposerOnly, standsText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** Whether a proposal can be withdrawn. */
export function canWithdraw(view: Standpoint, proposal: Proposal): Can {
  return all(
    () =>
      isUndecided(proposal, view.now)
        ? YES
        : no(
            "What a circle has adopted is the circle's; a proposal is withdrawn before.",
            standsText(view, proposal),
            "Nothing to do.",
          ),
    () => proposerOnly(view, proposal, `Ask ${view.nameOf(proposal.proposer)}, or object.`),
  );
}
