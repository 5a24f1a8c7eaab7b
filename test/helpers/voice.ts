import type { Hex } from "viem";

import type { Signed } from "#sdk/voice/signed.ts";
import { type ActTypedData, type Terms, typedDataOf } from "#sdk/voice/typedData.ts";
import type { Signer } from "./organisation.ts";

/** How long a signature is good for, unless something else is said. */
export const LATER = 2 ** 40 - 1;

/** The gas of an act in a batch, unless something else is said. */
export const GAS = 400_000;

/** A core and a call of it. */
export interface Spoken {
  core: { getAddress(): Promise<string> };
  data: string;
}

/** What a call is as typed data, for the chain that the tests run on. */
export async function typed({ core, data }: Spoken, terms: Partial<Terms> = {}) {
  const to = (await core.getAddress()) as Hex;
  const all = { chainId: 31337, nonce: 0n, deadline: LATER, ...terms };
  return typedDataOf({ to, data: data as Hex, value: 0n }, all);
}

/** Signs typed data with an ethers signer, an independent implementation. */
export async function signTyped(by: Signer, data: ActTypedData): Promise<Hex> {
  const { domain, types, message } = data;
  const signature = await (by as unknown as TypedSigner).signTypedData(domain, types, message);
  return signature as Hex;
}

interface TypedSigner {
  signTypedData(domain: unknown, types: unknown, message: unknown): Promise<string>;
}

/** A call, signed by somebody. */
export async function signed(
  by: Signer,
  call: Spoken,
  part: Partial<Signed> & { chainId?: number } = {},
): Promise<Signed> {
  const { chainId = 31337, ...rest } = part;
  const { nonce = 0n, deadline = LATER } = rest;
  const data = await typed(call, { chainId, nonce, deadline });
  return {
    core: (await call.core.getAddress()) as Hex,
    data: call.data as Hex,
    nonce,
    deadline,
    gas: GAS,
    signer: (await by.getAddress()) as Hex,
    signature: await signTyped(by, data),
    ...rest,
  };
}
