import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { judges, stands, undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { lastObjectionOf, rulingOf } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can rule whether a proposal breaks the rule that an objection names. */
export function canRule(view: Standpoint, proposal: Proposal, objector: Address): Can {
  return all(
    () => undecided(view, proposal, "A ruling is made"),
    () => stands(view, proposal, objector),
    () => namesRule(view, proposal, objector),
    () => judges(view, proposal, Office.Secretary, objector),
    () => unruled(view, proposal, objector),
  );
}

function namesRule({ nameOf }: Standpoint, proposal: Proposal, objector: Address): Can {
  if (lastObjectionOf(proposal, objector)?.objection.rule !== "") return YES;
  return no(
    "The secretary rules on objections that name a rule.",
    `${nameOf(objector)} gives four arguments.`,
    "The facilitator tests those.",
  );
}

function unruled({ nameOf }: Standpoint, proposal: Proposal, objector: Address): Can {
  const ruling = rulingOf(proposal, objector);
  if (ruling === undefined) return YES;
  return no(
    "An objection is ruled on once a version.",
    `${nameOf(ruling.by)} ruled that the rule ${ruling.violates ? "would be" : "is not"} broken.`,
    "A later version can be ruled on anew.",
  );
}
