import { expect } from "chai";
import { network } from "hardhat";

import { configure, Flag } from "../helpers/changes.ts";
import {
  CHANGES,
  Mark,
  nextId,
  OBJECTION,
  REASONS,
  reasonsHash,
  Status,
} from "../helpers/consent.ts";
import type { Sent } from "../helpers/contracts.ts";
import {
  enact,
  founded,
  type Signer,
  WINDOW,
  type World,
  welcome,
} from "../helpers/organisation.ts";
import { Random } from "../helpers/random.ts";
import { GRACE, LAST_CALL, nextAt, now, PATIENCE } from "../helpers/time.ts";
import { ETH, FUNDS, funded, type Payment, PURPOSE, payment, REASON } from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The seed of both walks: any will do; the one that failed is in the title. */
const SEED = 31_415_927;
const STEPS = 700;

/** The name of the error an act is refused with; "" when it goes through. */
async function outcomeOf(act: () => Sent): Promise<string> {
  try {
    await (await act()).wait();
    return "";
  } catch (error) {
    const name = /custom error '(\w+)\(/.exec(String(error))?.[1];
    if (name === undefined) throw error;
    return name;
  }
}

describe("a second opinion", () => {
  it(`P3 P4 P5 on every act of consent, from a model of sets (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const world = await networkHelpers.loadFixture(founded);
    const { dora, eve, fay, gil, hal, zoe } = world;
    await welcome(world, [dora, eve, fay, gil, hal]);
    const random = new Random(SEED);
    const model = new ConsentModel(world, [dora, eve, fay, gil, hal, zoe]);
    for (let step = 0; step < 2 * STEPS; step++) await model.step(random);
    // Everything that can happen has happened, most of it and its refusal.
    const acts = ["propose", "amend", "object", "confirm", "resolve", "enact", "withdraw"];
    const rounds = ["hold", "suspend", "adopt", "discardObjection", "stop", "release", "drop"];
    for (const name of [...acts, ...rounds]) {
      expect([...model.went], name).to.include(`${name} `);
      if (rounds.includes(name)) expect([...model.went], name).to.include(`${name} WrongStatus`);
    }
    for (const status of Object.values(Status)) expect([...model.were]).to.include(status);
    expect(model.went.size).to.be.greaterThan(42);
  });

  it(`P1 on every act of the treasury, from a model of sums (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const world = await networkHelpers.loadFixture(funded);
    const { ann, ben, cem, dora, eve, zoe } = world;
    const random = new Random(SEED);
    const model = new TreasuryModel(world, [ann, ben, cem, dora, eve, zoe]);
    for (let step = 0; step < STEPS; step++) await model.step(random);
    for (const name of ["announce", "escalate", "reverse", "revoke", "act", "lapse"]) {
      expect([...model.went], name).to.include(`${name} `);
    }
    expect([...model.went]).to.include("announce Overpromised");
    expect(model.went.size).to.be.greaterThan(20);
  });
});

interface Proposal {
  proposer: string;
  standingFrom: bigint;
  closesAt: bigint;
  version: bigint;
  expected: number;
  epoch: bigint;
  early: boolean;
  settled: bigint;
  confirmed: Set<string>;
  objections: Set<string>;
  objected: Set<string>;
  reasons: typeof REASONS;
  windowless: boolean;
  attention: number;
  stopped: boolean;
  /** Until when only a meeting adopts it; 0 where none stood in its way. */
  until: bigint;
}

/** What Consent should say of each act in Operations, kept with sets of people and no bits. */
class ConsentModel {
  readonly went: Set<string> = new Set();
  /** The statuses that proposals were seen in. */
  readonly were: Set<bigint> = new Set([Status.None]);
  readonly #world: World;
  readonly #people: Signer[];
  readonly #proposals = new Map<bigint, Proposal>();
  readonly #slots = new Map<string, bigint>();

  constructor(world: World, people: Signer[]) {
    this.#world = world;
    this.#people = people;
  }

  async step(random: Random): Promise<void> {
    const { consent, circles, structure, operations, kitchen, garden, dora } = this.#world;
    const time = (await now(connection)) + random.wait();
    await nextAt(connection, time);
    let person = random.pick(this.#people);
    const asRole = random.pick([kitchen, garden]);
    const kind = random.below(130);
    if (kind === 0) {
      // What the circle's settings say changes.
      const { revision } = await structure.settingsOf(operations);
      const attention = BigInt(random.below(4));
      const flags = random.below(3) === 0 ? Flag.Windowless : 0n;
      await enact(this.#world, operations, [configure(0n, revision, { attention, flags })]);
      return;
    }
    if (kind < 12) {
      // Members come and go.
      const filled = await circles.fills(asRole, person);
      if (filled)
        await circles
          .connect(random.pick([person, dora]))
          .revoke(asRole, person)
          .catch(none);
      else await circles.connect(dora).offer(asRole, person).catch(none);
      return;
    }
    const ids = [...this.#proposals.keys()].slice(-5);
    const id = ids.length > 0 ? random.pick(ids) : 0n;
    // Often enough it is somebody to whom the act is open.
    const before = this.#proposals.get(id);
    const likely = this.#people.filter(({ address }) =>
      kind < 72 ? before?.proposer === address : before?.objections.has(address),
    );
    if (kind >= 62 && likely.length > 0 && random.below(2) > 0) person = random.pick(likely);
    const who = await circles.standing(operations, person, asRole);
    const { members, epoch, lastDeparture, flags, attention } = await structure.census(operations);
    const attended = Math.min(Number(attention), Number(members) - 1);
    const silenced = (flags & Flag.Windowless) !== 0n;
    if (kind < 22 || ids.length === 0) {
      const slot = BigInt(random.below(2));
      const key = `${person.address} ${slot}`;
      const held = this.#slots.get(key);
      const live = [Status.Open, Status.Objected, Status.Suspended, Status.Adopted];
      const taken = held !== undefined && live.some((each) => each === this.#status(held, time));
      let expected = "";
      if (!who.member) expected = "NotMember";
      else if (!who.inRole) expected = "NotInRole";
      else if (taken) expected = "SlotTaken";
      const opened = await nextId(this.#world);
      const byPerson = consent.connect(person);
      const act = () => byPerson.propose(operations, asRole, slot, CHANGES, REASONS);
      if (!(await this.#went("propose", act, expected))) return;
      this.#slots.set(key, opened);
      const proposal: Proposal = {
        proposer: person.address,
        standingFrom: time - WINDOW,
        closesAt: time + WINDOW,
        version: 1n,
        expected: Number(members) - 1,
        epoch,
        early: lastDeparture <= time - WINDOW,
        settled: 0n,
        confirmed: new Set(),
        objections: new Set(),
        objected: new Set(),
        reasons: REASONS,
        windowless: silenced && lastDeparture <= time - WINDOW,
        attention: attended,
        stopped: false,
        until: 0n,
      };
      this.#proposals.set(opened, proposal);
      this.#adopt(proposal, epoch, time);
      return await this.#compare(opened, time);
    }

    const proposal = this.#proposals.get(id)!;
    const { address } = person;
    const status = this.#status(id, time);
    this.were.add(status);
    const byPerson = consent.connect(person);
    const open = [Status.Open, Status.Objected, Status.Suspended].some((each) => each === status);
    // What an answer in the window is refused with.
    let early = "";
    if (proposal.settled !== 0n || status === Status.Lapsed) early = "WrongStatus";
    else if (time >= this.#silentFrom(proposal)) early = "WindowClosed";
    const content = await consent.contentOf(id);
    if (kind < 38) {
      let expected = early;
      if (expected !== "") {
        // Too late.
      } else if (address === proposal.proposer) expected = "OwnProposal";
      else if (who.member && !who.inRole) expected = "NotInRole";
      else if (!who.member && who.endedAt <= proposal.standingFrom) expected = "NoStanding";
      else if (proposal.objected.has(address)) expected = "AlreadyObjected";
      const act = () => byPerson.object(id, proposal.version, asRole, OBJECTION);
      if (!(await this.#went("object", act, expected))) return;
      proposal.objections.add(address);
      proposal.objected.add(address);
      proposal.confirmed.delete(address);
    } else if (kind < 62) {
      let expected = early;
      if (expected !== "") {
        // Too late.
      } else if (!who.member) expected = "NotMember";
      else if (address === proposal.proposer) expected = "OwnProposal";
      else if (proposal.objections.has(address)) expected = "ObjectionStands";
      else if (proposal.confirmed.has(address)) expected = "AlreadyConfirmed";
      const act = () => byPerson.confirm(id, content, proposal.objected.has(address));
      if (!(await this.#went("confirm", act, expected))) return;
      proposal.confirmed.add(address);
      this.#adopt(proposal, epoch, time);
    } else if (kind < 72) {
      let expected = "";
      if (address !== proposal.proposer) expected = "NotProposer";
      else if (!who.member) expected = "NotMember";
      else if (!open) expected = "WrongStatus";
      const reasons = { ...REASONS, tension: `Version ${random.below(1000)}` };
      const act = () => byPerson.amend(id, CHANGES, reasons, "");
      if (!(await this.#went("amend", act, expected))) return;
      proposal.version++;
      proposal.closesAt = time + WINDOW;
      if (proposal.until > time) proposal.closesAt = proposal.until + WINDOW;
      proposal.expected = Number(members) - 1;
      proposal.epoch = epoch;
      proposal.early = lastDeparture <= proposal.standingFrom;
      proposal.windowless = silenced && proposal.early;
      proposal.attention = attended;
      proposal.confirmed.clear();
      proposal.objected.clear();
      proposal.reasons = reasons;
      this.#adopt(proposal, epoch, time);
    } else if (kind < 80) {
      const standing = proposal.objections.has(address);
      let expected = "WrongStatus";
      if (open) expected = standing ? "" : "NoObjection";
      const act = () => byPerson.withdrawObjection(id);
      if (!(await this.#went("withdrawObjection", act, expected))) return;
      this.#end(proposal, address, time);
    } else if (kind < 90) {
      const standing = proposal.objections.has(address);
      let expected = "WrongStatus";
      if (open) expected = standing ? "" : "NoObjection";
      if (expected === "" && proposal.objected.has(address)) expected = "NotAmended";
      const act = () => byPerson.resolve(id, proposal.version, content);
      if (!(await this.#went("resolve", act, expected))) return;
      if (who.member) proposal.confirmed.add(address);
      this.#end(proposal, address, time);
      this.#adopt(proposal, epoch, time);
    } else if (kind < 92) {
      let expected = "";
      if (address !== proposal.proposer) expected = "NotProposer";
      else if (!open) expected = "WrongStatus";
      if (!(await this.#went("withdraw", () => byPerson.withdraw(id), expected))) return;
      proposal.settled = Status.Withdrawn;
    } else if (kind < 100) {
      const expected = status === Status.Adopted ? "" : "WrongStatus";
      const hash = reasonsHash(consent, proposal.reasons);
      const act = () => byPerson.enact(id, CHANGES, hash, []);
      if (!(await this.#went("enact", act, expected))) return;
      proposal.settled = Status.Enacted;
    } else if (!(await this.#round(random, id, person, content, time))) return;
    await this.#compare(id, time);
  }

  /** What a process of rounds does about a proposal, and perhaps about somebody's objection to it. */
  async #round(
    random: Random,
    id: bigint,
    person: Signer,
    content: string,
    time: bigint,
  ): Promise<boolean> {
    const { consent, hand } = this.#world;
    const proposal = this.#proposals.get(id)!;
    const status = this.#status(id, time);
    const open = [Status.Open, Status.Objected, Status.Suspended].some((each) => each === status);
    const rounds = consent.connect(hand);
    const until = time + random.wait();
    const kind = random.below(7);
    let expected = open ? "" : "WrongStatus";
    if (kind === 0) {
      if (!(await this.#went("hold", () => rounds.hold(id, until, hand), expected))) return false;
      if (proposal.closesAt < until) proposal.closesAt = until;
    } else if (kind === 1) {
      const act = () => rounds.suspend(id, until, hand);
      if (!(await this.#went("suspend", act, expected))) return false;
      if (proposal.until < until) proposal.until = until;
      const full = proposal.until + WINDOW;
      if (proposal.closesAt < full) proposal.closesAt = full;
    } else if (kind === 2) {
      const version = proposal.version - (random.below(3) === 0 ? 1n : 0n);
      if (status === Status.Objected) expected = "WrongStatus";
      else if (open && version !== proposal.version) expected = "StaleVersion";
      const act = () => rounds.adopt(id, version, content, hand);
      if (!(await this.#went("adopt", act, expected))) return false;
      proposal.settled = Status.Adopted;
      proposal.closesAt = time;
    } else if (kind === 3) {
      if (open && !proposal.objections.has(person.address)) expected = "NoObjection";
      const act = () => rounds.discardObjection(id, person, hand);
      if (!(await this.#went("discardObjection", act, expected))) return false;
      this.#end(proposal, person.address, time);
    } else if (kind === 4) {
      if (open && proposal.stopped) expected = "WrongStop";
      if (!(await this.#went("stop", () => rounds.stop(id, hand), expected))) return false;
      proposal.stopped = true;
    } else {
      if (open && !proposal.stopped) expected = "WrongStop";
      const name = kind === 5 ? "release" : "drop";
      if (!(await this.#went(name, () => rounds[name](id, hand), expected))) return false;
      if (name === "drop") proposal.settled = Status.Discarded;
      else {
        proposal.stopped = false;
        this.#lastCall(proposal, time);
      }
    }
    return true;
  }

  /** Does it and expects what the model expects; false when it was refused. */
  async #went(name: string, act: () => Sent, expected: string): Promise<boolean> {
    expect(await outcomeOf(act), `${name} after ${[...this.went].slice(-3)}`).to.equal(expected);
    this.went.add(`${name} ${expected}`);
    return expected === "";
  }

  #status(id: bigint, time: bigint): bigint {
    const proposal = this.#proposals.get(id)!;
    const { settled, closesAt, objections, stopped, until } = proposal;
    const final = [Status.Enacted, Status.Withdrawn, Status.Discarded];
    if (final.some((each) => each === settled)) return settled;
    if (time >= closesAt + GRACE) return Status.Lapsed;
    if (settled === Status.Adopted) return Status.Adopted;
    if (objections.size > 0 || stopped) return Status.Objected;
    if (time < until) return Status.Suspended;
    return time < this.#silentFrom(proposal) ? Status.Open : Status.Adopted;
  }

  /** When silence adopts it; so late that it lapses before where it never does. */
  #silentFrom({ closesAt, windowless, confirmed, attention }: Proposal): bigint {
    if (windowless) return closesAt + 2n * GRACE;
    return confirmed.size < attention ? closesAt + PATIENCE : closesAt;
  }

  #adopt(proposal: Proposal, epoch: bigint, time: bigint): void {
    const { confirmed, expected, objections, stopped, early, until } = proposal;
    const all = confirmed.size >= expected && objections.size === 0 && !stopped;
    if (!all || !early || time < until || epoch !== proposal.epoch) return;
    proposal.settled = Status.Adopted;
    proposal.closesAt = time;
  }

  #end(proposal: Proposal, address: string, time: bigint): void {
    proposal.objections.delete(address);
    this.#lastCall(proposal, time);
  }

  #lastCall(proposal: Proposal, time: bigint): void {
    if (proposal.objections.size > 0 || proposal.stopped) return;
    if (proposal.closesAt < time + LAST_CALL) proposal.closesAt = time + LAST_CALL;
  }

  async #compare(id: bigint, time: bigint): Promise<void> {
    const { consent, circles, operations } = this.#world;
    const said = await consent.proposalAt(id);
    const proposal = this.#proposals.get(id)!;
    expect(await consent.statusOf(id)).to.equal(this.#status(id, time));
    expect(await consent.suspendedUntil(id)).to.equal(proposal.until);
    this.were.add(this.#status(id, time));
    expect({
      closesAt: said.closesAt,
      attention: said.attention,
      version: said.version,
      expected: said.expected,
      confirmed: said.confirmed,
      objections: said.objections,
      marks: said.marks,
      standingFrom: said.standingFrom,
    }).to.deep.equal({
      closesAt: proposal.closesAt,
      attention: BigInt(proposal.attention),
      version: proposal.version,
      expected: BigInt(proposal.expected),
      confirmed: BigInt(proposal.confirmed.size),
      objections: BigInt(proposal.objections.size + (proposal.stopped ? 1 : 0)),
      marks:
        (proposal.early ? Mark.Early : 0n) |
        (proposal.windowless ? Mark.Windowless : 0n) |
        (proposal.until > 0n ? Mark.Suspended : 0n) |
        (proposal.stopped ? Mark.Stopped : 0n),
      standingFrom: proposal.standingFrom,
    });
    for (const { address } of this.#people) {
      const { number } = await circles.seatOf(operations, address);
      expect([...(await consent.answerOf(id, number))]).to.deep.equal([
        proposal.objections.has(address),
        proposal.confirmed.has(address),
        proposal.objected.has(address),
        false,
      ]);
    }
  }
}

interface Spending {
  announcer: Signer;
  role: bigint;
  token: string;
  payment: Payment;
  closesAt: bigint;
  settled: bigint;
  standing: Set<string>;
  ever: Set<string>;
}

/** What the treasury should say of each act, and what it should have promised and paid. */
class TreasuryModel {
  readonly went: Set<string> = new Set();
  readonly #world: World;
  readonly #people: Signer[];
  readonly #spendings = new Map<bigint, Spending>();
  readonly #slots = new Map<string, bigint>();
  readonly #held = new Map<string, bigint>();

  constructor(world: World, people: Signer[]) {
    this.#world = world;
    this.#people = people;
  }

  async step(random: Random): Promise<void> {
    const { treasury, circles, token, vault, anchor, council, finance, operations, kitchen } =
      this.#world;
    const tokens = [ETH, await token.getAddress()];
    if (this.#held.size === 0) for (const each of tokens) this.#held.set(each, FUNDS);
    const time = (await now(connection)) + random.wait();
    await nextAt(connection, time);
    const person = random.pick(this.#people);
    const role = random.pick([council, finance, operations, kitchen]);
    const kind = random.below(100);
    const paid = random.pick(tokens);
    if (kind < 4) {
      const amount = BigInt(random.below(50));
      if (paid === ETH) await person.sendTransaction({ to: vault, value: amount });
      else await token.mint(vault, amount);
      this.#held.set(paid, this.#held.get(paid)! + amount);
      return await this.#compare();
    }
    const ids = [...this.#spendings.keys()].slice(-6);
    if (kind < 35 || ids.length === 0) {
      const amount = BigInt(1 + random.below(400));
      const slot = BigInt(random.below(3));
      const key = `${person.address} ${slot}`;
      const last = this.#spendings.get(this.#slots.get(key) ?? 0n);
      const recent = last?.settled === Status.Withdrawn && time < last.closesAt;
      let expected = "";
      if (!(await circles.fills(role, person))) expected = "NotInRole";
      else if (last !== undefined && (last.settled === 0n || recent)) expected = "SlotTaken";
      else if (this.#promised(paid) + amount > this.#held.get(paid)!) expected = "Overpromised";
      const of = payment(this.#world, { token: paid, amount });
      const id = await nextId(this.#world);
      const act = () => treasury.connect(person).announce(role, slot, of, 0n, PURPOSE);
      if (!(await this.#went("announce", act, expected))) return;
      this.#slots.set(key, id);
      this.#spendings.set(id, {
        announcer: person,
        role,
        token: paid,
        payment: of,
        closesAt: time + WINDOW,
        settled: 0n,
        standing: new Set(),
        ever: new Set(),
      });
      return await this.#compare();
    }

    const expired = [...this.#spendings.entries()].flatMap(([each, spending]) =>
      spending.settled === 0n && this.#status(spending, time) === Status.Lapsed ? [each] : [],
    );
    const id = random.pick(expired.length > 0 && random.below(3) > 0 ? expired : ids);
    const spending = this.#spendings.get(id)!;
    const { announcer, standing, ever } = spending;
    const { address } = person;
    const status = this.#status(spending, time);
    const byPerson = treasury.connect(person);
    const all = [id, announcer, spending.payment] as const;
    if (kind < 55) {
      const circle = role === kitchen ? operations : anchor;
      const who = await circles.standing(circle, person, role);
      let expected = "";
      if (spending.settled !== 0n || status === Status.Lapsed) expected = "WrongStatus";
      else if (time >= spending.closesAt) expected = "WindowClosed";
      else if (person === announcer) expected = "OwnAnnouncement";
      else if (!who.member) expected = "NoStanding";
      else if (!who.inRole) expected = "NotInRole";
      else if (ever.has(address)) expected = "AlreadyEscalated";
      const [, by, of] = all;
      const act = () => byPerson.escalate(id, circle, role, [], by, of, REASON);
      if (!(await this.#went("escalate", act, expected))) return;
      standing.add(address);
      ever.add(address);
    } else if (kind < 70) {
      const escalators = this.#people.filter((each) => standing.has(each.address));
      const escalator = escalators.length > 0 ? random.pick(escalators) : person;
      const by = random.below(2) > 0 ? escalator : person;
      const { token: of, payment: each } = spending;
      const short = this.#promised(of) + each.amount > this.#held.get(of)!;
      let expected = "";
      if (status !== Status.Objected) expected = "WrongStatus";
      else if (by === announcer) expected = "OwnAnnouncement";
      else if (by !== escalator) expected = "NotReverser";
      else if (standing.size === 1 && short) expected = "Overpromised";
      const act = () => treasury.connect(by).reverse(id, escalator, announcer, each);
      if (!(await this.#went("reverse", act, expected))) return;
      standing.delete(escalator.address);
      spending.closesAt = time + WINDOW;
    } else if (kind < 77) {
      const live = [Status.Open, Status.Objected, Status.Adopted].some((each) => each === status);
      let expected = "";
      if (!live) expected = "WrongStatus";
      else if (person !== announcer) expected = "NotRevoker";
      if (!(await this.#went("revoke", () => byPerson.revoke(...all), expected))) return;
      spending.settled = Status.Withdrawn;
    } else if (kind < 88) {
      const fills = await circles.fills(spending.role, person);
      let expected = "";
      if (status !== Status.Adopted) expected = "WrongStatus";
      else if (!fills) expected = "NotInRole";
      if (!(await this.#went("act", () => byPerson.act(...all), expected))) return;
      spending.settled = Status.Enacted;
      const left = this.#held.get(spending.token)! - spending.payment.amount;
      this.#held.set(spending.token, left);
    } else {
      const over = spending.settled === 0n && status === Status.Lapsed;
      const act = () => byPerson.lapse(...all);
      if (!(await this.#went("lapse", act, over ? "" : "WrongStatus"))) return;
      spending.settled = Status.Lapsed;
    }
    expect(await treasury.statusOf(id)).to.equal(this.#status(spending, time));
    await this.#compare();
  }

  async #went(name: string, act: () => Sent, expected: string): Promise<boolean> {
    expect(await outcomeOf(act), `${name} after ${[...this.went].slice(-3)}`).to.equal(expected);
    this.went.add(`${name} ${expected}`);
    return expected === "";
  }

  #status({ settled, closesAt, standing }: Spending, time: bigint): bigint {
    if (settled !== 0n) return settled;
    if (time >= closesAt + GRACE) return Status.Lapsed;
    if (standing.size > 0) return Status.Objected;
    return time < closesAt ? Status.Open : Status.Adopted;
  }

  /** What live announcements without an escalation have promised. */
  #promised(token: string): bigint {
    return [...this.#spendings.values()]
      .filter((each) => each.token === token && each.settled === 0n && each.standing.size === 0)
      .reduce((sum, each) => sum + each.payment.amount, 0n);
  }

  async #compare(): Promise<void> {
    const { treasury, vault, token } = this.#world;
    for (const [each, held] of this.#held) {
      const balance =
        each === ETH ? await ethers.provider.getBalance(vault) : await token.balanceOf(vault);
      expect(balance, `balance of ${each}`).to.equal(held);
      expect(await treasury.promisedFrom(vault, each)).to.equal(this.#promised(each));
      expect(this.#promised(each) <= held).to.equal(true);
    }
  }
}

function none(): void {
  // Refused: then nothing happens in this step.
}
