import type { NetworkConnection } from "hardhat/types/network";

import { adoptPolicy } from "./changes.ts";
import type { Sent } from "./contracts.ts";
import { install } from "./facilitation.ts";
import { Office } from "./office.ts";
import { enact, eventsOf, founded, type Signer, type World, welcome } from "./organisation.ts";

/** The order of `IRulings.Step`. */
export const Step = { None: 0n, Asked: 1n, Ruled: 2n, Appealed: 3n } as const;

/** The order of `IRulings.Phase`. */
export const Phase = {
  None: 0n,
  Requested: 1n,
  Cleared: 2n,
  Struck: 3n,
  Contested: 4n,
  Due: 5n,
  Fallen: 6n,
  Done: 7n,
} as const;

/** The order of `IRulings.StrikeReason`. */
export const StrikeReason = {
  NotGovernance: 0n,
  NoAuthority: 1n,
  AgainstOuterCircle: 2n,
  AgainstRules: 3n,
  NoDueProcess: 4n,
} as const;

/** What somebody asks or says. */
export const SAID = "It says so in the second sentence";
export const RULE = "A circle decides about what is its own";

/** The worked organisation with officers, and a policy of Operations. */
export interface Ruled extends World {
  policy: bigint;
}

/**
 * At the anchor ann is facilitator and ben secretary, in Operations eve and fay, in Kitchen gil and cem. hal is a
 * partner without a role.
 */
export async function officered(connection: NetworkConnection): Promise<Ruled> {
  const world = await founded(connection);
  const { ann, ben, cem, eve, fay, gil, hal, anchor, operations, kitchen } = world;
  await welcome(world, [hal]);
  for (const [circle, facilitator, secretary] of [
    [anchor, ann, ben],
    [operations, eve, fay],
    [kitchen, gil, cem],
  ] as const) {
    await install(world, circle, Office.Facilitator, facilitator);
    await install(world, circle, Office.Secretary, secretary);
  }
  const [policy] = (await enact(world, operations, [adoptPolicy(0n, "Open books")])) as [bigint];
  return { ...world, policy };
}

/** The id of what a transaction's first event created, or is about. */
export async function idOf(world: World, sent: Sent): Promise<bigint> {
  const [first] = await eventsOf(world, sent);
  if (first === undefined) throw new Error("Nothing was logged.");
  return first.subject;
}

/** Asks the secretary of Operations what its policy means, as hal unless it is said who. */
export async function asked(world: Ruled, by: Signer = world.hal): Promise<bigint> {
  const { rulings, operations, policy } = world;
  return await idOf(world, rulings.connect(by).askInterpretation(operations, policy, SAID));
}

/** Asks the secretary of a circle whether something breaks the rules: of Operations about its policy, as hal. */
export async function requested(
  world: Ruled,
  circle: bigint = world.operations,
  object: bigint = world.policy,
  by: Signer = world.hal,
): Promise<bigint> {
  return await idOf(world, world.rulings.connect(by).requestStrike(circle, object, SAID));
}

/** Strikes it as somebody. */
export async function strike(world: World, by: Signer, id: bigint): Promise<Awaited<Sent>> {
  const { rulings } = world;
  return await rulings.connect(by).strikeGovernance(id, StrikeReason.NoAuthority, RULE, SAID);
}
