import { encodeFunctionData } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import type { Power } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { policyName, powerFields, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which power. */
export interface TakePowerData {
  readonly policy: bigint;
  readonly power: Power;
}

/** Let whoever fills a role call a function by themselves, at a contract whose authority is the vault. */
export const takePower: ActDefinition<TakePowerData> = {
  call({ policy, power }, { allowances }) {
    const data = encodeFunctionData({
      abi: allowancesAbi,
      functionName: "takePower",
      args: [policy, power],
    });
    return callOf(allowances, data);
  },
  sentence({ policy, power }, view) {
    const { verb } = VERBS.takePower;
    return `I ${verb} the power ${policyName(view, policy)}: whoever fills ${roleName(view, power.role)} may call ${power.selector} of ${power.target} by themselves.`;
  },
  fields({ policy, power }, view) {
    return [{ label: "Power", value: policyName(view, policy) }, ...powerFields(view, power)];
  },
};
