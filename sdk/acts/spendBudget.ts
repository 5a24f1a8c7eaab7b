import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import type { Budget } from "../chronicle/events.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import {
  amountOf,
  budgetFields,
  personInFull,
  personName,
  policyName,
  quoted,
  roleName,
} from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to pay from a budget. */
export interface SpendBudgetData {
  readonly policy: bigint;
  readonly budget: Budget;
  readonly payee: Address;
  readonly amount: bigint;
  readonly purpose: string;
}

/** Pay from a budget at once. */
export const spendBudget: ActDefinition<SpendBudgetData> = {
  call({ policy, budget, payee, amount, purpose }, { allowances }) {
    const data = encodeFunctionData({
      abi: allowancesAbi,
      functionName: "spendBudget",
      args: [policy, budget, payee, amount, purpose],
    });
    return callOf(allowances, data);
  },
  sentence({ policy, budget, payee, amount, purpose }, view) {
    const { verb } = VERBS.spendBudget;
    const what = amountOf(view, budget.token, amount);
    return `As ${roleName(view, budget.role)} I ${verb} ${what} to ${personName(view, payee)} from the budget ${policyName(view, policy)}: ${quoted(purpose)}`;
  },
  fields({ policy, budget, payee, amount, purpose }, view) {
    return [
      { label: "Budget", value: policyName(view, policy) },
      { label: "Amount", value: amountOf(view, budget.token, amount) },
      { label: "Payee", value: personInFull(view, payee) },
      { label: "Purpose", value: purpose },
      ...budgetFields(view, budget),
    ];
  },
};
