import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { electionState, STEPS, silenceText } from "#app/words/elections.ts";
import { momentText } from "#app/words/time.ts";
import type { Ballot, Election, ElectionStep } from "#sdk/chronicle/elections.ts";
import { stepOf } from "#sdk/chronicle/stepOf.ts";

/** An election as a matter in which offices act. */
export function matterOf(election: Election): Matter {
  return { family: "elections", id: election.id, circle: election.subject.circle };
}

/** Where an election stands, in a sentence. */
export function whereText({ organisation, now }: Standpoint, election: Election): string {
  const { word, rest, until } = electionState(organisation, election, now);
  const end = until === undefined ? "" : `, until ${momentText(until)}`;
  return `${word}${rest === "" ? "" : `: ${rest}`}${end}.`;
}

/** Only in one step. */
export function inStep(
  view: Standpoint,
  election: Election,
  step: ElectionStep,
  rule: string,
): Can {
  const now = stepOf(election, view.now);
  if (now === step) return YES;
  const wanted = STEPS.findIndex((each) => each.step === step);
  const at = STEPS.findIndex((each) => each.step === now);
  const later = at !== -1 && at < wanted;
  return no(
    rule,
    whereText(view, election),
    later
      ? `Wait for it. ${silenceText(election, view.now) ?? ""}`.trim()
      : "It is over here; another election can be called later.",
  );
}

/** The ballot of whoever looks; undefined for none. */
export function ballotOf({ me }: Pick<Standpoint, "me">, election: Election): Ballot | undefined {
  if (me === null) return undefined;
  return election.ballots.find(({ by }) => samePerson(by, me));
}

/** Only whoever has shared a nomination. */
export function nominator(view: Standpoint, election: Election): Can {
  if (view.me === null || (ballotOf(view, election)?.shared ?? null) !== null) return YES;
  return no(
    "Whoever shared a nomination has a say in the rest of the election.",
    ballotOf(view, election) === undefined
      ? `${view.nameOf(view.me)} nominated nobody here.`
      : `${view.nameOf(view.me)} did not open the nomination in time.`,
    "Talk to somebody who nominated.",
  );
}
