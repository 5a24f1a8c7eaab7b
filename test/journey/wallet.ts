import type { Page } from "playwright-core";

/** A wallet in the page, as an extension would put it there: EIP-1193, announced through EIP-6963. */
export interface Wallet {
  /** From now on it signs as this account, and says so. */
  choose(account: string): Promise<void>;
  /** What it was asked to send so far. */
  sent(): Promise<readonly { from: string; to: string; data: string }[]>;
}

/** What the page finds under `window.testWallet`. */
interface Handle {
  choose(account: string): void;
  sent: { from: string; to: string; data: string }[];
}

declare global {
  interface Window {
    testWallet: Handle;
  }
}

/**
 * Puts a wallet called "Journey wallet" into every document that a page will load. It signs with the accounts that
 * the node behind `rpc` holds.
 */
export async function installWallet(page: Page, rpc: string, account: string): Promise<Wallet> {
  await page.addInitScript(inject, { rpc, account });
  return {
    choose: (next) => page.evaluate((chosen) => window.testWallet.choose(chosen), next),
    sent: () => page.evaluate(() => window.testWallet.sent),
  };
}

/** Runs in the page, so it stands alone. */
function inject({ rpc, account }: { rpc: string; account: string }): void {
  type Listener = (value: unknown) => void;
  const key = "test-wallet-account";
  const listeners = new Map<string, Set<Listener>>();
  let id = 0;
  let connected = sessionStorage.getItem(`${key}-connected`) === "yes";
  const current = () => sessionStorage.getItem(key) ?? account;
  const emit = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value);
  };

  const handle: Handle = {
    sent: [],
    choose(next) {
      sessionStorage.setItem(key, next);
      if (connected) emit("accountsChanged", [next]);
    },
  };

  const provider = {
    async request({
      method,
      params = [],
    }: {
      method: string;
      params?: unknown[];
    }): Promise<unknown> {
      if (method === "eth_requestAccounts") {
        connected = true;
        sessionStorage.setItem(`${key}-connected`, "yes");
        return [current()];
      }
      if (method === "eth_accounts") return connected ? [current()] : [];
      if (method === "wallet_requestPermissions") return [{ parentCapability: "eth_accounts" }];
      if (method === "wallet_revokePermissions") return null;
      if (method === "eth_sendTransaction") {
        const [request] = params as [{ from: string; to: string; data: string }];
        if (request.from.toLowerCase() !== current().toLowerCase()) {
          throw Object.assign(new Error("not this account"), { code: 4100 });
        }
        handle.sent.push(request);
      }
      const response = await fetch(rpc, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }),
      });
      const { result, error } = await response.json();
      if (error !== undefined) throw Object.assign(new Error(error.message), error);
      return result;
    },
    on(event: string, listener: Listener) {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return provider;
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
      return provider;
    },
  };

  const detail = Object.freeze({
    info: Object.freeze({
      uuid: "6f1d9b1e-0c55-4f0e-9d8a-7a4a54c3a001",
      name: "Journey wallet",
      icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
      rdns: "example.journey.wallet",
    }),
    provider,
  });
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
  window.testWallet = handle;
}
