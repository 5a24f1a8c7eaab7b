import { encodeFunctionData } from "viem";

import { facilitationAbi } from "../abi/facilitation.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { proposalName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** About what, and why. */
export interface RequestMeetingData {
  readonly proposal: bigint;
  readonly text: string;
}

/** Ask for a meeting about a proposal, which only a meeting adopts for a while. */
export const requestMeeting: ActDefinition<RequestMeetingData> = {
  call({ proposal, text }, { facilitation }) {
    const data = encodeFunctionData({
      abi: facilitationAbi,
      functionName: "requestMeeting",
      args: [proposal, text],
    });
    return callOf(facilitation, data);
  },
  sentence({ proposal, text }, view) {
    const { verb } = VERBS.requestMeeting;
    return `I ${verb} a meeting about ${proposalName(view, proposal)}: ${quoted(text)}`;
  },
  fields({ proposal, text }, view) {
    return [
      { label: "Proposal", value: proposalName(view, proposal) },
      { label: "Text", value: text },
    ];
  },
};
