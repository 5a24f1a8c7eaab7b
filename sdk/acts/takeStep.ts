import { encodeFunctionData } from "viem";

import { meetingsAbi } from "../abi/meetings.ts";
import type { ItemStep } from "../chronicle/meetings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { itemName } from "./describe.ts";
import { ITEM_STEPS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Which item, and where to. */
export interface TakeStepData {
  readonly item: bigint;
  readonly step: ItemStep;
}

/** Take an item of the agenda to a step. */
export const takeStep: ActDefinition<TakeStepData> = {
  call({ item, step }, { meetings }) {
    const data = encodeFunctionData({ abi: meetingsAbi, functionName: "take", args: [item, step] });
    return callOf(meetings, data);
  },
  sentence({ item, step }, view) {
    const { verb } = VERBS.takeStep;
    return `I ${verb} ${itemName(view, item)} to ${ITEM_STEPS[step]}.`;
  },
  fields({ item, step }, view) {
    return [
      { label: "Item", value: itemName(view, item) },
      { label: "Step", value: ITEM_STEPS[step] },
    ];
  },
};
