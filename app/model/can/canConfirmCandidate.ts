import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inStep, nominator } from "#app/model/can/electing.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, standingAgainst } from "#sdk/chronicle/elections.ts";

/** Whether somebody can say to have no objection to the candidate. */
export function canConfirmCandidate(view: Standpoint, election: Election): Can {
  return all(
    () => roundOpen(view, election),
    () => nominator(view, election),
    () => silent(view, election),
  );
}

/** Confirmations and objections come before the end of the round. */
export function roundOpen(view: Standpoint, election: Election): Can {
  const rule = "The objection round on a candidate follows the count.";
  const can = inStep(view, election, ElectionStep.Consenting, rule);
  if (!can.ok || view.now < election.endsAt) return can;
  return no(
    "Confirmations and objections come before the round is over.",
    `It ended on ${momentText(election.endsAt)}.`,
    "Without an objection anybody may conclude it.",
  );
}

function silent({ me }: Standpoint, election: Election): Can {
  if (me === null) return YES;
  if (standingAgainst(election).some(({ by }) => samePerson(by, me))) {
    return no(
      "Nobody confirms while their own objection stands.",
      "Yours stands.",
      "Take it back.",
    );
  }
  if (!election.confirmed.some((one) => samePerson(one, me))) return YES;
  return no(
    "One confirmation for each candidate.",
    "You have said that you have no objection.",
    "Nothing to do. While the round lasts you can still object.",
  );
}
