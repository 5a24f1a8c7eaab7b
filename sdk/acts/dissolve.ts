import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What ends, and where its money goes. */
export interface DissolveData {
  readonly organisation: number;
  /** 1 to 4,096 bytes. */
  readonly destinations: string;
}

/** End an organisation, as the last person in it. */
export const dissolve: ActDefinition<DissolveData> = {
  call({ organisation, destinations }, { founding }) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "dissolve",
      args: [organisation, destinations],
    });
    return callOf(founding, data);
  },
  sentence({ organisation }, view) {
    return `I ${VERBS.dissolve.verb} ${organisationName(view, organisation)}, for ever.`;
  },
  fields({ organisation, destinations }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Where its money goes", value: destinations },
    ];
  },
};
