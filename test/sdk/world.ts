import { artifacts, network } from "hardhat";
import type { Abi, Address, Hex, PublicClient } from "viem";
import {
  createPublicClient,
  createWalletClient,
  custom,
  encodeDeployData,
  numberToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { hardhat } from "viem/chains";

import { circlesAbi } from "#sdk/abi/circles.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import type { Contracts } from "#sdk/acts/act.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ownTerms } from "#sdk/chronicle/domains.ts";
import type { Change, Process, Settings, Words } from "#sdk/chronicle/events.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { Tags } from "#sdk/flags.ts";
import { shapesOf } from "#sdk/voice/shapes.ts";
import { SIGNABLES } from "#sdk/voice/signables.ts";

export const DAY = 86_400;

/** What is sent. */
export interface Sent {
  readonly to: Address;
  readonly data: Hex;
  readonly value?: bigint;
}

/** The contracts on a fresh chain of their own, and people to act. */
export interface World {
  /** The chain's JSON-RPC. */
  readonly provider: { request(asked: { method: string; params?: unknown[] }): Promise<unknown> };
  readonly client: PublicClient;
  readonly contracts: Contracts;
  /** What is deployed besides: nobody calls it. */
  readonly parts: {
    readonly structureFactory: Address;
    readonly partnersFactory: Address;
    readonly foundingFactory: Address;
    readonly structure: Address;
  };
  readonly startBlock: bigint;
  readonly people: readonly Address[];
  /** Sends a call; true when it went through, false when it was reverted. */
  attempt(from: Address, call: Sent): Promise<boolean>;
  /** Sends a call that must go through. */
  act(from: Address, call: Sent): Promise<Hex>;
  /** What a call would be refused with. */
  refusal(from: Address, call: Sent): Promise<unknown>;
  wait(seconds: number): Promise<void>;
  now(): Promise<number>;
  mine(blocks: number): Promise<void>;
  /** Deploys a contract more. */
  deploy(name: string, args: unknown[]): Promise<Address>;
  snapshot(): Promise<unknown>;
  revert(snapshot: unknown): Promise<void>;
}

/** Deploys everything. */
export async function createWorld(): Promise<World> {
  const { provider } = await network.create();
  const client = createPublicClient({
    chain: hardhat,
    transport: custom(provider, { retryCount: 0 }),
    cacheTime: 0,
    pollingInterval: 1,
  });
  const wallet = createWalletClient({ chain: hardhat, transport: custom(provider) });
  const people = await wallet.getAddresses();
  const [deployer] = people as [Address];

  const send = (from: Address, call: Partial<Sent> & Pick<Sent, "data">) =>
    wallet.sendTransaction({ account: from, gas: 16_000_000n, ...call });
  const put = async (name: string, args: unknown[]): Promise<Address> => {
    const { abi, bytecode } = await artifacts.readArtifact(name);
    const data = encodeDeployData({ abi: abi as Abi, bytecode: bytecode as Hex, args });
    const { contractAddress, status } = await client.getTransactionReceipt({
      hash: await send(deployer, { data }),
    });
    if (status !== "success" || !contractAddress) throw new Error(`${name} is not deployed.`);
    return contractAddress;
  };
  const vaultFactory = await put("VaultFactory", []);
  const startBlock = await client.getBlockNumber();
  const structureFactory = await put("StructureFactory", []);
  const partnersFactory = await put("PartnersFactory", []);
  const foundingFactory = await put("FoundingFactory", []);
  const { structures, signables } = shapesOf(SIGNABLES);
  const voice = await put("Voice", [structures, signables]);
  const circles = await put("Circles", [
    vaultFactory,
    structureFactory,
    partnersFactory,
    foundingFactory,
    voice,
  ]);
  const offices = await put("Offices", [circles]);
  const consent = await put("Consent", [circles, offices]);
  const treasury = await put("Treasury", [circles]);
  const allowances = await client.readContract({
    address: treasury,
    abi: treasuryAbi,
    functionName: "allowances",
  });
  const facilitation = await put("Facilitation", [circles, offices, consent]);
  const elections = await put("Elections", [circles, offices]);
  const meetings = await put("Meetings", [circles, offices, consent]);
  const leads = await put("Leads", [circles]);
  const rulings = await put("Rulings", [circles, offices]);
  const breakdowns = await put("Breakdowns", [circles, offices]);
  const initiatives = await put("Initiatives", [circles]);
  const part = (functionName: "founding" | "partners" | "structure") =>
    client.readContract({ address: circles, abi: circlesAbi, functionName });
  const [founding, partners, structure] = await Promise.all(
    (["founding", "partners", "structure"] as const).map(part),
  );
  if (!founding || !partners || !structure) throw new Error("A part of the record is missing.");
  return {
    provider: { request: ({ method, params = [] }) => provider.request({ method, params }) },
    client,
    contracts: {
      ...{ circles, founding, partners, offices, consent, treasury, allowances },
      ...{ facilitation, elections, meetings, leads, vaultFactory, voice },
      ...{ rulings, breakdowns, initiatives },
    },
    parts: { structureFactory, partnersFactory, foundingFactory, structure },
    startBlock,
    people,
    async attempt(from, call) {
      try {
        await send(from, call);
        return true;
      } catch {
        return false;
      }
    },
    act: send,
    refusal: async (from, call) => {
      try {
        await client.call({ account: from, ...call });
      } catch (error) {
        return error;
      }
      throw new Error("Nothing was refused.");
    },
    async wait(seconds) {
      await provider.request({ method: "evm_increaseTime", params: [seconds] });
      await provider.request({ method: "evm_mine", params: [] });
    },
    async mine(blocks) {
      await provider.request({ method: "hardhat_mine", params: [numberToHex(blocks)] });
    },
    deploy: put,
    snapshot: () => provider.request({ method: "evm_snapshot", params: [] }),
    async revert(snapshot) {
      await provider.request({ method: "evm_revert", params: [snapshot] });
    },
    async now() {
      const { timestamp } = await client.getBlock();
      return Number(timestamp);
    },
  };
}

export const NO_WORDS: Words = { name: "", text: "", domains: [], accountabilities: [] };

/** An anchor's settings with a window of five and a notice of three days. */
export function settings(fields: Partial<Settings> = {}): Settings {
  return { ...NO_SETTINGS, window: 5 * DAY, notice: 3 * DAY, ...fields };
}

/** The processes of a usual founding, with their bits. */
export function processesOf(contracts: Contracts): readonly Process[] {
  const { consent, treasury, offices, elections, facilitation, meetings } = contracts;
  const { allowances, leads, rulings, breakdowns, initiatives } = contracts;
  return [
    { process: consent, bits: 39 },
    { process: treasury, bits: 4 },
    { process: allowances, bits: 4 },
    { process: offices, bits: 12 },
    { process: elections, bits: 12 },
    { process: facilitation, bits: 20 },
    { process: meetings, bits: 20 },
    { process: leads, bits: 7 },
    { process: rulings, bits: 5 },
    { process: breakdowns, bits: 76 },
    { process: initiatives, bits: 4 },
  ];
}

/** An invitation of a person, or of another kind of partner. */
export function guest(
  person: Address,
  kind: PartnerKind = PartnerKind.Person,
  custodian: Address = zeroAddress,
) {
  return { person, kind, custodian };
}

/** Words that say something. */
export function words(name: string): Words {
  return { name, text: `What ${name} is for`, domains: [], accountabilities: [] };
}

/** What is written down of where the contracts are. */
export function deploymentOf({ contracts, parts, startBlock }: World): Deployment {
  const at = (address: Address) => ({
    address,
    block: Number(startBlock),
    transaction: null,
    arguments: [],
    codeHash: zeroHash,
  });
  return {
    chainId: hardhat.id,
    inputHash: zeroHash,
    compiler: "0.8.37",
    contracts: {
      voice: at(contracts.voice),
      vaultFactory: at(contracts.vaultFactory),
      structureFactory: at(parts.structureFactory),
      partnersFactory: at(parts.partnersFactory),
      foundingFactory: at(parts.foundingFactory),
      circles: at(contracts.circles),
      structure: at(parts.structure),
      partners: at(contracts.partners),
      founding: at(contracts.founding),
      offices: at(contracts.offices),
      consent: at(contracts.consent),
      treasury: at(contracts.treasury),
      allowances: at(contracts.allowances),
      facilitation: at(contracts.facilitation),
      elections: at(contracts.elections),
      // Nobody calls it but the elections.
      candidacy: at(zeroAddress),
      meetings: at(contracts.meetings),
      leads: at(contracts.leads),
      rulings: at(contracts.rulings),
      breakdowns: at(contracts.breakdowns),
      initiatives: at(contracts.initiatives),
    },
  };
}

/** A change whose other fields are empty. */
export function change(fields: Partial<Change> & Pick<Change, "kind">): Change {
  const isPolicy = fields.kind === ChangeKind.AdoptPolicy || fields.kind === ChangeKind.AmendPolicy;
  // Of domains nothing else is said than that they count only inside their circle.
  const grants =
    fields.kind === ChangeKind.CreateRole ||
    fields.kind === ChangeKind.AmendRole ||
    fields.kind === ChangeKind.AddToRole;
  return {
    target: 0n,
    place: 0n,
    revision: 0,
    words: NO_WORDS,
    reviewAt: 0,
    tags: isPolicy ? Tags.CONSTRAINT : 0,
    settings: [],
    terms: grants ? ownTerms(fields.words ?? NO_WORDS) : zeroHash,
    ...fields,
  };
}
