import { expect } from "chai";
import {
  type Address,
  type Chain,
  createPublicClient,
  type PublicClient,
  type Transport,
  zeroAddress,
} from "viem";

import type { FoundingFile } from "#scripts/found/file.ts";
import { type Foundation, found } from "#scripts/found/found.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { advance, type Reading, read } from "#sdk/chronicle/read.ts";
import { decodeRevert } from "#sdk/errors/decode.ts";
import {
  act,
  addressOf,
  as,
  give,
  house,
  type Node,
  pass,
  startNode,
} from "../../bench/gas/node.ts";
import type { Deed, Episode, Scene, Sight, Step } from "./script.ts";

const CREATING: ReadonlySet<string> = new Set(["RoleCreated", "RoleLinked", "PolicyAdopted"]);
const HOUR = 3_600;
const WEEK = 7 * 24 * HOUR;

/** An organisation on a chain of its own, where episodes are played. */
export class Play implements Scene {
  readonly node: Node;
  readonly foundation: Foundation;
  readonly begunAt: number;
  private readonly client: PublicClient<Transport, Chain>;
  private readonly names: Map<string, bigint>;
  private readonly people: ReadonlyMap<string, string>;
  private reading: Reading;
  private known: Organisation;

  private constructor(
    node: Node,
    foundation: Foundation,
    people: readonly string[],
    client: PublicClient<Transport, Chain>,
    reading: Reading,
  ) {
    this.node = node;
    this.foundation = foundation;
    this.client = client;
    this.names = new Map(foundation.ids);
    this.people = new Map(people.map((id) => [addressOf(id).toLowerCase(), id]));
    this.reading = reading;
    this.known = reading.state;
    this.begunAt = reading.state.foundedAt;
  }

  /** Founds the organisation of a file and writes its structure; nobody has agreed to anything yet. */
  static async begin(file: FoundingFile, others: readonly string[]): Promise<Play> {
    const node = await startNode();
    const people = [...file.people.map(({ id }) => id), ...others];
    await house(node, people);
    const foundation = await found(as(node, file.founder), node.deployment, file, addressOf);
    const { chain, transport } = node.bank;
    const client = createPublicClient({ chain, transport, cacheTime: 0 });
    const reading = await read({ ...whereOf(node, foundation), client });
    return new Play(node, foundation, people, client, reading);
  }

  get state(): Organisation {
    return this.known;
  }

  id(name: string): bigint {
    const id = this.names.get(name);
    if (id === undefined) throw new Error(`Nothing is called ${name}.`);
    return id;
  }

  person(id: string): Address {
    const address = addressOf(id);
    if (!this.people.has(address.toLowerCase())) throw new Error(`Nobody is called ${id}.`);
    return address;
  }

  nameOf(person: Address): string {
    if (person === zeroAddress) return "nobody";
    return this.people.get(person.toLowerCase()) ?? person;
  }

  async now(): Promise<number> {
    const { timestamp } = await this.client.getBlock();
    return Number(timestamp);
  }

  /** Plays an episode from the beginning of its week on, or at once where that has begun. */
  async perform({ week, steps }: Episode): Promise<void> {
    const wait = this.begunAt + (week - 1) * WEEK - (await this.now());
    if (wait > 0) await pass(this.node, wait);
    for (const step of steps) await this.take(step);
  }

  /** Reads the whole history anew and compares what follows from it with what the contracts store. */
  async check(): Promise<void> {
    const { client } = this;
    this.reading = await read({
      ...whereOf(this.node, this.foundation),
      client,
      since: this.reading,
    });
    const { state, block } = this.reading;
    expect(state, "read act by act or together").to.deep.equal(this.known);
    const { differences } = await compare({ client, state, block });
    expect(differences, "what the contracts store").to.deep.equal([]);
  }

  private async take(step: Step): Promise<void> {
    if ("hours" in step) await pass(this.node, step.hours * HOUR);
    else if ("see" in step) await this.look(step);
    else if ("gives" in step) await give(this.node, step.to(this), step.gives);
    else if ("follow" in step) for (const each of step.follow(this)) await this.take(each);
    else if (step.refused === undefined) await this.carryOut(step);
    else await this.refuse(step, step.refused);
  }

  private async look({ see, on, is }: Sight): Promise<void> {
    const seen = await on(this);
    const expected = typeof is === "function" ? await is(this) : is;
    expect(seen, see).to.deep.equal(expected);
  }

  private async carryOut(deed: Deed): Promise<void> {
    const { acts } = this.known;
    const { logs } = await this.attempt(deed);
    const state = advance(this.known, logs);
    if (state === undefined)
      throw new Error(`${deed.act} of ${deed.by} does not continue the history.`);
    this.known = state;
    const fresh = state.acts.slice(acts.length);
    if (deed.as !== undefined && fresh[0] !== undefined) this.names.set(deed.as, fresh[0].subject);
    const created = fresh.filter(({ name }) => CREATING.has(name));
    for (const [index, name] of (deed.creates ?? []).entries()) {
      const act = created[index];
      if (act === undefined) throw new Error(`Nothing was created that could be ${name}.`);
      this.names.set(name, act.subject);
    }
  }

  private async refuse(deed: Deed, expected: string): Promise<void> {
    let name = "nothing: it went through";
    try {
      await this.attempt(deed);
    } catch (error) {
      name = decodeRevert(error)?.name ?? String(error);
    }
    expect(name, `${deed.act} of ${deed.by} is refused with`).to.equal(expected);
  }

  private async attempt({ by, act: name, data }: Deed) {
    // The script pairs the act with its data.
    const said = (await data(this)) as ActData<ActName>;
    try {
      return await act(this.node, by, name, said);
    } catch (error) {
      if (error instanceof Error && "hint" in error) error.message += ` (${by}) ${error.hint}`;
      throw error;
    }
  }
}

function whereOf({ deployment }: Node, { organisation }: Foundation) {
  const { circles } = deployment.contracts;
  return { circles: circles.address, startBlock: BigInt(circles.block), organisation };
}
