import type { Address } from "viem";

import { sealOf } from "../../salt.ts";
import { incumbentOf, isEligible, isSubject } from "../candidacy.ts";
import type { Ballot, Count, Election, ElectionSubject, Fallen } from "../elections.ts";
import {
  countNominators,
  ElectionStep,
  hasFallen,
  nomineeOf,
  standingAgainst,
  Tie,
} from "../elections.ts";
import type { Act, ActOf } from "../events.ts";
import { GRACE, LAST_CALL } from "../lifecycle.ts";
import { Office } from "../offices.ts";
import type { Due } from "../organisation.ts";
import {
  fills,
  idOf,
  isMember,
  keyOf,
  lastElectionOf,
  noticeOf,
  partnerOf,
  subjectKey,
  tenureOf,
  termOf,
  windowOf,
} from "../organisation.ts";
import { electionAt, followed, isRunning, stepOf } from "../stepOf.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkFounded, NOBODY, roleAt, someone } from "./draft.ts";
import { checkActing } from "./offices.ts";
import { follow } from "./unfinished.ts";

const DAY = 86_400;
const SHORTEST_TERM = 30 * DAY;
const LONGEST_TERM = 5 * 365 * DAY;

export const called: Apply<"Called"> = (draft, act) => {
  const { actor, time } = act;
  const { opensFrom, reason } = act.args;
  const subject = subjectOf(act);
  checkFounded(draft, act);
  checkEqual(act, "the new id", act.subject, idOf(draft.number, act.number));
  roleAt(draft, act, subject.circle);
  check(act, isSubject(draft, subject), "nothing like that is elected");
  const overdue = isOverdue(draft, subject, time);
  const may = isMember(draft, subject.circle, actor) || overdue;
  check(act, may, `${actor} is not a member, and no term has ended`);
  const last = lastElectionOf(draft, subject);
  const running = last !== undefined && isRunning(stepOf(last, time));
  check(act, !running, "another election about it is not over");
  const notice = noticeOf(draft, subject.circle);
  checkEqual(act, "opensFrom", opensFrom, time + notice);
  draft.elections.set(act.subject, {
    id: act.subject,
    subject,
    calledBy: actor,
    calledAt: time,
    reason,
    opensFrom,
    openedBy: null,
    openedAt: 0,
    term: 0,
    tie: Tie.SelfNominee,
    expected: 0,
    window: 0,
    notice,
    epoch: 0,
    step: ElectionStep.Called,
    endsAt: opensFrom,
    round: 0,
    acted: 0,
    asked: false,
    choosers: 0,
    ballots: [],
    ties: [],
    counts: [],
    candidate: null,
    willing: false,
    confirmed: [],
    objections: [],
    fallen: [],
    elected: null,
  });
  draft.lastElections.set(subjectKey(subject), act.subject);
};

export const opened: Apply<"Opened"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Called);
  const { actor, time } = act;
  const { term, expected, endsAt } = act.args;
  const { circle } = election.subject;
  const waited = time >= election.endsAt && isMember(draft, circle, actor);
  if (!waited) checkFacilitator(draft, act, election);
  check(act, term >= SHORTEST_TERM && term <= LONGEST_TERM, `a term of ${term} is out of bounds`);
  const { members, epoch } = roleAt(draft, act, circle);
  const window = windowOf(draft, circle);
  checkEqual(act, "expected", expected, members.length);
  checkEqual(act, "endsAt", endsAt, time + window);
  const fixed = { openedBy: actor, openedAt: time, term, tie: tieOf(act), expected, window, epoch };
  put(draft, begin(act, { ...election, ...fixed }, ElectionStep.Sealing, window));
};

export const nominated: Apply<"Nominated"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Sealing);
  const { actor: by, time: sealedAt } = act;
  const { seal } = act.args;
  const { circle } = election.subject;
  check(act, isMember(draft, circle, by), `${by} is not a member`);
  check(act, ballotOf(election, by) === undefined, "the actor sealed a nomination before");
  check(act, BigInt(seal) !== 0n, "the seal is empty");
  const ballot: Ballot = { by, seal, sealedAt, shared: null, changed: null, choices: [] };
  const acted = election.acted + 1;
  const after = { ...election, ballots: [...election.ballots, ballot], acted };
  const same = roleAt(draft, act, circle).epoch === election.epoch;
  const all = acted >= election.expected && same;
  put(draft, all ? begin(act, after, ElectionStep.Sharing, election.notice) : after);
};

export const shared: Apply<"Shared"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Sharing);
  const { nominee, salt, reason } = act.args;
  const ballot = ballotOf(election, act.actor);
  check(act, ballot !== undefined, "the actor sealed no nomination");
  check(act, ballot.shared === null, "the actor shared it before");
  const nomination = { election: election.id, nominator: act.actor, nominee, salt };
  const seal = sealOf({ chainId: draft.chainId, elections: act.emitter, ...nomination });
  checkEqual(act, "the seal", seal, ballot.seal.toLowerCase());
  checkEligible(draft, act, election, nominee);
  const opened = { ...ballot, shared: { nominee, salt, reason, at: act.time } };
  const acted = election.acted + 1;
  const after = { ...withBallot(election, opened), acted };
  const all = acted === election.ballots.length;
  put(draft, all ? begin(act, after, ElectionStep.Changing, election.notice) : after);
};

export const nominationChanged: Apply<"NominationChanged"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Changing);
  const { nominee, reason } = act.args;
  const ballot = checkNominator(act, election);
  check(act, ballot.changed === null, "the actor changed or kept it before");
  if (nominee !== nomineeOf(ballot)) checkEligible(draft, act, election, nominee);
  const changed = { ...ballot, changed: { nominee, reason, at: act.time } };
  const acted = election.acted + 1;
  const after = { ...withBallot(election, changed), acted };
  const all = acted === countNominators(election);
  put(draft, all ? begin(act, after, ElectionStep.Counting, GRACE) : after);
};

export const tied: Apply<"Tied"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Counting);
  const { endsAt } = act.args;
  const { top, first } = leaders(election);
  const choosers = countNominators(election) - top * first.length;
  const asks = first.length > 1 && election.tie === Tie.Choosers && !election.asked;
  check(act, asks && choosers !== 0, "nobody is to choose");
  checkEqual(act, "tied", act.args.tied.join(), first.join());
  const { round, ties } = election;
  const asked = { round, tied: first, at: act.time, endsAt };
  const after = { ...election, choosers, asked: true, ties: [...ties, asked] };
  const begun = begin(act, after, ElectionStep.Choosing, election.notice);
  checkEqual(act, "endsAt", endsAt, begun.endsAt);
  put(draft, begun);
};

export const chosen: Apply<"Chosen"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Choosing);
  const { nominee } = act.args;
  const ballot = checkNominator(act, election);
  const among = election.ties.findLast((tie) => tie.round === election.round)?.tied ?? [];
  const former = nomineeOf(ballot);
  check(act, former !== null && !among.includes(former), "the actor nominated one of the tied");
  check(act, among.includes(nominee), `${nominee} is not one of the tied`);
  const choices = [...ballot.choices, { nominee, at: act.time }];
  const acted = election.acted + 1;
  const after = { ...withBallot(election, { ...ballot, choices }), acted };
  const all = acted === election.choosers;
  put(draft, all ? begin(act, after, ElectionStep.Counting, GRACE) : after);
};

export const counted: Apply<"Counted"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Counting);
  const { args } = act;
  const { top, first } = leaders(election);
  const choosers = countNominators(election) - top * first.length;
  const asks = first.length > 1 && election.tie === Tie.Choosers && !election.asked;
  check(act, !(asks && choosers !== 0), "those who nominated none of the tied choose first");
  const { candidate, tie } = decide(draft, election, first);
  checkEqual(act, "candidate", args.candidate, candidate ?? NOBODY);
  checkEqual(act, "nominations", args.nominations, top);
  checkEqual(act, "tied", args.tied, first.length);
  checkEqual(act, "tie", args.tie, tie);
  const count: Count = {
    candidate,
    nominations: top,
    tied: first.length,
    tie,
    by: act.actor,
    at: act.time,
    endsAt: args.endsAt,
  };
  const counts = [...election.counts, count];
  if (candidate === null) {
    checkEqual(act, "endsAt", args.endsAt, election.endsAt);
    put(draft, { ...election, counts, step: ElectionStep.Failed });
    return;
  }
  const own = ballotOf(election, candidate);
  const willing = own !== undefined && nomineeOf(own) === candidate;
  const after = { ...election, counts, choosers, candidate, willing, confirmed: [] };
  const begun = begin(act, after, ElectionStep.Consenting, election.window);
  checkEqual(act, "endsAt", args.endsAt, begun.endsAt);
  put(draft, begun);
};

export const candidateConfirmed: Apply<"CandidateConfirmed"> = (draft, act) => {
  const election = loadRound(draft, act);
  const { actor } = act;
  checkNominator(act, election);
  const objects = standingAgainst(election).some((it) => it.by === actor);
  check(act, !objects, "the actor's own objection stands");
  check(act, !election.confirmed.includes(actor), "the actor confirmed before");
  const confirmed = [...election.confirmed, actor];
  put(draft, { ...election, confirmed, acted: confirmed.length });
};

export const candidateObjected: Apply<"CandidateObjected"> = (draft, act) => {
  const election = loadRound(draft, act);
  const { actor: by, time: at } = act;
  const { candidate } = election;
  checkNominator(act, election);
  check(act, candidate !== null, "nobody is proposed");
  const before = election.objections.some((it) => it.by === by && it.candidate === candidate);
  check(act, !before, "the actor objected to this candidate before");
  const raised = { by, candidate, reason: act.args.reason, at, withdrawnAt: 0 };
  const confirmed = election.confirmed.filter((it) => it !== by);
  const objections = [...election.objections, raised];
  put(draft, { ...election, confirmed, acted: confirmed.length, objections });
};

export const candidateObjectionWithdrawn: Apply<"CandidateObjectionWithdrawn"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Consenting);
  const own = standingAgainst(election).find((it) => it.by === act.actor);
  check(act, own !== undefined, `no objection of ${act.actor} stands`);
  const objections = election.objections.map((it) =>
    it === own ? { ...it, withdrawnAt: act.time } : it,
  );
  const after = { ...election, objections };
  const none = standingAgainst(after).length === 0;
  const endsAt = none ? Math.max(election.endsAt, act.time + LAST_CALL) : election.endsAt;
  checkEqual(act, "endsAt", act.args.endsAt, endsAt);
  put(draft, { ...after, endsAt });
};

export const willingnessDeclared: Apply<"WillingnessDeclared"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Consenting);
  check(act, act.actor === election.candidate, "the actor is not the candidate");
  if (act.args.willing) put(draft, { ...election, willing: true });
  else put(draft, fall(act, election, "declined", ""));
};

export const candidateDiscarded: Apply<"CandidateDiscarded"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Consenting);
  const { candidate, reason } = act.args;
  checkEqual(act, "candidate", candidate, election.candidate);
  // Whoever discards gives a reason; whoever passes over gives none.
  if (reason === "") checkPassedOver(draft, act, election, candidate);
  else {
    check(act, standingAgainst(election).length > 0, "no objection stands");
    check(act, act.actor !== candidate, "it is the actor's own matter");
    checkFacilitator(draft, act, election);
  }
  put(draft, fall(act, election, reason === "" ? "passed over" : "discarded", reason));
};

export const elected: Apply<"Elected"> = (draft, act) => {
  const election = load(draft, act, ElectionStep.Consenting);
  const { actor: by, time: at } = act;
  const { person, until } = act.args;
  checkEqual(act, "person", person, election.candidate);
  const over = at >= election.endsAt || election.acted === countNominators(election);
  check(act, over && standingAgainst(election).length === 0, "the objection round is not over");
  check(act, isWilling(draft, election), `${person} has not said to be willing`);
  checkEligible(draft, act, election, person);
  checkEqual(act, "until", until, at + election.term);
  const done = { person, until, at, by };
  put(draft, { ...election, step: ElectionStep.Elected, elected: done });
  const { circle, role, replaced } = election.subject;
  if (role === 0n) {
    follow(draft, act, [{ name: "Installed", subject: circle, person, time: until }]);
    return;
  }
  draft.terms.delete(keyOf(role, replaced));
  draft.terms.set(keyOf(role, person), until);
  follow(draft, act, seatsDue(draft, election.subject, person));
};

/** Whoever was to be replaced may have gone; and whoever is elected anew keeps the seat. */
function seatsDue(
  draft: Draft,
  { role, replaced }: ElectionSubject,
  person: Address,
): readonly Due[] {
  const seated = fills(draft, role, replaced);
  if (seated && replaced === person) return [];
  const event = { subject: role, time: null };
  const ends: readonly Due[] = seated ? [{ ...event, name: "Unassigned", person: replaced }] : [];
  return [...ends, { ...event, name: "Assigned", person }];
}

function subjectOf(act: ActOf<"Called">): ElectionSubject {
  const { subject } = act.args;
  const office = Object.values(Office).find((it) => it === subject.office);
  check(act, office !== undefined, `there is no office ${subject.office}`);
  return { ...subject, office };
}

function tieOf(act: ActOf<"Opened">): Tie {
  const tie = Object.values(Tie).find((it) => it === act.args.tie);
  check(act, tie !== undefined, `a tie is not broken by ${act.args.tie}`);
  return tie;
}

/** Whether the term of the incumbent has ended. */
function isOverdue(draft: Draft, subject: ElectionSubject, time: number): boolean {
  const { circle, role, office, index, replaced } = subject;
  const until =
    role === 0n
      ? (tenureOf(draft, circle, office, index)?.until ?? 0)
      : termOf(draft, role, replaced);
  return until !== 0 && until <= time;
}

/** The election that an event is about, carried to its time, in the step in which it is possible. */
function load(draft: Draft, act: Act, needed: ElectionStep): Election {
  const election = draft.elections.get(act.subject);
  check(act, election !== undefined, `there is no election ${act.subject}`);
  const now = electionAt(election, act.time);
  const name = Object.entries(ElectionStep).find(([, value]) => value === now.step)?.[0];
  check(act, now.step === needed, `it is at ${name}`);
  return now;
}

/** The same in its objection round, before its end. */
function loadRound(draft: Draft, act: Act): Election {
  const election = load(draft, act, ElectionStep.Consenting);
  check(act, act.time < election.endsAt, "the objection round is over");
  return election;
}

function put(draft: Draft, election: Election): void {
  draft.elections.set(election.id, election);
}

/** Begin a step now. */
function begin(act: Act, election: Election, step: ElectionStep, duration: number): Election {
  return followed({ ...election, endsAt: act.time }, step, duration);
}

function ballotOf(election: Election, person: Address): Ballot | undefined {
  return election.ballots.find((ballot) => ballot.by === person);
}

function withBallot(election: Election, ballot: Ballot): Election {
  const ballots = election.ballots.map((it) => (it.by === ballot.by ? ballot : it));
  return { ...election, ballots };
}

function checkNominator(act: Act, election: Election): Ballot {
  const ballot = ballotOf(election, act.actor);
  const shares = ballot !== undefined && ballot.shared !== null;
  check(act, shares, "the actor shared no nomination");
  return ballot;
}

function checkEligible(draft: Draft, act: Act, election: Election, person: Address): void {
  check(act, isEligible(draft, election.subject, person), `${person} may not be elected`);
}

function checkFacilitator(draft: Draft, act: Act, { id, subject }: Election): void {
  checkActing(draft, act, id, subject.circle, Office.Facilitator);
}

/** Refuse to pass over a candidate who is willing and eligible, or still has time to say so. */
function checkPassedOver(draft: Draft, act: Act, election: Election, candidate: Address): void {
  const late = act.time >= election.endsAt + election.notice;
  const unwilling = late && !isWilling(draft, election);
  const unfit = !isEligible(draft, election.subject, candidate);
  check(act, unwilling || unfit, `${candidate} is not to be passed over`);
}

function isWilling(draft: Draft, { willing, candidate }: Election): boolean {
  if (willing || candidate === null) return willing;
  return partnerOf(draft, candidate)?.open === true;
}

/** The nominations for the candidate count no more, and the count is to be brought again. */
function fall(act: Act, election: Election, how: Fallen["how"], reason: string): Election {
  const candidate = someone(election.candidate ?? NOBODY);
  check(act, candidate !== null, "nobody is proposed");
  const fallen = [...election.fallen, { candidate, reason, by: act.actor, at: act.time, how }];
  const after = {
    ...election,
    fallen,
    round: election.round + 1,
    asked: false,
    candidate: null,
    willing: false,
    confirmed: [],
  };
  return begin(act, after, ElectionStep.Counting, GRACE);
}

/** Who has the most nominations that count, in ascending order of address. */
function leaders(election: Election): { top: number; first: readonly Address[] } {
  const tallies = new Map<Address, number>();
  for (const ballot of election.ballots) {
    const nominee = nomineeOf(ballot);
    if (nominee === null || hasFallen(election, nominee)) continue;
    tallies.set(nominee, (tallies.get(nominee) ?? 0) + 1);
  }
  const top = Math.max(0, ...tallies.values());
  const first = [...tallies].filter(([, votes]) => votes === top).map(([person]) => person);
  return { top, first: first.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)) };
}

/** Who of those who come first is proposed, and what decided it. */
function decide(
  draft: Draft,
  election: Election,
  first: readonly Address[],
): { candidate: Address | null; tie: Tie } {
  const { tie } = election;
  const [only] = first;
  if (only === undefined || first.length === 1) return { candidate: only ?? null, tie };
  const incumbent = tie === Tie.Incumbent ? incumbentOf(draft, election.subject) : undefined;
  const fit = first.filter((person) => {
    if (tie !== Tie.SelfNominee) return person === incumbent;
    const own = ballotOf(election, person);
    return own !== undefined && nomineeOf(own) === person;
  });
  const [found] = fit;
  if (found !== undefined && fit.length === 1) return { candidate: found, tie };
  return { candidate: draw(election, first), tie: Tie.Random };
}

/** The lot: the place that is the remainder of all salts together, divided by how many there are. */
function draw(election: Election, first: readonly Address[]): Address | null {
  const salts = election.ballots.reduce(
    (all, { shared }) => all ^ (shared === null ? 0n : BigInt(shared.salt)),
    0n,
  );
  return first[Number(salts % BigInt(first.length))] ?? null;
}
