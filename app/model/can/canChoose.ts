import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { ballotOf, inStep, nominator } from "#app/model/can/electing.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, nomineeOf } from "#sdk/chronicle/elections.ts";

/** Whether somebody can choose among the tied. */
export function canChoose(view: Standpoint, election: Election): Can {
  const rule = "Choosing comes after a tie, where that was stated.";
  return all(
    () => inStep(view, election, ElectionStep.Choosing, rule),
    () => nominator(view, election),
    () => ofNobodyTied(view, election),
  );
}

function ofNobodyTied(view: Standpoint, election: Election): Can {
  const mine = ballotOf(view, election);
  const nominee = mine === undefined ? null : nomineeOf(mine);
  const tied = election.ties.at(-1)?.tied ?? [];
  if (nominee === null || !tied.some((one) => samePerson(one, nominee))) return YES;
  return no(
    "Those who nominated none of the tied choose among them, once.",
    `Your nomination is for ${view.nameOf(nominee)}; tied are ${peopleText(view, tied)}.`,
    "Wait for those who choose.",
  );
}
