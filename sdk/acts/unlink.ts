import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which link to end. */
export interface UnlinkData {
  /** The linked role. */
  readonly role: bigint;
  /** Everybody who fills it. */
  readonly people: readonly Address[];
}

/** End the link of a role that one fills, or whose fillers one chooses. */
export const unlink: ActDefinition<UnlinkData> = {
  call({ role, people }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "unlink",
      args: [role, people],
    });
    return callOf(leads, data);
  },
  sentence({ role }, view) {
    return `I ${VERBS.unlink.verb} ${roleName(view, role)} from the circle into which it was linked.`;
  },
  fields({ role, people }, view) {
    return [
      { label: "Linked role", value: roleName(view, role) },
      { label: "People who leave the circle by it", value: String(people.length) },
    ];
  },
};
