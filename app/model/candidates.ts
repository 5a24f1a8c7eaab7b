import type { Address } from "viem";

import { isEligible } from "#sdk/chronicle/candidacy.ts";
import type { Ballot, Election } from "#sdk/chronicle/elections.ts";
import { hasFallen, nominationsFor, nomineeOf } from "#sdk/chronicle/elections.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { electionAt } from "#sdk/chronicle/stepOf.ts";

/** Who may be elected now, in the order of becoming partners. */
export function eligibleIn(organisation: Organisation, { subject }: Election): readonly Address[] {
  return [...organisation.partners.values()]
    .map(({ person }) => person)
    .filter((person) => isEligible(organisation, subject, person));
}

/** Somebody who was nominated. */
export interface Tally {
  readonly person: Address;
  readonly ballots: readonly Ballot[];
  /** Whether the nominations count no more. */
  readonly fallen: boolean;
}

/** Who was nominated and by whom, most nominations first; who fell comes last. */
export function talliesOf(election: Election): readonly Tally[] {
  const people = new Map<string, Address>();
  for (const ballot of election.ballots) {
    const nominee = nomineeOf(ballot);
    if (nominee !== null) people.set(nominee.toLowerCase(), nominee);
  }
  const tallies = [...people.values()].map((person) => ({
    person,
    ballots: nominationsFor(election, person),
    fallen: hasFallen(election, person),
  }));
  return tallies.sort(
    (one, other) =>
      Number(one.fallen) - Number(other.fallen) || other.ballots.length - one.ballots.length,
  );
}

const MOST_CANDIDATES = 255;

/**
 * Whom a count names: those whose nominations count, in ascending order of address. Of more than fit those with most:
 * whoever is left out has then fewer than the first.
 */
export function countedIn(election: Election, time: number): readonly Address[] {
  const now = electionAt(election, time);
  const standing = talliesOf(now).filter(({ fallen }) => !fallen);
  return standing
    .slice(0, MOST_CANDIDATES)
    .map(({ person }) => person)
    .sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}
