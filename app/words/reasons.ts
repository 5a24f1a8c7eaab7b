import { DISCARD_REASONS, DROP_REASONS } from "#sdk/acts/names.ts";
import { DiscardReason, DropReason } from "#sdk/chronicle/judgements.ts";

const GIVEN =
  "Judged is only whether an argument is given, never whether it is true or weighs enough.";

/** The rule behind each reason to discard an objection: there are no others. */
const DISCARD_RULES: { readonly [reason in DiscardReason]: string } = {
  [DiscardReason.NoHarm]: `An objection argues how adopting it would leave the circle less able to do its work. ${GIVEN}`,
  [DiscardReason.NoLimit]: `An objection argues how adopting it would limit the role it is raised for. ${GIVEN}`,
  [DiscardReason.NoCause]: `An objection argues why the concern would not exist without the proposal. ${GIVEN}`,
  [DiscardReason.NoCertainty]: `An objection argues why it would necessarily happen, or why the circle could not adapt in time. ${GIVEN}`,
  [DiscardReason.NoViolation]:
    "An objection that names a rule counts if adopting the proposal would break it. The secretary has ruled that it would not.",
  [DiscardReason.Abandoned]:
    "Whoever objects seeks, in good faith, an amendment that would resolve it.",
  [DiscardReason.Illogical]:
    "While the circle is in breakdown, arguments have to follow from each other.",
  [DiscardReason.Irrelevant]:
    "While the circle is in breakdown, arguments have to be about the proposal.",
};

/** The rule behind each reason to drop a proposal: there are no others. */
const DROP_RULES: { readonly [reason in DropReason]: string } = {
  [DropReason.NoTension]: "A proposal describes a tension of the role it is made for.",
  [DropReason.NoExample]: "A proposal gives a real example, past or present.",
  [DropReason.NoExplanation]: "A proposal explains how it would have helped in its example.",
  [DropReason.Unanswered]: "The proposer answers questions about the tension in good faith.",
  [DropReason.Unargued]:
    "Where an amendment is offered, the proposer argues why it would fail in an example, or takes it up.",
  [DropReason.NotGovernance]:
    "What would break a rule is no governance. The secretary has ruled that this version would.",
};

/** The reasons to discard an objection, each with its rule. */
export function discardChoices(reasons: readonly DiscardReason[]) {
  return reasons.map((reason) => ({
    value: String(reason),
    label: sentence(DISCARD_REASONS[reason]),
    hint: DISCARD_RULES[reason],
  }));
}

/** The reasons to drop a proposal, each with its rule. */
export function dropChoices(reasons: readonly DropReason[]) {
  return reasons.map((reason) => ({
    value: String(reason),
    label: sentence(DROP_REASONS[reason]),
    hint: DROP_RULES[reason],
  }));
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}
