import { type Address, type Client, erc20Abi, isAddressEqual, zeroAddress } from "viem";
import { getBalance, getCode, readContract } from "viem/actions";

/** What an account holds of some tokens (zero for ETH), by lower-case address. A token that does not answer is missing. */
export async function readBalances(
  client: Client,
  account: Address,
  tokens: readonly Address[],
): Promise<ReadonlyMap<string, bigint>> {
  const found = await Promise.all(
    tokens.map(async (token) => {
      const balance = await balanceOf(client, account, token).catch(() => undefined);
      return balance === undefined ? undefined : ([token.toLowerCase(), balance] as const);
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

function balanceOf(client: Client, account: Address, token: Address): Promise<bigint> {
  if (isAddressEqual(token, zeroAddress)) return getBalance(client, { address: account });
  return readContract(client, {
    address: token,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [account],
  });
}

/** What a token says of itself. Anybody can write a token that says anything. */
export interface TokenWords {
  readonly address: Address;
  readonly symbol: string;
  readonly name: string;
  readonly decimals: number;
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A token's own words; undefined for what is no token. */
export async function readToken(client: Client, address: Address): Promise<TokenWords | undefined> {
  const token = { address, abi: erc20Abi } as const;
  try {
    const [symbol, name, decimals] = await Promise.all([
      readContract(client, { ...token, functionName: "symbol" }),
      readContract(client, { ...token, functionName: "name" }),
      readContract(client, { ...token, functionName: "decimals" }),
    ]);
    const clean = (text: string, most: number) => text.replaceAll(UNSEEN, "").slice(0, most);
    return { address, symbol: clean(symbol, 12), name: clean(name, 40), decimals };
  } catch {
    return undefined;
  }
}

/** Whether there is a contract. */
export async function hasCode(client: Client, address: Address): Promise<boolean> {
  const code = await getCode(client, { address });
  return code !== undefined && code !== "0x";
}
