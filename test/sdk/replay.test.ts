import { expect } from "chai";
import fc from "fast-check";
import type { Address } from "viem";
import { keccak256, stringToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";

import { reasonsHash } from "#sdk/acts/content.ts";
import type { Invitation } from "#sdk/acts/invitation.ts";
import { money } from "#sdk/acts/money.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import { decode } from "#sdk/chronicle/decode.ts";
import type { Change, Settings } from "#sdk/chronicle/events.ts";
import { replay } from "#sdk/chronicle/fold.ts";
import { hasObjected } from "#sdk/chronicle/hasObjected.ts";
import { genesis } from "#sdk/chronicle/head.ts";
import { meetingStateOf } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation, Policy, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { read } from "#sdk/chronicle/read.ts";
import { verify } from "#sdk/chronicle/verify.ts";
import { ALL_ARTICLES, Flags, Tags } from "#sdk/flags.ts";
import { Chance } from "./chance.ts";
import type { Sealed } from "./chances/elections.ts";
import { elect, install } from "./chances/elections.ts";
import { judge } from "./chances/judgements.ts";
import { meet } from "./chances/meetings.ts";
import { holdOffices } from "./chances/offices.ts";
import { trouble } from "./chances/troubles.ts";
import { change, createWorld, DAY, guest, processesOf, settings, words } from "./world.ts";

const RUNS = 6;
const STEPS = 700;
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const SALT = keccak256(stringToHex("replay"));
const RULES = keccak256(stringToHex("the rules"));
const REASONS = { tension: "tension", example: "example", explanation: "explanation" };
const REALITY = { tension: "tension", example: "", explanation: "" };
const RULE_BROKEN = { harm: "", limits: "", cause: "", certainty: "", rule: "the rule" };
const ARGUED = { harm: "harm", limits: "limits", cause: "cause", certainty: "so", rule: "" };

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
class Scenario extends Chance {
  private readonly sealed: Sealed = new Map();
  private known: Reading | undefined;

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
      articles: ALL_ARTICLES,
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
    // Most acts of the circles that follow need officers.
    const hand = { world: this.world, act: this.must.bind(this), read: this.read.bind(this) };
    const [operations] = state.roles.get(state.anchor)?.inner ?? [];
    if (operations !== undefined && !this.once(4)) {
      await install(hand, operations, cleo, { office: Office.Rep });
    }
    for (const circle of [state.anchor, ...(state.roles.get(state.anchor)?.inner ?? [])]) {
      const members = state.roles.get(circle)?.members ?? [];
      if (members.length === 0 || this.once(4)) continue;
      for (const office of [Office.Facilitator, Office.Secretary]) {
        await install(hand, circle, this.member(state, circle), { office });
      }
    }
  }

  /** One random call, from anybody, about anything: most should be refused. Now and then time goes by. */
  async step(): Promise<void> {
    const { state } = await this.read();
    const dice = this.number(36);
    const { time } = state.head;
    const meets = [...state.meetings.values()].some((it) => meetingStateOf(it, time) === "running");
    if (meets && this.once(2)) await meet(this, state);
    else if (dice === 0) await this.world.wait(this.number(2) * DAY + this.number(DAY));
    else if (dice === 1 && this.once(8)) await this.world.wait(31 * DAY);
    else if (dice < 5) await this.assign(state);
    else if (dice < 15) await this.govern(state);
    else if (dice < 17) await this.spend(state);
    else if (dice < 19) await holdOffices(this, state);
    else if (dice < 25) await elect(this, state, this.sealed);
    else if (dice < 30) await judge(this, state);
    else if (dice < 32) await meet(this, state);
    else await trouble(this, state);
  }

  private assign(state: Organisation): Promise<unknown> | undefined {
    const [person, other, role] = [this.person(), this.person(), this.role(state)];
    const offer = this.pick([...state.offers.values()]);
    switch (this.number(11)) {
      case 0:
        return this.try(person, "invite", {
          organisation: 1,
          invitation: this.invitation(other),
        });
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

  private govern(state: Organisation): Promise<unknown> | undefined {
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
    switch (this.number(11)) {
      case 0:
        return this.amend(state, proposal);
      case 1:
        return this.number(3) > 0
          ? undefined
          : this.try(this.sometimes(proposer), "withdraw", { proposal: id });
      case 2:
      case 9:
      case 10: {
        const asRole = this.roleOf(state, circle, member);
        const objection = this.once(2) ? RULE_BROKEN : ARGUED;
        return this.try(member, "object", { proposal: id, version, asRole, objection });
      }
      case 3:
        return this.try(this.sometimes(objector), "withdrawObjection", { proposal: id });
      case 4:
        return this.try(this.sometimes(objector), "resolve", { proposal: id, version, content });
      case 5:
      case 6:
        return this.try(member, "confirm", {
          ...{ proposal: id, version, content },
          afterObjecting: hasObjected(proposal, member),
        });
      default:
        return this.try(this.person(), "enact", {
          proposal: id,
          changes,
          reasonsHash: reasonsHash(reasons),
          people: peopleOf(state, circle, changes),
        });
    }
  }

  private amend(state: Organisation, { id, circle, proposer }: Proposal): Promise<unknown> {
    return this.try(this.sometimes(proposer), "amend", {
      proposal: id,
      changes: this.changes(state, circle),
      reasons: REASONS,
      integrates: "something",
    });
  }

  private propose(state: Organisation): Promise<unknown> {
    const circle = this.role(state);
    const member = this.pick(state.roles.get(circle)?.members ?? []) ?? this.person();
    return this.try(member, "propose", {
      circle,
      asRole: this.roleOf(state, circle, member),
      slot: this.number(3),
      changes: this.changes(state, circle),
      reasons: this.once(6) ? REALITY : REASONS,
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
    if (this.once(4)) {
      const moved = this.move(state, circle, target, policy);
      if (moved !== undefined) return moved;
    }
    switch (this.number(8)) {
      case 0:
        return change({ kind: ChangeKind.AmendRole, target, revision, words: text });
      case 1:
        return change({ kind: ChangeKind.RemoveRole, target, revision });
      case 2:
        return change({
          kind: ChangeKind.AdoptPolicy,
          words: text,
          reviewAt: this.number(5),
          tags: this.tags(),
        });
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
        const meant = this.settings(state, circle);
        return change({ kind: ChangeKind.Configure, revision: own, settings: [meant] });
      }
      default:
    }
    const place = this.pick([0n, 0n, target, 1n]) ?? 0n;
    return change({ kind: ChangeKind.CreateRole, target: place, words: text });
  }

  private tags(): number {
    const kinds = [Tags.CONSTRAINT, Tags.GRANT, Tags.DOMAIN, Tags.DEFAULT];
    const kind = this.pick(kinds) ?? Tags.GRANT;
    if (this.once(2)) return kind;
    return kind === Tags.DEFAULT ? kind | Tags.INSIDE_TOO : kind | Tags.HERE_ALONE;
  }

  private settings(state: Organisation, circle: bigint): Settings {
    const isAnchor = circle === state.anchor;
    const inner = this.pick(state.roles.get(circle)?.inner ?? []) ?? 0n;
    const named = isAnchor && this.once(3) ? this.role(state) : 0n;
    const flags = Object.values(Flags).filter(() => this.once(4));
    return {
      window: !isAnchor && this.once(4) ? 0 : (3 + this.number(5)) * DAY,
      notice: !isAnchor && this.once(4) ? 0 : (1 + this.number(3)) * DAY,
      flags: flags.reduce((all, flag) => all | flag, 0),
      attention: this.number(3),
      quorum: this.number(2),
      reps: this.number(3),
      admission: named,
      assigner: named,
      appointer: !isAnchor && this.once(2) ? inner : 0n,
    };
  }

  /** A role or a policy that goes one level in or out; or a limit. */
  private move(
    state: Organisation,
    circle: bigint,
    target: bigint,
    policy: Policy | undefined,
  ): Change | undefined {
    const why = { ...words(""), text: "It belongs there", name: "" };
    const sibling = this.pick(state.roles.get(circle)?.inner ?? []) ?? 0n;
    const inside = state.roles.get(sibling);
    const out = this.pick(inside?.inner ?? []);
    switch (this.number(4)) {
      case 0: {
        const about = { target, revision: state.roles.get(target)?.revision ?? 1 };
        return change({ kind: ChangeKind.LimitRole, place: BigInt(this.number(3)), ...about });
      }
      case 1: {
        if (out === undefined) return undefined;
        const about = { target: out, revision: state.roles.get(out)?.revision ?? 1 };
        return change({ kind: ChangeKind.MoveRole, place: 0n, words: why, ...about });
      }
      case 2: {
        const held = state.policies.get(this.pick(inside?.policies ?? []) ?? 0n);
        const moved = held ?? policy;
        if (moved === undefined) return undefined;
        const place = held === undefined ? sibling : 0n;
        const about = { target: moved.id, revision: moved.revision };
        return change({ kind: ChangeKind.MovePolicy, place, words: why, ...about });
      }
      default: {
        const about = { target, revision: state.roles.get(target)?.revision ?? 1 };
        return change({ kind: ChangeKind.MoveRole, place: sibling, words: why, ...about });
      }
    }
  }

  private invitation(person: Address): Invitation {
    const kind = this.pick(Object.values(PartnerKind)) ?? PartnerKind.Person;
    const custodian = kind === PartnerKind.Agent ? this.person() : zeroAddress;
    return guest(person, kind, custodian);
  }

  private spend(state: Organisation): Promise<unknown> | undefined {
    const announcement = this.pick([...state.announcements.values()].slice(-4));
    const person = this.person();
    if (announcement === undefined || this.number(3) === 0) {
      const role = this.pick([...state.roles.values()].filter((it) => it.fillers.includes(person)));
      const payment = money({
        vault: state.vault,
        token: zeroAddress,
        payee: this.person(),
        amount: BigInt(this.number(300_000)),
      });
      const asRole = role?.id ?? this.role(state);
      const slot = this.number(3);
      return this.try(person, "announce", { asRole, slot, payment, policy: 0n, purpose: "bread" });
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
        return this.try(speaker, "escalate", {
          ...about,
          circle,
          asRole: role,
          path: [],
          reason: "dear",
        });
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
}
