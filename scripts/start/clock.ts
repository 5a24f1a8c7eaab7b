import type { Connection } from "../chain/connect.ts";

/** The time of a local chain, which can be set. */
export interface Clock {
  /** The time of the last block, in seconds. */
  now(): Promise<number>;
  /** The next block will have this time, in seconds. Time never goes back. */
  set(time: number): Promise<void>;
  /** Let the chain's time run with the wall clock again from its last block, without a new one. */
  follow(): Promise<void>;
}

type Rpc = (request: { method: string; params: readonly unknown[] }) => Promise<unknown>;

/** The clock of an anvil. */
export function clockOf({ reader }: Connection): Clock {
  const rpc = reader.request as unknown as Rpc;
  const now = async () => Number((await reader.getBlock()).timestamp);
  return {
    now,
    set: async (time) => {
      await rpc({ method: "evm_setNextBlockTimestamp", params: [`0x${time.toString(16)}`] });
    },
    follow: async () => {
      const ahead = (await now()) - Math.floor(Date.now() / 1000);
      if (ahead > 0) await rpc({ method: "evm_increaseTime", params: [`0x${ahead.toString(16)}`] });
    },
  };
}
