import { expect } from "chai";
import fc from "fast-check";
import type { Address, Hex } from "viem";
import { keccak256, stringToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";

import type { ActDefinition, Call } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ACTS } from "#sdk/acts/acts.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import { decode } from "#sdk/chronicle/decode.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { replay } from "#sdk/chronicle/fold.ts";
import { genesis } from "#sdk/chronicle/head.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { read } from "#sdk/chronicle/read.ts";
import { verify } from "#sdk/chronicle/verify.ts";
import type { World } from "./world.ts";
import { change, createWorld, DAY, guest, processesOf, settings, words } from "./world.ts";

const RUNS = 15;
const STEPS = 350;
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const SALT = keccak256(stringToHex("replay"));
const RULES = keccak256(stringToHex("the rules"));
const REASONS = { tension: "tension", example: "example", explanation: "explanation" };

describe("replay", function () {
  this.timeout(120_000);

  it(`equals storage after random calls, legal and illegal (SEED=${SEED})`, async () => {
    const tally = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.nat(2 ** 30))), async (stream) => {
        const scenario = new Scenario(await createWorld(), stream);
        await scenario.found();
        for (let step = 0; step < STEPS; step++) await scenario.step();
        const { state, block, logs, headWord } = await scenario.read();
        const from = genesis(hardhat.id, state.circles, state.number);
        const heads = verify({ logs, from, to: headWord });
        const atOnce = replay(
          logs.map((log, i) => decode(log, heads[i])),
          { circles: state.circles, chainId: hardhat.id },
        );
        expect(atOnce, "read in pieces or at once").to.deep.equal(state);
        const { differences } = await compare({ client: scenario.world.client, state, block });
        expect(differences).to.deep.equal([]);
        for (const { name } of state.acts) tally.set(name, (tally.get(name) ?? 0) + 1);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    if (process.env.TALLY) console.log(Object.fromEntries(tally));
  });
});

/** An organisation to which random things happen. */
class Scenario {
  readonly world: World;
  private readonly stream: Iterator<number>;
  private readonly people: readonly Address[];
  private known: Reading | undefined;

  constructor(world: World, stream: Iterator<number>) {
    this.world = world;
    this.stream = stream;
    this.people = world.people.slice(0, 7);
  }

  async read(): Promise<Reading> {
    const { client, contracts, startBlock } = this.world;
    const since = this.known === undefined ? {} : { since: this.known };
    const { circles } = contracts;
    this.known = await read({ client, circles, organisation: 1, startBlock, ...since });
    return this.known;
  }

  /** Founds, writes in batches, lets people in, ratifies. */
  async found(): Promise<void> {
    const { contracts } = this.world;
    const [anna, ben, cleo, dan, eve] = this.people as [
      Address,
      Address,
      Address,
      Address,
      Address,
    ];
    await this.must(anna, "found", {
      words: words("Anchor"),
      ruleHash: RULES,
      settings: settings(),
      ratifiers: [anna, ben],
      processes: processesOf(contracts),
      treasury: contracts.treasury,
      salt: SALT,
    });
    const leaderless = this.number(2) === 0;
    await this.must(anna, "write", {
      organisation: 1,
      afterNumber: 1,
      changes: [
        change({ kind: ChangeKind.CreateRole, words: words("Operations") }),
        change({ kind: ChangeKind.CreateRole, words: words("Secretary") }),
        change({ kind: ChangeKind.CreateRole, target: 1n, words: words("Baker") }),
        change({ kind: ChangeKind.AdoptPolicy, target: 0n, words: words("Open books") }),
        change({
          kind: ChangeKind.Configure,
          revision: 1,
          settings: [
            settings({ window: 4 * DAY, admission: this.number(2) === 0 ? 2n : 0n, assigner: 2n }),
          ],
        }),
      ],
      people: [],
      invited: [anna, ben, cleo, dan, eve].map((person) => guest(person)),
      offers: [
        { role: 1n, person: anna },
        { role: 2n, person: ben },
        { role: 3n, person: cleo },
        { role: 2n, person: dan },
        ...(leaderless ? [] : [{ role: (1n << 32n) | 1n, person: eve }]),
      ],
    });
    let { state } = await this.read();
    for (const person of [anna, ben, cleo, dan, eve]) {
      const offers = [...state.offers.values()].filter((offer) => offer.person === person);
      const roles = offers.map(({ role }) => role);
      await this.must(person, "agree", { organisation: 1, ruleHash: RULES, offers: roles });
    }
    ({ state } = await this.read());
    const { lastWrite } = state.founding;
    await this.must(anna, "ratify", { organisation: 1, number: lastWrite });
    await this.must(ben, "ratify", { organisation: 1, number: lastWrite });
    await this.must(anna, "deployVault", { founder: anna, salt: SALT });
    const value = 1_000_000n;
    await this.world.act(anna, { to: state.vault, data: "0x", value });
  }

  /** One random call, from anybody, about anything: most should be refused. Now and then time goes by. */
  async step(): Promise<void> {
    const { state } = await this.read();
    const dice = this.number(12);
    if (dice === 0) await this.world.wait(this.number(2) * DAY + this.number(DAY));
    else if (dice === 1 && this.number(8) === 0) await this.world.wait(31 * DAY);
    else if (dice < 5) await this.assign(state);
    else if (dice < 10) await this.govern(state);
    else await this.spend(state);
  }

  private assign(state: Organisation): Promise<void> | undefined {
    const [person, other, role] = [this.person(), this.person(), this.role(state)];
    const offer = this.pick([...state.offers.values()]);
    switch (this.number(11)) {
      case 0:
        return this.try(person, "invite", { organisation: 1, invitation: guest(other) });
      case 1:
        return this.try(person, "agree", { organisation: 1, ruleHash: RULES, offers: [] });
      case 2:
        return this.try(person, "declareOpenness", { organisation: 1, open: this.number(2) === 0 });
      case 3: {
        const roles = [...state.roles.values()].filter((it) => it.fillers.includes(person));
        if (this.number(4) > 0) return undefined;
        return this.try(person, "leaveOrganisation", {
          organisation: 1,
          roles: roles.map(({ id }) => id),
        });
      }
      case 4:
        return offer === undefined
          ? offer
          : this.try(this.sometimes(offer.person), "withdrawOffer", offer);
      case 5:
      case 6:
        return offer === undefined
          ? offer
          : this.try(this.sometimes(offer.person), "accept", offer);
      case 7:
        return this.try(person, "resign", { role });
      case 8:
        return this.try(person, "revoke", { role, person: other });
      default:
        return this.try(this.assigner(state, role), "offer", { role, person: other });
    }
  }

  private govern(state: Organisation): Promise<void> | undefined {
    const proposal = this.pick([...state.proposals.values()].slice(-6));
    if (proposal === undefined || this.number(4) === 0) return this.propose(state);
    const { id, circle, proposer } = proposal;
    const { version, contentHash: content, changes, reasons } = currentVersion(proposal);
    const member = this.pick(state.roles.get(circle)?.members ?? []) ?? this.person();
    const standing = proposal.objections.find((it) => it.ended === null);
    if (standing !== undefined && this.number(2) === 0) {
      if (standing.version === version) return this.amend(state, proposal);
      return this.try(standing.by, "resolve", { proposal: id, version, content });
    }
    const objector = this.pick(proposal.objections.filter((it) => it.ended === null))?.by ?? member;
    switch (this.number(9)) {
      case 0:
        return this.amend(state, proposal);
      case 1:
        return this.number(3) > 0
          ? undefined
          : this.try(this.sometimes(proposer), "withdraw", { proposal: id });
      case 2: {
        const asRole = this.roleOf(state, circle, member);
        const objection = { harm: "", limits: "", cause: "", certainty: "", rule: "the rule" };
        return this.try(member, "object", { proposal: id, version, asRole, objection });
      }
      case 3:
        return this.try(this.sometimes(objector), "withdrawObjection", { proposal: id });
      case 4:
        return this.try(this.sometimes(objector), "resolve", { proposal: id, version, content });
      case 5:
      case 6:
        return this.try(member, "confirm", { proposal: id, version, content });
      default:
        return this.try(this.person(), "enact", {
          proposal: id,
          changes,
          reasonsHash: reasonsHash(reasons),
          people: peopleOf(state, circle, changes),
        });
    }
  }

  private amend(state: Organisation, { id, circle, proposer }: Proposal): Promise<void> {
    return this.try(this.sometimes(proposer), "amend", {
      proposal: id,
      changes: this.changes(state, circle),
      reasons: REASONS,
      integrates: "something",
    });
  }

  private propose(state: Organisation): Promise<void> {
    const circle = this.role(state);
    const member = this.pick(state.roles.get(circle)?.members ?? []) ?? this.person();
    return this.try(member, "propose", {
      circle,
      asRole: this.roleOf(state, circle, member),
      slot: this.number(3),
      changes: this.changes(state, circle),
      reasons: REASONS,
    });
  }

  private changes(state: Organisation, circle: bigint): readonly Change[] {
    return Array.from({ length: 1 + this.number(2) }, () => this.change(state, circle));
  }

  private change(state: Organisation, circle: bigint): Change {
    const inside = state.roles.get(circle);
    const target = this.pick(inside?.inner ?? []) ?? circle;
    const revision = state.roles.get(target)?.revision ?? 1;
    const policy = state.policies.get(this.pick(inside?.policies ?? []) ?? 0n);
    const text = words(`Thing ${this.number(1000)}`);
    switch (this.number(8)) {
      case 0:
        return change({ kind: ChangeKind.AmendRole, target, revision, words: text });
      case 1:
        return change({ kind: ChangeKind.RemoveRole, target, revision });
      case 2:
        return change({ kind: ChangeKind.AdoptPolicy, words: text, reviewAt: this.number(5) });
      case 3:
      case 4: {
        if (policy === undefined) break;
        const about = { target: policy.id, revision: policy.revision };
        return this.number(2) === 0
          ? change({ kind: ChangeKind.RepealPolicy, ...about })
          : change({ kind: ChangeKind.AmendPolicy, ...about, words: text, reviewAt: 7 });
      }
      case 5: {
        const own = state.settings.get(circle)?.revision ?? 0;
        const named = circle === state.anchor && this.number(3) === 0 ? this.role(state) : 0n;
        const window = (3 + this.number(5)) * DAY;
        const meant = settings({ window, admission: named, assigner: named });
        return change({ kind: ChangeKind.Configure, revision: own, settings: [meant] });
      }
      default:
    }
    const place = this.pick([0n, 0n, target, 1n]) ?? 0n;
    return change({ kind: ChangeKind.CreateRole, target: place, words: text });
  }

  private spend(state: Organisation): Promise<void> | undefined {
    const announcement = this.pick([...state.announcements.values()].slice(-4));
    const person = this.person();
    if (announcement === undefined || this.number(3) === 0) {
      const role = this.pick([...state.roles.values()].filter((it) => it.fillers.includes(person)));
      const payment = {
        vault: state.vault,
        token: zeroAddress,
        payee: this.person(),
        amount: BigInt(this.number(300_000)),
      };
      const asRole = role?.id ?? this.role(state);
      const slot = this.number(3);
      return this.try(person, "announce", { asRole, slot, payment, purpose: "bread" });
    }
    const { id, announcer, payment, asRole } = announcement;
    const about = { announcement: id, announcer, payment };
    const filler = this.pick(state.roles.get(asRole)?.fillers ?? []) ?? person;
    const escalation = this.pick(announcement.escalations.filter((it) => it.reversed === null));
    const escalator = escalation?.by ?? person;
    switch (escalation === undefined || this.number(2) === 0 ? this.number(7) : 1) {
      case 0: {
        const circle = this.role(state);
        const speaker = this.pick(state.roles.get(circle)?.members ?? []) ?? person;
        const role = this.roleOf(state, circle, speaker);
        return this.try(speaker, "escalate", { ...about, circle, asRole: role, reason: "dear" });
      }
      case 1:
      case 2: {
        const lead = this.pick(state.roles.get(state.anchor)?.fillers ?? []) ?? person;
        const from = this.pick([escalator, lead, person]) ?? person;
        return this.try(from, "reverse", { ...about, escalator });
      }
      case 3:
        return this.number(3) > 0
          ? undefined
          : this.try(this.sometimes(announcer), "revokeAnnouncement", about);
      case 4:
        return this.try(person, "lapse", about);
      default:
        return this.try(this.sometimes(filler), "pay", about);
    }
  }

  private assigner(state: Organisation, role: bigint): Address {
    const circle = state.roles.get(role)?.circle ?? 0n;
    const leads = state.roles.get(circle)?.fillers ?? [];
    const assigner = state.settings.get(circle)?.settings.assigner ?? 0n;
    const fillers = leads.length > 0 ? leads : (state.roles.get(assigner)?.fillers ?? []);
    return this.sometimes(this.pick(fillers) ?? this.person());
  }

  /** A role that the person fills in the circle, most of the time. */
  private roleOf(state: Organisation, circle: bigint, person: Address): bigint {
    const inside = state.roles.get(circle);
    const filled = [circle, ...(inside?.inner ?? [])].filter((id) =>
      state.roles.get(id)?.fillers.includes(person),
    );
    return (this.number(8) > 0 ? this.pick(filled) : undefined) ?? this.role(state);
  }

  private role(state: Organisation): bigint {
    const live = [...state.roles.values()];
    const alive = live.filter((role) => role.alive);
    const removed = [...state.removedRoles.keys()];
    if (this.number(12) === 0) return this.pick(removed) ?? 5n;
    return (this.pick(this.number(2) === 0 ? alive : live) ?? { id: 0n }).id;
  }

  private sometimes(person: Address): Address {
    return this.number(6) === 0 ? this.person() : person;
  }

  private person(): Address {
    return this.pick(this.people) as Address;
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.number(list.length)];
  }

  private number(below: number): number {
    const { value } = this.stream.next();
    return below === 0 ? 0 : (value as number) % below;
  }

  private async try<name extends ActName>(from: Address, name: name, data: ActData<name>) {
    await this.world.attempt(from, this.call(name, data));
  }

  private must<name extends ActName>(from: Address, name: name, data: ActData<name>): Promise<Hex> {
    return this.world.act(from, this.call(name, data));
  }

  private call<name extends ActName>(name: name, data: ActData<name>): Call {
    const act = ACTS[name] as unknown as ActDefinition<ActData<name>>;
    return act.call(data, this.world.contracts);
  }
}
