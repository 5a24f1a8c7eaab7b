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
  roleName,
} from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Which payment from a budget somebody else wants to make. */
export interface ConfirmSpendingData {
  readonly policy: bigint;
  readonly budget: Budget;
  readonly payer: Address;
  readonly payee: Address;
  readonly amount: bigint;
}

/** Confirm that somebody pays more from a budget than they may alone. */
export const confirmSpending: ActDefinition<ConfirmSpendingData> = {
  call({ policy, budget, payer, payee, amount }, { allowances }) {
    const data = encodeFunctionData({
      abi: allowancesAbi,
      functionName: "confirmSpending",
      args: [policy, budget, payer, payee, amount],
    });
    return callOf(allowances, data);
  },
  sentence({ policy, budget, payer, payee, amount }, view) {
    const { verb } = VERBS.confirmSpending;
    const what = amountOf(view, budget.token, amount);
    return `As ${roleName(view, budget.second)} I ${verb} that ${personName(view, payer)} pays ${what} to ${personName(view, payee)} from the budget ${policyName(view, policy)}.`;
  },
  fields({ policy, budget, payer, payee, amount }, view) {
    return [
      { label: "Budget", value: policyName(view, policy) },
      { label: "Payer", value: personInFull(view, payer) },
      { label: "Amount", value: amountOf(view, budget.token, amount) },
      { label: "Payee", value: personInFull(view, payee) },
      ...budgetFields(view, budget),
    ];
  },
};
