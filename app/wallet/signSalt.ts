import type { Hex } from "viem";
import type { Connector } from "wagmi";

import type { Provider } from "#app/wallet/provider.ts";
import { type NominationOf, nominationSaltMessage, saltFrom } from "#sdk/salt.ts";

const DOMAIN = [
  { name: "name", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/** What a wallet is given to sign, as EIP-712 has it in JSON. */
export function saltRequest(nomination: NominationOf): string {
  const { domain, types, primaryType, message } = nominationSaltMessage(nomination);
  return JSON.stringify({
    domain,
    types: { EIP712Domain: DOMAIN, ...types },
    primaryType,
    message: { ...message, election: String(message.election) },
  });
}

/**
 * Ask a wallet for the salt of a nomination: it signs a message, and the signature makes the salt. The same wallet
 * makes the same salt whenever it is asked, so that nothing has to be kept.
 */
export async function signSalt(wallet: Connector, nomination: NominationOf): Promise<Hex> {
  const provider = (await wallet.getProvider()) as Provider;
  const params = [nomination.nominator, saltRequest(nomination)];
  const signature = await provider.request({ method: "eth_signTypedData_v4", params });
  if (typeof signature !== "string" || !/^0x([0-9a-fA-F]{2}){64,}$/.test(signature)) {
    throw new Error("The wallet answered something that is no signature.");
  }
  return saltFrom(signature.toLowerCase() as Hex);
}
