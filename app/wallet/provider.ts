import type { Address, Hex } from "viem";
import type { Connector } from "wagmi";

/** What signing needs of a wallet, as EIP-1193 has it. */
export interface Provider {
  request(args: { method: string; params?: readonly unknown[] }): Promise<unknown>;
}

/** What a wallet is asked to send. */
export interface Request {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/**
 * Ask a wallet to sign and pass on. Resolves with the hash that the node gave it. The wallet is asked itself, because
 * it must be given what was shown and nothing else.
 */
export async function send(wallet: Connector, request: Request): Promise<Hex> {
  const provider = (await wallet.getProvider()) as Provider;
  const { from, to, data, value } = request;
  const params = [{ from, to, data, value: `0x${value.toString(16)}` }];
  const hash = await provider.request({ method: "eth_sendTransaction", params });
  if (typeof hash !== "string" || !/^0x[0-9a-fA-F]{64}$/.test(hash)) {
    throw new Error("The wallet answered something that is no hash.");
  }
  return hash as Hex;
}
