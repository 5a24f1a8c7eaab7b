import type { Client } from "viem";
import { getBlock } from "viem/actions";

import { ask } from "#app/chain/client.ts";

/** Let a time pass on a local chain, in seconds, and make the block that shows it. */
export async function pass(client: Client, seconds: number): Promise<void> {
  await ask(client, "evm_increaseTime", [`0x${seconds.toString(16)}`]);
  await ask(client, "evm_mine", []);
}

/** Go on to a moment on a local chain, in seconds since 1970. Time never goes back. */
export async function goTo(client: Client, moment: number): Promise<void> {
  const { timestamp } = await getBlock(client, { blockTag: "pending" });
  const left = moment - Number(timestamp);
  if (left > 0) await pass(client, left);
}
