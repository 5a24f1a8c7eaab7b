import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { proposerOnly, standsText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

const LIVE: ReadonlySet<Status> = new Set([Status.Open, Status.Objected]);

/** Whether a proposal can be withdrawn. */
export function canWithdraw(view: Standpoint, proposal: Proposal): Can {
  return all(
    () =>
      LIVE.has(statusOf(proposal, view.now))
        ? YES
        : no(
            "What a circle has adopted is the circle's; a proposal is withdrawn before.",
            standsText(view, proposal),
            "Nothing to do.",
          ),
    () => proposerOnly(view, proposal, `Ask ${view.nameOf(proposal.proposer)}, or object.`),
  );
}
