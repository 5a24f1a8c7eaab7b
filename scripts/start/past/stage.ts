import { type Address, parseEventLogs, type TransactionReceipt, zeroHash } from "viem";

import { consentAbi } from "#sdk/abi/consent.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { money } from "#sdk/acts/money.ts";
import type { Change, Reasons } from "#sdk/chronicle/events.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { act as doAct } from "../../chain/act.ts";
import { type Signer, signAs } from "../../chain/connect.ts";
import type { Foundation } from "../../found/found.ts";
import type { Clock } from "../clock.ts";

/** What the past of the worked organisation needs. */
export interface Stage {
  readonly signer: Signer;
  readonly deployment: Deployment;
  readonly foundation: Foundation;
  readonly clock: Clock;
  readonly addressOf: (person: string) => Address;
  /** The token that the account holds. */
  readonly token: Address;
  /** Who sells doors and awnings. */
  readonly supplier: Address;
  /** The moment at which the past ends, in seconds. */
  readonly end: number;
}

export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const CENTS = 100n;

/** What a change leaves empty. */
export const NOTHING = {
  revision: 0,
  words: { name: "", text: "", domains: [], accountabilities: [] },
  place: 0n,
  reviewAt: 0,
  tags: 0,
  settings: [],
  terms: zeroHash,
} as const;

/** A circle or a role by its id in the founding file. */
export function idOf({ foundation }: Stage, name: string): bigint {
  const id = foundation.ids.get(name);
  if (id === undefined) throw new Error(`the worked organisation has no ${name}`);
  return id;
}

/** A payment to the supplier, in cents. */
export function paymentOf({ foundation, token, supplier }: Stage, amount: bigint) {
  return money({ vault: foundation.vault, token, payee: supplier, amount });
}

/** Does an act as somebody, at its time. */
export async function act<name extends ActName>(
  { signer, deployment, clock, addressOf }: Stage,
  time: number,
  person: string,
  name: name,
  data: ActData<name>,
): Promise<TransactionReceipt> {
  await clock.set(time);
  return await doAct(signAs(signer, addressOf(person)), deployment, name, data);
}

/** Opens a proposal; its id. */
export async function propose(
  stage: Stage,
  time: number,
  person: string,
  circle: string,
  asRole: string,
  changes: readonly Change[],
  reasons: Reasons,
): Promise<bigint> {
  const receipt = await act(stage, time, person, "propose", {
    circle: idOf(stage, circle),
    asRole: idOf(stage, asRole),
    slot: 0,
    changes,
    reasons,
  });
  const [event] = parseEventLogs({ abi: consentAbi, logs: receipt.logs, eventName: "Proposed" });
  return event?.args.proposal ?? 0n;
}

/** Confirms the current version of a proposal. */
export async function confirm(
  stage: Stage,
  time: number,
  person: string,
  id: bigint,
): Promise<void> {
  const { signer, deployment } = stage;
  const content = await signer.reader.readContract({
    address: deployment.contracts.consent.address,
    abi: consentAbi,
    functionName: "contentOf",
    args: [id],
  });
  const { version } = await signer.reader.readContract({
    address: deployment.contracts.consent.address,
    abi: consentAbi,
    functionName: "proposalAt",
    args: [id],
  });
  await act(stage, time, person, "confirm", { proposal: id, version, content });
}

/** Enacts an adopted proposal. */
export function enact(
  stage: Stage,
  time: number,
  person: string,
  id: bigint,
  changes: readonly Change[],
  reasons: Reasons,
): Promise<TransactionReceipt> {
  const adopted = { proposal: id, changes, reasonsHash: reasonsHash(reasons), people: [] };
  return act(stage, time, person, "enact", adopted);
}

/** Announces a payment; its id. */
export async function announce(
  stage: Stage,
  time: number,
  person: string,
  asRole: string,
  payment: ReturnType<typeof paymentOf>,
  purpose: string,
): Promise<bigint> {
  const announcement = { asRole: idOf(stage, asRole), slot: 0, payment, policy: 0n, purpose };
  const receipt = await act(stage, time, person, "announce", announcement);
  const [event] = parseEventLogs({ abi: treasuryAbi, logs: receipt.logs, eventName: "Announced" });
  return event?.args.announcement ?? 0n;
}
