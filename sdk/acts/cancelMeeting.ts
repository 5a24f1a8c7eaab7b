import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which meeting. */
export interface CancelMeetingData {
  readonly meeting: bigint;
}

/** Call a meeting off before it begins. */
export const cancelMeeting: ActDefinition<CancelMeetingData> = {
  call({ meeting }, { meetings }) {
    const data = encodeFunctionData({ abi: meetingsAbi, functionName: "cancel", args: [meeting] });
    return callOf(meetings, data);
  },
  sentence({ meeting }, view) {
    const { verb } = VERBS.cancelMeeting;
    return `I ${verb} ${meetingName(view, meeting)}.`;
  },
  fields({ meeting }, view) {
    return [{ label: "Meeting", value: meetingName(view, meeting) }];
  },
};
