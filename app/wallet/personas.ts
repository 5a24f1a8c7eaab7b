import { type Address, http } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";

import type { Provider } from "#app/wallet/provider.ts";

export const PERSONAS_ID = "local.personas";

/** A wallet without keys: a local chain's node signs for the people of the worked organisation. */
export interface Personas {
  readonly connector: CreateConnectorFn;
  readonly people: readonly Address[];
  /** Be somebody else from now on. */
  choose(person: Address): Promise<void>;
}

/** A wallet in the page for a testnet whose node holds everybody's keys. */
export function createPersonas(rpc: string, people: readonly Address[]): Personas {
  // What is signed must not be sent twice.
  const provider: Provider = http(rpc, { retryCount: 0 })({});
  let current: Address | undefined;
  let tell: Personas["choose"] | undefined;

  const connector = createConnector<Provider, Record<string, unknown>, { persona: Address }>(
    ({ emitter, storage }) => {
      const getAccounts = () => Promise.resolve(current === undefined ? [] : [current]);
      const getChainId = async () => Number(await provider.request({ method: "eth_chainId" }));
      tell = async (person) => {
        emitter.emit("change", { accounts: [person] });
        await storage?.setItem("persona", person);
      };
      return {
        id: PERSONAS_ID,
        name: "Personas of this testnet",
        type: "personas",
        getAccounts,
        getChainId,
        getProvider: () => Promise.resolve(provider),
        async connect() {
          // wagmi types two forms of an answer, and says in its own connectors that it is one of them.
          return { accounts: (await getAccounts()) as never, chainId: await getChainId() };
        },
        async disconnect() {
          current = undefined;
          await storage?.removeItem("persona");
        },
        async isAuthorized() {
          const kept = await storage?.getItem("persona");
          current ??= people.find((person) => person === kept);
          return current !== undefined;
        },
        // Nobody but the page itself changes anything here.
        onAccountsChanged: () => undefined,
        onChainChanged: () => undefined,
        onDisconnect: () => undefined,
      };
    },
  );
  return {
    connector,
    people,
    async choose(person) {
      current = person;
      await tell?.(person);
    },
  };
}
