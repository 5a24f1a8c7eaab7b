import { expect } from "chai";
import { network } from "hardhat";

import { adoptPolicy, amendPolicy, join, numberOf, repealPolicy } from "../helpers/changes.ts";
import { enact, found, founded } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("policies", () => {
  it("R-OUT-1 R-DYN-1 are adopted in the deciding circle, with a date to look at them again", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, anchor, operations } = world;
    const [hours, noise] = (await enact(world, operations, [
      adoptPolicy(0n, "Opening hours", 123_456n),
      adoptPolicy(operations, "Noise"),
    ])) as [bigint, bigint];
    const number = numberOf(operations);
    expect([...(await circles.policyAt(hours))]).to.deep.equal([number, 1n, 123_456n]);
    expect([...(await circles.policyAt(noise))]).to.deep.equal([number, 1n, 0n]);
    expect((await circles.roleAt(operations)).policies).to.equal(2n);
    expect((await circles.roleAt(anchor)).policies).to.equal(0n);
  });

  it("R-OUT-1 are not adopted in another circle: not outside, inside, or in another organisation", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, zoe, anchor, operations, kitchen, council } = world;
    await found(world, { founder: zoe });
    for (const [circle, target] of [
      [operations, anchor],
      [operations, kitchen],
      [operations, council],
      [anchor, operations],
      [anchor, join(2n, 1n)],
      [anchor, join(1n, 4000n)],
    ] as const) {
      const attempt = circles.connect(hand).enact(circle, hand, [adoptPolicy(target, "P")], []);
      await refused(attempt, circles, "UnknownRole", target);
    }
  });

  it("R-PRP-11 are amended against their current revision, date and all", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, operations } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P", 5n)])) as [bigint];
    const byHand = circles.connect(hand);
    for (const revision of [0n, 2n]) {
      const change = [amendPolicy(policy, revision, "Q")];
      const attempt = byHand.enact(operations, hand, change, []);
      await refused(attempt, circles, "StaleRevision", policy, revision, 1n);
      const repeal = byHand.enact(operations, hand, [repealPolicy(policy, revision)], []);
      await refused(repeal, circles, "StaleRevision", policy, revision, 1n);
    }
    await enact(world, operations, [amendPolicy(policy, 1n, "Q", 6n)]);
    expect([...(await circles.policyAt(policy))]).to.deep.equal([numberOf(operations), 2n, 6n]);
    await enact(world, operations, [amendPolicy(policy, 2n, "R")]);
    expect([...(await circles.policyAt(policy))]).to.deep.equal([numberOf(operations), 3n, 0n]);
  });

  it("are repealed once, and then they are gone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, operations } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P", 5n)])) as [bigint];
    await enact(world, operations, [repealPolicy(policy)]);
    expect([...(await circles.policyAt(policy))]).to.deep.equal([0n, 0n, 0n]);
    expect((await circles.roleAt(operations)).policies).to.equal(0n);
    for (const change of [
      repealPolicy(policy),
      repealPolicy(policy, 0n),
      amendPolicy(policy, 0n, "Q"),
    ]) {
      const attempt = circles.connect(hand).enact(operations, hand, [change], []);
      await refused(attempt, circles, "UnknownPolicy", policy);
    }
  });

  it("P2 are changed by the circle that holds them alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, anchor, operations, kitchen, council } = world;
    const [policy] = (await enact(world, operations, [adoptPolicy(0n, "P")])) as [bigint];
    for (const circle of [anchor, kitchen, council]) {
      for (const change of [amendPolicy(policy, 1n, "Q"), repealPolicy(policy)]) {
        const attempt = circles.connect(hand).enact(circle, hand, [change], []);
        await refused(attempt, circles, "UnknownPolicy", policy);
      }
    }
    // A number of this organisation in another one, and a role, are no policies.
    for (const target of [join(2n, numberOf(policy)), kitchen]) {
      const attempt = circles.connect(hand).enact(operations, hand, [repealPolicy(target)], []);
      await refused(attempt, circles, "UnknownPolicy", target);
    }
  });

  it("P2 a policy of another organisation is out of reach, though its circle has the same number", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, founding, hand, zoe, anchor } = world;
    await found(world, { founder: zoe, ratifiers: [zoe] });
    const byZoe = founding.connect(zoe);
    await byZoe.write(2n, 2n, [adoptPolicy(0n, "Theirs")], [], [], []);
    const theirs = join(2n, 3n);
    expect((await circles.policyAt(theirs)).circle).to.equal(numberOf(anchor));
    for (const change of [amendPolicy(theirs, 1n, "Ours"), repealPolicy(theirs)]) {
      const attempt = circles.connect(hand).enact(anchor, hand, [change], []);
      await refused(attempt, circles, "UnknownPolicy", theirs);
    }
  });
});
