import {
  type Address,
  type Hex,
  recoverTransactionAddress,
  type TransactionSerializedLegacy,
} from "viem";

import type { Connection, Signer } from "../chain/connect.ts";
import { send } from "../chain/send.ts";
import { Failure } from "../failure.ts";

/**
 * The CREATE2 deployer that most chains already have, at one address on all of them: it was put there by a
 * transaction whose signature nobody holds a key for (Nick's method).
 * https://github.com/Arachnid/deterministic-deployment-proxy
 */
export const DEPLOYER: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

const CODE: Hex =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";
const TRANSACTION =
  "0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222";
const PRICE = 10_000_000_000_000_000n;

/** Makes sure that the deployer is there; puts it there, as anybody can, where it is not. */
export async function ensureDeployer(signer: Signer): Promise<void> {
  if (await isThere(signer)) return;
  const to = await recoverTransactionAddress({
    serializedTransaction: TRANSACTION as TransactionSerializedLegacy,
  });
  await send(signer, { to, data: "0x", value: PRICE }, "Paying for the CREATE2 deployer");
  const hash = await signer.reader.sendRawTransaction({ serializedTransaction: TRANSACTION });
  await signer.reader.waitForTransactionReceipt({ hash });
  if (await isThere(signer)) return;
  throw new Failure(
    `The CREATE2 deployer cannot be put on chain ${signer.chain.id}.`,
    "The chain may refuse transactions that name no chain; ask its operators for the deployer.",
  );
}

async function isThere({ reader, chain }: Connection): Promise<boolean> {
  const code = await reader.getCode({ address: DEPLOYER });
  if (code === undefined) return false;
  if (code === CODE) return true;
  throw new Failure(
    `Something else stands at the CREATE2 deployer's address on chain ${chain.id}.`,
    "Nothing is deployed on a chain that cannot give the usual addresses.",
  );
}
