import { expect } from "chai";
import { network } from "hardhat";

import {
  configure,
  createRole,
  invitation,
  join,
  moveRole,
  PartnerKind,
  removeRole,
} from "../helpers/changes.ts";
import {
  enact,
  founded,
  RULES,
  ratify,
  seat,
  strangers,
  WINDOW,
  type World,
  welcome,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The worked organisation with dora leading its anchor. */
async function led(): Promise<World> {
  const world = await written(connection);
  const { founding, circles, organisation, anchor, dora } = world;
  const { lastWrite } = await founding.progressOf(organisation);
  await founding.write(organisation, lastWrite, [], [], [], [{ role: anchor, person: dora }]);
  await circles.connect(dora).accept(anchor);
  await ratify(world);
  return world;
}

describe("offering a role", () => {
  it("R-ASG-1 is for the leads of the circle it stands in", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, cem, dora, eve, fay, hal, zoe, hand, operations, kitchen } = world;
    for (const person of [ann, cem, eve, fay, hal, zoe, hand]) {
      const attempt = circles.connect(person).offer(kitchen, hal);
      await refused(attempt, circles, "NotAssigner", operations, person);
    }
    await circles.connect(dora).offer(kitchen, hal);
    expect(await circles.isOffered(kitchen, hal)).to.equal(true);
    expect(await circles.fills(kitchen, hal)).to.equal(false);
  });

  it("R-ASG-10 in an anchor without a lead is for the fillers of the role its settings name", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, ben, cem, dora, hal, zoe, anchor, finance, council } = world;
    for (const person of [cem, dora, hal, zoe]) {
      const attempt = circles.connect(person).offer(finance, hal);
      await refused(attempt, circles, "NotAssigner", anchor, person);
    }
    await circles.connect(ben).offer(finance, hal);
    // Where the settings name none, nobody offers until governance names one.
    await enact(world, anchor, [configure(0n, 2n, { window: WINDOW, admission: council })]);
    const attempt = circles.connect(ann).offer(council, hal);
    await refused(attempt, circles, "NotAssigner", anchor, ann);
  });

  it("R-ASG-1 in an anchor with a lead is for the lead, and for that role", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { circles, partners, ann, cem, dora, hal, ida, anchor, finance } = world;
    const attempt = circles.connect(cem).offer(finance, hal);
    await refused(attempt, circles, "NotAssigner", anchor, cem);
    await circles.connect(dora).offer(finance, hal);
    await partners.connect(ida).agree(world.organisation, RULES, []);
    await circles.connect(ann).offer(finance, ida);
    // Nobody offers the anchor itself.
    await refused(circles.connect(dora).offer(anchor, hal), circles, "NotAssigner", anchor, dora);
    await refused(circles.connect(ann).offer(anchor, hal), circles, "NotAssigner", anchor, ann);
    // When the lead is gone, the role still assigns.
    await circles.connect(dora).resign(anchor);
    await circles.connect(ann).withdrawOffer(finance, hal);
  });

  it("R-ASG-1 R-ROL-9 is for the role to which an inner circle gives it, while somebody speaks for that role", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, organisation, operations, kitchen, garden } = world;
    const { ann, dora, eve, fay, gil, hal, partners } = world;
    await enact(world, operations, [configure(0n, 0n, { window: WINDOW, assigner: kitchen })]);
    // Now whoever fills Kitchen, and the lead no more: neither to offer nor to withdraw nor to revoke.
    await circles.connect(eve).offer(garden, hal);
    for (const attempt of [
      circles.connect(dora).offer(kitchen, hal),
      circles.connect(dora).withdrawOffer(garden, hal),
      circles.connect(dora).revoke(garden, gil),
      circles.connect(gil).offer(kitchen, hal),
    ]) {
      await expect(attempt).to.be.revertedWithCustomError(circles, "NotAssigner");
    }
    await circles.connect(eve).withdrawOffer(garden, hal);
    await circles.connect(fay).revoke(garden, gil);
    expect(await circles.fills(garden, gil)).to.equal(false);

    // While nobody fills it the leads do, and so they do where only somebody without a voice fills it.
    await circles.connect(eve).resign(kitchen);
    await circles.connect(fay).resign(kitchen);
    expect((await circles.roleAt(kitchen)).fillers).to.equal(0n);
    await circles.connect(dora).offer(garden, hal);
    await partners.connect(ann).invite(organisation, invitation(world.zoe, PartnerKind.Associate));
    await partners.connect(world.zoe).agree(organisation, RULES, []);
    await circles.connect(dora).offer(kitchen, world.zoe);
    await circles.connect(world.zoe).accept(kitchen);
    await circles.connect(dora).withdrawOffer(garden, hal);
    await circles.connect(world.zoe).offer(garden, hal);

    // Moved elsewhere, or gone, it assigns nothing here.
    const anew = configure(0n, 1n, { window: WINDOW });
    await enact(world, operations, [anew]);
    expect(await structure.assignerOf(operations)).to.equal(0n);
    await circles.connect(dora).withdrawOffer(garden, hal);
    const gone = circles.connect(world.zoe).offer(garden, hal);
    await refused(gone, circles, "NotAssigner", operations, world.zoe);
  });

  it("R-ASG-1 a role that was moved out of a circle or removed assigns nothing in it", async () => {
    for (const how of ["moved", "removed"] as const) {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, anchor, operations, kitchen, garden, dora, eve, fay, hal } = world;
      await enact(world, operations, [configure(0n, 0n, { window: WINDOW, assigner: kitchen })]);
      if (how === "moved") await enact(world, anchor, [moveRole(kitchen, anchor)], [eve, fay]);
      else await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
      const attempt = circles.connect(eve).offer(garden, hal);
      await refused(attempt, circles, "NotAssigner", operations, eve);
      await circles.connect(dora).offer(garden, hal);
    }
  });

  it("R-ASG-7 is for the leads one level out while nobody leads the circle, and never further out", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { circles, anchor, operations, kitchen, ann, dora, eve, fay, hal } = world;
    // Operations gets another lead, whom dora, leading the anchor, does not replace.
    await seat(world, dora, operations, hal);
    await circles.connect(dora).resign(operations);
    await refused(
      circles.connect(dora).offer(kitchen, ann),
      circles,
      "NotAssigner",
      operations,
      dora,
    );
    await circles.connect(hal).resign(operations);
    await circles.connect(dora).offer(kitchen, ann);
    await circles.connect(dora).revoke(kitchen, fay);
    expect((await circles.standing(operations, dora, 0n)).member).to.equal(false);

    // Kitchen comes alive, and nobody fills it: whoever leads the anchor does not reach two levels down.
    const made = await enact(world, operations, [createRole(kitchen, "Oven")], [eve]);
    const [oven] = made as [bigint];
    await circles.connect(eve).resign(kitchen);
    await refused(circles.connect(dora).offer(oven, ann), circles, "NotAssigner", kitchen, dora);
    expect(await circles.acts(anchor, ann)).to.equal(false);
  });

  it("R-ASG-11 reaches one level: leading a circle gives no say inside the next", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, eve, fay, hal, operations, kitchen } = world;
    const [stove] = (await enact(
      world,
      operations,
      [createRole(kitchen, "Stove")],
      [eve, fay],
    )) as [bigint];
    await seat(world, eve, stove, hal);
    for (const attempt of [
      () => circles.connect(dora).offer(stove, dora),
      () => circles.connect(dora).revoke(stove, hal),
    ]) {
      await refused(attempt(), circles, "NotAssigner", kitchen, dora);
    }
    // But choosing who leads it.
    await circles.connect(dora).revoke(kitchen, eve);
    expect(await circles.leads(kitchen, eve)).to.equal(false);
  });

  it("R-MEM-2 R-ASG-2 is to partners only, who do not fill it and have no such offer", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, fay, hal, ida, zoe, organisation, kitchen } = world;
    const byDora = circles.connect(dora);
    for (const person of [ida, zoe]) {
      await refused(byDora.offer(kitchen, person), circles, "NotPartner", organisation, person);
    }
    await refused(byDora.offer(kitchen, fay), circles, "AlreadyFills", kitchen, fay);
    await byDora.offer(kitchen, hal);
    await refused(byDora.offer(kitchen, hal), circles, "AlreadyOffered", kitchen, hal);
  });

  it("refuses a role that does not exist, never did or was removed", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, gil, eve, hal, dora, organisation, operations, garden } = world;
    const nowhere = join(organisation, 4000n);
    await refused(circles.connect(ann).offer(nowhere, hal), circles, "UnknownRole", nowhere);
    await circles.connect(dora).offer(garden, hal);
    await enact(world, operations, [removeRole(garden)], [gil, eve]);
    await refused(circles.connect(dora).offer(garden, hal), circles, "UnknownRole", garden);
    await refused(circles.connect(hal).accept(garden), circles, "UnknownRole", garden);
    const revoking = circles.connect(dora).revoke(garden, gil);
    await refused(revoking, circles, "UnknownRole", garden);
    await refused(circles.connect(gil).resign(garden), circles, "DoesNotFill", garden, gil);
    const withdrawing = circles.connect(dora).withdrawOffer(garden, hal);
    await refused(withdrawing, circles, "UnknownRole", garden);
    await circles.connect(hal).withdrawOffer(garden, hal);
  });
});

describe("accepting", () => {
  it("R-ASG-2 takes an offer and the person's own yes", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, fay, hal, ida, organisation, kitchen } = world;
    const byHal = circles.connect(hal);
    await refused(byHal.accept(kitchen), circles, "NotOffered", kitchen, hal);
    await refused(circles.connect(ida).accept(kitchen), circles, "NotPartner", organisation, ida);
    await circles.connect(dora).offer(kitchen, hal);
    await refused(circles.connect(fay).accept(kitchen), circles, "NotOffered", kitchen, fay);
    await byHal.accept(kitchen);
    expect(await circles.fills(kitchen, hal)).to.equal(true);
    expect((await circles.partnerAt(organisation, hal)).seats).to.equal(1n);
    await refused(byHal.accept(kitchen), circles, "NotOffered", kitchen, hal);
  });

  it("R-ASG-2 an offer is used up: whoever was revoked does not come back by it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, dora, hal, organisation, kitchen } = world;
    const [byDora, byHal] = [circles.connect(dora), circles.connect(hal)];
    await byDora.offer(kitchen, hal);
    await byHal.accept(kitchen);
    await byDora.revoke(kitchen, hal);
    await refused(byHal.accept(kitchen), circles, "NotOffered", kitchen, hal);
    // Nor by one that openness overtook.
    await byDora.offer(kitchen, hal);
    await partners.connect(hal).declareOpenness(organisation, true);
    await byDora.offer(kitchen, hal);
    expect(await circles.isOffered(kitchen, hal)).to.equal(false);
    await byDora.revoke(kitchen, hal);
    await refused(byHal.accept(kitchen), circles, "NotOffered", kitchen, hal);
  });

  it("R-ASG-2 an offer is used up by an election too", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, finance, ann, hal, hand } = world;
    await circles.connect(ann).offer(finance, hal);
    await circles.connect(hand).elect(finance, hal, ethers.ZeroAddress, hand);
    await circles.connect(hand).elect(finance, ethers.ZeroAddress, hal, hand);
    await refused(circles.connect(hal).accept(finance), circles, "NotOffered", finance, hal);
  });

  it("R-ASG-2 is needless for whoever declared to be open", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, dora, hal, organisation, kitchen } = world;
    await partners.connect(hal).declareOpenness(organisation, true);
    await circles.connect(dora).offer(kitchen, hal);
    expect(await circles.fills(kitchen, hal)).to.equal(true);
    const again = circles.connect(dora).offer(kitchen, hal);
    await refused(again, circles, "AlreadyFills", kitchen, hal);
  });

  it("is refused for a role one fills already", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, founding, organisation, cem, finance } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const offers = [{ role: finance, person: cem }];
    const attempt = founding.write(organisation, lastWrite, [], [], [], offers);
    await refused(attempt, circles, "AlreadyFills", finance, cem);
    expect((await circles.roleAt(finance)).fillers).to.equal(1n);
  });

  it("R-ROL-7 an anchor is filled while it is founded, and by no old offer afterwards", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, founding, organisation, anchor, cem } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const offers = [{ role: anchor, person: cem }];
    await founding.write(organisation, lastWrite, [], [], [], offers);
    await ratify(world);
    expect(await circles.isOffered(anchor, cem)).to.equal(true);
    await refused(circles.connect(cem).accept(anchor), circles, "NotOffered", anchor, cem);
    expect(await circles.leads(anchor, cem)).to.equal(false);
  });

  it("R-ASG-3 many may fill one role, 64 at most", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, kitchen, operations } = world;
    const people = await strangers(connection, 63);
    await welcome(world, people);
    for (const person of people.slice(0, 62)) await circles.connect(dora).offer(kitchen, person);
    expect((await circles.roleAt(kitchen)).fillers).to.equal(64n);
    const last = circles.connect(dora).offer(kitchen, people[62]);
    await refused(last, circles, "RoleFull", kitchen);
    // But one may come in another's place.
    await circles.connect(world.hand).elect(kitchen, people[62], people[0], world.hand);
    // All 64 can be listed when the role is removed.
    const fillers = [world.eve, world.fay, ...people.slice(1)];
    await enact(world, operations, [removeRole(kitchen)], fillers);
    expect((await circles.roleAt(operations)).members).to.equal(3n);
  });
});

describe("taking an offer back", () => {
  it("is for whoever may offer, and for the person", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, dora, eve, hal, zoe, operations, kitchen } = world;
    await circles.connect(dora).offer(kitchen, hal);
    for (const person of [ann, eve, zoe]) {
      const attempt = circles.connect(person).withdrawOffer(kitchen, hal);
      await refused(attempt, circles, "NotAssigner", operations, person);
    }
    await circles.connect(dora).withdrawOffer(kitchen, hal);
    await refused(circles.connect(hal).accept(kitchen), circles, "NotOffered", kitchen, hal);
    const twice = circles.connect(hal).withdrawOffer(kitchen, hal);
    await refused(twice, circles, "NotOffered", kitchen, hal);
    await circles.connect(dora).offer(kitchen, hal);
    await circles.connect(hal).withdrawOffer(kitchen, hal);
    expect(await circles.isOffered(kitchen, hal)).to.equal(false);
  });
});

describe("ending an assignment", () => {
  it("R-ASG-5 anyone resigns at any time, from what they fill", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, eve, fay, cem, zoe, operations, kitchen, garden, finance } = world;
    for (const [person, role] of [
      [fay, garden],
      [fay, operations],
      [zoe, kitchen],
    ] as const) {
      const attempt = circles.connect(person).resign(role);
      await refused(attempt, circles, "DoesNotFill", role, person);
    }
    await circles.connect(eve).resign(kitchen);
    expect(await circles.fills(kitchen, eve)).to.equal(false);
    expect(await circles.fills(garden, eve)).to.equal(true);
    await circles.connect(cem).resign(finance);
    expect((await circles.roleAt(finance)).fillers).to.equal(0n);
  });

  it("R-ASG-6 leads of the circle revoke, and nobody else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, dora, eve, fay, gil, zoe, hand, operations, kitchen, garden } = world;
    for (const person of [ann, eve, fay, zoe, hand]) {
      const attempt = circles.connect(person).revoke(kitchen, fay);
      await refused(attempt, circles, "NotAssigner", operations, person);
    }
    const other = circles.connect(dora).revoke(garden, fay);
    await refused(other, circles, "DoesNotFill", garden, fay);
    await circles.connect(dora).revoke(garden, gil);
    expect(await circles.fills(garden, gil)).to.equal(false);
    const twice = circles.connect(dora).revoke(garden, gil);
    await refused(twice, circles, "DoesNotFill", garden, gil);
  });

  it("nobody revokes at the anchor, not even its lead", async () => {
    const world = await networkHelpers.loadFixture(led);
    const { circles, ann, cem, dora, anchor, finance, council } = world;
    for (const person of [ann, dora]) {
      for (const [role, filler] of [
        [finance, cem],
        [council, ann],
        [anchor, dora],
      ] as const) {
        const attempt = circles.connect(person).revoke(role, filler);
        await refused(attempt, circles, "AnchorSeat", role);
      }
    }
  });

  it("P9 the anchor's last member stays, in every way of going", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, partners, organisation, anchor, ann, ben, cem, dora, hand } = world;
    const { council, finance, operations } = world;
    await circles.connect(ben).resign(council);
    await circles.connect(cem).resign(finance);
    await circles.connect(dora).resign(operations);
    const byAnn = circles.connect(ann);
    await refused(byAnn.resign(council), circles, "LastMember", anchor);
    const leaving = partners.connect(ann).leaveOrganisation(organisation, [council]);
    await refused(leaving, circles, "LastMember", anchor);
    const removing = structure.connect(hand).enact(anchor, hand, [removeRole(council)], [ann]);
    await refused(removing, circles, "LastMember", anchor);
    // A second seat lets go of the first.
    await seat(world, ann, finance, ann);
    await byAnn.resign(council);
    await refused(byAnn.resign(finance), circles, "LastMember", anchor);
    expect((await circles.roleAt(anchor)).members).to.equal(1n);
    // An inner circle may empty.
    for (const [person, role] of [
      [world.eve, world.kitchen],
      [world.eve, world.garden],
      [world.fay, world.kitchen],
      [world.gil, world.garden],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    expect((await circles.roleAt(operations)).members).to.equal(0n);
  });

  it("P2 offers and seats of one organisation mean nothing in another", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, eve, kitchen, hal } = world;
    const elsewhere = join(2n, kitchen & 0xffffffffn);
    const offering = circles.connect(hal).offer(elsewhere, eve);
    await refused(offering, circles, "FoundingNotOver", 2n);
    const revoking = circles.connect(hal).revoke(elsewhere, eve);
    await refused(revoking, circles, "FoundingNotOver", 2n);
    await refused(circles.connect(eve).resign(elsewhere), circles, "DoesNotFill", elsewhere, eve);
    await refused(circles.connect(eve).accept(elsewhere), circles, "NotPartner", 2n, eve);
    expect(await circles.fills(elsewhere, eve)).to.equal(false);
    const attempt = partners.connect(eve).agree(2n, RULES, []);
    await refused(attempt, circles, "UnknownOrganisation", 2n);
    expect((await circles.partnerAt(organisation, eve)).seats).to.equal(2n);
  });
});
