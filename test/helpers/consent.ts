import { AbiCoder, keccak256 } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import type { Change } from "./changes.ts";
import { adoptPolicy, join, numberOf } from "./changes.ts";
import type { Consent, Sent } from "./contracts.ts";
import type { Signer, World } from "./organisation.ts";
import { founded } from "./organisation.ts";

/** The order of `Lifecycle.Status`. */
export const Status = {
  None: 0n,
  Open: 1n,
  Objected: 2n,
  Adopted: 3n,
  Enacted: 4n,
  Withdrawn: 5n,
  Lapsed: 6n,
  Suspended: 7n,
  Discarded: 8n,
} as const;

/** The order of `Lifecycle.Outcome`. */
export const Outcome = {
  None: 0n,
  Adopted: 1n,
  Enacted: 2n,
  Withdrawn: 3n,
  Lapsed: 4n,
  Discarded: 5n,
} as const;

/** What opening a version fixes, as `Marks`. */
export const Mark = {
  Early: 1n,
  Windowless: 2n,
  Reality: 4n,
  Suspended: 8n,
  Stopped: 16n,
  Special: 32n,
} as const;

export interface Reasons {
  tension: string;
  example: string;
  explanation: string;
}

export interface Objection {
  harm: string;
  limits: string;
  cause: string;
  certainty: string;
  rule: string;
}

export const REASONS: Reasons = {
  tension: "Nobody knows when the kitchen is free",
  example: "On Monday two of us cooked for nobody",
  explanation: "A calendar would have shown it",
};

export const OBJECTION: Objection = {
  harm: "We could no longer cook",
  limits: "It limits Kitchen",
  cause: "We cook today",
  certainty: "The stove would be gone",
  rule: "",
};

/** What most tests propose: one policy. */
export const CHANGES: Change[] = [adoptPolicy(0n, "Opening hours")];

const coder = AbiCoder.defaultAbiCoder();

/** The hash of the ABI-encoded reasons, which enacting names. */
export function reasonsHash(consent: Consent, reasons: Reasons): string {
  const type = consent.interface.getFunction("propose")?.inputs[4];
  return keccak256(coder.encode([type as never], [reasons]));
}

/** The hash of a proposal's content, computed without the contract. */
export function contentHash(consent: Consent, changes: Change[], reasons: Reasons): string {
  const type = consent.interface.getFunction("propose")?.inputs[3];
  const changesHash = keccak256(coder.encode([type as never], [changes]));
  return keccak256(
    coder.encode(["bytes32", "bytes32"], [changesHash, reasonsHash(consent, reasons)]),
  );
}

/** The id that the next event of the organisation would create. */
export async function nextId({ circles, organisation }: World): Promise<bigint> {
  const head = BigInt(await circles.head(organisation));
  return join(organisation, numberOf(head) + 1n);
}

/** Proposes and returns the id. */
export async function propose(
  world: World,
  by: Signer,
  circle: bigint,
  asRole: bigint,
  part: { slot?: bigint; changes?: Change[]; reasons?: Reasons } = {},
): Promise<bigint> {
  const id = await nextId(world);
  const { slot = 0n, changes = CHANGES, reasons = REASONS } = part;
  await world.consent.connect(by).propose(circle, asRole, slot, changes, reasons);
  return id;
}

/** Amends with other reasons, so that the content differs. */
export async function amend(
  world: World,
  by: Signer,
  id: bigint,
  part: { changes?: Change[]; reasons?: Reasons; integrates?: string } = {},
): Promise<Awaited<Sent>> {
  const { changes = CHANGES, reasons = { ...REASONS, tension: "As before, said better" } } = part;
  return await world.consent.connect(by).amend(id, changes, reasons, part.integrates ?? "");
}

export async function object(
  world: World,
  by: Signer,
  id: bigint,
  asRole: bigint,
  objection: Objection = OBJECTION,
): Promise<Awaited<Sent>> {
  const { version } = await world.consent.proposalAt(id);
  return await world.consent.connect(by).object(id, version, asRole, objection);
}

export async function confirm(
  world: World,
  by: Signer,
  id: bigint,
  afterObjecting = false,
): Promise<Awaited<Sent>> {
  const content = await world.consent.contentOf(id);
  return await world.consent.connect(by).confirm(id, content, afterObjecting);
}

export async function resolve(world: World, by: Signer, id: bigint): Promise<Awaited<Sent>> {
  const { version } = await world.consent.proposalAt(id);
  const content = await world.consent.contentOf(id);
  return await world.consent.connect(by).resolve(id, version, content);
}

/** Enacts, as anybody may. */
export async function enactAdopted(
  world: World,
  id: bigint,
  part: { by?: Signer; changes?: Change[]; reasons?: Reasons; people?: unknown[] } = {},
): Promise<Awaited<Sent>> {
  const { by = world.zoe, changes = CHANGES, reasons = REASONS, people = [] } = part;
  const hash = reasonsHash(world.consent, reasons);
  return await world.consent.connect(by).enact(id, changes, hash, people);
}

/** A proposal in the worked organisation: eve's, for Kitchen, in Operations, where dora, fay and gil must answer. */
export interface Proposed extends World {
  id: bigint;
  closesAt: bigint;
}

/** The worked organisation with eve's proposal just opened. */
export async function proposed(connection: NetworkConnection): Promise<Proposed> {
  const world = await founded(connection);
  const id = await propose(world, world.eve, world.operations, world.kitchen);
  const { closesAt } = await world.consent.proposalAt(id);
  return { ...world, id, closesAt };
}
