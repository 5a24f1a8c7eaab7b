import { expect } from "chai";
import { network } from "hardhat";

import {
  addToRole,
  adoptPolicy,
  amendRole,
  change,
  configure,
  createRole,
  Flag,
  Kind,
  linkRole,
  NO_WORDS,
  originTerms,
  removeRole,
  role,
  Tag,
} from "../helpers/changes.ts";
import { propose } from "../helpers/consent.ts";
import {
  createdBy,
  enact,
  eventsOf,
  founded,
  represent,
  seat,
  welcome,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The four roles that every circle has. */
const [LEAD, FACILITATOR, SECRETARY, REPRESENTATIVE] = [1n, 2n, 3n, 4n];
const WIKI = { accountabilities: ["Keeping the wiki"] };

describe("the four roles that every circle has", () => {
  it("R-ROL-8 get additions by governance of their circle, which replaces and takes back its own", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, hand, operations } = world;
    const byHand = structure.connect(hand);
    for (const part of [LEAD, FACILITATOR, SECRETARY, REPRESENTATIVE]) {
      const told = await eventsOf(
        world,
        byHand.enact(operations, hand, [addToRole(part, 0n, { ...WIKI, domains: ["Wiki"] })], []),
      );
      expect(told.map(({ name }) => name)).to.deep.equal(["Added"]);
      const [, subject, , , , named, revision, words, terms] = [...(told[0]?.args ?? [])];
      expect([subject, named, revision]).to.deep.equal([operations, part, 1n]);
      expect(words.accountabilities).to.deep.equal(["Keeping the wiki"]);
      expect(terms).to.equal(`0xff${"00".repeat(31)}`);
      expect(await structure.additionsOf(operations, part)).to.equal(1n);
      await enact(world, operations, [addToRole(part, 1n, {})]);
      expect(await structure.additionsOf(operations, part)).to.equal(2n);
    }
    expect(await structure.additionsOf(world.kitchen, LEAD)).to.equal(0n);
  });

  it("R-ROL-8 keep their names and purposes: an addition has none", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, operations, kitchen } = world;
    const asked = (part: bigint, words: object) =>
      propose(world, eve, operations, kitchen, { changes: [addToRole(part, 0n, words)] });
    await refused(asked(SECRETARY, { ...WIKI, name: "Clerk" }), consent, "UnusedField", 1n);
    await refused(asked(SECRETARY, { ...WIKI, text: "Quiet" }), consent, "UnusedField", 1n);
    const long = { accountabilities: ["x".repeat(401)] };
    const said = ["accountabilities", 401n, 400n];
    await refused(asked(SECRETARY, long), consent, "BadWords", ...said);
    for (const part of [0n, 5n]) await refused(asked(part, WIKI), consent, "WrongPart", part);
    await asked(SECRETARY, WIKI);
  });

  it("R-ROL-8 R-PRP-11 are changed against what was added last", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations } = world;
    const attempt = (revision: bigint) =>
      structure.connect(hand).enact(operations, hand, [addToRole(LEAD, revision, WIKI)], []);
    await refused(attempt(1n), circles, "StaleRevision", operations, 1n, 0n);
    await attempt(0n);
    await refused(attempt(0n), circles, "StaleRevision", operations, 0n, 1n);
  });

  it("R-ROL-9 R-OUT-1 get additions from their own circle alone: nobody adds to one circle's lead", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations, kitchen } = world;
    const attempt = (circle: bigint, target: bigint) => {
      const changes = [{ ...addToRole(LEAD, 0n, WIKI), target }];
      return structure.connect(hand).enact(circle, hand, changes, []);
    };
    await refused(attempt(anchor, operations), circles, "UnknownRole", operations);
    await refused(attempt(operations, kitchen), circles, "UnknownRole", kitchen);
    await refused(attempt(operations, anchor), circles, "UnknownRole", anchor);
    await attempt(operations, operations);
    // What a circle adds to its lead is for those of the circles inside it too: there is one such addition, not two.
    await attempt(anchor, anchor);
    expect(await structure.additionsOf(operations, LEAD)).to.equal(1n);
    expect(await structure.additionsOf(kitchen, LEAD)).to.equal(0n);
  });

  it("R-ROL-2 R-ROL-9 are no place to create in, and no role to amend, move, limit or remove", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, operations } = world;
    // They have no ids of their own: what their circle has is the seat of its leads, and offices.
    const unknown = operations | 0xffffn;
    for (const each of [
      createRole(unknown, "Deputy"),
      amendRole(unknown, 1n, role("Boss")),
      removeRole(unknown),
      change(Kind.LimitRole, unknown, { place: 1n, revision: 1n }),
      change(Kind.MoveRole, unknown, { place: operations, revision: 1n }),
      adoptPolicy(unknown, "Mine"),
    ]) {
      const attempt = structure.connect(hand).enact(operations, hand, [each], []);
      await refused(attempt, circles, "UnknownRole", unknown);
    }
    // Amending the circle as a role changes its words and leaves whoever leads it, with all a lead may do.
    await enact(world, world.anchor, [amendRole(operations, 1n, role("Works"))]);
    expect(await circles.leads(operations, world.dora)).to.equal(true);
    await world.leads.connect(world.dora).redirect(operations, 0n, world.kitchen);
  });
});

describe("functions of a lead, placed elsewhere", () => {
  const placing = { flags: Flag.PlacesRedirecting };

  it("R-ROL-9 are its leads' no more while whoever fills the role has them", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { leads, circles, operations, kitchen, garden, dora, gil } = world;
    const redirects = (by: typeof gil, to: bigint) =>
      leads.connect(by).redirect(operations, 0n, to);
    // Assigning alone takes nothing else along.
    await enact(world, operations, [configure(0n, 0n, { assigner: garden })]);
    await redirects(dora, kitchen);
    await refused(redirects(gil, garden), leads, "NotLead", operations, gil);
    await enact(world, operations, [configure(0n, 1n, { ...placing, assigner: garden })]);
    await refused(redirects(dora, garden), leads, "PlacedElsewhere", operations, garden);
    await redirects(gil, garden);
    // It is the one circle's, and ends when the role does, or when nobody speaks for it.
    await refused(
      leads.connect(gil).redirect(world.anchor, 0n, operations),
      leads,
      "NotLead",
      world.anchor,
      gil,
    );
    await circles.connect(gil).resign(garden);
    await circles.connect(world.eve).resign(garden);
    await redirects(dora, kitchen);
    await seat(world, dora, garden, gil);
    await refused(redirects(dora, garden), leads, "PlacedElsewhere", operations, garden);
    await enact(world, operations, [removeRole(garden)], [gil]);
    await redirects(dora, 0n);
  });

  it("R-ROL-9 are done by whoever fills that role, and not by who represents the circle that it is", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, leads, operations, garden, kitchen, gil, eve, hal } = world;
    await enact(world, operations, [configure(0n, 0n, { ...placing, assigner: garden })]);
    const [bed] = (await enact(world, garden, [createRole(0n, "Bed")], [gil, eve])) as [bigint];
    await welcome(world, [hal]);
    await circles.connect(gil).offer(bed, hal);
    await represent(world, garden, hal);
    expect((await circles.standing(operations, hal, garden)).inRole).to.equal(true);
    const attempt = leads.connect(hal).redirect(operations, 0n, kitchen);
    await refused(attempt, leads, "PlacedElsewhere", operations, garden);
    await leads.connect(gil).redirect(operations, 0n, kitchen);
  });

  it("R-ROL-9 without settings that place them nothing changes, also where the flag is there", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { leads, operations, kitchen, dora } = world;
    await enact(world, operations, [configure(0n, 0n, placing)]);
    await leads.connect(dora).redirect(operations, 0n, kitchen);
  });

  it("R-ROL-9 at an anchor they are done beside its leads, who may be nobody", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { leads, anchor, council, finance, ann, cem } = world;
    const attempt = () => leads.connect(ann).redirect(anchor, 0n, finance);
    await refused(attempt(), leads, "NotLead", anchor, ann);
    const flags = { ...placing, assigner: council };
    await enact(world, anchor, [configure(0n, 2n, flags)]);
    await attempt();
    const other = leads.connect(cem).redirect(anchor, 0n, council);
    await refused(other, leads, "NotLead", anchor, cem);
  });

  it("R-ROL-7 an anchor has no lead unless it was founded so, and amends its own words", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, hand, anchor, operations, ann } = world;
    expect((await circles.roleAt(anchor)).fillers).to.equal(0n);
    await refused(circles.connect(ann).offer(anchor, ann), circles, "NotAssigner", anchor, ann);
    await enact(world, anchor, [amendRole(0n, 1n, role("Commons", WIKI))]);
    expect((await circles.roleAt(anchor)).revision).to.equal(2n);
    // No other circle amends itself: the one around it does.
    const itself = structure
      .connect(hand)
      .enact(operations, hand, [amendRole(0n, 1n, role("Works"))], []);
    await refused(itself, circles, "UnknownRole", operations);
  });
});

describe("domains within domains", () => {
  it("R-ROL-4 R-DOM-3 of each it is said of which of the circle's it is a part, or that it counts only inside", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, operations, kitchen } = world;
    const words = role("Baker", { domains: ["Oven", "Flour"] });
    const asked = (terms: string) =>
      propose(world, eve, operations, kitchen, {
        changes: [{ ...createRole(0n, words), terms }],
      });
    const byte = (...bytes: number[]) => originTerms(NO_WORDS, bytes);
    await refused(asked(ethers.ZeroHash), consent, "NoOrigin", 1n, 1n);
    await refused(asked(byte(1)), consent, "NoOrigin", 1n, 2n);
    await refused(asked(byte(0, 1)), consent, "NoOrigin", 1n, 1n);
    await refused(asked(byte(1, 255, 1)), consent, "NoOrigin", 1n, 3n);
    await asked(byte(1, 255));
    const none = { ...createRole(0n, "Porter"), terms: byte(1) };
    const changes = { changes: [none], slot: 1n };
    await refused(propose(world, eve, operations, kitchen, changes), consent, "NoOrigin", 1n, 1n);
    const many = role("Keeper", { domains: Array.from({ length: 32 }, (_, i) => `Key ${i}`) });
    const all = { changes: [createRole(0n, many)], slot: 1n };
    await propose(world, eve, operations, kitchen, all);
  });

  it("R-ROL-4 also of what is amended, and added; what is linked is granted domains later", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, structure, eve, hand, operations, kitchen } = world;
    const words = role("Kitchen", { domains: ["Oven"] });
    const asked = (wrong: object, place = 1n) =>
      propose(world, eve, operations, kitchen, { changes: [wrong as never], slot: place });
    const amended = { ...amendRole(kitchen, 1n, words), terms: ethers.ZeroHash };
    await refused(asked(amended), consent, "NoOrigin", 1n, 1n);
    const added = { ...addToRole(LEAD, 0n, { domains: ["Oven"] }), terms: ethers.ZeroHash };
    await refused(asked(added), consent, "NoOrigin", 1n, 1n);
    const appointed = `0x${((1n << 192n) | BigInt(eve.address)).toString(16).padStart(64, "0")}`;
    const linked = { ...linkRole(0n, 1n, appointed), words };
    await refused(asked(linked), consent, "UnusedField", 1n);
    // They are in the record with the words.
    const told = await eventsOf(
      world,
      structure.connect(hand).enact(operations, hand, [amendRole(kitchen, 1n, words, [3])], []),
    );
    expect(told[0]?.args.terms).to.equal(`0x03${"00".repeat(31)}`);
    const made = await structure
      .connect(hand)
      .enact(operations, hand, [createRole(0n, role("Mill", { domains: ["Stone"] }), [2])], []);
    const [event] = await eventsOf(world, Promise.resolve(made));
    expect(event?.args.terms).to.equal(`0x02${"00".repeat(31)}`);
    expect(await createdBy(world, made)).to.have.length(1);
  });

  it("R-DOM-2 what a policy binds is read off the tree: it is held by one circle or role, and by none outside", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, operations, kitchen } = world;
    const held: bigint[] = [];
    for (const circle of [anchor, operations, kitchen]) {
      const adopted = [adoptPolicy(0n, "Quiet", 0n, Tag.Domain)];
      const [policy] = (await enact(world, circle, adopted)) as [bigint];
      const { circle: number } = await structure.policyAt(policy);
      held.push((policy & ~0xffff_ffffn) | number);
    }
    // From the role outwards: its own, its circle's, the anchor's.
    const around = [kitchen];
    for (let at = kitchen; at !== 0n; ) {
      at = await circles.circleOf(at);
      if (at !== 0n) around.push(at);
    }
    expect(around).to.deep.equal(held.toReversed());
    // No circle writes for another one.
    const attempt = structure
      .connect(world.hand)
      .enact(operations, world.hand, [adoptPolicy(anchor, "Loud")], []);
    await refused(attempt, circles, "UnknownRole", anchor);
  });
});
