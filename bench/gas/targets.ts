/** What a row costs elsewhere, as recorded; never part of a ratio, because it was not measured in the same run. */
interface Recorded {
  readonly who: string;
  readonly gas: number;
}

/** What we mean an act to cost, and the best that others were seen to need for the same work. */
interface Target {
  readonly gas: number;
  readonly recorded: Recorded | null;
}

/** When the recorded peers were measured, all in one run. */
export const RECORDED_ON = "2026-11-23";

/** Gas of whole transactions that we mean to stay under, one transaction a block, refunds included. */
export const TARGETS = {
  found: { gas: 260_000, recorded: { who: "Hats top hat", gas: 172_565 } },
  propose: { gas: 160_000, recorded: { who: "OSx optimistic", gas: 270_505 } },
  object: { gas: 72_000, recorded: { who: "OSx veto, no words", gas: 73_685 } },
  "object-stopping": { gas: 72_000, recorded: { who: "EasyTrack", gas: 124_929 } },
  confirm: { gas: 54_000, recorded: { who: "OSx multisig", gas: 63_981 } },
  "confirm-relayed": { gas: 36_000, recorded: { who: "OZ vote by signature", gas: 80_666 } },
  enact: { gas: 74_000, recorded: null },
  "governance-cycle": { gas: 230_000, recorded: { who: "OSx optimistic", gas: 385_444 } },
  announce: { gas: 118_000, recorded: { who: "OSx optimistic", gas: 270_505 } },
  "act-holder": { gas: 76_000, recorded: { who: "OSx optimistic", gas: 114_939 } },
  "act-new": { gas: 93_000, recorded: { who: "OSx optimistic", gas: 132_027 } },
  "payout-cycle": { gas: 194_000, recorded: { who: "OSx optimistic", gas: 385_444 } },
  budget: { gas: 80_000, recorded: { who: "Zodiac Roles on a Safe", gas: 103_260 } },
  "can-call": { gas: 15_000, recorded: { who: "OZ AccessManager", gas: 13_844 } },
  "create-role": { gas: 92_000, recorded: { who: "Hats", gas: 413_849 } },
  "assign-first": { gas: 77_000, recorded: { who: "Hats", gas: 77_640 } },
  "assign-more": { gas: 55_000, recorded: { who: "Hats", gas: 77_640 } },
  leave: { gas: 54_000, recorded: { who: "Hats", gas: 33_347 } },
} as const satisfies Record<string, Target>;

export type Row = keyof typeof TARGETS;

/** How far above its target a row may be. */
export const TOLERANCE = 1.35;
/** How far a row may grow between the smallest and the largest organisation it was measured in. */
export const FLATNESS = 1.03;
