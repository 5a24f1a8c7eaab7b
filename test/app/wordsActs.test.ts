import { expect } from "chai";
import type { Abi, AbiParameter } from "viem";
import { zeroAddress } from "viem";

import { plain, type Teller, tell } from "#app/words/acts.ts";
import { allowancesAbi } from "#sdk/abi/allowances.ts";
import { breakdownsAbi } from "#sdk/abi/breakdowns.ts";
import { circlesAbi } from "#sdk/abi/circles.ts";
import { consentAbi } from "#sdk/abi/consent.ts";
import { electionsAbi } from "#sdk/abi/elections.ts";
import { facilitationAbi } from "#sdk/abi/facilitation.ts";
import { foundingAbi } from "#sdk/abi/founding.ts";
import { initiativesAbi } from "#sdk/abi/initiatives.ts";
import { leadsAbi } from "#sdk/abi/leads.ts";
import { meetingsAbi } from "#sdk/abi/meetings.ts";
import { officesAbi } from "#sdk/abi/offices.ts";
import { partnersAbi } from "#sdk/abi/partners.ts";
import { rulingsAbi } from "#sdk/abi/rulings.ts";
import { structureAbi } from "#sdk/abi/structure.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import type { ActName } from "#sdk/acts/acts.ts";
import { VERBS } from "#sdk/acts/verbs.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import type { Act, EventName } from "#sdk/chronicle/events.ts";
import type { Item, Meeting } from "#sdk/chronicle/meetings.ts";
import type { Policy } from "#sdk/chronicle/organisation.ts";
import {
  ANN,
  announcement,
  BEN,
  DORA,
  id,
  KITCHEN,
  NOW,
  nameOf,
  OPERATIONS,
  organisation,
  proposal,
  words,
} from "./organisation.ts";

const ABIS: readonly Abi[] = [
  circlesAbi,
  structureAbi,
  partnersAbi,
  foundingAbi,
  consentAbi,
  treasuryAbi,
  officesAbi,
  facilitationAbi,
  electionsAbi,
  meetingsAbi,
  leadsAbi,
  allowancesAbi,
  rulingsAbi,
  breakdownsAbi,
  initiativesAbi,
];
const EVENTS = ABIS.flat().filter((item) => item.type === "event");

const SUBJECT = { circle: OPERATIONS, role: 0n, office: 0, index: 0, replaced: zeroAddress };
const ELECTION = { id: id(50), subject: SUBJECT } as unknown as Election;
const MEETING = { id: id(60), circle: OPERATIONS, startsAt: NOW } as unknown as Meeting;
const ITEM = { id: id(61), meeting: id(60), label: "ovens" } as unknown as Item;

const POLICY = { id: id(40), circle: OPERATIONS, words: words("Open books") } as unknown as Policy;

const STATE = {
  ...organisation(),
  policies: new Map([[POLICY.id, POLICY]]),
  proposals: new Map([[id(20), proposal()]]),
  announcements: new Map([[id(30), announcement()]]),
  elections: new Map([[ELECTION.id, ELECTION]]),
  meetings: new Map([[MEETING.id, MEETING]]),
  items: new Map([[ITEM.id, ITEM]]),
  interpretations: new Map([[id(70), { id: id(70), circle: OPERATIONS, object: 0n } as never]]),
  strikes: new Map([[id(71), { id: id(71), circle: OPERATIONS, object: POLICY.id } as never]]),
  initiatives: new Map([[id(72), { id: id(72), declarer: BEN } as never]]),
};
const TELLER: Teller = {
  organisation: STATE,
  nameOf,
  moneyOf: ({ amount }) => `${amount} wei`,
};

/** What an event's subject is, by what its ABI calls it. */
const SUBJECTS: Readonly<Record<string, bigint>> = {
  anchor: id(1),
  role: KITCHEN,
  circle: OPERATIONS,
  policy: id(40),
  object: KITCHEN,
  proposal: id(20),
  announcement: id(30),
  election: id(50),
  meeting: id(60),
  item: id(61),
  interpretation: id(70),
  strike: id(71),
  initiative: id(72),
};

/** A value for a parameter, as a decoder would give it. */
function sample({ type, name = "", ...rest }: AbiParameter): unknown {
  if (type.endsWith("[]")) return [sample({ ...rest, name, type: type.slice(0, -2) })];
  if ("components" in rest) {
    return Object.fromEntries(rest.components.map((each) => [each.name, sample(each)]));
  }
  if (type === "string") return `some ${name}`;
  if (type === "bool") return true;
  if (type === "address") return BEN;
  if (type.startsWith("bytes")) return `0x${"ab".repeat(32)}`;
  const bits = Number(type.replace("uint", ""));
  if (name === "asRole" || name === "role" || name === "by") return KITCHEN;
  if (name === "circle" || name === "rung") return OPERATIONS;
  if (name === "meeting") return id(60);
  if (name === "proposal" || name === "matter") return id(20);
  if (bits === 40) return NOW;
  return bits > 48 ? 1n : 1;
}

function actOf(name: EventName, change: object = {}, actor = ANN): Act {
  const event = EVENTS.find((one) => one.name === name);
  if (event === undefined) throw new Error(`There is no event ${name}.`);
  const [, about, ...others] = event.inputs;
  const args = Object.fromEntries(others.map((each) => [each.name, sample(each)]));
  const subject = SUBJECTS[about?.name ?? ""];
  if (subject === undefined) throw new Error(`Nothing is known of ${about?.name}.`);
  return { name, actor, subject, args: { ...args, ...change } } as unknown as Act;
}

const told = (name: EventName, change: object = {}, actor = ANN) =>
  plain(tell(actOf(name, change, actor), TELLER).parts);

/** The act that each event tells of; an event that only says what followed from one tells of none. */
const ACT_OF: { readonly [name in EventName]: ActName | null } = {
  Founded: "found",
  Written: "write",
  Ratified: "ratify",
  AmendmentSigned: "signAmendment",
  RatifierSucceeded: "succeed",
  Dissolved: "dissolve",
  RulesAmended: null,
  ProcessSet: null,
  TreasurySet: null,
  Expelled: "expel",
  Decreed: "decree",
  Directed: "instruct",
  Redirected: "redirect",
  Focused: "focus",
  Published: "publish",
  LinkEnded: "unlink",
  Invited: "invite",
  Agreed: "agree",
  Left: "leaveOrganisation",
  OpennessDeclared: "declareOpenness",
  Offered: "offer",
  OfferWithdrawn: "withdrawOffer",
  Assigned: null,
  Unassigned: "revoke",
  VoiceTaken: "takeVoice",
  Represented: null,
  RepresentationEnded: null,
  RoleCreated: null,
  RoleRemoved: null,
  RoleLinked: null,
  RoleUnlinked: null,
  RoleMoved: null,
  RoleLimited: null,
  Added: null,
  PolicyAdopted: null,
  PolicyRepealed: null,
  PolicyMoved: null,
  Inscribed: null,
  SettingsSet: null,
  Proposed: "propose",
  Amended: "amend",
  Objected: "object",
  ObjectionWithdrawn: "withdrawObjection",
  Resolved: "resolve",
  Confirmed: "confirm",
  Withdrawn: "withdraw",
  Enacted: "enact",
  Held: null,
  Suspended: null,
  AdoptedInMeeting: null,
  ObjectionDiscarded: null,
  Stopped: null,
  Released: null,
  Dropped: null,
  Remarked: null,
  MeetingRequested: "requestMeeting",
  TestRequested: "requestTest",
  ObjectionUpheld: "upholdObjection",
  ViolationRuled: "ruleViolation",
  DiscardJudged: "discardObjection",
  DropJudged: "dropProposal",
  Seconded: "secondJudgement",
  Appealed: "appeal",
  AppealDecided: "decideAppeal",
  JudgementSettled: "settleJudgement",
  Installed: null,
  OfficeResigned: "resignOffice",
  SurrogateNamed: "nameSurrogate",
  StandInDeclared: "standIn",
  Permitted: "permit",
  PermissionEnded: "endPermission",
  Called: "callElection",
  Opened: "openElection",
  Nominated: "nominate",
  Shared: "shareNomination",
  NominationChanged: "changeNomination",
  Tied: "countNominations",
  Chosen: "chooseNominee",
  Counted: "countNominations",
  CandidateConfirmed: "confirmCandidate",
  CandidateObjected: "objectToCandidate",
  CandidateObjectionWithdrawn: "withdrawCandidateObjection",
  WillingnessDeclared: "declareWillingness",
  CandidateDiscarded: "discardCandidate",
  Elected: "concludeElection",
  SpecialMeetingRequested: "requestSpecialMeeting",
  MeetingScheduled: "scheduleMeeting",
  MeetingCancelled: "cancelMeeting",
  CheckedIn: "checkIn",
  GuestBrought: "bringGuest",
  CheckedOut: "checkOut",
  ExtensionProposed: "extendMeeting",
  ExtensionRefused: "refuseExtension",
  ItemAdded: "addItem",
  StepTaken: "takeStep",
  Spoken: "sayInMeeting",
  ConfirmedInMeeting: "confirmInMeeting",
  ItemAdopted: "adoptInMeeting",
  InterpretationAsked: "askInterpretation",
  Interpreted: "interpret",
  InterpretationAppealed: "appealInterpretation",
  InterpretationReviewed: "reviewInterpretation",
  StrikeRequested: "requestStrike",
  GovernanceCleared: "clearGovernance",
  GovernanceStruck: "strikeGovernance",
  StrikeAppealed: "appealStrike",
  StrikeDecided: "decideStrike",
  StrikeCarriedOut: "carryOutStrike",
  AuditAsked: "askAudit",
  BreakdownDeclared: null,
  OfficeTakenOver: "takeOver",
  LeadAdded: "addLead",
  BreakdownEnded: null,
  InitiativeDeclared: "declareInitiative",
  RefrainAsked: "askToRefrain",
  RefrainLifted: "liftRefrain",
  Announced: "announce",
  Escalated: "escalate",
  Reversed: "reverse",
  Revoked: "revokeAnnouncement",
  Paid: "pay",
  Lapsed: "lapse",
  Drawn: "draw",
  BudgetTaken: "takeBudget",
  BudgetSpent: "spendBudget",
  SpendingConfirmed: "confirmSpending",
  PowerUsed: "usePower",
  PowerTaken: "takePower",
  PassedOn: "passOn",
  GrantEnded: "endGrant",
  VaultOpened: "openVault",
  VaultInherited: "inheritVault",
};

describe("the history in words", () => {
  for (const [name, act] of Object.entries(ACT_OF) as [EventName, ActName | null][]) {
    it(`tells ${name} in a sentence, by the word of its act`, () => {
      const sentence = told(name);
      expect(sentence).to.match(/^[“\p{L}].*\.$/u);
      expect(sentence).to.not.match(/undefined|NaN|\[object|not known| {2}|\.\.$/);
      if (act !== null) expect(sentence).to.match(new RegExp(`^Ann ${VERBS[act].past}[ ,]`));
    });
  }

  it("names who is meant, where and how long", () => {
    const agent = { person: DORA, kind: 3, custodian: BEN };
    expect(told("Invited", agent)).to.equal("Ann invited Dora as agent, for whom Ben answers.");
    expect(told("OfferWithdrawn", { person: ANN })).to.equal("Ann declined Kitchen.");
    expect(told("Unassigned", { person: ANN })).to.equal("Ann resigned from Kitchen.");
    expect(told("Installed", { office: 1, index: 0, until: 0 })).to.equal(
      "Ben is secretary of Operations.",
    );
    expect(told("SurrogateNamed", { office: 0, person: zeroAddress })).to.equal(
      "Ann named nobody to stand in first as facilitator of Operations.",
    );
    expect(told("Called", { subject: SUBJECT })).to.equal(
      "Ann called an election of the facilitator of Operations.",
    );
    expect(told("Counted", { candidate: zeroAddress })).to.contain("nobody was left");
    expect(told("CandidateDiscarded", { candidate: ANN })).to.equal(
      "Ann is no longer proposed in the election of the facilitator of Operations.",
    );
    expect(told("CandidateDiscarded", { candidate: BEN, reason: "" })).to.match(
      /^Ann passed over Ben in /,
    );
    expect(told("RoleLimited", { limit: 0 })).to.equal(
      "From now on all who fill it may speak for Kitchen.",
    );
    expect(told("JudgementSettled", { about: zeroAddress, final_: false })).to.match(
      /the judgement about “.*”: it has no effect\.$/,
    );
    expect(told("Remarked", { kind: 3, about: BEN })).to.match(
      /^Ann suggested an amendment of the objection of Ben to “/,
    );
  });

  it("names what is ruled on, restored and asked", () => {
    expect(told("Interpreted")).to.equal("Ann interpreted the rules.");
    expect(told("InterpretationReviewed", { upheld: false })).to.equal(
      "Ann reviewed the interpretation of the rules: it is overruled.",
    );
    expect(told("GovernanceStruck", { reason: 1 })).to.equal(
      "Ann struck “Open books”: the circle had no authority over it (“some rule”).",
    );
    expect(told("StrikeDecided", { upheld: false })).to.equal(
      "Ann decided that the strike of “Open books” falls.",
    );
    expect(told("BreakdownDeclared", { by: KITCHEN, reason: 0 })).to.equal(
      "Ann declared, for an office of Kitchen, that Operations is in breakdown, because its people break the rules again and again.",
    );
    expect(told("BreakdownDeclared", { by: KITCHEN, reason: 2, text: "" })).to.equal(
      "Ann carried the breakdown of Kitchen to Operations, which is in breakdown too.",
    );
    expect(told("BreakdownEnded", { overturned: false })).to.equal(
      "Ann declared due process in Operations restored.",
    );
    expect(told("BreakdownEnded", { overturned: true })).to.equal(
      "Ann overturned the breakdown of Operations.",
    );
    expect(told("LeadAdded", { lead: zeroAddress })).to.equal(
      "Ann added nobody any more to those who lead Operations.",
    );
    expect(told("InitiativeDeclared", { breaks: 0n })).to.equal(
      "Ann declared an initiative for Kitchen.",
    );
    expect(told("RefrainAsked")).to.equal(
      "Ann asked, for Kitchen, to refrain from acts like the initiative of Ben.",
    );
    expect(told("StandInDeclared", { office: 1, matter: id(71) })).to.match(
      /^Ann declared to stand in as secretary of Operations in the ruling on “Open books”, from /,
    );
  });

  it("begins with a pronoun that is spelt large", () => {
    const here = { ...TELLER, here: id(20) };
    const parts = tell(actOf("Dropped"), here).parts;
    expect(plain(parts)).to.equal("It is dropped for good.");
  });
});
