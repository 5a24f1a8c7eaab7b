import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whose assignment, and for what. */
export interface FocusData {
  readonly role: bigint;
  readonly person: Address;
  /** Empty for none. */
  readonly focus: string;
}

/** Give an assignment a focus, or none. */
export const focus: ActDefinition<FocusData> = {
  call({ role, person, focus: text }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "focus",
      args: [role, person, text],
    });
    return callOf(leads, data);
  },
  sentence({ role, person, focus: text }, view) {
    const { verb } = VERBS.focus;
    const what = text === "" ? "without a focus" : `on ${quoted(text)}`;
    return `I ${verb} the assignment of ${personName(view, person)} to ${roleName(view, role)} ${what}.`;
  },
  fields({ role, person, focus: text }, view) {
    return [
      { label: "Role", value: roleName(view, role) },
      { label: "Person", value: personInFull(view, person) },
      { label: "Focus", value: text === "" ? "none" : text },
    ];
  },
};
