import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { peopleText } from "#app/model/can/common.ts";
import { inStep } from "#app/model/can/electing.ts";
import type { Standpoint } from "#app/model/view.ts";
import { isRoundOver, isWilling } from "#app/words/elections.ts";
import { momentText } from "#app/words/time.ts";
import { isEligible } from "#sdk/chronicle/candidacy.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { countNominators, ElectionStep, standingAgainst } from "#sdk/chronicle/elections.ts";

/** Whether an election can be concluded. Anybody may: the circle has decided. */
export function canConclude(view: Standpoint, election: Election): Can {
  const rule =
    "An election is concluded when the round is over, or all nominators have confirmed, nothing stands against the candidate, and they are willing.";
  return all(
    () => inStep(view, election, ElectionStep.Consenting, rule),
    () => unopposed(view, election, rule),
    () => over(view, election, rule),
    () => taken(view, election, rule),
  );
}

function unopposed(view: Standpoint, election: Election, rule: string): Can {
  const standing = standingAgainst(election).map(({ by }) => by);
  if (standing.length === 0) return YES;
  return no(
    rule,
    `The objection of ${peopleText(view, standing)} stands.`,
    "Talk; it is taken back, or the facilitator discards the candidate.",
  );
}

function over({ now }: Standpoint, election: Election, rule: string): Can {
  if (isRoundOver(election, now)) return YES;
  const all = countNominators(election);
  return no(
    rule,
    `${election.confirmed.length} of ${all} have no objection, and the round goes on.`,
    `The others confirm, or ${momentText(election.endsAt)}.`,
  );
}

function taken({ organisation, nameOf }: Standpoint, election: Election, rule: string): Can {
  const { candidate, subject } = election;
  if (candidate === null) return no(rule, "Nobody is proposed.", "Bring the count.");
  const name = nameOf(candidate);
  if (!isEligible(organisation, subject, candidate)) {
    return no(rule, `${name} may not be elected to this any more.`, `Pass ${name} over.`);
  }
  if (isWilling(organisation, election)) return YES;
  return no(rule, `${name} has not said to be willing.`, `Ask ${name}.`);
}
