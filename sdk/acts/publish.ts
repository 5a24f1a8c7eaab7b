import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { Change } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { changeFields, changesInShort, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which role's policies, and how they change. */
export interface PublishData {
  readonly role: bigint;
  /** Policies of the kind `DOMAIN` that are adopted in the role, amended or repealed. */
  readonly changes: readonly Change[];
}

/** Write policies on what a role controls that one fills. */
export const publish: ActDefinition<PublishData> = {
  call({ role, changes }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "publish",
      args: [role, changes],
    });
    return callOf(leads, data);
  },
  sentence({ role, changes }, view) {
    const { verb } = VERBS.publish;
    return `I ${verb} on what ${roleName(view, role)} controls: ${changesInShort(view, role, changes)}.`;
  },
  fields({ role, changes }, view) {
    return [{ label: "Role", value: roleName(view, role) }, ...changeFields(view, role, changes)];
  },
};
