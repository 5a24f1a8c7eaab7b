import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { member } from "#app/model/can/common.ts";
import { stands, undecided } from "#app/model/can/judging.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can ask the facilitator to test an objection. */
export function canRequestTest(view: Standpoint, proposal: Proposal, objector: Address): Can {
  return all(
    () => undecided(view, proposal, "A test is asked for"),
    () => member(view, proposal.circle, "ask for a test"),
    () => stands(view, proposal, objector),
    () => anew(view, proposal, objector),
  );
}

/** The contract takes it again and again; asking twice says nothing more. */
function anew({ me }: Standpoint, { testRequests }: Proposal, objector: Address): Can {
  const mine = testRequests.find(
    (it) => me !== null && samePerson(it.by, me) && samePerson(it.objector, objector),
  );
  if (mine === undefined) return YES;
  return no(
    "A test is asked for once by each member.",
    `You asked on ${momentText(mine.at)}.`,
    "The facilitator looks at it, or whoever stands in.",
  );
}
