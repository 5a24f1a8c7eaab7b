import type { Request } from "#app/wallet/provider.ts";
import { signTypedData } from "#app/wallet/signTypedData.ts";
import { entryOf, type SignedEntry } from "#sdk/voice/file.ts";
import { isNumbered, typedDataOf } from "#sdk/voice/typedData.ts";

const DAY = 86_400;
/** How long somebody has to send what was signed. */
export const GOOD_FOR = 7 * DAY;

/** What signing for somebody else needs to know. */
interface Handing {
  readonly wallet: Parameters<typeof signTypedData>[0];
  readonly request: Request;
  readonly chainId: number;
  /** The chain's time, in seconds. */
  readonly now: number;
}

/** Asks a wallet to sign an act that somebody else will send. */
export async function handOn({ wallet, request, chainId, now }: Handing): Promise<SignedEntry> {
  const { from, to: core, data } = request;
  const deadline = now + GOOD_FOR;
  const nonce = isNumbered(request) ? freshNonce() : 0n;
  const typed = typedDataOf(request, { chainId, nonce, deadline });
  const signature = await signTypedData(wallet, from, typed);
  return entryOf({ core, data, nonce, deadline, gas: 0, signer: from, signature }, chainId);
}

/** The first nonce of a key that nobody has used, so that no act waits for another to be relayed. */
function freshNonce(): bigint {
  const [high = 1, low = 1] = crypto.getRandomValues(new Uint32Array(2));
  return ((BigInt(high) << 32n) | BigInt(low) | 1n) << 64n;
}
