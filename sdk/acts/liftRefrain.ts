import { encodeFunctionData } from "viem";

import { initiativesAbi } from "../abi/initiatives.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { initiativeName, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What about, and for which role. */
export interface LiftRefrainData {
  readonly initiative: bigint;
  readonly role: bigint;
}

/** Lift what was asked of a declarer. */
export const liftRefrain: ActDefinition<LiftRefrainData> = {
  call({ initiative, role }, { initiatives }) {
    const data = encodeFunctionData({
      abi: initiativesAbi,
      functionName: "liftRefrain",
      args: [initiative, role],
    });
    return callOf(initiatives, data);
  },
  sentence({ initiative, role }, view) {
    const { verb } = VERBS.liftRefrain;
    return `I ${verb} what was asked about ${initiativeName(view, initiative)} for ${theRole(view, role)}.`;
  },
  fields({ initiative, role }, view) {
    return [
      { label: "Initiative", value: initiativeName(view, initiative) },
      { label: "For the role", value: roleName(view, role) },
    ];
  },
};
