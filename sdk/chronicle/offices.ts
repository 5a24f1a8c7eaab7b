import type { Address } from "viem";

/** The offices of a circle; the numbers are the contract's. One facilitator, one secretary, one to three reps. */
export const Office = { Facilitator: 0, Secretary: 1, Rep: 2 } as const;
export type Office = (typeof Office)[keyof typeof Office];

/** Who stands in for whom, best first; the numbers are the contract's. */
export const Rank = { Named: 0, Counterpart: 1, Lead: 2, Member: 3, None: 4 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** An office of a circle that somebody held at least once. */
export interface Tenure {
  readonly circle: bigint;
  readonly office: Office;
  /** Which of the representatives; 0 for facilitator and secretary. */
  readonly index: number;
  /** Null after a resignation. Whoever is no longer a partner holds nothing: see `holderOf`. */
  readonly holder: Address | null;
  /** When the term ends; 0 for none, and after a resignation. The holder stays until replaced. */
  readonly until: number;
  /** Whom the holder named to stand in first. */
  readonly surrogate: Address | null;
  readonly installedAt: number;
  /** Whoever caused it: concluded the election, or appointed. */
  readonly installedBy: Address;
  /** The election of which it is the result; null for an appointment. */
  readonly election: bigint | null;
  /** Who held it before, oldest first. */
  readonly past: readonly PastTenure[];
}

/** A tenure that has ended. */
export interface PastTenure {
  readonly holder: Address;
  readonly from: number;
  /** When the term was to end; 0 for none. */
  readonly until: number;
  readonly endedAt: number;
  readonly how: "replaced" | "resigned";
}

/** A declaration to stand in for an office in one matter. */
export interface StandIn {
  /** The process whose matter it is, and the matter: a proposal, an election, a meeting. */
  readonly process: Address;
  readonly matter: bigint;
  readonly circle: bigint;
  readonly office: Office;
  readonly person: Address;
  readonly rank: Rank;
  readonly declaredAt: number;
  /** From when on it has effect. */
  readonly from: number;
}

/** A permission to represent a role, as it was given; whether it holds now: `mayRepresent`. */
export interface Permission {
  readonly role: bigint;
  readonly person: Address;
  /** Who gave it, and must go on speaking for the role. */
  readonly by: Address;
  /** The circle in which the role stood. */
  readonly circle: bigint;
  readonly givenAt: number;
  /** When it ends, exclusive. */
  readonly until: number;
}

/** The key of an office in `Organisation.tenures`. */
export function officeKey(circle: bigint, office: number, index: number): string {
  return `${circle}/${office}/${index}`;
}

/** The key of a matter's stand-in in `Organisation.standIns`. */
export function standInKey(
  process: Address,
  matter: bigint,
  circle: bigint,
  office: number,
): string {
  return `${process.toLowerCase()}/${matter}/${circle}/${office}`;
}
