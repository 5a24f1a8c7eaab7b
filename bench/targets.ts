/** Gas of whole transactions that we mean to stay under, one transaction a block, refunds included. */
export const TARGETS = {
  found: 260_000,
  propose: 160_000,
  object: 72_000,
  "object-stopping": 72_000,
  confirm: 54_000,
  enact: 74_000,
  "governance-cycle": 230_000,
  announce: 118_000,
  "act-holder": 76_000,
  "act-new": 93_000,
  "payout-cycle": 194_000,
  "create-role": 92_000,
  "assign-first": 77_000,
  "assign-more": 55_000,
  leave: 54_000,
} as const;

export type Row = keyof typeof TARGETS;

/** How far above its target a row may be. */
export const TOLERANCE = 1.35;
