import { type Hex, isAddress, isHex } from "viem";

import type { NominationOf } from "#sdk/salt.ts";

/** What this device remembers of a sealed nomination. */
export interface KeptNomination {
  readonly nominee: `0x${string}`;
  readonly salt: Hex;
}

function placeOf({ chainId, elections, election, nominator }: NominationOf): string {
  const parts = [chainId, elections.toLowerCase(), election, nominator.toLowerCase()];
  return `consentric/nomination/${parts.join("/")}`;
}

/** Remember a nomination on this device, as a convenience: the wallet can make its salt again. */
export function keepNomination(nomination: NominationOf, kept: KeptNomination): void {
  try {
    localStorage.setItem(placeOf(nomination), JSON.stringify(kept));
  } catch {
    // Without storage the wallet is asked again.
  }
}

/** What this device remembers of a nomination; undefined for nothing. */
export function keptNomination(nomination: NominationOf): KeptNomination | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(nomination)) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { nominee, salt } = kept as { readonly nominee?: unknown; readonly salt?: unknown };
    if (typeof nominee !== "string" || !isAddress(nominee)) return undefined;
    return isHex(salt) && salt.length === 66 ? { nominee, salt } : undefined;
  } catch {
    return undefined;
  }
}

/** Forget it: it was shared. */
export function forgetNomination(nomination: NominationOf): void {
  try {
    localStorage.removeItem(placeOf(nomination));
  } catch {
    // Without storage there is nothing to forget.
  }
}
