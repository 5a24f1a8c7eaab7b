import type { ActGlyph } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { countText } from "#app/words/lists.ts";
import { dayText, leftText } from "#app/words/time.ts";
import { seatName } from "#sdk/acts/names.ts";
import type { Count, Election, ElectionSubject } from "#sdk/chronicle/elections.ts";
import { countNominators, ElectionStep, standingAgainst, Tie } from "#sdk/chronicle/elections.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { partnerOf } from "#sdk/chronicle/organisation.ts";
import { electionAt, isRunning } from "#sdk/chronicle/stepOf.ts";

type Names = Pick<Organisation, "roles" | "removedRoles">;
type NameOf = (person: ElectionSubject["replaced"]) => string;

const NOBODY = /^0x0{40}$/;

/** Whether an address stands for nobody. */
export function isNobody(person: string): boolean {
  return NOBODY.test(person);
}

/** What is elected, inside a sentence: "the facilitator of Food Hub", "who fills Rider in the place of Aart". */
export function subjectText(record: Names, subject: ElectionSubject, nameOf: NameOf): string {
  const { circle, role, office, index, replaced } = subject;
  if (role === 0n) return `the ${seatName(office, index)} of ${roleName(record, circle)}`;
  const instead = isNobody(replaced) ? "" : `, in the place of ${nameOf(replaced)}`;
  return `who fills ${roleName(record, role)}${instead}`;
}

/** An election as a heading: "Election of the facilitator of Food Hub". */
export function electionTitle(record: Names, subject: ElectionSubject, nameOf: NameOf): string {
  const what = subjectText(record, subject, nameOf);
  return subject.role === 0n ? `Election of ${what}` : `Election: ${what}`;
}

/** Where an election stands, as people read it. */
export interface ElectionState {
  readonly step: ElectionStep;
  readonly glyph: ActGlyph;
  readonly word: string;
  readonly rest: string;
  /** When the step began, as far as it has an end. */
  readonly from: number;
  /** Until when it can change by itself; undefined when nothing runs. */
  readonly until: number | undefined;
}

/** Where an election stands now. */
export function electionState(
  organisation: Pick<Organisation, "partners">,
  election: Election,
  now: number,
): ElectionState {
  const at = electionAt(election, now);
  const { step, endsAt, acted, expected, window, notice } = at;
  const shared = countNominators(at);
  const of = (number: number, all: number, what: string) => `${number} of ${all} ${what}`;
  switch (step) {
    case ElectionStep.Called:
      return now < endsAt
        ? state(step, "waiting", "Called", "waits to be opened", election.calledAt, endsAt)
        : state(step, "waiting", "Called", "any member may open it", endsAt, endsAt + GRACE);
    case ElectionStep.Sealing: {
      const rest = of(acted, expected, "have nominated, sealed");
      return state(step, "open", "Nominations", rest, endsAt - window, endsAt);
    }
    case ElectionStep.Sharing: {
      const rest = of(acted, election.ballots.length, "have shared");
      return state(step, "open", "Sharing", rest, endsAt - notice, endsAt);
    }
    case ElectionStep.Changing: {
      const rest = of(acted, shared, "have changed or kept theirs");
      return state(step, "open", "Change round", rest, endsAt - notice, endsAt);
    }
    case ElectionStep.Counting:
      return state(
        step,
        "waiting",
        "To be counted",
        "anyone may bring the count",
        endsAt - GRACE,
        endsAt,
      );
    case ElectionStep.Choosing: {
      const rest = of(acted, at.choosers, "have chosen among the tied");
      return state(step, "question", "Tied", rest, endsAt - notice, endsAt);
    }
    case ElectionStep.Consenting:
      return consentState(organisation, at, now, shared);
    case ElectionStep.Elected: {
      const until = election.elected?.until ?? 0;
      return state(step, "elected", "Elected", until === 0 ? "" : `until ${dayText(until)}`);
    }
    case ElectionStep.Failed:
      return state(step, "lapsed", "Failed", "nobody was left to be elected");
    case ElectionStep.Lapsed:
      return state(step, "lapsed", "Lapsed", "it waited for somebody for 30 days");
    default:
      return state(step, "unfilled", "Not there", "");
  }
}

function consentState(
  organisation: Pick<Organisation, "partners">,
  election: Election,
  now: number,
  nominators: number,
): ElectionState {
  const { step, endsAt } = election;
  const from = election.counts.at(-1)?.at ?? endsAt - election.window;
  const end = endsAt + GRACE;
  const against = standingAgainst(election).length;
  if (against > 0) {
    const rest = `${countText(against, "objection")} to the candidate`;
    return state(step, "objected", "Objected", rest, from, now < endsAt ? endsAt : end);
  }
  if (!isRoundOver(election, now)) {
    const rest = `${election.confirmed.length} of ${nominators} have no objection`;
    return state(step, "open", "Objection round", rest, from, endsAt);
  }
  return isWilling(organisation, election)
    ? state(step, "adopted", "To be concluded", "anyone may", from, end)
    : state(step, "waiting", "Waits", "for the candidate to be willing", from, end);
}

/** Whether the objection round is over: by time, or because all nominators have confirmed. */
export function isRoundOver(election: Election, now: number): boolean {
  return now >= election.endsAt || election.confirmed.length >= countNominators(election);
}

/** Whether the candidate has said so, nominated themselves, or is open to whatever is assigned. */
export function isWilling(
  { partners }: Pick<Organisation, "partners">,
  election: Election,
): boolean {
  const { candidate, willing } = election;
  if (candidate === null) return false;
  return willing || partners.get(candidate.toLowerCase())?.open === true;
}

/** Whether an election goes on. */
export function isElectionLive(election: Election, now: number): boolean {
  return isRunning(electionAt(election, now).step);
}

function state(
  step: ElectionStep,
  glyph: ActGlyph,
  word: string,
  rest: string,
  from = 0,
  until?: number,
): ElectionState {
  return { step, glyph, word, rest, from, until };
}

/** The steps of an election in their order, and what happens in each. */
export const STEPS: readonly {
  readonly step: ElectionStep;
  readonly title: string;
  readonly text: string;
}[] = [
  { step: ElectionStep.Called, title: "Called", text: "term and tie are stated" },
  { step: ElectionStep.Sealing, title: "Nominations", text: "each names one person, sealed" },
  { step: ElectionStep.Sharing, title: "Sharing", text: "each opens theirs, with a reason" },
  { step: ElectionStep.Changing, title: "Change round", text: "each may change once" },
  { step: ElectionStep.Counting, title: "Count", text: "most nominations are proposed" },
  { step: ElectionStep.Consenting, title: "Objection round", text: "on the candidate" },
  { step: ElectionStep.Elected, title: "Elected", text: "the office passes on" },
];

/** Where a step comes in the order; Choosing is a part of the count. */
export function placeOfStep(step: ElectionStep): number {
  const of = step === ElectionStep.Choosing ? ElectionStep.Counting : step;
  return STEPS.findIndex((each) => each.step === of);
}

/** How a tie is broken, as a choice: "The lot decides". */
export const TIE_CHOICES: { readonly [tie in Tie]: string } = {
  [Tie.SelfNominee]: "whoever alone nominated themselves",
  [Tie.Incumbent]: "whoever holds it now",
  [Tie.Random]: "the lot",
  [Tie.Choosers]: "those who nominated somebody else choose",
};

/** What the count said: "proposed with 3 nominations", and what broke a tie. */
export function countSentence(
  { candidate, nominations, tied, tie }: Count,
  nameOf: NameOf,
): string {
  if (candidate === null) return "Nobody was left to be proposed.";
  const name = nameOf(candidate);
  const with_ = countText(nominations, "nomination");
  if (tied <= 1) return `${name} has most, ${with_}, and is proposed.`;
  return `${tied} people had ${with_} each. ${name} is proposed: ${TIE_BREAKS[tie]}.`;
}

const TIE_BREAKS: { readonly [tie in Tie]: string } = {
  [Tie.SelfNominee]: "alone of the tied they nominated themselves",
  [Tie.Incumbent]: "they hold it now",
  [Tie.Random]: "drawn by lot from all the salts",
  [Tie.Choosers]: "chosen among the tied",
};

/** How a candidate fell. */
export const FALLS = {
  discarded: "discarded by the facilitator",
  declined: "said not to be willing",
  "passed over": "passed over: not willing in time, or not eligible any more",
} as const;

/** The silence of each step, and what comes of it. */
export function silenceText(election: Election, now: number): string | undefined {
  const at = electionAt(election, now);
  const left = leftText(at.endsAt - now);
  switch (at.step) {
    case ElectionStep.Called:
      return now < at.endsAt
        ? `If the facilitator does not open it in ${left}, any member may.`
        : "If nobody opens it, it lapses 30 days after that.";
    case ElectionStep.Sealing:
      return "Whoever nominates nobody is left out of the rest of this election.";
    case ElectionStep.Sharing:
      return "A nomination that is not opened counts in nothing.";
    case ElectionStep.Changing:
      return "Silence keeps what one has said.";
    case ElectionStep.Counting:
      return "If nobody brings the count, it lapses.";
    case ElectionStep.Choosing:
      return "Silence keeps one’s nomination where it is.";
    case ElectionStep.Consenting:
      return "Silence is no objection.";
    default:
      return undefined;
  }
}

/** Whether somebody is open to assignments, and so willing without being asked. */
export function isOpenTo(organisation: Organisation, person: ElectionSubject["replaced"]): boolean {
  return partnerOf(organisation, person)?.open === true;
}
