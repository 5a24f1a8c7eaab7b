import { BreakdownReason } from "../chronicle/breakdowns.ts";
import { ElectionStep, Tie } from "../chronicle/elections.ts";
import { DiscardReason, DropReason, Phase, RemarkKind } from "../chronicle/judgements.ts";
import { ItemStep } from "../chronicle/meetings.ts";
import { Office } from "../chronicle/offices.ts";
import { PartnerKind } from "../chronicle/partnerKind.ts";
import { RulingStep, StrikePhase, StrikeReason } from "../chronicle/rulings.ts";
import { Articles, Bits, Flags, has, Tags } from "../flags.ts";

/** What an office is called. */
export const OFFICE_NAMES: { readonly [office in Office]: string } = {
  [Office.Facilitator]: "facilitator",
  [Office.Secretary]: "secretary",
  [Office.Rep]: "representative",
};

/** What a kind of partner is called. */
export const PARTNER_KINDS: { readonly [kind in PartnerKind]: string } = {
  [PartnerKind.Person]: "person",
  [PartnerKind.Body]: "body",
  [PartnerKind.Associate]: "associate",
  [PartnerKind.Agent]: "agent",
};

/** What somebody says about a proposal: "I ask about …", "Anna asked about …". */
export const REMARK_VERBS: {
  readonly [kind in RemarkKind]: { readonly verb: string; readonly past: string };
} = {
  [RemarkKind.Question]: { verb: "ask about", past: "asked about" },
  [RemarkKind.Reply]: { verb: "reply about", past: "replied about" },
  [RemarkKind.Reaction]: { verb: "react to", past: "reacted to" },
  [RemarkKind.Amendment]: { verb: "suggest an amendment of", past: "suggested an amendment of" },
};

/** Why an objection is discarded. */
export const DISCARD_REASONS: { readonly [reason in DiscardReason]: string } = {
  [DiscardReason.NoHarm]: "no argument says how it would harm the circle",
  [DiscardReason.NoLimit]: "no argument says how it would limit the objector's role",
  [DiscardReason.NoCause]: "no argument says why the concern would not exist without the proposal",
  [DiscardReason.NoCertainty]: "no argument says why the harm would necessarily follow",
  [DiscardReason.NoViolation]: "the secretary ruled that the rule it names is not broken",
  [DiscardReason.Abandoned]: "the objector does not seek an amendment",
  [DiscardReason.Illogical]: "its arguments do not follow from each other",
  [DiscardReason.Irrelevant]: "its arguments have nothing to do with the proposal",
};

/** Why a proposal is dropped. */
export const DROP_REASONS: { readonly [reason in DropReason]: string } = {
  [DropReason.NoTension]: "it describes no tension",
  [DropReason.NoExample]: "it gives no example",
  [DropReason.NoExplanation]: "it does not explain how it would have helped",
  [DropReason.Unanswered]: "the proposer does not answer questions about the tension",
  [DropReason.Unargued]: "the proposer does not argue against an amendment that was offered",
  [DropReason.NotGovernance]: "the secretary ruled that it would break a rule",
};

/** How a tie is broken: "a tie is broken …". */
export const TIES: { readonly [tie in Tie]: string } = {
  [Tie.SelfNominee]: "for whoever alone nominated themselves",
  [Tie.Incumbent]: "for whoever holds the office",
  [Tie.Random]: "by lot",
  [Tie.Choosers]: "by those who nominated somebody else",
};

/** Where a judgement stands: "the judgement …". */
export const PHASES: { readonly [phase in Phase]: string } = {
  [Phase.None]: "was never made",
  [Phase.Seconding]: "waits for the secretary to second it",
  [Phase.Appealable]: "can be appealed against",
  [Phase.Appealed]: "is before a secretary",
  [Phase.Final]: "is final",
  [Phase.Overturned]: "is overturned",
  [Phase.Void]: "is void",
  [Phase.Settled]: "is settled",
};

/** Where an election stands: "the election …". */
export const ELECTION_STEPS: { readonly [step in ElectionStep]: string } = {
  [ElectionStep.None]: "was never called",
  [ElectionStep.Called]: "is called, and not open yet",
  [ElectionStep.Sealing]: "takes sealed nominations",
  [ElectionStep.Sharing]: "waits for nominations to be shared",
  [ElectionStep.Changing]: "lets nominations be changed",
  [ElectionStep.Counting]: "waits for the count",
  [ElectionStep.Choosing]: "is tied, and some choose",
  [ElectionStep.Consenting]: "is in its objection round",
  [ElectionStep.Elected]: "is concluded",
  [ElectionStep.Failed]: "has failed",
  [ElectionStep.Lapsed]: "has lapsed",
};

/** Where an item of an agenda stands. */
export const ITEM_STEPS: { readonly [step in ItemStep]: string } = {
  [ItemStep.None]: "the beginning",
  [ItemStep.Presenting]: "the presentation",
  [ItemStep.Clarifying]: "clarifying questions",
  [ItemStep.Reacting]: "reactions",
  [ItemStep.Amending]: "amendment",
  [ItemStep.Objecting]: "the objection round",
  [ItemStep.Integrating]: "integration",
  [ItemStep.Adopted]: "adoption",
  [ItemStep.Closed]: "its end",
};

/** Where an interpretation stands: "the interpretation …". */
export const RULING_STEPS: { readonly [step in RulingStep]: string } = {
  [RulingStep.None]: "was never asked for",
  [RulingStep.Asked]: "waits for a secretary",
  [RulingStep.Ruled]: "is ruled on",
  [RulingStep.Appealed]: "is before a secretary further out",
};

/** Where a request to strike stands: "the request …". */
export const STRIKE_PHASES: { readonly [phase in StrikePhase]: string } = {
  [StrikePhase.None]: "was never made",
  [StrikePhase.Requested]: "waits for a secretary",
  [StrikePhase.Cleared]: "is answered: no rule is broken",
  [StrikePhase.Struck]: "is answered by a strike, which can be appealed against",
  [StrikePhase.Contested]: "is answered by a strike, and an appeal is open",
  [StrikePhase.Due]: "is answered by a strike that is due",
  [StrikePhase.Fallen]: "is answered by a strike that has fallen",
  [StrikePhase.Done]: "is carried out",
};

/** Why something is struck. */
export const STRIKE_REASONS: { readonly [reason in StrikeReason]: string } = {
  [StrikeReason.NotGovernance]: "it says what governance cannot decide",
  [StrikeReason.NoAuthority]: "the circle had no authority over it",
  [StrikeReason.AgainstOuterCircle]: "it contradicts a circle further out",
  [StrikeReason.AgainstRules]: "it breaks a rule of the organisation",
  [StrikeReason.NoDueProcess]: "it did not come about as the rules ask",
};

/** Why a circle is in breakdown: "because …". */
export const BREAKDOWN_REASONS: { readonly [reason in BreakdownReason]: string } = {
  [BreakdownReason.Pattern]: "its people break the rules again and again",
  [BreakdownReason.FailedGovernance]: "a proposal could not be processed in reasonable time",
  [BreakdownReason.Unresolved]: "a circle inside it was not restored in time",
};

const FLAGS: { readonly [flag in keyof typeof Flags]: string } = {
  WINDOWLESS: "silence is no consent",
  ASYNC_ONLY: "nobody stops a proposal by asking for a meeting",
  REALITY: "a proposal that only records what happens already needs no example",
  ANY_PARTNER: "any partner may be facilitator or secretary",
  NO_LEAD_FACILITATOR: "a lead may not be facilitator",
  ELECTIVE: "roles are filled by election too",
  MEETING_RIGHT: "no circle may deny its members a meeting, for ever",
  RATIFIERS_SIGN: "the ratifiers sign every amendment of the rules, for ever",
  PLACES_REDIRECTING: "who assigns here also redirects what is said of the circle",
  PLACES_DIRECTING: "who assigns here also decrees and directs, where leads would",
};

const TAGS: { readonly [tag in keyof typeof Tags]: string } = {
  CONSTRAINT: "limits the authority of roles",
  GRANT: "grants authority",
  DOMAIN: "allows or limits an impact on a domain",
  DEFAULT: "changes a default rule",
  HERE_ALONE: "here alone",
  INSIDE_TOO: "in the circles inside too",
  BINDING: "circles inside may not override it",
};

const BITS: { readonly [bit in keyof typeof Bits]: string } = {
  ROLES: "change roles and policies",
  SETTINGS: "change settings",
  RECORD: "extend the history",
  OFFICES: "fill offices and elected roles",
  ROUNDS: "hold, stop and decide objection rounds",
  PROCESSES: "change the processes, the treasury and the rules",
  BREAKDOWN: "say that a circle is in breakdown",
};

const ARTICLES: { readonly [article in keyof typeof Articles]: string } = {
  STRUCTURE: "1 (structure)",
  COOPERATION: "2 (cooperation)",
  MEETINGS: "3 (tactical meetings)",
  AUTHORITY: "4 (distributed authority)",
  GOVERNANCE: "5 (governance)",
};

/** What the flags of settings say, each in a clause. */
export function flagNames(flags: number): readonly string[] {
  return namesOf(flags, Flags, FLAGS);
}

/** What kinds of policy its tags make it, each in a clause. */
export function tagNames(tags: number): readonly string[] {
  return namesOf(tags, Tags, TAGS);
}

/** What a process may do, each in a clause. */
export function bitNames(bits: number): readonly string[] {
  return namesOf(bits, Bits, BITS);
}

/** The articles that are adopted, by number and name. */
export function articleNames(articles: number): readonly string[] {
  return namesOf(articles, Articles, ARTICLES);
}

/** The name in a table of what an event or a call names by number; a number that the table lacks is not left out. */
export function nameIn(table: Readonly<Record<number, string>>, number: number): string {
  return table[number] ?? `number ${number}, which is not known`;
}

/** An office with its place where a circle has several: "representative 2". */
export function seatName(office: number, index: number): string {
  const name = nameIn(OFFICE_NAMES, office);
  return index === 0 ? name : `${name} ${index + 1}`;
}

/** The names of the bits that are set; a bit without a name is not left out. */
function namesOf<name extends string>(
  set: number,
  bits: Readonly<Record<name, number>>,
  names: Readonly<Record<name, string>>,
): readonly string[] {
  const all = Object.keys(bits) as name[];
  const unknown = all.reduce((rest, one) => rest & ~bits[one], set);
  return [
    ...all.filter((one) => has(set, bits[one])).map((one) => names[one]),
    ...(unknown === 0 ? [] : [`the unknown bits ${unknown}`]),
  ];
}
