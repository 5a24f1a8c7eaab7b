import type { Address, Client } from "viem";
import { getBlock, readContract } from "viem/actions";

import { expectedOfAllowances } from "./compare/allowances.ts";
import { expectedOfAnnouncements } from "./compare/announcements.ts";
import { expectedOfBreakdowns } from "./compare/breakdowns.ts";
import { expectedOfElections } from "./compare/elections.ts";
import type { Expectation } from "./compare/expectation.ts";
import { canonical } from "./compare/expectation.ts";
import { expectedOfFacilitation } from "./compare/facilitation.ts";
import { expectedOfInitiatives } from "./compare/initiatives.ts";
import { expectedOfMeetings } from "./compare/meetings.ts";
import { expectedOfOffices } from "./compare/offices.ts";
import { expectedOfProposals } from "./compare/proposals.ts";
import { expectedOfRecord } from "./compare/record.ts";
import { expectedOfRulings } from "./compare/rulings.ts";
import type { Organisation } from "./organisation.ts";

/** One view that answers otherwise than the history says. */
export interface Difference {
  /** The view and its arguments: `Circles.roleAt(4294967298)`. */
  readonly view: string;
  /** What follows from the history, and what the chain answers, as JSON. */
  readonly expected: string;
  readonly actual: string;
}

export interface Comparison {
  readonly block: bigint;
  /** How many answers were compared. */
  readonly comparisons: number;
  readonly differences: readonly Difference[];
}

export interface CompareParameters {
  readonly client: Client;
  readonly state: Organisation;
  /** The block at whose end the state was true. */
  readonly block: bigint;
  /** How many views are asked at once; 50 by default. */
  readonly concurrency?: number;
}

/**
 * Compare what follows from the history with what the contracts store: every view, for everything the history
 * knows of. Balances are outside.
 * @throws viem's errors when a view cannot be read.
 */
export async function compare(parameters: CompareParameters): Promise<Comparison> {
  const { client, state, block, concurrency = 50 } = parameters;
  const { timestamp } = await getBlock(client, { blockNumber: block });
  const time = Number(timestamp);
  const expectations = [
    ...expectedOfRecord(state),
    ...expectedOfProposals(state, time),
    ...expectedOfAnnouncements(state, time),
    ...expectedOfOffices(state, time),
    ...expectedOfAllowances(state),
    ...expectedOfFacilitation(state, time),
    ...expectedOfElections(state, time),
    ...expectedOfMeetings(state),
    ...expectedOfRulings(state, time),
    ...expectedOfBreakdowns(state, time),
    ...expectedOfInitiatives(state),
  ];
  const differences: Difference[] = [];
  for (let from = 0; from < expectations.length; from += concurrency) {
    const some = expectations.slice(from, from + concurrency);
    const found = await Promise.all(some.map((each) => differenceIn(client, each, block)));
    differences.push(...found.filter((each) => each !== undefined));
  }
  return { block, comparisons: expectations.length, differences };
}

async function differenceIn(
  client: Client,
  { contract, address, abi, functionName, args, expected }: Expectation,
  blockNumber: bigint,
): Promise<Difference | undefined> {
  const answer: unknown = await readContract(client, {
    address: address as Address,
    abi,
    functionName,
    args,
    blockNumber,
  });
  const [wanted, actual] = [canonical(expected), canonical(answer)];
  if (wanted === actual) return undefined;
  return { view: `${contract}.${functionName}(${args.join(", ")})`, expected: wanted, actual };
}
