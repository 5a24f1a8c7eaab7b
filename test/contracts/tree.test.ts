import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendRole,
  configure,
  createRole,
  join,
  numberOf,
  removeRole,
  repealPolicy,
  role,
} from "../helpers/changes.ts";
import {
  enact,
  found,
  founded,
  foundSmall,
  seat,
  strangers,
  welcome,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("the tree of roles", () => {
  describe("who changes it", () => {
    it("P2 processes with the bits that the changes need, and nobody else", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, treasury, ann, cem, dora, hand, zoe, organisation } = world;
      const { operations } = world;
      const pantry = [createRole(0n, "Pantry")];
      const settings = [configure(0n, 0n, { window: 4n * DAY })];
      for (const person of [ann, cem, dora, zoe]) {
        const byPerson = structure.connect(person);
        const roles = byPerson.enact(operations, person, pantry, []);
        await refused(roles, circles, "NotProcess", organisation, person, 5n);
        const both = byPerson.enact(operations, person, [...pantry, ...settings], []);
        await refused(both, circles, "NotProcess", organisation, person, 7n);
      }
      const recorder = await ethers.getImpersonatedSigner(await treasury.getAddress());
      await networkHelpers.setBalance(recorder.address, 10n ** 18n);
      const byTreasury = structure.connect(recorder).enact(operations, zoe, pantry, []);
      await refused(byTreasury, circles, "NotProcess", organisation, recorder, 5n);
      const elsewhere = structure.connect(hand).enact(join(2n, 1n), hand, pantry, []);
      await refused(elsewhere, circles, "NotProcess", 2n, hand, 5n);
    });

    it("P2 each kind of change needs its own bit", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, ben, cem, dora, hand } = world;
      const processes = [
        { process: hand, bits: 7n },
        { process: ben, bits: 5n },
        { process: cem, bits: 6n },
        { process: dora, bits: 3n },
      ];
      const { anchor } = await foundSmall(world, world.eve, { processes, treasury: hand });
      const roles = [createRole(0n, "R")];
      const settings = [configure(0n, 1n, { window: 4n * DAY })];
      const attempt = (process: typeof ben, changes: object[]) =>
        structure.connect(process).enact(anchor, process, changes, []);
      await refused(attempt(ben, settings), circles, "NotProcess", 2n, ben, 6n);
      await refused(attempt(cem, roles), circles, "NotProcess", 2n, cem, 5n);
      await refused(attempt(cem, [...settings, ...roles]), circles, "NotProcess", 2n, cem, 7n);
      await refused(attempt(dora, roles), circles, "NotProcess", 2n, dora, 5n);
      await attempt(ben, roles);
      await attempt(cem, settings);
    });

    it("P2 the record itself is changed through the contract of structure alone", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, consent, founding, partners, ann, dora, hand, zoe } = world;
      const { anchor, operations, kitchen, garden } = world;
      const contracts = [consent, founding, partners].map(async (contract) => {
        const address = await contract.getAddress();
        await networkHelpers.setBalance(address, 10n ** 18n);
        return await ethers.getImpersonatedSigner(address);
      });
      for (const caller of [ann, dora, hand, zoe, ...(await Promise.all(contracts))]) {
        const byCaller = circles.connect(caller);
        for (const attempt of [
          () => byCaller.createRole(operations, operations, []),
          () => byCaller.amendRole(operations, kitchen, 1n),
          () => byCaller.removeRole(operations, kitchen, 1n, [world.eve, world.fay]),
          () => byCaller.moveRole(garden, kitchen, 1n, []),
          () => byCaller.follow(garden, 0n, kitchen, 0n, world.ann, []),
          () => byCaller.limitRole(operations, kitchen, 1n, 1n),
          () => byCaller.countPolicy(anchor, true),
        ]) {
          await refused(attempt(), circles, "NotStructure", caller);
        }
      }
    });

    it("refuses a circle that does not exist", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, organisation } = world;
      const nowhere = join(organisation, 4000n);
      for (const circle of [nowhere, join(organisation, 0n)]) {
        const attempt = structure.connect(hand).enact(circle, hand, [createRole(0n, "R")], []);
        await refused(attempt, circles, "UnknownRole", circle);
      }
    });
  });

  describe("creating a role", () => {
    it("R-ROL-3 fixes its circle and takes the lowest free seat", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, operations, kitchen } = world;
      const [pantry, attic] = (await enact(world, operations, [
        createRole(0n, "Pantry"),
        createRole(operations, "Attic"),
      ])) as [bigint, bigint];
      expect((await circles.roleAt(pantry)).toObject()).to.deep.equal({
        circle: numberOf(operations),
        revision: 1n,
        links: 0n,
        epoch: 0n,
        lastDeparture: 0n,
        numbers: 0n,
        members: 0n,
        policies: 0n,
        inner: 0n,
        fillers: 0n,
        voices: 0n,
        limit: 0n,
        reps: 0n,
        seat: 3n,
        depth: 3n,
        alive: false,
      });
      expect((await circles.roleAt(attic)).seat).to.equal(4n);
      expect(await circles.seatsTaken(operations)).to.equal(0b11111n);
      expect((await circles.roleAt(operations)).inner).to.equal(4n);
      await enact(world, operations, [removeRole(pantry)]);
      expect(await circles.seatsTaken(operations)).to.equal(0b10111n);
      const [cellar] = (await enact(world, operations, [createRole(0n, "Cellar")])) as [bigint];
      expect((await circles.roleAt(cellar)).seat).to.equal(3n);
      expect((await circles.roleAt(kitchen)).seat).to.equal(1n);
    });

    it("R-ROL-2 the first one inside a role brings it alive, with its fillers seated inside", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, eve, fay, operations, kitchen } = world;
      const { epoch } = await circles.roleAt(operations);
      await enact(world, operations, [createRole(kitchen, "Stove")], [fay, eve]);
      const { alive, members, numbers, epoch: inside } = await circles.roleAt(kitchen);
      expect([alive, members, numbers, inside]).to.deep.equal([true, 2n, 2n, 2n]);
      expect((await circles.seatOf(kitchen, fay)).number).to.equal(1n);
      expect((await circles.seatOf(kitchen, eve)).number).to.equal(2n);
      expect(await circles.leads(kitchen, eve)).to.equal(true);
      // For the circle around it nothing changed.
      expect((await circles.roleAt(operations)).epoch).to.equal(epoch);
    });

    it("R-ROL-2 whoever fills it later is seated inside too, and leaves both at once", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, dora, eve, fay, hal, operations, kitchen } = world;
      await enact(world, operations, [createRole(kitchen, "Stove")], [eve, fay]);
      await seat(world, dora, kitchen, hal);
      expect(await circles.leads(kitchen, hal)).to.equal(true);
      await circles.connect(dora).revoke(kitchen, hal);
      expect(await circles.leads(kitchen, hal)).to.equal(false);
      expect((await circles.roleAt(kitchen)).members).to.equal(2n);
    });

    it("R-ROL-2 needs exactly its fillers, each once", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, eve, fay, gil, zoe, operations, kitchen, hand } = world;
      const attempt = (people: unknown[]) =>
        structure.connect(hand).enact(operations, hand, [createRole(kitchen, "Stove")], people);
      for (const people of [
        [],
        [eve],
        [eve, eve],
        [eve, gil],
        [zoe, fay],
        [fay, ethers.ZeroAddress],
      ]) {
        await refused(attempt(people), circles, "WrongPeople", kitchen);
      }
      await refused(attempt([eve, fay, gil]), circles, "WrongPeople", 0n);
      await attempt([eve, fay]);
      const second = structure.connect(hand);
      const again = second.enact(kitchen, hand, [createRole(0n, "Sink")], [eve, fay]);
      await refused(again, circles, "WrongPeople", 0n);
    });

    it("R-ASG-11 reaches one level: nothing inside a circle that is alive, nothing deeper", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, anchor, operations, kitchen, council } = world;
      const attempt = (circle: bigint, target: bigint) =>
        structure.connect(hand).enact(circle, hand, [createRole(target, "R")], []);
      await refused(attempt(anchor, operations), circles, "UnknownRole", operations);
      await refused(attempt(anchor, kitchen), circles, "UnknownRole", kitchen);
      await refused(attempt(operations, anchor), circles, "UnknownRole", anchor);
      await refused(attempt(operations, council), circles, "UnknownRole", council);
      await refused(attempt(council, operations), circles, "UnknownRole", operations);
      // Also by place: inside what this very list created, only the first one.
      const list = [createRole(0n, "Outer"), createRole(1n, "Inner"), createRole(1n, "Second")];
      const second = structure.connect(hand).enact(operations, hand, list, []);
      await refused(second, circles, "UnknownRole");
      const deeper = [createRole(0n, "Outer"), createRole(1n, "Inner"), createRole(2n, "Deep")];
      const third = structure.connect(hand).enact(operations, hand, deeper, []);
      await refused(third, circles, "UnknownRole");
      await enact(world, operations, list.slice(0, 2));
    });

    it("once alive, always alive: its last inner role may go", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, eve, fay, hand, operations, kitchen } = world;
      const people = [eve, fay];
      const [stove] = (await enact(world, operations, [createRole(kitchen, "Stove")], people)) as [
        bigint,
      ];
      await enact(world, kitchen, [removeRole(stove)]);
      expect((await circles.roleAt(kitchen)).members).to.equal(2n);
      const attempt = structure.connect(hand);
      const outer = attempt.enact(operations, hand, [createRole(kitchen, "Sink")], people);
      await refused(outer, circles, "UnknownRole", kitchen);
      await enact(world, kitchen, [createRole(0n, "Sink")]);
    });

    it("holds 95 roles in a circle", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, operations, dora, hal } = world;
      const batch = (count: number) => Array.from({ length: count }, () => createRole(0n, "R"));
      for (let made = 2; made < 95; made += 31) await enact(world, operations, batch(31));
      const { inner } = await circles.roleAt(operations);
      expect(inner).to.equal(95n);
      const attempt = structure.connect(hand).enact(operations, hand, batch(1), []);
      await refused(attempt, circles, "CircleFull", operations);
      expect(await circles.seatsTaken(operations)).to.equal((1n << 96n) - 1n);
      const last = join(world.organisation, numberOf(BigInt(await circles.head(1n))));
      expect((await circles.roleAt(last)).seat).to.equal(95n);
      // The last seat works like any other.
      await seat(world, dora, last, hal);
      const { fills, voices } = await circles.seatOf(operations, hal);
      expect([fills, voices]).to.deep.equal([1n << 95n, 1n << 95n]);
      expect(await circles.fills(last, hal)).to.equal(true);
      await enact(world, operations, [removeRole(last)], [hal]);
      await enact(world, operations, batch(1));
    });

    it("P10 stands 32 deep at most", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, kitchen, operations, eve, fay } = world;
      let circle = operations;
      let inside = kitchen;
      let people: unknown[] = [eve, fay];
      for (let depth = 4; depth <= 32; depth++) {
        const [created] = (await enact(world, circle, [createRole(inside, "R")], people)) as [
          bigint,
        ];
        expect((await circles.roleAt(created)).depth).to.equal(BigInt(depth));
        [circle, inside, people] = [inside, created, []];
      }
      const attempt = structure.connect(hand).enact(circle, hand, [createRole(inside, "R")], []);
      await refused(attempt, circles, "TooDeep", inside);
    });
  });

  describe("amending a role", () => {
    it("R-PRP-11 raises its revision by one, and names the one it was written against", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, operations, kitchen } = world;
      const attempt = (revision: bigint) =>
        structure
          .connect(hand)
          .enact(operations, hand, [amendRole(kitchen, revision, role("K"))], []);
      for (const revision of [0n, 2n]) {
        await refused(attempt(revision), circles, "StaleRevision", kitchen, revision, 1n);
      }
      await attempt(1n);
      await refused(attempt(1n), circles, "StaleRevision", kitchen, 1n, 2n);
      await attempt(2n);
      expect((await circles.roleAt(kitchen)).revision).to.equal(3n);
    });

    it("R-ROL-7 an anchor also amends itself; no other circle does", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, anchor, operations } = world;
      await enact(world, anchor, [amendRole(0n, 1n, role("Commons, renewed"))]);
      expect((await circles.roleAt(anchor)).revision).to.equal(2n);
      const change = [amendRole(0n, 1n, role("We"))];
      const attempt = structure.connect(hand).enact(operations, hand, change, []);
      await refused(attempt, circles, "UnknownRole", operations);
      await enact(world, anchor, [amendRole(operations, 1n, role("They"))]);
    });

    it("P2 refuses roles of other circles, of other organisations, and none", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, zoe, anchor, operations, kitchen, council, organisation } =
        world;
      await found(world, { founder: zoe });
      for (const [circle, target] of [
        [anchor, kitchen],
        [operations, council],
        [operations, anchor],
        [operations, join(organisation, 4000n)],
        [anchor, join(2n, 1n)],
        [anchor, join(3n, 1n)],
      ] as const) {
        for (const change of [amendRole(target, 1n, role("Mine")), removeRole(target)]) {
          const attempt = structure.connect(hand).enact(circle, hand, [change], []);
          await refused(attempt, circles, "UnknownRole", target);
        }
      }
    });
  });

  describe("removing a role", () => {
    it("R-ROL-3 unseats all its fillers, who must be listed, each once", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, eve, fay, gil, zoe, hand, organisation, operations, kitchen } =
        world;
      const attempt = (people: unknown[]) =>
        structure.connect(hand).enact(operations, hand, [removeRole(kitchen)], people);
      for (const people of [[], [eve], [eve, eve], [gil, eve], [fay, zoe]]) {
        await refused(attempt(people), circles, "WrongPeople", kitchen);
      }
      await refused(attempt([eve, fay, gil]), circles, "WrongPeople", 0n);
      await attempt([fay, eve]);
      const { members, inner } = await circles.roleAt(operations);
      expect([members, inner]).to.deep.equal([3n, 1n]);
      expect((await circles.partnerAt(organisation, fay)).seats).to.equal(0n);
      expect((await circles.partnerAt(organisation, eve)).seats).to.equal(1n);
      // All of it is gone but where it stood.
      const [stood, ...gone] = [...(await circles.roleAt(kitchen))];
      expect(stood).to.equal(numberOf(operations));
      expect(gone.every((value) => !value)).to.equal(true);
      const again = structure.connect(hand).enact(operations, hand, [removeRole(kitchen)], []);
      await refused(again, circles, "UnknownRole", kitchen);
    });

    it("R-ROL-3 uses the people of several changes in their order", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, eve, fay, gil, hand, operations, kitchen, garden } = world;
      const changes = [removeRole(garden), createRole(kitchen, "Stove"), removeRole(3n)];
      const wrong = structure.connect(hand);
      const attempt = wrong.enact(operations, hand, changes.slice(0, 2), [eve, fay, gil, eve]);
      await refused(attempt, circles, "WrongPeople", garden);
      await enact(world, operations, changes.slice(0, 2), [gil, eve, fay, eve]);
      expect((await circles.roleAt(kitchen)).members).to.equal(2n);
    });

    it("R-ROL-3 refuses one that holds roles or policies inside", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, eve, fay, dora, hand, anchor, operations, kitchen, garden, gil } =
        world;
      const byHand = structure.connect(hand);
      const whole = byHand.enact(anchor, hand, [removeRole(operations)], [dora]);
      await refused(whole, circles, "NotEmpty", operations);
      const people = [eve, fay];
      const [stove] = (await enact(world, operations, [createRole(kitchen, "Stove")], people)) as [
        bigint,
      ];
      const [heat] = (await enact(world, kitchen, [
        adoptPolicy(0n, "Heat"),
        removeRole(stove),
      ])) as [bigint];
      const holding = byHand.enact(operations, hand, [removeRole(kitchen)], people);
      await refused(holding, circles, "NotEmpty", kitchen);
      await enact(world, kitchen, [repealPolicy(heat)]);
      await enact(world, operations, [removeRole(kitchen)], people);
      await enact(world, operations, [removeRole(garden)], [eve, gil]);
      await enact(world, anchor, [removeRole(operations)], [dora]);
      expect((await circles.roleAt(operations)).depth).to.equal(0n);
      expect((await circles.seatOf(operations, dora)).voices).to.equal(0n);
    });

    it("P9 refuses an anchor, and a revision that is not current", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, anchor, operations, kitchen } = world;
      const byHand = structure.connect(hand);
      const whole = byHand.enact(anchor, hand, [removeRole(0n)], []);
      await refused(whole, circles, "UnknownRole", anchor);
      const stale = byHand.enact(operations, hand, [removeRole(kitchen, 2n)], []);
      await refused(stale, circles, "StaleRevision", kitchen, 2n, 1n);
    });

    it("P9 64 fillers of a circle that is alive leave in one transaction", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, dora, eve, fay, operations, kitchen } = world;
      const people = await strangers(connection, 62);
      await welcome(world, people);
      for (const person of people) await circles.connect(dora).offer(kitchen, person);
      const all = [eve, fay, ...people];
      const [stove] = (await enact(world, operations, [createRole(kitchen, "Stove")], all)) as [
        bigint,
      ];
      await enact(world, kitchen, [removeRole(stove)]);
      await enact(world, operations, [removeRole(kitchen)], all);
      expect((await circles.roleAt(operations)).members).to.equal(3n);
    });
  });

  describe("places in a list", () => {
    it("name the role that an earlier change of the list created, and nothing else", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, operations, kitchen } = world;
      const attempt = (changes: object[]) =>
        structure.connect(hand).enact(operations, hand, changes, []);
      await refused(attempt([createRole(1n, "R")]), structure, "UnknownPlace", 1n);
      await refused(
        attempt([createRole(0n, "R"), createRole(2n, "S")]),
        structure,
        "UnknownPlace",
        2n,
      );
      await refused(
        attempt([createRole(0n, "R"), createRole(3n, "S")]),
        structure,
        "UnknownPlace",
        3n,
      );
      const policy = [adoptPolicy(0n, "P"), createRole(1n, "S")];
      const adopted = ((await circles.head(1n)) as string).slice(-8);
      const named = join(1n, BigInt(`0x${adopted}`) + 1n);
      await refused(attempt(policy), circles, "UnknownRole", named);
      const amended = [amendRole(kitchen, 1n, role("K")), createRole(1n, "S")];
      await refused(attempt(amended), structure, "UnknownPlace", 1n);
      const number = numberOf(kitchen) + 100n;
      await refused(attempt([removeRole(number)]), structure, "UnknownPlace", number);
      const ids = await enact(world, operations, [
        createRole(0n, "R"),
        createRole(1n, "S"),
        amendRole(1n, 1n, role("R2")),
        createRole(0n, "T"),
        removeRole(4n),
      ]);
      expect((await circles.roleAt(ids[1])).circle).to.equal(numberOf(ids[0]!));
      expect((await circles.roleAt(ids[0])).revision).to.equal(2n);
      expect((await circles.roleAt(ids[2])).depth).to.equal(0n);
    });
  });
});
