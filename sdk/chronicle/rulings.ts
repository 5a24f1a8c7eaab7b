import type { Address } from "viem";

/** Where an interpretation stands; the numbers are the contract's. */
export const RulingStep = { None: 0, Asked: 1, Ruled: 2, Appealed: 3 } as const;
export type RulingStep = (typeof RulingStep)[keyof typeof RulingStep];

/** Where a request to strike stands; the numbers are the contract's. */
export const StrikePhase = {
  None: 0,
  Requested: 1,
  Cleared: 2,
  Struck: 3,
  Contested: 4,
  Due: 5,
  Fallen: 6,
  Done: 7,
} as const;
export type StrikePhase = (typeof StrikePhase)[keyof typeof StrikePhase];

/** Why something is struck: the closed list. The numbers are the contract's. */
export const StrikeReason = {
  NotGovernance: 0,
  NoAuthority: 1,
  AgainstOuterCircle: 2,
  AgainstRules: 3,
  NoDueProcess: 4,
} as const;
export type StrikeReason = (typeof StrikeReason)[keyof typeof StrikeReason];

/** A text with who wrote it. */
export interface Said {
  readonly by: Address;
  readonly text: string;
  readonly at: number;
}

/** What a secretary ruled, on one rung. */
export interface Reading extends Said {
  /** The circle whose secretary ruled: for that one and those inside it the ruling is precedent. */
  readonly rung: bigint;
  /** Whether it upholds the ruling before it: then that one's text holds. */
  readonly upholds: boolean;
}

/** A question what a text means, with all that was ruled about it. */
export interface Interpretation {
  readonly id: bigint;
  /** The circle whose secretary was asked. */
  readonly circle: bigint;
  /** The role or the policy it is about; 0 for the rules. */
  readonly object: bigint;
  /** The revision of that when it was asked about. */
  readonly revision: number;
  readonly asked: Said;
  readonly step: RulingStep;
  /** The circle whose secretary rules, or has ruled last. */
  readonly rung: bigint;
  /** What was ruled, oldest first. */
  readonly readings: readonly Reading[];
  readonly appeals: readonly Said[];
  /** Who has acted in it, and rules on it no more. */
  readonly acted: readonly Address[];
}

/** A request to rule whether governance breaks the rules. Where it stands at a moment: `strikePhaseAt`. */
export interface Strike {
  readonly id: bigint;
  /** The circle whose secretary was asked. */
  readonly circle: bigint;
  /** The role or the policy. */
  readonly object: bigint;
  readonly revision: number;
  readonly requested: Said;
  /** Where it stood after the last act. */
  readonly phase: StrikePhase;
  /** The end of the time for an appeal, or for its decision, exclusive; 0 before a strike. */
  readonly deadline: number;
  /** What the secretary found; null while nothing is. The rule and the reason are those of a strike. */
  readonly answer: (Said & { readonly struck: null | StruckFor }) | null;
  readonly appeal: Said | null;
  readonly decision: (Said & { readonly upheld: boolean }) | null;
  readonly carriedOutAt: number;
  readonly acted: readonly Address[];
}

/** What a strike says. */
export interface StruckFor {
  readonly reason: StrikeReason;
  /** The rule that is broken, in words. */
  readonly rule: string;
}

/** Where a request to strike stands at a moment: what the last act said, and what time has made of it. */
export function strikePhaseAt({ phase, deadline }: Strike, time: number): StrikePhase {
  if (time < deadline) return phase;
  if (phase === StrikePhase.Struck) return StrikePhase.Due;
  return phase === StrikePhase.Contested ? StrikePhase.Fallen : phase;
}

/** What a ruling says now: the last one that does not merely uphold; undefined while nothing is ruled. */
export function readingOf({ readings }: Interpretation): Reading | undefined {
  return readings.findLast(({ upholds }) => !upholds);
}
