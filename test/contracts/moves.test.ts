import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  createRole,
  join,
  limitRole,
  moveRole,
  NO_WORDS,
  numberOf,
  removeRole,
} from "../helpers/changes.ts";
import { propose } from "../helpers/consent.ts";
import {
  enact,
  eventsOf,
  found,
  founded,
  represent,
  seat,
  type World,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** The worked organisation with Stove in Kitchen, which hal fills; Kitchen is led by eve and fay. */
async function cooking(): Promise<World & { stove: bigint }> {
  const world = await founded(connection);
  const { operations, kitchen, eve, fay, hal } = world;
  const [stove] = (await enact(world, operations, [createRole(kitchen, "Stove")], [eve, fay])) as [
    bigint,
  ];
  await seat(world, eve, stove, hal);
  return { ...world, stove };
}

describe("moving a role", () => {
  it("R-MOV-1 R-OUT-1 into a role of the deciding circle takes along who fills it, and brings it alive", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const {
      circles,
      structure,
      organisation,
      hand,
      zoe,
      eve,
      fay,
      gil,
      operations,
      kitchen,
      garden,
    } = world;
    const before = await circles.roleAt(operations);
    const { seat: freed } = await circles.roleAt(garden);
    const moving = (people: unknown[]) =>
      structure.connect(hand).enact(operations, zoe, [moveRole(garden, kitchen)], people);
    // Kitchen's fillers first, who become its leads; then whoever fills Garden.
    for (const people of [[], [eve, fay], [eve, fay, gil], [eve, gil, gil, eve], [fay, fay, gil]]) {
      await refused(moving(people), circles, "WrongPeople");
    }
    for (const people of [
      [eve, fay, gil, gil],
      [eve, fay, gil, fay],
      [eve, fay, zoe, gil],
    ]) {
      await refused(moving(people), circles, "WrongPeople", garden);
    }
    await refused(moving([eve, fay, gil, eve, zoe]), circles, "WrongPeople", 0n);
    const [told] = await eventsOf(world, moving([fay, eve, gil, eve]));
    const time = await now(connection);
    expect([told!.name, told!.subject, told!.args[3]]).to.deep.equal([
      "RoleMoved",
      garden,
      zoe.address,
    ]);
    expect([...told!.args].slice(5, 7)).to.deep.equal([kitchen, 2n]);
    expect([...(told!.args[7] as string[])]).to.deep.equal([gil.address, eve.address]);
    expect([...(told!.args[8] as string[])]).to.deep.equal([fay.address, eve.address]);

    const moved = await circles.roleAt(garden);
    expect([moved.circle, moved.revision, moved.seat, moved.depth]).to.deep.equal([
      numberOf(kitchen),
      2n,
      1n,
      4n,
    ]);
    expect([moved.fillers, moved.voices]).to.deep.equal([2n, 2n]);
    expect(await circles.circleOf(garden)).to.equal(kitchen);
    // Inside Kitchen: its leads fay and eve, and gil by Garden.
    const inside = await circles.roleAt(kitchen);
    expect([inside.alive, inside.inner, inside.members]).to.deep.equal([true, 1n, 3n]);
    const numbers = [fay, eve, gil].map(async (each) => await circles.seatOf(kitchen, each));
    expect((await Promise.all(numbers)).map(({ number }) => number)).to.deep.equal([1n, 2n, 3n]);
    expect((await circles.standing(kitchen, eve, garden)).inRole).to.equal(true);
    // gil has left Operations; eve stays there by Kitchen.
    const outside = await circles.roleAt(operations);
    expect([outside.inner, outside.members]).to.deep.equal([1n, before.members - 1n]);
    expect(outside.lastDeparture).to.equal(time);
    expect((await circles.seatOf(operations, gil)).endedAt).to.equal(time);
    expect((await circles.seatOf(operations, eve)).fills).to.equal(1n << 1n);
    expect((await circles.seatsTaken(operations)) & (1n << freed)).to.equal(0n);
    // Nobody fills more or less than before.
    for (const [person, seats] of [
      [eve, 2n],
      [fay, 1n],
      [gil, 1n],
    ] as const) {
      expect((await circles.partnerAt(organisation, person)).seats).to.equal(seats);
    }
    await circles.connect(gil).resign(garden);
    expect((await circles.roleAt(kitchen)).members).to.equal(2n);
  });

  it("R-MOV-2 R-OUT-1 out of a role of the deciding circle, into that circle", async () => {
    const world = await networkHelpers.loadFixture(cooking);
    const { circles, structure, hand, hal, eve, operations, kitchen, stove } = world;
    const before = await circles.roleAt(operations);
    const moving = (people: unknown[]) =>
      structure.connect(hand).enact(operations, hand, [moveRole(stove, 0n)], people);
    for (const people of [[], [eve]]) {
      await refused(moving(people), circles, "WrongPeople", stove);
    }
    await refused(moving([hal, hal]), circles, "WrongPeople", 0n);
    await moving([hal]);
    const { circle, seat: bit, depth } = await circles.roleAt(stove);
    expect([circle, bit, depth]).to.deep.equal([numberOf(operations), 3n, 3n]);
    expect((await circles.standing(operations, hal, stove)).inRole).to.equal(true);
    expect((await circles.roleAt(operations)).members).to.equal(before.members + 1n);
    const { inner, members, alive } = await circles.roleAt(kitchen);
    expect([inner, members, alive]).to.deep.equal([0n, 2n, true]);
    expect((await circles.seatOf(kitchen, hal)).voices).to.equal(0n);
    // dora leads where it stands now, and so chooses who fills it.
    await circles.connect(world.dora).revoke(stove, hal);
  });

  it("R-OUT-1 reaches one level, from the circle that decides: nothing else moves", async () => {
    const world = await networkHelpers.loadFixture(cooking);
    const {
      circles,
      structure,
      hand,
      zoe,
      anchor,
      operations,
      kitchen,
      garden,
      stove,
      organisation,
    } = world;
    const { council, finance } = world;
    await found(world, { founder: zoe, ratifiers: [zoe] });
    const attempt = (circle: bigint, role: bigint, to: bigint) =>
      structure.connect(hand).enact(circle, hand, [moveRole(role, to)], []);
    for (const [circle, role, from, to] of [
      // Inwards, but decided elsewhere.
      [anchor, garden, operations, kitchen],
      [kitchen, garden, operations, kitchen],
      [council, garden, operations, kitchen],
      // Outwards, but decided elsewhere.
      [kitchen, stove, kitchen, operations],
      [anchor, stove, kitchen, operations],
      // Two levels, sideways, nowhere.
      [anchor, stove, kitchen, anchor],
      [anchor, finance, anchor, kitchen],
      [operations, garden, operations, stove],
      [operations, stove, kitchen, garden],
      [operations, garden, operations, operations],
      [operations, garden, operations, council],
      // Into itself, or what is inside it.
      [operations, garden, operations, garden],
      [operations, kitchen, operations, stove],
      // An anchor.
      [anchor, anchor, 0n, operations],
      [operations, anchor, 0n, operations],
    ] as const) {
      await refused(attempt(circle, role, to), circles, "WrongMove", role, from, to);
    }
    const nowhere = join(organisation, 4000n);
    await refused(attempt(operations, nowhere, kitchen), circles, "UnknownRole", nowhere);
    await refused(attempt(operations, garden, nowhere), circles, "UnknownRole", nowhere);
    const theirs = join(2n, 1n);
    for (const [role, to] of [
      [council, theirs],
      [theirs, anchor],
      [theirs, council],
    ] as const) {
      await refused(attempt(anchor, role, to), circles, "UnknownRole", theirs);
    }
  });

  it("R-PRP-11 names the revision it was written against", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations, kitchen, garden, eve, fay, gil } = world;
    const people = [eve, fay, gil, eve];
    for (const revision of [0n, 2n]) {
      const change = [moveRole(garden, kitchen, revision)];
      const attempt = structure.connect(hand).enact(operations, hand, change, people);
      await refused(attempt, circles, "StaleRevision", garden, revision, 1n);
    }
    await enact(world, operations, [moveRole(garden, kitchen)], people);
    const back = [moveRole(garden, 0n, 2n)];
    await enact(world, operations, back, [eve, gil]);
    expect((await circles.roleAt(garden)).revision).to.equal(3n);
  });

  it("R-MOV-1 R-MOV-2 says why it belongs there, and nothing else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, operations, kitchen, garden } = world;
    const move = moveRole(garden, kitchen);
    const asked = (words: object) =>
      propose(world, eve, operations, kitchen, {
        changes: [{ ...move, words: { ...move.words, ...words } }],
      });
    for (const words of [{ text: "" }, NO_WORDS]) {
      await refused(asked(words), consent, "BadWords", "text", 0, 4096);
    }
    await refused(asked({ text: "x".repeat(4097) }), consent, "BadWords", "text", 4097, 4096);
    for (const words of [{ name: "n" }, { domains: ["d"] }, { accountabilities: ["a"] }]) {
      await refused(asked(words), consent, "UnusedField", 1);
    }
    await asked({});
  });

  it("R-MEM-4 takes along its representatives and what is inside it, and is led as before", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const {
      circles,
      structure,
      hand,
      cem,
      dora,
      eve,
      gil,
      ann,
      anchor,
      operations,
      finance,
      kitchen,
    } = world;
    await represent(world, operations, eve);
    const moving = (people: unknown[]) =>
      structure.connect(hand).enact(anchor, hand, [moveRole(operations, finance)], people);
    await refused(moving([cem, dora]), circles, "WrongPeople", operations);
    await refused(moving([cem, dora, gil]), circles, "WrongPeople", operations);
    await refused(moving([cem, dora, dora]), circles, "WrongPeople", operations);
    await moving([cem, eve, dora]);
    expect(await circles.represents(operations, eve)).to.equal(true);
    expect(await circles.fills(operations, eve)).to.equal(false);
    expect((await circles.standing(finance, eve, operations)).inRole).to.equal(true);
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    expect((await circles.standing(anchor, dora, 0n)).member).to.equal(false);
    expect(await circles.leads(operations, dora)).to.equal(true);
    const { reps, fillers, voices, inner, members } = await circles.roleAt(operations);
    expect([reps, fillers, voices, inner, members]).to.deep.equal([1n, 1n, 1n, 2n, 4n]);
    expect((await circles.roleAt(finance)).members).to.equal(3n);
    expect(await circles.circleOf(kitchen)).to.equal(operations);
    // It is cem's circle now.
    const before = circles.connect(ann).offer(operations, world.hal);
    await refused(before, circles, "NotAssigner", finance, ann);
    await circles.connect(cem).offer(operations, world.hal);
    await circles.connect(hand).endRepresentation(operations, eve, hand);
    expect((await circles.roleAt(finance)).members).to.equal(2n);
  });

  it("R-MEM-3 keeps its limit, who speaks for it and who is silent", async () => {
    const world = await networkHelpers.loadFixture(cooking);
    const { circles, dora, eve, gil, hal, operations, kitchen, garden } = world;
    await enact(world, operations, [limitRole(garden, 2n)]);
    await seat(world, dora, garden, hal);
    expect((await circles.seatOf(operations, hal)).voices).to.equal(0n);
    await enact(world, operations, [moveRole(garden, kitchen, 2n)], [hal, eve, gil]);
    const { limit, voices, fillers } = await circles.roleAt(garden);
    expect([limit, voices, fillers]).to.deep.equal([2n, 2n, 3n]);
    const { seat: bit } = await circles.roleAt(garden);
    const held = await circles.seatOf(kitchen, hal);
    expect(held.fills & (1n << bit)).to.equal(1n << bit);
    expect(held.voices & (1n << bit)).to.equal(0n);
    expect((await circles.seatOf(operations, hal)).fills).to.equal(0n);
    expect((await circles.standing(kitchen, gil, garden)).inRole).to.equal(true);
  });

  it("P7 leaves its seat to the next, and takes the lowest one free where it goes", async () => {
    const world = await networkHelpers.loadFixture(cooking);
    const { circles, eve, gil, hal, operations, kitchen, garden } = world;
    const { seat: bit } = await circles.roleAt(garden);
    await enact(world, operations, [moveRole(garden, kitchen)], [gil, eve]);
    expect((await circles.roleAt(garden)).seat).to.equal(2n);
    expect(await circles.seatsTaken(kitchen)).to.equal(0b111n);
    const [orchard] = (await enact(world, operations, [createRole(0n, "Orchard")])) as [bigint];
    expect((await circles.roleAt(orchard)).seat).to.equal(bit);
    for (const person of [eve, gil, hal]) {
      expect(await circles.fills(orchard, person)).to.equal(false);
    }
    await enact(world, kitchen, [removeRole(garden, 2n)], [eve, gil]);
    expect(await circles.seatsTaken(kitchen)).to.equal(0b011n);
  });

  it("P7 finds no place in a full circle", async () => {
    const world = await networkHelpers.loadFixture(cooking);
    const { circles, structure, hand, eve, gil, operations, kitchen, garden } = world;
    const batch = (count: number) => Array.from({ length: count }, () => createRole(0n, "R"));
    for (const count of [32, 32, 30]) await enact(world, kitchen, batch(count));
    const attempt = structure
      .connect(hand)
      .enact(operations, hand, [moveRole(garden, kitchen)], [gil, eve]);
    await refused(attempt, circles, "CircleFull", kitchen);
  });

  it("P9 the anchor keeps a member, and the move is off when it would not", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, ann, ben, cem, dora, anchor } = world;
    const { council, finance, operations } = world;
    for (const [person, role] of [
      [ann, council],
      [ben, council],
      [dora, operations],
    ] as const) {
      await circles.connect(person).resign(role);
    }
    const attempt = structure
      .connect(hand)
      .enact(anchor, hand, [moveRole(finance, operations)], [cem]);
    await refused(attempt, circles, "LastMember", anchor);
  });

  it("P10 a moved role stands 32 deep at most", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations, kitchen, eve, fay } = world;
    let circle = operations;
    let inside = kitchen;
    let people: unknown[] = [eve, fay];
    for (let depth = 4; depth <= 31; depth++) {
      const [created] = (await enact(world, circle, [createRole(inside, "R")], people)) as [bigint];
      [circle, inside, people] = [inside, created, []];
    }
    // Two at depth 32, side by side: neither goes into the other.
    const [first] = (await enact(world, circle, [createRole(inside, "A")])) as [bigint];
    const [other] = (await enact(world, inside, [createRole(0n, "B")])) as [bigint];
    const attempt = structure.connect(hand).enact(inside, hand, [moveRole(other, first)], []);
    await refused(attempt, circles, "TooDeep", first);
    await enact(world, circle, [moveRole(other, 0n)]);
    expect((await circles.roleAt(other)).depth).to.equal(31n);
  });

  it("R-ROL-2 the first role inside, by a place in the list, brings it alive with its fillers", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, operations, garden, eve, gil } = world;
    const changes = [createRole(0n, "Grounds"), moveRole(garden, 1n), adoptPolicy(0n, "P")];
    const [grounds] = (await enact(world, operations, changes, [eve, gil])) as [bigint];
    const { alive, inner, members, depth } = await circles.roleAt(grounds);
    expect([alive, inner, members, depth]).to.deep.equal([true, 1n, 2n, 3n]);
    expect((await circles.roleAt(garden)).circle).to.equal(numberOf(grounds));
  });

  it("R-ADO-5 a founding write moves one level anywhere in its organisation, and in no other", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, founding, organisation, zoe, eve, fay, gil } = world;
    const { operations, kitchen, garden, council } = world;
    await found(world, { founder: zoe, ratifiers: [zoe] });
    const elsewhere = [moveRole(garden, kitchen)];
    const theirs = founding.connect(zoe).write(2n, 1n, elsewhere, [eve, fay, gil, eve], [], []);
    await refused(theirs, circles, "UnknownRole", garden);
    const { lastWrite } = await founding.progressOf(organisation);
    const sideways = founding.write(
      organisation,
      lastWrite,
      [moveRole(garden, council)],
      [],
      [],
      [],
    );
    await refused(sideways, circles, "WrongMove", garden, operations, council);
    const people = [eve, fay, gil, eve];
    await founding.write(organisation, lastWrite, [moveRole(garden, kitchen)], people, [], []);
    expect(await circles.circleOf(garden)).to.equal(kitchen);
  });
});
