import { createContext, useContext } from "react";
import type { Address } from "viem";

import type { Contracts, View as Reader, Token } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** A token (zero for ETH), and how its amounts are written. */
export interface Money extends Token {
  readonly name: string;
  /** An amount in the smallest unit as people write it, with its symbol: "€1,204.50", "0.25 ETH". */
  format(amount: bigint): string;
}

/** What every page sees: one organisation as it is now, and who looks at it. */
export interface View {
  readonly organisation: Organisation;
  readonly contracts: Contracts;
  readonly chainId: number;
  /** Whether this is a testnet on the reader's own machine. */
  readonly local: boolean;
  /** The chain's time in seconds. Moves on by itself, and at once when a window closes or the clock is moved. */
  readonly now: number;
  /** What is shown is true at the end of this block. */
  readonly block: bigint;
  /** Who looks, as far as a wallet or a persona has said; null for nobody. */
  readonly me: Address | null;
  /** Names of people by lower-case address: what the server of the page and the reader's own book say. */
  readonly people: ReadonlyMap<string, string>;
  /** A name from the address book, else the address, shortened. */
  nameOf(person: Address): string;
  /** ETH, the tokens that the deployment names, and every token ever announced. ETH first. */
  readonly tokens: readonly Money[];
  /** A token's money; for one that nobody named, amounts in its smallest unit. */
  moneyOf(token: Address): Money;
  /** What the organisation's vault holds, by lower-case token address; a token not asked about yet is missing. */
  readonly balances: ReadonlyMap<string, bigint>;
  /** What the sentences of acts need to know. */
  readonly reader: Reader;
}

/** The part of a view that decides what somebody may do. */
export type Standpoint = Pick<View, "organisation" | "now" | "me" | "nameOf">;

/** Opens the signing sheet for an act. Without a wallet it first asks who signs. */
export type Sign = <name extends ActName>(
  act: name,
  data: ActData<name>,
  context?: SignContext,
) => void;

/** What the signing sheet may show and do besides the act itself. */
export interface SignContext {
  /** The role it is done for, where the act's data do not say. */
  readonly asRole?: bigint;
  /** The circle it happens in, where the act's data do not say. */
  readonly circle?: bigint;
  /** Called once the act is in a block and the view holds it: to leave a form, to forget a draft. */
  readonly onDone?: () => void;
}

export const ViewContext = createContext<View | null>(null);
export const SignContextOf = createContext<Sign | null>(null);
/** The end of the window that the current page is about, for the lab strip. */
export const WindowContext = createContext<((closesAt: number | null) => void) | null>(null);

/** What is true now. Pages are shown only once an organisation has been read. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error("A page is shown only once an organisation has been read.");
  return view;
}

/** The function that opens the signing sheet. */
export function useSign(): Sign {
  const sign = useContext(SignContextOf);
  if (sign === null) throw new Error("Signing needs the sheet around the pages.");
  return sign;
}
