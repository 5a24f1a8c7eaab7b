import type { Address } from "viem";

import type { Foundation } from "#scripts/found/found.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import type { Node } from "../../bench/gas/node.ts";

/** What a step knows of the world in which it is played. */
export interface Scene {
  readonly node: Node;
  readonly foundation: Foundation;
  /** When the organisation was founded: week 1 begins. */
  readonly begunAt: number;
  /** What is true after the last act. */
  readonly state: Organisation;
  /** What has this name: a circle or a role of the founding file, or whatever a step has named since. */
  id(name: string): bigint;
  person(id: string): Address;
  /** The file's id of a person; “nobody” for nobody. */
  nameOf(person: Address): string;
  /** The time of the last block. */
  now(): Promise<number>;
}

/** Somebody does something, or is refused. */
export interface Deed {
  readonly by: string;
  readonly act: ActName;
  readonly data: (scene: Scene) => unknown;
  /** What the proposal, the election, the meeting or the item that it opens is called from now on. */
  readonly as?: string;
  /** What the roles and policies that it creates are called from now on, in their order. */
  readonly creates?: readonly string[];
  /** The error with which the contracts refuse it. */
  readonly refused?: string;
}

/** Time passes. */
export interface Pause {
  readonly hours: number;
}

/** Something can be seen on the chain. */
export interface Sight {
  readonly see: string;
  readonly on: (scene: Scene) => unknown;
  readonly is: unknown;
}

/** Steps that follow from what is true by then: that of every member, say. */
export interface Scenes {
  readonly follow: (scene: Scene) => readonly Step[];
}

/** Money is sent from outside. */
export interface Gift {
  readonly gives: bigint;
  readonly to: (scene: Scene) => Address;
}

export type Step = Deed | Pause | Sight | Scenes | Gift;

/** What happens in an organisation in a week. */
export interface Episode {
  readonly week: number;
  readonly circle: string;
  readonly title: string;
  /** The rules that it exercises; empty for a preparation. */
  readonly exercises: string;
  /** Rules that it would exercise besides, were they held: something simpler stands for them. */
  readonly unheld?: string;
  readonly steps: readonly Step[];
}

type Names = Pick<Deed, "as" | "creates">;

/** Somebody does an act that goes through. */
export function does<name extends ActName>(
  by: string,
  act: name,
  data: (scene: Scene) => ActData<name> | Promise<ActData<name>>,
  names: Names = {},
): Deed {
  return { by, act, data, ...names };
}

/** Somebody tries an act, and the contracts refuse it with this error. */
export function fails<name extends ActName>(
  by: string,
  act: name,
  data: (scene: Scene) => ActData<name> | Promise<ActData<name>>,
  refused: string,
): Deed {
  return { by, act, data, refused };
}

/** What is to be seen. */
export function sees(see: string, on: (scene: Scene) => unknown, is: unknown): Sight {
  return { see, on, is };
}

/** Somebody outside sends ETH, in wei. */
export function gives(amount: bigint, to: (scene: Scene) => Address): Gift {
  return { gives: amount, to };
}

export function hours(count: number): Pause {
  return { hours: count };
}

export function days(count: number): Pause {
  return { hours: count * 24 };
}
