import { encodeFunctionData } from "viem";

import { rulingsAbi } from "../abi/rulings.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { objectName, quoted, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** The request, and whom. */
export interface RequestStrikeData {
  /** The circle whose secretary is asked: the one that holds it, or one around. */
  readonly circle: bigint;
  /** The role or the policy. */
  readonly object: bigint;
  readonly text: string;
}

/** Ask a secretary whether governance breaks the rules. */
export const requestStrike: ActDefinition<RequestStrikeData> = {
  call({ circle, object, text }, { rulings }) {
    const data = encodeFunctionData({
      abi: rulingsAbi,
      functionName: "requestStrike",
      args: [circle, object, text],
    });
    return callOf(rulings, data);
  },
  sentence({ circle, object, text }, view) {
    const { verb } = VERBS.requestStrike;
    return `I ${verb} the secretary of ${roleName(view, circle)} whether ${objectName(view, object)} breaks the rules: ${quoted(text)}`;
  },
  fields({ circle, object, text }, view) {
    return [
      { label: "Circle", value: roleName(view, circle) },
      { label: "About", value: objectName(view, object) },
      { label: "Text", value: text },
    ];
  },
};
