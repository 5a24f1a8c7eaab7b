import type { NetworkConnection } from "hardhat/types/network";

import { propose } from "./consent.ts";
import type { Sent } from "./contracts.ts";
import { Office } from "./office.ts";
import type { Signer, World } from "./organisation.ts";
import { founded } from "./organisation.ts";
import { DAY, goTo, HOUR, now } from "./time.ts";

/** The order of `IMeetings.Step`. */
export const Step = {
  None: 0n,
  Presenting: 1n,
  Clarifying: 2n,
  Reacting: 3n,
  Amending: 4n,
  Objecting: 5n,
  Integrating: 6n,
  Adopted: 7n,
  Closed: 8n,
} as const;

/** The order of `IMeetings.Presence`. */
export const Presence = { None: 0n, Member: 1n, Officer: 2n, Guest: 3n } as const;

/** What a meeting's notice is, where settings say nothing else. */
export const NOTICE = 3n * DAY;

/** Lets a person hold an office for a year, by the process that waits for nobody. */
export async function install(
  world: World,
  circle: bigint,
  office: bigint,
  person: Signer,
): Promise<void> {
  const { offices, hand, connection } = world;
  const until = (await now(connection)) + 365n * DAY;
  await offices.connect(hand).install(circle, office, 0n, person, until, hand);
}

/** The worked organisation with offices in Operations: dora is its facilitator, fay its secretary. */
export async function staffed(connection: NetworkConnection): Promise<World> {
  const world = await founded(connection);
  await install(world, world.operations, Office.Facilitator, world.dora);
  await install(world, world.operations, Office.Secretary, world.fay);
  return world;
}

/** A meeting with what it needs to be called. */
export interface Call {
  circle: bigint;
  request: bigint;
  startsAt: bigint;
  endsAt: bigint;
  purpose: string;
  limits: bigint[];
}

/** Calls a meeting of Operations: after the shortest notice, for two hours, unless something else is said. */
export async function schedule(
  world: World,
  by: Signer,
  part: Partial<Call> = {},
): Promise<Awaited<Sent>> {
  // A minute to spare, because the chain's clock goes on with that of a busy machine.
  const startsAt = part.startsAt ?? (await now(world.connection)) + NOTICE + 60n;
  const endsAt = part.endsAt ?? startsAt + 2n * HOUR;
  const { circle = world.operations, request = 0n, purpose = "", limits = [] } = part;
  return await world.meetings
    .connect(by)
    .schedule(circle, request, startsAt, endsAt, purpose, limits);
}

/** A meeting that was called, and when it is. */
export interface Called {
  meeting: bigint;
  startsAt: bigint;
  endsAt: bigint;
}

/** What the last event of a transaction of the meetings created. */
export async function subjectOf(world: World, sent: Sent): Promise<bigint> {
  const receipt = await (await sent).wait();
  const log = receipt?.logs.find(({ address }) => address === world.meetings.target);
  return BigInt(log?.topics[2] ?? 0n);
}

/** Calls a meeting, and says when it is. */
export async function called(world: World, part: Partial<Call> = {}): Promise<Called> {
  const meeting = await subjectOf(world, schedule(world, world.fay, part));
  const { startsAt, endsAt } = await world.meetings.meetingAt(meeting);
  return { meeting, startsAt, endsAt };
}

/** A meeting of Operations that goes on, about a proposal of eve's: dora, eve and fay are there, gil is not. */
export interface Begun extends World, Called {
  id: bigint;
}

/** The worked organisation in such a meeting. */
export async function begun(connection: NetworkConnection): Promise<Begun> {
  const world = await staffed(connection);
  const id = await propose(world, world.eve, world.operations, world.kitchen);
  const call = await called(world);
  await goTo(connection, call.startsAt);
  await checkIn(world, call.meeting, world.dora, world.eve, world.fay);
  return { ...world, ...call, id };
}

export async function checkIn(world: World, meeting: bigint, ...people: Signer[]): Promise<void> {
  for (const person of people) await world.meetings.connect(person).checkIn(meeting);
}

/** Puts an item on the agenda of the meeting that goes on, and returns its id. */
export async function addItem(world: Begun, by: Signer, proposal = world.id): Promise<bigint> {
  const { meetings, meeting } = world;
  return await subjectOf(world, meetings.connect(by).addItem(meeting, "Opening hours", proposal));
}

/** The facilitator takes an item through these steps. */
export async function take(world: World, item: bigint, ...steps: bigint[]): Promise<void> {
  for (const step of steps) await world.meetings.connect(world.dora).take(item, step);
}

/** The steps to an objection round. */
export const TO_ROUND: bigint[] = [
  Step.Presenting,
  Step.Clarifying,
  Step.Reacting,
  Step.Amending,
  Step.Objecting,
];

/** A meeting with eve's proposal in an objection round. */
export interface InRound extends Begun {
  item: bigint;
}

export async function inRound(connection: NetworkConnection): Promise<InRound> {
  const world = await begun(connection);
  const item = await addItem(world, world.eve);
  await take(world, item, ...TO_ROUND);
  return { ...world, item };
}

/** Confirms what is proposed now, in the round of an item. */
export async function confirmItem(world: InRound, by: Signer): Promise<Awaited<Sent>> {
  const content = await world.consent.contentOf(world.id);
  return await world.meetings.connect(by).confirmItem(world.item, content);
}
