import type { Status } from "./lifecycle.ts";
import { status } from "./lifecycle.ts";
import type { Announcement, Proposal } from "./organisation.ts";
import { standingEscalations, standingObjections } from "./organisation.ts";

/** Where a proposal or an announcement stands at `time`, in seconds since 1970. */
export function statusOf(subject: Proposal | Announcement, time: number): Status {
  const blocking =
    "objections" in subject ? standingObjections(subject) : standingEscalations(subject);
  return status(subject.outcome, subject.closesAt, blocking.length, time);
}
