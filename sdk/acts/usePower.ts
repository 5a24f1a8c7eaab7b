import type { Hex } from "viem";
import { encodeFunctionData, zeroAddress } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import type { Power } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { amountOf, policyName, powerFields, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to call by a power. */
export interface UsePowerData {
  readonly policy: bigint;
  readonly power: Power;
  /** In wei. */
  readonly value: bigint;
  readonly data: Hex;
}

/** Call a contract from a vault, by a power. */
export const usePower: ActDefinition<UsePowerData> = {
  call({ policy, power, value, data: sent }, { allowances }) {
    const data = encodeFunctionData({
      abi: allowancesAbi,
      functionName: "usePower",
      args: [policy, power, value, sent],
    });
    return callOf(allowances, data);
  },
  sentence({ policy, power, value }, view) {
    const { verb } = VERBS.usePower;
    const money = value === 0n ? "" : ` with ${amountOf(view, zeroAddress, value)}`;
    return `As ${roleName(view, power.role)} I ${verb} ${power.selector} of ${power.target}${money} from the vault, by the power ${policyName(view, policy)}.`;
  },
  fields({ policy, power, value, data }, view) {
    return [
      { label: "Power", value: policyName(view, policy) },
      { label: "ETH", value: amountOf(view, zeroAddress, value) },
      { label: "Data", value: data },
      ...powerFields(view, power),
    ];
  },
};
