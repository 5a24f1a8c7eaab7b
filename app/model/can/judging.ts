import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { isProposer, peopleText, standsText, unique } from "#app/model/can/common.ts";
import type { Matter } from "#app/model/can/officers.ts";
import { acting } from "#app/model/can/officers.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Judgement } from "#sdk/chronicle/judgements.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import {
  currentVersion,
  isObjecting,
  judgementOf,
  standingObjections,
} from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** The matter that a proposal is to those who judge in it. */
export function matterOf({ id, circle }: Proposal, rung: bigint = circle): Matter {
  return { family: "facilitation", id, circle: rung };
}

/** Nothing is said or judged about a proposal that is decided or over. */
export function undecided(view: Standpoint, proposal: Proposal, act: string): Can {
  if (isUndecided(proposal, view.now)) return YES;
  return no(
    `${act} while a proposal is undecided.`,
    standsText(view, proposal),
    "Propose a change of what it does.",
  );
}

/** An objection of this person stands. */
export function stands(view: Standpoint, proposal: Proposal, objector: Address): Can {
  if (isObjecting(proposal, objector)) return YES;
  const standing = unique(standingObjections(proposal).map(({ by }) => by));
  return no(
    "It is about an objection that stands.",
    standing.length === 0
      ? "None stands."
      : `That of ${peopleText(view, standing)} stands, and none of ${view.nameOf(objector)}.`,
    "Nothing to do.",
  );
}

/** The acting facilitator or secretary of a circle, about what is not their own. */
export function judges(
  view: Standpoint,
  proposal: Proposal,
  office: Office,
  about: Address | null,
  rung: bigint = proposal.circle,
): Can {
  const name = office === Office.Facilitator ? "facilitator" : "secretary";
  return all(
    () =>
      acting(
        view,
        matterOf(proposal, rung),
        office,
        `Only whoever acts as ${name}, and never about what is their own.`,
      ),
    () => notOwn(view, proposal, about, name),
  );
}

function notOwn(view: Standpoint, proposal: Proposal, about: Address | null, name: string): Can {
  const { me } = view;
  const rule = "Nobody judges their own proposal or their own objection.";
  const helps = `Somebody else declares to stand in as ${name} for this proposal.`;
  if (isProposer(view, proposal)) return no(rule, "You proposed it.", helps);
  if (me !== null && about !== null && samePerson(me, about)) {
    return no(rule, "It is your objection.", helps);
  }
  return YES;
}

/** A judgement about an objection or the proposal that stands in one of these phases. */
export function inPhase(
  view: Standpoint,
  proposal: Proposal,
  about: Address | null,
  phases: ReadonlySet<Phase>,
  rule: string,
): Can {
  const judgement = judgementOf(proposal, about);
  const phase = judgement === undefined ? Phase.None : phaseOf(proposal, judgement, view.now);
  if (phases.has(phase)) return YES;
  return no(rule, PHASE_NOW[phase], "Nothing to do here now.");
}

const PHASE_NOW: { readonly [phase in Phase]: string } = {
  [Phase.None]: "Nothing was judged.",
  [Phase.Seconding]: "It waits for the secretary to second it.",
  [Phase.Appealable]: "It can be appealed against.",
  [Phase.Appealed]: "It is before a secretary.",
  [Phase.Final]: "It is final, and waits to be settled.",
  [Phase.Overturned]: "It is overturned.",
  [Phase.Void]: "It is void: what it is about is no longer there, or nobody seconded it.",
  [Phase.Settled]: "It is settled.",
};

const OVER: ReadonlySet<Phase> = new Set([Phase.Overturned, Phase.Settled]);

/** Judged once a version, and never while an earlier judgement about the same is open. */
export function fresh(view: Standpoint, proposal: Proposal, about: Address | null): Can {
  const judgement = judgementOf(proposal, about);
  if (judgement === undefined) return YES;
  const phase = phaseOf(proposal, judgement, view.now);
  // A stop that waits to be released is in the way of another.
  const void_ = phase === Phase.Void && (about !== null || judgement.phase === Phase.Void);
  if (void_) return YES;
  const rule = "One judgement a version, and none while an earlier one is open.";
  if (!OVER.has(judgement.phase)) {
    return no(rule, PHASE_NOW[phase], "Wait for its end, or let it be settled.");
  }
  const { version } = currentVersion(proposal);
  if (judgement.version !== version) return YES;
  return no(
    rule,
    `It was judged in version ${version}. ${PHASE_NOW[phase]}`,
    "The proposer can amend it; then it can be judged anew.",
  );
}

/** Whether somebody has judged it before: judged, seconded or upheld it. */
export function hasJudged({ by, judges: others }: Judgement, person: Address): boolean {
  return samePerson(by, person) || others.some((one) => samePerson(one, person));
}
