import { encodeFunctionData } from "viem";

import { consentAbi } from "../abi/consent.ts";
import type { Change, Reasons } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { contentHash } from "./content.ts";
import { changeFields, changesInShort, reasonFields, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to propose. */
export interface ProposeData {
  readonly circle: bigint;
  /** The role that feels the tension. */
  readonly asRole: bigint;
  /** 0, 1 or 2. */
  readonly slot: number;
  readonly changes: readonly Change[];
  readonly reasons: Reasons;
}

/** Open a proposal. */
export const propose: ActDefinition<ProposeData> = {
  call({ circle, asRole, slot, changes, reasons }, { consent }) {
    const data = encodeFunctionData({
      abi: consentAbi,
      functionName: "propose",
      args: [circle, asRole, slot, changes, reasons],
    });
    return callOf(consent, data);
  },
  sentence({ circle, asRole, changes }, view) {
    const { verb } = VERBS.propose;
    const what = changesInShort(view, circle, changes);
    return `As ${roleName(view, asRole)} I ${verb} to ${roleName(view, circle)}: ${what}.`;
  },
  fields({ circle, asRole, slot, changes, reasons }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "As role", value: roleName(view, asRole) },
      ...changeFields(view, circle, changes),
      ...reasonFields(reasons),
      { label: "Slot", value: String(slot) },
      { label: "Hash of the content", value: contentHash(changes, reasons) },
    ];
  },
};
