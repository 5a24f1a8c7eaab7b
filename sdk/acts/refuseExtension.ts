import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which meeting. */
export interface RefuseExtensionData {
  readonly meeting: bigint;
}

/** Refuse a later end of a meeting. */
export const refuseExtension: ActDefinition<RefuseExtensionData> = {
  call({ meeting }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "refuseExtension",
      args: [meeting],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting }, view) {
    const { verb } = VERBS.refuseExtension;
    return `I ${verb} to go on with ${meetingName(view, meeting)} after its end.`;
  },
  fields({ meeting }, view) {
    return [{ label: "Meeting", value: meetingName(view, meeting) }];
  },
};
