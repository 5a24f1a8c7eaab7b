import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { officesAbi } from "../abi/offices.ts";
import type { Office } from "../chronicle/offices.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { matterName, roleName } from "./describe.ts";
import { nameIn, OFFICE_NAMES } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** In what, and for which office. */
export interface StandInData {
  /** The contract whose matter it is. */
  readonly process: Address;
  /** A proposal, an election or a meeting. */
  readonly matter: bigint;
  readonly circle: bigint;
  readonly office: Office;
}

/** Declare to stand in for an office in one matter. */
export const standIn: ActDefinition<StandInData> = {
  call({ process, matter, circle, office }, { offices }) {
    const data = encodeFunctionData({
      abi: officesAbi,
      functionName: "standIn",
      args: [process, matter, circle, office],
    });
    return callOf(offices, data);
  },
  sentence({ matter, circle, office }, view) {
    const { verb } = VERBS.standIn;
    const what = nameIn(OFFICE_NAMES, office);
    return `I ${verb} as ${what} of ${roleName(view, circle)} in ${matterName(view, matter)}.`;
  },
  fields({ process, matter, circle, office }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Office", value: nameIn(OFFICE_NAMES, office) },
      { label: "Matter", value: matterName(view, matter) },
      { label: "Process", value: process },
    ];
  },
};
