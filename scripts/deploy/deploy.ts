import {
  type Address,
  concat,
  encodeAbiParameters,
  getContractAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  pad,
  parseAbi,
  stringToHex,
} from "viem";

import { treasuryAbi } from "#sdk/abi/treasury.ts";
import { voiceAbi } from "#sdk/abi/voice.ts";
import type { DeployedContract, Deployment } from "#sdk/deployment.ts";
import { shapesOf } from "#sdk/voice/shapes.ts";
import { SIGNABLES } from "#sdk/voice/signables.ts";
import type { Connection, Signer } from "../chain/connect.ts";
import { send } from "../chain/send.ts";
import { Failure } from "../failure.ts";
import { type Artifact, readArtifact, readBuild, withoutImmutables } from "./artifact.ts";
import { DEPLOYER, ensureDeployer } from "./deployer.ts";

/** The salt of every core: with the code and the deployer it fixes the addresses, on every chain alike. */
const SALT = keccak256(stringToHex("Consentric"));

/** The parts that the record deploys for itself, and the views that say where. */
const partsAbi = parseAbi([
  "function structure() view returns (address)",
  "function partners() view returns (address)",
  "function founding() view returns (address)",
]);

/** What a deployment tells while it goes on. */
export type Say = (line: string) => void;

/**
 * Puts the cores of this build on a chain, or finds them there, and reads everything back.
 * Safe to run twice: what is there is left alone.
 * @param before What was written down of this chain, or null.
 * @throws Failure when other code stands where ours belongs, or the chain carries another build that is written down.
 */
export async function deploy(
  signer: Signer,
  before: Deployment | null,
  say: Say,
): Promise<Deployment> {
  await refuseOtherBuild(signer, before);
  await ensureDeployer(signer);
  const place = (name: string, args: readonly Address[], kept = args) =>
    create(signer, name, args.map(wordOf), kept.map(wordOf), before, say);

  // What it is constructed with is stored, not kept in its code.
  const voice = await create(signer, "Voice", [voiceArguments()], [], before, say);
  const vaultFactory = await place("VaultFactory", []);
  const structureFactory = await place("StructureFactory", []);
  const partnersFactory = await place("PartnersFactory", []);
  const foundingFactory = await place("FoundingFactory", []);
  const places = [vaultFactory, structureFactory, partnersFactory, foundingFactory, voice];
  const factories = places.map(({ address }) => address);
  // The three in the middle are asked once, for the parts, and not kept.
  const circles = await place("Circles", factories, [vaultFactory.address, voice.address]);
  const part = async (name: string, view: Part, args: readonly DeployedContract[]) =>
    readPart(signer, name, await addressIn(signer, circles, view), circles, args);
  const structure = await part("Structure", "structure", [circles]);
  const partners = await part("Partners", "partners", [circles, structure, voice]);
  const founding = await part("Founding", "founding", [circles, structure, partners, voice]);
  const offices = await place("Offices", [circles.address]);
  const consent = await place("Consent", [circles.address, offices.address]);
  const treasury = await place("Treasury", [circles.address]);
  const allowancesAt = await signer.reader.readContract({
    address: treasury.address,
    abi: treasuryAbi,
    functionName: "allowances",
  });
  const parts = [circles, treasury];
  const allowances = await readPart(signer, "Allowances", allowancesAt, treasury, parts);
  const rounds = [circles.address, offices.address, consent.address];
  const facilitation = await place("Facilitation", rounds);
  const elections = await place("Elections", [circles.address, offices.address]);
  // The first contract that it deploys: no view names it.
  const first = getContractAddress({ from: elections.address, nonce: 1n });
  const candidacy = await readPart(signer, "Candidacy", first, elections, [circles, offices]);
  const meetings = await place("Meetings", rounds);
  const leads = await place("Leads", [circles.address]);
  const rulings = await place("Rulings", [circles.address, offices.address]);
  const breakdowns = await place("Breakdowns", [circles.address, offices.address]);
  const initiatives = await place("Initiatives", [circles.address]);
  const build = await readBuild(await readArtifact("Circles"));
  return {
    chainId: signer.chain.id,
    ...build,
    contracts: {
      voice,
      vaultFactory,
      structureFactory,
      partnersFactory,
      foundingFactory,
      circles,
      structure,
      partners,
      founding,
      offices,
      consent,
      treasury,
      allowances,
      facilitation,
      elections,
      candidacy,
      meetings,
      leads,
      rulings,
      breakdowns,
      initiatives,
    },
  };
}

/**
 * Deploys one core, unless its code is there, and reads it back.
 * @param words The arguments of its constructor, encoded.
 * @param kept Those of them that its code keeps.
 */
async function create(
  signer: Signer,
  name: string,
  words: readonly Hex[],
  kept: readonly Hex[],
  before: Deployment | null,
  say: Say,
): Promise<DeployedContract> {
  const artifact = await readArtifact(name);
  const initCode = concat([artifact.bytecode, ...words]);
  const address = getCreate2Address({ from: DEPLOYER, salt: SALT, bytecode: initCode });

  if ((await signer.reader.getCode({ address })) !== undefined) {
    const codeHash = await checkCode(signer, address, artifact, kept);
    const known = Object.values(before?.contracts ?? {}).find((each) => each.address === address);
    say(`${name} is at ${address} already.`);
    const block = known?.block ?? (await firstBlock(signer, address));
    return {
      address,
      block,
      transaction: known?.transaction ?? null,
      arguments: [...words],
      codeHash,
    };
  }
  const receipt = await send(
    signer,
    { to: DEPLOYER, data: concat([SALT, initCode]) },
    `Deploying ${name}`,
  );
  const codeHash = await checkCode(signer, address, artifact, kept);
  say(`${name} is at ${address} since block ${receipt.blockNumber}.`);
  return {
    address,
    block: Number(receipt.blockNumber),
    transaction: receipt.transactionHash,
    arguments: [...words],
    codeHash,
  };
}

type Part = (typeof partsAbi)[number]["name"];

/** Where the record says that one of its parts is. */
function addressIn(
  { reader }: Connection,
  circles: DeployedContract,
  view: Part,
): Promise<Address> {
  return reader.readContract({ address: circles.address, abi: partsAbi, functionName: view });
}

/** A contract that another one deployed as a part of itself, read back with what its code must hold. */
async function readPart(
  connection: Connection,
  name: string,
  address: Address,
  whole: DeployedContract,
  args: readonly DeployedContract[],
): Promise<DeployedContract> {
  const words = args.map((each) => wordOf(each.address));
  const codeHash = await checkCode(connection, address, await readArtifact(name), words);
  const { block, transaction } = whole;
  return { address, block, transaction, arguments: [...words], codeHash };
}

/** What `Voice` knows of acts, as it is constructed with. */
function voiceArguments(): Hex {
  const { structures, signables } = shapesOf(SIGNABLES);
  const [declared] = voiceAbi.filter(({ type }) => type === "constructor");
  return encodeAbiParameters(declared?.inputs ?? [], [structures, signables]);
}

/** An argument of a constructor as it is encoded. */
function wordOf(argument: Address): Hex {
  return encodeAbiParameters([{ type: "address" }], [argument]);
}

/**
 * Reads code back and compares it with this build, its immutables with the arguments that they hold.
 * @returns keccak256 of the code on the chain.
 */
async function checkCode(
  { reader, chain }: Connection,
  address: Address,
  artifact: Artifact,
  words: readonly Hex[],
): Promise<Hex> {
  const code = await reader.getCode({ address });
  const same =
    code !== undefined &&
    withoutImmutables(code, artifact) === withoutImmutables(artifact.deployedBytecode, artifact) &&
    words.every((word) => code.includes(pad(word, { size: 32 }).slice(2)));
  if (same) return keccak256(code);
  throw new Failure(
    `The code at ${address} on chain ${chain.id} is not this build's ${artifact.contractName}.`,
    "Nothing was deployed over it. Use the build that the deployment names, or another chain.",
  );
}

/** Refuses a chain that carries, as written down, the cores of another build. */
async function refuseOtherBuild(
  { reader, chain }: Connection,
  before: Deployment | null,
): Promise<void> {
  if (before === null) return;
  const { address, codeHash } = before.contracts.circles;
  const code = await reader.getCode({ address });
  // The chain was begun anew: what is written down is not there any more.
  if (code === undefined) return;
  const artifact = await readArtifact("Circles");
  const same =
    withoutImmutables(code, artifact) === withoutImmutables(artifact.deployedBytecode, artifact);
  if (keccak256(code) === codeHash && same) return;
  throw new Failure(
    `Chain ${chain.id} carries the cores of another build, at ${address}.`,
    "Check out the version that was deployed there, or move deployments/ aside to deploy this one beside it.",
  );
}

/** The first block in which there is code at an address. Asks for log₂(blocks) blocks; an archive node is needed. */
async function firstBlock({ reader }: Connection, address: Address): Promise<number> {
  let [low, high] = [0n, await reader.getBlockNumber()];
  while (low < high) {
    const middle = (low + high) / 2n;
    const code = await reader.getCode({ address, blockNumber: middle }).catch(() => undefined);
    if (code === undefined) low = middle + 1n;
    else high = middle;
  }
  return Number(low);
}
