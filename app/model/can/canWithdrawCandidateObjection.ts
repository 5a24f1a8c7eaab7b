import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { inStep } from "#app/model/can/electing.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, standingAgainst } from "#sdk/chronicle/elections.ts";

/** Whether somebody can take back their objection to the candidate. */
export function canWithdrawCandidateObjection(view: Standpoint, election: Election): Can {
  const rule = "An objection is taken back while it stands.";
  return all(
    () => inStep(view, election, ElectionStep.Consenting, rule),
    () => own(view, election, rule),
  );
}

function own(view: Standpoint, election: Election, rule: string): Can {
  const { me } = view;
  const standing = standingAgainst(election).map(({ by }) => by);
  if (standing.some((by) => me === null || samePerson(by, me))) return YES;
  return no(
    rule,
    standing.length === 0
      ? "No objection stands."
      : `The objection of ${peopleText(view, standing)} stands, and none of yours.`,
    standing.length === 0 ? "Nothing to do." : `Talk to ${peopleText(view, standing)}.`,
  );
}
