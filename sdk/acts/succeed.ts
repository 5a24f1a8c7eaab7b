import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Who signs from now on. */
export interface SucceedData {
  readonly organisation: number;
  readonly successor: Address;
}

/** Name somebody who signs amendments of the rules in one's own place. */
export const succeed: ActDefinition<SucceedData> = {
  call({ organisation, successor }, { founding }) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "succeed",
      args: [organisation, successor],
    });
    return callOf(founding, data);
  },
  sentence({ organisation, successor }, view) {
    const { verb } = VERBS.succeed;
    return `I ${verb} ${personName(view, successor)} to sign amendments of the rules of ${organisationName(view, organisation)} in my place, for good.`;
  },
  fields({ organisation, successor }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Signs from now on", value: personInFull(view, successor) },
    ];
  },
};
