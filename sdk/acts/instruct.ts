import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role, and what its fillers are to do. */
export interface InstructData {
  readonly role: bigint;
  readonly direction: string;
}

/** Direct whoever fills a role in a circle that one leads, where the article of distributed authority is not adopted. */
export const instruct: ActDefinition<InstructData> = {
  call({ role, direction }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "instruct",
      args: [role, direction],
    });
    return callOf(leads, data);
  },
  sentence({ role }, view) {
    const { verb } = VERBS.instruct;
    return `I ${verb} whoever fills ${roleName(view, role)}.`;
  },
  fields({ role, direction }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Direction", value: direction },
    ];
  },
};
