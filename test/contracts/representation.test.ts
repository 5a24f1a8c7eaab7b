import { expect } from "chai";
import { network } from "hardhat";

import {
  createRole,
  invitation,
  join,
  limitRole,
  PartnerKind,
  removeRole,
} from "../helpers/changes.ts";
import {
  enact,
  eventsOf,
  founded,
  foundSmall,
  RULES,
  ratify,
  represent,
  seat,
  type World,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The worked organisation with eve representing Operations at the anchor. */
async function represented(): Promise<World> {
  const world = await founded(connection);
  await represent(world, world.operations, world.eve);
  return world;
}

describe("representing a circle", () => {
  it("R-ADO-5 waits until the founding is over", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, organisation, operations, eve, hand } = world;
    const early = circles.connect(hand).represent(operations, eve, hand);
    await refused(early, circles, "FoundingNotOver", organisation);
    await ratify(world);
    await circles.connect(hand).represent(operations, eve, hand);
  });

  it("R-MEM-4 R-MEM-1 makes a member of the circle around it, who speaks there for its role", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, eve, hand, zoe, anchor, operations } = world;
    const before = await circles.roleAt(anchor);
    const sent = circles.connect(hand).represent(operations, eve, zoe);
    const [told] = await eventsOf(world, sent);
    expect([told!.name, told!.subject, told!.args[3], told!.args[5]]).to.deep.equal([
      "Represented",
      operations,
      zoe.address,
      eve.address,
    ]);
    const standing = await circles.standing(anchor, eve, operations);
    expect([standing.member, standing.inRole, standing.number]).to.deep.equal([true, true, 5n]);
    expect(await circles.represents(operations, eve)).to.equal(true);
    // Without filling or leading it.
    expect(await circles.fills(operations, eve)).to.equal(false);
    expect(await circles.leads(operations, eve)).to.equal(false);
    const after = await circles.roleAt(anchor);
    expect([after.members, after.epoch]).to.deep.equal([before.members + 1n, before.epoch + 1n]);
    const { reps, fillers, voices } = await circles.roleAt(operations);
    expect([reps, fillers, voices]).to.deep.equal([1n, 1n, 1n]);
    expect((await circles.partnerAt(organisation, eve)).seats).to.equal(3n);
  });

  it("R-MEM-5 is a member's of the circle, who does not lead it, and not twice", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, ann, cem, dora, eve, hal, anchor, operations, kitchen } = world;
    const attempt = (circle: bigint, person: object) =>
      circles.connect(hand).represent(circle, person, hand);
    for (const person of [ann, cem, hal]) {
      await refused(attempt(operations, person), circles, "NotMember", operations, person);
    }
    await refused(attempt(operations, dora), circles, "IsLead", operations, dora);
    // A role that never had a role inside has no members, though somebody fills it; an anchor has no circle around.
    await refused(attempt(kitchen, eve), circles, "NotMember", kitchen, eve);
    await refused(attempt(anchor, ann), circles, "NotMember", anchor, ann);
    await attempt(operations, eve);
    await refused(attempt(operations, eve), circles, "AlreadyFills", operations, eve);
    const nowhere = join(world.organisation, 4000n);
    await refused(attempt(nowhere, eve), circles, "UnknownRole", nowhere);
  });

  it("R-MEM-5 a lead with a role inside is no representative either", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, dora, operations, kitchen } = world;
    await seat(world, dora, kitchen, dora);
    const attempt = circles.connect(hand).represent(operations, dora, hand);
    await refused(attempt, circles, "IsLead", operations, dora);
  });

  it("R-MEM-2 is for partners who can be members", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, hand, ann, dora, hal, ida, zoe } = world;
    const { organisation, operations, kitchen } = world;
    for (const person of [ida, zoe]) {
      const attempt = circles.connect(hand).represent(operations, person, hand);
      await refused(attempt, circles, "NotPartner", organisation, person);
    }
    await partners.connect(ann).invite(organisation, invitation(zoe, PartnerKind.Agent, hal));
    await partners.connect(zoe).agree(organisation, RULES, []);
    await seat(world, dora, kitchen, zoe);
    const attempt = circles.connect(hand).represent(operations, zoe, hand);
    await refused(attempt, circles, "NotMember", operations, zoe);
  });

  it("P2 R-MEM-5 is begun and ended by processes with the bit for offices alone", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, consent, treasury, organisation, operations, eve, gil, hand } = world;
    const contracts = [consent, treasury].map(async (contract) => {
      const address = await contract.getAddress();
      await networkHelpers.setBalance(address, 10n ** 18n);
      return await ethers.getImpersonatedSigner(address);
    });
    const { ann, dora, zoe } = world;
    for (const caller of [ann, dora, eve, gil, zoe, ...(await Promise.all(contracts))]) {
      const byCaller = circles.connect(caller);
      for (const attempt of [
        () => byCaller.represent(operations, gil, caller),
        () => byCaller.endRepresentation(operations, eve, caller),
        () => byCaller.elect(operations, gil, ethers.ZeroAddress, caller),
      ]) {
        await refused(attempt(), circles, "NotProcess", organisation, caller, 8n);
      }
    }
    // Nor by a process of another organisation.
    const processes = [{ process: hand, bits: 23n }];
    const other = await foundSmall(world, world.cem, { processes, treasury: hand });
    const elsewhere = circles.connect(hand).represent(other.all, world.cem, hand);
    await refused(elsewhere, circles, "NotProcess", 2n, hand, 8n);
  });

  it("R-MEM-5 a representative does not come to lead the circle until the representation ends", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, partners, hand, ann, eve, organisation, operations } = world;
    await circles.connect(ann).offer(operations, eve);
    const accepting = () => circles.connect(eve).accept(operations);
    await refused(accepting(), circles, "IsRep", operations, eve);
    await partners.connect(eve).declareOpenness(organisation, true);
    const offering = circles.connect(ann).offer(operations, eve);
    await refused(offering, circles, "IsRep", operations, eve);
    const electing = circles.connect(hand).elect(operations, eve, ethers.ZeroAddress, hand);
    await refused(electing, circles, "IsRep", operations, eve);
    await circles.connect(hand).endRepresentation(operations, eve, hand);
    await accepting();
    expect(await circles.leads(operations, eve)).to.equal(true);
  });

  it("R-MEM-4 a representative is no filler: resigns, is revoked and takes the voice as none", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, eve, operations } = world;
    const byEve = circles.connect(eve);
    await refused(byEve.resign(operations), circles, "DoesNotFill", operations, eve);
    await refused(byEve.takeVoice(operations), circles, "DoesNotFill", operations, eve);
  });

  it("R-MEM-4 ends with the seat, and with the membership when it was the last", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, organisation, hand, zoe, cem, eve, anchor, operations } = world;
    const byHand = circles.connect(hand);
    const nobody = byHand.endRepresentation(operations, cem, hand);
    await refused(nobody, circles, "DoesNotFill", operations, cem);
    // Whoever leads it fills it, and represents it not.
    const lead = byHand.endRepresentation(operations, world.dora, hand);
    await refused(lead, circles, "DoesNotFill", operations, world.dora);
    const sent = byHand.endRepresentation(operations, eve, zoe);
    const [told] = await eventsOf(world, sent);
    expect([told!.name, told!.args[3], told!.args[5]]).to.deep.equal([
      "RepresentationEnded",
      zoe.address,
      eve.address,
    ]);
    const { member, inRole, endedAt, number } = await circles.standing(anchor, eve, operations);
    expect([member, inRole, endedAt, number]).to.deep.equal([
      false,
      false,
      await now(connection),
      5n,
    ]);
    expect((await circles.roleAt(operations)).reps).to.equal(0n);
    expect((await circles.partnerAt(organisation, eve)).seats).to.equal(2n);
    expect(await circles.represents(operations, eve)).to.equal(false);
    const twice = byHand.endRepresentation(operations, eve, hand);
    await refused(twice, circles, "DoesNotFill", operations, eve);
    // Inside nothing changed.
    expect((await circles.standing(operations, eve, world.kitchen)).inRole).to.equal(true);
  });

  it("P9 the anchor's last member stays, as a representative too", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, hand, ann, ben, cem, dora, eve, anchor } = world;
    const { council, finance, operations } = world;
    for (const [person, role] of [
      [ann, council],
      [ben, council],
      [cem, finance],
      [dora, operations],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    const ending = circles.connect(hand).endRepresentation(operations, eve, hand);
    await refused(ending, circles, "LastMember", anchor);
    expect((await circles.roleAt(anchor)).members).to.equal(1n);
  });

  it("R-MEM-4 a role that is removed unseats its representatives too, all of whom are listed", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, structure, organisation, hand, dora, eve, fay, gil, cem } = world;
    const { anchor, operations, kitchen, garden } = world;
    await represent(world, operations, fay);
    await enact(world, operations, [removeRole(kitchen), removeRole(garden)], [eve, fay, gil, eve]);
    const removing = (people: unknown[]) =>
      structure.connect(hand).enact(anchor, hand, [removeRole(operations)], people);
    for (const people of [
      [dora],
      [dora, eve],
      [dora, eve, eve],
      [dora, dora, eve],
      [dora, eve, cem],
      [dora, eve, gil],
    ]) {
      await refused(removing(people), circles, "WrongPeople", operations);
    }
    await refused(removing([dora, eve, fay, cem]), circles, "WrongPeople", 0n);
    const [told] = await eventsOf(world, removing([fay, dora, eve]));
    expect([...(told!.args[5] as string[])]).to.deep.equal([
      fay.address,
      dora.address,
      eve.address,
    ]);
    for (const person of [dora, eve, fay]) {
      expect((await circles.partnerAt(organisation, person)).seats).to.equal(0n);
      expect((await circles.seatOf(anchor, person)).voices).to.equal(0n);
      expect(await circles.represents(operations, person)).to.equal(false);
    }
  });

  it("P7 a seat that is used again says nothing of whoever represented there before", async () => {
    const world = await networkHelpers.loadFixture(represented);
    const { circles, eve, fay, gil, dora, anchor, operations, kitchen, garden } = world;
    const { seat: bit } = await circles.roleAt(operations);
    await enact(world, operations, [removeRole(kitchen), removeRole(garden)], [eve, fay, gil, eve]);
    await enact(world, anchor, [removeRole(operations)], [dora, eve]);
    const [other] = (await enact(world, anchor, [createRole(0n, "Other")])) as [bigint];
    expect((await circles.roleAt(other)).seat).to.equal(bit);
    for (const person of [dora, eve]) {
      expect(await circles.represents(other, person)).to.equal(false);
      expect(await circles.fills(other, person)).to.equal(false);
    }
  });
});

describe("electing somebody into a role", () => {
  it("R-OUT-1 seats a partner, without an offer, at the anchor too", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, zoe, hal, organisation, anchor, finance } = world;
    const electing = circles.connect(hand).elect(finance, hal, ethers.ZeroAddress, zoe);
    const told = await eventsOf(world, electing);
    expect(told.map(({ name, subject, args }) => [name, subject, args[3], args[5]])).to.deep.equal([
      ["Assigned", finance, zoe.address, hal.address],
    ]);
    expect((await circles.standing(anchor, hal, finance)).inRole).to.equal(true);
    expect((await circles.partnerAt(organisation, hal)).seats).to.equal(1n);
  });

  it("R-OUT-1 in the place of somebody, whose seat and voice are free for it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, cem, hal, anchor, finance } = world;
    await enact(world, anchor, [limitRole(finance, 1n)]);
    const told = await eventsOf(world, circles.connect(hand).elect(finance, hal, cem, hand));
    expect(told.map(({ name, args }) => [name, args[5]])).to.deep.equal([
      ["Unassigned", cem.address],
      ["Assigned", hal.address],
    ]);
    const { fillers, voices } = await circles.roleAt(finance);
    expect([fillers, voices]).to.deep.equal([1n, 1n]);
    expect((await circles.standing(anchor, hal, finance)).inRole).to.equal(true);
    // Or in nobody's, and nobody in somebody's.
    await circles.connect(hand).elect(finance, ethers.ZeroAddress, hal, hand);
    expect((await circles.roleAt(finance)).fillers).to.equal(0n);
  });

  it("P9 the anchor's last member is not replaced, but joined", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, ann, ben, cem, dora, hal, anchor, council, finance, operations } = world;
    const byHand = circles.connect(hand);
    for (const [person, role] of [
      [ann, council],
      [ben, council],
      [dora, operations],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    for (const person of [ethers.ZeroAddress, hal]) {
      const emptying = byHand.elect(finance, person, cem, hand);
      await refused(emptying, circles, "LastMember", anchor);
    }
    await byHand.elect(finance, hal, ethers.ZeroAddress, hand);
    await byHand.elect(finance, ethers.ZeroAddress, cem, hand);
    expect((await circles.roleAt(anchor)).members).to.equal(1n);
  });

  it("refuses strangers, whoever fills it, whoever does not, roles that are none, and anchors", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, ann, cem, hal, ida, zoe, organisation, anchor, finance } = world;
    const none = ethers.ZeroAddress;
    const elect = (role: bigint, person: unknown, replaced: unknown) =>
      circles.connect(hand).elect(role, person, replaced, hand);
    for (const person of [ida, zoe]) {
      await refused(elect(finance, person, none), circles, "NotPartner", organisation, person);
    }
    await refused(elect(finance, cem, none), circles, "AlreadyFills", finance, cem);
    await refused(elect(finance, hal, ann), circles, "DoesNotFill", finance, ann);
    const nowhere = join(organisation, 4000n);
    await refused(elect(nowhere, hal, none), circles, "UnknownRole", nowhere);
    await refused(elect(anchor, hal, none), circles, "UnknownRole", anchor);
    expect(await circles.fills(finance, hal)).to.equal(false);
  });
});
