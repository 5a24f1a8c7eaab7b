import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { itemName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What is said. */
export interface SayInMeetingData {
  readonly item: bigint;
  readonly text: string;
}

/** Speak about an item, for the record. */
export const sayInMeeting: ActDefinition<SayInMeetingData> = {
  call({ item, text }, { meetings }) {
    const data = encodeFunctionData({ abi: meetingsAbi, functionName: "say", args: [item, text] });
    return callOf(meetings, data);
  },
  sentence({ item, text }, view) {
    const { verb } = VERBS.sayInMeeting;
    return `I ${verb} about ${itemName(view, item)}: ${quoted(text)}`;
  },
  fields({ item, text }, view) {
    return [
      { label: "Item", value: itemName(view, item) },
      { label: "Text", value: text },
    ];
  },
};
