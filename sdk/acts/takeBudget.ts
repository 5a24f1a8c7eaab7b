import { encodeFunctionData } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import type { Budget } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { budgetFields, policyName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which budget. */
export interface TakeBudgetData {
  readonly policy: bigint;
  readonly budget: Budget;
}

/** Take a budget that a policy gives, as it is now. */
export const takeBudget: ActDefinition<TakeBudgetData> = {
  call({ policy, budget }, { allowances }) {
    const data = encodeFunctionData({
      abi: allowancesAbi,
      functionName: "takeBudget",
      args: [policy, budget],
    });
    return callOf(allowances, data);
  },
  sentence({ policy, budget }, view) {
    const { verb } = VERBS.takeBudget;
    return `I ${verb} the budget ${policyName(view, policy)}: whoever fills ${roleName(view, budget.role)} pays from it.`;
  },
  fields({ policy, budget }, view) {
    return [{ label: "Budget", value: policyName(view, policy) }, ...budgetFields(view, budget)];
  },
};
