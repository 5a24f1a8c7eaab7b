import type { Hex } from "viem";
import { encodeAbiParameters, getAbiItem, keccak256 } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import type { Budget, Power } from "../chronicle/events.ts";

const [, BUDGET] = getAbiItem({ abi: allowancesAbi, name: "spendBudget" }).inputs;
const [, POWER] = getAbiItem({ abi: allowancesAbi, name: "usePower" }).inputs;

/** The terms of a policy that gives a role a budget. */
export function budgetTerms(budget: Budget): Hex {
  return keccak256(encodeAbiParameters([BUDGET], [budget]));
}

/** The terms of a policy that gives a role a power. */
export function powerTerms(power: Power): Hex {
  return keccak256(encodeAbiParameters([POWER], [power]));
}
