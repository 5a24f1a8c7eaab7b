import type { Address } from "viem";

import type { AnnouncedWallet, Provider } from "#app/wallet/provider.ts";

export const PERSONAS_RDNS = "local.personas";

/** A wallet without keys: a local chain's node signs for the people of the worked organisation. */
export interface Personas extends AnnouncedWallet {
  readonly people: readonly Address[];
  /** Be somebody else from now on. */
  choose(person: Address): void;
}

/** A wallet in the page for a testnet whose node holds everybody's keys. */
export function createPersonas(rpc: string, people: readonly Address[]): Personas {
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  let current: Address | null = null;
  let id = 0;
  const ask = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    const response = await fetch(rpc, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }),
    });
    const { result, error } = (await response.json()) as {
      result?: unknown;
      error?: { message: string; code: number };
    };
    if (error !== undefined) throw Object.assign(new Error(error.message), error);
    return result;
  };
  const provider: Provider = {
    async request({ method, params = [] }) {
      const accounts = current === null ? [] : [current];
      if (method === "eth_requestAccounts" || method === "eth_accounts") return accounts;
      if (method === "wallet_revokePermissions") return null;
      return await ask(method, params);
    },
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event, listener) {
      listeners.get(event)?.delete(listener);
    },
  };
  return {
    uuid: "2f4f1b0c-53a1-4b6e-9c1c-consentric01",
    name: "Personas of this testnet",
    rdns: PERSONAS_RDNS,
    icon: null,
    provider,
    people,
    choose(person) {
      current = person;
      for (const listener of listeners.get("accountsChanged") ?? []) listener([person]);
    },
  };
}
