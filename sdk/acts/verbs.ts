import type { ActName } from "./acts.ts";

/** What an act is called, the same wherever it is named: on a button, in the sentence to sign, in the history. */
export interface Verb {
  /** As a label: "Withdraw a proposal". */
  readonly title: string;
  /** Of oneself, after "I": "withdraw". */
  readonly verb: string;
  /** Of somebody, after a name: "withdrew". */
  readonly past: string;
}

/** The vocabulary of all acts. */
export const VERBS: { readonly [name in ActName]: Verb } = {
  found: of("found", "founded", "an organisation"),
  write: of("write", "wrote", "a part of the first structure"),
  ratify: of("ratify", "ratified", "the first structure"),
  signAmendment: of("sign", "signed", "an amendment of the rules"),
  succeed: of("name", "named", "who signs in one’s place"),
  dissolve: of("dissolve", "dissolved", "the organisation, for ever"),
  invite: of("invite", "invited", "a partner"),
  agree: of("agree to", "agreed to", "the rules"),
  leaveOrganisation: of("leave", "left", "the organisation"),
  expel: of("expel", "expelled", "a partner"),
  declareOpenness: of("declare", "declared", "whether I am open to assignments"),
  offer: of("offer", "offered", "a role"),
  withdrawOffer: of("withdraw", "withdrew", "an offer"),
  accept: of("accept", "accepted", "a role"),
  resign: of("resign from", "resigned from", "a role"),
  revoke: of("end", "ended", "an assignment"),
  takeVoice: of("take", "took", "the voice of a role"),
  propose: of("propose", "proposed", "a change"),
  amend: of("amend", "amended", "a proposal"),
  withdraw: of("withdraw", "withdrew", "a proposal"),
  object: of("object to", "objected to", "a proposal"),
  withdrawObjection: of("withdraw", "withdrew", "an objection"),
  resolve: of("resolve", "resolved", "an objection"),
  confirm: of("have no objection to", "has no objection to", "a proposal"),
  enact: of("enact", "enacted", "a proposal"),
  announce: of("announce", "announced", "a payment"),
  escalate: of("escalate", "escalated", "a payment"),
  reverse: of("reverse", "reversed", "an escalation"),
  revokeAnnouncement: of("revoke", "revoked", "an announcement"),
  pay: of("pay", "paid", "what was announced"),
  takeBudget: of("take", "took", "a budget"),
  spendBudget: of("pay", "paid", "from a budget"),
  confirmSpending: of("confirm", "confirmed", "a payment from a budget"),
  usePower: of("call", "called", "by a power"),
  takePower: of("take", "took", "a power"),
  draw: of("pay", "paid", "from a grant"),
  passOn: of("pass on", "passed on", "a part of a grant"),
  endGrant: of("end", "ended", "a grant"),
  openVault: of("open", "opened", "a vault"),
  inheritVault: of("hand", "handed", "the vault of a removed circle on"),
  lapse: of("close", "closed", "an expired announcement"),
  relay: of("relay", "relayed", "what others have signed"),
  deployVault: of("deploy", "deployed", "the vault"),

  appoint: of("appoint", "appointed", "a representative"),
  resignOffice: of("resign as", "resigned as", "an officer"),
  nameSurrogate: of("name", "named", "who stands in first"),
  standIn: of("stand in", "declared to stand in", "for an office"),
  endStandIn: of("end", "ended", "what was declared in one’s place"),
  permit: of("permit", "permitted", "somebody to represent a role"),
  endPermission: of("end", "ended", "a permission"),

  remark: of("say", "said", "something about a proposal"),
  requestMeeting: of("ask for", "asked for", "a meeting about a proposal"),
  requestTest: of("ask for", "asked for", "a test of an objection"),
  upholdObjection: of("uphold", "upheld", "an objection"),
  ruleViolation: of("rule", "ruled", "whether a rule would be broken"),
  discardObjection: of("judge", "judged", "that an objection is to be discarded"),
  dropProposal: of("judge", "judged", "that a proposal is to be dropped"),
  secondJudgement: of("second", "seconded", "a judgement"),
  appeal: of("appeal against", "appealed against", "a judgement"),
  decideAppeal: of("decide", "decided", "an appeal"),
  settleJudgement: of("settle", "settled", "a judgement"),

  callElection: of("call", "called", "an election"),
  openElection: of("open", "opened", "nominations"),
  nominate: of("nominate", "nominated", "somebody"),
  shareNomination: of("share", "shared", "a nomination"),
  changeNomination: of("change", "changed", "a nomination"),
  countNominations: of("count", "counted", "nominations"),
  chooseNominee: of("choose", "chose", "among the tied"),
  confirmCandidate: of("have no objection to", "has no objection to", "a candidate"),
  objectToCandidate: of("object to", "objected to", "a candidate"),
  withdrawCandidateObjection: of("withdraw", "withdrew", "an objection to a candidate"),
  discardCandidate: of("discard", "discarded", "a candidate"),
  declareWillingness: of("declare", "declared", "whether I am willing"),
  passOverCandidate: of("pass over", "passed over", "a candidate"),
  concludeElection: of("conclude", "concluded", "an election"),

  decree: of("decide", "decided", "as a lead"),
  instruct: of("direct", "directed", "a role"),
  redirect: of("redirect", "redirected", "what is said of a circle"),
  focus: of("focus", "focused", "an assignment"),
  unlink: of("unlink", "unlinked", "a role"),
  publish: of("write", "wrote", "policies on a domain"),

  requestSpecialMeeting: of("ask for", "asked for", "a special meeting"),
  scheduleMeeting: of("schedule", "scheduled", "a meeting"),
  cancelMeeting: of("call off", "called off", "a meeting"),
  checkIn: of("check in to", "checked in to", "a meeting"),
  bringGuest: of("bring", "brought", "a guest"),
  checkOut: of("check out of", "checked out of", "a meeting"),
  extendMeeting: of("propose to extend", "proposed to extend", "a meeting"),
  refuseExtension: of("refuse", "refused", "to go on"),
  addItem: of("put", "put", "an item on the agenda"),
  takeStep: of("take", "took", "an item to a step"),
  sayInMeeting: of("say", "said", "something about an item"),
  confirmInMeeting: of("have no objection to", "has no objection to", "an item"),
  adoptInMeeting: of("adopt", "adopted", "a proposal in a meeting"),

  askInterpretation: of("ask for", "asked for", "an interpretation"),
  interpret: of("interpret", "interpreted", "a text"),
  appealInterpretation: of("appeal against", "appealed against", "an interpretation"),
  reviewInterpretation: of("review", "reviewed", "an interpretation"),
  requestStrike: of("ask", "asked", "whether something breaks the rules"),
  clearGovernance: of("find", "found", "that no rule is broken"),
  strikeGovernance: of("strike", "struck", "what breaks the rules"),
  appealStrike: of("appeal against", "appealed against", "a strike"),
  decideStrike: of("decide", "decided", "whether a strike stands"),
  carryOutStrike: of("carry out", "carried out", "a strike"),

  askAudit: of("ask", "asked", "whether a circle keeps the rules"),
  declareBreakdown: of("declare", "declared", "a breakdown"),
  takeOver: of("take over", "took over", "an office"),
  addLead: of("add", "added", "a lead to a circle in breakdown"),
  declareRestored: of("declare", "declared", "due process restored"),
  overturnBreakdown: of("overturn", "overturned", "a breakdown"),
  escalateBreakdown: of("carry", "carried", "a breakdown further out"),

  declareInitiative: of("declare", "declared", "an initiative"),
  askToRefrain: of("ask", "asked", "somebody to refrain"),
  liftRefrain: of("lift", "lifted", "a request to refrain"),
};

/** Declining is withdrawing an offer to oneself, which nobody calls so. */
export const DECLINE: Verb = of("decline", "declined", "an offer");

function of(verb: string, past: string, what: string): Verb {
  return { title: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${what}`, verb, past };
}
