import type { Address, Hex } from "viem";
import { keccak256, stringToHex, zeroAddress } from "viem";

import type { ActDefinition } from "#sdk/acts/act.ts";
import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ACTS } from "#sdk/acts/acts.ts";
import { reasonsHash } from "#sdk/acts/content.ts";
import { money } from "#sdk/acts/money.ts";
import { peopleOf } from "#sdk/acts/people.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Change, EventName } from "#sdk/chronicle/events.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { currentVersion, idOf } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { read } from "#sdk/chronicle/read.ts";
import { ALL_ARTICLES } from "#sdk/flags.ts";
import type { World } from "./world.ts";
import { change, createWorld, DAY, guest, processesOf, settings, words } from "./world.ts";

export const RULES = keccak256(stringToHex("the rules"));
export const SALT = keccak256(stringToHex("bakery"));
export const REASONS = { tension: "tension", example: "example", explanation: "explanation" };
export const RULE_BROKEN = { harm: "", limits: "", cause: "", certainty: "", rule: "a rule" };

/** The events of the record and of the objection round that happen here, and not to the orchard. */
export const SEEN_HERE: readonly EventName[] = [
  "OfferWithdrawn",
  "Inscribed",
  "PolicyRepealed",
  "RoleRemoved",
  "Confirmed",
  "ObjectionWithdrawn",
  "Resolved",
];

/** The events that happen to the assembly alone. */
export const SEEN_THERE: readonly EventName[] = [
  "AmendmentSigned",
  "RatifierSucceeded",
  "RulesAmended",
  "Expelled",
  "ProcessSet",
  "TreasurySet",
  "VaultOpened",
  "VaultInherited",
  "RoleLinked",
  "RoleUnlinked",
  "Added",
  "Drawn",
  "PassedOn",
  "GrantEnded",
];

/** An organisation on a chain of its own, to which each kind of event has happened. */
export class Bakery {
  readonly world: World;
  readonly anna: Address;
  readonly ben: Address;
  readonly cleo: Address;

  constructor(world: World) {
    this.world = world;
    [this.anna, this.ben, this.cleo] = world.people as [Address, Address, Address];
  }

  /** Founded, and nothing more. */
  static async found(): Promise<Bakery> {
    const bakery = new Bakery(await createWorld());
    const { contracts } = bakery.world;
    await bakery.act(bakery.anna, "found", {
      words: words("Bakery"),
      ruleHash: RULES,
      articles: ALL_ARTICLES,
      settings: settings(),
      ratifiers: [bakery.anna],
      processes: processesOf(contracts),
      treasury: contracts.treasury,
      salt: SALT,
    });
    return bakery;
  }

  /** Anna and Ben fill Operations, Cleo fills Secretary; the secretary admits and assigns. Founding is over. */
  static async open(): Promise<Bakery> {
    const bakery = await Bakery.found();
    const { anna, ben, cleo } = bakery;
    await bakery.act(anna, "write", {
      organisation: 1,
      afterNumber: 1,
      changes: [
        change({ kind: ChangeKind.CreateRole, words: words("Operations") }),
        change({ kind: ChangeKind.CreateRole, words: words("Secretary") }),
        change({
          kind: ChangeKind.Configure,
          revision: 1,
          settings: [settings({ window: 4 * DAY, admission: 2n, assigner: 2n })],
        }),
      ],
      people: [],
      invited: [guest(anna), guest(ben), guest(cleo)],
      offers: [
        { role: 1n, person: anna },
        { role: 1n, person: ben },
        { role: 2n, person: cleo },
      ],
    });
    const [operations, secretary] = await bakery.roles();
    await bakery.agree(anna, operations);
    await bakery.agree(ben, operations);
    await bakery.agree(cleo, secretary);
    const { founding } = (await bakery.read()).state;
    await bakery.act(anna, "ratify", { organisation: 1, number: founding.lastWrite });
    await bakery.act(anna, "deployVault", { founder: anna, salt: SALT });
    await bakery.world.act(anna, { to: (await bakery.read()).state.vault, data: "0x", value: 10n });
    return bakery;
  }

  /** Everything that can happen has. */
  static async busy(): Promise<Bakery> {
    const bakery = await Bakery.open();
    await bakery.assign();
    await bakery.govern();
    await bakery.spend();
    return bakery;
  }

  private async assign(): Promise<void> {
    const { anna, ben, cleo } = this;
    const [operations, secretary] = await this.roles();
    await this.act(cleo, "offer", { role: secretary, person: anna });
    await this.act(anna, "withdrawOffer", { role: secretary, person: anna });
    await this.act(ben, "declareOpenness", { organisation: 1, open: true });
    await this.act(cleo, "offer", { role: secretary, person: ben });
    await this.act(ben, "resign", { role: operations });
    const [, , , dan] = this.world.people as [Address, Address, Address, Address];
    await this.act(cleo, "invite", { organisation: 1, invitation: guest(dan) });
    await this.act(dan, "agree", { organisation: 1, ruleHash: RULES, offers: [] });
    await this.act(dan, "leaveOrganisation", { organisation: 1, roles: [] });
  }

  private async govern(): Promise<void> {
    const { anna, ben, cleo } = this;
    const [operations, secretary] = await this.roles();
    const oven = change({ kind: ChangeKind.CreateRole, target: operations, words: words("Oven") });
    const policy = change({ kind: ChangeKind.AdoptPolicy, words: words("Open books") });
    const first = await this.propose(anna, operations, [oven]);
    await this.world.wait(4 * DAY);
    await this.world.wait(5 * DAY);
    await this.enact(anna, first);

    const second = await this.propose(anna, operations, [policy]);
    await this.act(cleo, "confirm", await this.content(second));
    const spoken = { proposal: second, asRole: secretary, objection: RULE_BROKEN };
    await this.act(cleo, "object", { ...spoken, version: 1 });
    await this.act(ben, "object", { ...spoken, version: 1 });
    await this.act(ben, "withdrawObjection", { proposal: second });
    await this.act(anna, "amend", {
      proposal: second,
      changes: [
        policy,
        change({
          kind: ChangeKind.AmendRole,
          target: secretary,
          revision: 1,
          words: words("Scribe"),
        }),
      ],
      reasons: REASONS,
      integrates: "the rule",
    });
    await this.act(cleo, "resolve", await this.content(second));
    await this.act(ben, "confirm", await this.content(second));
    await this.world.wait(5 * DAY);
    await this.enact(ben, second);

    const { state } = await this.read();
    const [adopted] = state.policies.keys();
    const inner = state.roles.get(operations)?.inner[0] ?? 0n;
    await this.act(anna, "withdraw", { proposal: await this.propose(anna, operations, [policy]) });
    const repeal = change({ kind: ChangeKind.RepealPolicy, target: adopted ?? 0n, revision: 1 });
    await this.world.wait(5 * DAY);
    const third = await this.propose(anna, operations, [repeal]);
    await this.act(ben, "confirm", await this.content(third));
    await this.act(cleo, "confirm", await this.content(third));
    await this.enact(cleo, third);

    await this.act(anna, "offer", { role: inner, person: cleo });
    await this.act(cleo, "accept", { role: inner });
    await this.act(anna, "revoke", { role: inner, person: cleo });
    await this.act(anna, "offer", { role: inner, person: ben });
    const remove = change({ kind: ChangeKind.RemoveRole, target: inner, revision: 1 });
    await this.world.wait(6 * DAY);
    const fourth = await this.proposeIn(operations, anna, operations, [remove]);
    await this.act(ben, "confirm", await this.content(fourth));
    await this.enact(cleo, fourth);
  }

  private async spend(): Promise<void> {
    const { anna, ben, cleo } = this;
    const [operations, secretary] = await this.roles();
    const { state } = await this.read();
    const payment = money({ vault: state.vault, token: zeroAddress, payee: cleo, amount: 4n });
    const announce = async (slot: number) => {
      await this.act(anna, "announce", {
        asRole: operations,
        slot,
        payment,
        policy: 0n,
        purpose: "flour",
      });
      const about = (await this.read()).state.head.number;
      return { announcement: idOf(1, about), announcer: anna, payment };
    };
    const first = await announce(0);
    const spoken = { circle: state.anchor, asRole: secretary, path: [], reason: "dear" };
    await this.act(ben, "escalate", { ...first, ...spoken });
    await this.act(cleo, "escalate", { ...first, ...spoken });
    await this.act(ben, "reverse", { ...first, escalator: ben });
    await this.act(cleo, "reverse", { ...first, escalator: cleo });
    await this.world.wait(5 * DAY);
    await this.act(anna, "pay", first);
    await this.act(anna, "revokeAnnouncement", await announce(0));
    const third = await announce(1);
    await this.world.wait(40 * DAY);
    await this.act(cleo, "lapse", third);
  }

  /** The ids of Operations and Secretary. */
  async roles(): Promise<readonly [bigint, bigint]> {
    const { state } = await this.read();
    const [operations, secretary] = state.roles.get(state.anchor)?.inner ?? [];
    return [operations ?? 0n, secretary ?? 0n];
  }

  propose(person: Address, asRole: bigint, changes: readonly Change[]): Promise<bigint> {
    return this.proposeIn(idOf(1, 1), person, asRole, changes);
  }

  async proposeIn(
    circle: bigint,
    person: Address,
    asRole: bigint,
    changes: readonly Change[],
  ): Promise<bigint> {
    await this.act(person, "propose", { circle, asRole, slot: 0, changes, reasons: REASONS });
    const { state } = await this.read();
    return [...state.proposals.keys()].at(-1) ?? 0n;
  }

  async content(proposal: bigint) {
    const { state } = await this.read();
    const version = currentVersion(this.proposal(state, proposal));
    return { proposal, version: version.version, content: version.contentHash };
  }

  async enact(person: Address, id: bigint): Promise<void> {
    const { state } = await this.read();
    const proposal = this.proposal(state, id);
    const { changes, reasons } = currentVersion(proposal);
    await this.act(person, "enact", {
      proposal: id,
      changes,
      reasonsHash: reasonsHash(reasons),
      people: peopleOf(state, proposal.circle, changes),
    });
  }

  private proposal(state: Organisation, id: bigint) {
    const proposal = state.proposals.get(id);
    if (proposal === undefined) throw new Error(`There is no proposal ${id}.`);
    return proposal;
  }

  private agree(person: Address, role: bigint): Promise<Hex> {
    return this.act(person, "agree", { organisation: 1, ruleHash: RULES, offers: [role] });
  }

  act<name extends ActName>(from: Address, name: name, data: ActData<name>): Promise<Hex> {
    return this.world.act(from, this.call(name, data));
  }

  call<name extends ActName>(name: name, data: ActData<name>) {
    const act = ACTS[name] as unknown as ActDefinition<ActData<name>>;
    return act.call(data, this.world.contracts);
  }

  read(): Promise<Reading> {
    const { client, contracts, startBlock } = this.world;
    return read({ client, circles: contracts.circles, organisation: 1, startBlock });
  }
}
