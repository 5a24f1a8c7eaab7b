import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whom, and why. */
export interface ExpelData {
  readonly organisation: number;
  readonly person: Address;
  readonly reason: string;
}

/** End somebody's partnership or invitation. */
export const expel: ActDefinition<ExpelData> = {
  call({ organisation, person, reason }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "expel",
      args: [organisation, person, reason],
    });
    return callOf(partners, data);
  },
  sentence({ organisation, person }, view) {
    const { verb } = VERBS.expel;
    return `I ${verb} ${personName(view, person)} from ${organisationName(view, organisation)}.`;
  },
  fields({ organisation, person, reason }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Person", value: personInFull(view, person) },
      { label: "Reason", value: reason },
    ];
  },
};
