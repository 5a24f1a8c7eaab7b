import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { member } from "#app/model/can/common.ts";
import { ballotOf, inStep } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether somebody can nominate, sealed. */
export function canNominate(view: Standpoint, election: Election): Can {
  return all(
    () => inStep(view, election, ElectionStep.Sealing, "Nominations come while they are open."),
    () => member(view, election.subject.circle, "nominate"),
    () => once(view, election),
  );
}

function once(view: Standpoint, election: Election): Can {
  const mine = ballotOf(view, election);
  if (mine === undefined) return YES;
  return no(
    "Each member nominates one person, once.",
    `You sealed yours on ${momentText(mine.sealedAt)}.`,
    "Wait until all are shared; then you may change it once.",
  );
}
