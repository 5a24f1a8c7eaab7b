import type { Address } from "viem";

import type { Said } from "./rulings.ts";

/** Why a circle is in breakdown: the closed list. The numbers are the contract's. */
export const BreakdownReason = { Pattern: 0, FailedGovernance: 1, Unresolved: 2 } as const;
export type BreakdownReason = (typeof BreakdownReason)[keyof typeof BreakdownReason];

/** A circle in which due process has broken down, now or before. */
export interface Breakdown {
  readonly circle: bigint;
  /** The circle for whose office it was declared; with `Unresolved` the circle inside that was not restored. */
  readonly by: bigint;
  readonly reason: BreakdownReason;
  readonly declared: Said;
  /** From when on anyone carries it to the circle around. */
  readonly due: number;
  /** The offices that the restorer has taken over, as bits: 1 the facilitator's, 2 the secretary's. */
  readonly taken: number;
  /** Whom the restorer has added as a lead; null for nobody. */
  readonly lead: Address | null;
  /** How it ended; null while it stands. */
  readonly ended: (Said & { readonly overturned: boolean }) | null;
}

/** A question to a facilitator whether the circle keeps the rules. */
export interface Audit extends Said {
  readonly circle: bigint;
}
