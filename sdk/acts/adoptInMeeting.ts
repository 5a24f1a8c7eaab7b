import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { itemName, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which item. */
export interface AdoptInMeetingData {
  readonly item: bigint;
  /** For the reader: the item fixes it. */
  readonly proposal: bigint;
}

/** Adopt an item's proposal: everybody present has confirmed. */
export const adoptInMeeting: ActDefinition<AdoptInMeetingData> = {
  call({ item }, { meetings }) {
    const data = encodeFunctionData({ abi: meetingsAbi, functionName: "adopt", args: [item] });
    return callOf(meetings, data);
  },
  sentence({ proposal }, view) {
    const { verb } = VERBS.adoptInMeeting;
    return `I ${verb} ${proposalName(view, proposal)} in the meeting: nobody present has an objection.`;
  },
  fields({ item, proposal }, view) {
    return [
      { label: "Item", value: itemName(view, item) },
      { label: "Proposal", value: proposalName(view, proposal) },
    ];
  },
};
