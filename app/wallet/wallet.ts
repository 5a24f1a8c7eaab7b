import { type Address, type Chain, http } from "viem";
import {
  type Config,
  type Connector,
  type CreateStorageParameters,
  createConfig,
  createStorage,
} from "wagmi";
import {
  connect,
  disconnect,
  reconnect,
  switchChain,
  switchConnection,
  watchConnectors,
} from "wagmi/actions";

import { Store } from "#app/chain/store.ts";
import { PERSONAS_ID, type Personas } from "#app/wallet/personas.ts";

/** Who acts, and through which wallet. */
export interface Connection {
  readonly wallet: Connector;
  readonly account: Address;
  /** The chain the wallet is on. */
  readonly chainId: number;
}

const PLACE = "consentric.wallet";

/** The wallets of this page, and the one that somebody acts with. Nothing is asked of any before somebody acts. */
export class Wallets {
  /** The chain that is acted on. */
  readonly chain: Chain;
  readonly personas: Personas | null;
  readonly found: Store<readonly Connector[]>;
  readonly connection = new Store<Connection | null>(null);
  readonly #config: Config;
  /** wagmi takes up any wallet that says it is connected; somebody acts only with the one they chose. */
  #chosen: string | null = null;

  constructor(chain: Chain, personas: Personas | null) {
    this.chain = chain;
    this.personas = personas;
    this.#config = createConfig({
      chains: [chain],
      transports: { [chain.id]: http() },
      connectors: personas === null ? [] : [personas.connector],
      storage: createStorage({ key: PLACE, storage: keeper() }),
    });
    this.found = new Store(this.#config.connectors);
    watchConnectors(this.#config, { onChange: (found) => this.found.set(found) });
    this.#config.subscribe(
      ({ connections }) => connections,
      () => this.#read(),
    );
    // Who cannot be taken up silently connects again.
    const again = () => void this.#reconnect().catch(() => undefined);
    this.found.subscribe(again);
    again();
  }

  /** Ask a wallet who acts. The wallet asks the person. */
  async connect(wallet: Connector): Promise<void> {
    const isKnown = this.#config.state.connections.has(wallet.uid);
    if (isKnown) await switchConnection(this.#config, { connector: wallet });
    else await connect(this.#config, { connector: wallet });
    this.#choose(wallet);
    if (this.connection.get() === null) throw new Error("The wallet named nobody.");
  }

  /** Act as somebody of the worked organisation. */
  async be(person: Address): Promise<void> {
    const wallet = this.found.get().find(({ id }) => id === PERSONAS_ID);
    if (this.personas === null || wallet === undefined) return;
    await this.personas.choose(person);
    await this.connect(wallet);
  }

  /** Look around as nobody. The wallet is asked to forget the page, which not every wallet does. */
  async leave(): Promise<void> {
    this.#choose(null);
    for (const { connector } of [...this.#config.state.connections.values()]) {
      await disconnect(this.#config, { connector });
    }
    await this.#config.storage?.removeItem("recentConnectorId");
  }

  /** Ask the wallet to change to the chain that is acted on, which it may have to be told of first. */
  async changeChain(): Promise<void> {
    const connector = this.connection.get()?.wallet;
    if (connector === undefined) return;
    try {
      await switchChain(this.#config, { connector, chainId: this.chain.id });
    } catch (error) {
      // wagmi says of every chain that could not be added that the person declined; the wallet knows better.
      throw (error as Error).cause ?? error;
    }
  }

  #choose(wallet: Connector | null): void {
    this.#chosen = wallet?.uid ?? null;
    this.#read();
  }

  #read(): void {
    const current = this.#config.state.connections.get(this.#chosen ?? "");
    const account = current?.accounts[0];
    if (current === undefined || account === undefined) this.connection.set(null);
    else this.connection.set({ wallet: current.connector, account, chainId: current.chainId });
  }

  /** Take up the wallet of the last visit, as far as it answers without asking anybody. */
  async #reconnect(): Promise<void> {
    const last = await this.#config.storage?.getItem("recentConnectorId");
    const wallet = this.found.get().find(({ id }) => id === last);
    if (wallet === undefined || !(await wallet.isAuthorized()) || this.#chosen !== null) return;
    this.#choose(wallet);
    await reconnect(this.#config, { connectors: [wallet] });
  }
}

/** Keeps which wallet it was, but not wagmi's state: the wallets in that would be names that nobody can ask. */
function keeper(): CreateStorageParameters["storage"] {
  const attempt = <result>(key: string, act: (storage: Storage) => result): result | null => {
    if (key === `${PLACE}.store`) return null;
    try {
      return act(localStorage);
    } catch {
      // Then the next visit begins as nobody.
      return null;
    }
  };
  return {
    getItem: (key) => attempt(key, (storage) => storage.getItem(key)),
    setItem: (key, value) => void attempt(key, (storage) => storage.setItem(key, value)),
    removeItem: (key) => void attempt(key, (storage) => storage.removeItem(key)),
  };
}
