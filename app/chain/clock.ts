/** The chain's time as it was measured once. */
export interface ClockSample {
  /** The chain's time then, in seconds. */
  readonly chain: number;
  /** The reader's clock then, in milliseconds. */
  readonly wall: number;
  /** Whether the chain's clock is its own: a local chain whose time can be moved. */
  readonly own: boolean;
}

/**
 * The chain's time now, in seconds. A local chain's clock runs on from where it was measured; elsewhere blocks carry
 * the world's time, and the reader's clock is taken unless the last block is ahead of it.
 */
export function chainTime({ chain, wall, own }: ClockSample, now: number): number {
  if (own) return chain + Math.max(0, Math.floor((now - wall) / 1000));
  return Math.max(chain, Math.floor(now / 1000));
}
