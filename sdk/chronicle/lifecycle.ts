/** What an act has settled for good, or for now; the numbers are the contract's. */
export const Outcome = { None: 0, Adopted: 1, Enacted: 2, Withdrawn: 3, Lapsed: 4 } as const;
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
} as const;
export type Status = (typeof Status)[keyof typeof Status];

const DAY = 86_400;

/** How long after `closesAt` something can still be enacted, or its objections be resolved, in seconds. */
export const GRACE = 30 * DAY;
/** How long the window stays open at least once the last standing objection has gone, in seconds. */
export const LAST_CALL = 2 * DAY;
/** The shortest tail, in seconds. */
export const SHORTEST_TAIL = 3 * DAY;

/**
 * Where something stands at `time`: the same lines as `Lifecycle.status` on chain.
 * @param outcome What was settled.
 * @param closesAt The end of its window, exclusive, in seconds; 0 for something that never opened.
 * @param objections How many objections (or escalations) stand.
 * @param time The moment asked about, in seconds since 1970.
 */
export function status(
  outcome: Outcome,
  closesAt: number,
  objections: number,
  time: number,
): Status {
  if (closesAt === 0) return Status.None;
  if (outcome === Outcome.Enacted) return Status.Enacted;
  if (outcome === Outcome.Withdrawn) return Status.Withdrawn;
  if (outcome === Outcome.Lapsed) return Status.Lapsed;
  if (time >= closesAt + GRACE) return Status.Lapsed;
  if (outcome === Outcome.Adopted) return Status.Adopted;
  if (objections > 0) return Status.Objected;
  return time < closesAt ? Status.Open : Status.Adopted;
}

/** How long before an opening somebody may have left and still have standing, in seconds. */
export function tail(window: number): number {
  return Math.max(window, SHORTEST_TAIL);
}

/** Whether somebody whose membership ended at `endedAt` keeps standing in what counts departures after `standingFrom`. */
export function keepsStanding(endedAt: number, standingFrom: number): boolean {
  return endedAt > standingFrom;
}
