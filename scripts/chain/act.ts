import type { TransactionReceipt } from "viem";

import type { ActDefinition } from "#sdk/acts/act.ts";
import { ACTS, type ActData, type ActName } from "#sdk/acts/acts.ts";
import { addressesOf, type Deployment } from "#sdk/deployment.ts";
import type { Signer } from "./connect.ts";
import { send } from "./send.ts";

/**
 * Does an act and waits until it is in a block.
 * @throws Failure with the rule, in words, when the contracts refuse it.
 */
export async function act<name extends ActName>(
  signer: Signer,
  deployment: Deployment,
  name: name,
  data: ActData<name>,
): Promise<TransactionReceipt> {
  const definition = ACTS[name] as ActDefinition<ActData<name>>;
  const call = definition.call(data, addressesOf(deployment));
  const what = definition.sentence(data, { people: new Map() });
  return await send(signer, call, `“${what}”`);
}
