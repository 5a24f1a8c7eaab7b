import type { Can } from "#app/model/can/can.ts";
import { inStep } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether the count can be brought. Anybody may: it is checked. */
export function canCount(view: Standpoint, election: Election): Can {
  const rule = "The count is brought when nominations stand; anybody may bring it.";
  return inStep(view, election, ElectionStep.Counting, rule);
}
