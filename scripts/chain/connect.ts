import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  isHex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

import { Failure } from "../failure.ts";

/** A chain to read from and write to. */
export interface Connection {
  readonly rpc: string;
  readonly chain: Chain;
  readonly transport: Transport;
  readonly reader: PublicClient<Transport, Chain>;
}

/** A connection with the account that signs. */
export interface Signer extends Connection {
  readonly writer: WalletClient<Transport, Chain, Account>;
}

/** Where the local testnet listens unless told otherwise. */
export const LOCAL_RPC = "http://127.0.0.1:8545";

const KEY_VARIABLE = "CONSENTRIC_PRIVATE_KEY";

/** The JSON-RPC address of a network: `local`, or one whose address is given or stands in the environment. */
export function rpcOf(network: string, given: string | undefined): string {
  if (given !== undefined) return given;
  if (network === "local") return LOCAL_RPC;
  const variable = `CONSENTRIC_RPC_${network.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
  const rpc = process.env[variable];
  if (rpc !== undefined) return rpc;
  throw new Failure(
    `I do not know where the network ${network} is.`,
    `Give its JSON-RPC address with --rpc, or set ${variable}.`,
  );
}

/** Connects to a chain for reading. Fails with a sentence when nobody answers. */
export async function connect(rpc: string): Promise<Connection> {
  if (!URL.canParse(rpc)) {
    throw new Failure(
      `${rpc} is no address.`,
      "A JSON-RPC address looks like http://127.0.0.1:8545.",
    );
  }
  try {
    return await connectThrough(http(rpc, { retryCount: 1 }), rpc);
  } catch (error) {
    throw new Failure(
      `No chain answers at ${rpc}.`,
      rpc === LOCAL_RPC ? "Start the local testnet with npm start." : "Is the address right?",
      error,
    );
  }
}

/** Connects through any transport, such as a chain inside this process. */
export async function connectThrough(transport: Transport, rpc: string): Promise<Connection> {
  const id = await createPublicClient({ transport }).getChainId();
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
  const pollingInterval = isLocal(rpc) ? 50 : 2_000;
  return {
    rpc,
    chain,
    transport,
    reader: createPublicClient({ chain, transport, pollingInterval }),
  };
}

/**
 * Adds the account that signs: the one whose private key stands in the environment, else the first that the node
 * holds unlocked, as local testnets do.
 */
export async function sign(connection: Connection): Promise<Signer> {
  const { chain, reader, transport } = connection;
  const key = process.env[KEY_VARIABLE];
  if (key !== undefined) {
    if (!isHex(key) || key.length !== 66) {
      throw new Failure(
        `${KEY_VARIABLE} is not a private key.`,
        "It has 64 hexadecimal digits after 0x.",
      );
    }
    return signAs(connection, privateKeyToAccount(key));
  }
  const [first] = await createWalletClient({ chain, transport })
    .getAddresses()
    .catch(() => []);
  if (first === undefined) {
    throw new Failure(
      `Nobody can sign on chain ${await reader.getChainId()}.`,
      `Set ${KEY_VARIABLE} to the key of an account with some ETH there.`,
    );
  }
  return signAs(connection, first);
}

/** Signs as one account: a key held here, or an address that the node holds unlocked. */
export function signAs(connection: Connection, account: Account | Account["address"]): Signer {
  const { chain, transport, rpc } = connection;
  const holder: Account =
    typeof account === "string" ? { address: account, type: "json-rpc" } : account;
  return {
    ...connection,
    writer: createWalletClient({
      account: holder,
      chain,
      transport,
      pollingInterval: isLocal(rpc) ? 50 : 2_000,
    }),
  };
}

function isLocal(rpc: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(rpc).hostname);
}
