import type { Address, Client, Hex, RpcBlock } from "viem";
import { encodeAbiParameters, fromRlp, keccak256, numberToHex, pad, toRlp, trim } from "viem";

import { ConsentricError } from "../errors/base.ts";

/** Where `Circles` stores heads: the second slot, by organisation. */
const HEADS_SLOT = 1n;

/** A head that follows from a block's hash, by hashing alone. */
export interface ProvedHead {
  readonly headWord: Hex;
  readonly block: bigint;
  /** Whoever trusts this hash, from any other source, can trust the head. */
  readonly blockHash: Hex;
}

/**
 * Prove an organisation's head under the hash of a block: the header has this hash, the account is under the header's
 * state root, the head under the account's storage root.
 * @returns undefined when the RPC offers no proofs (of this block).
 * @throws ConsentricError `NOT_PROVED` for a proof that proves something else.
 */
export async function proveHead(
  client: Client,
  circles: Address,
  organisation: number,
  block: bigint,
): Promise<ProvedHead | undefined> {
  const slot = headSlot(organisation);
  const blockNumber = numberToHex(block);
  const answer = await client
    .request({ method: "eth_getProof", params: [circles, [slot], blockNumber] })
    .catch(() => undefined);
  if (answer === undefined || answer === null) return undefined;
  const header = await client.request({
    method: "eth_getBlockByNumber",
    params: [blockNumber, false],
  });
  if (header === null || header.hash === null) return undefined;
  checkThat(hashOfHeader(header) === header.hash, "the block's header has another hash");
  const account = valueAt(header.stateRoot, circles, answer.accountProof);
  const fields = account === undefined ? [] : fromRlp(account, "hex");
  const storageRoot = fields[2];
  checkThat(typeof storageRoot === "string", "there is no such contract in the block");
  const storage = answer.storageProof.flatMap(({ proof }) => proof);
  const value = valueAt(storageRoot as Hex, slot, storage);
  const headWord = pad(value === undefined ? "0x" : (fromRlp(value, "hex") as Hex), { size: 32 });
  return { headWord, block, blockHash: header.hash };
}

/** The storage slot of an organisation's head. */
export function headSlot(organisation: number): Hex {
  const types = [{ type: "uint256" }, { type: "uint256" }] as const;
  return keccak256(encodeAbiParameters(types, [BigInt(organisation), HEADS_SLOT]));
}

/** The hash of a block as its header says; newer fields are there from the upgrade on that brought them. */
function hashOfHeader(header: RpcBlock): Hex {
  const always = [
    header.parentHash,
    header.sha3Uncles,
    header.miner,
    header.stateRoot,
    header.transactionsRoot,
    header.receiptsRoot,
    header.logsBloom ?? "0x",
    quantity(header.difficulty),
    quantity(header.number ?? "0x0"),
    quantity(header.gasLimit),
    quantity(header.gasUsed),
    quantity(header.timestamp),
    header.extraData,
    header.mixHash,
    header.nonce ?? "0x",
  ];
  const { requestsHash } = header as { requestsHash?: Hex };
  const since = [
    quantity(header.baseFeePerGas),
    header.withdrawalsRoot,
    quantity(header.blobGasUsed),
    quantity(header.excessBlobGas),
    header.parentBeaconBlockRoot,
    requestsHash,
  ];
  const newer = since.filter((field) => field !== undefined && field !== null);
  return keccak256(toRlp([...always, ...newer] as Hex[]));
}

/** A number as a header has it: without leading zeros, nothing for zero. */
function quantity(value: Hex | null | undefined): Hex | undefined {
  if (value === null || value === undefined) return undefined;
  return BigInt(value) === 0n
    ? "0x"
    : trim(value.length % 2 === 0 ? value : `0x0${value.slice(2)}`);
}

type Node = Hex | readonly Node[];

/** The value under a key in a Merkle-Patricia trie, as the proof's nodes show; undefined when they show there is none. */
function valueAt(root: Hex, key: Hex, proof: readonly Hex[]): Hex | undefined {
  const nodes = new Map(proof.map((node) => [keccak256(node), node]));
  return follow(nodes, root, keccak256(key).slice(2));
}

function follow(nodes: ReadonlyMap<Hex, Hex>, at: Node | undefined, path: string): Hex | undefined {
  if (at === undefined || at === "0x") return undefined;
  const node = typeof at === "string" ? decoded(nodes, at) : at;
  if (node.length === 17) {
    if (path === "") return node[16] as Hex;
    return follow(nodes, node[Number.parseInt(path.slice(0, 1), 16)], path.slice(1));
  }
  const { isLeaf, nibbles } = partOf(node[0] as Hex);
  if (isLeaf) return nibbles === path ? (node[1] as Hex) : undefined;
  if (!path.startsWith(nibbles)) return undefined;
  return follow(nodes, node[1], path.slice(nibbles.length));
}

function decoded(nodes: ReadonlyMap<Hex, Hex>, hash: Hex): readonly Node[] {
  const node = nodes.get(hash);
  checkThat(node !== undefined, "a node of the proof is missing");
  return fromRlp(node as Hex, "hex") as readonly Node[];
}

/** The part of a path in a leaf or an extension: two flags in the first digit, which is followed by a filler if even. */
function partOf(encoded: Hex): { isLeaf: boolean; nibbles: string } {
  const flags = Number.parseInt(encoded.slice(2, 3), 16);
  return { isLeaf: flags >= 2, nibbles: encoded.slice(flags % 2 === 1 ? 3 : 4) };
}

function checkThat(holds: boolean, otherwise: string): void {
  if (holds) return;
  throw new ConsentricError("NOT_PROVED", "The proof of the head proves nothing.", {
    details: `In it ${otherwise}.`,
    hint: "Ask another RPC.",
  });
}
