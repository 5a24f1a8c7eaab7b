import type { Address } from "viem";

import { Store } from "#app/chain/store.ts";

const PLACE = "consentric.book";

/** Names that the reader gave to addresses, by lower-case address. They stay on this machine. */
export class Book {
  readonly names: Store<Readonly<Record<string, string>>> = new Store(recall());

  /** Give an address a name; an empty one takes the name away. */
  call(person: Address, name: string): void {
    const { [person.toLowerCase()]: _, ...others } = this.names.get();
    const kept = name.trim() === "" ? others : { ...others, [person.toLowerCase()]: name };
    this.names.set(kept);
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept));
    } catch {
      // The name then holds for this visit.
    }
  }
}

function recall(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}
