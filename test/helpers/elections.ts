import type { AddressLike } from "ethers";
import { AbiCoder, id as hash, keccak256, resolveAddress, ZeroAddress } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import { nextId } from "./consent.ts";
import type { Sent } from "./contracts.ts";
import { Office } from "./office.ts";
import type { Signer, World } from "./organisation.ts";
import { founded } from "./organisation.ts";
import { DAY, goTo } from "./time.ts";

/** The order of `IOffices.Rank`. */
export const Rank = { Named: 0n, Counterpart: 1n, Lead: 2n, Member: 3n, None: 4n } as const;

/** The order of `IElections.Tie`. */
export const Tie = { SelfNominee: 0n, Incumbent: 1n, Random: 2n, Choosers: 3n } as const;

/** The order of `IElections.Step`. */
export const Step = {
  None: 0n,
  Called: 1n,
  Sealing: 2n,
  Sharing: 3n,
  Changing: 4n,
  Counting: 5n,
  Choosing: 6n,
  Consenting: 7n,
  Elected: 8n,
  Failed: 9n,
  Lapsed: 10n,
} as const;

/** The notice of the worked organisation. */
export const NOTICE = 3n * DAY;
export const TERM = 365n * DAY;
export const WHY = "Listens before speaking";

const coder = AbiCoder.defaultAbiCoder();

/** What is elected, in the order of the fields in Solidity. */
export interface Subject {
  circle: bigint;
  role: bigint;
  office: bigint;
  index: bigint;
  replaced: AddressLike;
}

/** The facilitator of a circle, unless something else is said. */
export function subject(circle: bigint, part: Partial<Subject> = {}): Subject {
  return {
    circle,
    role: 0n,
    office: Office.Facilitator,
    index: 0n,
    replaced: ZeroAddress,
    ...part,
  };
}

/** Who nominates whom. */
export type Ballots = readonly (readonly [nominator: Signer, nominee: Signer])[];

/** The salt that a nominator uses in these tests. */
export function saltOf(nominator: Signer, election: bigint): string {
  return hash(`${nominator.address} in ${election}`);
}

/** The seal of a nomination, computed without the contract. */
export async function sealOf(
  { connection, elections }: World,
  election: bigint,
  nominator: Signer,
  nominee: AddressLike,
  salt: string = saltOf(nominator, election),
): Promise<string> {
  const { chainId } = await connection.ethers.provider.getNetwork();
  return keccak256(
    coder.encode(
      ["uint256", "address", "uint64", "address", "address", "bytes32"],
      [
        ...[chainId, await elections.getAddress(), election, nominator.address],
        ...[await resolveAddress(nominee), salt],
      ],
    ),
  );
}

/** Puts somebody into an office at once, by the process that waits for nobody. */
export async function install(
  world: World,
  circle: bigint,
  office: bigint,
  person: AddressLike,
  part: { index?: bigint; until?: bigint } = {},
): Promise<Awaited<Sent>> {
  const { index = 0n, until = 2n ** 40n - 1n } = part;
  const offices = world.offices.connect(world.hand);
  return await offices.install(circle, office, index, person, until, world.hand);
}

/** Calls an election and returns its id. */
export async function call(world: World, by: Signer, what: Subject): Promise<bigint> {
  const id = await nextId(world);
  await world.elections.connect(by).call(what, "It is time");
  return id;
}

/** Opens an election that was called, as a member who has waited. */
export async function open(
  world: World,
  by: Signer,
  id: bigint,
  part: { term?: bigint; tie?: bigint } = {},
): Promise<void> {
  const { step, endsAt } = await world.elections.electionAt(id);
  const { timestamp } = (await world.connection.ethers.provider.getBlock("latest"))!;
  if (step === Step.Called && endsAt > BigInt(timestamp)) await goTo(world.connection, endsAt);
  await world.elections.connect(by).open(id, part.term ?? TERM, part.tie ?? Tie.Random);
}

/** Seals one nomination. */
export async function nominate(
  world: World,
  id: bigint,
  by: Signer,
  nominee: AddressLike,
): Promise<Awaited<Sent>> {
  return await world.elections.connect(by).nominate(id, await sealOf(world, id, by, nominee));
}

/** Opens one nomination. */
export async function share(
  world: World,
  id: bigint,
  by: Signer,
  nominee: AddressLike,
  reason: string = WHY,
): Promise<Awaited<Sent>> {
  return await world.elections.connect(by).share(id, nominee, saltOf(by, id), reason);
}

/** Waits for the end of the step, whatever it is. */
export async function pass(world: World, id: bigint): Promise<void> {
  // Steps that time has ended follow each other without a word: the end of the present one is found by walking.
  const before = await world.elections.stepOf(id);
  const { step, endsAt, notice } = await world.elections.electionAt(id);
  const behind = before - step;
  await goTo(
    world.connection,
    endsAt + (step === Step.Sealing || step === Step.Sharing ? behind * notice : 0n),
  );
}

/** Seals and opens nominations, and waits out the change round: the count may be brought. */
export async function nominateAll(world: World, id: bigint, ballots: Ballots): Promise<void> {
  for (const [nominator, nominee] of ballots) await nominate(world, id, nominator, nominee);
  if ((await world.elections.stepOf(id)) === Step.Sealing) await pass(world, id);
  for (const [nominator, nominee] of ballots) await share(world, id, nominator, nominee);
  await pass(world, id);
}

/** People as `count` wants them. */
export function ascending(people: readonly Signer[]): string[] {
  const unique = new Set(people.map(({ address }) => address));
  return [...unique].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

/** Brings the count, as anybody may. */
export async function count(
  world: World,
  id: bigint,
  people: readonly Signer[],
): Promise<Awaited<Sent>> {
  return await world.elections.connect(world.zoe).count(id, ascending(people));
}

/** Elects a person to what is called for: everybody who nominates nominates them. */
export async function elect(
  world: World,
  what: Subject,
  nominators: readonly Signer[],
  person: Signer,
  part: { term?: bigint } = {},
): Promise<bigint> {
  const { elections } = world;
  const [first] = nominators as [Signer];
  const id = await call(world, first, what);
  await open(world, first, id, part);
  await nominateAll(
    world,
    id,
    nominators.map((nominator) => [nominator, person] as const),
  );
  await count(world, id, [person]);
  await elections.connect(person).declareWillingness(id, true);
  for (const nominator of nominators) await elections.connect(nominator).confirm(id);
  await elections.connect(world.zoe).conclude(id);
  return id;
}

/** An election in the worked organisation: of the facilitator of Operations, where dora, eve, fay and gil nominate. */
export interface Called extends World {
  id: bigint;
  opensFrom: bigint;
}

/** The worked organisation, where eve has just called for a facilitator of Operations. */
export async function called(connection: NetworkConnection): Promise<Called> {
  const world = await founded(connection);
  const id = await call(world, world.eve, subject(world.operations));
  const { endsAt } = await world.elections.electionAt(id);
  return { ...world, id, opensFrom: endsAt };
}

/** The same election, just opened by fay. */
export async function opened(connection: NetworkConnection): Promise<Called & { endsAt: bigint }> {
  const world = await called(connection);
  await open(world, world.fay, world.id);
  const { endsAt } = await world.elections.electionAt(world.id);
  return { ...world, endsAt };
}

/** The same election with eve proposed by all but fay, who nominated gil. */
export async function proposedPerson(
  connection: NetworkConnection,
): Promise<Called & { endsAt: bigint }> {
  const world = await opened(connection);
  const { id, dora, eve, fay, gil } = world;
  const ballots = [
    [dora, eve],
    [eve, dora],
    [fay, gil],
    [gil, eve],
  ] as const;
  await nominateAll(world, id, ballots);
  await count(world, id, [dora, eve, gil]);
  const { endsAt } = await world.elections.electionAt(id);
  return { ...world, endsAt };
}
