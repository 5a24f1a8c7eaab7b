import type { Address, Hex } from "viem";
import { zeroAddress } from "viem";

import { Bits, Flags, has } from "../flags.ts";
import type { Audit, Breakdown } from "./breakdowns.ts";
import type { Election, ElectionSubject } from "./elections.ts";
import type {
  Act,
  Arguments,
  Budget,
  Change,
  EventName,
  Payment,
  Process,
  Reasons,
  Settings,
  Words,
} from "./events.ts";
import type { Initiative } from "./initiatives.ts";
import type {
  Finding,
  Judgement,
  MeetingRequest,
  Remark,
  Ruling,
  TestRequest,
} from "./judgements.ts";
import type { Outcome } from "./lifecycle.ts";
import { Mark } from "./marks.ts";
import type { Item, Meeting, SpecialRequest } from "./meetings.ts";
import type { Permission, StandIn, Tenure } from "./offices.ts";
import { Office, officeKey, standInKey } from "./offices.ts";
import type { PartnerKind } from "./partnerKind.ts";
import { isVoiced } from "./partnerKind.ts";
import { PaymentKind } from "./paymentKind.ts";
import type { Interpretation, Strike } from "./rulings.ts";
import type { StandingRole } from "./standingRole.ts";

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
  readonly chainId: number;
  readonly number: number;
  readonly anchor: bigint;
  readonly founder: Address;
  readonly foundedAt: number;
  /** With the founder it fixes the vault's address. */
  readonly salt: Hex;
  readonly vault: Address;
  readonly treasury: Address;
  /** All that ever were the treasury, this one last: what was announced in an earlier one stays there, and is not paid. */
  readonly treasuries: readonly Address[];
  readonly processes: readonly Mandate[];
  /** The articles of the rules that are adopted, as bits. */
  readonly articles: number;
  /** The version of the rules, from 1. */
  readonly version: number;
  /** From 1; rises with every special change. */
  readonly revision: number;
  /** The contract of each part and family, known by its first event; null before it. */
  readonly contracts: Contracts;
  /** The contracts of families that another has succeeded, which finish what they have opened. */
  readonly former: ReadonlyMap<Address, Family>;
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
  /** By `additionKey(circle, part)`: what circles add to the four roles that each of them has; also what was taken away. */
  readonly additions: ReadonlyMap<string, Addition>;
  /** By `keyOf(circle, person)`; people who were a member of the circle at least once. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** By circle: the seats its live roles take, as bits. */
  readonly seatsTaken: ReadonlyMap<bigint, bigint>;
  /** By `keyOf(role, person)`: offers that are neither accepted nor withdrawn. */
  readonly offers: ReadonlyMap<string, Offer>;
  readonly proposals: ReadonlyMap<bigint, Proposal>;
  /** By `slotKey(process, circle, member)`: the last proposal in each of the three slots; 0 for a slot never used. */
  readonly proposalSlots: ReadonlyMap<string, Slots>;
  readonly announcements: ReadonlyMap<bigint, Announcement>;
  /** By `keyOf(treasury, announcer)`. */
  readonly announcementSlots: ReadonlyMap<string, Slots>;
  /** By `assetKey`: what live announcements and grants have promised, in the smallest unit. */
  readonly promised: ReadonlyMap<string, bigint>;
  /** By lower-case address: the inner circle to which a vault belongs; the anchor's is `vault`. */
  readonly vaults: ReadonlyMap<string, bigint>;
  /** By `officeKey(circle, office, index)`: the offices that were ever held. */
  readonly tenures: ReadonlyMap<string, Tenure>;
  /** By `standInKey(process, matter, circle, office)`: who declared it last. */
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** By `keyOf(role, person)`: permissions that were not taken back. */
  readonly permissions: ReadonlyMap<string, Permission>;
  readonly elections: ReadonlyMap<bigint, Election>;
  /** By `subjectKey(subject)`: the last election about a subject. */
  readonly lastElections: ReadonlyMap<string, bigint>;
  /** By `keyOf(role, person)`: when the term of somebody elected to a role ends. */
  readonly terms: ReadonlyMap<string, number>;
  readonly specialRequests: ReadonlyMap<bigint, SpecialRequest>;
  readonly meetings: ReadonlyMap<bigint, Meeting>;
  readonly items: ReadonlyMap<bigint, Item>;
  /** By policy: the budgets that were taken. */
  readonly budgets: ReadonlyMap<bigint, TakenBudget>;
  /** By policy: what was used of a budget or power in the period that began last. */
  readonly uses: ReadonlyMap<bigint, Use>;
  /** By `spendingKey`: who has confirmed a payment from a budget that was not made yet. */
  readonly confirmations: ReadonlyMap<string, Address>;
  /** By `powerKey`: the power that was taken last for a function. */
  readonly powers: ReadonlyMap<string, TakenPower>;
  /** By `redirectionKey(circle, subject)`: the role that is meant. */
  readonly redirections: ReadonlyMap<string, bigint>;
  /** By `keyOf(role, person)`: what an assignment that goes on is for. */
  readonly focuses: ReadonlyMap<string, string>;
  /** What secretaries were asked, and what they ruled. */
  readonly interpretations: ReadonlyMap<bigint, Interpretation>;
  readonly strikes: ReadonlyMap<bigint, Strike>;
  /** By circle: the last breakdown, also when due process is restored. */
  readonly breakdowns: ReadonlyMap<bigint, Breakdown>;
  /** Questions whether a circle keeps the rules, oldest first. */
  readonly audits: readonly Audit[];
  readonly initiatives: ReadonlyMap<bigint, Initiative>;
  readonly head: Head;
  /** Every event, in order: `acts[n - 1]` has the number n. */
  readonly acts: readonly Act[];
  /** Null but between the events of one act. */
  readonly unfinished: Unfinished | null;
}

/** The contracts beside the record, the consent process and the treasury that speak for an organisation. */
export type Family =
  | "offices"
  | "facilitation"
  | "elections"
  | "meetings"
  | "leads"
  | "allowances"
  | "rulings"
  | "breakdowns"
  | "initiatives";

/** The record's own parts beside the founding: through which people come and go, and governance changes it. */
export type Part = "partners" | "structure";

/** The record's own parts, and the processes by their families. */
export type Contracts = Readonly<Record<Family | Part, Address | null>>;

/** What the events so far of one act still leave to be written in the same transaction. */
export type Unfinished =
  | {
      readonly kind: "enactment";
      readonly transaction: Hex;
      readonly proposal: bigint;
      readonly actor: Address;
      /** The role that each change so far has created, or null. */
      readonly created: readonly (bigint | null)[];
    }
  | {
      /** What a lead, or whoever fills a role, changes alone. */
      readonly kind: "decree";
      readonly transaction: Hex;
      readonly actor: Address;
      readonly circle: bigint;
      /** Whether only policies may change. */
      readonly policies: boolean;
      /** Whether something has changed: then it may be finished. */
      readonly begun: boolean;
    }
  | {
      /** A change that no proposal made: what was struck. */
      readonly kind: "imposed";
      readonly transaction: Hex;
      readonly actor: Address;
      readonly circle: bigint;
      readonly change: Change;
    }
  | {
      readonly kind: "write";
      readonly transaction: Hex;
      readonly actor: Address;
      /** 0: changes, 1: invitations, 2: offers. */
      readonly stage: number;
    }
  | {
      readonly kind: "following";
      readonly transaction: Hex;
      readonly actor: Address;
      /** The event that began it, for messages. */
      readonly of: EventName;
      /** The events that must follow, in this order. */
      readonly next: readonly Due[];
      /** What goes on after them. */
      readonly then: Unfinished | null;
    };

/** An event that an earlier one of the same act makes due. */
export interface Due {
  readonly name: EventName;
  /** What it is about. */
  readonly subject: bigint;
  /** Whom it names; null for nobody in particular. */
  readonly person: Address | null;
  /** The moment that it has to reach; null for none. */
  readonly time: number | null;
}

/** What was used of a budget or power. */
export interface Use {
  /** How much was paid, or how often was called. */
  readonly used: bigint;
  /** When the period ends, in seconds. */
  readonly endsAt: number;
}

/** A budget, and the revision of its policy at which it was taken. */
export interface TakenBudget {
  readonly budget: Budget;
  readonly revision: number;
}

/** A power by which whoever fills a role may call by themselves, while its policy is in force at this revision. */
export interface TakenPower {
  readonly vault: Address;
  readonly target: Address;
  readonly selector: Hex;
  readonly policy: bigint;
  readonly role: bigint;
  readonly revision: number;
}

/** A contract that may write for an organisation, or could. */
export interface Mandate extends Process {
  /** Whether it has ever changed governance. */
  readonly proven: boolean;
  /** Whether it has ever made a special change. */
  readonly decided: boolean;
  /** When it loses its bits, or lost them; 0 for one that goes on. Until then it finishes and opens nothing. */
  readonly endsAt: number;
}

/** Where a history begins: what its first event does not say, and what its genesis binds. */
export interface Origin {
  /** The contract that holds the record. */
  readonly circles: Address;
  readonly chainId: number;
}

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
  /** When the organisation was dissolved; 0 while it is not. Nothing is offered, proposed, decided or spent since. */
  readonly dissolvedAt: number;
  /** By `amendmentKey`: who has signed an amendment of the rules, as a bit a place among the ratifiers. */
  readonly signed: ReadonlyMap<string, number>;
}

export type PartnerStatus = "none" | "invited" | "agreed";

/** What the organisation knows of a person: invited or a partner now, or before. */
export interface Partner {
  readonly person: Address;
  readonly status: PartnerStatus;
  readonly kind: PartnerKind;
  /** The person who answers for an agent; null for every other kind. */
  readonly custodian: Address | null;
  /** Whether the person is open to assignments. */
  readonly open: boolean;
  /** How many roles the person fills, and circles the person represents. */
  readonly seats: number;
  /** The version of the rules that the person agreed to last; 0 for none. */
  readonly version: number;
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
  /** For each of its domains, of which domain of the circle that granted it it is a part, from 1; or `ONLY_INSIDE`. */
  readonly origins: readonly number[];
  readonly revision: number;
  /** When its words last changed. */
  readonly inscribedAt: number;
  /** Where it stood before it was moved, oldest first. */
  readonly moves: readonly { readonly from: bigint; readonly at: number }[];
  /** Who fills it, in the order of assignment. Whoever fills a role leads the circle inside it. */
  readonly fillers: readonly Address[];
  /** Which of its fillers speak for it in the outer circle, in the order of taking the voice; none for the anchor. */
  readonly voices: readonly Address[];
  /** How many of its fillers may speak for it there; 0 for all. */
  readonly limit: number;
  /** Who chooses its fillers, where its circle does not; null for most. */
  readonly link: RoleLink | null;
  /** Who represents the circle inside it in the outer circle, in the order of becoming it. */
  readonly reps: readonly Address[];
  /** The bit of its fillers and representatives in the outer circle's seats; 0 for the anchor. */
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

/** What links a role into its circle from elsewhere. */
export interface RoleLink {
  /** The role whose fillers fill it; null where somebody outside chooses them. */
  readonly source: bigint | null;
  /** Who, outside, chooses its fillers; null where a role does. */
  readonly appointer: Address | null;
  /** The policy that invites it. */
  readonly policy: bigint;
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
  /** What kinds of policy it is: `Tags`. */
  readonly tags: number;
  /** The hash of what it means for contracts; zero for nothing. */
  readonly terms: Hex;
  readonly adoptedAt: number;
  /** Which circles held it before it was moved, oldest first. */
  readonly moves: readonly { readonly from: bigint; readonly at: number }[];
  /** When its words last changed. */
  readonly inscribedAt: number;
}

/** A policy as it was when it was repealed. */
export interface RepealedPolicy extends Policy {
  readonly repealedAt: number;
  /** The number of the event that repealed it. */
  readonly repealedBy: number;
}

/** What a circle adds to one of the four roles that every circle has: its leads' count in the circles inside too. */
export interface Addition {
  readonly circle: bigint;
  readonly part: StandingRole;
  readonly domains: readonly string[];
  /** Of what each domain is a part, as in `Role`. */
  readonly origins: readonly number[];
  readonly accountabilities: readonly string[];
  /** From 1; rises when the circle replaces it. */
  readonly revision: number;
}

/** A circle's own settings. A window or a notice of 0 means that the anchor's holds: see `settingsIn`. */
export interface CircleSettings {
  readonly settings: Settings;
  readonly revision: number;
}

/** A person in a circle. */
export interface Seat {
  readonly circle: bigint;
  readonly person: Address;
  /** What the person fills here: bit 0 as a lead of the circle, else the bit of a role's `seat`. */
  readonly fills: bigint;
  /** For what the person speaks here, in the same bits: what is set here alone, the person represents. A member
   * while any is set. */
  readonly voices: bigint;
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
  /** When confirmations or a meeting adopted it before its window closed; 0 when they did not. */
  readonly adoptedAt: number;
  /** The version that a meeting adopted; 0 for none. */
  readonly adoptedInMeeting: number;
  readonly enactedAt: number;
  readonly withdrawnAt: number;
  /** Until when nothing but a meeting adopts it; 0 where no meeting ever stood in its way. */
  readonly suspendedUntil: number;
  /** Whether it is stopped while it is judged whether it is valid at all. */
  readonly stopped: boolean;
  /** Whether a meeting suspended it: none does so twice. */
  readonly heldByMeeting: boolean;
  /** The meeting on whose agenda it was last; 0 for none. */
  readonly meeting: bigint;
  /** When it was dropped for good; 0 when it was not. */
  readonly droppedAt: number;
  /** What was said about it, oldest first. */
  readonly remarks: readonly Remark[];
  /** Who asked for a meeting about it, oldest first. */
  readonly meetingRequests: readonly MeetingRequest[];
  /** Who asked to test an objection, oldest first. */
  readonly testRequests: readonly TestRequest[];
  /** The objections that were found to give every argument, oldest first. */
  readonly upheld: readonly Finding[];
  /** What was ruled about the rules that objections name, oldest first. */
  readonly rulings: readonly Ruling[];
  /** All judgements ever, oldest first; the last one about an objector (null: the proposal) counts. */
  readonly judgements: readonly Judgement[];
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
  /** What opening it fixed besides, as bits: `Mark`, without those that say what happened since. */
  readonly marks: number;
  /** Whether confirmations alone can adopt it. */
  readonly early: boolean;
  /** Whether silence is no consent to it. */
  readonly windowless: boolean;
  /** Whether it claims only to make the record say what happens already. */
  readonly reality: boolean;
  /** How many members have to have confirmed before the window alone adopts it. */
  readonly attention: number;
  /** The circle's epoch when it opened. */
  readonly epoch: number;
}

/** An objection. */
export interface Objection {
  readonly by: Address;
  /** The objector's member number in the circle. */
  readonly number: number;
  readonly asRole: bigint;
  /** Whether the objector speaks for that role, or may represent it; of whoever has left, whether they did while they
   * have standing. */
  readonly inRole: boolean;
  /** The version objected to. */
  readonly version: number;
  readonly objection: Arguments;
  readonly raisedAt: number;
  /** Null while it stands. */
  readonly ended: null | {
    readonly how: "resolved" | "withdrawn" | "discarded";
    readonly at: number;
    /** The version that integrates it; absent when withdrawn or discarded. */
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
  /** The treasury in which it was announced. */
  readonly treasury: Address;
  readonly announcer: Address;
  readonly asRole: bigint;
  readonly slot: number;
  readonly payment: Payment;
  /** The policy that lets the source spend; 0 for the anchor's vault. */
  readonly policy: bigint;
  readonly purpose: string;
  /** By role: what it has of a grant. */
  readonly granted: ReadonlyMap<bigint, bigint>;
  /** What is left of a grant, of all roles together; 0 for anything else, and where it has ended. */
  readonly left: bigint;
  /** Until when what the vault signed counts, in seconds; 0 for anything else. */
  readonly signedUntil: number;
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
/** The key of what a circle adds to one of its four roles. */
export function additionKey(circle: bigint, part: StandingRole): string {
  return `${circle}:${part}`;
}

export function keyOf(first: bigint | Address, second: Address): string {
  return `${String(first).toLowerCase()}/${second.toLowerCase()}`;
}

/** The slots that a process gives a member in a circle. */
export function slotKey(process: Address, circle: bigint, member: Address): string {
  return `${process.toLowerCase()}/${keyOf(circle, member)}`;
}

/** Where what `subject` says of a circle (0: all that is said of it) is redirected. */
export function redirectionKey(circle: bigint, subject: bigint): string {
  return `${circle}/${subject}`;
}

/** A payment from a budget that somebody confirms. */
export function spendingKey(
  policy: bigint,
  payer: Address,
  payee: Address,
  amount: bigint,
): string {
  return `${policy}/${payer.toLowerCase()}/${payee.toLowerCase()}/${amount}`;
}

/** A function of a contract whose authority is a vault. */
export function powerKey(vault: Address, target: Address, selector: Hex): string {
  return `${keyOf(vault, target)}/${selector.toLowerCase()}`;
}

/** An amendment of the rules as ratifiers sign it. */
export function amendmentKey(ruleHash: Hex, articles: number, revision: number): string {
  return `${ruleHash.toLowerCase()}/${articles}/${revision}`;
}

/** The bits of a process that governs. */
export const GOVERNING = Bits.ROLES | Bits.SETTINGS | Bits.RECORD;

/**
 * The process whose proposals govern: of those that go on and may change roles, policies and settings, and are neither the
 * treasury nor known as what leads do alone, the first that may change processes too; without one, the first.
 */
export function consentOf(
  organisation: Pick<Organisation, "processes" | "treasury" | "contracts">,
): Address {
  const { treasury, contracts } = organisation;
  const able = organisation.processes.filter(
    ({ process, bits, endsAt }) =>
      endsAt === 0 && (bits & GOVERNING) === GOVERNING && process !== contracts.leads,
  );
  const apart = able.filter(({ process }) => process !== treasury);
  const found = apart.find(({ bits }) => has(bits, Bits.PROCESSES)) ?? apart[0] ?? able[0];
  if (found === undefined) throw new Error("An organisation always has a process that governs.");
  return found.process;
}

/** The bits that a family's contract needs. */
export const FAMILY_BITS = {
  offices: Bits.OFFICES | Bits.RECORD,
  elections: Bits.OFFICES | Bits.RECORD,
  facilitation: Bits.ROUNDS | Bits.RECORD,
  meetings: Bits.ROUNDS | Bits.RECORD,
  leads: GOVERNING,
  allowances: Bits.RECORD,
  rulings: Bits.ROLES | Bits.RECORD,
  breakdowns: Bits.BREAKDOWN | Bits.RECORD,
  initiatives: Bits.RECORD,
} as const satisfies Record<Family, number>;

/** The processes that have the bits of a family's contract: while nothing has happened, any of them may be it. */
export function candidatesFor(
  organisation: Pick<Organisation, "processes">,
  family: Family,
): readonly Address[] {
  const needed = FAMILY_BITS[family];
  return organisation.processes
    .filter(({ bits }) => (bits & needed) === needed)
    .map(({ process }) => process);
}

/** Whether founding is over, and the organisation is not dissolved. */
export function isFounded({ founding }: Pick<Organisation, "founding">): boolean {
  return founding.endedAt !== 0 && founding.dissolvedAt === 0;
}

/** The contract that said what an id stands for: it keeps that, whoever has succeeded it. */
export function emitterOf({ acts }: Pick<Organisation, "acts">, id: bigint): Address | null {
  return acts[numberOf(id) - 1]?.emitter ?? null;
}

/** Whether somebody fills a role as a person or a body: associates and agents who fill it lead and end nothing by it. */
export function isInPerson(organisation: Organisation, role: bigint, person: Address): boolean {
  const { kind = 0 } = partnerOf(organisation, person) ?? {};
  return fills(organisation, role, person) && isVoiced(kind);
}

/** The powers that were taken and whose policies are in force as they were then. */
export function powersInForce({
  powers,
  policies,
}: Pick<Organisation, "powers" | "policies">): readonly TakenPower[] {
  return [...powers.values()].filter(
    ({ policy, revision }) => policies.get(policy)?.revision === revision,
  );
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
  return (seatOf(organisation, circle, person)?.voices ?? 0n) !== 0n;
}

/** Whether a person represents a circle in the circle around it. */
export function represents(organisation: Organisation, circle: bigint, person: Address): boolean {
  return includes(organisation.roles.get(circle)?.reps ?? [], person);
}

/** Whether a person leads a circle: fills it as a role and is seated inside it. */
export function leads(organisation: Organisation, circle: bigint, person: Address): boolean {
  return ((seatOf(organisation, circle, person)?.fills ?? 0n) & 1n) !== 0n;
}

/**
 * Whether a person speaks for a role in a circle: a role in it, as one who fills it or represents the circle inside
 * it; or the circle itself, as a lead.
 */
export function speaksFor(
  organisation: Organisation,
  circle: bigint,
  role: bigint,
  person: Address,
): boolean {
  const voices = seatOf(organisation, circle, person)?.voices ?? 0n;
  if (role === circle) return (voices & 1n) !== 0n;
  const named = organisation.roles.get(role);
  if (named === undefined || named.circle !== circle) return false;
  return (voices & (1n << BigInt(named.seat))) !== 0n;
}

/** Whether a person fills a role. */
export function fills(organisation: Organisation, role: bigint, person: Address): boolean {
  return includes(organisation.roles.get(role)?.fillers ?? [], person);
}

function includes(people: readonly Address[], person: Address): boolean {
  const wanted = person.toLowerCase();
  return people.some((it) => it.toLowerCase() === wanted);
}

/** No settings: what a circle has that never set any. */
export const NO_SETTINGS: Settings = {
  window: 0,
  notice: 0,
  flags: 0,
  attention: 0,
  quorum: 0,
  reps: 0,
  admission: 0n,
  assigner: 0n,
  appointer: 0n,
};

/**
 * The settings that hold in a circle: its own, with the anchor's window and notice where it has none; else the
 * anchor's, without the roles that those name.
 */
export function settingsIn(organisation: Organisation, circle: bigint): Settings {
  const { anchor, settings } = organisation;
  const outermost = settings.get(anchor)?.settings ?? NO_SETTINGS;
  const own = settings.get(circle)?.settings;
  // An anchor passes it on and does not follow it itself.
  if (circle === anchor) return { ...outermost, flags: outermost.flags & ~Flags.WINDOWLESS };
  if (own === undefined) return { ...outermost, admission: 0n, assigner: 0n, appointer: 0n };
  const window = own.window > 0 ? own.window : outermost.window;
  const notice = own.notice > 0 ? own.notice : outermost.notice;
  return { ...own, window, notice };
}

/** Whether silence is no consent in a circle. An anchor passes that on, and never follows it itself. */
export function isWindowless(organisation: Organisation, circle: bigint): boolean {
  return has(settingsIn(organisation, circle).flags, Flags.WINDOWLESS);
}

/** A circle's window in seconds: its own, else the anchor's. */
export function windowOf(organisation: Organisation, circle: bigint): number {
  return settingsIn(organisation, circle).window;
}

/** A circle's notice in seconds: its own, else the anchor's. */
export function noticeOf(organisation: Organisation, circle: bigint): number {
  return settingsIn(organisation, circle).notice;
}

/** An office of a circle, or undefined for one that was never held. */
export function tenureOf(
  organisation: Organisation,
  circle: bigint,
  office: Office,
  index = 0,
): Tenure | undefined {
  return organisation.tenures.get(officeKey(circle, office, index));
}

/** Whether a person is a partner of a kind that holds offices. */
export function mayHoldOffice(organisation: Organisation, person: Address): boolean {
  const partner = partnerOf(organisation, person);
  return partner?.status === "agreed" && isVoiced(partner.kind);
}

/** Who holds an office and still can: is a partner, as a representative still represents; undefined for nobody. */
export function holderOf(
  organisation: Organisation,
  circle: bigint,
  office: Office,
  index = 0,
): Address | undefined {
  const holder = tenureOf(organisation, circle, office, index)?.holder ?? undefined;
  if (holder === undefined) return undefined;
  const holds =
    office === Office.Rep
      ? represents(organisation, circle, holder)
      : mayHoldOffice(organisation, holder);
  return holds ? holder : undefined;
}

/** Who declared to stand in for an office in one matter; undefined for nobody. */
export function standInOf(
  organisation: Organisation,
  process: Address,
  matter: bigint,
  circle: bigint,
  office: Office,
): StandIn | undefined {
  return organisation.standIns.get(standInKey(process, matter, circle, office));
}

/**
 * Whether a person is permitted to represent a role in a circle at a moment: the role stands there, whoever gave the
 * permission still speaks for it, the person is a member, the time is not over.
 */
export function mayRepresent(
  organisation: Organisation,
  circle: bigint,
  role: bigint,
  person: Address,
  time: number,
): boolean {
  const given = organisation.permissions.get(keyOf(role, person));
  return (
    given !== undefined &&
    given.circle === circle &&
    time < given.until &&
    isMember(organisation, circle, person) &&
    speaksFor(organisation, circle, role, given.by)
  );
}

/** The last proposal in each of a member's three slots of a process, the one that governs unless another is said of a circle; 0 for a slot never used. */
export function proposalSlotsOf(
  organisation: Organisation,
  circle: bigint,
  member: Address,
  process: Address = consentOf(organisation),
): Slots {
  return organisation.proposalSlots.get(slotKey(process, circle, member)) ?? [0n, 0n, 0n];
}

/** The last announcement in each of a person's three slots; 0 for a slot never used. */
export function announcementSlotsOf(organisation: Organisation, person: Address): Slots {
  const key = keyOf(organisation.treasury, person);
  return organisation.announcementSlots.get(key) ?? [0n, 0n, 0n];
}

/** What live announcements have promised of a token (zero for ETH) from a vault, in its smallest unit. */
export function promisedFrom(organisation: Organisation, vault: Address, token: Address): bigint {
  const key = assetKey(organisation.treasury, { ...MONEY, vault, token });
  return organisation.promised.get(key) ?? 0n;
}

const MONEY = { kind: PaymentKind.Money, id: 0n } as const;

/** What is promised by a treasury: a token of a vault (zero for ETH), or one item of it. */
export function assetKey(
  treasury: Address,
  { kind, vault, token, id }: Pick<Payment, "kind" | "vault" | "token" | "id">,
): string {
  const item = kind === PaymentKind.Item || kind === PaymentKind.Items;
  const what = keyOf(vault, kind === PaymentKind.Call ? zeroAddress : token);
  return `${treasury.toLowerCase()}/${what}${item ? `/${id}` : ""}`;
}

/** How much of it an announcement promises. */
export function promisedBy({ kind, amount }: Pick<Payment, "kind" | "amount">): bigint {
  return kind === PaymentKind.Item ? 1n : amount;
}

/** The circle whose money an announcement is about; the anchor for a domain. Undefined for a vault of nobody here. */
export function sourceOf(
  organisation: Organisation,
  { kind, vault }: Pick<Payment, "kind" | "vault">,
): bigint | undefined {
  const own = vault.toLowerCase() === organisation.vault.toLowerCase();
  if (kind === PaymentKind.Domain || own) return organisation.anchor;
  return organisation.vaults.get(vault.toLowerCase());
}

/** The circles around a circle, one after the other, up to another one; undefined where that is not around it. */
export function pathTo(
  organisation: Organisation,
  circle: bigint,
  source: bigint,
): readonly bigint[] | undefined {
  const path: bigint[] = [];
  let at: bigint | null = circle;
  while (at !== null && at !== source) {
    at = organisation.roles.get(at)?.circle ?? null;
    if (at !== null) path.push(at);
  }
  return at === null ? undefined : path;
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

/** How many objections stand in its way, as the contract counts: one for each objector, one for a stop. */
export function countBlocking(proposal: Proposal): number {
  return countObjectors(proposal) + (proposal.stopped ? 1 : 0);
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

/** The marks of a proposal as the contract stores them: what its version fixed, and what has happened since. */
export function marksOf(proposal: Proposal): number {
  const suspended = proposal.suspendedUntil > 0 ? Mark.Suspended : 0;
  const stopped = proposal.stopped ? Mark.Stopped : 0;
  return currentVersion(proposal).marks | suspended | stopped;
}

/** A person's objection that stands, or stood last; undefined for somebody who never objected. */
export function lastObjectionOf(proposal: Proposal, person: Address): Objection | undefined {
  const wanted = person.toLowerCase();
  return proposal.objections.findLast((it) => it.by.toLowerCase() === wanted);
}

/** Whether an objection of a person stands. */
export function isObjecting(proposal: Proposal, person: Address): boolean {
  const wanted = person.toLowerCase();
  return standingObjections(proposal).some((it) => it.by.toLowerCase() === wanted);
}

/** What was ruled about the rule that a person's last objection names, to the current version; undefined for nothing. */
export function rulingOf(proposal: Proposal, objector: Address): Ruling | undefined {
  const { version } = currentVersion(proposal);
  const objectedTo = lastObjectionOf(proposal, objector)?.version ?? 1;
  const wanted = objector.toLowerCase();
  const last = proposal.rulings.findLast((it) => it.objector.toLowerCase() === wanted);
  return last?.version === version && last.objectedTo === objectedTo ? last : undefined;
}

/** The last judgement about an objector's objection, or about the proposal itself (null); undefined for none. */
export function judgementOf(proposal: Proposal, about: Address | null): Judgement | undefined {
  const wanted = about?.toLowerCase();
  return proposal.judgements.findLast((each) => each.about?.toLowerCase() === wanted);
}

/** The key of an election's subject in `Organisation.lastElections`: whosoever's seat is meant. */
export function subjectKey(subject: ElectionSubject): string {
  const { circle, role, office, index } = subject;
  return `${circle}/${role}/${office}/${index}`;
}

/** The last election about an office or a role, whosoever's seat; undefined for none. */
export function lastElectionOf(
  organisation: Organisation,
  subject: ElectionSubject,
): Election | undefined {
  return organisation.elections.get(organisation.lastElections.get(subjectKey(subject)) ?? 0n);
}

/** When the term of somebody elected to a role ends; 0 for nobody elected. */
export function termOf(organisation: Organisation, role: bigint, person: Address): number {
  return organisation.terms.get(keyOf(role, person)) ?? 0;
}
