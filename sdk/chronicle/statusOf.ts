import { Status, silentFrom, status } from "./lifecycle.ts";
import type { Announcement, Proposal } from "./organisation.ts";
import {
  confirmationsNow,
  countBlocking,
  currentVersion,
  standingEscalations,
} from "./organisation.ts";

/** Where a proposal or an announcement stands at `time`, in seconds since 1970. */
export function statusOf(subject: Proposal | Announcement, time: number): Status {
  const { outcome, closesAt } = subject;
  if ("escalations" in subject) {
    const objections = standingEscalations(subject).length;
    return status({ outcome, closesAt, objections, suspendedUntil: 0, silentFrom: closesAt }, time);
  }
  const { suspendedUntil } = subject;
  const objections = countBlocking(subject);
  return status(
    { outcome, closesAt, objections, suspendedUntil, silentFrom: silentFromOf(subject) },
    time,
  );
}

/** From when on silence is consent to a proposal, by what is said so far; infinity where it is none. */
export function silentFromOf(proposal: Proposal): number {
  const { windowless, attention } = currentVersion(proposal);
  return silentFrom(proposal.closesAt, windowless, confirmationsNow(proposal).length, attention);
}

/** Whether a proposal is undecided at `time`: open, objected to or suspended. */
export function isUndecided(proposal: Proposal, time: number): boolean {
  const stands = statusOf(proposal, time);
  return stands === Status.Open || stands === Status.Objected || stands === Status.Suspended;
}
