import { type Address, formatUnits, zeroAddress } from "viem";

import { shortAddress } from "#app/model/names.ts";
import type { Money } from "#app/model/view.ts";

const LOCALE = "en-GB";
const MOST_DIGITS = 6;

/** A token's money. */
export function moneyIn(token: Omit<Money, "format">): Money {
  return { ...token, format: (amount) => amountText(amount, token) };
}

export const ETH: Money = moneyIn({
  address: zeroAddress,
  symbol: "ETH",
  name: "Ether",
  decimals: 18,
});

/** Money in a token that nobody has named: its smallest unit. */
export function unknownMoney(address: Address): Money {
  const short = shortAddress(address);
  return moneyIn({ address, symbol: `units of ${short}`, name: short, decimals: 0 });
}

/** "1,204.50 tEUR", "€480", "0.25 ETH": cents only where there are any. */
function amountText(
  amount: bigint,
  { symbol, decimals }: Pick<Money, "symbol" | "decimals">,
): string {
  const [whole = "0", part = ""] = formatUnits(amount < 0n ? -amount : amount, decimals).split(".");
  const number = BigInt(whole).toLocaleString(LOCALE);
  const digits = decimals === 2 && part !== "" ? part.padEnd(2, "0") : part.slice(0, MOST_DIGITS);
  const text = digits === "" ? number : `${number}.${digits}`;
  const sign = amount < 0n ? "−" : "";
  return /^[\p{Sc}]$/u.test(symbol) ? `${sign}${symbol}${text}` : `${sign}${text} ${symbol}`;
}
