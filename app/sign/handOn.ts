import type { Hex } from "viem";

import type { Request } from "#app/wallet/provider.ts";
import { signTypedData } from "#app/wallet/signTypedData.ts";
import { entryOf, type SignedEntry } from "#sdk/voice/file.ts";
import { digestOf, isNumbered, typedDataOf } from "#sdk/voice/typedData.ts";

const DAY = 86_400;
/** How long somebody has to send what was signed. */
const GOOD_FOR = 7 * DAY;

/** What signing for somebody else needs to know. */
interface Handing {
  readonly request: Request;
  readonly chainId: number;
  /** The chain's time, in seconds. */
  readonly now: number;
}

/** An act as it will be signed for somebody else to send. */
export interface HandingOn {
  /** What a wallet signs: the digest of EIP-712. */
  readonly digest: Hex;
  /** Asks the wallet. */
  readonly sign: (wallet: Parameters<typeof signTypedData>[0]) => Promise<SignedEntry>;
}

/** Prepares an act to be signed for somebody else to send. */
export function handOn({ request, chainId, now }: Handing): HandingOn {
  const { from, to: core, data } = request;
  const deadline = now + GOOD_FOR;
  const nonce = isNumbered(request) ? freshNonce() : 0n;
  const typed = typedDataOf(request, { chainId, nonce, deadline });
  return {
    digest: digestOf(typed),
    async sign(wallet) {
      const signature = await signTypedData(wallet, from, typed);
      return entryOf({ core, data, nonce, deadline, gas: 0, signer: from, signature }, chainId);
    },
  };
}

/** The first nonce of a key that nobody has used, so that no act waits for another to be relayed. */
function freshNonce(): bigint {
  const [high = 1, low = 1] = crypto.getRandomValues(new Uint32Array(2));
  return ((BigInt(high) << 32n) | BigInt(low) | 1n) << 64n;
}
