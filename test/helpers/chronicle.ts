import { expect } from "chai";
import { AbiCoder, concat, keccak256, Result } from "ethers";

import type { Sent, Suite } from "./contracts.ts";
import type { Told } from "./organisation.ts";
import { eventsOf, logging } from "./organisation.ts";

const coder = AbiCoder.defaultAbiCoder();
/** The upper 184 of 256 bits. */
const HASH_MASK = ((1n << 184n) - 1n) << 72n;

/** The head before an organisation's first event. */
export function genesis(chainId: bigint, circles: string, organisation: bigint): bigint {
  const binds = coder.encode(["uint256", "address", "uint32"], [chainId, circles, organisation]);
  return BigInt(keccak256(binds)) & HASH_MASK;
}

/** The head after an event, from nothing but its raw log. */
export function extend(
  previous: bigint,
  log: { address: string; topics: readonly string[]; data: string; blockNumber: number },
): bigint {
  const link = coder.encode(
    ["uint256", "address", "bytes32", "bytes32"],
    [previous, log.address, keccak256(concat(log.topics)), keccak256(log.data)],
  );
  const number = (previous & 0xffff_ffffn) + 1n;
  return (BigInt(keccak256(link)) & HASH_MASK) | (BigInt(log.blockNumber) << 32n) | number;
}

/** Values as plain data: structs as arrays in the order of their fields, contracts and signers as addresses. */
export function plain(value: unknown): unknown {
  if (value instanceof Result || Array.isArray(value)) return [...value].map(plain);
  if (value === null || typeof value !== "object") return value;
  if ("address" in value) return value.address;
  if ("target" in value && "interface" in value) return value.target;
  return Object.values(value).map(plain);
}

/** Follows organisations' histories and checks every link. */
export class Historian {
  /** The names of all events seen. */
  readonly seen: Set<string> = new Set();
  readonly #heads = new Map<bigint, bigint>();
  readonly #suite: Suite;

  /** Follows from the beginning, or one organisation from a head that is known. */
  constructor(suite: Suite, organisation?: bigint, head?: bigint) {
    this.#suite = suite;
    if (organisation !== undefined && head !== undefined) this.#heads.set(organisation, head);
  }

  /** The head of an organisation as its raw logs say. */
  async head(organisation: bigint): Promise<bigint> {
    const { circles } = this.#suite;
    const start = await circles.genesis(organisation);
    return this.#heads.get(organisation) ?? BigInt(start);
  }

  /** Follows one transaction: every event decodes by its declaration, continues the chain and ends at the head. */
  async follow(sent: Sent): Promise<Told[]> {
    const told = await eventsOf(this.#suite, sent);
    const receipt = await (await sent).wait();
    const block = await receipt?.getBlock();
    for (const { description, args, log, name } of told) {
      const { fragment } = description;
      const contract = await this.#emitter(log.address);
      // What was encoded by hand is, byte for byte, what the declaration of the event says.
      const again = contract.interface.encodeEventLog(fragment, [...args]);
      expect(again, name).to.deep.equal({ data: log.data, topics: [...log.topics] });
      expect(log.topics).to.have.length(3);
      const organisation = args[0] as bigint;
      const head = await this.head(organisation);
      expect(BigInt(args[2]), `previous of ${name}`).to.equal(head);
      expect(args[4], `time of ${name}`).to.equal(BigInt(block?.timestamp ?? 0));
      this.#heads.set(organisation, extend(head, log));
      this.seen.add(name);
    }
    for (const [organisation, head] of this.#heads) {
      expect(BigInt(await this.#suite.circles.head(organisation))).to.equal(head);
    }
    return told;
  }

  async #emitter(address: string) {
    for (const contract of logging(this.#suite)) {
      if ((await contract.getAddress()) === address) return contract;
    }
    throw new Error(`No contract of the suite logged at ${address}.`);
  }
}
