import {
  type Address,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  type TransactionReceipt,
} from "viem";

import { foundingAbi } from "#sdk/abi/founding.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import type { Process } from "#sdk/chronicle/events.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { Bits } from "#sdk/flags.ts";
import { act } from "../chain/act.ts";
import { type Signer, signAs } from "../chain/connect.ts";
import { Failure } from "../failure.ts";
import { batches } from "./batches.ts";
import { ANCHOR, type FoundingFile } from "./file.ts";
import { anchorSettings } from "./settings.ts";

/** What each process may do, by its name in a deployment. */
const BITS = {
  consent: Bits.ROLES | Bits.SETTINGS | Bits.RECORD | Bits.PROCESSES,
  treasury: Bits.RECORD,
  allowances: Bits.RECORD,
  offices: Bits.OFFICES | Bits.RECORD,
  elections: Bits.OFFICES | Bits.RECORD,
  facilitation: Bits.ROUNDS | Bits.RECORD,
  meetings: Bits.ROUNDS | Bits.RECORD,
  leads: Bits.ROLES | Bits.SETTINGS | Bits.RECORD,
  rulings: Bits.ROLES | Bits.RECORD,
  breakdowns: Bits.BREAKDOWN | Bits.OFFICES | Bits.RECORD,
  initiatives: Bits.RECORD,
} as const;

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
  const { structure, founding, treasury } = deployment.contracts;
  const ruleHash = keccak256(stringToHex(file.rules));
  const begun = await act(signer, deployment, "found", {
    words: {
      name: file.name,
      text: file.purpose,
      domains: file.domains,
      accountabilities: file.accountabilities,
    },
    ruleHash,
    articles: file.articles,
    settings: anchorSettings(file),
    ratifiers,
    processes: processesOf(deployment),
    treasury: treasury.address,
    salt: saltOf(file),
  });
  const [event] = parseEventLogs({ abi: foundingAbi, logs: begun.logs, eventName: "Founded" });
  if (event === undefined) throw new Error("founding logged no Founded event");
  const { organisation, anchor, vault } = event.args;

  let lastWrite = await readLastWrite(signer, founding.address, organisation);
  const ids = new Map<string, bigint>([[ANCHOR, anchor]]);
  const offers = new Map<Address, bigint[]>();
  const writes = batches(file, anchor, addressOf);
  let next = writes.next();
  while (!next.done) {
    const { changes, creates, invited, offers: offered } = next.value;
    const batch = { changes, people: [], invited, offers: offered };
    const receipt = await act(signer, deployment, "write", {
      organisation,
      afterNumber: lastWrite,
      ...batch,
    });
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
    return parseEventLogs({ abi: structureAbi, logs: receipt.logs, eventName: "RoleCreated" })
      .filter((log) => log.address.toLowerCase() === structure.address.toLowerCase())
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
  for (const person of everybody) {
    const agreement = { organisation, ruleHash, offers: offers.get(person) ?? [] };
    await act(signAs(signer, person), deployment, "agree", agreement);
  }
  for (const ratifier of ratifiers) {
    await act(signAs(signer, ratifier), deployment, "ratify", { organisation, number: lastWrite });
  }
}

/** The contracts of a deployment that may write for an organisation, as a usual founding names them. */
export function processesOf({ contracts }: Deployment): Process[] {
  const names = Object.keys(BITS) as (keyof typeof BITS)[];
  return names.map((name) => ({ process: contracts[name].address, bits: BITS[name] }));
}

/** With the founder it fixes the address of the organisation's account. */
export function saltOf(file: Pick<FoundingFile, "salt">): Hex {
  return keccak256(stringToHex(file.salt));
}
