import type { Person } from "#app/words/people.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { judgementOf } from "#sdk/chronicle/organisation.ts";
import { phaseOf } from "#sdk/chronicle/phaseOf.ts";

const OPEN: ReadonlySet<Phase> = new Set([
  Phase.Seconding,
  Phase.Appealable,
  Phase.Appealed,
  Phase.Final,
]);

/** Whether the last judgement about an objection, or about the proposal (null), still asks for something. */
export function isJudgementOpen(proposal: Proposal, about: Person | null, now: number): boolean {
  const judgement = judgementOf(proposal, about);
  if (judgement === undefined) return false;
  const phase = phaseOf(proposal, judgement, now);
  if (OPEN.has(phase)) return true;
  // Overturned by time: an objection is free at once, a stop waits for somebody to release it.
  const waits = phase === Phase.Overturned || phase === Phase.Void;
  return about === null && proposal.stopped && waits && judgement.phase !== phase;
}
