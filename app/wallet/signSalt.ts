import type { Hex } from "viem";
import type { Connector } from "wagmi";

import { signTypedData, typedRequest } from "#app/wallet/signTypedData.ts";
import { type NominationOf, nominationSaltMessage, saltFrom } from "#sdk/salt.ts";

/** What a wallet is given to sign, as EIP-712 has it in JSON. */
export function saltRequest(nomination: NominationOf): string {
  return typedRequest(nominationSaltMessage(nomination));
}

/**
 * Ask a wallet for the salt of a nomination: it signs a message, and the signature makes the salt. The same wallet
 * makes the same salt whenever it is asked, so that nothing has to be kept.
 */
export async function signSalt(wallet: Connector, nomination: NominationOf): Promise<Hex> {
  const data = nominationSaltMessage(nomination);
  const signature = await signTypedData(wallet, nomination.nominator, data);
  return saltFrom(signature.toLowerCase() as Hex);
}
