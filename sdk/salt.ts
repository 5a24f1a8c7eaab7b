import type { Address, Hex } from "viem";
import { encodeAbiParameters, keccak256 } from "viem";

/** Whose nomination in which election of which contract. */
export interface NominationOf {
  readonly chainId: number;
  /** The contract of the elections. */
  readonly elections: Address;
  readonly election: bigint;
  readonly nominator: Address;
}

/**
 * What a wallet signs to make the salt of a sealed nomination, now and again when the nomination is opened: so nothing
 * has to be kept. The same wallet must sign the same message the same way each time; most do, some smart accounts do
 * not: whoever uses one keeps the salt.
 */
export function nominationSaltMessage({ chainId, elections, election, nominator }: NominationOf) {
  return {
    domain: { name: "Consentric elections", chainId, verifyingContract: elections },
    types: {
      NominationSalt: [
        { name: "purpose", type: "string" },
        { name: "election", type: "uint64" },
        { name: "nominator", type: "address" },
      ],
    },
    primaryType: "NominationSalt",
    message: {
      purpose:
        "Make the secret that seals my nomination. Whoever has this signature can read the nomination: sign it in this organisation's own page only.",
      election,
      nominator,
    },
  } as const;
}

/** The salt that a signature of the message makes. */
export function saltFrom(signature: Hex): Hex {
  return keccak256(signature);
}

/** The seal of a nomination: a hash that only the salt opens. */
export function sealOf({
  chainId,
  elections,
  election,
  nominator,
  nominee,
  salt,
}: NominationOf & { readonly nominee: Address; readonly salt: Hex }): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: "uint256" },
        { type: "address" },
        { type: "uint64" },
        { type: "address" },
        { type: "address" },
        { type: "bytes32" },
      ],
      [BigInt(chainId), elections, election, nominator, nominee, salt],
    ),
  );
}

/** Whom a seal names, by its salt: the one of these people, or undefined. For whoever has forgotten. */
export function nomineeIn(
  seal: Hex,
  nomination: NominationOf & { readonly salt: Hex },
  people: Iterable<Address>,
): Address | undefined {
  for (const nominee of people) {
    if (sealOf({ ...nomination, nominee }) === seal.toLowerCase()) return nominee;
  }
  return undefined;
}
