import type { ContractErrorArgs, ContractErrorName } from "viem";

import type { allowancesAbi } from "../abi/allowances.ts";
import type { breakdownsAbi } from "../abi/breakdowns.ts";
import type { circlesAbi } from "../abi/circles.ts";
import type { consentAbi } from "../abi/consent.ts";
import type { electionsAbi } from "../abi/elections.ts";
import type { facilitationAbi } from "../abi/facilitation.ts";
import type { foundingAbi } from "../abi/founding.ts";
import type { initiativesAbi } from "../abi/initiatives.ts";
import type { leadsAbi } from "../abi/leads.ts";
import type { meetingsAbi } from "../abi/meetings.ts";
import type { officesAbi } from "../abi/offices.ts";
import type { partnersAbi } from "../abi/partners.ts";
import type { rulingsAbi } from "../abi/rulings.ts";
import type { structureAbi } from "../abi/structure.ts";
import type { treasuryAbi } from "../abi/treasury.ts";
import type { vaultAbi } from "../abi/vault.ts";
import type { vaultFactoryAbi } from "../abi/vaultFactory.ts";
import type { voiceAbi } from "../abi/voice.ts";
import type { View } from "../acts/act.ts";
import {
  amountOf,
  dateOf,
  duration,
  momentOf,
  organisationName,
  personName,
  policyName,
  proposalName,
  roleName,
  theRole,
} from "../acts/describe.ts";
import {
  articleNames,
  BREAKDOWN_REASONS,
  ELECTION_STEPS,
  flagNames,
  ITEM_STEPS,
  nameIn,
  OFFICE_NAMES,
  PHASES,
  RULING_STEPS,
  STRIKE_PHASES,
  seatName,
  tagNames,
} from "../acts/names.ts";
import { Status } from "../chronicle/lifecycle.ts";
import { numberOf } from "../chronicle/organisation.ts";

type ErrorsAbi =
  | typeof circlesAbi
  | typeof structureAbi
  | typeof partnersAbi
  | typeof foundingAbi
  | typeof officesAbi
  | typeof consentAbi
  | typeof facilitationAbi
  | typeof electionsAbi
  | typeof meetingsAbi
  | typeof leadsAbi
  | typeof allowancesAbi
  | typeof rulingsAbi
  | typeof breakdownsAbi
  | typeof initiativesAbi
  | typeof treasuryAbi
  | typeof voiceAbi
  | typeof vaultAbi
  | typeof vaultFactoryAbi;

/** The names of all custom errors of the contracts and of the libraries in them. */
export type ErrorName = ContractErrorName<ErrorsAbi>;

type ArgsIn<abi extends ErrorsAbi, name extends ErrorName> =
  name extends ContractErrorName<abi> ? ContractErrorArgs<abi, name> : never;
type ArgsOf<name extends ErrorName> =
  | ArgsIn<typeof circlesAbi, name>
  | ArgsIn<typeof structureAbi, name>
  | ArgsIn<typeof partnersAbi, name>
  | ArgsIn<typeof foundingAbi, name>
  | ArgsIn<typeof officesAbi, name>
  | ArgsIn<typeof consentAbi, name>
  | ArgsIn<typeof facilitationAbi, name>
  | ArgsIn<typeof electionsAbi, name>
  | ArgsIn<typeof meetingsAbi, name>
  | ArgsIn<typeof leadsAbi, name>
  | ArgsIn<typeof allowancesAbi, name>
  | ArgsIn<typeof rulingsAbi, name>
  | ArgsIn<typeof breakdownsAbi, name>
  | ArgsIn<typeof initiativesAbi, name>
  | ArgsIn<typeof treasuryAbi, name>
  | ArgsIn<typeof voiceAbi, name>
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
  [Status.Suspended]: "waits for a meeting",
  [Status.Discarded]: "is dropped",
};

/** One sentence and one remedy for every custom error; the type knows that none is missing. */
export const EXPLANATIONS: { readonly [name in ErrorName]: Explanation<ArgsOf<name>> } = {
  // Founding
  NotLast: {
    sentence: ([organisation, caller, members], view) =>
      `${personName(view, caller)} is not the only member left in the anchor of ${organisationName(view, organisation)}, which has ${members}.`,
    hint: "The last member dissolves it, when all others have left its anchor.",
  },
  PowersStand: {
    sentence: ([organisation, powers], view) =>
      `${powers} powers are in force in ${organisationName(view, organisation)}: whoever holds one could use it for ever.`,
    hint: "Repeal the policies that give them first.",
  },
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
  AlreadySigned: {
    sentence: ([, ratifier], view) => `${personName(view, ratifier)} signed this amendment before.`,
    hint: "Nothing to do: the others must sign too.",
  },
  NotSigned: {
    sentence: () => "Not every ratifier has signed this amendment of the rules.",
    hint: "Ask those who have not; then enact it again, within the time for that.",
  },
  AnchorEmpty: {
    sentence: ([organisation], view) =>
      `Nobody can decide in ${organisationName(view, organisation)} yet.`,
    hint: "Before the last ratification a person, not only a body, must accept a role in the outermost circle; where leads decide alone, its lead.",
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
    sentence: () => "These processes are not ones that an organisation can have.",
    hint: "1 to 16 different contracts at first, one of which changes roles, policies and settings; the treasury always records; only what goes on can end.",
  },
  NotRemoved: {
    sentence: ([circle], view) => `${roleName(view, circle)} stands: its vault is its own.`,
    hint: "Only what a removed circle had goes to the circle around it.",
  },
  OwnVault: {
    sentence: ([vault]) => `${vault} is a vault of the organisation itself.`,
    hint: "What an organisation owns is never its partner. Invite a person, or another organisation's vault.",
  },
  CallFailed: {
    sentence: ([target, reason]) =>
      `The contract ${target} refused the call${reason === "0x" ? "." : `: ${reason}.`}`,
    hint: "Ask whoever knows that contract what it needs.",
  },
  WrongDeed: {
    sentence: () =>
      "What is announced fills in something that its kind does not use, or names wrongly what it needs.",
    hint: "Leave empty what it does not need.",
  },
  NoSpending: {
    sentence: ([circle], view) =>
      `No policy of the outermost circle lets ${roleName(view, circle)} spend from its vault.`,
    hint: "Propose one there, or announce from the outermost circle's vault.",
  },
  ForbiddenTarget: {
    sentence: ([target]) => `Nothing may call ${target} from a vault.`,
    hint: "It belongs to the record, to what the organisation decides by, or to what it owns.",
  },
  CodeChanged: {
    sentence: ([target]) => `There is other code at ${target} than when the call was announced.`,
    hint: "Announce the call again, having looked at the new code.",
  },
  NotGranted: {
    sentence: ([, role], view) =>
      role === 0n
        ? "Nothing is left of this grant."
        : `${roleName(view, role)} was granted less than that, or the grant has ended.`,
    hint: "Look at what is left of it, or announce the payment.",
  },
  NotAllowances: {
    sentence: ([caller], view) => `${personName(view, caller)} cannot ask the treasury for this.`,
    hint: "Budgets and powers are used through the contract Allowances.",
  },
  NotInForce: {
    sentence: ([policy], view) =>
      `${policyName(view, policy)} is not in force in the outermost circle with these terms.`,
    hint: "Read the policy again: it may have been amended or repealed.",
  },
  WrongAllowance: {
    sentence: ([policy], view) => `The terms of ${policyName(view, policy)} allow nothing.`,
    hint: "They need a vault and a role of this organisation and a period; no power moves tokens.",
  },
  NotForRole: {
    sentence: ([role, caller], view) =>
      `${personName(view, caller)} does not act for ${roleName(view, role)}.`,
    hint: "Whoever fills the role does; while nobody does, the leads of its circle.",
  },
  PeriodNotBegun: {
    sentence: ([policy, start], view) =>
      `The first period of ${policyName(view, policy)} begins on ${momentOf(start)}.`,
    hint: "Wait, or announce it.",
  },
  Exhausted: {
    sentence: ([policy, , left], view) =>
      `${left} is left of ${policyName(view, policy)} in this period.`,
    hint: "Wait for the next period, or announce it.",
  },
  NotPayee: {
    sentence: ([policy, payee], view) =>
      `${policyName(view, policy)} does not pay ${personName(view, payee)}.`,
    hint: "Announce the payment.",
  },
  NotConfirmed: {
    sentence: ([policy], view) => `Nobody pays so much alone from ${policyName(view, policy)}.`,
    hint: "Ask whoever fills its second role to confirm exactly this payment.",
  },
  AlreadyConfirmedSpending: {
    sentence: () => "Somebody has confirmed this payment already.",
    hint: "Pay it.",
  },
  NoConfirmation: {
    sentence: () => "Nobody confirms their own payment, or one that is paid alone.",
    hint: "Pay it, or ask somebody else.",
  },
  OutsidePower: {
    sentence: ([policy], view) => `The call goes beyond ${policyName(view, policy)}.`,
    hint: "Call the function that it names, with no more ETH than it allows.",
  },
  PowerHeld: {
    sentence: ([policy], view) => `${policyName(view, policy)} answers for this function already.`,
    hint: "It has to be repealed or amended first.",
  },
  NotSource: {
    sentence: ([, caller], view) => `${personName(view, caller)} does not lead the source.`,
    hint: "Its leads end a grant.",
  },
  LastProcess: {
    sentence: ([process]) =>
      `Without ${process} nothing would be left that has decided before and can change processes.`,
    hint: "Let another process decide something first.",
  },
  ProcessEnding: {
    sentence: ([, process]) =>
      `The process ${process} finishes what it has opened; it opens nothing.`,
    hint: "Use the process that took its place.",
  },
  ArticleOff: {
    sentence: ([organisation, article], view) =>
      `${organisationName(view, organisation)} has not adopted article ${articleNames(article).join(", ")}.`,
    hint: "Its leads decide alone: speak to them, or to the ratifiers, who may adopt it.",
  },
  ArticleOn: {
    sentence: ([organisation, article], view) =>
      `${organisationName(view, organisation)} has adopted article ${articleNames(article).join(", ")}: leads do not decide it alone.`,
    hint: "Propose it.",
  },
  NotLead: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} does not lead ${roleName(view, circle)} as a person or body.`,
    hint: "Whoever fills the role does.",
  },
  PlacedElsewhere: {
    sentence: ([circle, role], view) =>
      `${roleName(view, circle)} has placed this with ${theRole(view, role)}.`,
    hint: "Whoever fills that role does it, until the circle's settings say otherwise.",
  },
  WrongRedirection: {
    sentence: ([circle, role], view) =>
      role === 0n
        ? `Nothing is redirected in ${roleName(view, circle)}.`
        : `What is said of ${roleName(view, circle)} cannot be redirected to ${roleName(view, role)}.`,
    hint: "Choose a role in the circle, other than the one that is meant already.",
  },
  SpecialChange: {
    sentence: () => "Processes, the treasury and the rules are not the leads' to change.",
    hint: "The ratifiers amend the rules, and may adopt the article of governance.",
  },
  NotDomainPolicy: {
    sentence: ([place]) => `Change ${place} is no change of a policy on a domain of the role.`,
    hint: "Whoever fills a role writes policies on what it controls; all else is the circle's governance.",
  },
  CircleAlive: {
    sentence: ([role], view) => `${roleName(view, role)} has roles inside: its members govern it.`,
    hint: "Propose the policy there.",
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
    hint: "A circle holds up to 95 live roles. Create it in a circle inside.",
  },
  RoleFull: {
    sentence: ([role], view) => `${roleName(view, role)} has no room for another person.`,
    hint: "Up to 64 people fill a role.",
  },
  TooDeep: {
    sentence: ([circle], view) => `Nothing can be created inside ${roleName(view, circle)}.`,
    hint: "Circles stand up to 32 levels deep.",
  },
  LinkedRole: {
    sentence: ([role], view) => `${roleName(view, role)} is linked, or followed by linked roles.`,
    hint: "Leave, fill or remove the role that it follows; unlink it before what it follows is removed.",
  },
  WrongLink: {
    sentence: ([source], view) => `No role can follow ${roleName(view, source)} there.`,
    hint: "A linked role follows a role elsewhere that follows none itself; at most four follow one.",
  },
  WrongLinkTerms: {
    sentence: () => "The link names neither one role nor one appointer, or lets nobody speak.",
    hint: "Name one of the two, and let 1 to 64 people speak.",
  },
  NoInvitation: {
    sentence: ([, circle], view) => `No policy invites this link into ${roleName(view, circle)}.`,
    hint: "Adopt one first, in the circle or in one around it, with the terms of this very link.",
  },
  StillLinked: {
    sentence: ([policy], view) => `A role is linked by ${policyName(view, policy)}.`,
    hint: "Unlink it first, in the same list of changes or before; or adopt another policy.",
  },
  BoundLink: {
    sentence: ([role], view) =>
      `A policy keeps those who fill ${roleName(view, role)} from ending its link themselves.`,
    hint: "Propose to unlink it, or to repeal that policy.",
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
    hint: "Who admits and who assigns is named by the outermost circle alone; who appoints representatives is a role in the circle itself.",
  },
  NotStructure: {
    sentence: ([caller], view) => `${personName(view, caller)} cannot ask the record for this.`,
    hint: "Governance changes the record through the contract Structure.",
  },
  NotPartners: {
    sentence: ([caller], view) => `${personName(view, caller)} cannot ask the record for this.`,
    hint: "People come and go through the contract Partners.",
  },
  NotProcess: {
    sentence: ([organisation, caller], view) =>
      `${caller} may not write for ${organisationName(view, organisation)}.`,
    hint: "Only the contracts that the organisation was founded with may.",
  },
  NoticeOutOfBounds: {
    sentence: ([circle, notice], view) =>
      `${roleName(view, circle)} cannot have a notice of ${duration(notice)}.`,
    hint: "Notices last 1 to 14 days; only an inner circle may have none of its own.",
  },
  WrongFlags: {
    sentence: ([circle, flags], view) => {
      const named = flagNames(flags).join("; ");
      const what = named === "" ? "this number of representatives" : `these settings (${named})`;
      return `${roleName(view, circle)} cannot have ${what}.`;
    },
    hint: "They contradict each other or the outermost circle, or a circle would send more than 3 representatives.",
  },
  WrongMove: {
    sentence: ([object, , to]) =>
      `Number ${numberOf(object)} cannot be moved into number ${numberOf(to)} from here.`,
    hint: "Things move one level: out of the circle that decides into a role in it, or out of one into that circle.",
  },
  LastMember: {
    sentence: () => "This would leave the outermost circle without a member.",
    hint: "Somebody else must fill a role there first.",
  },

  // Rulings, breakdowns, initiatives
  UnknownObject: {
    sentence: ([object]) =>
      `Number ${numberOf(object)} is neither a live role nor a policy in force that can be meant here.`,
    hint: "It was removed or repealed, or belongs to another organisation. An outermost circle is never struck.",
  },
  OutOfReach: {
    sentence: ([object, circle], view) =>
      `Number ${numberOf(object)} lies neither in ${roleName(view, circle)} nor in a circle inside it.`,
    hint: "Ask the secretary of the circle that holds it, or of one around that.",
  },
  WrongRulingStep: {
    sentence: ([, step]) => `The interpretation ${nameIn(RULING_STEPS, step)}.`,
    hint: "It is first asked for, then ruled on; what was ruled can be appealed against.",
  },
  WrongStrikePhase: {
    sentence: ([, phase]) => `The request to strike ${nameIn(STRIKE_PHASES, phase)}.`,
    hint: "It is first asked for, then answered; a strike can be appealed against, and is carried out when it is due.",
  },
  LastRung: {
    sentence: () => "The secretary of the outermost circle has ruled: nobody is further out.",
    hint: "Governance can change the text itself: propose it.",
  },
  WrongBreakdown: {
    sentence: ([circle, process], view) =>
      BigInt(process) === 0n
        ? `${roleName(view, circle)} is not in breakdown.`
        : `${process} said that ${roleName(view, circle)} is in breakdown.`,
    hint: "Only the contract that said so ends it.",
  },
  NotDeclarer: {
    sentence: ([circle, by, caller], view) =>
      `${personName(view, caller)} cannot declare for ${roleName(view, by)} that ${roleName(view, circle)} is in breakdown.`,
    hint: "The facilitator or the secretary of the circle or of one around it declares it; that governance has failed, the circle’s own facilitator.",
  },
  UndeclarableReason: {
    sentence: ([, reason]) =>
      `Nobody declares a breakdown because ${nameIn(BREAKDOWN_REASONS, reason)}.`,
    hint: "That comes about by time alone.",
  },
  AlreadyInBreakdown: {
    sentence: ([circle], view) => `${roleName(view, circle)} is in breakdown already.`,
    hint: "Nothing to do.",
  },
  NotInBreakdown: {
    sentence: ([circle], view) => `${roleName(view, circle)} is not in breakdown.`,
    hint: "Nothing is restored or taken over there.",
  },
  WrongOffice: {
    sentence: ([circle, office], view) =>
      `The office of ${nameIn(OFFICE_NAMES, office)} of ${roleName(view, circle)} cannot be taken over, or was already.`,
    hint: "Facilitator and secretary are; of the outermost circle the secretary alone.",
  },
  IsAnchor: {
    sentence: ([circle], view) => `${roleName(view, circle)} is the outermost circle.`,
    hint: "Nobody is assigned to lead it, and no circle is around it.",
  },
  NotDue: {
    sentence: ([circle, due], view) =>
      `Due process in ${roleName(view, circle)} can be restored until ${momentOf(due)}.`,
    hint: "After that anyone carries it to the circle around.",
  },
  WrongRoles: {
    sentence: ([length, role], view) =>
      role === 0n
        ? `An initiative names 1 to 8 affected roles, not ${length}.`
        : `${roleName(view, role)} is not a live role of this organisation.`,
    hint: "Name the roles that it affects most.",
  },
  WrongWaiting: {
    sentence: ([breaks]) =>
      breaks === 0n
        ? "It breaks no policy and no domain, and yet says why it could not wait."
        : "It breaks a policy or a domain, and does not say why it could not wait.",
    hint: "Say why waiting would lose much value exactly when something is broken.",
  },
  NotAffectedRole: {
    sentence: ([, role], view) =>
      `The initiative does not name ${roleName(view, role)} as affected.`,
    hint: "Whoever acts for an affected role asks.",
  },
  AlreadyAsked: {
    sentence: ([, role], view) => `Somebody has asked this for ${roleName(view, role)} already.`,
    hint: "Nothing to do: it stands until whoever asked lifts it.",
  },
  NotAsker: {
    sentence: ([, role, caller], view) =>
      `It is not ${personName(view, caller)} who lifts what was asked for ${roleName(view, role)}.`,
    hint: "Whoever asked does; once that person no longer acts for the role, whoever does.",
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
      `${personName(view, person)} still fills roles or represents circles that the list does not name: ${seats}.`,
    hint: "Name all roles, and resign as a representative first.",
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

  WrongCustodian: {
    sentence: ([custodian], view) =>
      `${personName(view, custodian)} cannot answer for this partner.`,
    hint: "An agent has a custodian who is a person and a partner; nobody else has one.",
  },
  IsLead: {
    sentence: ([circle, person], view) =>
      `${personName(view, person)} fills ${roleName(view, circle)}, and so stands for it already.`,
    hint: "Somebody else who is a member of the circle can represent it.",
  },
  IsRep: {
    sentence: ([circle, person], view) =>
      `${personName(view, person)} represents ${roleName(view, circle)}.`,
    hint: "First that ends, then the person can fill the role.",
  },
  NoVoice: {
    sentence: ([role, person], view) =>
      `${personName(view, person)} cannot take the voice of ${roleName(view, role)}.`,
    hint: "It has as many voices as it may have, or this one already; associates and agents have none.",
  },

  // Offices
  WrongIndex: {
    sentence: ([office, index]) => `There is no ${seatName(office, index)} of this circle.`,
    hint: "A circle has one facilitator, one secretary, and as many representatives as the circle around it lets it send.",
  },
  NotHolder: {
    sentence: ([circle, office, caller], view) =>
      `${personName(view, caller)} is not ${nameIn(OFFICE_NAMES, office)} of ${roleName(view, circle)}.`,
    hint: RELOAD,
  },
  NotAppointer: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} does not appoint representatives of ${roleName(view, circle)}.`,
    hint: "Its settings name the role that does; with none, they are elected.",
  },
  NoStandIn: {
    sentence: ([office]) => `Nobody stands in for a ${nameIn(OFFICE_NAMES, office)}.`,
    hint: "The circle elects another.",
  },
  OutOfOrder: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} does not come next in standing in here, in ${roleName(view, circle)}.`,
    hint: "Whoever is named comes first, then the other officer, then leads, then members; the first of a kind stays.",
  },
  Barred: {
    sentence: ([matter, caller], view) =>
      `${personName(view, caller)} may not act in number ${numberOf(matter)}: it is their own.`,
    hint: "Let somebody else stand in.",
  },
  WrongPerson: {
    sentence: ([person], view) => `${personName(view, person)} cannot be this here.`,
    hint: "It takes a partner who is no agent; to represent a role, a member of its circle.",
  },
  WrongTime: {
    sentence: ([until]) => `A permission cannot end on ${dateOf(until)}.`,
    hint: "It ends in the future, and within a year.",
  },
  NoPermission: {
    sentence: ([role, person], view) =>
      `There is no such permission of ${personName(view, person)} to represent ${roleName(view, role)}.`,
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
  Expired: {
    sentence: ([deadline]) => `The signature could be relayed until ${momentOf(deadline)}.`,
    hint: "Ask for a new signature.",
  },
  UnknownAct: {
    sentence: ([selector]) => `Nothing that can be signed has the selector ${selector}.`,
    hint: "It may be from another version of the contracts.",
  },
  WrongSignature: {
    sentence: ([actor], view) =>
      `The signature is not by ${personName(view, actor)}, or of another act.`,
    hint: "Check for which chain, contract and text it was signed, or ask for a new signature.",
  },
  UnusedNonce: {
    sentence: ([nonce]) => `This act has no number of its own, and ${nonce} is named.`,
    hint: BUG,
  },
  InvalidAccountNonce: {
    sentence: ([actor, current], view) =>
      `The next signature of ${personName(view, actor)} has the number ${current}; this one was relayed before, or waits for another.`,
    hint: "Relay the earlier ones first, or ask for a new signature.",
  },
  GasMissing: {
    sentence: ([place, gas]) => `Too little gas is left to give act ${place + 1n} its ${gas}.`,
    hint: "Send the transaction with more gas, or fewer acts at once.",
  },
  NoOrigin: {
    sentence: ([place, domain]) =>
      `Change ${place} does not say of what its domain ${domain} is a part, or has no such domain.`,
    hint: "Say for each domain within which domain of the circle it lies, or that it counts only inside.",
  },
  WrongPart: {
    sentence: ([part]) => `No circle has a role ${part} besides those that it creates.`,
    hint: "It adds to its leads (1), facilitator (2), secretary (3) or representatives (4).",
  },
  UnusedField: {
    sentence: ([place]) => `Change ${place} fills in a field that its kind does not use.`,
    hint: BUG,
  },
  WrongTags: {
    sentence: ([tags]) =>
      tags === 0
        ? "A policy does not say of what kind it is."
        : `A policy cannot be all of this: ${tagNames(tags).join("; ")}.`,
    hint: "It limits, grants, concerns a domain or changes a default; how far it reaches follows from that.",
  },
  WrongLimit: {
    sentence: ([limit]) => `A role cannot be limited to ${limit} who speak for it.`,
    hint: "1 to 64 speak for it, or with 0 all.",
  },
  NotAlone: {
    sentence: () => "A change of processes, treasury or rules stands alone in its proposal.",
    hint: "Propose everything else by itself.",
  },
  NotOfAnchor: {
    sentence: ([circle], view) =>
      `Processes, treasury and rules are not changed in ${roleName(view, circle)}.`,
    hint: "Propose it in the outermost circle.",
  },
  WrongTerms: {
    sentence: ([terms]) => `${terms} is neither the address of a contract nor the hash of a text.`,
    hint: "Name the contract, or choose the text.",
  },
  WrongArticles: {
    sentence: ([articles]) => `The articles ${articles} are unknown, or lack the first.`,
    hint: "There are five, and the first is always adopted.",
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
      `${personName(view, caller)} does not speak for ${roleName(view, role)} here.`,
    hint: "Speak for a role whose voice you have in this circle, or ask for a permission to represent it.",
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
  WrongTurn: {
    sentence: ([, member], view) =>
      `${personName(view, member)} has objected to this version, or has not, other than this says.`,
    hint: "Read the proposal again, and confirm anew.",
  },
  AlreadyConfirmed: {
    sentence: ([, member], view) => `${personName(view, member)} has confirmed this before.`,
    hint: "Nothing to do.",
  },
  ObjectionStands: {
    sentence: () => "One's own objection stands.",
    hint: "Resolve or withdraw it first.",
  },
  NoObjection: {
    sentence: ([, objector], view) => `No objection of ${personName(view, objector)} stands.`,
    hint: RELOAD,
  },
  NotInMeeting: {
    sentence: ([id], view) => `${proposalName(view, id)} is not adopted by a meeting.`,
    hint: "Processes, treasury and rules change by their long window, or when everybody has confirmed.",
  },
  NotAmended: {
    sentence: ([, version]) => `The objection is to version ${version} itself.`,
    hint: "Only a later version can integrate it. Withdraw it otherwise.",
  },
  IncompleteObjection: {
    sentence: () => "An objection gives all four arguments, or the rule that would be broken.",
    hint: "Fill in what is missing, or only the rule.",
  },

  NotRounds: {
    sentence: ([organisation, caller], view) =>
      `${caller} may not decide objection rounds of ${organisationName(view, organisation)}.`,
    hint: "Only the contracts that the organisation was founded with may.",
  },
  WrongStop: {
    sentence: ([proposal]) => `Proposal ${numberOf(proposal)} is stopped already, or is not.`,
    hint: RELOAD,
  },

  // Judgements
  NotActing: {
    sentence: ([circle, office, caller], view) =>
      `${personName(view, caller)} does not act as ${nameIn(OFFICE_NAMES, office)} of ${roleName(view, circle)} in this.`,
    hint: "Whoever holds the office does, or whoever has declared to stand in once that has effect.",
  },
  OwnMatter: {
    sentence: ([, caller], view) =>
      `${personName(view, caller)} may not judge this: it is their own, or they judged it before.`,
    hint: "Somebody else stands in.",
  },
  NotUndecided: {
    sentence: ([proposal]) => `Proposal ${numberOf(proposal)} is decided already, or over.`,
    hint: RELOAD,
  },
  WrongPhase: {
    sentence: ([proposal, , phase]) =>
      `The judgement about proposal ${numberOf(proposal)} ${nameIn(PHASES, phase)}.`,
    hint: RELOAD,
  },
  AlreadyJudged: {
    sentence: ([proposal]) =>
      `This was judged in this version of proposal ${numberOf(proposal)} before.`,
    hint: "Another version can be judged anew.",
  },
  WrongReason: {
    sentence: ([proposal]) => `This reason does not fit in proposal ${numberOf(proposal)}.`,
    hint: "An objection with arguments is judged by them; one that names a rule by the secretary's ruling.",
  },
  WrongKind: {
    sentence: ([, objector], view) =>
      `The objection of ${personName(view, objector)} is of the other kind.`,
    hint: "Objections that name a rule are ruled on; those with four arguments are tested.",
  },
  AlreadyRuled: {
    sentence: ([, objector], view) =>
      `The secretary has ruled on the objection of ${personName(view, objector)} before.`,
    hint: "A ruling is made once.",
  },
  NotAffected: {
    sentence: ([, , caller], view) => `The judgement is not against ${personName(view, caller)}.`,
    hint: "The objector appeals, or the proposer of a proposal that is to be dropped.",
  },
  AlreadyRequested: {
    sentence: ([proposal, member], view) =>
      `${personName(view, member)} has asked for a meeting about proposal ${numberOf(proposal)} before.`,
    hint: "Everybody asks once; another member can.",
  },
  NoMeetings: {
    sentence: ([circle], view) =>
      `In ${roleName(view, circle)} nobody stops a proposal by asking for a meeting.`,
    hint: "Its settings say so. Ask for a special meeting, or object.",
  },
  NotAnchor: {
    sentence: ([circle], view) => `Judgements in ${roleName(view, circle)} need no second.`,
    hint: "Only those of the outermost circle do.",
  },

  // Elections
  UnknownElection: {
    sentence: ([election]) => `There is no election ${numberOf(election)}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  WrongStep: {
    sentence: (args) =>
      args.length === 2
        ? `The election ${numberOf(args[0])} ${nameIn(ELECTION_STEPS, args[1])}.`
        : `Item ${numberOf(args[0])} does not go from ${nameIn(ITEM_STEPS, args[1])} to ${nameIn(ITEM_STEPS, args[2])}.`,
    hint: RELOAD,
  },
  WrongSubject: {
    sentence: ([circle], view) => `This is not elected in ${roleName(view, circle)}.`,
    hint: "Circles elect their officers, and who fills their roles where their settings say so.",
  },
  ElectionRunning: {
    sentence: ([election]) => `Election ${numberOf(election)} about this is not over.`,
    hint: "Take part in that one.",
  },
  NotFacilitator: {
    sentence: ([subject, caller], view) =>
      `${personName(view, caller)} does not act as facilitator in number ${numberOf(subject)}.`,
    hint: "The facilitator does, or whoever stands in; what is overdue, others may do too.",
  },
  TermOutOfBounds: {
    sentence: ([term]) => `A term cannot last ${duration(term)}.`,
    hint: "Terms last from 30 days to 5 years.",
  },
  AlreadyActed: {
    sentence: ([, caller], view) => `${personName(view, caller)} has done this before.`,
    hint: "Nothing to do in this step.",
  },
  NotNominator: {
    sentence: ([, caller], view) =>
      `${personName(view, caller)} has not nominated, or has not shared the nomination.`,
    hint: "Whoever left out a step is left out of the rest.",
  },
  WrongSeal: {
    sentence: ([, caller], view) =>
      `This is not the nomination that ${personName(view, caller)} has sealed.`,
    hint: "Share the same person with the same salt; the device on which it was sealed keeps it.",
  },
  NotEligible: {
    sentence: ([, person], view) => `${personName(view, person)} cannot be elected to this.`,
    hint: "Members can, and partners where the settings say so; a representative is no lead of the circle.",
  },
  WrongCount: {
    sentence: ([election]) => `This is not the count of election ${numberOf(election)}.`,
    hint: BUG,
  },
  NotChooser: {
    sentence: ([, caller], view) => `${personName(view, caller)} does not choose here.`,
    hint: "Whoever nominated somebody else chooses, and only among the tied.",
  },
  NotCandidate: {
    sentence: ([, caller], view) => `${personName(view, caller)} is not the candidate.`,
    hint: "Only the candidate says whether they would take it.",
  },
  WrongObjection: {
    sentence: ([, caller], view) =>
      `An objection of ${personName(view, caller)} to the candidate stands, or none does.`,
    hint: RELOAD,
  },
  NotWilling: {
    sentence: ([, candidate], view) =>
      `${personName(view, candidate)} has not said to be willing, or not in time.`,
    hint: "The candidate says so, or is passed over.",
  },
  NotPassedOver: {
    sentence: ([, candidate], view) =>
      `${personName(view, candidate)} is willing and eligible, or has time left to say so.`,
    hint: "Conclude the election, or wait.",
  },

  // Meetings
  UnknownMeeting: {
    sentence: ([meeting]) => `There is no meeting ${numberOf(meeting)}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  UnknownItem: {
    sentence: ([item]) => `There is no item ${numberOf(item)}.`,
    hint: "Check the number, and that you are on the right network.",
  },
  NotSecretary: {
    sentence: ([circle, caller], view) =>
      `${personName(view, caller)} does not act as secretary of ${roleName(view, circle)}.`,
    hint: "The secretary does, or whoever stands in; whoever asked for a meeting may schedule it when nobody has for a whole notice.",
  },
  WrongTimes: {
    sentence: ([startsAt, endsAt]) =>
      `A meeting cannot last from ${momentOf(startsAt)} to ${momentOf(endsAt)}.`,
    hint: "It begins after the circle's notice and within 90 days, and lasts up to 3 days.",
  },
  WrongMoment: {
    sentence: ([meeting]) =>
      `Meeting ${numberOf(meeting)} has not begun, has begun already, or is over.`,
    hint: RELOAD,
  },
  WrongPresence: {
    sentence: ([, caller], view) => `${personName(view, caller)} is not present, or is already.`,
    hint: "Check in first, while the meeting goes on.",
  },
  WrongGuest: {
    sentence: ([, guest], view) => `${personName(view, guest)} cannot be brought as a guest.`,
    hint: "A representative who is present brings one guest each meeting, who is not present otherwise.",
  },
  WrongExtension: {
    sentence: ([meeting]) =>
      `A later end of meeting ${numberOf(meeting)} was proposed before, or there is none to refuse.`,
    hint: RELOAD,
  },
  WrongLabel: {
    sentence: ([length]) => `A label of ${length} bytes is empty or too long.`,
    hint: "Labels have 1 to 80 bytes.",
  },
  WrongProposal: {
    sentence: ([meeting, proposal]) =>
      `Meeting ${numberOf(meeting)} cannot take up proposal ${numberOf(proposal)}.`,
    hint: "It takes up undecided proposals of its circle, within the limits of its notice, on one agenda at a time.",
  },
  ItemInHand: {
    sentence: ([, item]) => `Item ${numberOf(item)} is in hand.`,
    hint: "Items are taken up one by one: close it, or adopt it, first.",
  },
  OneTension: {
    sentence: ([, guest], view) => `${personName(view, guest)} has come for one tension.`,
    hint: "A guest puts one item on the agenda; a member can put another.",
  },
  StaleRound: {
    sentence: ([, version, current]) =>
      `The round is about version ${version}, and version ${current} is the current one.`,
    hint: "The facilitator opens another round.",
  },
  StandingKept: {
    sentence: ([item]) => `Item ${numberOf(item)} cannot be adopted in the meeting.`,
    hint: "Somebody left the circle lately who can still object: only the proposal's window adopts it.",
  },
  NotToSpeak: {
    sentence: ([, caller], view) => `It is not for ${personName(view, caller)} to speak now.`,
    hint: "Each step says who speaks in it.",
  },
  NotUnanimous: {
    sentence: ([, confirmed, needed]) =>
      `${confirmed} of ${needed} who are present have no objection.`,
    hint: "Everybody present but the proposer has to say so.",
  },
  NoQuorum: {
    sentence: ([, present, quorum]) => `${present} members are present, and ${quorum} are needed.`,
    hint: "Wait until more have checked in, or let the proposal go on without a meeting.",
  },
  TooManyLimits: {
    sentence: ([length]) => `A meeting cannot be limited to ${length} proposals.`,
    hint: "It is limited to 32 at most.",
  },
  WrongRequest: {
    sentence: ([request]) =>
      `Number ${numberOf(request)} is no request of this circle that waits for a meeting.`,
    hint: RELOAD,
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
  AddressEmptyCode: {
    sentence: ([target]) => `There is no contract at ${target}.`,
    hint: "The cores are not whole on this chain. Deploy them again, or use another chain.",
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
