import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inStep } from "#app/model/can/electing.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether somebody can say whether they would take it. */
export function canDeclareWillingness(view: Standpoint, election: Election): Can {
  const rule = "The candidate says whether they would take it.";
  return all(
    () => inStep(view, election, ElectionStep.Consenting, rule),
    () => candidateOnly(view, election, rule),
  );
}

function candidateOnly({ me, nameOf }: Standpoint, { candidate }: Election, rule: string): Can {
  if (me === null || (candidate !== null && samePerson(me, candidate))) return YES;
  const name = candidate === null ? "Nobody" : nameOf(candidate);
  return no(rule, `${name} is proposed.`, candidate === null ? "Wait." : `Ask ${name}.`);
}
