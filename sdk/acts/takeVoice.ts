import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role. */
export interface TakeVoiceData {
  readonly role: bigint;
}

/** Speak for a role that one fills. */
export const takeVoice: ActDefinition<TakeVoiceData> = {
  call({ role }, { circles }) {
    const data = encodeFunctionData({ abi: circlesAbi, functionName: "takeVoice", args: [role] });
    return callOf(circles, data);
  },
  sentence({ role }, view) {
    const { verb } = VERBS.takeVoice;
    return `I ${verb} the voice of ${theRole(view, role)}: from now on I speak for it in its circle.`;
  },
  fields({ role }, view) {
    return [{ label: "Role", value: roleName(view, role) }];
  },
};
