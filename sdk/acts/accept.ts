import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role. */
export interface AcceptData {
  readonly role: bigint;
}

/** Accept a role that was offered. */
export const accept: ActDefinition<AcceptData> = {
  call({ role }, { circles }) {
    const data = encodeFunctionData({ abi: circlesAbi, functionName: "accept", args: [role] });
    return callOf(circles, data);
  },
  sentence({ role }, view) {
    const { verb } = VERBS.accept;
    return `I ${verb} ${theRole(view, role)}.`;
  },
  fields({ role }, view) {
    return [{ label: "Role", value: roleName(view, role) }];
  },
};
