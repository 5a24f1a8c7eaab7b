import { getAddress, isAddress } from "viem";

import type { Person } from "#app/words/people.ts";

type Parsed<Value> =
  | { readonly value: Value; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

const MOST_AMOUNT = (1n << 128n) - 1n;

/** An amount in the smallest unit from what somebody typed, exactly; nothing is rounded. */
export function parseAmount(text: string, decimals: number): Parsed<bigint> {
  const typed = text.trim();
  if (typed === "") return { fault: "How much?" };
  const found = /^(\d+)(?:\.(\d+))?$/.exec(typed);
  if (found === null) {
    return { fault: "Digits only, and a point before the decimals: 1204.50" };
  }
  const [, whole = "0", fraction = ""] = found;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) {
    return {
      fault:
        decimals === 0
          ? "This token has no decimals."
          : `This token has ${decimals} decimals; ${kept.length} are given.`,
    };
  }
  const value = BigInt(whole + kept.padEnd(decimals, "0"));
  if (value === 0n) return { fault: "More than nothing." };
  if (value > MOST_AMOUNT) return { fault: "More than any account can hold." };
  return { value };
}

/** An address from what somebody typed, with its checksum. */
export function parseAddress(text: string): Parsed<Person> {
  const typed = text.trim();
  if (typed === "") return { fault: "To whom?" };
  if (!/^0x[0-9a-fA-F]{40}$/.test(typed)) {
    return { fault: "An address is 0x and 40 digits from 0 to f." };
  }
  if (!isAddress(typed)) {
    return { fault: "Capital and small letters do not fit each other: a digit may be wrong." };
  }
  return { value: getAddress(typed) };
}

/** An address with its checksum, whatever its spelling. */
export function checksummed(address: Person): Person {
  return getAddress(address);
}

/** An address in groups of four, to be compared by eye. */
export function grouped(address: string): string {
  return `0x ${
    address
      .slice(2)
      .match(/.{1,4}/g)
      ?.join(" ") ?? ""
  }`;
}
