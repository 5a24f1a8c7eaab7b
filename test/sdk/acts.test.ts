import { expect } from "chai";
import type { Abi, Address, Hex } from "viem";
import { decodeFunctionData, keccak256, zeroAddress } from "viem";

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
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import { vaultFactoryAbi } from "#sdk/abi/vaultFactory.ts";
import { voiceAbi } from "#sdk/abi/voice.ts";
import type { ActDefinition, Contracts, View } from "#sdk/acts/act.ts";
import { addressBook } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ACTS } from "#sdk/acts/acts.ts";
import { contentHash, paymentHash, reasonsHash } from "#sdk/acts/content.ts";
import { amountOf, changeFields, changeInShort, duration, quoted } from "#sdk/acts/describe.ts";
import { invitationOf } from "#sdk/acts/invitation.ts";
import { money } from "#sdk/acts/money.ts";
import { flagNames } from "#sdk/acts/names.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { VERBS } from "#sdk/acts/verbs.ts";
import { BreakdownReason } from "#sdk/chronicle/breakdowns.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { DiscardReason, DropReason, RemarkKind } from "#sdk/chronicle/judgements.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { currentVersion, idOf, NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { StrikeReason } from "#sdk/chronicle/rulings.ts";
import { decodeRevert } from "#sdk/errors/decode.ts";
import { ALL_ARTICLES, Flags, Tags } from "#sdk/flags.ts";
import { sealOf } from "#sdk/salt.ts";
import { Bakery, REASONS, RULE_BROKEN, RULES, SALT } from "./bakery.ts";
import { change, DAY, words } from "./world.ts";

const ANNA: Address = "0x00000000000000000000000000000000000000A1";
const BEN: Address = "0x00000000000000000000000000000000000000b2";
const TOKEN: Address = "0x00000000000000000000000000000000000000E1";
const CONTRACTS: Contracts = {
  circles: "0x0000000000000000000000000000000000000001",
  founding: "0x0000000000000000000000000000000000000002",
  consent: "0x0000000000000000000000000000000000000003",
  treasury: "0x0000000000000000000000000000000000000004",
  vaultFactory: "0x0000000000000000000000000000000000000005",
  partners: "0x0000000000000000000000000000000000000006",
  offices: "0x0000000000000000000000000000000000000007",
  facilitation: "0x0000000000000000000000000000000000000008",
  elections: "0x0000000000000000000000000000000000000009",
  meetings: "0x000000000000000000000000000000000000000a",
  voice: "0x000000000000000000000000000000000000000b",
  leads: "0x000000000000000000000000000000000000000C",
  allowances: "0x000000000000000000000000000000000000000d",
  rulings: "0x000000000000000000000000000000000000000E",
  breakdowns: "0x0000000000000000000000000000000000000010",
  initiatives: "0x0000000000000000000000000000000000000011",
};
const ABIS = {
  circles: circlesAbi,
  founding: foundingAbi,
  consent: consentAbi,
  treasury: treasuryAbi,
  vaultFactory: vaultFactoryAbi,
  partners: partnersAbi,
  offices: officesAbi,
  facilitation: facilitationAbi,
  elections: electionsAbi,
  meetings: meetingsAbi,
  voice: voiceAbi,
  leads: leadsAbi,
  allowances: allowancesAbi,
  rulings: rulingsAbi,
  breakdowns: breakdownsAbi,
  initiatives: initiativesAbi,
} as const satisfies Record<keyof Contracts, Abi>;

const HASH: Hex = keccak256("0x01");
const payment = money({
  vault: CONTRACTS.vaultFactory,
  token: zeroAddress,
  payee: BEN,
  amount: 3n * 10n ** 17n,
});
const announcement = { announcement: idOf(1, 40), announcer: ANNA, payment };
const changes = [change({ kind: ChangeKind.CreateRole, words: words("Oven") })];
const role = idOf(1, 5);
const proposal = idOf(1, 30);
const circle = idOf(1, 1);
const election = idOf(1, 12);
const meeting = idOf(1, 20);
const item = idOf(1, 21);
const interpretation = idOf(1, 40);
const strike = idOf(1, 41);
const initiative = idOf(1, 42);
const STATEMENTS = { what: "off", goodFaith: "a", tension: "b", spending: "c", waiting: "" };
const TIME = 1_800_000_000;
const budget = {
  vault: CONTRACTS.vaultFactory,
  token: zeroAddress,
  role,
  amount: 10n ** 18n,
  period: DAY,
  start: TIME,
  alone: 10n ** 16n,
  second: circle,
  payees: [BEN],
};
const power = {
  vault: CONTRACTS.vaultFactory,
  target: CONTRACTS.voice,
  selector: "0xabcdef01",
  role,
  times: 2,
  period: DAY,
  start: TIME,
  value: 10n ** 18n,
} as const;

/** For each act: data, the contract and function it calls, and the sentence without any view. */
const SAMPLES: {
  readonly [name in ActName]: readonly [ActData<name>, keyof Contracts, string, string];
} = {
  found: [
    {
      words: words("Bakery"),
      ruleHash: RULES,
      articles: ALL_ARTICLES,
      settings: { ...NO_SETTINGS, window: 5 * DAY },
      ratifiers: [ANNA, BEN],
      processes: [{ process: CONTRACTS.consent, bits: 7 }],
      treasury: CONTRACTS.treasury,
      salt: SALT,
    },
    "founding",
    "found",
    "I found the organisation “Bakery”, whose initial structure Anna, 0x0000…00b2 will ratify.",
  ],
  write: [
    {
      organisation: 1,
      afterNumber: 2,
      changes,
      people: [],
      invited: [invitationOf(ANNA), invitationOf(BEN, PartnerKind.Agent, ANNA)],
      offers: [{ role: 1n, person: ANNA }],
    },
    "founding",
    "write",
    "In founding organisation 1 I write: create the role “Oven” in the anchor; invite Anna, 0x0000…00b2 as agent, for whom Anna answers; offer “Oven” to Anna.",
  ],
  ratify: [
    { organisation: 1, number: 9 },
    "founding",
    "ratify",
    "I ratify the founding of organisation 1 as written up to event 9.",
  ],
  signAmendment: [
    { organisation: 1, ruleHash: RULES, articles: 17, revision: 3 },
    "founding",
    "signAmendment",
    "I sign an amendment of the rules of organisation 1, with these articles: 1 (structure), 5 (governance).",
  ],
  succeed: [
    { organisation: 1, successor: ANNA },
    "founding",
    "succeed",
    "I name Anna to sign amendments of the rules of organisation 1 in my place, for good.",
  ],
  dissolve: [
    { organisation: 1, destinations: "All to the river." },
    "founding",
    "dissolve",
    "I dissolve organisation 1, for ever.",
  ],
  expel: [
    { organisation: 1, person: ANNA, reason: "She asked for it." },
    "partners",
    "expel",
    "I expel Anna from organisation 1.",
  ],
  decree: [
    { circle, changes, people: [], reason: "The oven is late." },
    "leads",
    "decree",
    "I decide in role 1, at once: create the role “Oven” in role 1.",
  ],
  instruct: [
    { role, direction: "Bake less." },
    "leads",
    "instruct",
    "I direct whoever fills role 5.",
  ],
  redirect: [
    { circle, subject: 0n, role },
    "leads",
    "redirect",
    "I redirect what governance outside says of role 1 to role 5.",
  ],
  focus: [
    { role, person: ANNA, focus: "the mornings" },
    "leads",
    "focus",
    "I focus the assignment of Anna to role 5 on “the mornings”.",
  ],
  unlink: [
    { role, people: [ANNA] },
    "leads",
    "unlink",
    "I unlink role 5 from the circle into which it was linked.",
  ],
  publish: [
    { role, changes: [change({ kind: ChangeKind.AdoptPolicy, words: words("Ovens"), tags: 4 })] },
    "leads",
    "publish",
    "I write on what role 5 controls: adopt the policy “Ovens” in role 5.",
  ],
  invite: [
    { organisation: 1, invitation: invitationOf(ANNA, PartnerKind.Associate) },
    "partners",
    "invite",
    "I invite Anna as associate to become a partner of organisation 1.",
  ],
  agree: [
    { organisation: 1, ruleHash: RULES, offers: [role] },
    "partners",
    "agree",
    "I agree to the rules of organisation 1 and become a partner, and accept role 5.",
  ],
  leaveOrganisation: [
    { organisation: 1, roles: [role] },
    "partners",
    "leaveOrganisation",
    "I leave organisation 1 and resign from role 5.",
  ],
  declareOpenness: [
    { organisation: 1, open: true },
    "partners",
    "declareOpenness",
    "I declare that I am open to assignments in organisation 1: whoever may offer me a role assigns it at once.",
  ],
  offer: [{ role, person: ANNA }, "circles", "offer", "I offer role 5 to Anna."],
  withdrawOffer: [
    { role, person: ANNA },
    "circles",
    "withdrawOffer",
    "I withdraw the offer of role 5 to Anna.",
  ],
  accept: [{ role }, "circles", "accept", "I accept role 5."],
  resign: [{ role }, "circles", "resign", "I resign from role 5."],
  revoke: [{ role, person: ANNA }, "circles", "revoke", "I end the assignment of Anna to role 5."],
  propose: [
    { circle, asRole: role, slot: 0, changes, reasons: REASONS },
    "consent",
    "propose",
    "As role 5 I propose to role 1: create the role “Oven” in role 1.",
  ],
  amend: [
    { proposal, changes, reasons: REASONS, integrates: "" },
    "consent",
    "amend",
    "I amend proposal 30. It is now to create the role “Oven” in the anchor.",
  ],
  withdraw: [{ proposal }, "consent", "withdraw", "I withdraw proposal 30."],
  object: [
    { proposal, version: 2, asRole: role, objection: RULE_BROKEN },
    "consent",
    "object",
    "As role 5 I object to version 2 of proposal 30.",
  ],
  withdrawObjection: [
    { proposal },
    "consent",
    "withdrawObjection",
    "I withdraw my objection to proposal 30.",
  ],
  resolve: [
    { proposal, version: 2, content: HASH },
    "consent",
    "resolve",
    "I resolve my objection: version 2 of proposal 30 integrates it.",
  ],
  confirm: [
    { proposal, version: 2, content: HASH },
    "consent",
    "confirm",
    "I have no objection to version 2 of proposal 30.",
  ],
  enact: [
    { proposal, changes, reasonsHash: HASH, people: [ANNA] },
    "consent",
    "enact",
    "I enact proposal 30: create the role “Oven” in the anchor.",
  ],
  announce: [
    { asRole: role, slot: 0, payment, policy: 0n, purpose: "flour" },
    "treasury",
    "announce",
    "As role 5 I announce the payment of 0.3 ETH to 0x0000…00b2: “flour”",
  ],
  escalate: [
    { ...announcement, circle, asRole: role, path: [], reason: "dear" },
    "treasury",
    "escalate",
    "As role 5 I escalate the payment of 0.3 ETH to 0x0000…00b2 that Anna announced: “dear”",
  ],
  takeBudget: [
    { policy: proposal, budget },
    "allowances",
    "takeBudget",
    "I take the budget policy 30: whoever fills role 5 pays from it.",
  ],
  spendBudget: [
    { policy: proposal, budget, payee: BEN, amount: 10n ** 17n, purpose: "yeast" },
    "allowances",
    "spendBudget",
    "As role 5 I pay 0.1 ETH to 0x0000…00b2 from the budget policy 30: “yeast”",
  ],
  confirmSpending: [
    { policy: proposal, budget, payer: ANNA, payee: BEN, amount: 10n ** 17n },
    "allowances",
    "confirmSpending",
    "As role 1 I confirm that Anna pays 0.1 ETH to 0x0000…00b2 from the budget policy 30.",
  ],
  usePower: [
    { policy: proposal, power, value: 10n ** 17n, data: "0xabcdef01" },
    "allowances",
    "usePower",
    `As role 5 I call 0xabcdef01 of ${CONTRACTS.voice} with 0.1 ETH from the vault, by the power policy 30.`,
  ],
  takePower: [
    { policy: proposal, power },
    "allowances",
    "takePower",
    `I take the power policy 30: whoever fills role 5 may call 0xabcdef01 of ${CONTRACTS.voice} by themselves.`,
  ],
  draw: [
    { ...announcement, asRole: role, payee: BEN, amount: 10n ** 17n, purpose: "yeast" },
    "treasury",
    "draw",
    "As role 5 I pay 0.1 ETH to 0x0000…00b2 from what it was granted: “yeast”",
  ],
  passOn: [
    { ...announcement, asRole: role, role: circle, amount: 10n ** 17n },
    "treasury",
    "passOn",
    "As role 5 I pass on 0.1 ETH of what it was granted to role 1, for the same purpose.",
  ],
  endGrant: [
    announcement,
    "treasury",
    "endGrant",
    "I end the payment of 0.3 ETH to 0x0000…00b2: what is not spent of it is taken back.",
  ],
  openVault: [{ circle: role }, "partners", "openVault", "I open a vault for role 5."],
  inheritVault: [
    { vault: CONTRACTS.vaultFactory },
    "partners",
    "inheritVault",
    `I hand the vault ${CONTRACTS.vaultFactory} of a removed circle to the circle in which it stood.`,
  ],
  reverse: [
    { ...announcement, escalator: BEN },
    "treasury",
    "reverse",
    "I reverse the escalation by 0x0000…00b2 of the payment of 0.3 ETH to 0x0000…00b2; its window starts again.",
  ],
  revokeAnnouncement: [
    announcement,
    "treasury",
    "revoke",
    "I revoke the announcement of the payment of 0.3 ETH to 0x0000…00b2.",
  ],
  pay: [announcement, "treasury", "act", "I pay 0.3 ETH to 0x0000…00b2, as announced by Anna."],
  lapse: [
    announcement,
    "treasury",
    "lapse",
    "I close the expired announcement of the payment of 0.3 ETH to 0x0000…00b2.",
  ],
  relay: [
    {
      acts: [
        {
          core: CONTRACTS.consent,
          data: ACTS.confirm.call({ proposal, version: 1, content: HASH }, CONTRACTS).data,
          nonce: 0n,
          deadline: TIME,
          gas: 100_000,
          signer: ANNA,
          signature: "0x",
        },
      ],
    },
    "voice",
    "speakAll",
    "I relay what others have signed: Anna: have no objection to a proposal.",
  ],
  deployVault: [
    { founder: ANNA, salt: SALT },
    "vaultFactory",
    "deploy",
    "I deploy the vault of the organisation that Anna founded.",
  ],
  takeVoice: [
    { role },
    "circles",
    "takeVoice",
    "I take the voice of role 5: from now on I speak for it in its circle.",
  ],

  appoint: [
    { circle, index: 1, person: ANNA, until: TIME },
    "offices",
    "appoint",
    "I appoint Anna as representative 2 of role 1, until 2027-01-15.",
  ],
  resignOffice: [
    { circle, office: Office.Secretary, index: 0 },
    "offices",
    "resign",
    "I resign as secretary of role 1.",
  ],
  nameSurrogate: [
    { circle, office: Office.Facilitator, person: zeroAddress },
    "offices",
    "nameSurrogate",
    "I name nobody to stand in first for me as facilitator of role 1.",
  ],
  standIn: [
    { process: CONTRACTS.facilitation, matter: proposal, circle, office: Office.Facilitator },
    "offices",
    "standIn",
    "I stand in as facilitator of role 1 in matter 30.",
  ],
  endStandIn: [
    { process: CONTRACTS.facilitation, matter: proposal, circle, office: Office.Facilitator },
    "offices",
    "standIn",
    "I end what was declared in my place, and act as facilitator of role 1 in matter 30.",
  ],
  permit: [
    { role, person: ANNA, until: TIME },
    "offices",
    "permit",
    "I permit Anna to represent role 5 until 2027-01-15: to propose, to object and to escalate for it.",
  ],
  endPermission: [
    { role, person: ANNA },
    "offices",
    "endPermission",
    "I end the permission of Anna to represent role 5.",
  ],

  remark: [
    { proposal, kind: RemarkKind.Reaction, about: ANNA, text: "too late" },
    "facilitation",
    "remark",
    "I react to the objection of Anna to proposal 30: “too late”",
  ],
  requestMeeting: [
    { proposal, text: "let us talk" },
    "facilitation",
    "requestMeeting",
    "I ask for a meeting about proposal 30: “let us talk”",
  ],
  requestTest: [
    { proposal, objector: ANNA },
    "facilitation",
    "requestTest",
    "I ask for a test of the objection of Anna to proposal 30.",
  ],
  upholdObjection: [
    { proposal, objector: ANNA, text: "" },
    "facilitation",
    "uphold",
    "I uphold the objection of Anna to proposal 30: it gives every argument it needs.",
  ],
  ruleViolation: [
    { proposal, objector: ANNA, violates: true, text: "rule 3" },
    "facilitation",
    "rule",
    "I rule that adopting proposal 30 would break the rule that Anna names: “rule 3”",
  ],
  discardObjection: [
    { proposal, objector: ANNA, reason: DiscardReason.NoHarm, text: "" },
    "facilitation",
    "discard",
    "I judge that the objection of Anna to proposal 30 is to be discarded: no argument says how it would harm the circle.",
  ],
  dropProposal: [
    { proposal, reason: DropReason.NoExample, text: "" },
    "facilitation",
    "drop",
    "I judge that proposal 30 is to be dropped: it gives no example.",
  ],
  secondJudgement: [
    { proposal, about: zeroAddress },
    "facilitation",
    "second",
    "I second the judgement about proposal 30.",
  ],
  appeal: [
    { proposal, about: ANNA, text: "it does" },
    "facilitation",
    "appeal",
    "I appeal against the judgement about the objection of Anna to proposal 30: “it does”",
  ],
  decideAppeal: [
    { proposal, about: ANNA, upheld: false, text: "it does" },
    "facilitation",
    "decide",
    "I decide the appeal about the objection of Anna to proposal 30: the judgement is overturned. “it does”",
  ],
  settleJudgement: [
    { proposal, about: ANNA },
    "facilitation",
    "settle",
    "I settle the judgement about the objection of Anna to proposal 30, which time has decided.",
  ],

  callElection: [
    {
      subject: { circle, role: 0n, office: Office.Facilitator, index: 0, replaced: zeroAddress },
      reason: "the term ends",
    },
    "elections",
    "call",
    "I call an election of the facilitator of role 1: “the term ends”",
  ],
  openElection: [
    { election, term: 180 * DAY, tie: Tie.Random },
    "elections",
    "open",
    "I open the nominations of election 12: the term is 180 days, and a tie is broken by lot.",
  ],
  nominate: [
    { election, chainId: 31_337, nominator: BEN, nominee: ANNA, salt: HASH },
    "elections",
    "nominate",
    "I nominate Anna in election 12, sealed until all nominations are shared.",
  ],
  shareNomination: [
    { election, nominee: ANNA, salt: HASH, reason: "calm" },
    "elections",
    "share",
    "I share my nomination of Anna in election 12: “calm”",
  ],
  changeNomination: [
    { election, nominee: ANNA, reason: "calm" },
    "elections",
    "changeNomination",
    "I change my nomination in election 12 to Anna: “calm”",
  ],
  countNominations: [
    { election, candidates: [ANNA] },
    "elections",
    "count",
    "I count the nominations of election 12.",
  ],
  chooseNominee: [
    { election, nominee: ANNA },
    "elections",
    "choose",
    "I choose Anna among the tied in election 12.",
  ],
  confirmCandidate: [
    { election },
    "elections",
    "confirm",
    "I have no objection to the candidate in election 12.",
  ],
  objectToCandidate: [
    { election, reason: "too busy" },
    "elections",
    "object",
    "I object to the candidate in election 12: “too busy”",
  ],
  withdrawCandidateObjection: [
    { election },
    "elections",
    "withdrawCandidateObjection",
    "I withdraw my objection to the candidate in election 12.",
  ],
  discardCandidate: [
    { election, reason: "too busy" },
    "elections",
    "discard",
    "I discard the candidate in election 12, and the count is brought again: “too busy”",
  ],
  declareWillingness: [
    { election, willing: false },
    "elections",
    "declareWillingness",
    "I declare that I am not willing in election 12.",
  ],
  passOverCandidate: [
    { election },
    "elections",
    "passOver",
    "I pass over the candidate in election 12, who has not declared to be willing or is not eligible any more.",
  ],
  concludeElection: [
    { election },
    "elections",
    "conclude",
    "I conclude election 12: its candidate is elected.",
  ],

  requestSpecialMeeting: [
    { circle, purpose: "the ovens", limits: [proposal] },
    "meetings",
    "request",
    "I ask for a special meeting of role 1: “the ovens”",
  ],
  scheduleMeeting: [
    {
      circle,
      requested: idOf(1, 19),
      startsAt: TIME,
      endsAt: TIME + 7200,
      purpose: "the ovens",
      limits: [],
    },
    "meetings",
    "schedule",
    "I schedule a meeting of role 1 from 2027-01-15 08:00 UTC to 2027-01-15 10:00 UTC: “the ovens”",
  ],
  cancelMeeting: [{ meeting }, "meetings", "cancel", "I call off meeting 20."],
  checkIn: [{ meeting }, "meetings", "checkIn", "I check in to meeting 20."],
  bringGuest: [
    { meeting, inner: role, guest: ANNA, tension: "noise" },
    "meetings",
    "bringGuest",
    "As representative of role 5 I bring Anna to meeting 20 as a guest for one tension: “noise”",
  ],
  checkOut: [{ meeting }, "meetings", "checkOut", "I check out of meeting 20."],
  extendMeeting: [
    { meeting, extendedTo: TIME },
    "meetings",
    "extend",
    "I propose to extend meeting 20 until 2027-01-15 08:00 UTC, unless somebody present refuses.",
  ],
  refuseExtension: [
    { meeting },
    "meetings",
    "refuseExtension",
    "I refuse to go on with meeting 20 after its end.",
  ],
  addItem: [
    { meeting, label: "ovens", proposal },
    "meetings",
    "addItem",
    "I put “ovens” on the agenda of meeting 20, about proposal 30.",
  ],
  takeStep: [
    { item, step: ItemStep.Objecting },
    "meetings",
    "take",
    "I take item 21 to the objection round.",
  ],
  sayInMeeting: [{ item, text: "yes" }, "meetings", "say", "I say about item 21: “yes”"],
  confirmInMeeting: [
    { item, proposal, content: HASH },
    "meetings",
    "confirmItem",
    "I have no objection to proposal 30 in the round of item 21.",
  ],
  adoptInMeeting: [
    { item, proposal },
    "meetings",
    "adopt",
    "I adopt proposal 30 in the meeting: nobody present has an objection.",
  ],
  askInterpretation: [
    { circle, object: 0n, question: "who decides?" },
    "rulings",
    "askInterpretation",
    "I ask for an interpretation of the rules by the secretary of role 1: “who decides?”",
  ],
  interpret: [
    { interpretation, text: "all" },
    "rulings",
    "interpret",
    "I interpret what interpretation 40 asks: “all”",
  ],
  appealInterpretation: [
    { interpretation, text: "no" },
    "rulings",
    "appealInterpretation",
    "I appeal against interpretation 40, to the secretary of the circle around: “no”",
  ],
  reviewInterpretation: [
    { interpretation, upheld: false, text: "some" },
    "rulings",
    "reviewInterpretation",
    "I review interpretation 40, and overrule it: “some”",
  ],
  requestStrike: [
    { circle, object: role, text: "why" },
    "rulings",
    "requestStrike",
    "I ask the secretary of role 1 whether number 5 breaks the rules: “why”",
  ],
  clearGovernance: [
    { strike, text: "none" },
    "rulings",
    "clearGovernance",
    "I find that no rule is broken (request 41): “none”",
  ],
  strikeGovernance: [
    { strike, reason: StrikeReason.NoAuthority, rule: "rule 3", text: "why" },
    "rulings",
    "strikeGovernance",
    "I strike what is asked about in request 41: the circle had no authority over it (“rule 3”). “why”",
  ],
  appealStrike: [
    { strike, text: "no" },
    "rulings",
    "appealStrike",
    "I appeal against the strike of request 41: “no”",
  ],
  decideStrike: [
    { strike, upheld: true, text: "yes" },
    "rulings",
    "decideStrike",
    "I decide that the strike of request 41 stands: “yes”",
  ],
  carryOutStrike: [
    { strike, people: [ANNA] },
    "rulings",
    "carryOutStrike",
    "I carry out the strike of request 41.",
  ],
  askAudit: [
    { circle, text: "look" },
    "breakdowns",
    "askAudit",
    "I ask the facilitator of role 1 to look whether it keeps the rules: “look”",
  ],
  declareBreakdown: [
    { circle: role, by: circle, reason: BreakdownReason.Pattern, text: "again" },
    "breakdowns",
    "declareBreakdown",
    "I declare, for an office of role 1, that role 5 is in breakdown, because its people break the rules again and again. “again”",
  ],
  takeOver: [
    { circle: role, office: Office.Secretary },
    "breakdowns",
    "takeOver",
    "I take over the office of secretary of role 5 until due process is restored.",
  ],
  addLead: [
    { circle: role, person: ANNA },
    "breakdowns",
    "addLead",
    "I add Anna to those who lead role 5 until due process is restored.",
  ],
  declareRestored: [
    { circle: role, text: "done" },
    "breakdowns",
    "declareRestored",
    "I declare due process in role 5 restored. “done”",
  ],
  overturnBreakdown: [
    { circle: role, text: "no" },
    "breakdowns",
    "overturnBreakdown",
    "I overturn the breakdown of role 5. “no”",
  ],
  escalateBreakdown: [
    { circle: role },
    "breakdowns",
    "escalateBreakdown",
    "I carry the breakdown of role 5 to the circle around it, which is in breakdown too.",
  ],
  declareInitiative: [
    { asRole: role, breaks: 0n, affected: [circle], statements: STATEMENTS },
    "initiatives",
    "declareInitiative",
    "I declare an initiative for role 5: “off”",
  ],
  askToRefrain: [
    { initiative, role, text: "please" },
    "initiatives",
    "askToRefrain",
    "I ask, for role 5, to refrain from acts like initiative 42. “please”",
  ],
  liftRefrain: [
    { initiative, role },
    "initiatives",
    "liftRefrain",
    "I lift what was asked about initiative 42 for role 5.",
  ],
};

const VIEW: View = { people: addressBook({ [ANNA.toLowerCase()]: "Anna" }) };

describe("acts", () => {
  for (const [name, [data, contract, functionName, sentence]] of Object.entries(SAMPLES)) {
    const act = ACTS[name as ActName] as unknown as ActDefinition<typeof data>;

    it(`${name}: calls, says and lists the same`, () => {
      const call = act.call(data, CONTRACTS);
      expect(call.to).to.equal(CONTRACTS[contract]);
      expect(call.value).to.equal(0n);
      expect(
        decodeFunctionData({ abi: ABIS[contract] as Abi, data: call.data }).functionName,
      ).to.equal(functionName);
      expect(act.sentence(data, VIEW)).to.equal(sentence);
      if (name !== "remark") expect(sentence).to.contain(VERBS[name as ActName].verb);
      const fields = act.fields(data, VIEW);
      expect(fields.length).to.be.greaterThan(0);
      for (const { label, value } of fields)
        expect(`${label}${value}`).to.not.match(/undefined|NaN|\[object/);
    });
  }
});

describe("the vocabulary", () => {
  it("begins every title with the verb of the sentence", () => {
    for (const { title, verb, past } of Object.values(VERBS)) {
      expect(title.toLowerCase()).to.match(new RegExp(`^${verb} `));
      expect(past).to.match(/^[a-z]/);
    }
  });

  it("tells two acts apart by their titles", () => {
    const titles = Object.values(VERBS).map(({ title }) => title);
    expect(new Set(titles).size).to.equal(titles.length);
  });
});

describe("a nomination", () => {
  it("sends the seal that its salt opens, for this contract and chain alone", () => {
    const data = { election, chainId: 31_337, nominator: BEN, nominee: ANNA, salt: HASH };
    const sealed = (fields: Partial<typeof data> = {}, contracts = CONTRACTS) => {
      const call = ACTS.nominate.call({ ...data, ...fields }, contracts);
      return decodeFunctionData({ abi: electionsAbi, data: call.data }).args?.[1];
    };
    const seal = sealOf({ ...data, elections: CONTRACTS.elections });
    expect(sealed()).to.equal(seal);
    for (const other of [{ nominee: BEN }, { chainId: 1 }, { salt: SALT }, { nominator: ANNA }]) {
      expect(sealed(other)).to.not.equal(seal);
    }
    expect(sealed({}, { ...CONTRACTS, elections: CONTRACTS.meetings })).to.not.equal(seal);
  });
});

describe("changes in words", () => {
  const inShort = (fields: Partial<Change> & Pick<Change, "kind">) =>
    changeInShort(VIEW, circle, change(fields));

  it("say where things move, and who speaks for a limited role", () => {
    const { MoveRole, MovePolicy, LimitRole } = ChangeKind;
    const target = role;
    expect(inShort({ kind: MoveRole, target, place: idOf(1, 7) })).to.equal(
      "move role 5 into role 7",
    );
    expect(inShort({ kind: MoveRole, target })).to.equal("move role 5 into role 1");
    expect(inShort({ kind: MovePolicy, target, place: idOf(1, 7) })).to.equal(
      "move the policy policy 5 into role 7",
    );
    expect(inShort({ kind: LimitRole, target, place: 2n })).to.equal(
      "let 2 of those who fill role 5 speak for it",
    );
    expect(inShort({ kind: LimitRole, target })).to.equal("let all who fill role 5 speak for it");
  });

  it("list every part of settings, every flag and every tag", () => {
    const settings = {
      window: 5 * DAY,
      notice: 3 * DAY,
      flags: Flags.WINDOWLESS | Flags.REALITY,
      attention: 3,
      quorum: 2,
      reps: 2,
      admission: role,
      assigner: idOf(1, 6),
      appointer: idOf(1, 7),
    };
    const fields = changeFields(VIEW, circle, [
      change({ kind: ChangeKind.Configure, settings: [settings] }),
      change({ kind: ChangeKind.AdoptPolicy, tags: Tags.GRANT | Tags.HERE_ALONE }),
    ]).map(({ label, value }) => `${label}: ${value}`);
    expect(fields).to.include.members([
      "Change 1, window: 5 days",
      "Change 1, notice: 3 days",
      "Change 1, flag: silence is no consent",
      "Change 1, flag: a proposal that only records what happens already needs no example",
      "Change 1, silence waits for: 3 members",
      "Change 1, quorum of a meeting: 2 members",
      "Change 1, representatives of each circle inside: 2",
      "Change 1, admits partners: role 5",
      "Change 1, assigns: role 6",
      "Change 1, appoints its representatives: role 7",
      "Change 2, tag: grants authority",
      "Change 2, tag: here alone",
    ]);
    expect(fields.filter((field) => field.includes("flag"))).to.have.length(2);
  });

  it("leave no bit out that they do not know", () => {
    expect(flagNames(1024 + Flags.ELECTIVE)).to.deep.equal([
      "roles are filled by election too",
      "the unknown bits 1024",
    ]);
  });
});

describe("acts in an organisation", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let organisation: Organisation;

  before(async () => {
    bakery = await Bakery.busy();
    organisation = (await bakery.read()).state;
  });

  const view = (): View => ({ organisation, people: addressBook({ [bakery.anna]: "Anna" }) });

  it("name circles, people and what a version says", () => {
    const [first] = [...organisation.proposals.values()];
    const { version, contentHash: content } = currentVersion(first!);
    const data = { proposal: first!.id, version, content };
    const number = organisation.acts.find(({ name }) => name === "Proposed")?.number;
    expect(ACTS.confirm.sentence(data, view())).to.equal(
      `I have no objection to version 1 of proposal ${number} of Anna in “Bakery”.`,
    );
    const values = ACTS.confirm.fields(data, view()).map(({ value }) => value);
    expect(values).to.include("create the role “Oven” in “Operations”");
  });

  it("hash contents and payments as the contracts do", () => {
    for (const it of organisation.proposals.values()) {
      const { changes: some, reasons, contentHash: hash } = currentVersion(it);
      expect(contentHash(some, reasons)).to.equal(hash);
    }
    expect(reasonsHash(REASONS)).to.have.length(66);
    expect(paymentHash(ANNA, payment)).to.not.equal(paymentHash(BEN, payment));
  });

  it("list the people whom changes seat or unseat, in order", async () => {
    const open = await Bakery.open();
    const { state } = await open.read();
    const [operations, secretary] = await open.roles();
    const list = [
      change({ kind: ChangeKind.CreateRole, target: operations, words: words("Oven") }),
      change({ kind: ChangeKind.CreateRole, target: operations, words: words("Mill") }),
      change({ kind: ChangeKind.CreateRole, target: 1n, words: words("Door") }),
      change({ kind: ChangeKind.CreateRole, words: words("Shop") }),
      change({
        kind: ChangeKind.AmendRole,
        target: secretary,
        revision: 1,
        words: words("Scribe"),
      }),
      change({ kind: ChangeKind.RemoveRole, target: secretary, revision: 1 }),
    ];
    expect(peopleOf(state, state.anchor, list)).to.deep.equal([open.anna, open.ben, open.cleo]);
  });

  it("are refused in words", async () => {
    const [operations] = await bakery.roles();
    const call = bakery.call("revoke", { role: operations, person: bakery.ben });
    const refusal = decodeRevert(await bakery.world.refusal(bakery.anna, call), view());
    expect(refusal).to.deep.include({
      name: "AnchorSeat",
      sentence: "Nobody alone ends an assignment to “Operations”.",
    });
  });
});

describe("sentences", () => {
  it("quote others without what is not seen", () => {
    expect(quoted("a\u202Eb\u200Bc\nd”, I agree “")).to.equal("“a b c d', I agree '”");
  });

  it("give amounts in the token's own unit, or say that it is not known", () => {
    const tokens = [{ address: TOKEN, symbol: "USD", decimals: 6 }];
    expect(amountOf({ people: new Map(), tokens }, TOKEN, 1_500_000n)).to.equal("1.5 USD");
    expect(amountOf({ people: new Map() }, TOKEN, 5n)).to.contain(
      "5 of the smallest unit of token",
    );
  });

  it("give durations in days and hours", () => {
    expect(duration(DAY)).to.equal("1 day");
    expect(duration(5 * DAY + 7200)).to.equal("5 days 2 hours");
    expect(duration(0)).to.equal("0 seconds");
  });
});
