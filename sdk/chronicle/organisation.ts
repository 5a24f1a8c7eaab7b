import type { Address, Hex } from "viem";

import type {
  Act,
  Arguments,
  Change,
  Payment,
  Process,
  Reasons,
  Settings,
  Words,
} from "./events.ts";
import type { Outcome } from "./lifecycle.ts";

/**
 * Everything that is true of one organisation after its last event: what `fold` produces. Never changed in place.
 *
 * Ids are `uint64` as bigint: the organisation in the upper 32 bits, in the lower the number of the event that
 * created the object. Times are seconds since 1970, 0 for never. Maps by person are keyed by the lower-case address,
 * maps by two things by `keyOf`; the functions below look up with any spelling.
 */
export interface Organisation {
  /** The contract that holds the record. */
  readonly circles: Address;
  readonly number: number;
  readonly anchor: bigint;
  readonly founder: Address;
  readonly foundedAt: number;
  /** With the founder it fixes the vault's address. */
  readonly salt: Hex;
  readonly vault: Address;
  readonly treasury: Address;
  readonly processes: readonly Process[];
  readonly ruleHash: Hex;
  readonly founding: Founding;
  readonly partners: ReadonlyMap<string, Partner>;
  /** Live roles by id, the anchor first, in the order of their creation. */
  readonly roles: ReadonlyMap<bigint, Role>;
  readonly removedRoles: ReadonlyMap<bigint, RemovedRole>;
  /** Policies in force by id. */
  readonly policies: ReadonlyMap<bigint, Policy>;
  readonly repealedPolicies: ReadonlyMap<bigint, RepealedPolicy>;
  /** Circles' own settings by circle; a circle without an entry has never set any. */
  readonly settings: ReadonlyMap<bigint, CircleSettings>;
  /** By `keyOf(circle, person)`; people who were a member of the circle at least once. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** By circle: the seats its live roles take, as bits. */
  readonly seatsTaken: ReadonlyMap<bigint, bigint>;
  /** By `keyOf(role, person)`: offers that are neither accepted nor withdrawn. */
  readonly offers: ReadonlyMap<string, Offer>;
  readonly proposals: ReadonlyMap<bigint, Proposal>;
  /** By `keyOf(circle, member)`: the last proposal in each of the three slots; 0 for a slot never used. */
  readonly proposalSlots: ReadonlyMap<string, Slots>;
  readonly announcements: ReadonlyMap<bigint, Announcement>;
  /** By lower-case address of the announcer. */
  readonly announcementSlots: ReadonlyMap<string, Slots>;
  /** By `keyOf(vault, token)`: what live announcements have promised, in the token's smallest unit. */
  readonly promised: ReadonlyMap<string, bigint>;
  readonly head: Head;
  /** Every event, in order: `acts[n - 1]` has the number n. */
  readonly acts: readonly Act[];
  /** Null but between the events of one founding, founding write or enactment. */
  readonly unfinished: Unfinished | null;
}

/** What the events so far of one act still leave to be written in the same transaction. */
export type Unfinished =
  | { readonly kind: "founding"; readonly transaction: Hex; readonly actor: Address }
  | {
      readonly kind: "enactment";
      readonly transaction: Hex;
      readonly proposal: bigint;
      readonly actor: Address;
      /** The role that each change so far has created, or null. */
      readonly created: readonly (bigint | null)[];
    }
  | {
      readonly kind: "write";
      readonly transaction: Hex;
      readonly actor: Address;
      /** 0: changes, 1: invitations, 2: offers. */
      readonly stage: number;
    };

/** The head of a history after its last event. */
export interface Head {
  readonly word: Hex;
  /** How many events there are. */
  readonly number: number;
  /** The block of the last one. */
  readonly block: bigint;
  /** The time of the last one. */
  readonly time: number;
}

/** How far the founding is. */
export interface Founding {
  /** The contract through which it was founded. */
  readonly contract: Address;
  readonly ratifiers: readonly Address[];
  /** By lower-case address: the number that a ratifier ratified last. It counts while it is `lastWrite`. */
  readonly ratified: ReadonlyMap<string, number>;
  /** The event number of the last founding write; before the first, of the naming of the ratifiers. */
  readonly lastWrite: number;
  /** When founding ended; 0 while it has not. */
  readonly endedAt: number;
}

export type PartnerStatus = "none" | "invited" | "agreed";

/** What the organisation knows of a person: invited or a partner now, or before. */
export interface Partner {
  readonly person: Address;
  readonly status: PartnerStatus;
  /** Whether the person is open to assignments. */
  readonly open: boolean;
  /** How many roles the person fills. */
  readonly seats: number;
  /** When the person last agreed to the rules. */
  readonly agreedAt: number;
  /** When the person last stopped being a partner. */
  readonly leftAt: number;
}

/** A live role, and the circle inside it. */
export interface Role {
  readonly id: bigint;
  /** The circle it stands in; null for the anchor. */
  readonly circle: bigint | null;
  readonly words: Words;
  readonly revision: number;
  /** When its words last changed. */
  readonly inscribedAt: number;
  /** Who fills it, in the order of assignment. Whoever fills a role leads the circle inside it. */
  readonly fillers: readonly Address[];
  /** The bit of its fillers in the outer circle's seats; 0 for the anchor. */
  readonly seat: number;
  /** 1 for the anchor. */
  readonly depth: number;
  /** Whether it has ever had an inner role, so that its fillers are seated inside. */
  readonly alive: boolean;
  readonly createdAt: number;

  /** The inner roles, in the order of their creation. */
  readonly inner: readonly bigint[];
  /** The policies in force inside it, in the order of their adoption. */
  readonly policies: readonly bigint[];
  /** Who is a member of the circle inside it, in the order of becoming one. */
  readonly members: readonly Address[];
  /** How many member numbers the circle inside it has given out. */
  readonly numbers: number;
  /** Rises with every change of the membership of the circle inside it. */
  readonly epoch: number;
  /** When somebody last stopped being a member of the circle inside it. */
  readonly lastDeparture: number;
}

/** A role as it was when it was removed. */
export interface RemovedRole extends Role {
  readonly removedAt: number;
  /** The number of the event that removed it. */
  readonly removedBy: number;
}

/** A policy in force. */
export interface Policy {
  readonly id: bigint;
  readonly circle: bigint;
  readonly words: Words;
  readonly revision: number;
  /** When it asks to be looked at again; 0 for never. */
  readonly reviewAt: number;
  readonly adoptedAt: number;
  /** When its words last changed. */
  readonly inscribedAt: number;
}

/** A policy as it was when it was repealed. */
export interface RepealedPolicy extends Policy {
  readonly repealedAt: number;
  /** The number of the event that repealed it. */
  readonly repealedBy: number;
}

/** A circle's own settings. A window of 0 means that the anchor's holds. */
export interface CircleSettings {
  readonly settings: Settings;
  readonly revision: number;
}

/** A person in a circle. */
export interface Seat {
  readonly circle: bigint;
  readonly person: Address;
  /** Bit 0 as a lead of the circle, else the bit of a role's `seat`. A member while any is set. */
  readonly seats: bigint;
  /** The member number, from 1, kept for ever. */
  readonly number: number;
  /** When membership last ended; 0 for never. */
  readonly endedAt: number;
}

/** A role offered to somebody who has not accepted yet. */
export interface Offer {
  readonly role: bigint;
  readonly person: Address;
  readonly by: Address;
  readonly at: number;
}

export type Slots = readonly [bigint, bigint, bigint];

/** A proposal. Where it stands at a moment: `statusOf(proposal, time)`. */
export interface Proposal {
  readonly id: bigint;
  /** The contract that runs its objection round. */
  readonly process: Address;
  readonly circle: bigint;
  readonly proposer: Address;
  /** The proposer's member number in the circle. */
  readonly proposerNumber: number;
  readonly asRole: bigint;
  readonly slot: number;
  /** All versions, oldest first; never empty. */
  readonly versions: readonly ProposalVersion[];
  /** Whoever stopped being a member after this has standing. */
  readonly standingFrom: number;
  /** The end of the window now, exclusive; a last call can move it past the version's own. */
  readonly closesAt: number;
  /** All objections ever raised, oldest first. */
  readonly objections: readonly Objection[];
  /** All confirmations of all versions, oldest first. */
  readonly confirmations: readonly Confirmation[];
  readonly outcome: Outcome;
  readonly openedAt: number;
  /** When confirmations adopted it before its window closed; 0 when they did not. */
  readonly adoptedAt: number;
  readonly enactedAt: number;
  readonly withdrawnAt: number;
}

/** One version of a proposal, with what its opening fixed. */
export interface ProposalVersion {
  readonly version: number;
  readonly changes: readonly Change[];
  readonly reasons: Reasons;
  /** What it means to integrate; empty for the first version. */
  readonly integrates: string;
  /** What members confirm: keccak256 of the hashes of the changes and of the reasons. */
  readonly contentHash: Hex;
  readonly opensAt: number;
  /** The end of the window as it was fixed at the opening, exclusive. */
  readonly closesAt: number;
  /** How many members are expected to answer. */
  readonly expected: number;
  /** Whether confirmations alone can adopt it. */
  readonly early: boolean;
  /** The circle's epoch when it opened. */
  readonly epoch: number;
}

/** An objection. */
export interface Objection {
  readonly by: Address;
  /** The objector's member number in the circle. */
  readonly number: number;
  readonly asRole: bigint;
  /** Whether the objector fills that role; of whoever has left, whether they did while they have standing. */
  readonly inRole: boolean;
  /** The version objected to. */
  readonly version: number;
  readonly objection: Arguments;
  readonly raisedAt: number;
  /** Null while it stands. */
  readonly ended: null | {
    readonly how: "resolved" | "withdrawn";
    readonly at: number;
    /** The version that integrates it; absent when withdrawn. */
    readonly version?: number;
  };
}

/** That somebody had no objection to a version. */
export interface Confirmation {
  readonly by: Address;
  readonly number: number;
  readonly version: number;
  readonly at: number;
  /** When the same person's later objection to the same version voided it; 0 while it has not. */
  readonly voidedAt: number;
}

/** An announcement of a payment. Where it stands at a moment: `statusOf(announcement, time)`. */
export interface Announcement {
  readonly id: bigint;
  readonly announcer: Address;
  readonly asRole: bigint;
  readonly slot: number;
  readonly payment: Payment;
  readonly purpose: string;
  /** In seconds; a reversal restarts it. */
  readonly window: number;
  /** Whoever stopped being a member of their circle after this has standing. */
  readonly standingFrom: number;
  /** The end of the window, exclusive. */
  readonly closesAt: number;
  /** All escalations ever, oldest first. */
  readonly escalations: readonly Escalation[];
  readonly outcome: Outcome;
  readonly announcedAt: number;
  readonly paidAt: number;
  readonly revokedAt: number;
  /** When somebody closed it after it had expired; 0 when nobody did. */
  readonly lapsedAt: number;
}

/** An escalation of an announcement. */
export interface Escalation {
  readonly by: Address;
  /** The circle in which the escalator spoke. */
  readonly circle: bigint;
  readonly asRole: bigint;
  /** Whether the escalator fills that role; of whoever has left, whether they did while they have standing. */
  readonly inRole: boolean;
  readonly reason: string;
  readonly at: number;
  /** Null while it stands. */
  readonly reversed: null | { readonly by: Address; readonly at: number };
}

const HALF = 32n;

/** The organisation to which an id belongs. */
export function organisationOf(id: bigint): number {
  return Number(id >> HALF);
}

/** The number of the event that created the object with this id. */
export function numberOf(id: bigint): number {
  return Number(id & 0xffff_ffffn);
}

/** The id of what the event with this number created in an organisation. */
export function idOf(organisation: number, number: number): bigint {
  return (BigInt(organisation) << HALF) | BigInt(number);
}

/** The key of two things in a map: an id and a person, or two addresses. */
export function keyOf(first: bigint | Address, second: Address): string {
  return `${String(first).toLowerCase()}/${second.toLowerCase()}`;
}

const ALL_BITS = 7;

/** The process whose proposals govern: the first that may change roles, policies and settings and is no treasury. */
export function consentOf(organisation: Pick<Organisation, "processes" | "treasury">): Address {
  const able = organisation.processes.filter(({ bits }) => bits === ALL_BITS);
  const found = able.find(({ process }) => process !== organisation.treasury) ?? able[0];
  if (found === undefined)
    throw new Error("An organisation is founded with a process that governs.");
  return found.process;
}

/** What the organisation knows of a person, or undefined. */
export function partnerOf(organisation: Organisation, person: Address): Partner | undefined {
  return organisation.partners.get(person.toLowerCase());
}

/** A person's seat in a circle, or undefined for somebody who was never seated there. */
export function seatOf(
  organisation: Organisation,
  circle: bigint,
  person: Address,
): Seat | undefined {
  return organisation.seats.get(keyOf(circle, person));
}

/** Whether a person is a member of a circle now. */
export function isMember(organisation: Organisation, circle: bigint, person: Address): boolean {
  return (seatOf(organisation, circle, person)?.seats ?? 0n) !== 0n;
}

/** Whether a person fills a role. */
export function fills(organisation: Organisation, role: bigint, person: Address): boolean {
  const wanted = person.toLowerCase();
  return organisation.roles.get(role)?.fillers.some((it) => it.toLowerCase() === wanted) ?? false;
}

/** A circle's window in seconds: its own, else the anchor's. */
export function windowOf(organisation: Organisation, circle: bigint): number {
  const own = organisation.settings.get(circle)?.settings.window ?? 0;
  return own > 0 ? own : (organisation.settings.get(organisation.anchor)?.settings.window ?? 0);
}

/** The last proposal in each of a member's three slots of a circle; 0 for a slot never used. */
export function proposalSlotsOf(
  organisation: Organisation,
  circle: bigint,
  member: Address,
): Slots {
  return organisation.proposalSlots.get(keyOf(circle, member)) ?? [0n, 0n, 0n];
}

/** The last announcement in each of a person's three slots; 0 for a slot never used. */
export function announcementSlotsOf(organisation: Organisation, person: Address): Slots {
  return organisation.announcementSlots.get(person.toLowerCase()) ?? [0n, 0n, 0n];
}

/** What live announcements have promised of a token (zero for ETH) from a vault, in its smallest unit. */
export function promisedFrom(organisation: Organisation, vault: Address, token: Address): bigint {
  return organisation.promised.get(keyOf(vault, token)) ?? 0n;
}

/** The current version of a proposal. */
export function currentVersion(proposal: Proposal): ProposalVersion {
  const version = proposal.versions.at(-1);
  if (version === undefined) throw new Error("A proposal has at least one version.");
  return version;
}

/** The objections that stand. Whoever objected to two versions stands with both, and ends both at once. */
export function standingObjections(proposal: Proposal): readonly Objection[] {
  return proposal.objections.filter((objection) => objection.ended === null);
}

/** How many people's objections stand. */
export function countObjectors(proposal: Proposal): number {
  return new Set(standingObjections(proposal).map((objection) => objection.number)).size;
}

/** The confirmations of the current version that count. */
export function confirmationsNow(proposal: Proposal): readonly Confirmation[] {
  const { version } = currentVersion(proposal);
  return proposal.confirmations.filter((it) => it.version === version && it.voidedAt === 0);
}

/** The escalations that stand. */
export function standingEscalations(announcement: Announcement): readonly Escalation[] {
  return announcement.escalations.filter((escalation) => escalation.reversed === null);
}
