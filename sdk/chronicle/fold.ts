import type { Act, ActOf, EventName } from "./events.ts";
import {
  budgetSpent,
  budgetTaken,
  powerTaken,
  powerUsed,
  spendingConfirmed,
} from "./fold/allowances.ts";
import {
  assigned,
  offered,
  offerWithdrawn,
  representationEnded,
  represented,
  unassigned,
  voiceTaken,
} from "./fold/assignments.ts";
import {
  auditAsked,
  breakdownDeclared,
  breakdownEnded,
  leadAdded,
  officeTakenOver,
} from "./fold/breakdowns.ts";
import {
  adoptedInMeeting,
  amended,
  checkConsent,
  confirmed,
  dropped,
  enacted,
  held,
  objected,
  objectionDiscarded,
  objectionWithdrawn,
  proposed,
  released,
  resolved,
  stopped,
  suspended,
  withdrawn,
} from "./fold/consent.ts";
import type { Apply, Draft } from "./fold/draft.ts";
import { check, checkEqual, draftOf } from "./fold/draft.ts";
import {
  called,
  candidateConfirmed,
  candidateDiscarded,
  candidateObjected,
  candidateObjectionWithdrawn,
  chosen,
  counted,
  elected,
  nominated,
  nominationChanged,
  opened,
  shared,
  tied,
  willingnessDeclared,
} from "./fold/elections.ts";
import {
  appealDecided,
  appealed,
  discardJudged,
  dropJudged,
  judgementSettled,
  meetingRequested,
  objectionUpheld,
  remarked,
  seconded,
  testRequested,
  violationRuled,
} from "./fold/facilitation.ts";
import { checkFamily, checkRecordPart } from "./fold/families.ts";
import {
  amendmentSigned,
  begin,
  dissolved,
  ratified,
  ratifierSucceeded,
  rulesAmended,
  written,
} from "./fold/founding.ts";
import { initiativeDeclared, refrainAsked, refrainLifted } from "./fold/initiatives.ts";
import { decreed, directed, focused, published, redirected } from "./fold/leads.ts";
import { linkEnded, roleLinked, roleUnlinked } from "./fold/links.ts";
import {
  checkedIn,
  checkedOut,
  confirmedInMeeting,
  extensionProposed,
  extensionRefused,
  guestBrought,
  itemAdded,
  itemAdopted,
  meetingCancelled,
  meetingScheduled,
  specialMeetingRequested,
  spoken,
  stepTaken,
} from "./fold/meetings.ts";
import {
  installed,
  officeResigned,
  permissionEnded,
  permitted,
  standInDeclared,
  surrogateNamed,
} from "./fold/offices.ts";
import { agreed, expelled, invited, left, opennessDeclared } from "./fold/partners.ts";
import {
  governanceCleared,
  governanceStruck,
  interpretationAppealed,
  interpretationAsked,
  interpretationReviewed,
  interpreted,
  strikeAppealed,
  strikeCarriedOut,
  strikeDecided,
  strikeRequested,
} from "./fold/rulings.ts";
import { settingsSet } from "./fold/settings.ts";
import { processSet, treasurySet } from "./fold/special.ts";
import {
  added,
  inscribed,
  policyAdopted,
  policyMoved,
  policyRepealed,
  roleCreated,
  roleLimited,
  roleMoved,
  roleRemoved,
} from "./fold/structure.ts";
import {
  announced,
  checkTreasury,
  drawn,
  escalated,
  grantEnded,
  lapsed,
  paid,
  passedOn,
  reversed,
  revoked,
} from "./fold/treasury.ts";
import { checkEnd, checkFinished } from "./fold/unfinished.ts";
import { vaultInherited, vaultOpened } from "./fold/vaults.ts";
import type { Organisation, Origin } from "./organisation.ts";

type Table = { readonly [name in EventName]?: Apply<name> };

const FOUNDED_ONCE: Apply<"Founded"> = (_, act) => check(act, false, "it was founded before");

const RECORD = {
  Offered: offered,
  OfferWithdrawn: offerWithdrawn,
  Assigned: assigned,
  Unassigned: unassigned,
  VoiceTaken: voiceTaken,
  Represented: represented,
  RepresentationEnded: representationEnded,
} as const satisfies Table;

const STRUCTURE = {
  RoleCreated: roleCreated,
  RoleRemoved: roleRemoved,
  RoleMoved: roleMoved,
  RoleLimited: roleLimited,
  RoleLinked: roleLinked,
  RoleUnlinked: roleUnlinked,
  PolicyAdopted: policyAdopted,
  PolicyRepealed: policyRepealed,
  PolicyMoved: policyMoved,
  Inscribed: inscribed,
  Added: added,
  SettingsSet: settingsSet,
} as const satisfies Table;

const PARTNERS = {
  Invited: invited,
  Agreed: agreed,
  Left: left,
  Expelled: expelled,
  OpennessDeclared: opennessDeclared,
  VaultOpened: vaultOpened,
  VaultInherited: vaultInherited,
} as const satisfies Table;

const FOUNDING = {
  Founded: FOUNDED_ONCE,
  Written: written,
  Ratified: ratified,
  AmendmentSigned: amendmentSigned,
  RatifierSucceeded: ratifierSucceeded,
  Dissolved: dissolved,
  RulesAmended: rulesAmended,
  ProcessSet: processSet,
  TreasurySet: treasurySet,
} as const satisfies Table;

const CONSENT = {
  Proposed: proposed,
  Amended: amended,
  Withdrawn: withdrawn,
  Objected: objected,
  ObjectionWithdrawn: objectionWithdrawn,
  Resolved: resolved,
  Confirmed: confirmed,
  Held: held,
  Suspended: suspended,
  AdoptedInMeeting: adoptedInMeeting,
  ObjectionDiscarded: objectionDiscarded,
  Stopped: stopped,
  Released: released,
  Dropped: dropped,
  Enacted: enacted,
} as const satisfies Table;

const TREASURY = {
  Announced: announced,
  Escalated: escalated,
  Reversed: reversed,
  Revoked: revoked,
  Paid: paid,
  Drawn: drawn,
  PassedOn: passedOn,
  GrantEnded: grantEnded,
  Lapsed: lapsed,
} as const satisfies Table;

const OFFICES = {
  Installed: installed,
  OfficeResigned: officeResigned,
  SurrogateNamed: surrogateNamed,
  StandInDeclared: standInDeclared,
  Permitted: permitted,
  PermissionEnded: permissionEnded,
} as const satisfies Table;

const FACILITATION = {
  Remarked: remarked,
  MeetingRequested: meetingRequested,
  TestRequested: testRequested,
  ObjectionUpheld: objectionUpheld,
  ViolationRuled: violationRuled,
  DiscardJudged: discardJudged,
  DropJudged: dropJudged,
  Seconded: seconded,
  Appealed: appealed,
  AppealDecided: appealDecided,
  JudgementSettled: judgementSettled,
} as const satisfies Table;

const ELECTIONS = {
  Called: called,
  Opened: opened,
  Nominated: nominated,
  Shared: shared,
  NominationChanged: nominationChanged,
  Tied: tied,
  Chosen: chosen,
  Counted: counted,
  CandidateConfirmed: candidateConfirmed,
  CandidateObjected: candidateObjected,
  CandidateObjectionWithdrawn: candidateObjectionWithdrawn,
  WillingnessDeclared: willingnessDeclared,
  CandidateDiscarded: candidateDiscarded,
  Elected: elected,
} as const satisfies Table;

const MEETINGS = {
  SpecialMeetingRequested: specialMeetingRequested,
  MeetingScheduled: meetingScheduled,
  MeetingCancelled: meetingCancelled,
  CheckedIn: checkedIn,
  GuestBrought: guestBrought,
  CheckedOut: checkedOut,
  ExtensionProposed: extensionProposed,
  ExtensionRefused: extensionRefused,
  ItemAdded: itemAdded,
  StepTaken: stepTaken,
  Spoken: spoken,
  ConfirmedInMeeting: confirmedInMeeting,
  ItemAdopted: itemAdopted,
} as const satisfies Table;

const LEADS = {
  Decreed: decreed,
  Directed: directed,
  Redirected: redirected,
  Focused: focused,
  Published: published,
  LinkEnded: linkEnded,
} as const satisfies Table;

const ALLOWANCES = {
  BudgetTaken: budgetTaken,
  BudgetSpent: budgetSpent,
  SpendingConfirmed: spendingConfirmed,
  PowerUsed: powerUsed,
  PowerTaken: powerTaken,
} as const satisfies Table;

const RULINGS = {
  InterpretationAsked: interpretationAsked,
  Interpreted: interpreted,
  InterpretationAppealed: interpretationAppealed,
  InterpretationReviewed: interpretationReviewed,
  StrikeRequested: strikeRequested,
  GovernanceCleared: governanceCleared,
  GovernanceStruck: governanceStruck,
  StrikeAppealed: strikeAppealed,
  StrikeDecided: strikeDecided,
  StrikeCarriedOut: strikeCarriedOut,
} as const satisfies Table;

const BREAKDOWNS = {
  AuditAsked: auditAsked,
  BreakdownDeclared: breakdownDeclared,
  OfficeTakenOver: officeTakenOver,
  LeadAdded: leadAdded,
  BreakdownEnded: breakdownEnded,
} as const satisfies Table;

const INITIATIVES = {
  InitiativeDeclared: initiativeDeclared,
  RefrainAsked: refrainAsked,
  RefrainLifted: refrainLifted,
} as const satisfies Table;

/** Every event, and what it does; the type knows that none is missing. */
const APPLY: { readonly [name in EventName]: Apply<name> } = {
  ...RECORD,
  ...STRUCTURE,
  ...PARTNERS,
  ...FOUNDING,
  ...CONSENT,
  ...TREASURY,
  ...OFFICES,
  ...FACILITATION,
  ...ELECTIONS,
  ...MEETINGS,
  ...LEADS,
  ...ALLOWANCES,
  ...RULINGS,
  ...BREAKDOWNS,
  ...INITIATIVES,
};

/**
 * What is true after one more event. Pure: the state before is left as it is.
 * @param state What was true before; before the first event, where the history begins.
 * @throws FoldError for an event that the rules do not allow: the fold audits the contracts.
 */
export function fold(state: Organisation | Origin, act: Act): Organisation {
  if (!isBegun(state)) return begin(state, act);
  const draft = draftOf(state);
  apply(draft, act);
  return draft;
}

/**
 * What is true after all of these events, which end with a whole act. The state before is left as it is.
 * @param from What was true before; where the history begins when the first event founds the organisation.
 * @throws FoldError for the first event that the rules do not allow.
 */
export function replay(acts: readonly Act[], from: Organisation | Origin): Organisation {
  const [first, ...rest] = acts;
  const begun = isBegun(from);
  if (first === undefined) {
    if (!begun) throw new TypeError("A history has at least one event.");
    return from;
  }
  const draft = begun ? draftOf(from) : begin(from, first);
  for (const act of begun ? acts : rest) apply(draft, act);
  checkEnd(draft);
  return draft;
}

function isBegun(state: Organisation | Origin): state is Organisation {
  return "acts" in state;
}

function apply(draft: Draft, act: Act): void {
  const { head } = draft;
  checkEqual(act, "its number", act.number, head.number + 1);
  checkEqual(act, "the head before it", act.previous.toLowerCase(), head.word);
  checkEqual(act, "its organisation", act.organisation, draft.number);
  check(act, act.block >= head.block && act.time >= head.time, "it is older than the one before");
  checkEmitter(draft, act);
  checkFinished(draft, act);
  applyOf(act)(draft, act);
  draft.head = { word: act.head, number: act.number, block: act.block, time: act.time };
  draft.acts.push(act);
}

function applyOf(act: Act): (draft: Draft, act: Act) => void {
  // An event's name and what it does are paired by the type of the table.
  return APPLY[act.name] as (draft: Draft, act: ActOf<EventName>) => void;
}

function checkEmitter(draft: Draft, act: Act): void {
  const { name, emitter } = act;
  if (name in RECORD) checkEqual(act, "its contract", emitter, draft.circles);
  else if (name in STRUCTURE) checkRecordPart(draft, act, "structure");
  else if (name in PARTNERS) checkRecordPart(draft, act, "partners");
  else if (name in FOUNDING) checkEqual(act, "its contract", emitter, draft.founding.contract);
  else if (name in CONSENT) checkConsent(draft, act);
  else if (name in TREASURY) checkTreasury(draft, act);
  else if (name in OFFICES) checkFamily(draft, act, "offices");
  else if (name in FACILITATION) checkFamily(draft, act, "facilitation");
  else if (name in ELECTIONS) checkFamily(draft, act, "elections");
  else if (name in MEETINGS) checkFamily(draft, act, "meetings");
  else if (name in ALLOWANCES) checkFamily(draft, act, "allowances");
  else if (name in LEADS) checkFamily(draft, act, "leads");
  else if (name in RULINGS) checkFamily(draft, act, "rulings");
  else if (name in BREAKDOWNS) checkFamily(draft, act, "breakdowns");
  else checkFamily(draft, act, "initiatives");
}
