import type { Hex } from "viem";
import { encodeAbiParameters, keccak256 } from "viem";

/** The terms of a policy of the anchor that lets a circle spend from its own vault. */
export function spendingTerms(circle: bigint): Hex {
  const types = [{ type: "string" }, { type: "uint64" }] as const;
  return keccak256(encodeAbiParameters(types, ["consentric.spends", circle]));
}
