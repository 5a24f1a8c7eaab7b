import type { Address } from "viem";

/** Where an item of an agenda stands; the numbers are the contract's. */
export const ItemStep = {
  None: 0,
  Presenting: 1,
  Clarifying: 2,
  Reacting: 3,
  Amending: 4,
  Objecting: 5,
  Integrating: 6,
  Adopted: 7,
  Closed: 8,
} as const;
export type ItemStep = (typeof ItemStep)[keyof typeof ItemStep];

/** How somebody is present; the numbers are the contract's. */
export const Presence = { None: 0, Member: 1, Officer: 2, Guest: 3 } as const;
export type Presence = (typeof Presence)[keyof typeof Presence];

/** A request for a special meeting. */
export interface SpecialRequest {
  readonly id: bigint;
  readonly circle: bigint;
  readonly by: Address;
  readonly purpose: string;
  /** The proposals it is about; empty for no limit. */
  readonly limits: readonly bigint[];
  readonly at: number;
  /** From when on whoever asked may schedule it. */
  readonly dueAt: number;
  /** The meeting that answers it; null while none does. */
  readonly meeting: bigint | null;
}

/** A meeting of a circle. Where it stands at a moment: `meetingStateOf(meeting, time)`. */
export interface Meeting {
  readonly id: bigint;
  readonly circle: bigint;
  readonly scheduledBy: Address;
  readonly scheduledAt: number;
  /** The request it answers; 0 for a regular one. */
  readonly request: bigint;
  readonly purpose: string;
  readonly startsAt: number;
  /** The end as scheduled, exclusive. */
  readonly endsAt: number;
  /** The proposals it may take up; empty for any. */
  readonly limits: readonly bigint[];
  /** How many members have to be checked in for it to adopt. */
  readonly quorum: number;
  /** When it was called off; 0 when it was not. */
  readonly cancelledAt: number;
  /** The extension that was proposed; null for none. It counts unless somebody refused it. */
  readonly extension: null | {
    readonly until: number;
    readonly by: Address;
    readonly at: number;
    readonly refusedBy: Address | null;
  };
  /** Everybody who was present at some time, in the order of coming. */
  readonly attendance: readonly Attendance[];
  /** The items of the agenda, in the order in which they were put on it. */
  readonly items: readonly bigint[];
  /** The item in hand; 0 for none. */
  readonly current: bigint;
}

/** That somebody was present. */
export interface Attendance {
  readonly person: Address;
  readonly presence: Presence;
  /** Who brought a guest, as representative of which circle and for which tension; null for everybody else. */
  readonly guestOf: null | {
    readonly host: Address;
    readonly circle: bigint;
    readonly tension: string;
  };
  /** The person's member number in the circle when coming; 0 for somebody who was never a member. */
  readonly number: number;
  readonly from: number;
  /** When the person left; 0 while present (to the end). */
  readonly to: number;
}

/** An item of an agenda. */
export interface Item {
  readonly id: bigint;
  readonly meeting: bigint;
  readonly label: string;
  /** The proposal it is about; 0 for none. */
  readonly proposal: bigint;
  readonly by: Address;
  /** Whether it is the one tension of a guest. */
  readonly asGuest: boolean;
  readonly at: number;
  readonly step: ItemStep;
  /** The version that the round is about; 0 before a round. */
  readonly version: number;
  /** Rises whenever a round opens. */
  readonly round: number;
  /** Who has confirmed in this round. */
  readonly confirmed: readonly Address[];
  /** Every step it went to, with the time, oldest first. */
  readonly steps: readonly { readonly step: ItemStep; readonly at: number }[];
  /** What was said, oldest first. */
  readonly said: readonly Said[];
  readonly adoptedAt: number;
}

/** Something said about an item. */
export interface Said {
  readonly by: Address;
  readonly step: ItemStep;
  readonly text: string;
  readonly at: number;
}

/** When a meeting ends: as scheduled, or as extended when nobody has refused. */
export function endOf(meeting: Meeting): number {
  const { extension, endsAt } = meeting;
  return extension === null || extension.refusedBy !== null ? endsAt : extension.until;
}

/** Where a meeting stands at a moment. */
export type MeetingState = "announced" | "cancelled" | "running" | "over";

/** Where a meeting stands at `time`, in seconds since 1970. */
export function meetingStateOf(meeting: Meeting, time: number): MeetingState {
  if (meeting.cancelledAt > 0) return "cancelled";
  if (time < meeting.startsAt) return "announced";
  return time < endOf(meeting) ? "running" : "over";
}

/** Who is present, by the acts so far. */
export function presentAt(meeting: Meeting): readonly Attendance[] {
  return meeting.attendance.filter((each) => each.to === 0);
}
