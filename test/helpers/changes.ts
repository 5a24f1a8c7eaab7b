import type { Addressable, AddressLike } from "ethers";
import { AbiCoder, keccak256, toBeHex, ZeroAddress, ZeroHash, zeroPadValue } from "ethers";

import { DAY } from "./time.ts";

/** Ids: the organisation in the upper 32 bits, the number of the creating event in the lower. */
export function join(organisation: bigint, number: bigint): bigint {
  return (organisation << 32n) | number;
}

export function numberOf(id: bigint): bigint {
  return id & 0xffff_ffffn;
}

const coder = AbiCoder.defaultAbiCoder();

/** The order of `ChangeKind` in the contracts. */
export const Kind = {
  CreateRole: 0n,
  AmendRole: 1n,
  RemoveRole: 2n,
  AdoptPolicy: 3n,
  AmendPolicy: 4n,
  RepealPolicy: 5n,
  Configure: 6n,
  MoveRole: 7n,
  MovePolicy: 8n,
  LimitRole: 9n,
  LinkRole: 10n,
  UnlinkRole: 11n,
  AddToRole: 12n,
  SetProcess: 13n,
  SetTreasury: 14n,
  AmendRules: 15n,
} as const;

/** The flags of settings. */
export const Flag = {
  Windowless: 1n,
  AsyncOnly: 2n,
  Reality: 4n,
  AnyPartner: 8n,
  NoLeadFacilitator: 16n,
  Elective: 32n,
  MeetingRight: 64n,
  RatifiersSign: 128n,
  PlacesRedirecting: 256n,
  PlacesDirecting: 512n,
} as const;

/** The tags of policies: what kinds of policy it is, and how far it reaches. */
export const Tag = {
  Constraint: 1n,
  Grant: 2n,
  Domain: 4n,
  Default: 8n,
  HereAlone: 16n,
  InsideToo: 32n,
  Binding: 64n,
} as const;

/** The order of `PartnerKind` in the contracts. */
export const PartnerKind = { Person: 0n, Body: 1n, Associate: 2n, Agent: 3n } as const;

export interface Words {
  name: string;
  text: string;
  domains: string[];
  accountabilities: string[];
}

export interface Settings {
  window: bigint;
  notice: bigint;
  flags: bigint;
  attention: bigint;
  quorum: bigint;
  reps: bigint;
  admission: bigint;
  assigner: bigint;
  appointer: bigint;
}

export interface Change {
  kind: bigint;
  target: bigint;
  place: bigint;
  revision: bigint;
  words: Words;
  reviewAt: bigint;
  tags: bigint;
  settings: Settings[];
  terms: string;
}

/** Somebody invited, in the order of the fields in Solidity. */
export interface Invitation {
  person: AddressLike;
  kind: bigint;
  custodian: AddressLike;
}

export const NO_WORDS: Words = { name: "", text: "", domains: [], accountabilities: [] };
export const NO_SETTINGS: Settings = {
  window: 0n,
  notice: 0n,
  flags: 0n,
  attention: 0n,
  quorum: 0n,
  reps: 0n,
  admission: 0n,
  assigner: 0n,
  appointer: 0n,
};

/** Settings that any circle may have: a window of five days and a notice of three, unless something else is said. */
export function settings(part: Partial<Settings> = {}): Settings {
  return { ...NO_SETTINGS, window: 5n * DAY, notice: 3n * DAY, ...part };
}

/** An invitation, of a person unless another kind is said; an agent has a custodian. */
export function invitation(
  person: AddressLike,
  kind: bigint = PartnerKind.Person,
  custodian: AddressLike = ZeroAddress,
): Invitation {
  return { person, kind, custodian };
}

/** Words of a role; the purpose is made up when none is given. */
export function role(name: string, part: Partial<Words> = {}): Words {
  return { name, text: `To be ${name}`, domains: [], accountabilities: [], ...part };
}

/** One change; what is not said stays empty. */
export function change(kind: bigint, target: bigint, part: Partial<Change> = {}): Change {
  const empty = {
    revision: 0n,
    words: NO_WORDS,
    reviewAt: 0n,
    tags: 0n,
    settings: [],
    terms: ZeroHash,
  };
  // In the order of the fields in Solidity.
  return { kind, target, place: 0n, ...empty, ...part };
}

export function createRole(target: bigint, said: Words | string, origins?: number[]): Change {
  const words = typeof said === "string" ? role(said) : said;
  return change(Kind.CreateRole, target, { words, terms: originTerms(words, origins) });
}

export function amendRole(
  target: bigint,
  revision: bigint,
  words: Words,
  origins?: number[],
): Change {
  const terms = originTerms(words, origins);
  return change(Kind.AmendRole, target, { revision, words, terms });
}

/** What the deciding circle adds to its leads (1), facilitator (2), secretary (3) or representatives (4). */
export function addToRole(part: bigint, revision: bigint, added: Partial<Words>): Change {
  const words = { ...NO_WORDS, ...added };
  return change(Kind.AddToRole, 0n, { place: part, revision, words, terms: originTerms(words) });
}

/** Terms that say of what each domain is a part; that it counts only inside the circle, unless something else is said. */
export function originTerms(
  { domains }: Words,
  origins: number[] = domains.map(() => 255),
): string {
  return `0x${Buffer.from(origins.slice(0, 32)).toString("hex").padEnd(64, "0")}`;
}

export function removeRole(target: bigint, revision = 1n): Change {
  return change(Kind.RemoveRole, target, { revision });
}

export function adoptPolicy(
  target: bigint,
  title: string,
  reviewAt = 0n,
  tags: bigint = Tag.Constraint,
  terms: string = ZeroHash,
): Change {
  return change(Kind.AdoptPolicy, target, {
    words: { ...NO_WORDS, name: title, text: `We keep ${title}` },
    reviewAt,
    tags,
    terms,
  });
}

export function amendPolicy(
  target: bigint,
  revision: bigint,
  title: string,
  reviewAt = 0n,
  tags: bigint = Tag.Constraint,
): Change {
  return change(Kind.AmendPolicy, target, {
    revision,
    words: { ...NO_WORDS, name: title, text: `We now keep ${title}` },
    reviewAt,
    tags,
  });
}

export function repealPolicy(target: bigint, revision = 1n): Change {
  return change(Kind.RepealPolicy, target, { revision });
}

/** Configures a circle with `settings(part)`. */
export function configure(target: bigint, revision: bigint, part: Partial<Settings> = {}): Change {
  return change(Kind.Configure, target, { revision, settings: [settings(part)] });
}

/** Moves a role into `place`, a circle, and says why it belongs there. */
export function moveRole(target: bigint, place: bigint, revision = 1n): Change {
  return change(Kind.MoveRole, target, { place, revision, words: why() });
}

/** Moves a policy into `place`, a circle, and says why it belongs there. */
export function movePolicy(target: bigint, place: bigint, revision = 1n): Change {
  return change(Kind.MovePolicy, target, { place, revision, words: why() });
}

/** Lets a process write with these bits from now on; with none, lets it finish and end. */
export async function setProcess(
  process: Addressable,
  bits: bigint,
  revision = 1n,
): Promise<Change> {
  return change(Kind.SetProcess, 0n, { terms: await wordOf(process), tags: bits, revision });
}

/** Lets the vaults obey another treasury. */
export async function setTreasury(treasury: Addressable, revision = 1n): Promise<Change> {
  return change(Kind.SetTreasury, 0n, { terms: await wordOf(treasury), revision });
}

/** Amends the rules. */
export function amendRules(ruleHash: string, articles = 31n, revision = 1n): Change {
  return change(Kind.AmendRules, 0n, { terms: ruleHash, tags: articles, revision });
}

async function wordOf(contract: Addressable): Promise<string> {
  return zeroPadValue(await contract.getAddress(), 32);
}

/** Limits how many of those who fill a role speak for it; 0 for all. */
export function limitRole(target: bigint, limit: bigint, revision = 1n): Change {
  return change(Kind.LimitRole, target, { place: limit, revision });
}

/** Who fills a linked role: whoever fills another role, or whom somebody outside chooses. */
export interface LinkTerms {
  source?: bigint;
  appointer?: string;
  limit?: bigint;
}

/** The terms of a change that links a role. */
export function linkTerms({ source = 0n, appointer = ZeroAddress, limit = 1n }: LinkTerms): string {
  return toBeHex(BigInt(appointer) | (numberOf(source) << 160n) | (limit << 192n), 32);
}

/** The terms of a policy that invites such a link into a circle. */
export function invitingTerms(circle: bigint, terms: string): string {
  const types = ["string", "uint64", "bytes32"];
  return keccak256(coder.encode(types, ["consentric.links", circle, terms]));
}

/** The terms of a policy that keeps those who fill a role from ending its links. */
export function bindingTerms(role: bigint): string {
  return keccak256(coder.encode(["string", "uint64"], ["consentric.binds", role]));
}

/** Links a role into a circle, by a policy that invites it. */
export function linkRole(target: bigint, policy: bigint, terms: string, name = "Link"): Change {
  return change(Kind.LinkRole, target, { place: policy, words: role(name), terms });
}

/** Adopts a policy that invites a link into `circle`; it is held where it is adopted. */
export function invites(circle: bigint, terms: string, target = 0n): Change {
  return adoptPolicy(target, "Link", 0n, Tag.Grant, invitingTerms(circle, terms));
}

/** Removes a linked role. */
export function unlinkRole(target: bigint, revision = 1n): Change {
  return change(Kind.UnlinkRole, target, { revision });
}

function why(): Words {
  return { ...NO_WORDS, text: "It does what that circle is there for" };
}
