import type { GlyphName } from "#app/components/Glyph.tsx";
import { countText, listText } from "#app/words/lists.ts";
import type { ActName } from "#sdk/acts/acts.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { numberOf } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Something to know before signing. */
export interface Mind {
  readonly glyph: GlyphName;
  readonly title: string;
  readonly text: string;
}

/** Whether an act can be undone, and how. */
const UNDO: { readonly [name in ActName]: readonly [title: string, text: string] } = {
  found: ["It stays.", "An organisation that was founded is never deleted."],
  write: [
    "It can be changed until the founding is over.",
    "A later write voids earlier ratifications.",
  ],
  ratify: [
    "It counts until somebody writes again.",
    "With the last ratification the founding is over.",
  ],
  signAmendment: [
    "It cannot be taken back.",
    "It counts for this text, these articles and this revision alone.",
  ],
  dissolve: [
    "It cannot be undone by anybody.",
    "Vaults obey nobody afterwards: pay everything out before.",
  ],
  succeed: [
    "Only your successor could give it back.",
    "What was signed from your place stays signed.",
  ],
  invite: ["It stands until the person agrees.", "Whoever is invited may become a partner."],
  agree: ["You can leave again.", "Leaving gives up every role you fill."],
  leaveOrganisation: [
    "It cannot be taken back alone.",
    "You would have to be invited and assigned again.",
  ],
  expel: [
    "It cannot be taken back alone.",
    "The person would have to be invited and to agree again.",
  ],
  declareOpenness: ["You can change it at any time.", "It binds nobody but you."],
  offer: [
    "You can withdraw it until it is accepted.",
    "To somebody open to assignments it counts at once.",
  ],
  withdrawOffer: ["It can be offered again.", "Nothing else changes."],
  accept: ["You can resign at any time.", "From this block on you fill the role."],
  resign: ["Only a new assignment brings it back.", "It counts from this block on."],
  revoke: ["Only a new assignment brings it back.", "It counts from this block on."],
  propose: [
    "You can withdraw or amend it.",
    "Until it is over, it takes one of your three places in this circle.",
  ],
  amend: [
    "The earlier version is over.",
    "Confirmations of it are void, and a full window begins.",
  ],
  withdraw: ["It cannot be taken back.", "The same can be proposed anew."],
  object: ["You can withdraw it at any time.", "While it stands, nothing is adopted."],
  withdrawObjection: [
    "It cannot be raised again to this version.",
    "If it was the last one, the window stays open for at least two days.",
  ],
  resolve: [
    "It cannot be taken back.",
    "It says that this version integrates your objection, and counts as your confirmation.",
  ],
  confirm: ["It cannot be taken back.", "Until the window closes you can still object."],
  enact: ["It cannot be taken back.", "Only another proposal changes it again."],
  announce: [
    "You can revoke it until it is paid.",
    "Until then the amount is set aside, and it takes one of your three places.",
  ],
  escalate: [
    "You can reverse it, once.",
    "Until then it blocks the payment. Nobody escalates the same payment twice.",
  ],
  reverse: [
    "It cannot be taken back.",
    "The window begins anew; whoever escalated cannot do so again.",
  ],
  revokeAnnouncement: ["It cannot be taken back.", "The same payment can be announced anew."],
  pay: ["It cannot be taken back.", "The money leaves the vault in the same block."],
  takeBudget: ["It ends with the policy.", "Whoever acts for the role pays from it from then on."],
  spendBudget: ["It cannot be taken back.", "The vault pays at once; it counts in this period."],
  confirmSpending: [
    "It cannot be taken back.",
    "It counts for one payment of this amount to this payee.",
  ],
  usePower: ["What the contract does cannot be taken back.", "It counts in this period."],
  takePower: [
    "It ends with the policy.",
    "Whoever fills the role may call it by themselves from then on.",
  ],
  draw: ["It cannot be taken back.", "The vault pays at once."],
  passOn: ["Only the other role could pass it back.", "It is bound to the same purpose."],
  endGrant: ["It cannot be taken back.", "What is not spent is the source's again."],
  openVault: ["It stays.", "A circle has one vault, and spends from it only by a policy."],
  inheritVault: ["It stays.", "The circle around a removed one has what that had."],
  lapse: ["It cannot be taken back.", "It only frees what was set aside."],
  relay: [
    "It cannot be taken back.",
    "Each act is theirs who signed it. What is refused stops nothing else.",
  ],
  deployVault: ["It cannot be taken back.", "The vault’s address was fixed before."],
  takeVoice: ["It lasts while you fill the role.", "From this block on you are a member for it."],

  appoint: [
    "You can appoint somebody else at any time.",
    "Whoever represented the circle in this place no longer does.",
  ],
  resignOffice: ["Only an election brings it back.", "It counts from this block on."],
  nameSurrogate: ["You can name somebody else at any time.", "It ends with your time in office."],
  standIn: [
    "Whoever comes earlier in the order can replace you.",
    "It takes effect after the circle’s notice, in this matter alone.",
  ],
  endStandIn: [
    "It can be declared anew, and ended again.",
    "From this block on nobody acts in your place in this matter.",
  ],
  permit: [
    "You can end it at any time.",
    "It ends too when you no longer speak for the role, or the person is no member.",
  ],
  endPermission: ["It can be given anew.", "It counts from this block on."],

  remark: ["It stays in the record.", "It counts neither for the proposal nor against it."],
  requestMeeting: [
    "It cannot be taken back.",
    "For two notices only a meeting adopts it; then a full window begins. You ask once for each proposal.",
  ],
  requestTest: ["It cannot be taken back.", "It asks the facilitator, and decides nothing."],
  upholdObjection: ["It stays in the record.", "The objection stands as before."],
  ruleViolation: [
    "A ruling is made once.",
    "The objection stands until it is discarded, or integrated.",
  ],
  discardObjection: [
    "It can be appealed against.",
    "It takes effect when the time for an appeal has passed; until then nothing is adopted.",
  ],
  dropProposal: [
    "It can be appealed against.",
    "The proposal is stopped at once, and dropped when the time for an appeal has passed.",
  ],
  secondJudgement: ["It cannot be taken back.", "With it the time for an appeal begins."],
  appeal: [
    "It cannot be taken back.",
    "A secretary decides; if nobody does in time, the judgement is overturned.",
  ],
  decideAppeal: [
    "It can be appealed against one circle further out.",
    "At the outermost circle it is final. An overturned judgement has no effect.",
  ],
  settleJudgement: ["It cannot be taken back.", "It only does what time has decided."],

  callElection: [
    "It cannot be taken back.",
    "The facilitator opens it; after the notice any member may.",
  ],
  openElection: ["It cannot be taken back.", "Term and tie are fixed for this election."],
  nominate: [
    "You can change it once, after all nominations are shared.",
    "A signature of your wallet makes the secret that seals it, and makes it again when you share.",
  ],
  shareNomination: ["It cannot be taken back.", "Everybody reads whom you nominated, and why."],
  changeNomination: ["It cannot be changed again.", "The same person keeps the nomination."],
  countNominations: ["It cannot be taken back.", "The objection round on the candidate begins."],
  chooseNominee: [
    "It cannot be taken back.",
    "Your choice breaks the tie, together with the others’.",
  ],
  confirmCandidate: [
    "You can still object while the round lasts.",
    "When all have, the round is over.",
  ],
  objectToCandidate: ["You can withdraw it.", "While it stands, nobody is elected."],
  withdrawCandidateObjection: [
    "You can object again to another candidate only.",
    "If it was the last one, the round stays open for at least two days.",
  ],
  discardCandidate: [
    "It cannot be taken back.",
    "Nominations for the candidate count no more, and the count is brought again.",
  ],
  declareWillingness: [
    "It cannot be taken back.",
    "Without it nobody holds an office or fills a role.",
  ],
  passOverCandidate: [
    "It cannot be taken back.",
    "Nominations for the candidate count no more, and the count is brought again.",
  ],
  concludeElection: [
    "Only another election changes it.",
    "Whoever held the office or the place until now no longer does.",
  ],

  decree: ["It counts at once.", "You can change it again in the same way."],
  instruct: ["It stays in the history.", "A later direction takes its place."],
  redirect: ["You can redirect it again, or take it back.", "Governance stays as it is."],
  focus: ["You can change it at any time.", "It ends with the assignment."],
  unlink: ["It cannot be taken back.", "Only governance links the role again."],
  publish: [
    "You can amend or repeal it in the same way.",
    "Policies of the circle around it win over it.",
  ],
  requestSpecialMeeting: [
    "It cannot be taken back.",
    "If the secretary has not scheduled it after the circle’s notice, you may.",
  ],
  scheduleMeeting: [
    "It can be called off before it begins.",
    "Proposals to which it is limited wait for its end.",
  ],
  cancelMeeting: ["It cannot be taken back.", "Another meeting needs a new notice."],
  checkIn: ["You can check out again.", "While you are present, nothing is adopted without you."],
  bringGuest: ["The guest can check out.", "You bring one guest to each meeting."],
  checkOut: ["You can check in again while it goes on.", "Nobody waits for your word any more."],
  extendMeeting: ["It is proposed once.", "It counts unless a member present refuses."],
  refuseExtension: ["It cannot be taken back.", "The meeting ends as scheduled."],
  addItem: ["It stays on the agenda.", "A proposal on it waits for the meeting’s end."],
  takeStep: [
    "You can take it to another step.",
    "A new round voids the confirmations of the last.",
  ],
  sayInMeeting: ["It stays in the record.", "It decides nothing."],
  confirmInMeeting: ["It cannot be taken back.", "Another round asks everybody again."],
  adoptInMeeting: ["It cannot be taken back.", "Anyone can enact it from then on."],

  askInterpretation: ["It stays in the record.", "Nothing is ruled before the secretary does."],
  interpret: [
    "It can be appealed against.",
    "It is precedent for the circle and those inside it, until the text changes.",
  ],
  appealInterpretation: ["It cannot be taken back.", "What was ruled binds until it is overruled."],
  reviewInterpretation: [
    "It can be appealed against, until the outermost circle has ruled.",
    "It is precedent for this circle and those inside it.",
  ],
  requestStrike: ["It stays in the record.", "Nothing is struck before the secretary does."],
  clearGovernance: ["It cannot be taken back.", "The same can be asked anew."],
  strikeGovernance: [
    "It cannot be taken back.",
    "It can be appealed against; after the notice anyone carries it out.",
  ],
  appealStrike: [
    "It cannot be taken back.",
    "The strike waits, and falls when nobody decides in time.",
  ],
  decideStrike: ["It cannot be taken back.", "Nobody appeals further."],
  carryOutStrike: ["It cannot be taken back.", "Only a proposal makes it anew."],

  askAudit: ["It stays in the record.", "It decides nothing."],
  declareBreakdown: [
    "It ends when due process is restored.",
    "Until then the facilitator of the circle around may take its offices over.",
  ],
  takeOver: ["It ends when due process is restored.", "The holder goes on acting too."],
  addLead: [
    "It ends when due process is restored.",
    "The added lead assigns and takes back what others have assigned.",
  ],
  declareRestored: ["It cannot be taken back.", "What was taken over ends at once."],
  overturnBreakdown: ["It cannot be taken back.", "What was taken over ends at once."],
  escalateBreakdown: ["It cannot be taken back.", "The circle around is in breakdown too."],

  declareInitiative: ["It stays in the record.", "It moves no money and changes nothing else."],
  askToRefrain: ["You can lift it.", "Until then it binds whoever declared the initiative."],
  liftRefrain: ["It can be asked anew.", "From this block on it binds nobody."],
};

export interface MindParameters {
  readonly act: ActName;
  readonly before: Organisation;
  readonly after: Organisation | null;
  readonly now: number;
  readonly nameOf: (person: `0x${string}`) => string;
  /** What it costs, in words. */
  readonly cost: string;
}

/** What to mind: whether it can be undone, who loses a say, what it costs. */
export function mindOf(parameters: MindParameters): readonly Mind[] {
  const { act, after, cost } = parameters;
  const [title, text] = UNDO[act];
  return [
    {
      glyph: "waiting",
      title,
      text: after === null ? text : (consequence(parameters, after) ?? text),
    },
    ...(after === null ? [] : [sayMind(parameters, after)]),
    { glyph: "money", title: "What it costs.", text: cost },
  ];
}

/** What an act decides by itself, which its kind alone does not tell. */
function consequence({ before, now }: MindParameters, after: Organisation): string | undefined {
  for (const [id, is] of after.proposals) {
    const was = before.proposals.get(id);
    if (was === is || statusOf(is, now) !== Status.Adopted) continue;
    if (was !== undefined && statusOf(was, now) === Status.Adopted) continue;
    return was === undefined
      ? `Nobody else is expected to answer, so proposal ${numberOf(id)} is adopted at once.`
      : `Yours is the last word missing, so proposal ${numberOf(id)} is adopted at once.`;
  }
  return undefined;
}

/** Who stops being a member of a circle, and so loses a say in it. */
function sayMind({ before, nameOf }: MindParameters, after: Organisation): Mind {
  const losses: string[] = [];
  const people = new Set<string>();
  for (const [id, was] of before.roles) {
    const is = after.roles.get(id);
    for (const member of was.members) people.add(member.toLowerCase());
    const kept = new Set(is?.members.map((member) => member.toLowerCase()));
    const gone = was.members.filter((member) => !kept.has(member.toLowerCase()));
    if (gone.length === 0) continue;
    losses.push(
      `${listText(
        gone.map((one) => nameOf(one)),
        4,
      )} in ${was.words.name}`,
    );
  }
  const glyph = "filled";
  if (losses.length > 0)
    return { glyph, title: "Somebody loses a say:", text: `${listText(losses)}.` };
  const members = countText(people.size, "person is a member", "people are members");
  return {
    glyph,
    title: "Nobody loses a say.",
    text: `The same ${members} of circles before and after.`,
  };
}
