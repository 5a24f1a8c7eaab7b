import type { Address } from "viem";

/** What somebody says about a proposal, beside the answers that count; the numbers are the contract's. */
export const RemarkKind = { Question: 0, Reply: 1, Reaction: 2, Amendment: 3 } as const;
export type RemarkKind = (typeof RemarkKind)[keyof typeof RemarkKind];

/** Why an objection is discarded: the closed list. The numbers are the contract's. */
export const DiscardReason = {
  NoHarm: 0,
  NoLimit: 1,
  NoCause: 2,
  NoCertainty: 3,
  NoViolation: 4,
  Abandoned: 5,
  /** This one and the next only while the circle is in breakdown. */
  Illogical: 6,
  Irrelevant: 7,
} as const;
export type DiscardReason = (typeof DiscardReason)[keyof typeof DiscardReason];

/** Why a proposal is dropped: the closed list. The numbers are the contract's. */
export const DropReason = {
  NoTension: 0,
  NoExample: 1,
  NoExplanation: 2,
  Unanswered: 3,
  Unargued: 4,
  NotGovernance: 5,
} as const;
export type DropReason = (typeof DropReason)[keyof typeof DropReason];

/** Where a judgement stands; the numbers are the contract's. */
export const Phase = {
  None: 0,
  Seconding: 1,
  Appealable: 2,
  Appealed: 3,
  Final: 4,
  Overturned: 5,
  Void: 6,
  Settled: 7,
} as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** A judgement about an objection, or about a proposal itself. Where it stands at a moment: `phaseOf`, with its proposal. */
export interface Judgement {
  readonly kind: "discard" | "drop";
  /** The objector whose objection it is about; null when it is about the proposal. */
  readonly about: Address | null;
  readonly by: Address;
  /** A `DiscardReason`, or a `DropReason` when it is about the proposal. */
  readonly reason: number;
  readonly text: string;
  /** The version of the proposal when it was judged. */
  readonly version: number;
  /** The version to which the objection was raised that it is about; 0 for a drop. */
  readonly objectedTo: number;
  readonly at: number;
  /** Where it stood after the last act. */
  readonly phase: Phase;
  /** The end of the open rung, exclusive. */
  readonly deadline: number;
  /** The circle whose secretary decides, or decided last; null before an appeal. */
  readonly rung: bigint | null;
  /** Whoever seconded it or upheld it, in this order: none of them decides an appeal about it. */
  readonly judges: readonly Address[];
  /** When the anchor's secretary seconded it; 0 where nobody did. */
  readonly secondedAt: number;
  /** All appeals, oldest first. */
  readonly appeals: readonly Appeal[];
  /** When it had its effect; 0 while it had not. */
  readonly settledAt: number;
  /** Whether it stood in the end; null while that is open. */
  readonly stands: boolean | null;
}

/** An appeal to one circle's secretary. */
export interface Appeal {
  readonly rung: bigint;
  readonly by: Address;
  readonly text: string;
  readonly at: number;
  /** Null while it is undecided; time decides too, and then it stays null. */
  readonly decided: null | {
    readonly by: Address;
    readonly upheld: boolean;
    readonly text: string;
    readonly at: number;
  };
}

/** Something said about a proposal. */
export interface Remark {
  readonly kind: RemarkKind;
  readonly by: Address;
  /** The objector whose objection it is about; null when it is about the proposal. */
  readonly about: Address | null;
  readonly text: string;
  readonly at: number;
  /** The version that was current. */
  readonly version: number;
}

/** A request for a meeting about a proposal. */
export interface MeetingRequest {
  readonly by: Address;
  readonly text: string;
  readonly at: number;
  readonly suspendedUntil: number;
}

/** A request to test an objection. */
export interface TestRequest {
  readonly by: Address;
  readonly objector: Address;
  readonly at: number;
}

/** What an officer found about an objection: that it gives every argument, or whether a rule is broken. */
export interface Finding {
  readonly objector: Address;
  readonly by: Address;
  readonly text: string;
  readonly at: number;
  /** The version of the proposal when it was found. */
  readonly version: number;
}

/** What a secretary ruled about the rule that an objection names. Void for a later version, or another objection. */
export interface Ruling extends Finding {
  readonly violates: boolean;
  /** The version to which the objection was raised. */
  readonly objectedTo: number;
}
