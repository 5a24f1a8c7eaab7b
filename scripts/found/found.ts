import {
  type Address,
  encodeFunctionData,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  type TransactionReceipt,
} from "viem";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { type Signer, signAs } from "../chain/connect.ts";
import { send } from "../chain/send.ts";
import { Failure } from "../failure.ts";
import { batches } from "./batches.ts";
import { ANCHOR, type FoundingFile } from "./file.ts";

const DAY = 86_400;
/** A process that governs: roles and policies, settings, record. */
const ALL_BITS = 7;
/** A process that only records. */
const RECORD_BIT = 4;

/** An organisation that was founded, as far as whoever founded it can take it alone. */
export interface Foundation {
  readonly organisation: number;
  readonly anchor: bigint;
  readonly vault: Address;
  readonly ruleHash: Hex;
  /** The number that ratifiers ratify. */
  readonly lastWrite: number;
  /** Circles and roles by the file's ids. */
  readonly ids: ReadonlyMap<string, bigint>;
  /** The roles offered to each person, by address. */
  readonly offers: ReadonlyMap<Address, readonly bigint[]>;
}

/**
 * Founds the organisation of a file and writes its initial structure. The signer is the founder and must be one of
 * the ratifiers; agreeing, accepting and ratifying is everybody's own.
 */
export async function found(
  signer: Signer,
  deployment: Deployment,
  file: FoundingFile,
  addressOf: (person: string) => Address,
): Promise<Foundation> {
  const ratifiers = file.ratifiers.map(addressOf);
  const founder = signer.writer.account.address;
  if (!ratifiers.some((each) => each.toLowerCase() === founder.toLowerCase())) {
    throw new Failure(
      `${founder} is not among the ratifiers of ${file.name}, so could not write its structure.`,
      "Sign as one of them, or add the address to the file.",
    );
  }
  const { circles, founding, consent, treasury } = deployment.contracts;
  const ruleHash = keccak256(stringToHex(file.rules));
  const begun = await send(
    signer,
    {
      to: founding.address,
      data: encodeFunctionData({
        abi: foundingAbi,
        functionName: "found",
        args: [
          {
            name: file.name,
            text: file.purpose,
            domains: file.domains,
            accountabilities: file.accountabilities,
          },
          ruleHash,
          { window: file.windowDays * DAY, admission: 0n, assigner: 0n },
          ratifiers,
          [
            { process: consent.address, bits: ALL_BITS },
            { process: treasury.address, bits: RECORD_BIT },
          ],
          treasury.address,
          keccak256(stringToHex(file.salt)),
        ],
      }),
    },
    `Founding ${file.name}`,
  );
  const [event] = parseEventLogs({ abi: circlesAbi, logs: begun.logs, eventName: "Founded" });
  if (event === undefined) throw new Error("founding logged no Founded event");
  const { organisation, anchor, vault } = event.args;

  let lastWrite = await readLastWrite(signer, founding.address, organisation);
  const ids = new Map<string, bigint>([[ANCHOR, anchor]]);
  const offers = new Map<Address, bigint[]>();
  const writes = batches(file, anchor, addressOf);
  let next = writes.next();
  while (!next.done) {
    const { changes, creates, invited, offers: offered } = next.value;
    const receipt = await send(
      signer,
      {
        to: founding.address,
        data: encodeFunctionData({
          abi: foundingAbi,
          functionName: "write",
          args: [organisation, lastWrite, changes, [], invited, offered],
        }),
      },
      `Writing the structure of ${file.name}`,
    );
    lastWrite = await readLastWrite(signer, founding.address, organisation);
    for (const { role, person } of offered)
      offers.set(person, [...(offers.get(person) ?? []), role]);
    const created = createdRoles(receipt);
    const names = creates.filter((name) => name !== null);
    for (const [index, id] of created.entries()) ids.set(names[index] ?? "", id);
    next = writes.next(created);
  }
  return { organisation, anchor, vault, ruleHash, lastWrite, ids, offers };

  function createdRoles(receipt: TransactionReceipt): bigint[] {
    return parseEventLogs({ abi: circlesAbi, logs: receipt.logs, eventName: "RoleCreated" })
      .filter((log) => log.address.toLowerCase() === circles.address.toLowerCase())
      .map((log) => log.args.role);
  }
}

async function readLastWrite(
  signer: Signer,
  founding: Address,
  organisation: number,
): Promise<number> {
  const progress = await signer.reader.readContract({
    address: founding,
    abi: foundingAbi,
    functionName: "progressOf",
    args: [organisation],
  });
  return progress.lastWrite;
}

/** Everybody agrees to the rules and accepts what was offered, and the ratifiers ratify: where a node signs for all. */
export async function concludeFounding(
  signer: Signer,
  deployment: Deployment,
  foundation: Foundation,
  everybody: readonly Address[],
  ratifiers: readonly Address[],
): Promise<void> {
  const { organisation, ruleHash, lastWrite, offers } = foundation;
  const { circles, founding } = deployment.contracts;
  for (const person of everybody) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "agree",
      args: [organisation, ruleHash, offers.get(person) ?? []],
    });
    await send(signAs(signer, person), { to: circles.address, data }, `The agreement of ${person}`);
  }
  for (const ratifier of ratifiers) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "ratify",
      args: [organisation, lastWrite],
    });
    await send(
      signAs(signer, ratifier),
      { to: founding.address, data },
      `The ratification of ${ratifier}`,
    );
  }
}
