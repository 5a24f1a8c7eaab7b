import type { Address } from "viem";

import { codeOf } from "#app/chain/isCoded.ts";
import { Store } from "#app/chain/store.ts";
import { announceWallet, discoverWallets } from "#app/wallet/discovery.ts";
import type { Personas } from "#app/wallet/personas.ts";
import { PERSONAS_RDNS } from "#app/wallet/personas.ts";
import type { AnnouncedWallet } from "#app/wallet/provider.ts";
import { addressesIn, chainIn } from "#app/wallet/provider.ts";

/** Who acts, and through which wallet. */
export interface Connection {
  readonly wallet: AnnouncedWallet;
  readonly account: Address;
  /** The chain the wallet is on; null when it does not say. */
  readonly chainId: number | null;
}

/** A chain as a wallet wants to be told of it. */
export interface ChainToAdd {
  readonly chainId: number;
  readonly name: string;
  readonly rpc: string;
}

const PLACE = "consentric.wallet";
/** The wallet does not know the chain. */
const UNKNOWN_CHAIN = 4902;

/** The wallets of this page, and the one that somebody acts with. Nothing is asked of any before somebody acts. */
export class Wallets {
  readonly found: Store<readonly AnnouncedWallet[]>;
  readonly connection = new Store<Connection | null>(null);
  readonly personas: Personas | null;
  #left: (() => void) | undefined;

  constructor(personas: Personas | null) {
    this.personas = personas;
    this.found = discoverWallets();
    if (personas !== null) announceWallet(personas);
    const again = () => void this.#reconnect();
    this.found.subscribe(again);
    again();
  }

  /** Ask a wallet who acts. The wallet asks the person. */
  async connect(wallet: AnnouncedWallet): Promise<void> {
    const answer = await wallet.provider.request({ method: "eth_requestAccounts" });
    const [account] = addressesIn(answer);
    if (account === undefined) throw new Error("The wallet named nobody.");
    await this.#use(wallet, account);
  }

  /** Act as somebody of the worked organisation. */
  async be(person: Address): Promise<void> {
    const { personas } = this;
    if (personas === null) return;
    personas.choose(person);
    await this.#use(personas, person);
  }

  /** Look around as nobody. The wallet may still remember the page. */
  leave(): void {
    this.#left?.();
    this.#left = undefined;
    this.connection.set(null);
    keep(null);
  }

  /** Ask the wallet to change to a chain, which it may have to be told of first. */
  async switchTo({ chainId, name, rpc }: ChainToAdd): Promise<void> {
    const connection = this.connection.get();
    if (connection === null) return;
    const { provider } = connection.wallet;
    const id = `0x${chainId.toString(16)}`;
    try {
      await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId: id }] });
    } catch (error) {
      if (codeOf(error) !== UNKNOWN_CHAIN) throw error;
      const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
      const chain = { chainId: id, chainName: name, rpcUrls: [rpc], nativeCurrency };
      await provider.request({ method: "wallet_addEthereumChain", params: [chain] });
      await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId: id }] });
    }
    const now = chainIn(await provider.request({ method: "eth_chainId" }));
    this.connection.update((was) => (was === null ? null : { ...was, chainId: now }));
  }

  async #use(wallet: AnnouncedWallet, account: Address): Promise<void> {
    const asked = wallet.provider.request({ method: "eth_chainId" });
    const chainId = chainIn(await asked.catch(() => null));
    this.#left?.();
    this.#left = this.#follow(wallet);
    this.connection.set({ wallet, account, chainId });
    keep({ rdns: wallet.rdns, account });
  }

  /** Follow what the person changes in the wallet itself. */
  #follow({ provider, rdns }: AnnouncedWallet): () => void {
    const onAccounts = (answer: unknown) => {
      const [account] = addressesIn(answer);
      if (account === undefined) return this.leave();
      this.connection.update((was) => (was === null ? null : { ...was, account }));
      keep({ rdns, account });
    };
    const onChain = (answer: unknown) =>
      this.connection.update((was) => (was === null ? null : { ...was, chainId: chainIn(answer) }));
    const onGone = () => this.leave();
    const events = [
      ["accountsChanged", onAccounts],
      ["chainChanged", onChain],
      ["disconnect", onGone],
    ] as const;
    for (const [event, listener] of events) provider.on?.(event, listener);
    return () => {
      for (const [event, listener] of events) provider.removeListener?.(event, listener);
    };
  }

  /** Take up the wallet of the last visit, as far as it answers without asking anybody. */
  async #reconnect(): Promise<void> {
    const kept = recall();
    if (kept === null || this.connection.get() !== null) return;
    if (kept.rdns === PERSONAS_RDNS) {
      const known = this.personas?.people.some((one) => one === kept.account) ?? false;
      if (known) await this.be(kept.account);
      return;
    }
    const wallet = this.found.get().find(({ rdns }) => rdns === kept.rdns);
    if (wallet === undefined) return;
    const answer = await wallet.provider.request({ method: "eth_accounts" }).catch(() => []);
    const accounts = addressesIn(answer);
    const same = accounts.find((one) => one.toLowerCase() === kept.account.toLowerCase());
    const account = same ?? accounts[0];
    if (account !== undefined && this.connection.get() === null) await this.#use(wallet, account);
  }
}

interface Kept {
  readonly rdns: string;
  readonly account: Address;
}

function keep(kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Then the next visit begins as nobody.
  }
}

function recall(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    const { rdns, account } = (kept ?? {}) as { rdns?: unknown; account?: unknown };
    const [known] = addressesIn([account]);
    return typeof rdns === "string" && known !== undefined ? { rdns, account: known } : null;
  } catch {
    return null;
  }
}
