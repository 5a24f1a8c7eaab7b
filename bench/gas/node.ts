import { network } from "hardhat";
import {
  type Address,
  custom,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  keccak256,
  parseAbi,
  stringToHex,
  type TransactionReceipt,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

import type { ActData, ActName } from "#sdk/acts/acts.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { act as doAct } from "../../scripts/chain/act.ts";
import { connectThrough, type Signer, sign, signAs } from "../../scripts/chain/connect.ts";
import { readArtifact } from "../../scripts/deploy/artifact.ts";
import { deploy } from "../../scripts/deploy/deploy.ts";
import type { Measure } from "./measure.ts";

const tokenAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** A chain inside this process, with the contracts on it. */
export interface Node {
  readonly bank: Signer;
  readonly deployment: Deployment;
}

/** Starts a chain and deploys the suite. */
export async function startNode(): Promise<Node> {
  const { provider } = await network.create();
  const bank = await sign(await connectThrough(custom(provider), "http://127.0.0.1"));
  return { bank, deployment: await deploy(bank, null, () => {}) };
}

/** Somebody by name, with a key of their own, for what is signed; what is sent, the node signs for them. */
export function accountOf(name: string): PrivateKeyAccount {
  return privateKeyToAccount(keccak256(stringToHex(name)));
}

/** The address of somebody by name. */
export function addressOf(name: string): Address {
  return accountOf(name).address;
}

/** Lets the node sign for these people, and gives them what transactions cost. */
export async function house(node: Node, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await request(node, "hardhat_impersonateAccount", [addressOf(name)]);
    await request(node, "hardhat_setBalance", [addressOf(name), "0x56bc75e2d63100000"]);
  }
}

/** Somebody who signs. */
export function as(node: Node, name: string): Signer {
  return signAs(node.bank, addressOf(name));
}

/** Does an act as somebody. */
export async function act<name extends ActName>(
  node: Node,
  person: string,
  name: name,
  data: ActData<name>,
): Promise<TransactionReceipt> {
  return await doAct(as(node, person), node.deployment, name, data);
}

/** What a transaction cost. */
export async function measure(node: Node, receipt: TransactionReceipt): Promise<Measure> {
  const hash = receipt.transactionHash;
  const { input } = await node.bank.reader.getTransaction({ hash });
  return { gas: Number(receipt.gasUsed), calldata: (input.length - 2) / 2 };
}

/** Lets time pass, in seconds. */
export async function pass(node: Node, seconds: number): Promise<void> {
  await request(node, "evm_increaseTime", [seconds]);
  await request(node, "evm_mine", []);
}

/** Lets blocks pass. */
export async function mine(node: Node, blocks: number): Promise<void> {
  await request(node, "hardhat_mine", [`0x${blocks.toString(16)}`]);
}

/** Sends a call as somebody and waits until it is in a block. Fails when it reverts. */
export async function call(
  node: Node,
  person: string,
  to: Address,
  data: Hex,
): Promise<TransactionReceipt> {
  const hash = await as(node, person).writer.sendTransaction({ to, data });
  const receipt = await node.bank.reader.waitForTransactionReceipt({ hash });
  if (receipt.status !== "success") throw new Error(`${person} was refused by ${to}`);
  return receipt;
}

/** Sends ETH from outside. */
export async function give(node: Node, to: Address, value: bigint): Promise<void> {
  const hash = await node.bank.writer.sendTransaction({ to, value });
  await node.bank.reader.waitForTransactionReceipt({ hash });
}

/** Puts a contract of this build on the chain. */
export async function put(node: Node, name: string, args: Hex = "0x"): Promise<Address> {
  const { bytecode } = await readArtifact(name);
  const data = encodeDeployData({ abi: [], bytecode: `${bytecode}${args.slice(2)}` });
  const hash = await node.bank.writer.sendTransaction({ data });
  const { contractAddress } = await node.bank.reader.waitForTransactionReceipt({ hash });
  if (contractAddress == null) throw new Error(`${name} was not deployed`);
  return contractAddress;
}

/** Makes some of a mock token. */
export async function mint(node: Node, token: Address, to: Address, amount: bigint): Promise<void> {
  const args = [to, amount] as const;
  await call(
    node,
    "bank",
    token,
    encodeFunctionData({ abi: tokenAbi, functionName: "mint", args }),
  );
}

function request(node: Node, method: string, params: readonly unknown[]): Promise<unknown> {
  return node.bank.reader.request({ method, params } as never);
}
