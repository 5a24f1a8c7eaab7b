import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { hasJudged, inPhase, judges, undecided } from "#app/model/can/judging.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { judgementOf } from "#sdk/chronicle/organisation.ts";

const APPEALED: ReadonlySet<Phase> = new Set([Phase.Appealed]);

/** Whether somebody can decide an appeal. */
export function canDecide(view: Standpoint, proposal: Proposal, about: Address | null): Can {
  const rung = judgementOf(proposal, about)?.rung ?? proposal.circle;
  return all(
    () => undecided(view, proposal, "An appeal is decided"),
    () => inPhase(view, proposal, about, APPEALED, "An appeal is decided within its time."),
    () => judges(view, proposal, Office.Secretary, about, rung),
    () => unbiased(view, proposal, about),
  );
}

function unbiased({ me, nameOf }: Standpoint, proposal: Proposal, about: Address | null): Can {
  const judgement = judgementOf(proposal, about);
  if (me === null || judgement === undefined || !hasJudged(judgement, me)) return YES;
  return no(
    "Nobody decides about their own judgement.",
    `${nameOf(me)} has judged it before.`,
    "Somebody else declares to stand in as secretary for this proposal.",
  );
}
