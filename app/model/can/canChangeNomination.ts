import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { ballotOf, inStep, nominator } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether somebody can change the nomination, or keep it. */
export function canChangeNomination(view: Standpoint, election: Election): Can {
  const rule = "Nominations are changed once, after all are shared.";
  return all(
    () => inStep(view, election, ElectionStep.Changing, rule),
    () => nominator(view, election),
    () => once(view, election),
  );
}

function once(view: Standpoint, election: Election): Can {
  if ((ballotOf(view, election)?.changed ?? null) === null) return YES;
  return no(
    "A nomination is changed once.",
    "You have changed yours, or kept it.",
    "Wait for the count.",
  );
}
