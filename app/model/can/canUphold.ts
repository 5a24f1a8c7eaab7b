import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all } from "#app/model/can/can.ts";
import { judges, stands, undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can find that an objection gives every argument it needs. */
export function canUphold(view: Standpoint, proposal: Proposal, objector: Address): Can {
  return all(
    () => undecided(view, proposal, "An objection is tested"),
    () => stands(view, proposal, objector),
    () => judges(view, proposal, Office.Facilitator, objector),
  );
}
