import type { Address, Hex } from "viem";

import type { ActDefinition, Call } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ACTS } from "#sdk/acts/acts.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import type { World } from "./world.ts";

/** Random choices about a world, and random people who act in it. */
export class Chance {
  readonly world: World;
  readonly people: readonly Address[];
  private readonly stream: Iterator<number>;

  constructor(world: World, stream: Iterator<number>) {
    this.world = world;
    this.stream = stream;
    this.people = world.people.slice(0, 7);
  }

  /** A whole number from 0, below the bound; 0 when there is none. */
  number(below: number): number {
    const { value } = this.stream.next();
    return below === 0 ? 0 : (value as number) % below;
  }

  /** Whether something happens that happens once in so many times. */
  once(times: number): boolean {
    return this.number(times) === 0;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.number(list.length)];
  }

  person(): Address {
    return this.pick(this.people) as Address;
  }

  /** The person who may, most of the time. */
  sometimes(person: Address | undefined | null): Address {
    return person === undefined || person === null || this.once(6) ? this.person() : person;
  }

  /** A role: alive more often than not, now and then one that is gone. */
  role(state: Organisation): bigint {
    const live = [...state.roles.values()];
    const alive = live.filter((role) => role.alive);
    const removed = [...state.removedRoles.keys()];
    if (this.once(12)) return this.pick(removed) ?? 5n;
    return (this.pick(this.once(2) ? alive : live) ?? { id: 0n }).id;
  }

  /** A member of a circle, where there is one. */
  member(state: Organisation, circle: bigint): Address {
    return this.pick(state.roles.get(circle)?.members ?? []) ?? this.person();
  }

  /** A role for which the person speaks in the circle, most of the time. */
  roleOf(state: Organisation, circle: bigint, person: Address): bigint {
    const inside = state.roles.get(circle);
    const spoken = [circle, ...(inside?.inner ?? [])].filter((id) => {
      const role = state.roles.get(id);
      return role?.voices.includes(person) || role?.reps.includes(person) || id === circle;
    });
    return (this.number(8) > 0 ? this.pick(spoken) : undefined) ?? this.role(state);
  }

  /** Tries an act; whether it went through. */
  try<name extends ActName>(from: Address, name: name, data: ActData<name>): Promise<boolean> {
    return this.world.attempt(from, this.call(name, data));
  }

  must<name extends ActName>(from: Address, name: name, data: ActData<name>): Promise<Hex> {
    return this.world.act(from, this.call(name, data));
  }

  private call<name extends ActName>(name: name, data: ActData<name>): Call {
    const act = ACTS[name] as unknown as ActDefinition<ActData<name>>;
    return act.call(data, this.world.contracts);
  }
}
