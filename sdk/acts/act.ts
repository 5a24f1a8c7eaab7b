import type { Address, Hex } from "viem";

import type { Organisation } from "../chronicle/organisation.ts";

/** Where the contracts are. */
export interface Contracts {
  readonly circles: Address;
  readonly partners: Address;
  readonly founding: Address;
  readonly offices: Address;
  readonly consent: Address;
  readonly facilitation: Address;
  readonly elections: Address;
  readonly meetings: Address;
  readonly leads: Address;
  readonly rulings: Address;
  readonly breakdowns: Address;
  readonly initiatives: Address;
  readonly treasury: Address;
  readonly allowances: Address;
  readonly vaultFactory: Address;
  readonly voice: Address;
}

/** What a wallet is asked to send; `value` in wei. */
export interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** One labelled part of an act, for reading before signing. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** A token that the reader knows. */
export interface Token {
  readonly address: Address;
  readonly symbol: string;
  readonly decimals: number;
}

/** What a sentence may know besides the act itself. */
export interface View {
  /** Gives roles, policies and proposals their words; left out while an organisation is being founded. */
  readonly organisation?: Organisation | undefined;
  /** Names of people by lower-case address: see `addressBook`. */
  readonly people: ReadonlyMap<string, string>;
  readonly tokens?: readonly Token[] | undefined;
}

/** One kind of act: the call, the sentence and the fields are all made from the same data. */
export interface ActDefinition<Data> {
  /** The call that does it. */
  call(data: Data, contracts: Contracts): Call;
  /** What the person does by it, in the first person. */
  sentence(data: Data, view: View): string;
  /** All that it contains, in reading order. */
  fields(data: Data, view: View): readonly Field[];
}

/** Names by address, whatever the spelling of the addresses. */
export function addressBook(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([address, name]) => [address.toLowerCase(), name]));
}

/** A call without money. */
export function callOf(to: Address, data: Hex): Call {
  return { to, data, value: 0n };
}
