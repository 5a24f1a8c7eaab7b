import type { Address, Client, Hex } from "viem";

import type { Deployment } from "../deployment.ts";
import { ConsentricError } from "../errors/base.ts";
import type { Difference } from "./compare.ts";
import { compare } from "./compare.ts";
import { proveHead } from "./proof.ts";
import type { Reading } from "./read.ts";
import { read } from "./read.ts";

/** What an audit of one organisation found. */
export interface AuditReport {
  readonly chainId: number;
  readonly organisation: number;
  /** The anchor's name; empty when the history could not be replayed. */
  readonly name: string;
  /** The block up to which it was audited, and its hash. */
  readonly block: bigint;
  readonly blockHash: Hex;
  readonly events: number;
  readonly firstBlock: bigint;
  readonly lastBlock: bigint;
  readonly headWord: Hex;
  /** How many answers of the contracts were compared with what follows from the history. */
  readonly comparisons: number;
  readonly differences: readonly Difference[];
  /** Whether the head follows from the block's hash; else it is what the RPC said. */
  readonly isHeadProved: boolean;
  /** Processes of the organisation that are not of this deployment. */
  readonly foreign: readonly Address[];
}

export interface AuditParameters {
  readonly client: Client;
  readonly deployment: Deployment;
  readonly organisation: number;
}

/**
 * Audit an organisation: its history is complete and unaltered up to the chain's head, every event was allowed, and
 * what follows from it is what the contracts store.
 * @throws ConsentricError: HistoryError or FoldError for the first bad event, `LOGS_UNAVAILABLE`, `NOT_PROVED`,
 * `UNKNOWN_ORGANISATION`.
 */
export async function audit(parameters: AuditParameters): Promise<AuditReport> {
  const { client, deployment, organisation } = parameters;
  const { circles, consent, treasury, offices, facilitation, elections, meetings } =
    deployment.contracts;
  const { leads, allowances, rulings, breakdowns, initiatives } = deployment.contracts;
  const reading = await read({
    client,
    circles: circles.address,
    organisation,
    startBlock: BigInt(circles.block),
  });
  const { state, block, blockHash, logs, headWord, chainId } = reading;
  const { comparisons, differences } = await compare({ client, state, block });
  const ours = [
    ...[consent, treasury, offices, facilitation, elections, meetings],
    ...[leads, allowances, rulings, breakdowns, initiatives],
  ];
  const known = new Set(ours.map(({ address }) => address.toLowerCase()));
  const processes = state.processes.map(({ process }) => process);
  return {
    chainId,
    organisation,
    name: state.roles.get(state.anchor)?.words.name ?? "",
    block,
    blockHash,
    events: logs.length,
    firstBlock: logs[0]?.blockNumber ?? 0n,
    lastBlock: logs.at(-1)?.blockNumber ?? 0n,
    headWord,
    comparisons,
    differences,
    isHeadProved: await isProved(client, circles.address, reading),
    foreign: processes.filter((process) => !known.has(process.toLowerCase())),
  };
}

async function isProved(client: Client, circles: Address, reading: Reading): Promise<boolean> {
  const { organisation, block, blockHash, headWord } = reading;
  const proved = await proveHead(client, circles, organisation, block);
  if (proved === undefined) return false;
  if (proved.headWord === headWord && proved.blockHash === blockHash) return true;
  throw new ConsentricError(
    "NOT_PROVED",
    "The head that was named is not the one that is stored.",
    {
      details: `Named ${headWord} in block ${blockHash}, proved ${proved.headWord} in ${proved.blockHash}.`,
      hint: "Ask another RPC.",
    },
  );
}
