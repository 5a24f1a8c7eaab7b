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
import { propose } from "../helpers/consent.ts";
import {
  enact,
  eventsOf,
  founded,
  RULES,
  represent,
  type Signer,
  seat,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const { Body, Associate, Agent } = PartnerKind;

/** The worked organisation, where hal may be assigned at once, and zoe is a partner of this kind. */
function withKind(kind: bigint): () => Promise<World> {
  const kindred = async () => {
    const world = await founded(connection);
    const { partners, organisation, ann, hal, zoe } = world;
    const custodian = kind === Agent ? hal.address : ethers.ZeroAddress;
    await partners.connect(ann).invite(organisation, invitation(zoe, kind, custodian));
    await partners.connect(zoe).agree(organisation, RULES, []);
    await partners.connect(zoe).declareOpenness(organisation, true);
    return world;
  };
  return kindred;
}
const [withAssociate, withAgent, withBody] = [withKind(Associate), withKind(Agent), withKind(Body)];

describe("kinds of partners", () => {
  for (const [name, fixture] of [
    ["an associate", withAssociate],
    ["an agent", withAgent],
  ] as const) {
    it(`R-MEM-2 ${name} fills a role without being a member, inside it neither`, async () => {
      const world = await networkHelpers.loadFixture(fixture);
      const { circles, consent, organisation, dora, eve, fay, zoe, operations, kitchen } = world;
      const before = await circles.roleAt(operations);
      await circles.connect(dora).offer(kitchen, zoe);
      expect(await circles.fills(kitchen, zoe)).to.equal(true);
      expect((await circles.partnerAt(organisation, zoe)).seats).to.equal(1n);
      const after = await circles.roleAt(operations);
      expect([after.members, after.epoch, after.numbers]).to.deep.equal([
        before.members,
        before.epoch,
        before.numbers,
      ]);
      const { fillers, voices } = await circles.roleAt(kitchen);
      expect([fillers, voices]).to.deep.equal([3n, 2n]);
      const { member, inRole, number } = await circles.standing(operations, zoe, kitchen);
      expect([member, inRole, number]).to.deep.equal([false, false, 0n]);
      const proposing = propose(world, zoe, operations, kitchen);
      await refused(proposing, consent, "NotMember", operations, zoe);
      await refused(circles.connect(zoe).takeVoice(kitchen), circles, "NoVoice", kitchen, zoe);

      // Alive, it is led by somebody who is no member inside either.
      await enact(world, operations, [createRole(kitchen, "Stove")], [zoe, eve, fay]);
      expect((await circles.roleAt(kitchen)).members).to.equal(2n);
      expect((await circles.seatOf(kitchen, zoe)).toObject()).to.deep.equal({
        fills: 1n,
        voices: 0n,
        number: 0n,
        endedAt: 0n,
      });
      expect((await circles.standing(kitchen, zoe, kitchen)).inRole).to.equal(false);
      await circles.connect(zoe).resign(kitchen);
      const left = await circles.roleAt(operations);
      expect([left.members, left.lastDeparture]).to.deep.equal([
        before.members,
        before.lastDeparture,
      ]);
      expect((await circles.seatOf(kitchen, zoe)).fills).to.equal(0n);
      expect((await circles.roleAt(kitchen)).voices).to.equal(2n);
    });
  }

  it("R-MEM-2 a body is a member as a person is", async () => {
    const world = await networkHelpers.loadFixture(withBody);
    const { circles, dora, zoe, operations, kitchen } = world;
    await circles.connect(dora).offer(kitchen, zoe);
    const { member, inRole } = await circles.standing(operations, zoe, kitchen);
    expect([member, inRole]).to.deep.equal([true, true]);
    await represent(world, operations, zoe);
    expect((await circles.standing(world.anchor, zoe, operations)).member).to.equal(true);
  });

  it("R-MEM-2 P9 an associate at the anchor is not its last member", async () => {
    const world = await networkHelpers.loadFixture(withAssociate);
    const { circles, ann, ben, cem, dora, zoe, anchor, council, finance, operations } = world;
    await circles.connect(ann).offer(finance, zoe);
    for (const [person, role] of [
      [ben, council],
      [cem, finance],
      [dora, operations],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    await refused(circles.connect(ann).resign(council), circles, "LastMember", anchor);
    await circles.connect(zoe).resign(finance);
  });
});

describe("limiting who speaks for a role", () => {
  const voice = async ({ circles, operations, kitchen }: World, person: Signer) =>
    (await circles.standing(operations, person, kitchen)).inRole;

  it("R-MEM-3 takes a voice from nobody, and gives none to whoever comes beyond it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, dora, eve, fay, hal, hand, zoe, operations, kitchen } = world;
    const before = await circles.roleAt(operations);
    const limiting = structure.connect(hand).enact(operations, zoe, [limitRole(kitchen, 1n)], []);
    const [told] = await eventsOf(world, limiting);
    expect([told!.name, told!.subject, told!.args[3], told!.args[5], told!.args[6]]).to.deep.equal([
      "RoleLimited",
      kitchen,
      zoe.address,
      1n,
      2n,
    ]);
    for (const person of [eve, fay]) expect(await voice(world, person)).to.equal(true);
    const { limit, voices, revision } = await circles.roleAt(kitchen);
    expect([limit, voices, revision]).to.deep.equal([1n, 2n, 2n]);
    expect((await circles.roleAt(operations)).epoch).to.equal(before.epoch);

    await seat(world, dora, kitchen, hal);
    expect(await circles.fills(kitchen, hal)).to.equal(true);
    const { member, inRole, number } = await circles.standing(operations, hal, kitchen);
    expect([member, inRole, number]).to.deep.equal([false, false, 0n]);
    const after = await circles.roleAt(operations);
    expect([after.members, after.epoch]).to.deep.equal([before.members, before.epoch]);
    await circles.connect(hal).resign(kitchen);
    expect((await circles.roleAt(operations)).lastDeparture).to.equal(before.lastDeparture);
  });

  it("R-MEM-3 leaves the voice to be taken by any filler once there is room, never beyond", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, eve, fay, hal, zoe, operations, kitchen, garden } = world;
    await enact(world, operations, [limitRole(kitchen, 1n)]);
    await seat(world, dora, kitchen, hal);
    const take = (person: Signer) => circles.connect(person).takeVoice(kitchen);
    for (const person of [eve, fay, hal]) {
      await refused(take(person), circles, "NoVoice", kitchen, person);
    }
    for (const person of [dora, zoe, world.gil]) {
      await refused(take(person), circles, "DoesNotFill", kitchen, person);
    }
    await circles.connect(eve).resign(kitchen);
    // Fay still speaks.
    await refused(take(hal), circles, "NoVoice", kitchen, hal);
    await circles.connect(fay).resign(kitchen);
    expect((await circles.roleAt(kitchen)).voices).to.equal(0n);
    const { members, epoch } = await circles.roleAt(operations);
    const [told] = await eventsOf(world, take(hal));
    expect([told!.name, told!.subject, told!.args[3]]).to.deep.equal([
      "VoiceTaken",
      kitchen,
      hal.address,
    ]);
    expect(await voice(world, hal)).to.equal(true);
    expect((await circles.roleAt(kitchen)).voices).to.equal(1n);
    const after = await circles.roleAt(operations);
    expect([after.members, after.epoch]).to.deep.equal([members + 1n, epoch + 1n]);
    expect((await circles.seatOf(operations, hal)).number).to.equal(5n);
    // The next one is silent again, until the limit rises.
    await seat(world, dora, kitchen, dora);
    await refused(take(dora), circles, "NoVoice", kitchen, dora);
    await enact(world, operations, [limitRole(kitchen, 2n, 2n)]);
    await take(dora);
    await refused(take(dora), circles, "NoVoice", kitchen, dora);
    expect(await circles.fills(garden, dora)).to.equal(false);
    // And none is left where it no longer binds.
    await enact(world, operations, [limitRole(kitchen, 0n, 3n)]);
    await seat(world, dora, kitchen, eve);
    expect(await voice(world, eve)).to.equal(true);
    expect((await circles.roleAt(kitchen)).voices).to.equal(3n);
  });

  it("R-MEM-3 whoever speaks for it takes no second voice, though there is room", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, eve, fay, operations, kitchen } = world;
    const unlimited = circles.connect(eve).takeVoice(kitchen);
    await refused(unlimited, circles, "NoVoice", kitchen, eve);
    await enact(world, operations, [limitRole(kitchen, 3n)]);
    await refused(circles.connect(fay).takeVoice(kitchen), circles, "NoVoice", kitchen, fay);
    // So the room that is left is another's to take.
    expect((await circles.roleAt(kitchen)).voices).to.equal(2n);
  });

  it("R-MEM-3 whoever speaks and goes takes the voice along, from the count and the circle", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, fay, hal, operations, kitchen } = world;
    await enact(world, operations, [limitRole(kitchen, 2n)]);
    await seat(world, dora, kitchen, hal);
    await circles.connect(dora).revoke(kitchen, fay);
    const time = await now(connection);
    expect((await circles.roleAt(operations)).lastDeparture).to.equal(time);
    expect((await circles.roleAt(kitchen)).voices).to.equal(1n);
    await circles.connect(hal).takeVoice(kitchen);
    await circles.connect(hal).resign(kitchen);
    const { fillers, voices } = await circles.roleAt(kitchen);
    expect([fillers, voices]).to.deep.equal([1n, 1n]);
    expect((await circles.seatOf(operations, hal)).voices).to.equal(0n);
  });

  it("R-MEM-3 counts those who fill it, not representatives, and binds the outer circle alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, eve, gil, hal, anchor, operations } = world;
    await enact(world, anchor, [limitRole(operations, 1n)]);
    await represent(world, operations, eve);
    await represent(world, operations, gil);
    expect((await circles.roleAt(operations)).voices).to.equal(1n);
    for (const person of [eve, gil]) {
      expect((await circles.standing(anchor, person, operations)).inRole).to.equal(true);
    }
    // A second lead has no voice at the anchor, and the full one inside.
    await seat(world, ann, operations, hal);
    expect((await circles.standing(anchor, hal, operations)).member).to.equal(false);
    expect((await circles.standing(operations, hal, operations)).inRole).to.equal(true);
    expect(await circles.leads(operations, hal)).to.equal(true);
    // A silent lead represents the circle no more than another lead does.
    const attempt = circles.connect(world.hand).represent(operations, hal, world.hand);
    await refused(attempt, circles, "IsLead", operations, hal);
    expect(await circles.represents(operations, hal)).to.equal(false);
  });

  it("R-MEM-3 is 1 to 64, or none, and says so before anybody consents", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, consent, eve, operations, kitchen } = world;
    const asked = (limit: bigint, slot = 0n) =>
      propose(world, eve, operations, kitchen, { slot, changes: [limitRole(kitchen, limit)] });
    for (const limit of [65n, 256n, 257n, 2n ** 64n - 1n]) {
      await refused(asked(limit), consent, "WrongLimit", limit);
    }
    for (const [slot, limit] of [1n, 64n, 0n].entries()) await asked(limit, BigInt(slot));
    await enact(world, operations, [limitRole(kitchen, 64n)]);
    expect((await circles.roleAt(kitchen)).limit).to.equal(64n);
  });

  it("R-OUT-1 R-PRP-11 is the circle's in which the role stands, against its revision", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations, kitchen, council, organisation } = world;
    const attempt = (circle: bigint, target: bigint, revision = 1n) =>
      structure.connect(hand).enact(circle, hand, [limitRole(target, 1n, revision)], []);
    for (const [circle, target] of [
      [anchor, kitchen],
      [operations, council],
      [operations, operations],
      [anchor, anchor],
      [anchor, join(organisation, 4000n)],
      [anchor, join(2n, 1n)],
    ] as const) {
      await refused(attempt(circle, target), circles, "UnknownRole", target);
    }
    const stale = attempt(operations, kitchen, 2n);
    await refused(stale, circles, "StaleRevision", kitchen, 2n, 1n);
    await attempt(operations, kitchen);
  });

  it("R-MEM-3 nobody speaks for a role that is gone, or an anchor as a role", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann, eve, fay, anchor, operations, kitchen } = world;
    await refused(circles.connect(ann).takeVoice(anchor), circles, "DoesNotFill", anchor, ann);
    await enact(world, operations, [limitRole(kitchen, 1n)]);
    await enact(world, operations, [removeRole(kitchen, 2n)], [eve, fay]);
    await refused(circles.connect(eve).takeVoice(kitchen), circles, "DoesNotFill", kitchen, eve);
  });
});
