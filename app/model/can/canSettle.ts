import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { no, YES } from "#app/model/can/can.ts";
import type { Standpoint } from "#app/model/view.ts";
import { leftText } from "#app/words/time.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { judgementOf } from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";

const DECIDED: ReadonlySet<Phase> = new Set([Phase.Final, Phase.Overturned, Phase.Void]);
const DONE: ReadonlySet<Phase> = new Set([Phase.Overturned, Phase.Void]);

/** Whether a judgement can take the effect that time, or a secretary, has decided. Anybody may let it. */
export function canSettle(view: Standpoint, proposal: Proposal, about: Address | null): Can {
  const judgement = judgementOf(proposal, about);
  const rule = "A judgement is settled once time has decided it; then anybody may do it.";
  if (judgement === undefined) return no(rule, "Nothing was judged.", "Nothing to do.");
  const phase = phaseOf(proposal, judgement, view.now);
  if (DECIDED.has(phase) && !DONE.has(judgement.phase)) return YES;
  const open = !DECIDED.has(phase) && phase !== Phase.Settled;
  return open
    ? no(rule, `It has ${leftText(judgement.deadline - view.now)} left.`, "Wait for its end.")
    : no(rule, "It has had its effect.", "Nothing to do.");
}
