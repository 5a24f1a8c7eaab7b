import { type Client, type Hex, keccak256, numberToHex } from "viem";
import { call, getTransaction, getTransactionReceipt } from "viem/actions";

import { ask } from "#app/chain/client.ts";
import { Store } from "#app/chain/store.ts";
import type { Watch } from "#app/chain/watch.ts";
import { refusalIn, unnamed } from "#app/sign/trial.ts";
import type { Request } from "#app/wallet/provider.ts";
import { toRawLog } from "#sdk/chronicle/log.ts";
import type { Refusal } from "#sdk/errors/decode.ts";

/** An act on its way, or that has just arrived. Kept so that it survives closing the page. */
export interface Entry {
  /** One for each thing to do: keccak of to, data and from. */
  readonly intent: Hex;
  readonly request: Request;
  /** The sentence that was read. */
  readonly sentence: string;
  /** When it was asked for, in the reader's milliseconds. */
  readonly at: number;
  readonly hash: Hex | null;
  readonly state:
    | { readonly is: "asked" }
    | { readonly is: "sent" }
    /** Nobody has seen it for long, or another of the account took its place. */
    | { readonly is: "lost"; readonly why: string }
    | { readonly is: "done"; readonly block: bigint; readonly altered: string | null }
    | { readonly is: "refused"; readonly refusal: Refusal };
}

export interface PendingParameters {
  readonly client: Client;
  readonly watch: Watch;
  /** The chain and record that the entries belong to. */
  readonly place: string;
}

const PLACE = "consentric.pending";
const LOOK_MS = 1_000;
const SLOW_MS = 4_000;
/** After this long without a trace the person is told. */
const LOST_AFTER_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** The same act by the same person has the same intent, whichever wallet signs it. */
export function intentOf({ to, data, from }: Pick<Request, "to" | "data" | "from">): Hex {
  return keccak256(`${to}${data.slice(2)}${from.slice(2)}`.toLowerCase() as Hex);
}

/** Follows what was signed until a block holds it, also after the page was closed. */
export class Pending {
  readonly entries: Store<readonly Entry[]>;
  readonly #parameters: PendingParameters;
  readonly #followed = new Set<Hex>();

  constructor(parameters: PendingParameters) {
    this.#parameters = parameters;
    this.entries = new Store(recall(parameters.place));
  }

  /** Take up what the last visit left. */
  resume(): void {
    for (const { hash, state } of this.entries.get()) {
      if (hash !== null && state.is === "sent") this.#follow(hash);
    }
  }

  /** The entry of an act that is on its way. */
  underWay(intent: Hex): Entry | undefined {
    return this.entries.get().find((entry) => entry.intent === intent && entry.state.is === "sent");
  }

  /** The wallet is being asked. */
  ask(request: Request, sentence: string): Hex {
    const intent = intentOf(request);
    const entry: Entry = {
      intent,
      request,
      sentence,
      at: Date.now(),
      hash: null,
      state: { is: "asked" },
    };
    this.#put([...this.entries.get().filter((one) => one.intent !== intent), entry]);
    return intent;
  }

  /** The wallet has passed it on. */
  sent(intent: Hex, hash: Hex): void {
    this.#change(intent, { hash, state: { is: "sent" } });
    this.#follow(hash);
  }

  /** Take an entry off the list. */
  forget(intent: Hex): void {
    this.#put(this.entries.get().filter((entry) => entry.intent !== intent));
  }

  /** Forget everything: the chain it was signed for is gone. */
  forgetAll(): void {
    this.#put([]);
  }

  #follow(hash: Hex): void {
    if (this.#followed.has(hash)) return;
    this.#followed.add(hash);
    void this.#look(hash);
  }

  async #look(hash: Hex): Promise<void> {
    const entry = this.entries.get().find((one) => one.hash === hash);
    if (entry === undefined || entry.state.is !== "sent") {
      this.#followed.delete(hash);
      return;
    }
    try {
      const settled = await this.#settle(entry, hash);
      if (settled !== undefined) {
        this.#followed.delete(hash);
        this.#change(entry.intent, { state: settled });
        return;
      }
    } catch {
      // The RPC did not answer: ask again.
    }
    const slow = Date.now() - entry.at > 60_000;
    setTimeout(() => void this.#look(hash), slow ? SLOW_MS : LOOK_MS);
  }

  /** What became of it; undefined while it is on its way. */
  async #settle(entry: Entry, hash: Hex): Promise<Entry["state"] | undefined> {
    const { client, watch } = this.#parameters;
    const receipt = await getTransactionReceipt(client, { hash }).catch(() => undefined);
    if (receipt === undefined) return await this.#missing(entry, hash);
    if (receipt.status === "reverted") {
      return { is: "refused", refusal: await this.#whyReverted(entry, receipt.blockNumber) };
    }
    const altered = await this.#alteration(entry.request, hash);
    const logs = receipt.logs.map((log) => toRawLog(log));
    if (!watch.take(logs, receipt.blockNumber)) await watch.look();
    else void watch.look();
    return { is: "done", block: receipt.blockNumber, altered };
  }

  /** Compare what is in the block with what was read: a wallet that altered it is told of. */
  async #alteration({ to, data, value }: Request, hash: Hex): Promise<string | null> {
    const { client } = this.#parameters;
    const mined = await getTransaction(client, { hash }).catch(() => undefined);
    if (mined === undefined) return null;
    const differs = [
      mined.to?.toLowerCase() === to.toLowerCase() ? "" : `it went to ${mined.to ?? "no contract"}`,
      mined.input.toLowerCase() === data.toLowerCase() ? "" : "its bytes are others",
      mined.value === value ? "" : `it carried ${mined.value} wei`,
    ].filter((part) => part !== "");
    return differs.length === 0 ? null : differs.join(", ");
  }

  async #whyReverted({ request }: Entry, block: bigint): Promise<Refusal> {
    const { client, watch } = this.#parameters;
    const { from, to, data, value } = request;
    const organisation = watch.store.get().organisation ?? undefined;
    try {
      await call(client, { account: from, to, data, value, blockNumber: block });
      return unnamed(undefined);
    } catch (error) {
      return refusalIn(error, { people: new Map(), organisation }) ?? unnamed(undefined);
    }
  }

  /** Neither in a block nor refused: still on its way, or lost. */
  async #missing({ request, at }: Entry, hash: Hex): Promise<Entry["state"] | undefined> {
    if (Date.now() - at < LOST_AFTER_MS) return undefined;
    const { client } = this.#parameters;
    const seen = await ask<{ nonce: Hex } | null>(client, "eth_getTransactionByHash", [hash]);
    if (seen === null) {
      return { is: "lost", why: "The RPC has not seen it for a quarter of an hour." };
    }
    const count = await ask<Hex>(client, "eth_getTransactionCount", [request.from, "latest"]);
    if (BigInt(count) <= BigInt(seen.nonce)) return undefined;
    return { is: "lost", why: "Another act of the same account took its place." };
  }

  #change(intent: Hex, change: Partial<Entry>): void {
    this.#put(
      this.entries
        .get()
        .map((entry) => (entry.intent === intent ? { ...entry, ...change } : entry)),
    );
  }

  #put(entries: readonly Entry[]): void {
    this.entries.set(entries);
    try {
      localStorage.setItem(`${PLACE} ${this.#parameters.place}`, write(entries));
    } catch {
      // Then the list holds for this visit.
    }
  }
}

/** The list as text. */
export function write(entries: readonly Entry[]): string {
  return JSON.stringify(entries, (_, value: unknown) =>
    typeof value === "bigint" ? { bigint: numberToHex(value) } : value,
  );
}

const UNANSWERED =
  "The page was closed while your wallet was asking. If you signed, what you did stands on its page.";

/** The list from text, without what is old or over; what no wallet answered in that visit is marked as lost. */
export function readEntries(text: string, now: number): readonly Entry[] {
  const entries = JSON.parse(text, (_, value: unknown) => {
    const hex = (value as { bigint?: unknown } | null)?.bigint;
    return typeof hex === "string" ? BigInt(hex) : value;
  }) as readonly Entry[];
  return entries
    .filter(({ at, state }) => now - at < FORGOTTEN_AFTER_MS && state.is !== "done")
    .map((entry) =>
      entry.state.is === "asked" ? { ...entry, state: { is: "lost", why: UNANSWERED } } : entry,
    );
}

function recall(place: string): readonly Entry[] {
  try {
    return readEntries(localStorage.getItem(`${PLACE} ${place}`) ?? "[]", Date.now());
  } catch {
    return [];
  }
}
