import type { Address, Hex, TypedDataDomain } from "viem";
import { decodeAbiParameters, hashTypedData, size, slice, toFunctionSelector } from "viem";

import type { Call } from "../acts/act.ts";
import type { Parameter, Signable } from "./signable.ts";
import { SIGNABLES } from "./signables.ts";
import { primaryTypeOf, type Types, typesOf } from "./types.ts";

/** What the signature of an act says besides the act itself. */
export interface Terms {
  readonly chainId: number;
  /** The signer's next nonce; 0 for an act without one: see `isNumbered`. */
  readonly nonce: bigint;
  /** Until when it can be relayed, exclusive, in seconds since 1970. */
  readonly deadline: number;
}

/** An act as a wallet shows it: EIP-712. */
export interface ActTypedData {
  readonly domain: TypedDataDomain & { readonly verifyingContract: Address };
  readonly types: Types;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

const BY_SELECTOR: ReadonlyMap<Hex, Signable> = new Map(
  SIGNABLES.map((signable: Signable) => [selectorOf(signable), signable]),
);

/** The act that a call is, as it can be signed; undefined for a call that cannot. */
export function signableOf({ data }: Pick<Call, "data">): Signable | undefined {
  return size(data) < 4 ? undefined : BY_SELECTOR.get(slice(data, 0, 4));
}

/** Whether the signature of a call names a nonce. Throws for a call that cannot be signed. */
export function isNumbered(call: Pick<Call, "data">): boolean {
  return requireSignable(call).numbered;
}

/** What somebody signs instead of sending a call. Throws for a call that cannot be signed. */
export function typedDataOf(call: Call, { chainId, nonce, deadline }: Terms): ActTypedData {
  const signable = requireSignable(call);
  const { inputs, numbered } = signable;
  const values = inputs.length === 0 ? [] : decodeAbiParameters(inputs, slice(call.data, 4));
  return {
    domain: { name: "Consentric", version: "1", chainId, verifyingContract: call.to },
    types: typesOf(signable),
    primaryType: primaryTypeOf(signable),
    message: {
      ...named(inputs, values),
      ...(numbered ? { nonce } : {}),
      deadline,
    },
  };
}

/** The digest that is signed. */
export function digestOf(data: ActTypedData): Hex {
  return hashTypedData(data as Parameters<typeof hashTypedData>[0]);
}

/** The selector of an act. */
export function selectorOf({ name, inputs }: Pick<Signable, "name" | "inputs">): Hex {
  return toFunctionSelector({
    type: "function",
    name,
    inputs,
    outputs: [],
    stateMutability: "nonpayable",
  });
}

function named(
  parameters: readonly Parameter[],
  values: readonly unknown[],
): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name }, index) => [name, values[index]]));
}

function requireSignable(call: Pick<Call, "data">): Signable {
  const signable = signableOf(call);
  if (signable === undefined) throw new Error("This call is no act that can be signed.");
  return signable;
}
