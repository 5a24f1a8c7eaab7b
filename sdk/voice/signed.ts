import type { Address, Hex } from "viem";
import { concat, encodeFunctionData, getAddress, keccak256, size, slice } from "viem";

import { voiceAbi } from "../abi/voice.ts";
import type { Call } from "../acts/act.ts";
import { callOf } from "../acts/act.ts";

/** The most gas that one act gets in a batch, unless something else is said: no usual act needs more. */
export const USUAL_GAS = 600_000;

/** An act that somebody has signed, in the fields of the contract `Voice`. */
export interface Signed {
  /** The core that takes it. */
  readonly core: Address;
  /** The call of it. */
  readonly data: Hex;
  readonly nonce: bigint;
  /** Until when it can be relayed, exclusive, in seconds since 1970. */
  readonly deadline: number;
  /** In a batch, the most gas that it may use. */
  readonly gas: number;
  /** An address, or a verifier's address and a key (ERC-7913). */
  readonly signer: Hex;
  readonly signature: Hex;
}

/** Who speaks when this signer has signed: the address, or of a verifier and a key the end of their hash. */
export function actorOf(signer: Hex): Address {
  if (size(signer) < 20) throw new Error("A signer has 20 bytes at least.");
  return getAddress(size(signer) === 20 ? signer : slice(keccak256(signer), 12));
}

/** A signer that a verifier of ERC-7913 checks. */
export function signerOf(verifier: Address, key: Hex): Hex {
  return concat([verifier, key]);
}

/** The call that relays one act. */
export function relay(voice: Address, act: Signed): Call {
  const data = encodeFunctionData({ abi: voiceAbi, functionName: "speak", args: [act] });
  return callOf(voice, data);
}

/** The call that relays many acts, of which what is refused stops nothing else. */
export function relayAll(voice: Address, acts: readonly Signed[]): Call {
  const data = encodeFunctionData({ abi: voiceAbi, functionName: "speakAll", args: [acts] });
  return callOf(voice, data);
}
