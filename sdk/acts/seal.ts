import type { Address, Hex } from "viem";
import { encodeAbiParameters, keccak256 } from "viem";

/** Whom somebody nominates in an election, before it is shared. */
export interface Nomination {
  readonly chainId: number;
  /** The contract `Elections`. */
  readonly elections: Address;
  readonly election: bigint;
  readonly nominator: Address;
  readonly nominee: Address;
  /** Random, and kept until the nomination is shared: without it the seal opens no more. */
  readonly salt: Hex;
}

const SEALED = [
  { type: "uint256" },
  { type: "address" },
  { type: "uint64" },
  { type: "address" },
  { type: "address" },
  { type: "bytes32" },
] as const;

/** The seal of a nomination: it fixes the nominee and tells nobody who that is. */
export function sealOf(nomination: Nomination): Hex {
  const { chainId, elections, election, nominator, nominee, salt } = nomination;
  const values = [BigInt(chainId), elections, election, nominator, nominee, salt] as const;
  return keccak256(encodeAbiParameters(SEALED, values));
}
