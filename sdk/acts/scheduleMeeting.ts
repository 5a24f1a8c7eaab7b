import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import { numberOf } from "../chronicle/organisation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { limitFields, momentOf, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** When, and about what. */
export interface ScheduleMeetingData {
  readonly circle: bigint;
  /** The request it answers; 0 for a regular meeting. */
  readonly requested: bigint;
  /** In seconds. */
  readonly startsAt: number;
  /** In seconds. */
  readonly endsAt: number;
  readonly purpose: string;
  /** The proposals it may take up; empty for any. */
  readonly limits: readonly bigint[];
}

/** Schedule a meeting of a circle. */
export const scheduleMeeting: ActDefinition<ScheduleMeetingData> = {
  call({ circle, requested, startsAt, endsAt, purpose, limits }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "schedule",
      args: [circle, requested, startsAt, endsAt, purpose, limits],
    });
    return callOf(meetings, data);
  },
  sentence({ circle, startsAt, endsAt, purpose }, view) {
    const { verb } = VERBS.scheduleMeeting;
    return `I ${verb} a meeting of ${roleName(view, circle)} from ${momentOf(startsAt)} to ${momentOf(endsAt)}: ${quoted(purpose)}`;
  },
  fields({ circle, requested, startsAt, endsAt, purpose, limits }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "From", value: momentOf(startsAt) },
      { label: "To", value: momentOf(endsAt) },
      { label: "Purpose", value: purpose },
      ...limitFields(view, limits),
      ...(requested === 0n
        ? []
        : [{ label: "Answers request", value: String(numberOf(requested)) }]),
    ];
  },
};
