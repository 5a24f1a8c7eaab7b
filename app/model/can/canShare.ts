import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { ballotOf, inStep } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether somebody can open the nomination that they sealed. */
export function canShare(view: Standpoint, election: Election): Can {
  const rule = "Nominations are shared when all are sealed, or the time for them is over.";
  return all(
    () => inStep(view, election, ElectionStep.Sharing, rule),
    () => sealed(view, election),
  );
}

function sealed(view: Standpoint, election: Election): Can {
  if (view.me === null) return YES;
  const mine = ballotOf(view, election);
  if (mine === undefined) {
    return no(
      "Whoever sealed a nomination opens it.",
      `${view.nameOf(view.me)} nominated nobody here.`,
      "Nothing to do in this election any more.",
    );
  }
  if (mine.shared === null) return YES;
  return no("A nomination is shared once.", "Yours is shared.", "Wait for the change round.");
}
