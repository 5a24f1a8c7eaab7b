import { expect } from "chai";
import { network } from "hardhat";

import { adoptPolicy, configure, createRole, join, removeRole } from "../helpers/changes.ts";
import { enact, found, founded, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("settings", () => {
  it("P9 windows last from 3 to 60 days, to the second, also at the anchor", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, anchor, operations } = world;
    const byHand = circles.connect(hand);
    for (const [circle, revision] of [
      [operations, 0n],
      [anchor, 2n],
    ] as const) {
      for (const window of [1n, 3n * DAY - 1n, 60n * DAY + 1n, 2n ** 32n - 1n]) {
        const attempt = byHand.enact(circle, hand, [configure(0n, revision, { window })], []);
        await refused(attempt, circles, "WindowOutOfBounds", circle, window);
      }
      await enact(world, circle, [configure(0n, revision, { window: 3n * DAY })]);
      expect((await circles.census(circle)).window).to.equal(3n * DAY);
      await enact(world, circle, [configure(0n, revision + 1n, { window: 60n * DAY })]);
      expect((await circles.census(circle)).window).to.equal(60n * DAY);
    }
    const none = byHand.enact(anchor, hand, [configure(0n, 4n, {})], []);
    await refused(none, circles, "WindowOutOfBounds", anchor, 0n);
  });

  it("a circle's own window holds, else the anchor's; nothing between", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, anchor, operations, kitchen, eve, fay } = world;
    await enact(
      world,
      operations,
      [createRole(kitchen, "Stove"), configure(0n, 0n, { window: 7n * DAY })],
      [eve, fay],
    );
    const window = async (circle: bigint) => (await circles.census(circle)).window;
    expect(await window(operations)).to.equal(7n * DAY);
    expect(await window(kitchen)).to.equal(WINDOW);
    const settings = { admission: 0n, assigner: 0n };
    await enact(world, anchor, [configure(0n, 2n, { window: 9n * DAY, ...settings })]);
    expect(await window(operations)).to.equal(7n * DAY);
    expect(await window(kitchen)).to.equal(9n * DAY);
    await enact(world, operations, [configure(0n, 1n, {})]);
    expect(await window(operations)).to.equal(9n * DAY);
    const [own, revision] = await circles.settingsOf(operations);
    expect([...own, revision]).to.deep.equal([0n, 0n, 0n, 2n]);
  });

  it("R-ASG-10 only the anchor names who admits and who assigns", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, operations, kitchen, council } = world;
    for (const part of [{ admission: kitchen }, { assigner: kitchen }, { admission: council }]) {
      const change = [configure(0n, 0n, { window: WINDOW, ...part })];
      const attempt = circles.connect(hand).enact(operations, hand, change, []);
      await refused(attempt, circles, "WrongSettings", operations, Object.values(part)[0]);
    }
  });

  it("R-ASG-10 and only live roles of its own organisation", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, zoe, cem, anchor, finance, garden, organisation } = world;
    await found(world, { founder: zoe });
    const [policy] = (await enact(world, anchor, [adoptPolicy(0n, "P")])) as [bigint];
    await enact(world, anchor, [removeRole(finance)], [cem]);
    for (const named of [finance, policy, join(organisation, 4000n), join(2n, 1n), join(3n, 1n)]) {
      for (const part of ["admission", "assigner"]) {
        const change = [configure(0n, 2n, { window: WINDOW, [part]: named })];
        const attempt = circles.connect(hand).enact(anchor, hand, change, []);
        await refused(attempt, circles, "WrongSettings", anchor, named);
      }
    }
    const places = [configure(0n, 2n, { window: WINDOW, admission: 1n })];
    const nothing = circles.connect(hand).enact(anchor, hand, places, []);
    await refused(nothing, circles, "UnknownPlace", 1n);
    // Any level will do, and a role that the same list creates.
    const changes = [
      createRole(0n, "Door"),
      configure(0n, 2n, { window: WINDOW, admission: garden, assigner: 1n }),
    ];
    const [door] = (await enact(world, anchor, changes)) as [bigint];
    const [settings, revision] = await circles.settingsOf(anchor);
    expect([...settings, revision]).to.deep.equal([WINDOW, garden, door, 3n]);
  });

  it("P2 are a circle's own: no circle sets another's", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, zoe, anchor, operations, kitchen } = world;
    await found(world, { founder: zoe });
    for (const [circle, target] of [
      [anchor, operations],
      [operations, anchor],
      [operations, kitchen],
      [anchor, join(2n, 1n)],
      [operations, join(1n, 4000n)],
    ] as const) {
      const change = [configure(target, 0n, { window: WINDOW })];
      const attempt = circles.connect(hand).enact(circle, hand, change, []);
      await refused(attempt, circles, "UnknownRole", target);
    }
  });

  it("R-PRP-11 name the revision they replace", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, hand, anchor, operations } = world;
    const attempt = (circle: bigint, revision: bigint) =>
      circles
        .connect(hand)
        .enact(circle, hand, [configure(circle, revision, { window: 4n * DAY })], []);
    await refused(attempt(anchor, 1n), circles, "StaleRevision", anchor, 1n, 2n);
    await refused(attempt(operations, 1n), circles, "StaleRevision", operations, 1n, 0n);
    await attempt(operations, 0n);
    await refused(attempt(operations, 0n), circles, "StaleRevision", operations, 0n, 1n);
  });
});
