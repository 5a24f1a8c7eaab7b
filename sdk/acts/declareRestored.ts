import { encodeFunctionData } from "viem";

import { breakdownsAbi } from "../abi/breakdowns.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Where, and how. */
export interface DeclareRestoredData {
  readonly circle: bigint;
  readonly text: string;
}

/** Declare due process restored. */
export const declareRestored: ActDefinition<DeclareRestoredData> = {
  call({ circle, text }, { breakdowns }) {
    const data = encodeFunctionData({
      abi: breakdownsAbi,
      functionName: "declareRestored",
      args: [circle, text],
    });
    return callOf(breakdowns, data);
  },
  sentence({ circle, text }, view) {
    const { verb } = VERBS.declareRestored;
    return `I ${verb} due process in ${roleName(view, circle)} restored. ${quoted(text)}`;
  },
  fields({ circle, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "Text", value: text },
    ];
  },
};
