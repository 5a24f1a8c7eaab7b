import { readFile } from "node:fs/promises";
import { styleText } from "node:util";

import { Command, InvalidArgumentError } from "commander";
import { parseEventLogs } from "viem";
import * as z from "zod/mini";

import { voiceAbi } from "#sdk/abi/voice.ts";
import { addressesOf, type Deployment } from "#sdk/deployment.ts";
import { decodeRevert } from "#sdk/errors/decode.ts";
import { actOfEntry, type SignedEntry, signedFileSchema } from "#sdk/voice/file.ts";
import { actorOf, relay, relayAll, type Signed, USUAL_GAS } from "#sdk/voice/signed.ts";
import { titleOf } from "#sdk/voice/titleOf.ts";
import { signableOf } from "#sdk/voice/typedData.ts";
import { connect, rpcOf, type Signer, sign } from "../chain/connect.ts";
import { send } from "../chain/send.ts";
import { deploymentFor } from "../deploy/record.ts";
import { Failure } from "../failure.ts";

interface Options {
  readonly network: string;
  readonly rpc?: string;
  readonly deployment?: string;
  readonly gas: number;
  readonly dryRun?: true;
}

/** `consentric relay`: send what others have signed, in one transaction. */
export const relayCommand = new Command("relay")
  .description("send acts that others have signed; what is refused stops nothing else")
  .argument("<file>", "signed acts, as the dApp hands them out: a JSON list")
  .option(
    "--network <name>",
    "local, or a name for which --rpc or CONSENTRIC_RPC_<NAME> is given",
    "local",
  )
  .option("--rpc <url>", "the JSON-RPC address")
  .option("--deployment <file>", "where the contracts are; deployments/<chain>.json by default")
  .option("--gas <number>", "the most gas of each act", toGas, USUAL_GAS)
  .option("--dry-run", "say what would be taken, and send nothing")
  .action(async (file: string, options: Options) => {
    const entries = await readEntries(file);
    const connection = await connect(rpcOf(options.network, options.rpc));
    const deployment = await deploymentFor(connection, options.deployment);
    const signer = await sign(connection);
    const acts = entries.map((entry, i) => checked(entry, i, deployment, options.gas));
    console.log(`${acts.length} signed acts for chain ${deployment.chainId}:`);
    for (const [i, act] of acts.entries()) console.log(`  ${i + 1}. ${sentenceOf(act)}`);
    if (options.dryRun === true) {
      process.exitCode = (await foresee(signer, deployment, acts)) ? 0 : 1;
      return;
    }
    process.exitCode = (await relayed(signer, deployment, acts)) ? 0 : 1;
  });

async function readEntries(file: string): Promise<readonly SignedEntry[]> {
  const hint = "Signed acts are a JSON list: in the dApp, sign an act for somebody else to send.";
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Failure(`There is no file ${file}.`, hint, error);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON.`, hint, error);
  }
  const parsed = signedFileSchema.safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) {
    throw new Failure(`${file} has no signed acts:\n${z.prettifyError(parsed.error)}`, hint);
  }
  if (parsed.data.length === 0) throw new Failure(`${file} is an empty list.`, hint);
  return parsed.data;
}

/** An act that this chain and these contracts can take at all. */
function checked(entry: SignedEntry, i: number, deployment: Deployment, gas: number): Signed {
  const which = `Act ${i + 1}`;
  if (entry.chainId !== deployment.chainId) {
    throw new Failure(
      `${which} is signed for chain ${entry.chainId}, and this is chain ${deployment.chainId}.`,
      "Give the RPC of its own chain with --rpc.",
    );
  }
  const cores = Object.values(addressesOf(deployment)).map((address) => address.toLowerCase());
  if (!cores.includes(entry.core.toLowerCase())) {
    throw new Failure(
      `${which} is for ${entry.core}, which is no contract of this deployment.`,
      "Check who gave it to you, or give the deployment with --deployment.",
    );
  }
  if (signableOf(entry) === undefined) {
    throw new Failure(
      `${which} is no act that can be signed.`,
      "It may be from another version of the contracts.",
    );
  }
  return actOfEntry(entry, gas);
}

/** "0x15d3…6A65: Object to a proposal": who, and what. */
function sentenceOf(act: Signed): string {
  return `${actorOf(act.signer)}: ${titleOf(act)}`;
}

/** Asks for each act whether it would be taken by itself now, and says so. */
async function foresee(
  signer: Signer,
  deployment: Deployment,
  acts: readonly Signed[],
): Promise<boolean> {
  let all = true;
  for (const [i, act] of acts.entries()) {
    const reason = await refusalOf(signer, deployment, act);
    if (reason === undefined) console.log(`  ${i + 1} would be taken.`);
    else console.log(`  ${i + 1} ${styleText("red", "would be refused")}: ${reason}`);
    all &&= reason === undefined;
  }
  return all;
}

async function refusalOf(
  { reader, writer }: Signer,
  { contracts }: Deployment,
  act: Signed,
): Promise<string | undefined> {
  const { to, data } = relay(contracts.voice.address, act);
  try {
    await reader.call({ account: writer.account, to, data });
    return undefined;
  } catch (error) {
    const refusal = decodeRevert(error);
    return refusal === undefined ? String(error) : `${refusal.sentence} ${refusal.hint}`;
  }
}

/** Sends them all, and says what became of each. */
async function relayed(
  signer: Signer,
  deployment: Deployment,
  acts: readonly Signed[],
): Promise<boolean> {
  const call = relayAll(deployment.contracts.voice.address, acts);
  const receipt = await send(signer, call, `Relaying ${acts.length} acts`);
  const refused = parseEventLogs({ abi: voiceAbi, logs: receipt.logs, eventName: "Refused" });
  const places = new Set(refused.map(({ args }) => Number(args.place)));
  for (const [i, act] of acts.entries()) {
    if (!places.has(i)) {
      console.log(`  ${i + 1} ${styleText("green", "taken")}.`);
      continue;
    }
    const reason = await refusalOf(signer, deployment, act);
    const why = reason ?? "It ran out of its gas: give more with --gas.";
    console.log(`  ${i + 1} ${styleText("red", "refused")}: ${why}`);
  }
  const taken = acts.length - places.size;
  console.log(
    `${taken} of ${acts.length} taken in block ${receipt.blockNumber}, for ${receipt.gasUsed} gas.`,
  );
  return places.size === 0;
}

function toGas(text: string): number {
  const gas = Number(text);
  if (!Number.isInteger(gas) || gas < 30_000 || gas >= 2 ** 32) {
    throw new InvalidArgumentError("Not a number of gas from 30000.");
  }
  return gas;
}
