import type { AbiParameter, Hex } from "viem";
import { encodeAbiParameters, keccak256 } from "viem";

interface Typed {
  readonly parameter: AbiParameter;
  readonly value: unknown;
}

/** The hash of a proposal's content: keccak256 of the hashes of the encoded changes and of the encoded reasons. */
export function hashOfContent(changes: Typed, reasons: Typed): Hex {
  return joinContent(hashOf(changes), hashOf(reasons));
}

/** The hash of a proposal's content from the hashes of its halves. */
export function joinContent(changesHash: Hex, reasonsHash: Hex): Hex {
  return keccak256(
    encodeAbiParameters([{ type: "bytes32" }, { type: "bytes32" }], [changesHash, reasonsHash]),
  );
}

function hashOf({ parameter, value }: Typed): Hex {
  return keccak256(encodeAbiParameters([parameter], [value]));
}
