import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { meetingName, personInFull, personName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and for what. */
export interface BringGuestData {
  readonly meeting: bigint;
  /** The circle inside that one represents. */
  readonly inner: bigint;
  readonly guest: Address;
  readonly tension: string;
}

/** Bring one guest to a meeting, for one tension. */
export const bringGuest: ActDefinition<BringGuestData> = {
  call({ meeting, inner, guest, tension }, { meetings }) {
    const data = encodeFunctionData({
      abi: meetingsAbi,
      functionName: "bringGuest",
      args: [meeting, inner, guest, tension],
    });
    return callOf(meetings, data);
  },
  sentence({ meeting, inner, guest, tension }, view) {
    const { verb } = VERBS.bringGuest;
    return `As representative of ${roleName(view, inner)} I ${verb} ${personName(view, guest)} to ${meetingName(view, meeting)} as a guest for one tension: ${quoted(tension)}`;
  },
  fields({ meeting, inner, guest, tension }, view) {
    return [
      { label: "Meeting", value: meetingName(view, meeting) },
      { label: "As representative of", value: roleName(view, inner) },
      { label: "Guest", value: personInFull(view, guest) },
      { label: "Tension", value: tension },
    ];
  },
};
