import type { Address, Hex } from "viem";
import { encodeAbiParameters, getAddress, keccak256, numberToHex, zeroAddress } from "viem";

import type { Organisation, Role } from "./organisation.ts";
import { idOf, numberOf } from "./organisation.ts";

const BOUND = [{ type: "string" }, { type: "uint64" }] as const;
const INVITED = [...BOUND, { type: "bytes32" }] as const;
const MOST_VOICES = 64;
/** How many roles follow one at most. */
export const MOST_FOLLOWERS = 4;

/** Who fills a linked role, as the terms of the change that links it say. */
export interface LinkTerms {
  /** The role whose fillers fill it; null where somebody outside chooses them. */
  readonly source: bigint | null;
  /** Who, outside, chooses them; null where a role does. */
  readonly appointer: Address | null;
  /** How many of them speak for it, 1 to 64. */
  readonly limit: number;
}

/** The terms of a change that links a role, in one word. */
export function linkTerms({ source, appointer, limit }: LinkTerms): Hex {
  const word = BigInt(appointer ?? zeroAddress) | (BigInt(limit) << 192n);
  return numberToHex(word | (BigInt(source === null ? 0 : numberOf(source)) << 160n), { size: 32 });
}

/** What the terms of such a change say; null for what no link says. */
export function readLinkTerms(organisation: number, terms: Hex): LinkTerms | null {
  const word = BigInt(terms);
  const address = word & ((1n << 160n) - 1n);
  const number = Number((word >> 160n) & 0xffff_ffffn);
  const limit = Number((word >> 192n) & 0xffn);
  const one = (number === 0) !== (address === 0n);
  if (!one || limit === 0 || limit > MOST_VOICES || word >> 200n !== 0n) return null;
  return {
    source: number === 0 ? null : idOf(organisation, number),
    appointer: address === 0n ? null : getAddress(numberToHex(address, { size: 20 })),
    limit,
  };
}

/** The terms of a policy that invites such a link into a circle. */
export function invitingTerms(circle: bigint, terms: Hex): Hex {
  return keccak256(encodeAbiParameters(INVITED, ["consentric.links", circle, terms]));
}

/** The terms of a policy by which those who fill a role in the circle that holds it cannot end the role's links. */
export function bindingTerms(role: bigint): Hex {
  return keccak256(encodeAbiParameters(BOUND, ["consentric.binds", role]));
}

/** The linked roles that follow a role, the last that came first. */
export function followersOf({ roles }: Pick<Organisation, "roles">, role: bigint): readonly Role[] {
  const following = [...roles.values()].filter(({ link }) => link?.source === role);
  return following.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** The linked roles that a policy invites. */
export function linkedBy({ roles }: Pick<Organisation, "roles">, policy: bigint): readonly Role[] {
  return [...roles.values()].filter(({ link }) => link?.policy === policy);
}
