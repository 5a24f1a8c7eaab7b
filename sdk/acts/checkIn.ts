import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which meeting. */
export interface CheckInData {
  readonly meeting: bigint;
}

/** Be present in a meeting. */
export const checkIn: ActDefinition<CheckInData> = {
  call({ meeting }, { meetings }) {
    const data = encodeFunctionData({ abi: meetingsAbi, functionName: "checkIn", args: [meeting] });
    return callOf(meetings, data);
  },
  sentence({ meeting }, view) {
    const { verb } = VERBS.checkIn;
    return `I ${verb} ${meetingName(view, meeting)}.`;
  },
  fields({ meeting }, view) {
    return [{ label: "Meeting", value: meetingName(view, meeting) }];
  },
};
