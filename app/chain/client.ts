import { type Client, createClient, http } from "viem";

/** A client that only reads. It never sees a wallet. */
export function readerOf(rpc: string): Client {
  return createClient({
    transport: http(rpc, { retryCount: 2, timeout: 20_000, batch: { wait: 8 } }),
  });
}

/** One call, as a node answers it. For what viem has no name for. */
export function ask<answer>(client: Client, method: string, params: readonly unknown[]) {
  const request = client.request as (args: {
    method: string;
    params: readonly unknown[];
  }) => Promise<answer>;
  return request({ method, params });
}
