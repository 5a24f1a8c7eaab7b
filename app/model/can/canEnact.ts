import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import { standsText } from "#app/model/can/common.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Whether a proposal can be enacted. Anybody may: the circle has decided. */
export function canEnact(view: Standpoint, proposal: Proposal): Can {
  const status = statusOf(proposal, view.now);
  if (status === Status.Adopted) return YES;
  return no(
    "Only an adopted proposal is enacted; then anybody may do it, within 30 days.",
    standsText(view, proposal),
    HELPS[status]?.(proposal) ?? "Propose anew.",
  );
}

const HELPS: { readonly [status in Status]?: (proposal: Proposal) => string } = {
  [Status.Open]: (proposal) => `Everybody’s answer, or ${momentText(proposal.closesAt)}.`,
  [Status.Objected]: () => "The proposer integrates the objection, or its author withdraws it.",
  [Status.Enacted]: () => "Nothing to do.",
};
