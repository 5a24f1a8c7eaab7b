import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { type BaseContract, id, type Log, type LogDescription, type Result } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import type { Change } from "./changes.ts";
import { configure, createRole, invitation, join, role, settings } from "./changes.ts";
import type { Founding, Sent, Suite, Token, Vault } from "./contracts.ts";
import { deployContract, deploySuite } from "./contracts.ts";
import { DAY } from "./time.ts";

export type Signer = HardhatEthersSigner;

export const RULES = id("the rules we agree to");
export const SALT = id("our first salt");
export const WINDOW = 5n * DAY;

/** The bits of a process, and those that contracts have in a usual founding. */
export const ROLES = 1n;
export const SETTINGS = 2n;
export const RECORD = 4n;
export const OFFICES = 8n;
export const ROUNDS = 16n;
export const PROCESSES = 32n;
export const CONSENT_BITS = ROLES | SETTINGS | RECORD | PROCESSES;
export const LEADS_BITS = ROLES | SETTINGS | RECORD;
export const OFFICES_BITS = OFFICES | RECORD;
export const ROUNDS_BITS = ROUNDS | RECORD;
export const BREAKDOWN = 64n;
export const BREAKDOWNS_BITS = BREAKDOWN | OFFICES | RECORD;
export const ALL_BITS = 127n;

/** Every article of the rules. */
export const ALL_ARTICLES = 31n;

/**
 * The people of the worked organisation.
 *
 * ann and ben are ratifiers and fill Council, which admits partners and, the anchor having no lead, offers its roles.
 * cem fills Finance; dora fills, and so leads, Operations; inside it eve fills Kitchen and Garden, fay Kitchen, gil
 * Garden. hal is a partner without a role, ida is invited, zoe is nobody to it. hand is a process of its own kind: an
 * account that was given all bits, so that tests of the record need not wait for consent.
 */
export interface People {
  ann: Signer;
  ben: Signer;
  cem: Signer;
  dora: Signer;
  eve: Signer;
  fay: Signer;
  gil: Signer;
  hal: Signer;
  ida: Signer;
  zoe: Signer;
  hand: Signer;
}

/** A worked organisation: anchor > (Council, Finance, Operations > (Kitchen, Garden)). */
export interface World extends Suite, People {
  connection: NetworkConnection;
  organisation: bigint;
  anchor: bigint;
  council: bigint;
  finance: bigint;
  operations: bigint;
  kitchen: bigint;
  garden: bigint;
  /** The anchor's vault, deployed and empty. */
  vault: Vault;
  token: Token;
}

/** An event, decoded by the contract that logged it. */
export interface Told {
  name: string;
  subject: bigint;
  args: Result;
  log: Log;
  description: LogDescription;
}

/** The contracts of the suite that log events. */
export function logging(suite: Suite): BaseContract[] {
  const { circles, structure, partners, founding, offices, consent, treasury } = suite;
  const { facilitation, elections, meetings, leads, allowances } = suite;
  const { rulings, breakdowns, initiatives } = suite;
  return [
    ...[circles, structure, partners, founding, offices, consent, treasury],
    ...[facilitation, elections, meetings, leads, allowances],
    ...[rulings, breakdowns, initiatives],
  ] as unknown as BaseContract[];
}

/** A contract, or an account, with its bits. */
export interface UsualProcess {
  process: Pick<Signer, "getAddress">;
  bits: bigint;
}

/** The processes of a usual founding, and hand beside them. */
export function usualProcesses(suite: Suite & { hand: Signer }): UsualProcess[] {
  return [
    { process: suite.consent, bits: CONSENT_BITS },
    { process: suite.treasury, bits: RECORD },
    { process: suite.allowances, bits: RECORD },
    { process: suite.offices, bits: OFFICES_BITS },
    { process: suite.elections, bits: OFFICES_BITS },
    { process: suite.facilitation, bits: ROUNDS_BITS },
    { process: suite.meetings, bits: ROUNDS_BITS },
    { process: suite.leads, bits: LEADS_BITS },
    { process: suite.rulings, bits: ROLES | RECORD },
    { process: suite.breakdowns, bits: BREAKDOWNS_BITS },
    { process: suite.initiatives, bits: RECORD },
    { process: suite.hand, bits: ALL_BITS },
  ];
}

/** The events of the suite that a transaction logged, in order. */
export async function eventsOf(suite: Suite, sent: Sent): Promise<Told[]> {
  const receipt = await (await sent).wait();
  const contracts = logging(suite);
  const addresses = await Promise.all(contracts.map((contract) => contract.getAddress()));
  return (receipt?.logs ?? []).flatMap((log) => {
    const contract = contracts[addresses.indexOf(log.address)];
    const description = contract?.interface.parseLog(log);
    if (!description) return [];
    const { name, args } = description;
    return [{ name, subject: args[1] as bigint, args, log, description }];
  });
}

/** The ids of the roles and policies that a transaction created, in order. */
export async function createdBy(suite: Suite, sent: Sent): Promise<bigint[]> {
  const events = await eventsOf(suite, sent);
  return events
    .filter(({ name }) => ["RoleCreated", "RoleLinked", "PolicyAdopted"].includes(name))
    .map(({ subject }) => subject);
}

/** Deploys the suite alone, with everybody who will live in it. */
export async function deployed(
  connection: NetworkConnection,
): Promise<Suite & People & { connection: NetworkConnection }> {
  const suite = await deploySuite(connection);
  const [ann, ben, cem, dora, eve, fay, gil, hal, ida, zoe, hand] =
    (await connection.ethers.getSigners()) as Signer[] as Signer[] & { length: 20 };
  const people = { ann, ben, cem, dora, eve, fay, gil, hal, ida, zoe, hand } as People;
  return { ...suite, ...people, connection };
}

/** Founds an organisation as ann, with ann and ben as its ratifiers unless something else is said. */
export async function found(
  suite: Suite & People,
  part: {
    founder?: Signer;
    words?: object;
    ruleHash?: string;
    articles?: bigint;
    settings?: object;
    ratifiers?: unknown[];
    processes?: object[];
    treasury?: unknown;
    salt?: string;
  } = {},
): Promise<Awaited<Sent>> {
  const founding = suite.founding.connect(part.founder ?? suite.ann) as Founding;
  return await founding.found(
    part.words ?? role("Commons"),
    part.ruleHash ?? RULES,
    part.articles ?? ALL_ARTICLES,
    part.settings ?? settings(),
    part.ratifiers ?? [suite.ann, suite.ben],
    part.processes ?? usualProcesses(suite),
    part.treasury ?? suite.treasury,
    part.salt ?? SALT,
  );
}

/** Another organisation, whose only role "All" is filled by one person, founding over. */
export async function foundSmall(
  world: World,
  person: Signer,
  part: Parameters<typeof found>[1] = {},
): Promise<{ organisation: bigint; anchor: bigint; all: bigint }> {
  const { circles, partners, founding } = world;
  await found(world, { founder: person, ratifiers: [person], ...part });
  const organisation = (await circles.organisations()) as bigint;
  const { lastWrite } = await founding.progressOf(organisation);
  const offers = [{ role: 1n, person }];
  const sent = await founding
    .connect(person)
    .write(organisation, lastWrite, [createRole(0n, "All")], [], [invitation(person)], offers);
  const [all] = (await createdBy(world, sent)) as [bigint];
  await partners.connect(person).agree(organisation, RULES, [all]);
  const progress = await founding.progressOf(organisation);
  await founding.connect(person).ratify(organisation, progress.lastWrite);
  return { organisation, anchor: join(organisation, 1n), all };
}

/** The salt with which the factory deploys the vault that a founder's salt belongs to. */
export function vaultSalt({ ethers }: NetworkConnection, founder: Signer, salt: string): string {
  const coder = ethers.AbiCoder.defaultAbiCoder();
  return ethers.keccak256(coder.encode(["address", "bytes32"], [founder.address, salt]));
}

/** The worked organisation before anybody ratified it: written, agreed to, accepted. */
export async function written(connection: NetworkConnection): Promise<World> {
  const suite = await deployed(connection);
  const { circles, partners, founding, factory, ann, ben, cem, dora, eve, fay, gil, hal, ida } =
    suite;
  await found(suite);
  const organisation = await circles.organisations();
  const anchor = join(organisation, 1n);
  const structure = [
    createRole(0n, "Council"),
    createRole(0n, "Finance"),
    createRole(0n, "Operations"),
    createRole(3n, "Kitchen"),
    createRole(3n, "Garden"),
    configure(0n, 1n, { admission: 1n, assigner: 1n }),
  ];
  const seats: [Signer, bigint[]][] = [
    [ann, [1n]],
    [ben, [1n]],
    [cem, [2n]],
    [dora, [3n]],
    [eve, [4n, 5n]],
    [fay, [4n]],
    [gil, [5n]],
    [hal, []],
  ];
  const offers = seats.flatMap(([person, roles]) =>
    roles.map((place) => ({ role: place, person })),
  );
  const invited = [...seats.map(([person]) => person), ida].map((person) => invitation(person));
  const { lastWrite } = await founding.progressOf(organisation);
  const sent = await founding.write(organisation, lastWrite, structure, [], invited, offers);
  const ids = await createdBy(suite, sent);
  for (const [person, roles] of seats) {
    const offered = roles.map((place) => ids[Number(place) - 1]);
    await partners.connect(person).agree(organisation, RULES, offered);
  }
  const [council, finance, operations, kitchen, garden] = ids as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  await factory.deploy(circles, vaultSalt(connection, ann, SALT));
  const vault = await connection.ethers.getContractAt("Vault", await circles.vaultFor(ann, SALT));
  const token = await deployContract<Token>(connection, "TestToken");
  return {
    ...suite,
    organisation,
    anchor,
    council,
    finance,
    operations,
    kitchen,
    garden,
    vault: vault as unknown as Vault,
    token,
  };
}

/** The worked organisation, founding over. */
export async function founded(connection: NetworkConnection): Promise<World> {
  const world = await written(connection);
  await ratify(world);
  return world;
}

/** Ends the founding of the worked organisation. */
export async function ratify({ founding, organisation, ann, ben }: World): Promise<void> {
  const { lastWrite } = await founding.progressOf(organisation);
  await founding.connect(ann).ratify(organisation, lastWrite);
  await founding.connect(ben).ratify(organisation, lastWrite);
}

/** Applies changes at once, by the process that waits for nobody. Returns what they created. */
export async function enact(
  world: World,
  circle: bigint,
  changes: Change[],
  people: unknown[] = [],
): Promise<bigint[]> {
  const structure = world.structure.connect(world.hand);
  return await createdBy(world, await structure.enact(circle, world.hand, changes, people));
}

/** Makes people partners, open to assignments, on ann's invitation where they are not partners yet. */
export async function welcome(world: World, people: Signer[]): Promise<void> {
  const { circles, partners, organisation, ann } = world;
  for (const person of people) {
    const { status, open } = await circles.partnerAt(organisation, person);
    if (status === 0n) await partners.connect(ann).invite(organisation, invitation(person));
    if (status !== 2n) await partners.connect(person).agree(organisation, RULES, []);
    if (!open) await partners.connect(person).declareOpenness(organisation, true);
  }
}

/** Seats a person in a role at once, chosen by whoever chooses there. */
export async function seat(
  world: World,
  by: Signer,
  filled: bigint,
  person: Signer,
): Promise<void> {
  await welcome(world, [person]);
  await world.circles.connect(by).offer(filled, person);
}

/** Makes a person the representative of a circle at once, by the process that waits for nobody. */
export async function represent(world: World, circle: bigint, person: Signer): Promise<void> {
  await world.circles.connect(world.hand).represent(circle, person, world.hand);
}

/** More accounts, with money to send transactions. */
export async function strangers(
  { ethers, networkHelpers }: NetworkConnection,
  count: number,
): Promise<Signer[]> {
  const people: Signer[] = [];
  for (let i = 0; i < count; i++) {
    const address = ethers.toBeHex(0x1000_0000 + i, 20);
    await networkHelpers.setBalance(address, 10n ** 18n);
    people.push(await ethers.getImpersonatedSigner(address));
  }
  return people;
}
