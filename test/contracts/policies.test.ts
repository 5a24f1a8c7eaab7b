import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  createRole,
  join,
  movePolicy,
  NO_WORDS,
  numberOf,
  repealPolicy,
  Tag,
} from "../helpers/changes.ts";
import { propose } from "../helpers/consent.ts";
import { enact, found, founded, written } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("policies", () => {
  it("R-OUT-1 R-DYN-1 are adopted in the deciding circle, with a date to look at them again", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, operations } = world;
    const [hours, noise] = (await enact(world, operations, [
      adoptPolicy(0n, "Opening hours", 123_456n),
      adoptPolicy(operations, "Noise"),
    ])) as [bigint, bigint];
    const number = numberOf(operations);
    expect([...(await structure.policyAt(hours))]).to.deep.equal([
      number,
      1n,
      123_456n,
      Tag.Constraint,
      0n,
    ]);
    expect([...(await structure.policyAt(noise))]).to.deep.equal([
      number,
      1n,
      0n,
      Tag.Constraint,
      0n,
    ]);
    expect((await circles.roleAt(operations)).policies).to.equal(2n);
    expect((await circles.roleAt(anchor)).policies).to.equal(0n);
  });

  it("R-OUT-1 are not adopted in another circle: not outside, inside, or in another organisation", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, zoe, anchor, operations, kitchen, council } = world;
    await found(world, { founder: zoe });
    for (const [circle, target] of [
      [operations, anchor],
      [operations, kitchen],
      [operations, council],
      [anchor, operations],
      [anchor, join(2n, 1n)],
      [anchor, join(1n, 4000n)],
    ] as const) {
      const attempt = structure.connect(hand).enact(circle, hand, [adoptPolicy(target, "P")], []);
      await refused(attempt, circles, "UnknownRole", target);
    }
  });

  it("R-PRP-11 are amended against their current revision, date and all", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P", 5n)])) as [bigint];
    const byHand = structure.connect(hand);
    for (const revision of [0n, 2n]) {
      const change = [amendPolicy(policy, revision, "Q")];
      const attempt = byHand.enact(operations, hand, change, []);
      await refused(attempt, circles, "StaleRevision", policy, revision, 1n);
      const repeal = byHand.enact(operations, hand, [repealPolicy(policy, revision)], []);
      await refused(repeal, circles, "StaleRevision", policy, revision, 1n);
    }
    await enact(world, operations, [amendPolicy(policy, 1n, "Q", 6n)]);
    expect([...(await structure.policyAt(policy))]).to.deep.equal([
      numberOf(operations),
      2n,
      6n,
      1n,
      0n,
    ]);
    await enact(world, operations, [amendPolicy(policy, 2n, "R")]);
    expect([...(await structure.policyAt(policy))]).to.deep.equal([
      numberOf(operations),
      3n,
      0n,
      1n,
      0n,
    ]);
  });

  it("are repealed once, and then they are gone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P", 5n)])) as [bigint];
    await enact(world, operations, [repealPolicy(policy)]);
    expect([...(await structure.policyAt(policy))]).to.deep.equal([0n, 0n, 0n, 0n, 0n]);
    expect((await circles.roleAt(operations)).policies).to.equal(0n);
    for (const change of [
      repealPolicy(policy),
      repealPolicy(policy, 0n),
      amendPolicy(policy, 0n, "Q"),
    ]) {
      const attempt = structure.connect(hand).enact(operations, hand, [change], []);
      await refused(attempt, structure, "UnknownPolicy", policy);
    }
  });

  it("P2 are changed by the circle that holds them alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations, kitchen, council } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P")])) as [bigint];
    for (const circle of [anchor, kitchen, council]) {
      for (const change of [amendPolicy(policy, 1n, "Q"), repealPolicy(policy)]) {
        const attempt = structure.connect(hand).enact(circle, hand, [change], []);
        await refused(attempt, structure, "UnknownPolicy", policy);
      }
    }
    // A role is no policy, nor is a number of this organisation in another one.
    for (const [target, by, error] of [
      [kitchen, structure, "UnknownPolicy"],
      [join(2n, numberOf(policy)), circles, "UnknownRole"],
    ] as const) {
      const attempt = structure.connect(hand).enact(operations, hand, [repealPolicy(target)], []);
      await refused(attempt, by, error, target);
    }
  });

  it("P2 a policy of another organisation is out of reach, though its circle has the same number", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, founding, hand, zoe, anchor } = world;
    await found(world, { founder: zoe, ratifiers: [zoe] });
    const byZoe = founding.connect(zoe);
    await byZoe.write(2n, 1n, [adoptPolicy(0n, "Theirs")], [], [], []);
    const theirs = join(2n, 2n);
    expect((await structure.policyAt(theirs)).circle).to.equal(numberOf(anchor));
    for (const change of [amendPolicy(theirs, 1n, "Ours"), repealPolicy(theirs)]) {
      const attempt = structure.connect(hand).enact(anchor, hand, [change], []);
      await refused(attempt, world.circles, "UnknownRole", theirs);
    }
  });

  it("R-POL-1 carry one or more of exactly four kinds", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, consent, eve, operations, kitchen, garden } = world;
    const asked = (tags: bigint, slot = 0n) =>
      propose(world, eve, operations, kitchen, { slot, changes: [adoptPolicy(0n, "P", 0n, tags)] });
    for (const tags of [0n, Tag.HereAlone, Tag.InsideToo, Tag.Binding, 112n, 128n, 129n, 255n]) {
      await refused(asked(tags), consent, "WrongTags", tags);
    }
    const amended = [amendPolicy(garden, 1n, "P", 0n, 0n)];
    const attempt = propose(world, eve, operations, kitchen, { changes: amended });
    await refused(attempt, consent, "WrongTags", 0n);
    // Each alone and all together, as the founding writes them too.
    const { Constraint, Grant, Domain, Default } = Tag;
    const kinds = [Constraint, Grant, Domain, Default, Constraint | Grant | Domain | Default];
    const changes = kinds.map((tags) => adoptPolicy(0n, "P", 0n, tags));
    await propose(world, eve, operations, kitchen, { changes });
    const ids = await enact(world, operations, changes);
    for (const [index, id] of ids.entries()) {
      expect((await structure.policyAt(id)).tags).to.equal(kinds[index]);
    }
    await enact(world, operations, [amendPolicy(ids[0]!, 1n, "Q", 0n, Domain)]);
    expect((await structure.policyAt(ids[0])).tags).to.equal(Domain);
  });

  it("R-POL-1 are looked at for their kinds in a founding write too", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, organisation } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const changes = [adoptPolicy(0n, "P", 0n, 0n)];
    const attempt = founding.write(organisation, lastWrite, changes, [], [], []);
    await refused(attempt, founding, "WrongTags", 0n);
  });

  it("R-POL-2 say of their reach only what their kinds leave open", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, consent, eve, operations, kitchen } = world;
    const { Constraint, Grant, Domain, Default, HereAlone, InsideToo, Binding } = Tag;
    const asked = (tags: bigint) =>
      propose(world, eve, operations, kitchen, { changes: [adoptPolicy(0n, "P", 0n, tags)] });
    for (const tags of [
      Default | HereAlone,
      Constraint | InsideToo,
      Grant | InsideToo,
      Domain | InsideToo,
      Default | Binding,
      Constraint | HereAlone | Binding,
      Constraint | Default | HereAlone | Binding,
    ]) {
      await refused(asked(tags), consent, "WrongTags", tags);
    }
    const right = [
      Constraint | HereAlone,
      Grant | HereAlone,
      Domain | HereAlone,
      Default | InsideToo,
      Default | InsideToo | Binding,
      Constraint | Default | HereAlone | InsideToo | Binding,
    ];
    const changes = right.map((tags) => adoptPolicy(0n, "P", 0n, tags));
    await propose(world, eve, operations, kitchen, { changes });
    const ids = await enact(world, operations, changes);
    for (const [index, id] of ids.entries()) {
      expect((await structure.policyAt(id)).tags).to.equal(right[index]);
    }
  });

  it("R-POL-3 bind what the deciding circle holds: nothing outside it, nothing beside it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations, kitchen, council } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P")])) as [bigint];
    for (const [circle, target] of [
      [operations, anchor],
      [operations, council],
      [kitchen, operations],
    ] as const) {
      const grant = [adoptPolicy(target, "Ours", 0n, Tag.Grant)];
      const attempt = structure.connect(hand).enact(circle, hand, grant, []);
      await refused(attempt, circles, "UnknownRole", target);
    }
    // Nor does one wander outside by the circle that holds it.
    const moved = structure.connect(hand).enact(operations, hand, [movePolicy(policy, anchor)], []);
    await refused(moved, circles, "WrongMove", policy, operations, anchor);
  });

  describe("moving", () => {
    it("R-MOV-1 R-OUT-1 into a role of the deciding circle, one level", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, anchor, operations, kitchen, garden, council } = world;
      const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P", 7n)])) as [bigint];
      const attempt = (circle: bigint, to: bigint) =>
        structure.connect(hand).enact(circle, hand, [movePolicy(policy, to)], []);
      for (const [circle, to] of [
        [operations, operations],
        [operations, anchor],
        [operations, council],
        [anchor, kitchen],
        [anchor, council],
        [kitchen, kitchen],
        [garden, kitchen],
      ] as const) {
        await refused(attempt(circle, to), circles, "WrongMove", policy, operations, to);
      }
      for (const nowhere of [join(world.organisation, 4000n), policy]) {
        await refused(attempt(operations, nowhere), circles, "UnknownRole", nowhere);
      }
      const theirs = join(2n, 1n);
      await refused(attempt(operations, theirs), circles, "UnknownRole", theirs);
      await enact(world, operations, [movePolicy(policy, kitchen)]);
      const moved = [numberOf(kitchen), 2n, 7n, Tag.Constraint, 0n];
      expect([...(await structure.policyAt(policy))]).to.deep.equal(moved);
      expect((await circles.roleAt(operations)).policies).to.equal(0n);
      expect((await circles.roleAt(kitchen)).policies).to.equal(1n);
      // It is the role's own now: its circle governs it.
      const outside = [amendPolicy(policy, 2n, "Q")];
      const amending = structure.connect(hand).enact(operations, hand, outside, []);
      await refused(amending, structure, "UnknownPolicy", policy);
      await enact(world, kitchen, [amendPolicy(policy, 2n, "Q")]);
    });

    it("R-MOV-2 R-OUT-1 out of a role of the deciding circle, by that circle alone", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, anchor, operations, kitchen, garden } = world;
      const [policy] = (await enact(world, kitchen, [adoptPolicy(0n, "P")])) as [bigint];
      const attempt = (circle: bigint, to: bigint) =>
        structure.connect(hand).enact(circle, hand, [movePolicy(policy, to)], []);
      for (const [circle, to] of [
        [kitchen, operations],
        [anchor, operations],
        [anchor, anchor],
        [operations, garden],
      ] as const) {
        await refused(attempt(circle, to), circles, "WrongMove", policy, kitchen, to);
      }
      await enact(world, operations, [movePolicy(policy, 0n)]);
      expect((await structure.policyAt(policy)).circle).to.equal(numberOf(operations));
      expect((await circles.roleAt(kitchen)).policies).to.equal(0n);
      expect((await circles.roleAt(operations)).policies).to.equal(1n);
    });

    it("R-PRP-11 names the revision and a policy in force", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, structure, hand, operations, kitchen, garden } = world;
      const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P")])) as [bigint];
      const attempt = (target: bigint, revision: bigint) =>
        structure
          .connect(hand)
          .enact(operations, hand, [movePolicy(target, kitchen, revision)], []);
      for (const revision of [0n, 2n]) {
        await refused(attempt(policy, revision), circles, "StaleRevision", policy, revision, 1n);
      }
      for (const target of [garden, policy + 90n]) {
        await refused(attempt(target, 0n), structure, "UnknownPolicy", target);
      }
      await enact(world, operations, [repealPolicy(policy)]);
      await refused(attempt(policy, 0n), structure, "UnknownPolicy", policy);
      // A role that the same list creates takes one in.
      const changes = [createRole(0n, "R"), adoptPolicy(0n, "P")];
      const [, second] = (await enact(world, operations, changes)) as [bigint, bigint];
      const [role] = (await enact(world, operations, [
        createRole(0n, "S"),
        movePolicy(second, 1n),
      ])) as [bigint];
      expect((await structure.policyAt(second)).circle).to.equal(numberOf(role));
    });

    it("R-MOV-1 R-MOV-2 says why, and nothing else", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      const move = movePolicy(9n, kitchen);
      const asked = (words: object) =>
        propose(world, eve, operations, kitchen, {
          changes: [{ ...move, words: { ...move.words, ...words } }],
        });
      await refused(asked({ text: "" }), consent, "BadWords", "text", 0, 4096);
      await refused(asked({ text: "x".repeat(4097) }), consent, "BadWords", "text", 4097, 4096);
      for (const words of [{ name: "n" }, { domains: ["d"] }, { accountabilities: ["a"] }]) {
        await refused(asked(words), consent, "UnusedField", 1);
      }
      await refused(asked(NO_WORDS), consent, "BadWords", "text", 0, 4096);
      await asked({});
    });
  });
});
