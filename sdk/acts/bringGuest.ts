import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName, personInFull, personName, quoted } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and for what. */
export interface BringGuestData {
  readonly meeting: bigint;
  readonly guest: Address;
  readonly tension: string;
}

/** Bring one guest to a meeting, for one tension. */
export const bringGuest: ActDefinition<BringGuestData> = {
  call({ meeting, guest, tension }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "bringGuest",
      args: [meeting, guest, tension],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting, guest, tension }, view) {
    const { verb } = VERBS.bringGuest;
    return `I ${verb} ${personName(view, guest)} to ${meetingName(view, meeting)} as a guest for one tension: ${quoted(tension)}`;
  },
  fields({ meeting, guest, tension }, view) {
    return [
      { label: "Meeting", value: meetingName(view, meeting) },
      { label: "Guest", value: personInFull(view, guest) },
      { label: "Tension", value: tension },
    ];
  },
};
