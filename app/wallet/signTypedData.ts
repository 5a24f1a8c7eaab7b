import type { Address, Hex } from "viem";
import type { Connector } from "wagmi";

import type { Provider } from "#app/wallet/provider.ts";

/** Typed data as EIP-712 has it, without the type of its domain. */
export interface TypedData {
  readonly domain: Readonly<Record<string, unknown>>;
  readonly types: Readonly<
    Record<string, readonly { readonly name: string; readonly type: string }[]>
  >;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** The fields that a domain can have, in the order that EIP-712 gives them. */
const DOMAIN = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/** What a wallet is given to sign, in JSON: numbers that JSON cannot hold as texts. */
export function typedRequest({ domain, types, primaryType, message }: TypedData): string {
  const said = DOMAIN.filter(({ name }) => domain[name] !== undefined);
  const data = { domain, types: { EIP712Domain: said, ...types }, primaryType, message };
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

/** Ask a wallet to sign typed data. It is asked itself, because it must be given what was shown and nothing else. */
export async function signTypedData(
  wallet: Connector,
  from: Address,
  data: TypedData,
): Promise<Hex> {
  const provider = (await wallet.getProvider()) as Provider;
  const params = [from, typedRequest(data)];
  const signature = await provider.request({ method: "eth_signTypedData_v4", params });
  if (typeof signature !== "string" || !/^0x([0-9a-fA-F]{2}){64,}$/.test(signature)) {
    throw new Error("The wallet answered something that is no signature.");
  }
  return signature as Hex;
}
