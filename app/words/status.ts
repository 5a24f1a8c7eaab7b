import type { ActGlyph } from "#app/words/acts.ts";
import { countText } from "#app/words/lists.ts";
import { leftText, momentText } from "#app/words/time.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Announcement, Proposal } from "#sdk/chronicle/organisation.ts";
import { confirmationsNow, countObjectors, currentVersion } from "#sdk/chronicle/organisation.ts";
import { silentFromOf, statusOf } from "#sdk/chronicle/statusOf.ts";

/** A state as people read it: shape, word, and the rest. */
export interface Stated {
  readonly status: Status;
  readonly glyph: ActGlyph;
  readonly word: string;
  readonly rest: string;
  /** Until when it can change by itself; undefined when nothing runs. */
  readonly until: number | undefined;
}

/** Where a proposal stands. */
export function proposalState(proposal: Proposal, now: number): Stated {
  const status = statusOf(proposal, now);
  const { closesAt } = proposal;
  const end = closesAt + GRACE;
  switch (status) {
    case Status.Objected:
      return stated(status, "objected", "Objected", objectedBy(proposal), end);
    case Status.Adopted:
      return stated(status, "adopted", "Adopted", `${adoptedBy(proposal)}, not enacted yet`, end);
    case Status.Enacted:
      return stated(status, "enacted", "Enacted", momentText(proposal.enactedAt));
    case Status.Withdrawn:
      return stated(status, "withdrawn", "Withdrawn", momentText(proposal.withdrawnAt));
    case Status.Lapsed:
      return stated(status, "lapsed", "Lapsed", momentText(end));
    case Status.Suspended: {
      const { suspendedUntil } = proposal;
      const rest = `for a meeting, until ${momentText(suspendedUntil)}`;
      return stated(status, "waiting", "Suspended", rest, suspendedUntil);
    }
    case Status.Discarded:
      return stated(status, "discarded", "Dropped", momentText(proposal.droppedAt));
    default:
      return openState(proposal, now);
  }
}

/** Open: for how long, or for what it waits when its window is over and silence is not consent. */
function openState(proposal: Proposal, now: number): Stated {
  const { closesAt } = proposal;
  const { windowless, attention } = currentVersion(proposal);
  if (windowless) {
    const rest = `until everybody has confirmed, ${leftText(closesAt + GRACE - now)} left`;
    return stated(Status.Open, "open", "Open", rest, closesAt + GRACE);
  }
  const until = now < closesAt ? closesAt : silentFromOf(proposal);
  const rest = `${leftText(until - now)} left`;
  const waits = ` for ${countText(attention, "confirmation")}, or for the end of patience`;
  return stated(Status.Open, "open", "Open", now < closesAt ? rest : rest + waits, until);
}

/** Who stands against a proposal: members by objections, or a judgement whether it is valid at all. */
function objectedBy(proposal: Proposal): string {
  const objectors = countObjectors(proposal);
  const stop = "stopped while it is judged";
  if (objectors === 0) return stop;
  const members = `by ${countText(objectors, "member")}`;
  return proposal.stopped ? `${members}, and ${stop}` : members;
}

/** How a proposal was adopted: by everybody, or by the silence of some. */
export function adoptedBy(proposal: Proposal): string {
  const { expected } = currentVersion(proposal);
  const confirmed = confirmationsNow(proposal).length;
  if (proposal.adoptedInMeeting > 0) return "in a meeting";
  if (expected === 0) return "with nobody else to ask";
  if (confirmed >= expected) return `by all ${expected}`;
  return confirmed === 0
    ? `by silence (${expected})`
    : `by ${confirmed} of ${expected}, and silence (${expected - confirmed})`;
}

/** Where an announcement stands. */
export function announcementState(announcement: Announcement, now: number): Stated {
  const status = statusOf(announcement, now);
  const { closesAt } = announcement;
  const end = closesAt + GRACE;
  switch (status) {
    case Status.Objected:
      return stated(status, "escalated", "Escalated", "blocked", end);
    case Status.Adopted:
      return stated(status, "adopted", "May be paid", `${leftText(end - now)} to do it`, end);
    case Status.Enacted:
      return stated(status, "enacted", "Paid", momentText(announcement.paidAt));
    case Status.Withdrawn:
      return stated(status, "withdrawn", "Revoked", momentText(announcement.revokedAt));
    case Status.Lapsed:
      return stated(status, "lapsed", "Lapsed", momentText(announcement.lapsedAt || end));
    default:
      return stated(status, "open", "Open", `${leftText(closesAt - now)} left`, closesAt);
  }
}

const LIVE: ReadonlySet<Status> = new Set([
  Status.Open,
  Status.Objected,
  Status.Suspended,
  Status.Adopted,
]);

/** Whether something is still going on: neither done nor over. */
export function isLive(status: Status): boolean {
  return LIVE.has(status);
}

function stated(
  status: Status,
  glyph: ActGlyph,
  word: string,
  rest: string,
  until?: number,
): Stated {
  return { status, glyph, word, rest, until };
}
