import type { Address, Hex } from "viem";

/** A wallet as EIP-1193 has it. */
export interface Provider {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>;
  on?(event: string, listener: (value: unknown) => void): unknown;
  removeListener?(event: string, listener: (value: unknown) => void): unknown;
}

/** A wallet as it announces itself: EIP-6963. */
export interface AnnouncedWallet {
  readonly uuid: string;
  readonly name: string;
  /** A data URL; anything else is not shown. */
  readonly icon: string | null;
  /** Stable between visits: `io.metamask`. */
  readonly rdns: string;
  readonly provider: Provider;
}

/** What a wallet is asked to send. */
export interface Request {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** Ask a wallet to sign and pass on. Resolves with the hash that the node gave it. */
export async function send(provider: Provider, request: Request): Promise<Hex> {
  const { from, to, data, value } = request;
  const params = [{ from, to, data, value: `0x${value.toString(16)}` }];
  const hash = await provider.request({ method: "eth_sendTransaction", params });
  if (typeof hash !== "string" || !/^0x[0-9a-fA-F]{64}$/.test(hash)) {
    throw new Error("The wallet answered something that is no hash.");
  }
  return hash as Hex;
}

/** Whom a wallet names, as far as it answers with addresses. */
export function addressesIn(answer: unknown): readonly Address[] {
  if (!Array.isArray(answer)) return [];
  return answer.filter((one): one is Address => /^0x[0-9a-fA-F]{40}$/.test(String(one)));
}

/** The chain a wallet names, in hex or as a number. */
export function chainIn(answer: unknown): number | null {
  const chain =
    typeof answer === "string" || typeof answer === "number" ? Number(answer) : Number.NaN;
  return Number.isSafeInteger(chain) ? chain : null;
}
