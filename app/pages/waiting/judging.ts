import type { Address } from "viem";
import { zeroAddress } from "viem";

import { canAppeal } from "#app/model/can/canAppeal.ts";
import { canDecide } from "#app/model/can/canDecide.ts";
import { canRule } from "#app/model/can/canRule.ts";
import { canSecond } from "#app/model/can/canSecond.ts";
import { canSettle } from "#app/model/can/canSettle.ts";
import { canUphold } from "#app/model/can/canUphold.ts";
import { unique } from "#app/model/can/common.ts";
import { isJudgementOpen } from "#app/pages/proposal/isJudgementOpen.ts";
import type { Finder, Item, ItemAct, Looking } from "#app/pages/waiting/item.ts";
import { ofProposal } from "#app/pages/waiting/ofProposal.ts";
import { roleName } from "#app/words/changes.ts";
import { reasonText } from "#app/words/judgements.ts";
import type { Person } from "#app/words/people.ts";
import { isSame } from "#app/words/people.ts";
import { momentText } from "#app/words/time.ts";
import type { Judgement } from "#sdk/chronicle/judgements.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  judgementOf,
  lastObjectionOf,
  rulingOf,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** Objections to test and to rule on; judgements to second, to appeal against, to decide and to settle. */
export const judging: Finder = (view, me) =>
  [...view.organisation.proposals.values()]
    .filter((proposal) => isUndecided(proposal, view.now))
    .flatMap((proposal) => ofOne(view, me, proposal));

function ofOne(view: Looking, me: Person, proposal: Proposal): readonly Item[] {
  const objectors = objectorsTo(proposal);
  return [
    ...objectors.flatMap((objector) => [
      ...test(view, proposal, objector),
      ...rule(view, proposal, objector),
    ]),
    ...[...objectors, null].flatMap((about) => judged(view, me, proposal, about)),
  ];
}

/** An item about one person's objection, or about the proposal (null). */
function frame(
  view: Looking,
  proposal: Proposal,
  about: Address | null,
  kind: keyof typeof LABELS,
): Omit<Item, "because" | "silence" | "acts"> {
  const { by, ...item } = ofProposal(view, proposal, kind, "escalated");
  const others = by === undefined || isSame(by.person, view.me) ? {} : { by };
  const label = `${LABELS[kind]} in ${roleName(view.organisation, proposal.circle)}`;
  return { ...item, ...others, key: `${item.key}/${about ?? ""}`, label };
}

const LABELS = {
  test: "Objection to test",
  rule: "Rule to rule on",
  second: "Judgement to second",
  appeal: "Judgement against you",
  decide: "Appeal to decide",
  settle: "Judgement to settle",
} as const;

/** What a test was asked of, and was neither found complete nor judged since. */
function test(view: Looking, proposal: Proposal, objector: Address): readonly Item[] {
  const asked = proposal.testRequests.findLast((it) => isSame(it.objector, objector));
  if (asked === undefined || !canUphold(view, proposal, objector).ok) return [];
  const answers = [
    ...proposal.upheld.filter((it) => isSame(it.objector, objector)),
    ...proposal.judgements.filter((it) => isSame(it.about, objector)),
  ];
  if (answers.some(({ at }) => at >= asked.at)) return [];
  const item = frame(view, proposal, objector, "test");
  const circle = roleName(view.organisation, proposal.circle);
  return [
    {
      ...item,
      because: `${view.nameOf(asked.by)} asks you, who act as facilitator of ${circle}, to test the objection of ${view.nameOf(objector)}.`,
      silence: `If you do nothing, the objection stands, and the proposal lapses on ${momentText(proposal.closesAt + GRACE)}.`,
      acts: [{ label: "Read it, and test it", href: item.href }],
    },
  ];
}

function rule(view: Looking, proposal: Proposal, objector: Address): readonly Item[] {
  const named = lastObjectionOf(proposal, objector)?.objection.rule ?? "";
  if (named === "" || rulingOf(proposal, objector) !== undefined) return [];
  if (!canRule(view, proposal, objector).ok) return [];
  const item = frame(view, proposal, objector, "rule");
  const circle = roleName(view.organisation, proposal.circle);
  return [
    {
      ...item,
      because: `${view.nameOf(objector)} objects that it would break a rule; you act as secretary of ${circle} and rule on that.`,
      silence: "If you do nothing, the objection stands.",
      acts: [{ label: "Read it, and rule", href: item.href }],
    },
  ];
}

/** What the last judgement asks of the reader on its rung. */
function judged(
  view: Looking,
  me: Person,
  proposal: Proposal,
  about: Address | null,
): readonly Item[] {
  const judgement = judgementOf(proposal, about);
  if (judgement === undefined || !isJudgementOpen(proposal, about, view.now)) return [];
  switch (phaseOf(proposal, judgement, view.now)) {
    case Phase.Seconding:
      return canSecond(view, proposal, about).ok ? [second(view, proposal, judgement)] : [];
    case Phase.Appealable:
      return canAppeal(view, proposal, about).ok ? [appeal(view, proposal, judgement)] : [];
    case Phase.Appealed:
      return canDecide(view, proposal, about).ok ? [decide(view, proposal, judgement)] : [];
    default:
      return settle(view, me, proposal, judgement);
  }
}

/** What was judged, of what: "Eve judged the objection of Dirk to be discarded: …". */
function judgedText({ me, nameOf }: Looking, { proposer }: Proposal, judgement: Judgement): string {
  const { about, by } = judgement;
  const whose =
    about === null || isSame(about, me) ? "your objection" : `the objection of ${nameOf(about)}`;
  const own = isSame(proposer, me) ? "your proposal" : "the proposal";
  const what = about === null ? `${own} to be dropped` : `${whose} to be discarded`;
  return `${isSame(by, me) ? "You" : nameOf(by)} judged ${what}: ${reasonText(judgement)}.`;
}

function second(view: Looking, proposal: Proposal, judgement: Judgement): Item {
  const { about, deadline } = judgement;
  const item = frame(view, proposal, about, "second");
  return {
    ...item,
    until: deadline,
    because: `${judgedText(view, proposal, judgement)} In the outermost circle that counts once you, who act as secretary, second it.`,
    silence: `If you do nothing, it is void on ${momentText(deadline)}.`,
    acts: [
      {
        label: "Second it",
        sign: (sign) =>
          sign("secondJudgement", { proposal: proposal.id, about: about ?? zeroAddress }),
      },
      { label: "Read it", href: item.href },
    ],
  };
}

function appeal(view: Looking, proposal: Proposal, judgement: Judgement): Item {
  const { about, deadline } = judgement;
  const item = frame(view, proposal, about, "appeal");
  const end = about === null ? "the proposal is dropped" : "your objection is discarded";
  return {
    ...item,
    until: deadline,
    because: `${judgedText(view, proposal, judgement)} You may appeal.`,
    silence: `If you stay silent, it is final on ${momentText(deadline)}, and ${end}.`,
    acts: [{ label: "Read it, or appeal", href: item.href }],
  };
}

function decide(view: Looking, proposal: Proposal, judgement: Judgement): Item {
  const { about, deadline, rung, appeals } = judgement;
  const item = frame(view, proposal, about, "decide");
  const circle = roleName(view.organisation, rung ?? proposal.circle);
  const by = appeals.at(-1)?.by ?? proposal.proposer;
  return {
    ...item,
    until: deadline,
    because: `${judgedText(view, proposal, judgement)} ${view.nameOf(by)} appealed to the secretary of ${circle}, as whom you act.`,
    silence: `If you do nothing, the judgement is overturned on ${momentText(deadline)}.`,
    acts: [{ label: "Read it, and decide", href: item.href }],
  };
}

/** For those whom it concerns; for anybody else: `toSettle`. */
function settle(
  view: Looking,
  me: Person,
  proposal: Proposal,
  judgement: Judgement,
): readonly Item[] {
  if (!isConcerned(proposal, judgement, me)) return [];
  if (!canSettle(view, proposal, judgement.about).ok) return [];
  const item = frame(view, proposal, judgement.about, "settle");
  const final = phaseOf(proposal, judgement, view.now) === Phase.Final;
  return [
    {
      ...item,
      because: `${judgedText(view, proposal, judgement)} Time has decided: it ${final ? "stands" : "is overturned"}.`,
      silence: "Until somebody settles it, the proposal stays held up.",
      acts: [settling(proposal, judgement), { label: "Read it", href: item.href }],
    },
  ];
}

function isConcerned({ proposer }: Proposal, { about, by }: Judgement, me: Person | null): boolean {
  return [by, about, proposer].some((person) => isSame(person, me));
}

function settling({ id }: Proposal, { about }: Judgement): ItemAct {
  const what = { proposal: id, about: about ?? zeroAddress };
  return { label: "Settle it", sign: (sign) => sign("settleJudgement", what) };
}

/** A judgement that waits for anybody to settle it. */
export interface ToSettle {
  readonly proposal: Proposal;
  readonly key: string;
  readonly act: ItemAct;
}

/** Judgements that time has decided and that concern whoever looks no more than anybody. */
export function toSettle(view: Looking): readonly ToSettle[] {
  return [...view.organisation.proposals.values()]
    .filter((proposal) => isUndecided(proposal, view.now))
    .flatMap((proposal) =>
      [...objectorsTo(proposal), null].flatMap((about) => {
        const judgement = judgementOf(proposal, about);
        if (judgement === undefined || !isJudgementOpen(proposal, about, view.now)) return [];
        if (isConcerned(proposal, judgement, view.me)) return [];
        if (!canSettle(view, proposal, about).ok) return [];
        return [
          {
            proposal,
            key: `${proposal.id}/${about ?? ""}`,
            act: settling(proposal, judgement),
          },
        ];
      }),
    );
}

/** Everybody whose objection stands. */
function objectorsTo(proposal: Proposal): readonly Person[] {
  return unique(standingObjections(proposal).map(({ by }) => by));
}
