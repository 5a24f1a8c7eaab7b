import type {
  Abi,
  Address,
  ContractFunctionArgs,
  ContractFunctionName,
  ContractFunctionReturnType,
} from "viem";

/** A view, its arguments, and what it must answer. */
export interface Expectation {
  readonly contract: string;
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

/** Makes expectations of one contract's views; the ABI types arguments and answers. */
export function viewsOf<const abi extends Abi>(contract: string, address: Address, abi: abi) {
  return <
    name extends ContractFunctionName<abi, "view">,
    const args extends ContractFunctionArgs<abi, "view", name>,
  >(
    functionName: name,
    args: args,
    expected: ContractFunctionReturnType<abi, "view", name, args>,
  ): Expectation => ({
    contract,
    address,
    abi,
    functionName,
    args: args as readonly unknown[],
    expected,
  });
}

/** Values as text that is the same for what is equal: keys in order, addresses in lower case. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "bigint") return each.toString();
    if (typeof each === "number") return each.toString();
    if (typeof each === "string") return each.toLowerCase();
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
