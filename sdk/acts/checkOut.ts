import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which meeting. */
export interface CheckOutData {
  readonly meeting: bigint;
}

/** Leave a meeting. */
export const checkOut: ActDefinition<CheckOutData> = {
  call({ meeting }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "checkOut",
      args: [meeting],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting }, view) {
    const { verb } = VERBS.checkOut;
    return `I ${verb} ${meetingName(view, meeting)}.`;
  },
  fields({ meeting }, view) {
    return [{ label: "Meeting", value: meetingName(view, meeting) }];
  },
};
