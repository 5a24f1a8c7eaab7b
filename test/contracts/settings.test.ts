import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  configure,
  createRole,
  Flag,
  join,
  moveRole,
  removeRole,
  type Settings,
  settings,
} from "../helpers/changes.ts";
import { enact, found, founded, foundSmall, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("settings", () => {
  it("P9 windows last from 3 to 60 days, to the second, also at the anchor", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, anchor, operations } = world;
    const byHand = structure.connect(hand);
    for (const [circle, revision] of [
      [operations, 0n],
      [anchor, 2n],
    ] as const) {
      for (const window of [1n, 3n * DAY - 1n, 60n * DAY + 1n, 2n ** 32n - 1n]) {
        const attempt = byHand.enact(circle, hand, [configure(0n, revision, { window })], []);
        await refused(attempt, structure, "WindowOutOfBounds", circle, window);
      }
      await enact(world, circle, [configure(0n, revision, { window: 3n * DAY })]);
      expect((await structure.census(circle)).window).to.equal(3n * DAY);
      await enact(world, circle, [configure(0n, revision + 1n, { window: 60n * DAY })]);
      expect((await structure.census(circle)).window).to.equal(60n * DAY);
    }
    const none = byHand.enact(anchor, hand, [configure(0n, 4n, { window: 0n })], []);
    await refused(none, structure, "WindowOutOfBounds", anchor, 0n);
  });

  it("P9 notices last from 1 to 14 days, to the second, also at the anchor", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, anchor, operations } = world;
    const byHand = structure.connect(hand);
    for (const [circle, revision] of [
      [operations, 0n],
      [anchor, 2n],
    ] as const) {
      for (const notice of [1n, DAY - 1n, 14n * DAY + 1n, 2n ** 32n - 1n]) {
        const attempt = byHand.enact(circle, hand, [configure(0n, revision, { notice })], []);
        await refused(attempt, structure, "NoticeOutOfBounds", circle, notice);
      }
      await enact(world, circle, [configure(0n, revision, { notice: DAY })]);
      expect((await structure.census(circle)).notice).to.equal(DAY);
      await enact(world, circle, [configure(0n, revision + 1n, { notice: 14n * DAY })]);
      expect((await structure.census(circle)).notice).to.equal(14n * DAY);
    }
    const none = byHand.enact(anchor, hand, [configure(0n, 4n, { notice: 0n })], []);
    await refused(none, structure, "NoticeOutOfBounds", anchor, 0n);
  });

  it("R-MEM-5 know flags and up to three representatives, and nothing beyond", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, operations } = world;
    const attempt = (part: Partial<Settings>) =>
      structure.connect(hand).enact(operations, hand, [configure(0n, 0n, part)], []);
    for (const flags of [Flag.MeetingRight, 128n, 127n, 2n ** 16n - 1n]) {
      await refused(attempt({ flags }), structure, "WrongFlags", operations, flags);
    }
    for (const reps of [4n, 255n]) {
      await refused(attempt({ reps }), structure, "WrongFlags", operations, 0n);
    }
    const most = { flags: 63n, reps: 3n, attention: 255n, quorum: 255n };
    await attempt(most);
    const [said] = await structure.settingsOf(operations);
    expect(said.toObject()).to.deep.equal(settings(most));
    const { flags, attention } = await structure.census(operations);
    expect([flags, attention]).to.deep.equal([63n, 255n]);
  });

  it("R-PRP-10 a right to meetings is the anchor's from its founding, for ever, and of every circle", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, cem, dora, anchor, operations } = world;
    const { MeetingRight, AsyncOnly, Reality } = Flag;
    const both = settings({ flags: MeetingRight | AsyncOnly });
    const contrary = found(world, { founder: dora, settings: both });
    await refused(contrary, structure, "WrongFlags", join(2n, 1n), MeetingRight | AsyncOnly);
    const having = { settings: settings({ flags: MeetingRight }) };
    const there = await foundSmall(world, cem, having);
    const configuring = (circle: bigint, revision: bigint, flags: bigint) =>
      structure.connect(hand).enact(circle, hand, [configure(0n, revision, { flags })], []);
    for (const flags of [0n, AsyncOnly, MeetingRight | AsyncOnly, Reality]) {
      const attempt = configuring(there.anchor, 1n, flags);
      await refused(attempt, structure, "WrongFlags", there.anchor, flags);
    }
    for (const flags of [AsyncOnly, MeetingRight]) {
      const attempt = configuring(there.all, 0n, flags);
      await refused(attempt, structure, "WrongFlags", there.all, flags);
    }
    await configuring(there.anchor, 1n, MeetingRight | Reality);
    await configuring(there.all, 0n, Reality);
    expect((await structure.census(there.anchor)).flags).to.equal(MeetingRight | Reality);
    // Where it was not founded with it, circles may go without meetings.
    const late = configuring(anchor, 2n, MeetingRight);
    await refused(late, structure, "WrongFlags", anchor, MeetingRight);
    await configuring(operations, 0n, AsyncOnly);
    await configuring(anchor, 2n, AsyncOnly);
  });

  it("R-PRP-7 an anchor is never windowless itself, but passes it on", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, anchor, operations, finance } = world;
    const flags = Flag.Windowless | Flag.Elective;
    await enact(world, anchor, [configure(0n, 2n, { flags })]);
    await enact(world, operations, [configure(0n, 0n, { flags: Flag.Windowless })]);
    expect((await structure.census(anchor)).flags).to.equal(Flag.Elective);
    expect((await structure.settingsIn(anchor)).flags).to.equal(Flag.Elective);
    expect((await structure.settingsOf(anchor))[0].flags).to.equal(flags);
    expect((await structure.census(finance)).flags).to.equal(flags);
    expect((await structure.settingsIn(finance)).flags).to.equal(flags);
    expect((await structure.census(operations)).flags).to.equal(Flag.Windowless);
  });

  it("hold in a circle as its own, else as the anchor's but for the roles that those name", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, anchor, operations, kitchen, council } = world;
    const own = { flags: Flag.Reality, attention: 3n, quorum: 2n, reps: 2n };
    const outer = { window: 9n * DAY, notice: 2n * DAY, ...own };
    const roles = { admission: council, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, { ...outer, ...roles })]);
    const at = async (circle: bigint) => (await structure.settingsIn(circle)).toObject();
    expect(await at(anchor)).to.deep.equal(settings({ ...outer, ...roles }));
    expect(await at(operations)).to.deep.equal(settings(outer));
    // Of its own, all holds; only a window and a notice may be left to the anchor.
    await enact(world, operations, [configure(0n, 0n, { window: 0n, appointer: kitchen })]);
    expect(await at(operations)).to.deep.equal(settings({ window: 9n * DAY, appointer: kitchen }));
    await enact(world, operations, [configure(0n, 1n, { notice: 0n, attention: 1n })]);
    expect(await at(operations)).to.deep.equal(settings({ notice: 2n * DAY, attention: 1n }));
    await enact(world, operations, [configure(0n, 2n, { window: 0n, notice: 0n })]);
    expect(await at(operations)).to.deep.equal(settings({ window: 9n * DAY, notice: 2n * DAY }));
    const { window, notice, flags, attention } = await structure.census(operations);
    expect([window, notice, flags, attention]).to.deep.equal([9n * DAY, 2n * DAY, 0n, 0n]);
    // Nothing is inherited from a circle between.
    expect(await at(kitchen)).to.deep.equal(settings(outer));
  });

  it("R-MEM-4 who appoints representatives is a role in the circle itself, and no anchor has any", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, anchor, operations, kitchen, council, organisation } = world;
    const attempt = (circle: bigint, revision: bigint, appointer: bigint) =>
      structure.connect(hand).enact(circle, hand, [configure(0n, revision, { appointer })], []);
    for (const role of [operations, council, anchor, join(organisation, 4000n), join(2n, 1n)]) {
      const refusing = attempt(operations, 0n, role);
      await refused(refusing, structure, "WrongSettings", operations, role);
    }
    await refused(attempt(anchor, 2n, council), structure, "WrongSettings", anchor, council);
    await refused(attempt(operations, 0n, 1n), structure, "UnknownPlace", 1n);
    await attempt(operations, 0n, kitchen);
    expect((await structure.settingsOf(operations))[0].appointer).to.equal(kitchen);
    const changes = [createRole(0n, "Speaker"), configure(0n, 1n, { appointer: 1n })];
    const [speaker] = (await enact(world, operations, changes)) as [bigint];
    expect((await structure.settingsOf(operations))[0].appointer).to.equal(speaker);
    // One that moved away is no longer in it.
    await enact(world, operations, [moveRole(kitchen, speaker)], [world.eve, world.fay]);
    const away = attempt(operations, 2n, kitchen);
    await refused(away, structure, "WrongSettings", operations, kitchen);
  });

  it("a circle's own window holds, else the anchor's; nothing between", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, anchor, operations, kitchen, eve, fay } = world;
    await enact(
      world,
      operations,
      [createRole(kitchen, "Stove"), configure(0n, 0n, { window: 7n * DAY })],
      [eve, fay],
    );
    const window = async (circle: bigint) => (await structure.census(circle)).window;
    expect(await window(operations)).to.equal(7n * DAY);
    expect(await window(kitchen)).to.equal(WINDOW);
    await enact(world, anchor, [configure(0n, 2n, { window: 9n * DAY })]);
    expect(await window(operations)).to.equal(7n * DAY);
    expect(await window(kitchen)).to.equal(9n * DAY);
    await enact(world, operations, [configure(0n, 1n, { window: 0n })]);
    expect(await window(operations)).to.equal(9n * DAY);
    const [own, revision] = await structure.settingsOf(operations);
    expect([own.toObject(), revision]).to.deep.equal([settings({ window: 0n }), 2n]);
  });

  it("R-ASG-1 an inner circle names a role in it as the one that assigns, and no other", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, operations, kitchen, council, anchor } = world;
    for (const assigner of [council, operations, anchor]) {
      const change = [configure(0n, 0n, { window: WINDOW, assigner })];
      const attempt = structure.connect(hand).enact(operations, hand, change, []);
      await refused(attempt, structure, "WrongSettings", operations, assigner);
    }
    expect(await structure.assignerOf(operations)).to.equal(0n);
    await enact(world, operations, [configure(0n, 0n, { window: WINDOW, assigner: kitchen })]);
    expect(await structure.assignerOf(operations)).to.equal(kitchen);
  });

  it("R-ASG-10 only the anchor names who admits", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, operations, kitchen, council } = world;
    for (const part of [{ admission: kitchen }, { admission: council }]) {
      const change = [configure(0n, 0n, { window: WINDOW, ...part })];
      const attempt = structure.connect(hand).enact(operations, hand, change, []);
      await refused(attempt, structure, "WrongSettings", operations, Object.values(part)[0]);
    }
  });

  it("R-ASG-10 and only live roles of its own organisation", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, zoe, cem, anchor, finance, garden, organisation } = world;
    await found(world, { founder: zoe });
    const [policy] = (await enact(world, anchor, [adoptPolicy(0n, "P")])) as [bigint];
    await enact(world, anchor, [removeRole(finance)], [cem]);
    for (const named of [finance, policy, join(organisation, 4000n), join(2n, 1n), join(3n, 1n)]) {
      for (const part of ["admission", "assigner"]) {
        const change = [configure(0n, 2n, { window: WINDOW, [part]: named })];
        const attempt = structure.connect(hand).enact(anchor, hand, change, []);
        await refused(attempt, structure, "WrongSettings", anchor, named);
      }
    }
    const places = [configure(0n, 2n, { window: WINDOW, admission: 1n })];
    const nothing = structure.connect(hand).enact(anchor, hand, places, []);
    await refused(nothing, structure, "UnknownPlace", 1n);
    // Any level will do, and a role that the same list creates.
    const changes = [
      createRole(0n, "Door"),
      configure(0n, 2n, { window: WINDOW, admission: garden, assigner: 1n }),
    ];
    const [door] = (await enact(world, anchor, changes)) as [bigint];
    const [said, revision] = await structure.settingsOf(anchor);
    const named = settings({ admission: garden, assigner: door });
    expect([said.toObject(), revision]).to.deep.equal([named, 3n]);
  });

  it("P2 are a circle's own: no circle sets another's", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, zoe, anchor, operations, kitchen } = world;
    await found(world, { founder: zoe });
    for (const [circle, target] of [
      [anchor, operations],
      [operations, anchor],
      [operations, kitchen],
      [anchor, join(2n, 1n)],
      [operations, join(1n, 4000n)],
    ] as const) {
      const change = [configure(target, 0n, { window: WINDOW })];
      const attempt = structure.connect(hand).enact(circle, hand, change, []);
      await refused(attempt, circles, "UnknownRole", target);
    }
  });

  it("R-PRP-11 name the revision they replace", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations } = world;
    const attempt = (circle: bigint, revision: bigint) =>
      structure
        .connect(hand)
        .enact(circle, hand, [configure(circle, revision, { window: 4n * DAY })], []);
    await refused(attempt(anchor, 1n), circles, "StaleRevision", anchor, 1n, 2n);
    await refused(attempt(operations, 1n), circles, "StaleRevision", operations, 1n, 0n);
    await attempt(operations, 0n);
    await refused(attempt(operations, 0n), circles, "StaleRevision", operations, 0n, 1n);
  });
});
