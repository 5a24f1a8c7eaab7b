import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName, momentOf } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Until when. */
export interface ExtendMeetingData {
  readonly meeting: bigint;
  /** In seconds. */
  readonly extendedTo: number;
}

/** Propose a later end of a meeting. */
export const extendMeeting: ActDefinition<ExtendMeetingData> = {
  call({ meeting, extendedTo }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "extend",
      args: [meeting, extendedTo],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting, extendedTo }, view) {
    const { verb } = VERBS.extendMeeting;
    return `I ${verb} ${meetingName(view, meeting)} until ${momentOf(extendedTo)}, unless somebody present refuses.`;
  },
  fields({ meeting, extendedTo }, view) {
    return [
      { label: "Meeting", value: meetingName(view, meeting) },
      { label: "Until", value: momentOf(extendedTo) },
    ];
  },
};
