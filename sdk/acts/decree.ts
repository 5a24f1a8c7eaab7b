import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { Change } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { changeFields, changesInShort, peopleInFull, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What a lead changes, where, and why. */
export interface DecreeData {
  readonly circle: bigint;
  readonly changes: readonly Change[];
  /** The people whom the changes seat or unseat, in order. */
  readonly people: readonly Address[];
  readonly reason: string;
}

/** Change the governance of a circle that one leads, where the article of governance is not adopted. */
export const decree: ActDefinition<DecreeData> = {
  call({ circle, changes, people, reason }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "decree",
      args: [circle, changes, people, reason],
    });
    return callOf(leads, data);
  },
  sentence({ circle, changes }, view) {
    const { verb } = VERBS.decree;
    return `I ${verb} in ${roleName(view, circle)}, at once: ${changesInShort(view, circle, changes)}.`;
  },
  fields({ circle, changes, people, reason }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      ...changeFields(view, circle, changes),
      ...(people.length === 0 ? [] : [{ label: "People", value: peopleInFull(view, people) }]),
      { label: "Reason", value: reason },
    ];
  },
};
