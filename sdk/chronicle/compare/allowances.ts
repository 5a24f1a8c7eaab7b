import { allowancesAbi } from "../../abi/allowances.ts";
import type { Organisation } from "../organisation.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Allowances` must answer. Nothing while no event tells which contract keeps them. */
export function expectedOfAllowances(state: Organisation): readonly Expectation[] {
  const { allowances } = state.contracts;
  if (allowances === null) return [];
  const view = viewsOf("Allowances", allowances, allowancesAbi);
  const policies = new Set([...state.uses.keys(), ...state.budgets.keys()]);
  return [...policies].map((policy) => {
    const { used, endsAt } = state.uses.get(policy) ?? { used: 0n, endsAt: 0 };
    const revision = state.budgets.get(policy)?.revision ?? 0;
    return view("useOf", [policy], { used, endsAt, revision });
  });
}
