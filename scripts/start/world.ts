import { type Address, encodeDeployData, encodeFunctionData, type Hex } from "viem";

import type { Deployment, Guide } from "#sdk/deployment.ts";
import { act } from "../chain/act.ts";
import { type Connection, sign, signAs } from "../chain/connect.ts";
import { send } from "../chain/send.ts";
import { readArtifact } from "../deploy/artifact.ts";
import { deploy, type Say } from "../deploy/deploy.ts";
import type { FoundingFile } from "../found/file.ts";
import { concludeFounding, found, saltOf } from "../found/found.ts";
import { clockOf } from "./clock.ts";
import { playPast } from "./past.ts";

const DAY = 86_400;
/** How long ago the worked organisation was founded, in seconds. */
export const AGE = 84 * DAY;
/** What its account was given: 31,655 test euros, in cents. */
const GIFT = 31_655n * 100n;
const ETHER = 10n ** 18n;

const testEuroAbi = [
  {
    type: "function",
    name: "mint",
    stateMutability: "nonpayable",
    inputs: [
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [],
  },
] as const;

/**
 * Builds the worked organisation on an empty local chain whose node signs for everybody: the cores, a test token,
 * the founding, and a past that ends now.
 * @param before What was written down of this chain, or null.
 */
export async function buildWorld(
  connection: Connection,
  file: FoundingFile,
  before: Deployment | null,
  say: Say,
): Promise<Guide> {
  const bank = await sign(connection);
  const clock = clockOf(connection);
  const end = Math.floor(Date.now() / 1000);
  const [, supplier, ...accounts] = await bank.writer.getAddresses();
  const addresses = new Map(file.people.map(({ id }, index) => [id, accounts[index]]));
  const addressOf = (person: string): Address => {
    const address = addresses.get(person);
    if (address === undefined) throw new Error(`the local chain has no account for ${person}`);
    return address;
  };
  if (supplier === undefined) throw new Error("the local chain has too few accounts");

  const deployment = await deploy(bank, before, say);
  const founder = signAs(connection, addressOf(file.founder));
  const foundation = await found(founder, deployment, file, addressOf);
  const everybody = file.people.map(({ id }) => addressOf(id));
  await concludeFounding(founder, deployment, foundation, everybody, file.ratifiers.map(addressOf));
  say(
    `${file.name} is founded: ${everybody.length} people, ${foundation.ids.size} circles and roles.`,
  );

  const token = await deployTestEuro();
  const account = { founder: addressOf(file.founder), salt: saltOf(file) };
  await act(bank, deployment, "deployVault", account);
  const gift = encodeFunctionData({
    abi: testEuroAbi,
    functionName: "mint",
    args: [foundation.vault, GIFT],
  });
  await send(bank, { to: token, data: gift }, "Filling the account");
  await send(bank, { to: foundation.vault, data: "0x", value: 2n * ETHER }, "Filling the account");

  await playPast({ signer: bank, deployment, foundation, clock, addressOf, token, supplier, end });
  await clock.set(Math.max(end, (await clock.now()) + 1));
  await connection.reader.request({ method: "evm_mine" as never, params: [] as never });
  say("Its past is played and ends now.");

  return {
    deployment,
    rpc: connection.rpc,
    organisation: foundation.organisation,
    people: {
      ...Object.fromEntries(file.people.map(({ id, name }) => [addressOf(id), name])),
      [supplier]: "Zeildoek & Koeling, a supplier",
    },
    tokens: [{ address: token, symbol: "tEUR", name: "Test euro", decimals: 2 }],
    local: true,
    personas: everybody,
  };

  async function deployTestEuro(): Promise<Address> {
    const { bytecode } = await readArtifact("mocks/TestEuro");
    const data: Hex = encodeDeployData({ abi: testEuroAbi, bytecode });
    const hash = await bank.writer.sendTransaction({ data });
    const receipt = await bank.reader.waitForTransactionReceipt({ hash });
    if (receipt.contractAddress) return receipt.contractAddress;
    throw new Error("the test token was not deployed");
  }
}
