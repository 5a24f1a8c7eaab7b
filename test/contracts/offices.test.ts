import { expect } from "chai";
import { network } from "hardhat";

import {
  configure,
  createRole,
  invitation,
  join,
  limitRole,
  moveRole,
  PartnerKind,
  removeRole,
} from "../helpers/changes.ts";
import { install } from "../helpers/elections.ts";
import { Office } from "../helpers/office.ts";
import {
  ALL_BITS,
  CONSENT_BITS,
  enact,
  eventsOf,
  founded,
  foundSmall,
  OFFICES,
  OFFICES_BITS,
  RECORD,
  RULES,
  represent,
  type Signer,
  seat,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NOBODY = ethers.ZeroAddress;

/** What is stored of an office. */
async function tenure(world: World, circle: bigint, office: bigint, index = 0n) {
  return [...(await world.offices.tenureOf(circle, office, index))];
}

/** The worked organisation whose anchor has places for this many representatives of each circle in it. */
async function withReps(reps: bigint): Promise<World> {
  const world = await networkHelpers.loadFixture(founded);
  const { revision } = await world.structure.settingsOf(world.anchor);
  const named = { admission: world.council, assigner: world.council };
  await enact(world, world.anchor, [configure(0n, revision, { reps, ...named })]);
  return world;
}

/** Makes somebody a partner of another kind than a person. */
async function admit(world: World, person: Signer, kind: bigint, custodian: Signer | string) {
  const { partners, organisation, ann } = world;
  await partners.connect(ann).invite(organisation, invitation(person, kind, custodian));
  await partners.connect(person).agree(organisation, RULES, []);
}

describe("holding an office", () => {
  it("R-ASG-9 facilitator and secretary are put in by a process for offices and by nobody else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, organisation, operations, ann, dora, eve, zoe, consent } = world;
    for (const office of [Office.Facilitator, Office.Secretary]) {
      for (const person of [ann, dora, eve, zoe]) {
        const attempt = offices
          .connect(person)
          .install(operations, office, 0n, eve, 2n ** 40n - 1n, person);
        await refused(attempt, offices, "NotProcess", organisation, person, OFFICES);
      }
      expect(await offices.holderOf(operations, office)).to.equal(NOBODY);
    }
    expect(await world.circles.bitsOf(organisation, consent)).to.equal(CONSENT_BITS);

    // A process with every other bit does not either, and one of another organisation neither.
    const other = await foundSmall(world, zoe, {
      processes: [
        { process: world.consent, bits: CONSENT_BITS },
        { process: world.treasury, bits: RECORD },
        { process: offices, bits: OFFICES_BITS },
        { process: world.hand, bits: ALL_BITS - OFFICES },
      ],
    });
    const attempt = install(world, other.anchor, Office.Facilitator, zoe);
    await refused(attempt, offices, "NotProcess", other.organisation, world.hand, OFFICES);
  });

  it("R-ASG-9 tells who holds it, until when, in the place of whoever did", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, hand, operations, eve, fay } = world;
    const until = (await now(connection)) + 90n * DAY;
    const connected = offices.connect(hand);
    const sent = connected.install(operations, Office.Secretary, 0n, eve, until, fay);
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["Installed"]);
    const [{ subject, args }] = told as [(typeof told)[0]];
    expect([subject, args[3], ...[...args].slice(5)]).to.deep.equal([
      operations,
      fay.address,
      ...[Office.Secretary, 0n, eve.address, until],
    ]);
    expect(await tenure(world, operations, Office.Secretary)).to.deep.equal([eve.address, until]);
    expect(await offices.holderOf(operations, Office.Secretary)).to.equal(eve.address);
    // The other office is another.
    expect(await offices.holderOf(operations, Office.Facilitator)).to.equal(NOBODY);
    expect(await offices.holderOf(world.anchor, Office.Secretary)).to.equal(NOBODY);

    await install(world, operations, Office.Secretary, fay, { until: 0n });
    expect(await tenure(world, operations, Office.Secretary)).to.deep.equal([fay.address, 0n]);
    const gone = offices.connect(eve).resign(operations, Office.Secretary, 0n);
    await refused(gone, offices, "NotHolder", operations, Office.Secretary, eve);
  });

  it("is one each: an index above 0 is refused, and a circle that is none", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, circles, operations, eve, organisation } = world;
    for (const office of [Office.Facilitator, Office.Secretary]) {
      const attempt = install(world, operations, office, eve, { index: 1n });
      await refused(attempt, offices, "WrongIndex", office, 1n);
    }
    const unknown = join(organisation, 4000n);
    await refused(install(world, unknown, 0n, eve), circles, "UnknownRole", unknown);
  });

  it("R-ASG-9 takes a person or a body who is a partner: nobody else, agents and associates never", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, partners, operations, organisation, eve, fay, hal, ida, zoe } = world;
    const [body, associate, agent] = (await ethers.getSigners()).slice(11, 14) as unknown as [
      Signer,
      Signer,
      Signer,
    ];
    await admit(world, body, PartnerKind.Body, NOBODY);
    await admit(world, associate, PartnerKind.Associate, NOBODY);
    await admit(world, agent, PartnerKind.Agent, eve);
    // zoe is nobody to the organisation, ida only invited.
    for (const office of [Office.Facilitator, Office.Secretary]) {
      for (const person of [zoe, ida, associate, agent]) {
        const attempt = install(world, operations, office, person);
        await refused(attempt, offices, "WrongPerson", person);
      }
      await refused(install(world, operations, office, NOBODY), offices, "WrongPerson", NOBODY);
      for (const person of [body, hal, fay]) await install(world, operations, office, person);
    }
    expect(await offices.holderOf(operations, Office.Facilitator)).to.equal(fay.address);

    // Who is no partner any more holds nothing, also after a return as something else.
    await install(world, operations, Office.Facilitator, hal);
    await partners.connect(hal).leaveOrganisation(organisation, []);
    expect(await offices.holderOf(operations, Office.Facilitator)).to.equal(NOBODY);
    expect((await tenure(world, operations, Office.Facilitator))[0]).to.equal(hal.address);
    const attempt = offices.connect(hal).resign(operations, Office.Facilitator, 0n);
    await refused(attempt, offices, "NotHolder", operations, Office.Facilitator, hal);
    await admit(world, hal, PartnerKind.Agent, eve);
    expect(await offices.holderOf(operations, Office.Facilitator)).to.equal(NOBODY);
  });

  it("R-ASG-9 ends by resignation, of the holder alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, operations, dora, eve, fay } = world;
    await install(world, operations, Office.Facilitator, eve);
    await install(world, operations, Office.Secretary, fay);
    for (const person of [dora, fay]) {
      const attempt = offices.connect(person).resign(operations, Office.Facilitator, 0n);
      await refused(attempt, offices, "NotHolder", operations, Office.Facilitator, person);
    }
    const told = await eventsOf(
      world,
      offices.connect(eve).resign(operations, Office.Facilitator, 0n),
    );
    expect(
      told.map(({ name, subject, args }) => [name, subject, args[3], args[5], args[6]]),
    ).to.deep.equal([["OfficeResigned", operations, eve.address, Office.Facilitator, 0n]]);
    expect(await tenure(world, operations, Office.Facilitator)).to.deep.equal([NOBODY, 0n]);
    expect(await offices.holderOf(operations, Office.Secretary)).to.equal(fay.address);
    const again = offices.connect(eve).resign(operations, Office.Facilitator, 0n);
    await refused(again, offices, "NotHolder", operations, Office.Facilitator, eve);
  });
});

describe("representing by office", () => {
  it("R-MEM-5 is one in each circle, unless the circle around it has places for more: three at most", async () => {
    for (const reps of [0n, 1n, 2n, 3n]) {
      const world = await withReps(reps);
      const { offices, circles, operations, eve, fay, gil } = world;
      const places = reps === 0n ? 1 : Number(reps);
      const people = [eve, fay, gil];
      for (const [index, person] of people.slice(0, places).entries()) {
        await install(world, operations, Office.Rep, person, { index: BigInt(index) });
      }
      expect((await circles.roleAt(operations)).reps).to.equal(BigInt(places));
      const index = BigInt(places);
      const attempt = install(world, operations, Office.Rep, people[0]!, { index });
      await refused(attempt, offices, "WrongIndex", Office.Rep, index);
    }
  });

  it("R-MEM-5 asks the settings of the circle around, not those of the circle itself", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, operations, fay, eve } = world;
    await enact(world, operations, [configure(0n, 0n, { reps: 3n })]);
    await install(world, operations, Office.Rep, eve);
    const attempt = install(world, operations, Office.Rep, fay, { index: 1n });
    await refused(attempt, offices, "WrongIndex", Office.Rep, 1n);
  });

  it("R-MEM-5 is a member's who does not lead the circle, of a circle in another", async () => {
    const world = await withReps(2n);
    const { offices, circles, anchor, operations, ann, dora, eve, hal, zoe } = world;
    await refused(install(world, anchor, Office.Rep, ann), offices, "WrongIndex", Office.Rep, 0n);
    await refused(install(world, operations, Office.Rep, zoe), offices, "WrongPerson", zoe);
    const stranger = install(world, operations, Office.Rep, hal);
    await refused(stranger, circles, "NotMember", operations, hal);
    const lead = install(world, operations, Office.Rep, dora);
    await refused(lead, circles, "IsLead", operations, dora);
    await install(world, operations, Office.Rep, eve);
    const twice = install(world, operations, Office.Rep, eve, { index: 1n });
    await refused(twice, circles, "AlreadyFills", operations, eve);
  });

  it("R-MEM-4 joins the circle around, whatever it limits, and leaves it when somebody else is put in", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, circles, anchor, operations, eve, fay } = world;
    // The anchor limits how many who fill the role speak for it: representatives speak all the same.
    await enact(world, anchor, [limitRole(operations, 1n)]);
    const sent = install(world, operations, Office.Rep, eve);
    const told = await eventsOf(world, await sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["Installed", "Represented"]);
    const standing = await circles.standing(anchor, eve, operations);
    expect([standing.member, standing.inRole]).to.deep.equal([true, true]);
    expect(await offices.holderOf(operations, Office.Rep)).to.equal(eve.address);

    const next = await eventsOf(world, await install(world, operations, Office.Rep, fay));
    expect(next.map(({ name, args }) => [name, args[5]])).to.deep.equal([
      ["Installed", Office.Rep],
      ["Represented", fay.address],
      ["RepresentationEnded", eve.address],
    ]);
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    expect(await offices.holderOf(operations, Office.Rep)).to.equal(fay.address);
    expect((await circles.roleAt(operations)).reps).to.equal(1n);

    // Put in again, for another term, the representative stays.
    const again = await eventsOf(world, await install(world, operations, Office.Rep, fay));
    expect(again.map(({ name }) => name)).to.deep.equal(["Installed"]);
    expect(await circles.represents(operations, fay)).to.equal(true);
  });

  it("R-MEM-4 replaces the last member of an anchor: whoever comes is there before whoever goes", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, anchor, council, finance, operations, ann, ben, cem, dora, eve, fay } = world;
    await install(world, operations, Office.Rep, eve);
    for (const [person, role] of [
      [ann, council],
      [ben, council],
      [cem, finance],
      [dora, operations],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    expect((await circles.roleAt(anchor)).members).to.equal(1n);
    await install(world, operations, Office.Rep, fay);
    expect(await circles.represents(operations, fay)).to.equal(true);
    expect((await circles.roleAt(anchor)).members).to.equal(1n);
    const attempt = world.offices.connect(fay).resign(operations, Office.Rep, 0n);
    await refused(attempt, circles, "LastMember", anchor);
  });

  it("ends with the resignation, in its own place alone", async () => {
    const world = await withReps(2n);
    const { offices, circles, operations, eve, fay } = world;
    await install(world, operations, Office.Rep, eve);
    await install(world, operations, Office.Rep, fay, { index: 1n });
    const wrong = offices.connect(fay).resign(operations, Office.Rep, 0n);
    await refused(wrong, offices, "NotHolder", operations, Office.Rep, fay);
    const told = await eventsOf(world, offices.connect(fay).resign(operations, Office.Rep, 1n));
    expect(told.map(({ name }) => name)).to.deep.equal(["OfficeResigned", "RepresentationEnded"]);
    expect(await circles.represents(operations, fay)).to.equal(false);
    expect(await tenure(world, operations, Office.Rep, 1n)).to.deep.equal([NOBODY, 0n]);
    expect(await tenure(world, operations, Office.Rep)).to.have.members([
      eve.address,
      2n ** 40n - 1n,
    ]);
    expect(await circles.represents(operations, eve)).to.equal(true);
  });

  it("holds nothing any more when the record says so", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, circles, hand, operations, eve, fay } = world;
    await install(world, operations, Office.Rep, eve);
    await circles.connect(hand).endRepresentation(operations, eve, hand);
    expect(await offices.holderOf(operations, Office.Rep)).to.equal(NOBODY);
    const attempt = offices.connect(eve).resign(operations, Office.Rep, 0n);
    await refused(attempt, offices, "NotHolder", operations, Office.Rep, eve);
    // Whoever comes next replaces nobody.
    const told = await eventsOf(world, await install(world, operations, Office.Rep, fay));
    expect(told.map(({ name }) => name)).to.deep.equal(["Installed", "Represented"]);
    // Put in again after that, eve is represented anew.
    await install(world, operations, Office.Rep, eve);
    expect(await circles.represents(operations, eve)).to.equal(true);
  });
});

describe("appointing a representative", () => {
  it("R-ELE-11 is for whoever fills the role that the circle's own settings name", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, circles, operations, kitchen, garden, dora, eve, fay, gil } = world;
    const none = offices.connect(fay).appoint(operations, 0n, gil, 0n);
    await refused(none, offices, "NotAppointer", operations, fay);
    await enact(world, operations, [configure(0n, 0n, { appointer: kitchen })]);
    for (const person of [gil, dora]) {
      const attempt = offices.connect(person).appoint(operations, 0n, gil, 0n);
      await refused(attempt, offices, "NotAppointer", operations, person);
    }
    const until = (await now(connection)) + 30n * DAY;
    const told = await eventsOf(world, offices.connect(fay).appoint(operations, 0n, gil, until));
    expect(told.map(({ name, args }) => [name, args[3]])).to.deep.equal([
      ["Installed", fay.address],
      ["Represented", fay.address],
    ]);
    expect(await tenure(world, operations, Office.Rep)).to.deep.equal([gil.address, until]);
    expect(await circles.represents(operations, gil)).to.equal(true);

    // The bounds of any representative hold.
    const second = offices.connect(fay).appoint(operations, 1n, eve, 0n);
    await refused(second, offices, "WrongIndex", Office.Rep, 1n);
    const lead = offices.connect(fay).appoint(operations, 0n, dora, 0n);
    await refused(lead, circles, "IsLead", operations, dora);

    // Of this circle alone: inside and around it nobody is appointed by it.
    for (const circle of [world.anchor, garden]) {
      const attempt = offices.connect(fay).appoint(circle, 0n, gil, 0n);
      await refused(attempt, offices, "NotAppointer", circle, fay);
    }
    // A role that is gone appoints nobody.
    await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
    const gone = offices.connect(fay).appoint(operations, 0n, eve, 0n);
    await refused(gone, offices, "NotAppointer", operations, fay);
  });
});

describe("permitting somebody to represent a role", () => {
  async function permitted() {
    const world = await founded(connection);
    const until = (await now(connection)) + 10n * DAY;
    await world.offices.connect(world.fay).permit(world.kitchen, world.gil, until);
    return { ...world, until };
  }

  it("is told, and holds until the second in which it ends", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, operations, kitchen, garden, fay, gil } = world;
    const until = (await now(connection)) + 10n * DAY;
    const told = await eventsOf(world, offices.connect(fay).permit(kitchen, gil, until));
    expect(
      told.map(({ name, subject, args }) => [name, subject, args[3], args[5], args[6]]),
    ).to.deep.equal([["Permitted", kitchen, fay.address, gil.address, until]]);
    expect([...(await offices.permissionOf(kitchen, gil))]).to.deep.equal([
      fay.address,
      until,
      operations & 0xffff_ffffn,
    ]);
    expect(await offices.mayRepresent(operations, kitchen, gil)).to.equal(true);
    // Nobody else, for nothing else, nowhere else.
    expect(await offices.mayRepresent(operations, kitchen, world.dora)).to.equal(false);
    expect(await offices.mayRepresent(operations, garden, gil)).to.equal(false);
    expect(await offices.mayRepresent(world.anchor, kitchen, gil)).to.equal(false);
    expect(await offices.mayRepresent(operations + (1n << 32n), kitchen, gil)).to.equal(false);
    await networkHelpers.time.increaseTo(until - 1n);
    expect(await offices.mayRepresent(operations, kitchen, gil)).to.equal(true);
    await networkHelpers.time.increaseTo(until);
    expect(await offices.mayRepresent(operations, kitchen, gil)).to.equal(false);
  });

  it("is given by whoever speaks for the role where it stands, to a member there", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, circles, anchor, operations, kitchen, ann, dora, eve, fay, gil, hal } = world;
    const until = (await now(connection)) + DAY;
    const permit = (by: Signer, role: bigint, person: Signer) =>
      offices.connect(by).permit(role, person, until);
    // A lead of the circle does not speak for the role, nor does anybody for an anchor.
    for (const person of [dora, gil, hal]) {
      await refused(permit(person, kitchen, gil), offices, "NotInRole", kitchen, person);
    }
    await refused(permit(ann, anchor, gil), offices, "NotInRole", anchor, ann);
    const unknown = join(world.organisation, 4000n);
    await refused(permit(ann, unknown, gil), circles, "UnknownRole", unknown);
    for (const person of [hal, ann]) {
      await refused(permit(fay, kitchen, person), offices, "WrongPerson", person);
    }
    await permit(fay, kitchen, dora);
    // As representative of the circle inside one speaks for the role too.
    await represent(world, operations, eve);
    await permit(eve, operations, ann);
    expect(await offices.mayRepresent(anchor, operations, ann)).to.equal(true);
  });

  it("lasts a year at most, and ends in the future", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { offices, kitchen, fay, gil } = world;
    const time = (await now(connection)) + 100n;
    for (const [until, right] of [
      [time, false],
      [time + 365n * DAY + 1n, false],
      [time + 365n * DAY, true],
      [time + 1n, true],
    ] as const) {
      await networkHelpers.loadFixture(founded);
      await nextAt(connection, time);
      const attempt = offices.connect(fay).permit(kitchen, gil, until);
      if (right) await attempt;
      else await refused(attempt, offices, "WrongTime", until);
    }
  });

  it("ends when whoever gave it speaks for the role no longer, or the person is no member", async () => {
    for (const goes of ["giver", "person"] as const) {
      const world = await networkHelpers.loadFixture(permitted);
      const { offices, circles, operations, kitchen, garden, fay, gil } = world;
      if (goes === "giver") await circles.connect(fay).resign(kitchen);
      else await circles.connect(gil).resign(garden);
      expect(await offices.mayRepresent(operations, kitchen, gil), goes).to.equal(false);
      // It holds again with the seat: nobody took it back.
      await seat(
        world,
        world.dora,
        goes === "giver" ? kitchen : garden,
        goes === "giver" ? fay : gil,
      );
      expect(await offices.mayRepresent(operations, kitchen, gil), goes).to.equal(true);
    }
  });

  it("does not follow the role into another circle", async () => {
    const world = await networkHelpers.loadFixture(permitted);
    const { offices, operations, kitchen, garden, eve, fay, gil } = world;
    // Garden comes alive, and Kitchen moves into it; gil leads Garden, so is a member there.
    await enact(world, operations, [createRole(garden, "Beds")], [eve, gil]);
    await enact(world, operations, [moveRole(kitchen, garden)], [eve, fay]);
    expect(await world.circles.circleOf(kitchen)).to.equal(garden);
    for (const circle of [operations, garden]) {
      expect(await offices.mayRepresent(circle, kitchen, gil)).to.equal(false);
    }
  });

  it("ends with the role", async () => {
    const world = await networkHelpers.loadFixture(permitted);
    const { offices, operations, kitchen, eve, fay, gil } = world;
    await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
    expect(await offices.mayRepresent(operations, kitchen, gil)).to.equal(false);
  });

  it("is taken back by whoever gave it, or given back by the person", async () => {
    for (const by of ["fay", "gil"] as const) {
      const world = await networkHelpers.loadFixture(permitted);
      const { offices, operations, kitchen, eve, dora, gil } = world;
      for (const person of [eve, dora]) {
        const attempt = offices.connect(person).endPermission(kitchen, gil);
        await refused(attempt, offices, "NoPermission", kitchen, gil);
      }
      const told = await eventsOf(world, offices.connect(world[by]).endPermission(kitchen, gil));
      expect(
        told.map(({ name, subject, args }) => [name, subject, args[3], args[5]]),
      ).to.deep.equal([["PermissionEnded", kitchen, world[by].address, gil.address]]);
      expect(await offices.mayRepresent(operations, kitchen, gil)).to.equal(false);
      const again = offices.connect(gil).endPermission(kitchen, gil);
      await refused(again, offices, "NoPermission", kitchen, gil);
    }
  });

  it("is replaced by a later one, of anybody who speaks for the role", async () => {
    const world = await networkHelpers.loadFixture(permitted);
    const { offices, kitchen, eve, fay, gil } = world;
    const until = (await now(connection)) + DAY;
    await offices.connect(eve).permit(kitchen, gil, until);
    expect((await offices.permissionOf(kitchen, gil)).by).to.equal(eve.address);
    const attempt = offices.connect(fay).endPermission(kitchen, gil);
    await refused(attempt, offices, "NoPermission", kitchen, gil);
  });
});
