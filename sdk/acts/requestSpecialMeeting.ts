import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { limitFields, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** About what. */
export interface RequestSpecialMeetingData {
  readonly circle: bigint;
  readonly purpose: string;
  /** The proposals it is about; empty for no limit. */
  readonly limits: readonly bigint[];
}

/** Ask for a special meeting. */
export const requestSpecialMeeting: ActDefinition<RequestSpecialMeetingData> = {
  call({ circle, purpose, limits }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "request",
      args: [circle, purpose, limits],
    });
    return callOf(meetings, data);
  },
  sentence({ circle, purpose }, view) {
    const { verb } = VERBS.requestSpecialMeeting;
    return `I ${verb} a special meeting of ${roleName(view, circle)}: ${quoted(purpose)}`;
  },
  fields({ circle, purpose, limits }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Purpose", value: purpose },
      ...limitFields(view, limits),
    ];
  },
};
