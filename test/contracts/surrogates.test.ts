import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, invitation, PartnerKind } from "../helpers/changes.ts";
import {
  count,
  install,
  NOTICE,
  nominateAll,
  opened,
  proposedPerson,
  Rank,
} from "../helpers/elections.ts";
import { Office } from "../helpers/office.ts";
import {
  enact,
  eventsOf,
  founded,
  RECORD,
  RULES,
  represent,
  type Signer,
  seat,
  type World,
  welcome,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NOBODY = ethers.ZeroAddress;
/** A matter that nobody asks about. */
const MATTER = (1n << 32n) | 77n;

const { Facilitator, Secretary, Rep } = Office;

/** Operations with eve as facilitator and fay as secretary; hal is a partner whom eve named. */
async function officed(): Promise<World> {
  const world = await founded(connection);
  await install(world, world.operations, Facilitator, world.eve);
  await install(world, world.operations, Secretary, world.fay);
  await world.offices.connect(world.eve).nameSurrogate(world.operations, Facilitator, world.hal);
  return world;
}

function declare(world: World, by: Signer, office: bigint = Facilitator, matter = MATTER) {
  return world.offices.connect(by).standIn(world.elections, matter, world.operations, office);
}

async function acts(world: World, person: Signer, office: bigint = Facilitator, matter = MATTER) {
  const { offices, elections, operations } = world;
  return await offices.mayAct(elections, matter, operations, office, person);
}

describe("standing in for an office", () => {
  it("R-ELE-12 comes in order: who was named, the other office, a lead, a member, nobody else", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, operations, dora, eve, fay, gil, hal, ann, cem, ida, zoe } = world;
    const rank = (office: bigint, person: Signer) => offices.rankOf(operations, office, person);
    for (const [person, facilitator, secretary] of [
      [hal, Rank.Named, Rank.None],
      [eve, Rank.None, Rank.Counterpart],
      [fay, Rank.Counterpart, Rank.None],
      [dora, Rank.Lead, Rank.Lead],
      [gil, Rank.Member, Rank.Member],
      [ann, Rank.None, Rank.None],
      [cem, Rank.None, Rank.None],
      [ida, Rank.None, Rank.None],
      [zoe, Rank.None, Rank.None],
    ] as const) {
      expect(await rank(Facilitator, person)).to.equal(facilitator);
      expect(await rank(Secretary, person)).to.equal(secretary);
      expect(await rank(Rep, person)).to.equal(Rank.None);
    }
    expect(await offices.rankOf(operations, Facilitator, NOBODY)).to.equal(Rank.None);
    // Who comes in two places comes in the earlier one.
    await offices.connect(eve).nameSurrogate(operations, Facilitator, gil);
    expect(await rank(Facilitator, gil)).to.equal(Rank.Named);
    expect(await rank(Facilitator, hal)).to.equal(Rank.None);
    await offices.connect(eve).nameSurrogate(operations, Facilitator, fay);
    expect(await rank(Facilitator, fay)).to.equal(Rank.Named);
    // Representatives of the circles inside are members.
    await seat(world, dora, world.kitchen, hal);
    const lines = [createRole(world.garden, "Beds")];
    const [beds] = (await enact(world, operations, lines, [eve, gil])) as [bigint];
    await seat(world, gil, beds, ann);
    await represent(world, world.garden, ann);
    expect(await rank(Facilitator, ann)).to.equal(Rank.Member);
  });

  it("R-ELE-12 holds where nobody holds the office", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, operations, anchor, dora, gil, hal } = world;
    for (const [person, rank] of [
      [dora, Rank.Lead],
      [gil, Rank.Member],
      [hal, Rank.None],
    ] as const) {
      expect(await offices.rankOf(operations, Facilitator, person)).to.equal(rank);
    }
    // The anchor has no lead.
    expect(await offices.rankOf(anchor, Facilitator, dora)).to.equal(Rank.Member);
    await refused(declare(world, hal), offices, "OutOfOrder", operations, hal, Rank.None);
    await declare(world, gil);
    expect(
      (await offices.standInOf(world.elections, MATTER, operations, Facilitator)).rank,
    ).to.equal(Rank.Member);
  });

  it("R-ELE-12 has effect after the circle's notice, to the second, and is told", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, elections, operations, gil } = world;
    await enact(world, operations, [configure(0n, 0n, { notice: 2n * DAY })]);
    const time = (await now(connection)) + 50n;
    await nextAt(connection, time);
    const told = await eventsOf(world, declare(world, gil));
    const from = time + 2n * DAY;
    const said = told.map(({ name, subject, args }) => [
      ...[name, subject, args[3]],
      ...[...args].slice(5),
    ]);
    expect(said).to.deep.equal([
      [
        ...["StandInDeclared", operations, gil.address],
        ...[Facilitator, await elections.getAddress(), MATTER, Rank.Member, from],
      ],
    ]);
    const stored = await offices.standInOf(elections, MATTER, operations, Facilitator);
    expect([...stored]).to.deep.equal([gil.address, from, Rank.Member]);
    expect(await acts(world, gil)).to.equal(false);
    await goTo(connection, from - 1n);
    expect(await acts(world, gil)).to.equal(false);
    await goTo(connection, from);
    expect(await acts(world, gil)).to.equal(true);
  });

  it("R-ELE-12 is for one matter and one office of one circle", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, elections, consent, operations, anchor, dora } = world;
    await declare(world, dora);
    await goTo(connection, (await now(connection)) + NOTICE);
    expect(await acts(world, dora)).to.equal(true);
    expect(await acts(world, dora, Secretary)).to.equal(false);
    expect(await acts(world, dora, Facilitator, MATTER + 1n)).to.equal(false);
    expect(await offices.mayAct(consent, MATTER, operations, Facilitator, dora)).to.equal(false);
    expect(await offices.mayAct(elections, MATTER, anchor, Facilitator, dora)).to.equal(false);
    expect(await offices.mayAct(elections, MATTER, operations, Facilitator, NOBODY)).to.equal(
      false,
    );
    // In another matter another person.
    await declare(world, world.gil, Facilitator, MATTER + 1n);
    await declare(world, world.gil, Secretary);
  });

  it("R-ELE-12 is replaced by whoever comes earlier, whose own notice runs, and by nobody else", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, operations, dora, eve, fay, gil, hal, kitchen } = world;
    await seat(world, dora, kitchen, world.cem);
    const order = [
      [gil, Rank.Member],
      [dora, Rank.Lead],
      [fay, Rank.Counterpart],
      [hal, Rank.Named],
    ] as const;
    for (const [index, [person, rank]] of order.entries()) {
      await declare(world, person);
      // Who comes later, who comes as early and whoever has declared it already: all too late.
      for (const [later, its] of order.slice(0, index + 1)) {
        await refused(declare(world, later), offices, "OutOfOrder", operations, later, its);
      }
      const { cem } = world;
      await refused(declare(world, cem), offices, "OutOfOrder", operations, cem, Rank.Member);
      expect(await acts(world, person)).to.equal(false);
      await goTo(connection, (await now(connection)) + NOTICE);
      expect(await acts(world, person)).to.equal(true);
      for (const [former] of order.slice(0, index))
        expect(await acts(world, former)).to.equal(false);
      expect((await offices.standInOf(world.elections, MATTER, operations, 0n)).rank).to.equal(
        rank,
      );
    }
    // The holder acts all the same.
    expect(await acts(world, eve)).to.equal(true);
  });

  it("R-ELE-12 of the leads the first to declare stays", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, circles, operations, ann, dora, hal } = world;
    await circles.connect(ann).offer(operations, hal);
    await circles.connect(hal).accept(operations);
    await world.offices.connect(world.eve).nameSurrogate(operations, Facilitator, NOBODY);
    expect(await offices.rankOf(operations, Facilitator, hal)).to.equal(Rank.Lead);
    await declare(world, hal);
    await refused(declare(world, dora), offices, "OutOfOrder", operations, dora, Rank.Lead);
  });

  it("R-ELE-12 is ended by the holder, who is there after all, but not in a matter of their own", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, elections, operations, eve, fay, gil } = world;
    await declare(world, gil);
    await goTo(connection, (await now(connection)) + NOTICE);
    expect(await acts(world, gil)).to.equal(true);
    await refused(
      declare(world, fay, Secretary),
      offices,
      "OutOfOrder",
      operations,
      fay,
      Rank.None,
    );
    const [told] = await eventsOf(world, declare(world, eve));
    expect([told!.name, told!.args.rank]).to.deep.equal(["StandInDeclared", Rank.None]);
    expect(told!.args.effectiveFrom).to.equal(await now(connection));
    expect(await acts(world, gil)).to.equal(false);
    expect(await acts(world, eve)).to.equal(true);
    const { person } = await offices.standInOf(elections, MATTER, operations, Facilitator);
    expect(person).to.equal(NOBODY);
    // There is nothing left to end, and whoever declares it anew waits anew.
    await refused(declare(world, eve), offices, "OutOfOrder", operations, eve, Rank.None);
    await declare(world, gil);
    expect(await acts(world, gil)).to.equal(false);
  });

  it("R-ELE-12 is nobody's for themselves", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, operations, eve, fay } = world;
    for (const [holder, office] of [
      [eve, Facilitator],
      [fay, Secretary],
    ] as const) {
      const attempt = declare(world, holder, office);
      await refused(attempt, offices, "OutOfOrder", operations, holder, Rank.None);
    }
    // Not even for who is named by oneself.
    await offices.connect(eve).nameSurrogate(operations, Facilitator, eve);
    expect(await offices.rankOf(operations, Facilitator, eve)).to.equal(Rank.None);
  });

  it("R-ELE-12 ends with the place in the order, and then is in nobody's way", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, circles, operations, garden, kitchen, dora, eve, gil, cem } = world;
    await seat(world, dora, kitchen, cem);
    await declare(world, gil);
    await goTo(connection, (await now(connection)) + NOTICE);
    await refused(declare(world, cem), offices, "OutOfOrder", operations, cem, Rank.Member);
    await circles.connect(gil).resign(garden);
    expect(await acts(world, gil)).to.equal(false);
    await declare(world, cem);
    await goTo(connection, (await now(connection)) + NOTICE);
    expect(await acts(world, cem)).to.equal(true);

    // A lead who leads no more is still a member, but declared it as lead; so does who is elected to the office.
    await declare(world, dora);
    await goTo(connection, (await now(connection)) + NOTICE);
    expect(await acts(world, dora)).to.equal(true);
    await circles.connect(dora).offer(kitchen, world.ann);
    await seat(world, dora, kitchen, dora);
    await circles.connect(dora).resign(operations);
    expect(await offices.rankOf(operations, Facilitator, dora)).to.equal(Rank.Member);
    expect(await acts(world, dora)).to.equal(false);
    await declare(world, cem);
    // Who comes in an earlier place than declared acts on.
    await install(world, operations, Secretary, cem);
    await goTo(connection, (await now(connection)) + NOTICE);
    expect(await acts(world, cem)).to.equal(true);
    // Once somebody else holds the office, eve comes as a member.
    await install(world, operations, Facilitator, cem);
    expect(await offices.rankOf(operations, Facilitator, eve)).to.equal(Rank.Member);
    await declare(world, eve);
  });

  it("R-ELE-12 the holder acts at once, and until somebody else holds the office", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { operations, partners, organisation, eve, hal } = world;
    expect(await acts(world, eve)).to.equal(true);
    expect(await acts(world, eve, Secretary)).to.equal(false);
    await install(world, operations, Facilitator, hal);
    expect(await acts(world, eve)).to.equal(false);
    expect(await acts(world, hal)).to.equal(true);
    await partners.connect(hal).leaveOrganisation(organisation, []);
    expect(await acts(world, hal)).to.equal(false);
  });

  it("needs a process of the organisation that records", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, operations, organisation, gil, zoe } = world;
    const attempt = offices.connect(gil).standIn(zoe, MATTER, operations, Facilitator);
    await refused(attempt, offices, "NotProcess", organisation, zoe, RECORD);
  });

  it("is for facilitators and secretaries, not for representatives", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, operations, eve, gil } = world;
    await install(world, operations, Rep, eve);
    await refused(declare(world, gil, Rep), offices, "NoStandIn", Rep);
    const named = offices.connect(eve).nameSurrogate(operations, Rep, gil);
    await refused(named, offices, "NoStandIn", Rep);
  });

  it("R-ELE-12 is nobody's in a matter of their own", async () => {
    const world = await networkHelpers.loadFixture(proposedPerson);
    const { offices, operations, id, eve, fay, gil } = world;
    await refused(declare(world, eve, Facilitator, id), offices, "Barred", id, eve);
    await declare(world, gil, Facilitator, id);
    await refused(
      declare(world, fay, Facilitator, id),
      offices,
      "OutOfOrder",
      operations,
      fay,
      Rank.Member,
    );
  });

  it("R-ELE-12 whoever the matter became theirs after declaring is in nobody's way", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { id, dora, fay, gil } = world;
    await declare(world, gil, Facilitator, id);
    await nominateAll(world, id, [
      [dora, gil],
      [fay, gil],
    ]);
    await count(world, id, [gil]);
    await declare(world, fay, Facilitator, id);
  });
});

describe("naming who stands in first", () => {
  it("R-ELE-12 is the holder's, for a partner who is no agent, and is told", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, partners, organisation, operations, ann, dora, eve, fay, gil, zoe } = world;
    const [associate, agent] = (await ethers.getSigners()).slice(11, 13) as unknown as [
      Signer,
      Signer,
    ];
    for (const [person, kind, custodian] of [
      [associate, PartnerKind.Associate, NOBODY],
      [agent, PartnerKind.Agent, eve],
    ] as const) {
      await partners.connect(ann).invite(organisation, invitation(person, kind, custodian));
      await partners.connect(person).agree(organisation, RULES, []);
    }
    const name = (by: Signer, person: Signer) =>
      offices.connect(by).nameSurrogate(operations, Facilitator, person);
    for (const person of [dora, fay, zoe]) {
      await refused(name(person, gil), offices, "NotHolder", operations, Facilitator, person);
    }
    for (const person of [agent, zoe, world.ida]) {
      await refused(name(eve, person), offices, "WrongPerson", person);
    }
    const told = await eventsOf(world, name(eve, associate));
    expect(
      told.map(({ name, subject, args }) => [name, subject, args[3], args[5], args[6]]),
    ).to.deep.equal([["SurrogateNamed", operations, eve.address, Facilitator, associate.address]]);
    expect(await offices.surrogateOf(operations, Facilitator)).to.equal(associate.address);
    expect(await offices.surrogateOf(operations, Secretary)).to.equal(NOBODY);
    expect(await offices.rankOf(operations, Facilitator, associate)).to.equal(Rank.Named);
    // Taken back.
    await offices.connect(eve).nameSurrogate(operations, Facilitator, NOBODY);
    expect(await offices.surrogateOf(operations, Facilitator)).to.equal(NOBODY);
    expect(await offices.rankOf(operations, Facilitator, associate)).to.equal(Rank.None);
  });

  it("R-ELE-12 ends with whoever named: by resignation, by another holder, by leaving", async () => {
    for (const ends of ["resigns", "replaced", "again", "leaves"] as const) {
      const world = await networkHelpers.loadFixture(officed);
      const { offices, operations, gil, eve, hal } = world;
      if (ends === "leaves") {
        await install(world, operations, Facilitator, gil);
        await offices.connect(gil).nameSurrogate(operations, Facilitator, hal);
        await world.partners.connect(gil).leaveOrganisation(world.organisation, [world.garden]);
      }
      if (ends === "resigns") await offices.connect(eve).resign(operations, Facilitator, 0n);
      if (ends === "replaced") await install(world, operations, Facilitator, gil);
      if (ends === "again") await install(world, operations, Facilitator, eve);
      expect(await offices.surrogateOf(operations, Facilitator), ends).to.equal(NOBODY);
      expect(await offices.rankOf(operations, Facilitator, hal), ends).to.equal(Rank.None);
    }
  });

  it("R-ELE-12 ends with the partner who was named", async () => {
    const world = await networkHelpers.loadFixture(officed);
    const { offices, partners, organisation, operations, hal } = world;
    await partners.connect(hal).leaveOrganisation(organisation, []);
    expect(await offices.rankOf(operations, Facilitator, hal)).to.equal(Rank.None);
    await welcome(world, [hal]);
    expect(await offices.rankOf(operations, Facilitator, hal)).to.equal(Rank.Named);
  });
});
