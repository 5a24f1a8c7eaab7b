import type { Address, Hex } from "viem";
import { encodeAbiParameters, getAbiItem, keccak256 } from "viem";

import { consentAbi } from "../abi/consent.ts";
import { treasuryAbi } from "../abi/treasury.ts";
import { joinContent } from "../chronicle/content.ts";
import type { Change, Payment, Reasons } from "../chronicle/events.ts";

const [, , , CHANGES, REASONS] = getAbiItem({ abi: consentAbi, name: "propose" }).inputs;
const [, , PAYMENT] = getAbiItem({ abi: treasuryAbi, name: "announce" }).inputs;

/** keccak256 of the encoded changes of a proposal. */
export function changesHash(changes: readonly Change[]): Hex {
  return keccak256(encodeAbiParameters([CHANGES], [changes]));
}

/** keccak256 of the encoded reasons of a proposal: what an enactment sends instead of the words. */
export function reasonsHash(reasons: Reasons): Hex {
  return keccak256(encodeAbiParameters([REASONS], [reasons]));
}

/**
 * The hash of a proposal's content, which members confirm. For a version on chain take its `contentHash`: that is
 * of the very bytes, also of text that is not valid UTF-8.
 */
export function contentHash(changes: readonly Change[], reasons: Reasons): Hex {
  return joinContent(changesHash(changes), reasonsHash(reasons));
}

/** The hash by which the treasury knows an announcement: of who announced it and of the payment. */
export function paymentHash(announcer: Address, payment: Payment): Hex {
  return keccak256(encodeAbiParameters([{ type: "address" }, PAYMENT], [announcer, payment]));
}
