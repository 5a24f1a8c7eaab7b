/** What an act has settled for good, or for now; the numbers are the contract's. */
export const Outcome = {
  None: 0,
  Adopted: 1,
  Enacted: 2,
  Withdrawn: 3,
  Lapsed: 4,
  Discarded: 5,
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/**
 * Where a proposal or an announcement stands at a moment; the numbers are the contract's. For an announcement read
 * Objected as escalated, Adopted as ready, Enacted as paid, Withdrawn as revoked.
 */
export const Status = {
  None: 0,
  Open: 1,
  Objected: 2,
  Adopted: 3,
  Enacted: 4,
  Withdrawn: 5,
  Lapsed: 6,
  Suspended: 7,
  Discarded: 8,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

const DAY = 86_400;

/** How long after `closesAt` something can still be enacted, or its objections be resolved, in seconds. */
export const GRACE = 30 * DAY;
/** How long the window stays open at least once the last standing objection has gone, in seconds. */
export const LAST_CALL = 2 * DAY;
/** The shortest tail, in seconds. */
export const SHORTEST_TAIL = 3 * DAY;
/** How much longer than its window something waits for the attention it lacks, in seconds. */
export const PATIENCE = 14 * DAY;

/** What decides where something stands. Times are seconds since 1970. */
export interface Standing {
  /** What was settled. */
  readonly outcome: Outcome;
  /** The end of its window, exclusive; 0 for something that never opened. */
  readonly closesAt: number;
  /** How many objections (or escalations) stand. */
  readonly objections: number;
  /** Until when only a meeting adopts it; 0 for no such time. */
  readonly suspendedUntil: number;
  /** From when on silence is consent: see `silentFrom`. */
  readonly silentFrom: number;
}

/** Where something stands at `time`, in seconds since 1970: the same lines as `Lifecycle.status` on chain. */
export function status(standing: Standing, time: number): Status {
  const { outcome, closesAt, objections, suspendedUntil } = standing;
  if (closesAt === 0) return Status.None;
  if (outcome === Outcome.Enacted) return Status.Enacted;
  if (outcome === Outcome.Withdrawn) return Status.Withdrawn;
  if (outcome === Outcome.Discarded) return Status.Discarded;
  if (outcome === Outcome.Lapsed) return Status.Lapsed;
  if (time >= closesAt + GRACE) return Status.Lapsed;
  if (outcome === Outcome.Adopted) return Status.Adopted;
  if (objections > 0) return Status.Objected;
  if (time < suspendedUntil) return Status.Suspended;
  return time < standing.silentFrom ? Status.Open : Status.Adopted;
}

/**
 * From when on silence is consent, in seconds since 1970: never (infinity) where it is none; from the end of the
 * window, if as many have confirmed as should; else one patience later. The same lines as `Lifecycle.silentFrom`.
 */
export function silentFrom(
  closesAt: number,
  windowless: boolean,
  confirmed: number,
  attention: number,
): number {
  if (windowless) return Number.POSITIVE_INFINITY;
  return confirmed < attention ? closesAt + PATIENCE : closesAt;
}

/** How long before an opening somebody may have left and still have standing, in seconds. */
export function tail(window: number): number {
  return Math.max(window, SHORTEST_TAIL);
}

/** Whether somebody whose membership ended at `endedAt` keeps standing in what counts departures after `standingFrom`. */
export function keepsStanding(endedAt: number, standingFrom: number): boolean {
  return endedAt > standingFrom;
}
