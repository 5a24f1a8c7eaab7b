import type { Address } from "viem";
import { zeroAddress } from "viem";

import type { ActData, ActName } from "#sdk/acts/acts.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { Tie } from "#sdk/chronicle/elections.ts";
import type { Change } from "#sdk/chronicle/events.ts";
import { DiscardReason, DropReason, RemarkKind } from "#sdk/chronicle/judgements.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { settingsIn } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { Flags } from "#sdk/flags.ts";
import { Bakery, REASONS, RULE_BROKEN, RULES } from "./bakery.ts";
import { install, nominateAll, open } from "./chances/elections.ts";
import type { World } from "./world.ts";
import { change, DAY, guest, words } from "./world.ts";

const ARGUED = { harm: "harm", limits: "limits", cause: "cause", certainty: "so", rule: "" };
const WHY = { name: "", text: "It belongs there", domains: [], accountabilities: [] };

/** An organisation whose offices are held: elections, judgements, meetings and moves have happened to it. */
export class Orchard {
  readonly bakery: Bakery;
  readonly world: World;
  readonly anna: Address;
  readonly ben: Address;
  readonly cleo: Address;
  readonly dan: Address;
  readonly eve: Address;
  readonly fred: Address;
  readonly gina: Address;
  readonly anchor: bigint = (1n << 32n) | 1n;
  /** Two roles of the anchor, and one in Operations. */
  operations = 0n;
  secretary = 0n;
  oven = 0n;

  private constructor(bakery: Bakery) {
    this.bakery = bakery;
    this.world = bakery.world;
    [this.anna, this.ben, this.cleo, this.dan, this.eve, this.fred, this.gina] = bakery.world
      .people as [Address, Address, Address, Address, Address, Address, Address];
  }

  /** Everything that can happen has. */
  static async busy(): Promise<Orchard> {
    const orchard = new Orchard(await Bakery.open());
    await orchard.grow();
    await orchard.elect();
    await orchard.judgeAtAnchor();
    await orchard.judgeInside();
    await orchard.meet();
    await orchard.move();
    await orchard.resign();
    return orchard;
  }

  /** More people, a limit on who speaks, and a circle inside. */
  private async grow(): Promise<void> {
    const { anna, ben, cleo, dan, eve, fred, gina } = this;
    [this.operations, this.secretary] = await this.bakery.roles();
    const { operations, secretary } = this;
    for (const person of [dan, eve, fred, gina]) {
      await this.act(cleo, "invite", { organisation: 1, invitation: guest(person) });
      await this.act(person, "agree", { organisation: 1, ruleHash: RULES, offers: [] });
    }
    await this.assign(cleo, secretary, dan);
    await this.decide(this.anchor, anna, operations, [
      change({ kind: ChangeKind.CreateRole, target: operations, words: words("Oven") }),
      change({ kind: ChangeKind.LimitRole, target: operations, place: 2n, revision: 1 }),
      change({ kind: ChangeKind.CreateRole, words: words("Shop") }),
      change({ kind: ChangeKind.AdoptPolicy, words: words("Open books") }),
    ]);
    const { state } = await this.read();
    this.oven = state.roles.get(operations)?.inner[0] ?? 0n;
    await this.assign(cleo, operations, eve);
    await this.assign(cleo, secretary, ben);
    await this.act(ben, "resign", { role: operations });
    await this.act(eve, "takeVoice", { role: operations });
    await this.assign(anna, this.oven, fred);
    await this.assign(anna, this.oven, gina);
  }

  /** Officers of both circles, a representative; and an election in which everything happens. */
  private async elect(): Promise<void> {
    const { anna, ben, cleo, dan, eve, fred, operations } = this;
    await install(this, this.anchor, cleo);
    await install(this, this.anchor, dan, { office: Office.Secretary });
    await install(this, operations, eve);
    await install(this, operations, fred, { office: Office.Secretary });
    await install(this, operations, fred, { office: Office.Rep });

    // Two have two nominations each, the fifth and the sixth are for others: who nominated neither chooses.
    const subject = { circle: this.anchor, role: 0n, office: Office.Secretary, index: 0 };
    const election = await open(this, { ...subject, replaced: zeroAddress }, Tie.Choosers);
    const choices = new Map([
      [anna, ben],
      [cleo, ben],
      [dan, dan],
      [ben, dan],
      [eve, eve],
      [fred, fred],
    ]);
    await nominateAll(this, election, (voter) => choices.get(voter) ?? dan);
    const candidates = [ben, dan, eve, fred].toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    await this.act(anna, "countNominations", { election, candidates });
    await this.act(eve, "chooseNominee", { election, nominee: ben });
    await this.act(fred, "chooseNominee", { election, nominee: ben });
    await this.act(anna, "countNominations", { election, candidates: [ben, dan] });
    await this.act(anna, "objectToCandidate", { election, reason: "Too busy" });
    await this.act(anna, "withdrawCandidateObjection", { election });
    await this.act(eve, "objectToCandidate", { election, reason: "Too busy" });
    await this.act(cleo, "discardCandidate", { election, reason: "Argued well" });
    await this.act(anna, "countNominations", { election, candidates: [dan] });
    await this.act(dan, "declareWillingness", { election, willing: false });
    await this.act(anna, "countNominations", { election, candidates: [] });
    await this.act(cleo, "nameSurrogate", {
      circle: this.anchor,
      office: Office.Facilitator,
      person: ben,
    });
  }

  /** At the anchor a judgement needs a second person. */
  private async judgeAtAnchor(): Promise<void> {
    const { anna, ben, cleo, dan, operations, secretary } = this;
    const proposal = await this.propose(anna, operations);
    const about = { proposal, objector: ben };
    await this.act(ben, "object", {
      ...{ proposal, version: 1, asRole: secretary },
      objection: RULE_BROKEN,
    });
    await this.act(dan, "remark", {
      ...{ proposal, about: zeroAddress, kind: RemarkKind.Question, text: "Why now?" },
    });
    await this.act(dan, "requestTest", about);
    await this.act(cleo, "upholdObjection", { ...about, text: "All is there" });
    await this.act(dan, "ruleViolation", { ...about, violates: false, text: "It does not" });
    const judged = { ...about, reason: DiscardReason.NoViolation, text: "As ruled" };
    await this.act(cleo, "discardObjection", judged);
    await this.act(dan, "secondJudgement", { proposal, about: ben });
    await this.world.wait(4 * DAY);
    await this.act(anna, "settleJudgement", { proposal, about: ben });

    const reason = DropReason.NoTension;
    const { facilitation } = this.world.contracts;
    const matter = { process: facilitation, matter: proposal, circle: this.anchor };
    await this.act(ben, "standIn", { ...matter, office: Office.Facilitator });
    await this.act(anna, "requestMeeting", { proposal, text: "Let us talk" });
    await this.world.wait(4 * DAY);
    await this.act(ben, "dropProposal", { proposal, reason, text: "It names none" });
    await this.act(dan, "secondJudgement", { proposal, about: zeroAddress });
    await this.act(anna, "appeal", { proposal, about: zeroAddress, text: "It does" });
    await this.world.wait(4 * DAY);
    // Nobody has decided in time: it is overturned.
    await this.act(this.gina, "settleJudgement", { proposal, about: zeroAddress });
    await this.act(anna, "withdraw", { proposal });
  }

  /** Further in, an appeal goes one circle out. */
  private async judgeInside(): Promise<void> {
    const { anna, dan, eve, fred, gina, operations, oven } = this;
    const circle = operations;
    const proposal = await this.propose(anna, operations, { circle });
    const about = { proposal, about: gina };
    await this.act(gina, "object", {
      ...{ proposal, version: 1, asRole: oven },
      objection: ARGUED,
    });
    const judged = { proposal, objector: gina, reason: DiscardReason.NoHarm, text: "None" };
    await this.act(eve, "discardObjection", judged);
    await this.act(gina, "appeal", { ...about, text: "There is" });
    await this.act(fred, "decideAppeal", { ...about, upheld: true, text: "There is none" });
    await this.act(gina, "appeal", { ...about, text: "Still" });
    await this.act(dan, "decideAppeal", { ...about, upheld: true, text: "There is none" });
    await this.act(anna, "settleJudgement", about);

    const whole = { proposal, about: zeroAddress };
    const dropped = { proposal, reason: DropReason.NoExample, text: "None" };
    await this.act(eve, "dropProposal", dropped);
    await this.act(anna, "appeal", { ...whole, text: "There is" });
    await this.act(fred, "decideAppeal", { ...whole, upheld: false, text: "There is" });
    await this.act(anna, "amend", {
      ...{ proposal, changes: [oneMore()], reasons: REASONS, integrates: "" },
    });
    await this.act(eve, "dropProposal", { ...dropped, text: "Still none" });
    await this.world.wait(4 * DAY);
    await this.act(anna, "settleJudgement", whole);
  }

  private async meet(): Promise<void> {
    const { anna, ben, cleo, dan, eve, fred, gina, operations } = this;
    const { anchor: circle } = this;
    const proposal = await this.propose(anna, operations);
    const limits = [proposal];
    await this.act(eve, "requestSpecialMeeting", { circle, purpose: "The ovens", limits });
    const requested = [...(await this.read()).state.specialRequests.keys()].at(-1) ?? 0n;
    await this.schedule({ requested: 0n, limits: [] });
    const off = await this.lastMeeting();
    await this.act(dan, "cancelMeeting", { meeting: off });
    const startsAt = await this.schedule({ requested, limits });
    const meeting = await this.lastMeeting();
    await this.world.wait(startsAt - (await this.world.now()) + 1);
    for (const person of [anna, ben, cleo, dan, fred])
      await this.act(person, "checkIn", { meeting });
    const brought = { meeting, inner: operations, guest: gina, tension: "Rain" };
    await this.act(fred, "bringGuest", brought);
    await this.act(gina, "addItem", { meeting, label: "Roof", proposal: 0n });
    await this.act(anna, "addItem", { meeting, label: "Oven", proposal });
    const item = [...(await this.read()).state.items.keys()].at(-1) ?? 0n;
    const steps = [ItemStep.Presenting, ItemStep.Clarifying, ItemStep.Reacting, ItemStep.Amending];
    for (const step of steps) await this.act(cleo, "takeStep", { item, step });
    await this.act(anna, "sayInMeeting", { item, text: "Nothing to add" });
    await this.act(cleo, "takeStep", { item, step: ItemStep.Objecting });
    const { content } = await this.bakery.content(proposal);
    const round = { item, proposal, content };
    for (const person of [ben, cleo, dan, fred]) await this.act(person, "confirmInMeeting", round);
    await this.act(ben, "checkOut", { meeting });
    await this.act(gina, "checkOut", { meeting });
    await this.act(cleo, "adoptInMeeting", { item, proposal });
    await this.bakery.enact(anna, proposal);
    await this.act(dan, "extendMeeting", { meeting, extendedTo: startsAt + 2 * DAY });
    await this.act(anna, "refuseExtension", { meeting });
  }

  /** A policy and a filled role go one level in. */
  private async move(): Promise<void> {
    const { anna, cleo, gina, operations } = this;
    const { state } = await this.read();
    const shop = state.roles.get(this.anchor)?.inner[2] ?? 0n;
    const [policy] = state.policies.keys();
    await this.assign(cleo, shop, gina);
    await this.world.wait(5 * DAY);
    await this.decide(this.anchor, anna, operations, [
      change({
        ...{ kind: ChangeKind.MoveRole, target: shop, place: operations, revision: 1, words: WHY },
      }),
      change({
        ...{ kind: ChangeKind.MovePolicy, target: policy ?? 0n, place: operations, revision: 1 },
        words: WHY,
      }),
    ]);
  }

  private async resign(): Promise<void> {
    const { anna, cleo, fred, operations } = this;
    const until = (await this.world.now()) + 30 * DAY;
    await this.act(anna, "permit", { role: operations, person: cleo, until });
    await this.act(anna, "endPermission", { role: operations, person: cleo });
    await this.act(anna, "permit", { role: operations, person: cleo, until });
    await this.act(fred, "resignOffice", { circle: operations, office: Office.Rep, index: 0 });
  }

  /** Whoever was offered a role is elected to it: the offer is used up. */
  async electToRole(): Promise<void> {
    const { anna, fred, cleo, operations, secretary: role } = this;
    const { state } = await this.read();
    const settings = settingsIn(state, this.anchor);
    const elective = { ...settings, flags: settings.flags | Flags.ELECTIVE };
    const { revision = 0 } = state.settings.get(this.anchor) ?? {};
    await this.decide(this.anchor, anna, operations, [
      change({ kind: ChangeKind.Configure, revision, settings: [elective] }),
    ]);
    await this.act(cleo, "offer", { role, person: fred });
    await install(this, this.anchor, fred, { role });
  }

  private async schedule(how: { requested: bigint; limits: readonly bigint[] }): Promise<number> {
    const startsAt = (await this.world.now()) + 3 * DAY + 600;
    const times = { startsAt, endsAt: startsAt + DAY };
    const { anchor: circle } = this;
    await this.act(this.dan, "scheduleMeeting", { circle, purpose: "", ...times, ...how });
    return startsAt;
  }

  private async lastMeeting(): Promise<bigint> {
    return [...(await this.read()).state.meetings.keys()].at(-1) ?? 0n;
  }

  private async propose(
    by: Address,
    asRole: bigint,
    { circle = this.anchor, changes = [oneMore()] as readonly Change[] } = {},
  ): Promise<bigint> {
    return await this.bakery.proposeIn(circle, by, asRole, changes);
  }

  /** Proposes, lets the window pass, and enacts. */
  private async decide(
    circle: bigint,
    by: Address,
    asRole: bigint,
    changes: readonly Change[],
  ): Promise<void> {
    const proposal = await this.propose(by, asRole, { circle, changes });
    await this.world.wait(6 * DAY);
    await this.bakery.enact(by, proposal);
  }

  private async assign(by: Address, role: bigint, person: Address): Promise<void> {
    await this.act(by, "offer", { role, person });
    await this.act(person, "accept", { role });
  }

  act<name extends ActName>(from: Address, name: name, data: ActData<name>) {
    return this.bakery.act(from, name, data);
  }

  read(): Promise<Reading> {
    return this.bakery.read();
  }
}

function oneMore(): Change {
  return change({ kind: ChangeKind.CreateRole, words: words("One more") });
}
