import { allowancesAbi } from "../../abi/allowances.ts";
import type { Organisation } from "../organisation.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Allowances` must answer. Nothing while no event tells which contract keeps them. */
export function expectedOfAllowances(state: Organisation): readonly Expectation[] {
  const { allowances } = state.contracts;
  if (allowances === null) return [];
  const view = viewsOf("Allowances", allowances, allowancesAbi);
  return [...state.uses].map(([policy, use]) => view("useOf", [policy], use));
}
