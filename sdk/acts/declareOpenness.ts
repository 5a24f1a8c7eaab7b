import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to declare. */
export interface DeclareOpennessData {
  readonly organisation: number;
  readonly open: boolean;
}

/** Declare whether roles may be assigned to oneself at once. */
export const declareOpenness: ActDefinition<DeclareOpennessData> = {
  call({ organisation, open }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "declareOpenness",
      args: [organisation, open],
    });
    return callOf(partners, data);
  },
  sentence({ organisation, open }, view) {
    const { verb } = VERBS.declareOpenness;
    const name = organisationName(view, organisation);
    return open
      ? `I ${verb} that I am open to assignments in ${name}: whoever may offer me a role assigns it at once.`
      : `I ${verb} that I am no longer open to assignments in ${name}: I accept each role myself.`;
  },
  fields({ organisation, open }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Open to assignments", value: open ? "yes" : "no" },
    ];
  },
};
