import type { NetworkConnection } from "hardhat/types/network";

export const HOUR = 3600n;
export const DAY = 24n * HOUR;

/** How long after the end of a window something can still be enacted. */
export const GRACE = 30n * DAY;
/** How long a proposal stays open at least, after its last objection goes. */
export const LAST_CALL = 2n * DAY;
/** How long after its window silence adopts something that lacks attention. */
export const PATIENCE = 14n * DAY;

/** The time of the last block. */
export async function now({ networkHelpers }: NetworkConnection): Promise<bigint> {
  return BigInt(await networkHelpers.time.latest());
}

/** Makes the next transaction happen at this very second. */
export async function nextAt({ networkHelpers }: NetworkConnection, time: bigint): Promise<void> {
  await networkHelpers.time.setNextBlockTimestamp(time);
}

/** Mines a block at this second, for views that ask what time it is. */
export async function goTo({ networkHelpers }: NetworkConnection, time: bigint): Promise<void> {
  await networkHelpers.time.increaseTo(time);
}
