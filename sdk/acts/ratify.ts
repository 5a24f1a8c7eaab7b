import { encodeFunctionData } from "viem";

import { foundingAbi } from "../abi/founding.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to ratify. */
export interface RatifyData {
  readonly organisation: number;
  /** The event number of the last founding write. */
  readonly number: number;
}

/** Ratify everything up to the last founding write. */
export const ratify: ActDefinition<RatifyData> = {
  call({ organisation, number }, { founding }) {
    const data = encodeFunctionData({
      abi: foundingAbi,
      functionName: "ratify",
      args: [organisation, number],
    });
    return callOf(founding, data);
  },
  sentence({ organisation, number }, view) {
    const { verb } = VERBS.ratify;
    return `I ${verb} the founding of ${organisationName(view, organisation)} as written up to event ${number}.`;
  },
  fields({ organisation, number }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Up to event", value: String(number) },
    ];
  },
};
