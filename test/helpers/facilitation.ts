import type { NetworkConnection } from "hardhat/types/network";

import { object, type Proposed, propose, proposed } from "./consent.ts";
import type { Sent } from "./contracts.ts";
import { Office } from "./office.ts";
import { type Signer, type World, welcome } from "./organisation.ts";
import { DAY, now } from "./time.ts";

/** The order of `IFacilitation.RemarkKind`. */
export const RemarkKind = { Question: 0n, Reply: 1n, Reaction: 2n, Amendment: 3n } as const;

/** The order of `IFacilitation.DiscardReason`. */
export const DiscardReason = {
  NoHarm: 0n,
  NoLimit: 1n,
  NoCause: 2n,
  NoCertainty: 3n,
  NoViolation: 4n,
  Abandoned: 5n,
  Illogical: 6n,
  Irrelevant: 7n,
} as const;

/** The order of `IFacilitation.DropReason`. */
export const DropReason = {
  NoTension: 0n,
  NoExample: 1n,
  NoExplanation: 2n,
  Unanswered: 3n,
  Unargued: 4n,
  NotGovernance: 5n,
} as const;

/** The order of `IFacilitation.Phase`. */
export const Phase = {
  None: 0n,
  Seconding: 1n,
  Appealable: 2n,
  Appealed: 3n,
  Final: 4n,
  Overturned: 5n,
  Void: 6n,
  Settled: 7n,
} as const;

/** The notice of the worked organisation: how long a rung lasts. */
export const NOTICE = 3n * DAY;

/** Why somebody judged so. */
export const WHY = "No argument was given";

/** An objection that names a rule. */
export const BY_RULE = {
  harm: "",
  limits: "",
  cause: "",
  certainty: "",
  rule: "We agreed to cook together",
};

/** Lets somebody hold an office at once, for a year. */
export async function install(
  world: World,
  circle: bigint,
  office: bigint,
  person: Signer,
): Promise<void> {
  const { offices, hand } = world;
  const until = (await now(world.connection)) + 365n * DAY;
  await offices.connect(hand).install(circle, office, 0n, person, until, hand);
}

/**
 * eve's proposal for Kitchen, to which gil objects for Garden. In Operations fay is facilitator and dora secretary; at
 * the anchor ann is facilitator and ben secretary.
 */
export async function objected(connection: NetworkConnection): Promise<Proposed> {
  const world = await proposed(connection);
  await officers(world);
  await object(world, world.gil, world.id, world.garden);
  return world;
}

/** The same, but gil's objection names a rule. */
export async function objectedByRule(connection: NetworkConnection): Promise<Proposed> {
  const world = await proposed(connection);
  await officers(world);
  await object(world, world.gil, world.id, world.garden, BY_RULE);
  return world;
}

/**
 * ann's proposal for Council at the anchor, to which cem objects for Finance. There ben is facilitator and dora
 * secretary; hal, a partner, is no member.
 */
export async function objectedAtAnchor(connection: NetworkConnection): Promise<Proposed> {
  const world = await proposed(connection);
  const { ann, ben, cem, dora, anchor, council, finance } = world;
  await install(world, anchor, Office.Facilitator, ben);
  await install(world, anchor, Office.Secretary, dora);
  const id = await propose(world, ann, anchor, council);
  await object(world, cem, id, finance);
  const { closesAt } = await world.consent.proposalAt(id);
  return { ...world, id, closesAt };
}

/** Judges that an objection is to be discarded: it says no harm, unless another reason is given. */
export async function discard(
  world: Proposed,
  by: Signer,
  objector: Signer,
  reason: bigint = DiscardReason.NoHarm,
): Promise<Awaited<Sent>> {
  return await world.facilitation.connect(by).discard(world.id, objector, reason, WHY);
}

/** Judges that the proposal is to be dropped: it gives no example, unless another reason is given. */
export async function drop(
  world: Proposed,
  by: Signer,
  reason: bigint = DropReason.NoExample,
): Promise<Awaited<Sent>> {
  return await world.facilitation.connect(by).drop(world.id, reason, WHY);
}

/** Declares to stand in for an office in the matter of the proposal. */
export async function standIn(
  world: Proposed,
  by: Signer,
  circle: bigint,
  office: bigint,
): Promise<Awaited<Sent>> {
  const { offices, facilitation, id } = world;
  return await offices.connect(by).standIn(facilitation, id, circle, office);
}

async function officers(world: Proposed): Promise<void> {
  const { ann, ben, dora, fay, hal, anchor, operations } = world;
  await welcome(world, [hal]);
  await install(world, operations, Office.Facilitator, fay);
  await install(world, operations, Office.Secretary, dora);
  await install(world, anchor, Office.Facilitator, ann);
  await install(world, anchor, Office.Secretary, ben);
}
