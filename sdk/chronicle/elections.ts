import type { Address, Hex } from "viem";

import type { Office } from "./offices.ts";

/** How a tie is broken; the numbers are the contract's. */
export const Tie = { SelfNominee: 0, Incumbent: 1, Random: 2, Choosers: 3 } as const;
export type Tie = (typeof Tie)[keyof typeof Tie];

/** Where an election stands; the numbers are the contract's. */
export const ElectionStep = {
  None: 0,
  Called: 1,
  Sealing: 2,
  Sharing: 3,
  Changing: 4,
  Counting: 5,
  Choosing: 6,
  Consenting: 7,
  Elected: 8,
  Failed: 9,
  Lapsed: 10,
} as const;
export type ElectionStep = (typeof ElectionStep)[keyof typeof ElectionStep];

/** What is elected: an office of a circle, or who fills a role in it. */
export interface ElectionSubject {
  readonly circle: bigint;
  /** The role; 0 for an office. */
  readonly role: bigint;
  /** The office, when no role is named. */
  readonly office: Office;
  /** Which of a circle's representatives; 0 for everything else. */
  readonly index: number;
  /** Whose seat in the role ends; the zero address for an office, or to add somebody. */
  readonly replaced: Address;
}

/** An election. Where it stands at a moment: `stepOf(election, time)`. */
export interface Election {
  readonly id: bigint;
  readonly subject: ElectionSubject;
  readonly calledBy: Address;
  readonly calledAt: number;
  readonly reason: string;
  /** From when on any member may open it. */
  readonly opensFrom: number;
  /** Who opened it; null while nobody has. */
  readonly openedBy: Address | null;
  readonly openedAt: number;
  /** How long the term is, in seconds; 0 before it opens. */
  readonly term: number;
  readonly tie: Tie;
  /** How many members were expected to nominate. */
  readonly expected: number;
  /** The circle's window when it opened, in seconds; 0 before. */
  readonly window: number;
  /** The circle's notice when it was called, in seconds. */
  readonly notice: number;
  /** The circle's epoch when it opened. */
  readonly epoch: number;
  /** Where it stood after the last act. */
  readonly step: ElectionStep;
  /** The end of the step, exclusive; of Called, when somebody else may open it. */
  readonly endsAt: number;
  /** How often the count was brought and its candidate fell. */
  readonly round: number;
  /** How many have acted in this step: sealed, shared, changed, chosen or confirmed. */
  readonly acted: number;
  /** Whether those who nominated none of the tied were asked in this round, and how many were to be asked. */
  readonly asked: boolean;
  readonly choosers: number;
  /** All nominations, in the order in which they were sealed. */
  readonly ballots: readonly Ballot[];
  /** All ties whose choosers were asked, oldest first. */
  readonly ties: readonly AskedTie[];
  /** All counts, oldest first; the last one's candidate is proposed. */
  readonly counts: readonly Count[];
  /** Who is proposed; null before a count and after the candidate fell. */
  readonly candidate: Address | null;
  /** Whether the candidate is willing. */
  readonly willing: boolean;
  /** Who has confirmed the present candidate and does not object. */
  readonly confirmed: readonly Address[];
  /** All objections to candidates, oldest first. */
  readonly objections: readonly CandidateObjection[];
  /** The candidates who fell, oldest first: nominations for them count no more. */
  readonly fallen: readonly Fallen[];
  /** Who was elected; null while nobody was. */
  readonly elected: null | {
    readonly person: Address;
    readonly until: number;
    readonly at: number;
    readonly by: Address;
  };
}

/** One member's nomination. */
export interface Ballot {
  readonly by: Address;
  readonly seal: Hex;
  readonly sealedAt: number;
  /** Null until it is opened, and for good when it is not. */
  readonly shared: null | {
    readonly nominee: Address;
    readonly salt: Hex;
    readonly reason: string;
    readonly at: number;
  };
  /** Null while it was neither changed nor kept. */
  readonly changed: null | {
    readonly nominee: Address;
    readonly reason: string;
    readonly at: number;
  };
  /** The choices among the tied, oldest first; the last one is the nomination now. */
  readonly choices: readonly { readonly nominee: Address; readonly at: number }[];
}

/** A tie among whom those choose who nominated none of them. */
export interface AskedTie {
  /** The round in which they were tied, from 0. */
  readonly round: number;
  readonly tied: readonly Address[];
  readonly at: number;
  readonly endsAt: number;
}

/** A count that was brought. */
export interface Count {
  /** Who is proposed; null when nobody was left. */
  readonly candidate: Address | null;
  readonly nominations: number;
  /** How many people had as many nominations; 1 where there was no tie. */
  readonly tied: number;
  /** The way in which a tie was broken. */
  readonly tie: Tie;
  readonly by: Address;
  readonly at: number;
  /** Objections until then, exclusive. */
  readonly endsAt: number;
}

/** An objection to a candidate. */
export interface CandidateObjection {
  readonly by: Address;
  readonly candidate: Address;
  readonly reason: string;
  readonly at: number;
  /** When it was taken back; 0 while it was not. */
  readonly withdrawnAt: number;
}

/** A candidate who fell. */
export interface Fallen {
  readonly candidate: Address;
  readonly reason: string;
  readonly by: Address;
  readonly at: number;
  readonly how: "discarded" | "declined" | "passed over";
}

/** The person whom a ballot nominates now; null while it is sealed. */
export function nomineeOf(ballot: Ballot): Address | null {
  const choice = ballot.choices.at(-1);
  return choice?.nominee ?? ballot.changed?.nominee ?? ballot.shared?.nominee ?? null;
}

/** The ballots that nominate somebody. */
export function nominationsFor(election: Election, nominee: Address): readonly Ballot[] {
  const wanted = nominee.toLowerCase();
  return election.ballots.filter((ballot) => nomineeOf(ballot)?.toLowerCase() === wanted);
}

/** The objections to the present candidate that stand. */
export function standingAgainst(election: Election): readonly CandidateObjection[] {
  return election.objections.filter(
    (objection) => objection.candidate === election.candidate && objection.withdrawnAt === 0,
  );
}

/** How many have shared a nomination. */
export function countNominators(election: Election): number {
  return election.ballots.filter((ballot) => ballot.shared !== null).length;
}

/** Whether a person was a candidate and fell. */
export function hasFallen(election: Election, person: Address): boolean {
  const wanted = person.toLowerCase();
  return election.fallen.some(({ candidate }) => candidate.toLowerCase() === wanted);
}

/** How many nominations are for candidates who fell. */
export function countDiscounted(election: Election): number {
  return election.ballots.filter((ballot) => {
    const nominee = nomineeOf(ballot);
    return nominee !== null && hasFallen(election, nominee);
  }).length;
}
