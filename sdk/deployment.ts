import type { Address, Hex } from "viem";
import * as z from "zod/mini";

import type { Contracts } from "./acts/act.ts";

const address = z.custom<Address>(
  (value) => typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value),
);
const hex = z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-fA-F]*$/.test(value));

const contract = z.object({
  address,
  /** The block since which it is there. */
  block: z.number(),
  /** The transaction that put it there; null when another deployment had. */
  transaction: z.nullable(hex),
  /** Its constructor's arguments. */
  arguments: z.array(hex),
  /** keccak256 of the code on the chain. */
  codeHash: hex,
});

/** Where the cores are on one chain, and from which build: `deployments/<chainId>.json`. */
export const deploymentSchema = z.object({
  chainId: z.number(),
  /** keccak256 of the compiler's standard JSON input, from which anybody can compile the same code. */
  inputHash: hex,
  compiler: z.string(),
  contracts: z.object({
    voice: contract,
    vaultFactory: contract,
    structureFactory: contract,
    partnersFactory: contract,
    foundingFactory: contract,
    circles: contract,
    /** This one and the next two are parts of `circles`. */
    structure: contract,
    partners: contract,
    founding: contract,
    offices: contract,
    consent: contract,
    treasury: contract,
    /** A part of `treasury`, deployed by it. */
    allowances: contract,
    facilitation: contract,
    elections: contract,
    /** A part of `elections`, deployed by it. */
    candidacy: contract,
    meetings: contract,
    leads: contract,
    rulings: contract,
    breakdowns: contract,
    initiatives: contract,
  }),
});

export type Deployment = z.infer<typeof deploymentSchema>;
export type DeployedContract = Deployment["contracts"]["circles"];

/** The addresses alone, as acts need them. */
export function addressesOf({ contracts }: Deployment): Contracts {
  const entries = Object.entries(contracts).map(([name, { address: at }]) => [name, at]);
  // The same names, each with its address.
  return Object.fromEntries(entries) as Record<keyof Deployment["contracts"], Address>;
}

/** What a reader of an organisation is told by whoever serves the page; the chain decides what of it is true. */
export const guideSchema = z.object({
  deployment: deploymentSchema,
  /** The JSON-RPC address to read from. */
  rpc: z.string(),
  /** Which organisation to open. */
  organisation: z.number(),
  /** Names of people, by address: an address book, not a record. */
  people: z.record(z.string(), z.string()),
  tokens: z.array(
    z.object({ address, symbol: z.string(), name: z.string(), decimals: z.number() }),
  ),
  /** Whether this is a testnet on the reader's own machine, with time to move and personas to act as. */
  local: z.boolean(),
  personas: z.array(address),
});

export type Guide = z.infer<typeof guideSchema>;
