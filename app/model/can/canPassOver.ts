import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inStep } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import { isWilling } from "#app/words/elections.ts";
import { momentText } from "#app/words/time.ts";
import { isEligible } from "#sdk/chronicle/candidacy.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** Whether a candidate can be passed over. Anybody may. */
export function canPassOver(view: Standpoint, election: Election): Can {
  const rule =
    "A candidate is passed over who has not said to be willing one notice after the round, or may not be elected any more.";
  return all(
    () => inStep(view, election, ElectionStep.Consenting, rule),
    () => fallen(view, election, rule),
  );
}

function fallen({ organisation, now, nameOf }: Standpoint, election: Election, rule: string): Can {
  const { candidate, subject, endsAt, notice } = election;
  if (candidate === null || !isEligible(organisation, subject, candidate)) return YES;
  const name = nameOf(candidate);
  if (isWilling(organisation, election)) {
    return no(rule, `${name} is willing, and may be elected.`, "Object while the round lasts.");
  }
  const from = endsAt + notice;
  if (now >= from) return YES;
  return no(rule, `${name} has until ${momentText(from)} to say so.`, `Ask ${name}, or wait.`);
}
