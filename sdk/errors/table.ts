import type { ContractErrorArgs, ContractErrorName } from "viem";

import type { circlesAbi } from "../abi/circles.ts";
import type { consentAbi } from "../abi/consent.ts";
import type { foundingAbi } from "../abi/founding.ts";
import type { treasuryAbi } from "../abi/treasury.ts";
import type { vaultAbi } from "../abi/vault.ts";
import type { vaultFactoryAbi } from "../abi/vaultFactory.ts";
import type { View } from "../acts/act.ts";
import {
  amountOf,
  dateOf,
  duration,
  organisationName,
  personName,
  policyName,
  roleName,
} from "../acts/describe.ts";
import { Status } from "../chronicle/lifecycle.ts";
import { numberOf } from "../chronicle/organisation.ts";

type ErrorsAbi =
  | typeof circlesAbi
  | typeof foundingAbi
  | typeof consentAbi
  | typeof treasuryAbi
  | typeof vaultAbi
  | typeof vaultFactoryAbi;

/** The names of all custom errors of the contracts and of the libraries in them. */
export type ErrorName = ContractErrorName<ErrorsAbi>;

type ArgsIn<abi extends ErrorsAbi, name extends ErrorName> =
  name extends ContractErrorName<abi> ? ContractErrorArgs<abi, name> : never;
type ArgsOf<name extends ErrorName> =
  | ArgsIn<typeof circlesAbi, name>
  | ArgsIn<typeof foundingAbi, name>
  | ArgsIn<typeof consentAbi, name>
  | ArgsIn<typeof treasuryAbi, name>
  | ArgsIn<typeof vaultAbi, name>;

/** What an error says to a person. */
export interface Explanation<args> {
  /** What is the case. */
  readonly sentence: (args: args, view: View) => string;
  /** What helps. */
  readonly hint: string;
}

const RELOAD = "Somebody was faster. Look at it again, then decide anew.";
const BUG = "This is not meant to happen from here: please report it.";

const STANDS: Readonly<Record<number, string>> = {
  [Status.None]: "was never opened",
  [Status.Open]: "is open",
  [Status.Objected]: "is objected to, or escalated",
  [Status.Adopted]: "is adopted, or ready",
  [Status.Enacted]: "is enacted, or paid",
  [Status.Withdrawn]: "is withdrawn, or revoked",
  [Status.Lapsed]: "has lapsed",
};

/** One sentence and one remedy for every custom error; the type knows that none is missing. */
export const EXPLANATIONS: { readonly [name in ErrorName]: Explanation<ArgsOf<name>> } = {
  // Founding
  NotRatifier: {
    sentence: ([organisation, caller], view) =>
      `${personName(view, caller)} is not a ratifier of ${organisationName(view, organisation)}.`,
    hint: "Only the ratifiers that the founder named write and ratify.",
  },
  WrongRatifiers: {
    sentence: () => "A founding names 1 to 32 different ratifiers.",
    hint: "Remove whoever is named twice, or add somebody.",
  },
  StaleFounding: {
    sentence: ([, named, last]) =>
      `The last founding write is event ${last}, and this one names event ${named}.`,
    hint: "Another ratifier wrote in between. Read what was written, then try again.",
  },
  AlreadyRatified: {
    sentence: ([, ratifier], view) => `${personName(view, ratifier)} ratified this before.`,
    hint: "Nothing to do: the others must ratify too.",
  },
  AnchorEmpty: {
    sentence: ([organisation], view) =>
      `Nobody is a member of ${organisationName(view, organisation)} yet.`,
    hint: "Before the last ratification somebody must accept a role in the outermost circle.",
  },
  FoundingOver: {
    sentence: () => "The founding is over.",
    hint: "The initial structure can only be changed by governance now: propose it.",
  },
  FoundingNotOver: {
    sentence: () => "The founding is not over: nothing is offered, proposed or spent yet.",
    hint: "All ratifiers must ratify the same first.",
  },
  NotFounding: {
    sentence: ([caller], view) => `${personName(view, caller)} cannot ask the record for this.`,
    hint: "Organisations are founded through the contract Founding.",
  },
  NoRules: {
    sentence: () => "A founding needs the hash of a rule text.",
    hint: "Choose the rules that partners will agree to.",
  },
  VaultTaken: {
    sentence: () => "This founder has founded with this salt before.",
    hint: "Choose another salt.",
  },
  WrongProcesses: {
    sentence: () => "The list of processes is not one that an organisation can begin with.",
    hint: "1 to 8 different contracts; one of them with all bits; the treasury with the bit to record.",
  },

  // The record
  UnknownOrganisation: {
    sentence: ([organisation]) => `No organisation has the number ${organisation}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  UnknownRole: {
    sentence: ([role], view) =>
      `${roleName(view, role)} is not a live role that can be meant here.`,
    hint: "It was removed, or is not in the circle that was named.",
  },
  UnknownPolicy: {
    sentence: ([policy], view) =>
      `${policyName(view, policy)} is not a policy in force that can be meant here.`,
    hint: "It was repealed, or another circle holds it.",
  },
  UnknownPlace: {
    sentence: ([place]) =>
      `Change ${place} of the list creates no role that a later one could name.`,
    hint: "Name the place of a change that creates a role and comes before.",
  },
  StaleRevision: {
    sentence: ([, written, current]) =>
      `It was written against revision ${written}, and revision ${current} is in force.`,
    hint: "Read what changed in between, then propose anew.",
  },
  NotEmpty: {
    sentence: ([role], view) => `${roleName(view, role)} still holds roles or policies.`,
    hint: "Remove these first, in the same list of changes or before.",
  },
  CircleFull: {
    sentence: ([circle], view) => `${roleName(view, circle)} has no room for another role.`,
    hint: "A circle holds up to 191 live roles. Create it in a circle inside.",
  },
  RoleFull: {
    sentence: ([role], view) => `${roleName(view, role)} has no room for another person.`,
    hint: "Up to 64 people fill a role.",
  },
  TooDeep: {
    sentence: ([circle], view) => `Nothing can be created inside ${roleName(view, circle)}.`,
    hint: "Circles stand up to 32 levels deep.",
  },
  WrongPeople: {
    sentence: ([role], view) =>
      role === 0n
        ? "The list of people names more than are needed."
        : `The list of people is not that of all who fill ${roleName(view, role)}.`,
    hint: RELOAD,
  },
  WindowOutOfBounds: {
    sentence: ([circle, window], view) =>
      `${roleName(view, circle)} cannot have a window of ${duration(window)}.`,
    hint: "Windows last 3 to 60 days; only an inner circle may have none of its own.",
  },
  WrongSettings: {
    sentence: ([circle, role], view) =>
      `The settings of ${roleName(view, circle)} cannot name ${roleName(view, role)}.`,
    hint: "Only the outermost circle's settings name roles, live ones of the same organisation.",
  },
  NotProcess: {
    sentence: ([organisation, caller], view) =>
      `${caller} may not write for ${organisationName(view, organisation)}.`,
    hint: "Only the contracts that the organisation was founded with may.",
  },
  LastMember: {
    sentence: () => "This would leave the outermost circle without a member.",
    hint: "Somebody else must fill a role there first.",
  },

  // Partners and assignments
  WrongRules: {
    sentence: () => "These are not the rules in force.",
    hint: "Read the rules again, then agree.",
  },
  NotInvited: {
    sentence: ([organisation, person], view) =>
      `${personName(view, person)} is not invited to ${organisationName(view, organisation)}.`,
    hint: "Ask whoever admits partners for an invitation.",
  },
  AlreadyPartner: {
    sentence: ([, person], view) => `${personName(view, person)} is a partner already.`,
    hint: "Nothing to do.",
  },
  NoChange: {
    sentence: ([, person], view) => `For ${personName(view, person)} it would change nothing.`,
    hint: "Nothing to do: it is so already.",
  },
  NotPartner: {
    sentence: ([organisation, person], view) =>
      `${personName(view, person)} is not a partner of ${organisationName(view, organisation)}.`,
    hint: "Partners have agreed to the rules: that comes first.",
  },
  StillSeated: {
    sentence: ([, person, seats], view) =>
      `${personName(view, person)} still fills ${seats} roles that the list does not name.`,
    hint: "Name all roles, or resign from them first.",
  },
  NotAdmitter: {
    sentence: ([, caller], view) => `${personName(view, caller)} may not admit partners.`,
    hint: "The settings of the outermost circle name the role that does; with none, everybody may join.",
  },
  NotAssigner: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} does not assign roles in ${roleName(view, circle)}.`,
    hint: "Its leads do; in an outermost circle without a lead, the role that its settings name.",
  },
  AnchorSeat: {
    sentence: ([role], view) => `Nobody alone ends an assignment to ${roleName(view, role)}.`,
    hint: "In the outermost circle people resign, or governance removes the role.",
  },
  NotOffered: {
    sentence: ([role, person], view) =>
      `${roleName(view, role)} is not offered to ${personName(view, person)}.`,
    hint: RELOAD,
  },
  AlreadyOffered: {
    sentence: ([role, person], view) =>
      `${roleName(view, role)} is offered to ${personName(view, person)} already.`,
    hint: "Nothing to do: the person can accept.",
  },
  AlreadyFills: {
    sentence: ([role, person], view) =>
      `${personName(view, person)} fills ${roleName(view, role)} already.`,
    hint: "Nothing to do.",
  },
  DoesNotFill: {
    sentence: ([role, person], view) =>
      `${personName(view, person)} does not fill ${roleName(view, role)}.`,
    hint: RELOAD,
  },

  // Words and changes
  WrongChanges: {
    sentence: ([length]) => `A list of ${length} changes is empty or too long.`,
    hint: "A proposal makes 1 to 32 changes.",
  },
  BadWords: {
    sentence: ([part, length, most]) =>
      `The ${part} has ${length} bytes or entries, up to ${most} fit.`,
    hint: "Shorten it, or fill it in: a name is never empty.",
  },
  NothingSaid: {
    sentence: ([name]) => `“${name}” says nothing besides its name.`,
    hint: "A role needs a purpose, a domain or an accountability; a policy its wording.",
  },
  UnusedField: {
    sentence: ([place]) => `Change ${place} fills in a field that its kind does not use.`,
    hint: BUG,
  },
  WrongLength: {
    sentence: ([length]) =>
      length === 0n ? "A text that is needed is empty." : `A text of ${length} bytes is too long.`,
    hint: "Texts have 1 to 4,096 bytes.",
  },

  // Proposals
  UnknownProposal: {
    sentence: ([proposal]) => `There is no proposal ${numberOf(proposal)}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  WrongStatus: {
    sentence: ([subject, status]) =>
      `Number ${numberOf(subject)} ${STANDS[status] ?? "stands otherwise"}: this cannot be done now.`,
    hint: RELOAD,
  },
  WindowClosed: {
    sentence: ([, closesAt]) => `The window closed on ${dateOf(closesAt)}.`,
    hint: "Objections, confirmations and escalations come before that.",
  },
  NotMember: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} is not a member of ${roleName(view, circle)}.`,
    hint: "Its members fill a role in it, or lead it.",
  },
  NoStanding: {
    sentence: ([, caller], view) => `${personName(view, caller)} has no standing in this.`,
    hint: "Members have it, and whoever left shortly before it was opened.",
  },
  NotInRole: {
    sentence: ([role, caller], view) =>
      `${personName(view, caller)} does not fill ${roleName(view, role)} here.`,
    hint: "Speak for a role that you fill in this circle.",
  },
  NotProposer: {
    sentence: () => "Only the proposer may do this.",
    hint: "Object, or ask the proposer.",
  },
  OwnProposal: {
    sentence: () => "The proposer's own consent is implied.",
    hint: "Withdraw or amend the proposal instead.",
  },
  WrongSlot: {
    sentence: ([slot]) => `There is no slot ${slot}.`,
    hint: "Everybody has the slots 0, 1 and 2.",
  },
  SlotTaken: {
    sentence: ([slot, subject]) => `Slot ${slot} is taken by number ${numberOf(subject)}.`,
    hint: "Take another slot, or wait until that is over; an expired announcement must be closed first.",
  },
  StaleVersion: {
    sentence: ([, named, current]) =>
      `Version ${current} is the current one, and this is about version ${named}.`,
    hint: "Read the new version, then decide.",
  },
  WrongContent: {
    sentence: () => "This is not the content of the current version.",
    hint: "Read the current version, then decide.",
  },
  AlreadyObjected: {
    sentence: () => "This member has objected to this version before.",
    hint: "One objection a member and version.",
  },
  AlreadyConfirmed: {
    sentence: () => "This member has confirmed this version before.",
    hint: "Nothing to do.",
  },
  ObjectionStands: {
    sentence: () => "One's own objection stands.",
    hint: "Resolve or withdraw it first.",
  },
  NoObjection: {
    sentence: () => "No objection of this member stands.",
    hint: RELOAD,
  },
  NotAmended: {
    sentence: ([, version]) => `The objection is to version ${version} itself.`,
    hint: "Only a later version can integrate it. Withdraw it otherwise.",
  },
  IncompleteObjection: {
    sentence: () => "An objection gives all four arguments, or the rule that would be broken.",
    hint: "Fill in what is missing, or only the rule.",
  },

  // Money
  UnknownAnnouncement: {
    sentence: ([announcement]) => `There is no announcement ${numberOf(announcement)}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  NotWithin: {
    sentence: ([circle], view) =>
      `${roleName(view, circle)} is not within the source of the money.`,
    hint: "Speak in a circle of the same organisation.",
  },
  OwnAnnouncement: {
    sentence: () => "It is one's own announcement.",
    hint: "Announcers revoke theirs instead of escalating or reversing.",
  },
  NotReverser: {
    sentence: ([, caller], view) => `${personName(view, caller)} may not reverse this.`,
    hint: "The escalator may, or a lead of the source who does not fill the role it serves.",
  },
  NotRevoker: {
    sentence: ([, caller], view) => `${personName(view, caller)} may not revoke this.`,
    hint: "The announcer may, or a lead of the source.",
  },
  AlreadyEscalated: {
    sentence: ([, escalator], view) =>
      `The escalation by ${personName(view, escalator)} stands already.`,
    hint: "Nothing to do: it is blocked.",
  },
  NotEscalated: {
    sentence: ([, escalator], view) => `No escalation by ${personName(view, escalator)} stands.`,
    hint: RELOAD,
  },
  WrongPayment: {
    sentence: () => "This is not the payment that was announced, or not by this person.",
    hint: BUG,
  },
  NoAmount: {
    sentence: () => "The payment pays nothing.",
    hint: "Enter an amount.",
  },
  WrongPayee: {
    sentence: ([payee]) => `Nothing can be paid to ${payee}.`,
    hint: "Pay neither to nobody, nor to the vault itself, nor to the token.",
  },
  WrongVault: {
    sentence: ([vault]) => `${vault} is not a vault of this organisation, or not deployed yet.`,
    hint: "Anybody can deploy the vault: do that first.",
  },
  NoCode: {
    sentence: ([token]) => `There is no token at ${token}.`,
    hint: "Check the address, and that you are on the right network.",
  },
  Overpromised: {
    sentence: ([, token, amount, free], view) =>
      `${amountOf(view, token, free)} is free, and this needs ${amountOf(view, token, amount)}.`,
    hint: "Announce less, or wait until the vault receives more or an announcement is over.",
  },
  NotController: {
    sentence: ([caller]) => `The vault does not obey ${caller}.`,
    hint: "Payments go through the treasury: announce it.",
  },
  ReentrancyGuardReentrantCall: {
    sentence: () => "The payee or the token called back while it was being paid.",
    hint: "Do not pay it: it tries to act in the middle of a payment.",
  },
  SafeERC20FailedOperation: {
    sentence: ([token]) => `The token ${token} refused to move.`,
    hint: "It may be paused, or block the payee or the vault.",
  },
  FailedCall: {
    sentence: () => "The payee refused the money.",
    hint: "The payee is a contract that does not take ETH. Pay to another address.",
  },
  InsufficientBalance: {
    sentence: ([balance, needed]) => `The vault holds ${balance} wei, and this needs ${needed}.`,
    hint: "Wait until the vault receives more.",
  },
};
