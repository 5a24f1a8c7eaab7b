import { encodeFunctionData } from "viem";

import { initiativesAbi } from "../abi/initiatives.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { initiativeName, quoted, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What about, and for which role. */
export interface AskToRefrainData {
  readonly initiative: bigint;
  /** The affected role that one acts for. */
  readonly role: bigint;
  readonly text: string;
}

/** Ask a declarer to refrain from such acts. */
export const askToRefrain: ActDefinition<AskToRefrainData> = {
  call({ initiative, role, text }, { initiatives }) {
    const data = encodeFunctionData({
      abi: initiativesAbi,
      functionName: "askToRefrain",
      args: [initiative, role, text],
    });
    return callOf(initiatives, data);
  },
  sentence({ initiative, role, text }, view) {
    const { verb } = VERBS.askToRefrain;
    return `I ${verb}, for ${theRole(view, role)}, to refrain from acts like ${initiativeName(view, initiative)}. ${quoted(text)}`;
  },
  fields({ initiative, role, text }, view) {
    return [
      { label: "Initiative", value: initiativeName(view, initiative) },
      { label: "For the role", value: roleName(view, role) },
      { label: "Text", value: text },
    ];
  },
};
