import type { Hex } from "viem";
import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { contentFields, itemName, proposalName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was read. */
export interface ConfirmInMeetingData {
  readonly item: bigint;
  /** For the reader: the item fixes it. */
  readonly proposal: bigint;
  readonly content: Hex;
}

/** Have no objection, in the objection round of an item. */
export const confirmInMeeting: ActDefinition<ConfirmInMeetingData> = {
  call({ item, content }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "confirmItem",
      args: [item, content],
    });
    return callOf(meetings, data);
  },
  sentence({ item, proposal }, view) {
    const { verb } = VERBS.confirmInMeeting;
    return `I ${verb} ${proposalName(view, proposal)} in the round of ${itemName(view, item)}.`;
  },
  fields({ item, proposal, content }, view) {
    return [
      { label: "Item", value: itemName(view, item) },
      { label: "Proposal", value: proposalName(view, proposal) },
      ...contentFields(view, proposal, content),
      { label: "Hash of the content", value: content },
    ];
  },
};
