import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role. */
export interface ResignData {
  readonly role: bigint;
}

/** Give up a role. */
export const resign: ActDefinition<ResignData> = {
  call({ role }, { circles }) {
    const data = encodeFunctionData({ abi: circlesAbi, functionName: "resign", args: [role] });
    return callOf(circles, data);
  },
  sentence({ role }, view) {
    const { verb } = VERBS.resign;
    return `I ${verb} ${theRole(view, role)}.`;
  },
  fields({ role }, view) {
    return [{ label: "Role", value: roleName(view, role) }];
  },
};
