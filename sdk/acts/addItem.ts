import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName, proposalName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What it is about. */
export interface AddItemData {
  readonly meeting: bigint;
  /** A short label. */
  readonly label: string;
  /** 0 for none. */
  readonly proposal: bigint;
}

/** Put an item on the agenda of a meeting. */
export const addItem: ActDefinition<AddItemData> = {
  call({ meeting, label, proposal }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "addItem",
      args: [meeting, label, proposal],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting, label, proposal }, view) {
    const { verb } = VERBS.addItem;
    const what = proposal === 0n ? "" : `, about ${proposalName(view, proposal)}`;
    return `I ${verb} ${quoted(label)} on the agenda of ${meetingName(view, meeting)}${what}.`;
  },
  fields({ meeting, label, proposal }, view) {
    return [
      { label: "Meeting", value: meetingName(view, meeting) },
      { label: "Label", value: label },
      ...(proposal === 0n ? [] : [{ label: "Proposal", value: proposalName(view, proposal) }]),
    ];
  },
};
