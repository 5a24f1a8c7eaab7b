import { expect } from "chai";
import { network } from "hardhat";

import { adoptPolicy, amendPolicy, amendRules, join } from "../helpers/changes.ts";
import { nextId } from "../helpers/consent.ts";
import { Office } from "../helpers/office.ts";
import {
  enact,
  eventsOf,
  founded,
  represent,
  type Signer,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const TEXT = "Rule 3 says otherwise";
const NOTICE = 3n * DAY;

const Phase = {
  None: 0n,
  Asked: 1n,
  Ruled: 2n,
  Refused: 3n,
  Seconding: 4n,
  Struck: 5n,
  Appealed: 6n,
  Fallen: 7n,
  Done: 8n,
} as const;
const Reason = {
  OutsideAuthority: 0n,
  BreaksRules: 1n,
  NoValidOutput: 2n,
  WrongProcess: 3n,
} as const;

/** gil is secretary of Operations, ann of the anchor, ben its facilitator; Operations holds a policy. */
async function ruled() {
  const world = await founded(connection);
  const { anchor, operations, ann, ben, gil } = world;
  await install(world, operations, Office.Secretary, gil);
  await install(world, anchor, Office.Secretary, ann);
  await install(world, anchor, Office.Facilitator, ben);
  const [policy] = (await enact(world, operations, [adoptPolicy(0n, "Shifts")])) as [bigint];
  return { ...world, policy };
}

async function install(world: World, circle: bigint, office: bigint, person: Signer) {
  const until = (await now(connection)) + 300n * DAY;
  const { offices, hand } = world;
  await offices.connect(hand).install(circle, office, 0n, person, until, hand);
}

type Ruled = Awaited<ReturnType<typeof ruled>>;

async function ask(world: Ruled, by: Signer, circle: bigint, subject: bigint, revision = 1n) {
  const id = await nextId(world);
  await world.rulings.connect(by).askRuling(circle, subject, revision, TEXT);
  return id;
}

async function askStrike(
  world: Ruled,
  by: Signer,
  part: { circle?: bigint; subject?: bigint; revision?: bigint; path?: bigint[] } = {},
) {
  const { operations, policy } = world;
  const { circle = operations, subject = policy, revision = 1n, path = [] } = part;
  const id = await nextId(world);
  await world.rulings.connect(by).askStrike(circle, subject, revision, path, TEXT);
  return id;
}

const strike = ({ rulings }: World, by: Signer, id: bigint) =>
  rulings.connect(by).strike(id, Reason.BreaksRules, TEXT);

describe("rulings", () => {
  it("R-RUL-2 any partner asks the secretary of a circle, whose ruling binds", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, organisation, operations, policy, hal, gil, dora, zoe } = world;
    const id = await ask(world, hal, operations, policy);
    const stranger = rulings.connect(zoe).askRuling(operations, policy, 1n, TEXT);
    await refused(stranger, rulings, "NotAPartner", organisation, zoe);
    await refused(rulings.connect(dora).interpret(id, TEXT), rulings, "NotRuler", operations, dora);
    await refused(rulings.connect(gil).interpret(id, ""), rulings, "WrongLength", 0n);
    const told = await eventsOf(world, rulings.connect(gil).interpret(id, "All take turns"));
    expect(told.map(({ name, args }) => [name, args.rung, args.text])).to.deep.equal([
      ["Interpreted", operations, "All take turns"],
    ]);
    expect(await rulings.standsAsPrecedent(id)).to.equal(true);
    const twice = rulings.connect(gil).interpret(id, TEXT);
    await refused(twice, rulings, "WrongRulingPhase", id, Phase.Ruled);
  });

  it("R-RUL-2 until text or context changes", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, operations, anchor, policy, hal, gil, ann } = world;
    const about = await ask(world, hal, operations, policy);
    await rulings.connect(gil).interpret(about, TEXT);
    const rules = await ask(world, hal, anchor, 0n);
    expect(await rulings.standsAsPrecedent(rules)).to.equal(false);
    await rulings.connect(ann).interpret(rules, TEXT);
    expect(await rulings.standsAsPrecedent(rules)).to.equal(true);
    await enact(world, operations, [amendPolicy(policy, 1n, "Shifts")]);
    expect(await rulings.standsAsPrecedent(about)).to.equal(false);
    await enact(world, anchor, [amendRules(ethers.id("other rules"))]);
    expect(await rulings.standsAsPrecedent(rules)).to.equal(false);
    const stale = rulings.connect(hal).askRuling(operations, policy, 1n, TEXT);
    await refused(stale, rulings, "WrongMatter", policy, 1n);
    await ask(world, hal, operations, policy, 2n);
    await ask(world, hal, operations, operations);
  });

  it("R-RUL-4 is appealed to the secretary of the circle around, who may overrule, up to the anchor", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, operations, anchor, policy, hal, gil, ann, ben, cem, zoe, organisation } =
      world;
    const id = await ask(world, hal, operations, policy);
    const early = rulings.connect(cem).appealRuling(id, TEXT);
    await refused(early, rulings, "WrongRulingPhase", id, Phase.Asked);
    await rulings.connect(gil).interpret(id, TEXT);
    const stranger = rulings.connect(zoe).appealRuling(id, TEXT);
    await refused(stranger, rulings, "NotAPartner", organisation, zoe);
    await rulings.connect(cem).appealRuling(id, TEXT);
    expect((await rulings.matterAt(id)).rung).to.equal(anchor & 0xffff_ffffn);
    expect(await rulings.standsAsPrecedent(id)).to.equal(false);
    await refused(rulings.connect(gil).interpret(id, TEXT), rulings, "NotRuler", anchor, gil);
    await refused(rulings.connect(ben).interpret(id, TEXT), rulings, "NotRuler", anchor, ben);
    await rulings.connect(ann).interpret(id, "Not on Sundays");
    expect(await rulings.standsAsPrecedent(id)).to.equal(true);
    await refused(rulings.connect(cem).appealRuling(id, TEXT), rulings, "NoFurther", id);
  });

  it("R-RUL-5 nobody rules on what they asked, nor again on what they ruled", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, operations, anchor, policy, hal, gil, cem } = world;
    const own = await ask(world, gil, operations, policy);
    await refused(rulings.connect(gil).interpret(own, TEXT), rulings, "OwnRuling", own, gil);
    expect(await rulings.isBarred(own, gil)).to.equal(true);
    const id = await ask(world, hal, operations, policy);
    await rulings.connect(gil).interpret(id, TEXT);
    // The same person is secretary further out.
    await represent(world, operations, gil);
    await install(world, anchor, Office.Secretary, gil);
    await rulings.connect(cem).appealRuling(id, TEXT);
    await refused(rulings.connect(gil).interpret(id, TEXT), rulings, "OwnRuling", id, gil);
  });

  it("R-RUL-3 is about what is in force in the organisation, in a circle of it", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, circles, operations, policy, hal } = world;
    const byHal = rulings.connect(hal);
    const other = join(9n, policy & 0xffff_ffffn);
    for (const [subject, revision] of [
      [other, 1n],
      [policy, 2n],
      [policy, 0n],
      [policy + 99n, 1n],
      [0n, 2n],
    ] as const) {
      const asked = byHal.askRuling(operations, subject, revision, TEXT);
      await refused(asked, rulings, "WrongMatter", subject, revision);
    }
    await refused(byHal.askRuling(policy, policy, 1n, TEXT), circles, "UnknownRole", policy);
    await refused(byHal.askRuling(operations, policy, 1n, ""), rulings, "WrongLength", 0n);
  });
});

describe("strikes", () => {
  it("R-STR-1 any partner asks, in the circle that holds it or in one around it", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, organisation, anchor, operations, kitchen, policy, hal, zoe, finance } = world;
    const stranger = rulings.connect(zoe).askStrike(operations, policy, 1n, [], TEXT);
    await refused(stranger, rulings, "NotAPartner", organisation, zoe);
    await askStrike(world, hal);
    await askStrike(world, hal, { circle: anchor, path: [anchor] });
    await askStrike(world, hal, { subject: kitchen });
    for (const part of [
      { circle: anchor },
      { path: [anchor] },
      { circle: finance },
      { circle: anchor, path: [finance, anchor] },
      { circle: anchor, path: [anchor, anchor] },
      { subject: anchor, circle: anchor },
      { revision: 2n },
      { subject: 0n },
    ] as { circle?: bigint; subject?: bigint; revision?: bigint; path?: bigint[] }[]) {
      const { circle = operations, subject = policy, revision = 1n, path = [] } = part;
      const asked = rulings.connect(hal).askStrike(circle, subject, revision, path, TEXT);
      await refused(asked, rulings, "WrongMatter", subject, revision);
    }
  });

  it("R-STR-2 the secretary strikes what breaks a rule, with effect after notice, to the second", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, structure, operations, policy, hal, gil, dora, zoe } = world;
    const id = await askStrike(world, hal);
    await refused(strike(world, dora, id), rulings, "NotRuler", operations, dora);
    const told = await eventsOf(world, strike(world, gil, id));
    const { deadline } = await rulings.matterAt(id);
    expect(deadline - (await now(connection))).to.equal(NOTICE);
    // R-STR-3: what and why are in the history, told to everybody.
    expect(told.map(({ name, args }) => [name, args.reason, args.text])).to.deep.equal([
      ["StrikeRuled", Reason.BreaksRules, TEXT],
    ]);
    await nextAt(connection, deadline - 1n);
    await refused(rulings.connect(zoe).carryOut(id, []), rulings, "WrongRulingTime", id, deadline);
    await nextAt(connection, deadline);
    const done = await eventsOf(world, rulings.connect(zoe).carryOut(id, []));
    expect(done.map(({ name }) => name)).to.deep.equal(["StrikeCarriedOut", "PolicyRepealed"]);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
    const again = rulings.connect(zoe).carryOut(id, []);
    await refused(again, rulings, "WrongRulingPhase", id, Phase.Done);
  });

  it("R-STR-2 a role goes with the list of who fills it", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { circles, rulings, operations, kitchen, hal, gil, eve, fay } = world;
    const id = await askStrike(world, hal, { subject: kitchen });
    await strike(world, gil, id);
    await goTo(connection, (await rulings.matterAt(id)).deadline);
    await refused(rulings.carryOut(id, [eve]), circles, "WrongPeople", kitchen);
    await rulings.carryOut(id, [eve, fay]);
    expect(await circles.fills(kitchen, eve)).to.equal(false);
    expect((await circles.roleAt(operations)).inner).to.equal(1n);
  });

  it("R-STR-2 what was changed since is not struck", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, operations, policy, hal, gil } = world;
    const id = await askStrike(world, hal);
    await strike(world, gil, id);
    await enact(world, operations, [amendPolicy(policy, 1n, "Shifts, mended")]);
    await goTo(connection, (await rulings.matterAt(id)).deadline);
    await refused(rulings.carryOut(id, []), rulings, "WrongMatter", policy, 1n);
  });

  it("R-STR-2 a secretary who finds no rule broken refuses, and nothing is struck", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, operations, hal, gil, dora } = world;
    const id = await askStrike(world, hal);
    const byDora = rulings.connect(dora).refuseStrike(id, TEXT);
    await refused(byDora, rulings, "NotRuler", operations, dora);
    const asRuling = rulings.connect(gil).interpret(id, TEXT);
    await refused(asRuling, rulings, "WrongRulingPhase", id, Phase.Asked);
    await rulings.connect(gil).refuseStrike(id, TEXT);
    expect(await rulings.phaseOfRuling(id)).to.equal(Phase.Refused);
    await refused(strike(world, gil, id), rulings, "WrongRulingPhase", id, Phase.Refused);
    await refused(rulings.carryOut(id, []), rulings, "WrongRulingPhase", id, Phase.Refused);
  });

  it("R-STR-2 an appeal in time suspends it, and silence through its time overturns it", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, anchor, hal, gil, cem, ann, ben } = world;
    const id = await askStrike(world, hal);
    await strike(world, gil, id);
    const { deadline } = await rulings.matterAt(id);
    await nextAt(connection, deadline - 1n);
    await rulings.connect(cem).appealRuling(id, TEXT);
    const appealed = await rulings.matterAt(id);
    expect(appealed.rung).to.equal(anchor & 0xffff_ffffn);
    await goTo(connection, deadline + DAY);
    await refused(rulings.carryOut(id, []), rulings, "WrongRulingPhase", id, Phase.Appealed);
    const byBen = rulings.connect(ben).decideStrike(id, true, TEXT);
    await refused(byBen, rulings, "NotRuler", anchor, ben);
    await nextAt(connection, appealed.deadline);
    const late = rulings.connect(ann).decideStrike(id, true, TEXT);
    await refused(late, rulings, "WrongRulingTime", id, appealed.deadline);
    await goTo(connection, appealed.deadline + 1n);
    expect(await rulings.phaseOfRuling(id)).to.equal(Phase.Fallen);
    await refused(rulings.carryOut(id, []), rulings, "WrongRulingPhase", id, Phase.Appealed);
  });

  it("R-STR-2 an appeal too late is none", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, hal, gil, cem } = world;
    const id = await askStrike(world, hal);
    await strike(world, gil, id);
    const { deadline } = await rulings.matterAt(id);
    await nextAt(connection, deadline);
    const late = rulings.connect(cem).appealRuling(id, TEXT);
    await refused(late, rulings, "WrongRulingTime", id, deadline);
  });

  it("R-STR-2 upheld at the anchor it is carried out, overturned it never is", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, structure, policy, hal, gil, cem, ann } = world;
    for (const upheld of [false, true]) {
      const id = await askStrike(world, hal);
      await strike(world, gil, id);
      await rulings.connect(cem).appealRuling(id, TEXT);
      await rulings.connect(ann).decideStrike(id, upheld, TEXT);
      if (upheld) {
        await rulings.carryOut(id, []);
        expect((await structure.policyAt(policy)).revision).to.equal(0n);
      } else {
        expect(await rulings.phaseOfRuling(id)).to.equal(Phase.Fallen);
        await refused(rulings.carryOut(id, []), rulings, "WrongRulingPhase", id, Phase.Fallen);
      }
    }
  });

  it("R-STR-2 at the anchor it takes two persons: its secretary and its facilitator", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, anchor, hal, ann, ben, cem } = world;
    const [policy] = (await enact(world, anchor, [adoptPolicy(0n, "Bonus")])) as [bigint];
    const id = await askStrike(world, hal, { circle: anchor, subject: policy });
    await strike(world, ann, id);
    expect(await rulings.phaseOfRuling(id)).to.equal(Phase.Seconding);
    await refused(rulings.carryOut(id, []), rulings, "WrongRulingPhase", id, Phase.Seconding);
    await refused(rulings.connect(ann).secondStrike(id), rulings, "NotRuler", anchor, ann);
    // Nor as both: one who holds the two offices has judged it already.
    await install(world, anchor, Office.Facilitator, ann);
    await refused(rulings.connect(ann).secondStrike(id), rulings, "OwnRuling", id, ann);
    await install(world, anchor, Office.Facilitator, ben);
    await rulings.connect(ben).secondStrike(id);
    const appealed = rulings.connect(cem).appealRuling(id, TEXT);
    await refused(appealed, rulings, "NoFurther", id);
    await goTo(connection, (await rulings.matterAt(id)).deadline);
    await rulings.carryOut(id, []);
  });

  it("R-STR-1 whoever asked for it does not judge it", async () => {
    const world = await networkHelpers.loadFixture(ruled);
    const { rulings, gil } = world;
    const id = await askStrike(world, gil);
    await refused(strike(world, gil, id), rulings, "OwnRuling", id, gil);
    await refused(rulings.connect(gil).refuseStrike(id, TEXT), rulings, "OwnRuling", id, gil);
  });
});
