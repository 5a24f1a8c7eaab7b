import type { Sent } from "./contracts.ts";
import type { Signer, World } from "./organisation.ts";
import { DAY } from "./time.ts";

/** The order of `IBreakdowns.BreakdownReason`. */
export const Reason = { Pattern: 0n, FailedGovernance: 1n, Unresolved: 2n } as const;

/** How long there is to restore due process. */
export const TIME = 30n * DAY;

export const PATTERN = "Three meetings were held without notice";

/** Declares that Operations is in breakdown, as somebody, for an office of a circle. */
export async function declare(
  world: World,
  by: Signer,
  of: bigint = world.operations,
  reason: bigint = Reason.Pattern,
  circle: bigint = world.operations,
): Promise<Awaited<Sent>> {
  return await world.breakdowns.connect(by).declareBreakdown(circle, of, reason, PATTERN);
}
