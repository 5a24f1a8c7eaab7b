import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName } from "./describe.ts";

/** What to declare. */
export interface DeclareOpennessData {
  readonly organisation: number;
  readonly open: boolean;
}

/** Declare whether roles may be assigned to oneself at once. */
export const declareOpenness: ActDefinition<DeclareOpennessData> = {
  call({ organisation, open }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "declareOpenness",
      args: [organisation, open],
    });
    return callOf(circles, data);
  },
  sentence({ organisation, open }, view) {
    const name = organisationName(view, organisation);
    return open
      ? `I am open to assignments in ${name}: whoever may offer me a role assigns it at once.`
      : `I am no longer open to assignments in ${name}: I accept each role myself.`;
  },
  fields({ organisation, open }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Open to assignments", value: open ? "yes" : "no" },
    ];
  },
};
