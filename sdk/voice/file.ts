import type { Address, Hex } from "viem";
import * as z from "zod/mini";

import type { Signed } from "./signed.ts";

const address = z.custom<Address>(
  (value) => typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value),
  "an address of 20 bytes",
);
const bytes = z.custom<Hex>(
  (value) => typeof value === "string" && /^0x([0-9a-fA-F]{2})*$/.test(value),
  "bytes in hexadecimal, after 0x",
);
const seconds = z.number().check(z.int(), z.gte(0), z.lt(2 ** 40));

/** Signed acts as they are handed on, in a file or a message: JSON. */
export const signedFileSchema = z.array(
  z.object({
    /** The chain that it was signed for. */
    chainId: z.number().check(z.int(), z.gte(1)),
    core: address,
    data: bytes,
    /** In decimal: it can be beyond what JSON numbers hold. */
    nonce: z.string().check(z.regex(/^[0-9]+$/)),
    deadline: seconds,
    signer: bytes,
    signature: bytes,
  }),
);

/** One signed act, as it is handed on. */
export type SignedEntry = z.infer<typeof signedFileSchema>[number];

/** A signed act as it is handed on. How much gas it gets, whoever relays it says. */
export function entryOf(act: Signed, chainId: number): SignedEntry {
  const { core, data, nonce, deadline, signer, signature } = act;
  return { chainId, core, data, nonce: nonce.toString(), deadline, signer, signature };
}

/** A signed act that was handed on. */
export function actOfEntry({ chainId: _, nonce, ...rest }: SignedEntry, gas: number): Signed {
  return { ...rest, nonce: BigInt(nonce), gas };
}
