import type { Address, Hex } from "viem";
import { getAddress, slice } from "viem";

import { ChangeKind } from "./changeKind.ts";
import type { Change } from "./events.ts";

const DAY = 86_400;
/** The shortest window of a special change, in seconds. */
export const SPECIAL_WINDOW = 30 * DAY;
/** The shortest window of a change of the treasury, and of any special change after a meeting was asked for. */
export const LONG_WINDOW = 60 * DAY;

/** Whether a change is special: alone in its list, of the anchor, and slow. */
export function isSpecial(change: Pick<Change, "kind"> | undefined): boolean {
  return change !== undefined && change.kind >= ChangeKind.SetProcess;
}

/** How long the window of such changes is in a circle whose own is `window`, in seconds. */
export function openingWindow(changes: readonly Pick<Change, "kind">[], window: number): number {
  const [change] = changes;
  if (!isSpecial(change)) return window;
  const treasury = change?.kind === ChangeKind.SetTreasury;
  return Math.max(window, treasury ? LONG_WINDOW : SPECIAL_WINDOW);
}

/** The contract that the terms of a special change name. */
export function contractIn(terms: Hex): Address {
  return getAddress(slice(terms, 12));
}
