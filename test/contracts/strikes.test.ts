import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  amendRole,
  createRole,
  invites,
  linkRole,
  linkTerms,
  removeRole,
  role,
  Tag,
} from "../helpers/changes.ts";
import { Office } from "../helpers/office.ts";
import { enact, eventsOf, foundSmall, type World } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import {
  idOf,
  officered,
  Phase,
  RULE,
  type Ruled,
  requested,
  SAID,
  StrikeReason,
  strike,
} from "../helpers/rulings.ts";
import { DAY, goTo, nextAt } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const NOTICE = 3n * DAY;

const load = (): Promise<Ruled> => networkHelpers.loadFixture(fixture);
async function fixture(): Promise<Ruled> {
  return await officered(connection);
}

/** The same, and hal's request about the policy of Operations, which fay has struck. */
async function struck(): Promise<Ruled & { id: bigint; deadline: bigint }> {
  const world = await officered(connection);
  const id = await requested(world);
  await strike(world, world.fay, id);
  const { deadline } = await world.rulings.strikeAt(id);
  return { ...world, id, deadline };
}

function carryOut(world: World, id: bigint, people: unknown[] = []) {
  return world.rulings.connect(world.zoe).carryOutStrike(id, people);
}

/** Strikes something in Operations, and goes to when it is carried out. */
async function dueOf(world: Ruled, object: bigint): Promise<bigint> {
  const id = await requested(world, world.operations, object);
  await strike(world, world.fay, id);
  const { deadline } = await world.rulings.strikeAt(id);
  await goTo(connection, deadline);
  return id;
}

describe("strikes", () => {
  it("R-STR-2: is carried out also on what is linked, followed or invites", async () => {
    const world = await load();
    const { circles, structure, anchor, operations, finance, kitchen } = world;
    const { cem, eve, fay } = world;
    const link = async (circle: bigint, source: bigint, people: unknown[]) => {
      const terms = linkTerms({ source });
      const changes = [invites(circle, terms), linkRole(0n, 1n, terms)];
      return (await enact(world, circle, changes, people)) as [bigint, bigint];
    };
    const [policy, invited] = await link(operations, finance, [cem]);
    await carryOut(world, await dueOf(world, policy), [cem]);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
    expect((await circles.roleAt(invited)).depth).to.equal(0n);
    const [, linked] = await link(operations, finance, [cem]);
    await carryOut(world, await dueOf(world, linked), [cem]);
    expect((await circles.roleAt(linked)).depth).to.equal(0n);
    expect((await circles.roleAt(finance)).links).to.equal(0n);
    const [, follower] = await link(anchor, kitchen, [eve, fay]);
    await carryOut(world, await dueOf(world, kitchen), [eve, fay, eve, fay]);
    expect((await circles.roleAt(kitchen)).depth).to.equal(0n);
    expect((await circles.roleAt(follower)).depth).to.equal(0n);
  });

  it("R-STR-1: any partner asks, about a policy or a role in the circle or below, and nothing else", async () => {
    const world = await load();
    const { rulings, circles, organisation, anchor, operations, kitchen, finance, policy } = world;
    const { hal, zoe, ida } = world;
    for (const circle of [operations, anchor]) {
      const id = await requested(world, circle);
      const { phase, deadline, revision } = await rulings.strikeAt(id);
      expect([phase, deadline, revision]).to.deep.equal([Phase.Requested, 0n, 1n]);
    }
    await requested(world, operations, kitchen);
    await requested(world, anchor, kitchen);
    const asks = rulings.connect(hal);
    for (const [circle, object] of [
      [kitchen, kitchen],
      [finance, kitchen],
      [kitchen, policy],
      [anchor + 999n, policy],
    ] as const) {
      await refused(
        asks.requestStrike(circle, object, SAID),
        rulings,
        "OutOfReach",
        object,
        circle,
      );
    }
    const none = anchor + 999n;
    await refused(asks.requestStrike(anchor, none, SAID), rulings, "UnknownObject", none);
    await refused(asks.requestStrike(anchor, anchor, SAID), rulings, "UnknownObject", anchor);
    const other = await foundSmall(world, ida);
    const theirs = asks.requestStrike(anchor, other.all, SAID);
    await refused(theirs, rulings, "UnknownObject", other.all);
    await refused(asks.requestStrike(operations, policy, ""), rulings, "WrongLength", 0n);
    const call = rulings.connect(zoe).requestStrike(operations, policy, SAID);
    await refused(call, circles, "NotPartner", organisation, zoe);
  });

  it("R-STR-2: only the secretary rules, once, with a rule and a reason from the closed list", async () => {
    const world = await load();
    const { rulings, operations, fay, eve, ben, hal } = world;
    const id = await requested(world);
    for (const other of [eve, ben, hal]) {
      await refused(
        strike(world, other, id),
        rulings,
        "NotActing",
        operations,
        Office.Secretary,
        other,
      );
      await refused(rulings.connect(other).clearGovernance(id, SAID), rulings, "NotActing");
    }
    const strikes = rulings.connect(fay);
    await refused(strikes.strikeGovernance(id, 1n, "", SAID), rulings, "WrongLength", 0n);
    await refused(strikes.strikeGovernance(id, 1n, RULE, ""), rulings, "WrongLength", 0n);
    await refused(strikes.clearGovernance(id, ""), rulings, "WrongLength", 0n);
    await expect(strikes.strikeGovernance(id, 5n, RULE, SAID)).to.be.revert(connection.ethers);
    await strikes.clearGovernance(id, SAID);
    expect(await rulings.phaseAt(id)).to.equal(Phase.Cleared);
    await refused(strike(world, fay, id), rulings, "WrongStrikePhase", id, Phase.Cleared);
    await refused(carryOut(world, id), rulings, "WrongStrikePhase", id, Phase.Cleared);
    const own = await requested(world, operations, world.policy, fay);
    await refused(strike(world, fay, own), rulings, "OwnMatter", own, fay);
  });

  it("R-STR-3: a strike tells everybody what and why, and takes effect after the notice", async () => {
    const world = await load();
    const { rulings, structure, fay, policy } = world;
    const id = await requested(world);
    const [event] = await eventsOf(world, strike(world, fay, id));
    expect(event?.name).to.equal("GovernanceStruck");
    expect(event?.args.reason).to.equal(StrikeReason.NoAuthority);
    expect([event?.args.rule, event?.args.text]).to.deep.equal([RULE, SAID]);
    const deadline = event?.args.time + NOTICE;
    expect(event?.args.deadline).to.equal(deadline);
    await nextAt(connection, deadline - 1n);
    await refused(carryOut(world, id), rulings, "WrongStrikePhase", id, Phase.Struck);
    await nextAt(connection, deadline);
    const events = await eventsOf(world, carryOut(world, id));
    expect(events.map(({ name }) => name)).to.deep.equal(["StrikeCarriedOut", "PolicyRepealed"]);
    expect(events[1]?.subject).to.equal(policy);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
    await refused(carryOut(world, id), rulings, "WrongStrikePhase", id, Phase.Done);
  });

  it("R-STR-2: whoever fills a role does not save a policy in it by amending it", async () => {
    const world = await load();
    const { structure, leads, operations, kitchen, eve, fay } = world;
    const mine = adoptPolicy(0n, "My oven", 0n, Tag.Domain);
    const [adopted] = (await eventsOf(world, leads.connect(eve).publish(kitchen, [mine]))).slice(1);
    const policy = adopted?.subject ?? 0n;
    const id = await requested(world, operations, policy);
    await strike(world, fay, id);
    const again = amendPolicy(policy, 1n, "My oven", 0n, Tag.Domain);
    await leads.connect(eve).publish(kitchen, [again]);
    await goTo(connection, (await world.rulings.strikeAt(id)).deadline);
    await carryOut(world, id);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
  });

  it("R-STR-2: a role is removed with everybody in it; while it holds something, it is not", async () => {
    const world = await load();
    const { rulings, circles, operations, anchor, kitchen, garden, ben, fay, eve, gil } = world;
    const outer = await requested(world, anchor, operations);
    await strike(world, ben, outer);
    const inner = await requested(world, operations, kitchen);
    await strike(world, fay, inner);
    await goTo(connection, (await rulings.strikeAt(inner)).deadline);
    await refused(carryOut(world, outer, [world.dora]), circles, "NotEmpty", operations);
    await refused(carryOut(world, inner, [eve]), circles, "WrongPeople", kitchen);
    await refused(carryOut(world, inner, [eve, fay, gil]), circles, "WrongPeople", 0n);
    const events = await eventsOf(world, carryOut(world, inner, [eve, fay]));
    expect(events.map(({ name }) => name)).to.deep.equal(["StrikeCarriedOut", "RoleRemoved"]);
    expect((await circles.roleAt(kitchen)).revision).to.equal(0n);
    expect((await circles.roleAt(garden)).revision).to.equal(1n);
    await refused(carryOut(world, inner), rulings, "WrongStrikePhase");
  });

  it("R-STR-2: what governance has changed or removed meanwhile is not struck any more", async () => {
    const world = await networkHelpers.loadFixture(struck);
    const { rulings, circles, structure, operations, policy, kitchen, garden, id } = world;
    const { eve, fay, gil } = world;
    const ofRole = await requested(world, operations, kitchen);
    await strike(world, fay, ofRole);
    const ofGone = await requested(world, operations, garden);
    await strike(world, fay, ofGone);
    await enact(world, operations, [amendPolicy(policy, 1n, "Closed books")]);
    await enact(world, operations, [amendRole(kitchen, 1n, role("Cooks"))]);
    await enact(world, operations, [removeRole(garden)], [eve, gil]);
    await goTo(connection, (await rulings.strikeAt(ofGone)).deadline);
    await refused(carryOut(world, id), structure, "StaleRevision", policy, 1n, 2n);
    await refused(carryOut(world, ofRole, [eve, fay]), circles, "StaleRevision", kitchen, 1n, 2n);
    await refused(carryOut(world, ofGone), rulings, "UnknownObject", garden);
  });

  it("R-STR-2: an appeal within the notice stops it, and goes one circle further out", async () => {
    const world = await networkHelpers.loadFixture(struck);
    const { rulings, circles, organisation, anchor, gil, ben, fay, zoe, id, deadline } = world;
    const call = rulings.connect(zoe).appealStrike(id, SAID);
    await refused(call, circles, "NotPartner", organisation, zoe);
    await refused(rulings.connect(gil).appealStrike(id, ""), rulings, "WrongLength", 0n);
    await refused(rulings.connect(ben).decideStrike(id, true, SAID), rulings, "WrongStrikePhase");
    await nextAt(connection, deadline - 1n);
    await rulings.connect(gil).appealStrike(id, SAID);
    const { deadline: until, phase } = await rulings.strikeAt(id);
    expect([until, phase]).to.deep.equal([deadline - 1n + NOTICE, Phase.Contested]);
    await refused(rulings.connect(gil).appealStrike(id, SAID), rulings, "WrongStrikePhase");
    await refused(carryOut(world, id), rulings, "WrongStrikePhase", id, Phase.Contested);
    const inner = rulings.connect(fay).decideStrike(id, true, SAID);
    await refused(inner, rulings, "NotActing", anchor, Office.Secretary, fay);
    await refused(rulings.connect(ben).decideStrike(id, true, ""), rulings, "WrongLength", 0n);
    await nextAt(connection, until - 1n);
    await rulings.connect(ben).decideStrike(id, true, SAID);
    expect(await rulings.phaseAt(id)).to.equal(Phase.Due);
    await carryOut(world, id);
  });

  it("R-STR-2: an appeal that comes too late changes nothing", async () => {
    const { rulings, gil, id, deadline } = await networkHelpers.loadFixture(struck);
    await nextAt(connection, deadline);
    const late = rulings.connect(gil).appealStrike(id, SAID);
    await refused(late, rulings, "WrongStrikePhase", id, Phase.Due);
  });

  it("R-STR-2: a strike falls when it is overturned, and when nobody decides in time", async () => {
    const world = await networkHelpers.loadFixture(struck);
    const { rulings, operations, policy, fay, gil, ben, id } = world;
    await rulings.connect(gil).appealStrike(id, SAID);
    await rulings.connect(ben).decideStrike(id, false, SAID);
    expect(await rulings.phaseAt(id)).to.equal(Phase.Fallen);
    const next = await requested(world, operations, policy);
    await strike(world, fay, next);
    await rulings.connect(gil).appealStrike(next, SAID);
    const { deadline } = await rulings.strikeAt(next);
    await nextAt(connection, deadline);
    const late = rulings.connect(ben).decideStrike(next, true, SAID);
    await refused(late, rulings, "WrongStrikePhase", next, Phase.Fallen);
    for (const each of [id, next]) {
      await refused(carryOut(world, each), rulings, "WrongStrikePhase", each, Phase.Fallen);
    }
  });

  it("R-STR-2: of a strike of the anchor its facilitator decides; nobody about their own appeal or strike", async () => {
    const world = await load();
    const { rulings, anchor, ann, ben, fay } = world;
    const id = await requested(world, anchor);
    await strike(world, ben, id);
    await rulings.connect(ann).appealStrike(id, SAID);
    const secretary = rulings.connect(ben).decideStrike(id, true, SAID);
    await refused(secretary, rulings, "NotActing", anchor, Office.Facilitator, ben);
    await refused(rulings.connect(ann).decideStrike(id, true, SAID), rulings, "OwnMatter", id, ann);
    const next = await requested(world, anchor);
    await strike(world, ben, next);
    await rulings.connect(fay).appealStrike(next, SAID);
    await rulings.connect(ann).decideStrike(next, true, SAID);
    expect(await rulings.phaseAt(next)).to.equal(Phase.Due);
  });

  it("R-STR-1: the deepest circle that can be created is below the anchor", async () => {
    const world = await load();
    const { rulings, anchor, garden, eve, gil, hal } = world;
    let circle = garden;
    let leads: unknown[] = [eve, gil];
    // Garden stands on the third level.
    for (let depth = 4; depth <= 32; depth++) {
      [circle] = (await enact(world, circle, [createRole(0n, `Bed ${depth}`)], leads)) as [bigint];
      leads = [];
    }
    const [deep] = (await enact(world, circle, [adoptPolicy(0n, "Water daily")])) as [bigint];
    await requested(world, anchor, deep);
    const beside = rulings.connect(hal).requestStrike(world.kitchen, deep, SAID);
    await refused(beside, rulings, "OutOfReach", deep, world.kitchen);
  });

  it("R-STR-3 R-REC-1 R-REC-3: what was struck stays in the history, which says what was in force when", async () => {
    const world = await networkHelpers.loadFixture(struck);
    const { structure, policy, id, deadline } = world;
    await goTo(connection, deadline);
    const [, repealed] = await eventsOf(world, carryOut(world, id));
    expect([repealed?.name, repealed?.subject]).to.deep.equal(["PolicyRepealed", policy]);
    const before = { blockTag: (repealed?.log.blockNumber ?? 0) - 1 };
    expect((await structure.policyAt(policy, before)).revision).to.equal(1n);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
    const filter = structure.filters.PolicyAdopted?.(world.organisation, policy);
    const logs = await structure.queryFilter(filter as never);
    expect((logs[0] as unknown as { args: { words: { name: string } } }).args.words.name).to.equal(
      "Open books",
    );
  });

  it("R-STR-2 P2: without the bit for roles and policies nothing is carried out", async () => {
    const world = await load();
    const { rulings, consent, treasury, offices, hand, circles, ida } = world;
    const processes = [
      { process: consent, bits: 7n },
      { process: treasury, bits: 4n },
      { process: offices, bits: 12n },
      { process: hand, bits: 31n },
      { process: rulings, bits: 4n },
    ];
    const other = await foundSmall(world, ida, { processes });
    const until = 10n ** 10n;
    await offices.connect(hand).install(other.anchor, Office.Secretary, 0n, ida, until, hand);
    await world.partners
      .connect(hand)
      .agree(other.organisation, await circles.ruleHashOf(other.organisation), []);
    const request = rulings.connect(hand).requestStrike(other.anchor, other.all, SAID);
    const id = await idOf(world, request);
    await strike(world, ida, id);
    await goTo(connection, (await rulings.strikeAt(id)).deadline);
    await refused(
      carryOut(world, id, [ida]),
      circles,
      "NotProcess",
      other.organisation,
      rulings,
      5n,
    );
  });
});
