import { encodeFunctionData } from "viem";

import { leadsAbi } from "../abi/leads.ts";
import type { ActDefinition, View } from "./act.ts";
import { callOf } from "./act.ts";
import { policyName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What is meant by what. */
export interface RedirectData {
  readonly circle: bigint;
  /** The policy that names the circle; 0 for everything outside that does. */
  readonly subject: bigint;
  /** The role in the circle that is meant; 0 for the circle itself again. */
  readonly role: bigint;
}

/** Say which role in a circle is meant where governance outside names the circle. */
export const redirect: ActDefinition<RedirectData> = {
  call({ circle, subject, role }, { leads }) {
    const data = encodeFunctionData({
      abi: leadsAbi,
      functionName: "redirect",
      args: [circle, subject, role],
    });
    return callOf(leads, data);
  },
  sentence({ circle, subject, role }, view) {
    const { verb } = VERBS.redirect;
    return `I ${verb} what ${sayer(view, subject)} says of ${roleName(view, circle)} to ${meant(view, role)}.`;
  },
  fields({ circle, subject, role }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Said by", value: sayer(view, subject) },
      { label: "Meant", value: meant(view, role) },
    ];
  },
};

function sayer(view: View, subject: bigint): string {
  return subject === 0n ? "governance outside" : `the policy ${policyName(view, subject)}`;
}

function meant(view: View, role: bigint): string {
  return role === 0n ? "the circle itself again" : roleName(view, role);
}
