import type { AddressLike } from "ethers";
import { ZeroAddress } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import { nextId } from "./consent.ts";
import type { Sent } from "./contracts.ts";
import type { Signer, World } from "./organisation.ts";
import { founded } from "./organisation.ts";

export const ETH = ZeroAddress;
export const PURPOSE = "Rent for May";
export const REASON = "It would leave nothing for June";

/** What the anchor's vault holds at first, of ETH and of the token. */
export const FUNDS = 1000n;

/** What is announced, in the order of `ITreasury.Kind`. */
export const Kind = {
  Money: 0n,
  Item: 1n,
  Items: 2n,
  Grant: 3n,
  Call: 4n,
  Domain: 5n,
  Speech: 6n,
  Hash: 7n,
} as const;

export interface Payment {
  kind: bigint;
  vault: AddressLike;
  token: AddressLike;
  payee: AddressLike;
  amount: bigint;
  id: bigint;
  data: string;
}

/** The worked organisation with money in its anchor's vault. */
export async function funded(connection: NetworkConnection): Promise<World> {
  const world = await founded(connection);
  await world.ann.sendTransaction({ to: world.vault, value: FUNDS });
  await world.token.mint(world.vault, FUNDS);
  return world;
}

/** An announced payment: cem's, for Finance, of 100 wei to zoe unless something else is said. */
export interface Announced extends World {
  id: bigint;
  closesAt: bigint;
  payment: Payment;
}

/** A payment as most tests make it: 100 wei to zoe. */
export function payment(world: World, part: Partial<Payment> = {}): Payment {
  const usual = { vault: world.vault, token: ETH, payee: world.zoe, amount: 100n };
  return { kind: Kind.Money, ...usual, id: 0n, data: "0x", ...part };
}

/** Announces and returns the id. */
export async function announce(
  world: World,
  by: Signer,
  asRole: bigint,
  paid: Payment,
  slot = 0n,
  policy = 0n,
): Promise<bigint> {
  const id = await nextId(world);
  await world.treasury.connect(by).announce(asRole, slot, paid, policy, PURPOSE);
  return id;
}

export async function announced(connection: NetworkConnection): Promise<Announced> {
  const world = await funded(connection);
  const paid = payment(world);
  const id = await announce(world, world.cem, world.finance, paid);
  const { closesAt } = await world.treasury.announcementAt(id);
  return { ...world, id, closesAt, payment: paid };
}

/** Escalates the announcement, by a member of a circle in a role of it. */
export async function escalate(
  world: Announced,
  by: Signer,
  circle: bigint,
  asRole: bigint,
  path: bigint[] = [],
): Promise<Awaited<Sent>> {
  const { treasury, id, cem, payment } = world;
  return await treasury.connect(by).escalate(id, circle, asRole, path, cem, payment, REASON);
}

export async function reverse(
  world: Announced,
  by: Signer,
  escalator: Signer,
): Promise<Awaited<Sent>> {
  const { treasury, id, cem, payment } = world;
  return await treasury.connect(by).reverse(id, escalator, cem, payment);
}

export async function act(world: Announced, by: Signer): Promise<Awaited<Sent>> {
  return await world.treasury.connect(by).act(world.id, world.cem, world.payment);
}

export async function revoke(world: Announced, by: Signer): Promise<Awaited<Sent>> {
  return await world.treasury.connect(by).revoke(world.id, world.cem, world.payment);
}

export async function lapse(world: Announced, by: Signer): Promise<Awaited<Sent>> {
  return await world.treasury.connect(by).lapse(world.id, world.cem, world.payment);
}
