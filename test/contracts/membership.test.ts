import { expect } from "chai";
import { network } from "hardhat";

import {
  createRole,
  invitation,
  join,
  limitRole,
  moveRole,
  PartnerKind,
  removeRole,
} from "../helpers/changes.ts";
import {
  createdBy,
  enact,
  founded,
  RULES,
  type Signer,
  seat,
  strangers,
  WINDOW,
  type World,
} from "../helpers/organisation.ts";
import { Random } from "../helpers/random.ts";
import { DAY, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** The seed of the random walk: any will do; this one is printed when the walk fails. */
const SEED = 20_261_123;
const STEPS = 480;

describe("membership", () => {
  it("R-MEM-1 is computed: a circle's leads and whoever fills a role in it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, dora, eve, hal, anchor, operations } = world;
    const member = async (circle: bigint, person: Signer) =>
      (await circles.standing(circle, person, 0n)).member;
    expect(await member(anchor, dora)).to.equal(true);
    expect(await member(operations, dora)).to.equal(true);
    expect(await member(operations, eve)).to.equal(true);
    expect(await member(anchor, eve)).to.equal(false);
    expect(await member(operations, ann)).to.equal(false);
    expect(await member(anchor, hal)).to.equal(false);
    expect(await circles.leads(operations, dora)).to.equal(true);
    expect(await circles.leads(operations, eve)).to.equal(false);
    expect(await circles.leads(anchor, ann)).to.equal(false);
  });

  it("R-MEM-1 lasts until the last of several seats goes", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, eve, operations, kitchen, garden } = world;
    await seat(world, dora, kitchen, dora);
    const before = await circles.roleAt(operations);
    await circles.connect(eve).resign(kitchen);
    const role = await circles.roleAt(operations);
    expect([role.members, role.epoch]).to.deep.equal([before.members, before.epoch]);
    expect((await circles.seatOf(operations, eve)).endedAt).to.equal(0n);
    await circles.connect(eve).resign(garden);
    const time = await now(connection);
    const after = await circles.roleAt(operations);
    expect(after.members).to.equal(before.members - 1n);
    expect(after.epoch).to.equal(before.epoch + 1n);
    expect(after.lastDeparture).to.equal(time);
    const { fills, voices, endedAt } = await circles.seatOf(operations, eve);
    expect([fills, voices, endedAt]).to.deep.equal([0n, 0n, time]);
    // A lead with a role inside stays inside when no longer the lead.
    await circles.connect(dora).resign(operations);
    const standing = await circles.standing(operations, dora, kitchen);
    expect([standing.member, standing.inRole]).to.deep.equal([true, true]);
    expect(await circles.leads(operations, dora)).to.equal(false);
  });

  it("gives a number in each circle, from 1, never another one and never the same", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, gil, hal, ida, operations, garden } = world;
    const number = async (person: Signer) => (await circles.seatOf(operations, person)).number;
    expect(await number(gil)).to.equal(4n);
    await circles.connect(gil).resign(garden);
    expect(await number(gil)).to.equal(4n);
    await seat(world, dora, garden, hal);
    expect(await number(hal)).to.equal(5n);
    await seat(world, dora, garden, gil);
    expect(await number(gil)).to.equal(4n);
    await seat(world, dora, garden, ida);
    expect(await number(ida)).to.equal(6n);
    expect((await circles.roleAt(operations)).numbers).to.equal(6n);
  });

  it("R-MEM-6 says of anybody what a process must know", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, organisation, gil, zoe, operations, garden, kitchen } = world;
    await circles.connect(gil).resign(garden);
    const endedAt = await now(connection);
    const head = await circles.head(organisation);
    const left = (await circles.standing(operations, gil, garden)).toObject();
    expect(left).to.deep.equal({ head, number: 4n, member: false, inRole: false, endedAt });
    const stranger = (await circles.standing(operations, zoe, kitchen)).toObject();
    const nothing = { head, number: 0n, member: false, inRole: false, endedAt: 0n };
    expect(stranger).to.deep.equal(nothing);
    expect((await structure.census(operations)).toObject()).to.deep.equal({
      window: WINDOW,
      notice: 3n * DAY,
      flags: 0n,
      attention: 0n,
      members: 3n,
      epoch: (await circles.roleAt(operations)).epoch,
      lastDeparture: endedAt,
    });
  });

  it("a seat that is used again says nothing of whoever had it before", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, gil, eve, fay, hal, operations, garden, kitchen } = world;
    const { seat: bit } = await circles.roleAt(garden);
    await enact(world, operations, [removeRole(garden)], [gil, eve]);
    const [orchard] = (await enact(world, operations, [createRole(0n, "Orchard")])) as [bigint];
    expect((await circles.roleAt(orchard)).seat).to.equal(bit);
    for (const person of [gil, eve, fay, dora, hal]) {
      expect(await circles.fills(orchard, person)).to.equal(false);
      expect(await circles.fills(garden, person)).to.equal(false);
      expect((await circles.standing(operations, person, orchard)).inRole).to.equal(false);
      expect((await circles.standing(operations, person, garden)).inRole).to.equal(false);
    }
    await seat(world, dora, orchard, hal);
    expect((await circles.standing(operations, hal, orchard)).inRole).to.equal(true);
    expect((await circles.standing(operations, hal, garden)).inRole).to.equal(false);
    expect((await circles.standing(operations, hal, kitchen)).inRole).to.equal(false);
  });

  it(`P7 counts, epochs, numbers and departures follow through random acts (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const world = await networkHelpers.loadFixture(founded);
    const random = new Random(SEED);
    const model = new Model(world);
    await model.read();
    try {
      for (let step = 0; step < STEPS; step++) {
        await model.step(random);
        if (step % 60 === 59) await model.compare();
      }
      await model.compare();
    } catch (error) {
      console.error(
        `The walk with the seed ${SEED} failed after: ${model.story.slice(-5).join("; ")}`,
      );
      throw error;
    }
    const kinds = new Set(model.story.map((act) => act.split(" ", 1)[0]));
    expect([...kinds]).to.have.members(KINDS);
  });
});

/** What the walk does, so that nothing of it was left out. */
const KINDS = [
  ...["offer", "resign", "revoke", "elect", "create", "remove", "alive", "move", "leave"],
  ...["limit", "take", "represent", "end"],
];

/** A role, and the circle inside it. */
interface Inside {
  /** The circle it stands in; 0 for an anchor. */
  circle: bigint;
  seat: number;
  revision: bigint;
  alive: boolean;
  limit: number;
  fillers: Set<string>;
  /** Those of the fillers who speak for it. */
  heard: Set<string>;
  reps: Set<string>;
  inner: Set<bigint>;
  epoch: bigint;
  lastDeparture: bigint;
  numbers: Map<string, bigint>;
  endedAt: Map<string, bigint>;
}

/** What the record should say, kept with sets and no bits. */
class Model {
  readonly story: string[] = [];
  readonly #world: World;
  readonly #roles = new Map<bigint, Inside>();
  readonly #gone: bigint[] = [];
  /** Who is never a member, whatever they fill. */
  readonly #silent = new Set<string>();
  #people: Signer[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes over the worked organisation, which other tests check, and lets an associate and an agent in. */
  async read(): Promise<void> {
    const { circles, partners, anchor, council, finance, operations, kitchen, garden } =
      this.#world;
    const { ann, ben, cem, dora, eve, fay, gil, hal, ida, zoe, organisation } = this.#world;
    // ida is invited already, as a person: so another account is the agent.
    const [agent] = await strangers(connection, 1);
    if (agent === undefined) throw new Error("There is no account left.");
    await partners.connect(ann).invite(organisation, invitation(zoe, PartnerKind.Associate));
    await partners.connect(ann).invite(organisation, invitation(agent, PartnerKind.Agent, hal));
    for (const person of [ida, zoe, agent]) {
      await partners.connect(person).agree(organisation, RULES, []);
    }
    for (const { address } of [zoe, agent]) this.#silent.add(address);
    this.#people = [ann, ben, cem, dora, eve, fay, gil, hal, ida, zoe, agent];
    for (const person of this.#people) {
      await partners.connect(person).declareOpenness(organisation, true);
    }
    for (const role of [anchor, council, finance, operations, kitchen, garden]) {
      const { circle, alive, seat, epoch, lastDeparture } = await circles.roleAt(role);
      const outer = circle === 0n ? 0n : join(organisation, circle);
      const fillers = new Set<string>();
      const numbers = new Map<string, bigint>();
      for (const { address } of this.#people) {
        if (await circles.fills(role, address)) fillers.add(address);
        const held = await circles.seatOf(role, address);
        if (held.number !== 0n) numbers.set(address, held.number);
      }
      const known = { circle: outer, seat: Number(seat), alive, fillers, heard: new Set(fillers) };
      const said = { epoch, lastDeparture, numbers };
      this.#roles.set(role, { ...fresh(), ...known, ...said });
      this.#roles.get(outer)?.inner.add(role);
    }
  }

  /** One act, chosen at random among those that are possible; the model follows. */
  async step(random: Random): Promise<void> {
    const time = (await now(connection)) + BigInt(1 + random.below(1000));
    await nextAt(connection, time);
    const roles = [...this.#roles.keys()].filter((each) => each !== this.#world.anchor);
    const role = random.pick(roles);
    const person = random.pick(this.#people);
    const kind = random.below(100);
    const act = await this.#act(random, kind, role, person, time, roles);
    if (act !== undefined) this.story.push(act);
  }

  /** Does what this number stands for, if that is possible, and says what it did. */
  async #act(
    random: Random,
    kind: number,
    role: bigint,
    person: Signer,
    time: bigint,
    roles: bigint[],
  ): Promise<string | undefined> {
    const { circles, structure, hand, anchor } = this.#world;
    const { circle, fillers, alive, inner, reps, heard } = this.#role(role);
    const { address } = person;
    const [byHand, governing] = [circles.connect(hand), structure.connect(hand)];
    const filler = this.#people.find((each) => fillers.has(each.address));
    const chooser = this.#chooser(circle);
    const free = !fillers.has(address) && !reps.has(address);
    if (kind < 26) {
      if (chooser === undefined || !free) return;
      await circles.connect(chooser).offer(role, person);
      this.#change(time, () => this.#fill(role, address));
      return `offer ${role}`;
    }
    if (kind < 36) {
      if (filler === undefined || !this.#mayLeave(filler, role)) return;
      await circles.connect(filler).resign(role);
      this.#change(time, () => this.#empty(role, filler.address));
      return `resign ${role}`;
    }
    if (kind < 44) {
      if (circle === anchor || filler === undefined || chooser === undefined) return;
      await circles.connect(chooser).revoke(role, filler);
      this.#change(time, () => this.#empty(role, filler.address));
      return `revoke ${role}`;
    }
    if (kind < 52) {
      if (!free || filler === undefined || !this.#mayLeave(filler, role)) return;
      await byHand.elect(role, person, filler, hand);
      this.#change(time, () => this.#empty(role, filler.address));
      this.#change(time, () => this.#fill(role, address));
      return `elect ${role}`;
    }
    if (kind < 58) {
      if (this.#role(circle).inner.size >= 4) return;
      const sent = await governing.enact(circle, hand, [createRole(0n, "Some")], []);
      this.#created(circle, (await createdBy(this.#world, sent))[0] as bigint);
      return `create ${circle}`;
    }
    if (kind < 65) {
      if (alive || this.#depth(role) >= 5) return;
      const leads = this.#those(fillers);
      const sent = await governing.enact(circle, hand, [createRole(role, "First")], leads);
      this.#change(time, () => this.#wake(role, leads));
      this.#created(role, (await createdBy(this.#world, sent))[0] as bigint);
      return `alive ${role}`;
    }
    if (kind < 72) {
      const { revision } = this.#role(role);
      const spared = inner.size > 0 || roles.length <= 4 || !this.#mayEmpty(role);
      if (spared) return;
      const people = this.#those(new Set([...reps, ...fillers]));
      await governing.enact(circle, hand, [removeRole(role, revision)], people);
      this.#change(time, () => {
        for (const set of [fillers, heard, reps]) set.clear();
        this.#role(circle).inner.delete(role);
      });
      this.#roles.delete(role);
      this.#gone.push(role);
      return `remove ${role}`;
    }
    if (kind < 82) {
      const to = this.#elsewhere(random, role);
      if (to === undefined) return;
      const decides = this.#role(to).circle === circle ? circle : to;
      const leads = this.#role(to).alive ? [] : this.#those(this.#role(to).fillers);
      const people = this.#those(new Set([...reps, ...fillers]));
      const change = moveRole(role, to, this.#role(role).revision);
      await governing.enact(decides, hand, [change], [...leads, ...people]);
      this.#change(time, () => {
        if (!this.#role(to).alive) this.#wake(to, leads);
        this.#role(circle).inner.delete(role);
        const seat = this.#lowest(to);
        Object.assign(this.#role(role), { circle: to, seat });
        this.#role(role).revision++;
        this.#role(to).inner.add(role);
        // Numbers are given in the order of the list.
        for (const each of people) {
          if (this.#speaks(role, each.address)) this.#number(to, each.address);
        }
      });
      return `move ${role}`;
    }
    if (kind < 87) {
      const limit = random.below(3);
      const { revision } = this.#role(role);
      await governing.enact(circle, hand, [limitRole(role, BigInt(limit), revision)], []);
      this.#role(role).limit = limit;
      this.#role(role).revision++;
      return `limit ${role}`;
    }
    if (kind < 91) {
      const waiting = roles.flatMap((each) => {
        const quiet = this.#those(this.#role(each).fillers);
        const found = quiet.find(({ address }) => this.#mayBeHeard(each, address));
        return found === undefined ? [] : [{ each, found }];
      });
      if (waiting.length === 0) return;
      const { each, found } = random.pick(waiting);
      await circles.connect(found).takeVoice(each);
      this.#change(time, () => this.#role(each).heard.add(found.address));
      return `take ${each}`;
    }
    if (kind < 95) {
      const fit = roles.flatMap((each) => {
        const { fillers: leads, reps: already } = this.#role(each);
        return this.#those(this.#members(each))
          .filter(({ address }) => !leads.has(address) && !already.has(address))
          .map((found) => ({ each, found }));
      });
      if (fit.length === 0) return;
      const { each, found } = random.pick(fit);
      await byHand.represent(each, found, hand);
      this.#change(time, () => this.#role(each).reps.add(found.address));
      return `represent ${each}`;
    }
    if (kind < 97) {
      const ending = roles.find((each) => this.#role(each).reps.size > 0);
      const rep = ending === undefined ? undefined : this.#those(this.#role(ending).reps)[0];
      if (ending === undefined || rep === undefined || !this.#mayEnd(rep, ending)) return;
      await byHand.endRepresentation(ending, rep, hand);
      this.#change(time, () => this.#role(ending).reps.delete(rep.address));
      return `end ${ending}`;
    }
    return await this.#leave(person, time, roles);
  }

  /** Somebody leaves, and comes back when anybody can admit them. */
  async #leave(person: Signer, time: bigint, roles: bigint[]): Promise<string | undefined> {
    const { partners, organisation } = this.#world;
    const { address } = person;
    const filled = roles.filter((each) => this.#role(each).fillers.has(address));
    const represents = roles.some((each) => this.#role(each).reps.has(address));
    if (represents || !filled.every((each) => this.#mayLeave(person, each))) return;
    if (!this.#mayGo(person)) return;
    await partners.connect(person).leaveOrganisation(organisation, filled);
    this.#change(time, () => {
      for (const each of filled) this.#empty(each, address);
    });
    const admitter = this.#people.find(
      (each) => each !== person && this.#roles.get(this.#world.council)?.fillers.has(each.address),
    );
    if (admitter === undefined) {
      this.#people = this.#people.filter((each) => each !== person);
      return `leave ${filled}`;
    }
    const kind = this.#silent.has(address) ? PartnerKind.Associate : PartnerKind.Person;
    await partners.connect(admitter).invite(organisation, invitation(person, kind));
    await partners.connect(person).agree(organisation, RULES, []);
    await partners.connect(person).declareOpenness(organisation, true);
    return `leave ${filled}`;
  }

  /** Compares every word of every role and person. */
  async compare(): Promise<void> {
    const { circles, organisation } = this.#world;
    for (const [id, known] of this.#roles) {
      const { circle, fillers, heard, reps, inner, alive, seat, numbers, endedAt } = known;
      const role = (await circles.roleAt(id)).toObject();
      expect(role, `role ${id}`).to.deep.equal({
        circle: circle & 0xffffffffn,
        revision: known.revision,
        links: 0n,
        epoch: known.epoch,
        lastDeparture: known.lastDeparture,
        numbers: BigInt(numbers.size),
        members: BigInt(this.#members(id).size),
        policies: 0n,
        inner: BigInt(inner.size),
        fillers: BigInt(fillers.size),
        voices: BigInt(heard.size),
        limit: BigInt(known.limit),
        reps: BigInt(reps.size),
        seat: BigInt(seat),
        // The depth of what is inside a role that moved stays as it was.
        depth: role.depth,
        alive,
      });
      let taken = inner.size === 0 && (await circles.seatsTaken(id)) === 0n ? 0n : 1n;
      for (const each of inner) taken |= 1n << BigInt(this.#role(each).seat);
      expect(await circles.seatsTaken(id), `seats of ${id}`).to.equal(taken);
      for (const { address } of this.#people) {
        let fills = alive && fillers.has(address) ? 1n : 0n;
        let voices = this.#silent.has(address) ? 0n : fills;
        for (const each of inner) {
          const bit = 1n << BigInt(this.#role(each).seat);
          if (this.#role(each).fillers.has(address)) fills |= bit;
          if (this.#speaks(each, address)) voices |= bit;
        }
        const held = (await circles.seatOf(id, address)).toObject();
        expect(held, `seat of ${address} in ${id}`).to.deep.equal({
          fills,
          voices,
          number: numbers.get(address) ?? 0n,
          endedAt: endedAt.get(address) ?? 0n,
        });
        expect(await circles.fills(id, address)).to.equal(fillers.has(address));
        expect(await circles.represents(id, address)).to.equal(reps.has(address));
      }
    }
    for (const { address } of this.#people) {
      const sets = [...this.#roles.values()].flatMap(({ fillers, reps }) => [fillers, reps]);
      const { seats } = await circles.partnerAt(organisation, address);
      expect(seats).to.equal(BigInt(sets.filter((set) => set.has(address)).length));
    }
    for (const id of this.#gone) {
      expect((await circles.roleAt(id)).depth).to.equal(0n);
      for (const { address } of this.#people) {
        expect(await circles.fills(id, address)).to.equal(false);
        expect(await circles.represents(id, address)).to.equal(false);
        expect((await circles.seatOf(id, address)).voices).to.equal(0n);
      }
    }
  }

  /** Who may offer the roles of a circle. */
  #chooser(circle: bigint): Signer | undefined {
    const { anchor, council } = this.#world;
    const by = circle === anchor ? this.#roles.get(council) : this.#role(circle);
    return this.#people.find(({ address }) => by?.fillers.has(address));
  }

  /** One level away from where a role stands: a role beside it that is not too deep, or the circle around. */
  #elsewhere(random: Random, role: bigint): bigint | undefined {
    const { council, anchor } = this.#world;
    const { circle } = this.#role(role);
    // It admits and assigns where it is.
    if (role === council) return undefined;
    const places = [...this.#role(circle).inner].filter(
      (each) => each !== role && each !== council && this.#depth(each) < 5,
    );
    const outer = this.#role(circle).circle;
    if (outer !== 0n) places.push(outer);
    const fits = places.filter((each) => this.#role(each).inner.size < 4);
    if (fits.length === 0 || (circle === anchor && !this.#mayEmpty(role))) return undefined;
    return random.pick(fits);
  }

  /** Somebody stays a member of the anchor when this person no longer fills this role. */
  #mayLeave({ address }: Signer, role: bigint): boolean {
    const { anchor, council } = this.#world;
    const { circle, fillers, heard } = this.#role(role);
    // Else nobody would choose anybody any more.
    if (role === council && fillers.size === 1) return false;
    if (circle !== anchor || !heard.has(address)) return true;
    heard.delete(address);
    const left = this.#members(anchor).size;
    heard.add(address);
    return left > 0;
  }

  #mayEnd({ address }: Signer, role: bigint): boolean {
    const { anchor } = this.#world;
    const { circle, reps } = this.#role(role);
    if (circle !== anchor) return true;
    reps.delete(address);
    const left = this.#members(anchor).size;
    reps.add(address);
    return left > 0;
  }

  #mayGo({ address }: Signer): boolean {
    const members = this.#members(this.#world.anchor);
    return !members.has(address) || members.size > 1;
  }

  #mayEmpty(role: bigint): boolean {
    const { anchor, council } = this.#world;
    if (role === council) return false;
    const { circle } = this.#role(role);
    if (circle !== anchor) return true;
    const others = [...this.#role(anchor).inner].filter((each) => each !== role);
    return others.some((each) => {
      const { heard, reps } = this.#role(each);
      return heard.size + reps.size > 0;
    });
  }

  /** Does something to who fills what, and draws from it what follows for every circle. */
  #change(time: bigint, act: () => void): void {
    const before = new Map([...this.#roles.keys()].map((id) => [id, this.#members(id)]));
    act();
    for (const [id, inside] of this.#roles) {
      const [was, is] = [before.get(id) ?? new Set<string>(), this.#members(id)];
      for (const address of [...is].filter((each) => !was.has(each))) {
        inside.epoch++;
        this.#number(id, address);
      }
      for (const address of [...was].filter((each) => !is.has(each))) {
        inside.epoch++;
        inside.lastDeparture = time;
        inside.endedAt.set(address, time);
      }
    }
  }

  #fill(role: bigint, address: string): void {
    const { fillers, heard } = this.#role(role);
    fillers.add(address);
    if (this.#mayBeHeard(role, address)) heard.add(address);
  }

  #empty(role: bigint, address: string): void {
    const { fillers, heard } = this.#role(role);
    for (const set of [fillers, heard]) set.delete(address);
  }

  #wake(role: bigint, leads: Signer[]): void {
    this.#role(role).alive = true;
    // Numbers are given in the order of the list.
    for (const { address } of leads) {
      if (!this.#silent.has(address)) this.#number(role, address);
    }
  }

  #created(circle: bigint, id: bigint): void {
    this.#roles.set(id, { ...fresh(), circle, seat: this.#lowest(circle) });
    this.#role(circle).inner.add(id);
  }

  #lowest(circle: bigint): number {
    const taken = [...this.#role(circle).inner].map((each) => this.#role(each).seat);
    let seat = 1;
    while (taken.includes(seat)) seat++;
    return seat;
  }

  #number(circle: bigint, address: string): void {
    const { numbers } = this.#role(circle);
    if (!numbers.has(address)) numbers.set(address, BigInt(numbers.size + 1));
  }

  /** Whether somebody who fills a role, or comes to, has room to speak for it and does not yet. */
  #mayBeHeard(role: bigint, address: string): boolean {
    const { limit, heard } = this.#role(role);
    if (this.#silent.has(address) || heard.has(address)) return false;
    return limit === 0 || heard.size < limit;
  }

  #speaks(role: bigint, address: string): boolean {
    const { heard, reps } = this.#role(role);
    return heard.has(address) || reps.has(address);
  }

  #those(addresses: Set<string>): Signer[] {
    return this.#people.filter(({ address }) => addresses.has(address));
  }

  #members(id: bigint): Set<string> {
    const { alive, fillers, inner } = this.#role(id);
    const leads = [...fillers].filter((address) => !this.#silent.has(address));
    const members = new Set(alive ? leads : []);
    for (const each of inner) {
      const { heard, reps } = this.#role(each);
      for (const address of [...heard, ...reps]) members.add(address);
    }
    return members;
  }

  #depth(id: bigint): number {
    const { circle } = this.#role(id);
    return circle === 0n ? 1 : this.#depth(circle) + 1;
  }

  #role(id: bigint): Inside {
    const found = this.#roles.get(id);
    if (found === undefined) throw new Error(`The model knows no role ${id}.`);
    return found;
  }
}

function fresh(): Inside {
  return {
    circle: 0n,
    seat: 0,
    revision: 1n,
    alive: false,
    limit: 0,
    fillers: new Set(),
    heard: new Set(),
    reps: new Set(),
    inner: new Set(),
    epoch: 0n,
    lastDeparture: 0n,
    numbers: new Map(),
    endedAt: new Map(),
  };
}
