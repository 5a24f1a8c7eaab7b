import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { objected } from "#app/model/can/canWithdrawObjection.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { currentVersion, type Proposal } from "#sdk/chronicle/organisation.ts";

/** Whether an objector can say that the current version integrates the objection. */
export function canResolve(view: Standpoint, proposal: Proposal): Can {
  return all(
    () => objected(view, proposal),
    () => amended(view, proposal),
  );
}

function amended({ me, nameOf }: Standpoint, proposal: Proposal): Can {
  const { version } = currentVersion(proposal);
  const same = proposal.objections.some(
    ({ by, version: to }) => me !== null && to === version && samePerson(by, me),
  );
  if (!same) return YES;
  return no(
    "Only a version later than the objection can integrate it.",
    `Your objection is to version ${version}, the current one.`,
    `${nameOf(proposal.proposer)} amends the proposal; or you withdraw the objection.`,
  );
}
