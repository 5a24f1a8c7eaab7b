/** Where a question or a strike stands; the numbers are the contract's. */
export const RulingPhase = {
  None: 0,
  Asked: 1,
  Ruled: 2,
  Refused: 3,
  Seconding: 4,
  Struck: 5,
  Appealed: 6,
  Fallen: 7,
  Done: 8,
} as const;
export type RulingPhase = (typeof RulingPhase)[keyof typeof RulingPhase];

/** Why something is struck; the numbers are the contract's. */
export const StrikeReason = {
  OutsideAuthority: 0,
  BreaksRules: 1,
  NoValidOutput: 2,
  WrongProcess: 3,
} as const;
export type StrikeReason = (typeof StrikeReason)[keyof typeof StrikeReason];
