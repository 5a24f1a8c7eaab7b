import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inStep, matterOf } from "#app/model/can/electing.ts";
import { acting } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, standingAgainst } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";

const RULE =
  "The facilitator, who is not the candidate, may discard a candidate to whom an objection stands.";

/** Whether somebody can discard the candidate. */
export function canDiscardCandidate(view: Standpoint, election: Election): Can {
  return all(
    () => inStep(view, election, ElectionStep.Consenting, RULE),
    () => objected(election),
    () => notOwn(view, election),
    () => acting(view, matterOf(election), Office.Facilitator, RULE),
  );
}

function objected(election: Election): Can {
  if (standingAgainst(election).length > 0) return YES;
  return no(RULE, "No objection stands.", "Nothing to do.");
}

function notOwn({ me }: Standpoint, { candidate }: Election): Can {
  if (me === null || candidate === null || !samePerson(me, candidate)) return YES;
  return no(
    RULE,
    "You are the candidate.",
    "Say that you are not willing, or let somebody stand in.",
  );
}
