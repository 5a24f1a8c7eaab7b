import type { Address, Hex } from "viem";

import { electionsAbi } from "../../abi/elections.ts";
import type { Ballot, Election } from "../elections.ts";
import {
  countDiscounted,
  countNominators,
  nominationsFor,
  nomineeOf,
  standingAgainst,
} from "../elections.ts";
import type { Organisation } from "../organisation.ts";
import { emitterOf, lastElectionOf } from "../organisation.ts";
import { stepOf } from "../stepOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const NO_SEAL: Hex = `0x${"0".repeat(64)}`;

/** What the views of `Elections` must answer at a time; nothing while no event tells which contract it is. */
export function expectedOfElections(state: Organisation, time: number): readonly Expectation[] {
  const address = state.contracts.elections;
  if (address === null) return [];
  // Which is the last, and whose term ends when, each contract knows of its own elections.
  const succeeded = [...state.former.values()].includes("elections");
  const elections = [...state.elections.values()].flatMap((election) => {
    const { id, subject, ballots } = election;
    const view = viewsOf("Elections", emitterOf(state, id) ?? address, electionsAbi);
    const nominees = new Set(ballots.map(nomineeOf).filter((it) => it !== null));
    return [
      view("electionAt", [id], wordOf(election)),
      view("subjectOf", [id], subject),
      view("stepOf", [id], stepOf(election, time)),
      ...(succeeded
        ? []
        : [view("lastElectionOf", [subject], lastElectionOf(state, subject)?.id ?? 0n)]),
      ...ballots.map((ballot) => view("nominationOf", [id, ballot.by], nominationOf(ballot))),
      ...[...nominees].flatMap((person) => [
        view("nominationsFor", [id, person], nominationsFor(election, person).length),
        view("isBarred", [id, person], election.candidate === person),
      ]),
    ];
  });
  if (succeeded) return elections;
  const view = viewsOf("Elections", address, electionsAbi);
  const terms = [...state.elections.values()].flatMap(({ subject, elected }) =>
    elected === null || subject.role === 0n
      ? []
      : [elected.person, subject.replaced].map((person) =>
          view("termOf", [subject.role, person], termIn(state, subject.role, person)),
        ),
  );
  return [...elections, ...terms];
}

function termIn(state: Organisation, role: bigint, person: Address): number {
  return state.terms.get(`${role}/${person.toLowerCase()}`) ?? 0;
}

function nominationOf(ballot: Ballot): readonly [Hex, Address] {
  const nominee = nomineeOf(ballot);
  return nominee === null ? [ballot.seal, NOBODY] : [NO_SEAL, nominee];
}

function wordOf(election: Election) {
  return {
    step: election.step,
    tie: election.tie,
    round: election.round,
    endsAt: election.endsAt,
    term: election.term,
    window: election.window,
    notice: election.notice,
    expected: election.expected,
    epoch: election.epoch,
    discounted: countDiscounted(election),
    asked: election.asked,
    candidate: election.candidate ?? NOBODY,
    willing: election.willing,
    acted: election.acted,
    nominators: countNominators(election),
    objections: standingAgainst(election).length,
    seals: election.ballots.length,
    choosers: election.choosers,
  };
}
