import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inStep, matterOf } from "#app/model/can/electing.ts";
import { acting } from "#app/model/can/officers.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { isMember } from "#sdk/chronicle/organisation.ts";

/** Whether somebody can state term and tie, and open the nominations. */
export function canOpenElection(view: Standpoint, election: Election): Can {
  return all(
    () => inStep(view, election, ElectionStep.Called, "Nominations are opened once."),
    () => opener(view, election),
  );
}

function opener(view: Standpoint, election: Election): Can {
  const { organisation, me, now } = view;
  const waited = now >= election.opensFrom;
  if (me !== null && waited && isMember(organisation, election.subject.circle, me)) return YES;
  const rule =
    "The facilitator opens the nominations; one notice after the call any member of the circle may.";
  const can = acting(view, matterOf(election), Office.Facilitator, rule);
  if (can.ok) return can;
  return no(
    can.rule,
    can.now,
    waited
      ? "Ask any member of the circle."
      : `${can.helps} Any member may from ${momentText(election.opensFrom)}.`,
  );
}
