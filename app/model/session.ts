import { createContext, useContext } from "react";
import { type Client, defineChain } from "viem";

import { browserCache } from "#app/chain/cache.ts";
import { readerOf } from "#app/chain/client.ts";
import type { Source } from "#app/chain/source.ts";
import { Watch } from "#app/chain/watch.ts";
import { Book } from "#app/model/book.ts";
import { Pending } from "#app/sign/pending.ts";
import { createPersonas } from "#app/wallet/personas.ts";
import { Wallets } from "#app/wallet/wallet.ts";
import type { Contracts } from "#sdk/acts/act.ts";
import { addressesOf } from "#sdk/deployment.ts";

/** What lives as long as the page: where it reads, with whom it acts, what is under way. */
export interface Session {
  readonly source: Source;
  readonly client: Client;
  readonly contracts: Contracts;
  readonly watch: Watch;
  readonly wallets: Wallets;
  readonly pending: Pending;
  readonly book: Book;
}

export function openSession(source: Source): Session {
  const { guide, rpc, organisation } = source;
  const { circles } = guide.deployment.contracts;
  const client = readerOf(rpc);
  const watch = new Watch({ client, guide, rpc, organisation, cache: browserCache() });
  const { chainId } = guide.deployment;
  const chain = defineChain({
    id: chainId,
    name: guide.local ? "Local testnet" : `Chain ${chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const personas = guide.local ? createPersonas(rpc, guide.personas) : null;
  return {
    source,
    client,
    contracts: addressesOf(guide.deployment),
    watch,
    wallets: new Wallets(chain, personas),
    pending: new Pending({
      client,
      watch,
      place: `${chainId}/${circles.address}`,
    }),
    book: new Book(),
  };
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("The shell opens a session before it shows anything.");
  return session;
}
