import type { Address } from "viem";

import type { TokenWords } from "#app/chain/balances.ts";

// Characters that are not seen, or that turn the direction of what follows, could make one name look like another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** An address as it is shown where nobody named it. */
export function shortAddress(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** The names the page was served with, and over them the reader's own, by lower-case address. No two are alike. */
export function mergeNames(
  served: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [address, name] of [...Object.entries(served), ...Object.entries(own)]) {
    const clean = name.replaceAll(UNSEEN, "").trim();
    if (clean !== "") names.set(address.toLowerCase(), clean);
  }
  const counts = countAlike([...names.values()]);
  return new Map(
    [...names].map(([address, name]) =>
      (counts.get(alike(name)) ?? 0) > 1
        ? [address, `${name} (${shortAddress(address as Address)})`]
        : [address, name],
    ),
  );
}

/** A stranger's token is never called what a known one is called. */
export function tellApart(
  token: TokenWords,
  known: readonly { readonly symbol: string }[],
): TokenWords {
  const taken = known.some(({ symbol }) => alike(symbol) === alike(token.symbol));
  return taken ? { ...token, symbol: `${token.symbol} (${shortAddress(token.address)})` } : token;
}

function countAlike(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(alike(name), (counts.get(alike(name)) ?? 0) + 1);
  return counts;
}

function alike(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ");
}
