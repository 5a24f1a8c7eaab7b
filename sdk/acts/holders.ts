import type { Hex } from "viem";
import { decodeAbiParameters, encodeAbiParameters } from "viem";

const ROLES = [{ type: "uint64[]" }] as const;

/** The roles whose domains an announcement touches, as it names them. */
export function encodeHolders(roles: readonly bigint[]): Hex {
  return encodeAbiParameters(ROLES, [roles]);
}

/** The roles that a domain announcement names. */
export function holdersOf(data: Hex): readonly bigint[] {
  return decodeAbiParameters(ROLES, data)[0];
}
