import type { Judgement } from "./judgements.ts";
import { Phase } from "./judgements.ts";
import { Status } from "./lifecycle.ts";
import type { Proposal } from "./organisation.ts";
import { isObjecting, judgementOf, lastObjectionOf, rulingOf } from "./organisation.ts";
import { statusOf } from "./statusOf.ts";

const PENDING: ReadonlySet<Phase> = new Set([
  Phase.Seconding,
  Phase.Appealable,
  Phase.Appealed,
  Phase.Final,
]);

/**
 * Where a judgement about a proposal or an objection to it stands at `time`: what the last act said, what time has
 * made of it, and whether what it is about is still there.
 */
export function phaseOf(proposal: Proposal, judgement: Judgement, time: number): Phase {
  const { phase, deadline } = judgement;
  if (!PENDING.has(phase)) return phase;
  // Another judgement about the same was possible only because this one was void.
  if (judgementOf(proposal, judgement.about) !== judgement) return Phase.Void;
  if (!isThere(proposal, judgement, time)) return Phase.Void;
  if (phase === Phase.Final || time < deadline) return phase;
  if (phase === Phase.Seconding) return Phase.Void;
  return phase === Phase.Appealable ? Phase.Final : Phase.Overturned;
}

/** Whether the stop, or the very objection that was judged, stands in a proposal that is not over. */
function isThere(proposal: Proposal, { about, objectedTo }: Judgement, time: number): boolean {
  if (statusOf(proposal, time) !== Status.Objected) return false;
  if (about === null) return proposal.stopped;
  const same = (lastObjectionOf(proposal, about)?.version ?? 1) === objectedTo;
  if (!same || !isObjecting(proposal, about)) return false;
  // One that was ruled to name a broken rule always counts.
  return rulingOf(proposal, about)?.violates !== true;
}
