import { expect } from "chai";
import type { Interface } from "ethers";

/** Expects an act to be refused with this error of this contract, and with these values when any are given. */
export async function refused(
  act: Promise<unknown>,
  by: { interface: Interface },
  error: string,
  ...values: unknown[]
): Promise<void> {
  const refusal = expect(act).to.be.revertedWithCustomError(by, error);
  await (values.length === 0 ? refusal : refusal.withArgs(...values));
}
