import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  amendRole,
  bindingTerms,
  type Change,
  createRole,
  invites,
  type LinkTerms,
  limitRole,
  linkRole,
  linkTerms,
  movePolicy,
  moveRole,
  PartnerKind,
  removeRole,
  repealPolicy,
  role,
  Tag,
  unlinkRole,
} from "../helpers/changes.ts";
import { confirm, OBJECTION, propose, Status } from "../helpers/consent.ts";
import {
  createdBy,
  enact,
  eventsOf,
  founded,
  RULES,
  type Signer,
  seat,
  type World,
  welcome,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

interface Linked extends World {
  policy: bigint;
  link: bigint;
  terms: string;
}

/** Adopts a policy that invites and links by it, in one list. */
async function link(
  world: World,
  circle: bigint,
  said: LinkTerms,
  people: unknown[] = [],
): Promise<{ policy: bigint; link: bigint; terms: string }> {
  const terms = linkTerms(said);
  const changes = [invites(circle, terms), linkRole(0n, 1n, terms)];
  const [policy, id] = (await enact(world, circle, changes, people)) as [bigint, bigint];
  return { policy, link: id, terms };
}

/** Kitchen, in Operations, which eve and fay fill, is linked into the anchor, where both may speak. */
async function linked(): Promise<Linked> {
  const world = await founded(connection);
  const { anchor, kitchen, eve, fay } = world;
  return { ...world, ...(await link(world, anchor, { source: kitchen, limit: 2n }, [eve, fay])) };
}

/** Somebody outside, zoe, chooses who fills a role at the anchor. */
async function appointed(): Promise<Linked> {
  const world = await founded(connection);
  const said = { appointer: world.zoe.address };
  return { ...world, ...(await link(world, world.anchor, said)) };
}

describe("links", () => {
  it("R-LNK-2 whoever fills the role that is followed is a member where it is linked", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, kitchen, hand, eve, fay } = world;
    const before = await circles.roleAt(anchor);
    const terms = linkTerms({ source: kitchen, limit: 2n });
    const changes = [invites(anchor, terms), linkRole(0n, 1n, terms, "Kitchen")];
    const sent = structure.connect(hand).enact(anchor, hand, changes, [eve, fay]);
    const events = await eventsOf(world, sent);
    expect(events.map(({ name }) => name)).to.deep.equal([
      "PolicyAdopted",
      "RoleLinked",
      "Assigned",
      "Assigned",
    ]);
    const [policy = 0n, id = 0n] = events.map(({ subject }) => subject);
    expect(events[1]?.args.slice(5, 8)).to.deep.equal([anchor, policy, terms]);
    const word = await circles.roleAt(id);
    expect([word.fillers, word.voices, word.limit, word.links]).to.deep.equal([2n, 2n, 2n, 2n]);
    expect((await circles.roleAt(kitchen)).links).to.equal(1n);
    expect(await circles.followersOf(kitchen)).to.equal(id);
    const after = await circles.roleAt(anchor);
    expect(after.members - before.members).to.equal(2n);
    expect(after.epoch - before.epoch).to.equal(2n);
    for (const person of [eve, fay]) {
      expect((await circles.standing(anchor, person, id)).inRole).to.equal(true);
    }
    const { source, policy: number, appointer } = await structure.linkAt(id);
    expect([source, number, appointer]).to.deep.equal([
      kitchen & 0xffff_ffffn,
      policy & 0xffff_ffffn,
      ethers.ZeroAddress,
    ]);
    expect((await structure.policyAt(policy)).link).to.equal(id & 0xffff_ffffn);
  });

  it("R-LNK-2 those who fill it are all listed, once each, and nobody else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, kitchen, hand, eve, fay, hal } = world;
    const terms = linkTerms({ source: kitchen, limit: 2n });
    const changes = [invites(anchor, terms), linkRole(0n, 1n, terms)];
    const attempt = (people: unknown[]) =>
      structure.connect(hand).enact(anchor, hand, changes, people);
    for (const people of [[], [eve], [eve, hal]]) {
      await refused(attempt(people), circles, "WrongPeople", kitchen);
    }
    await refused(attempt([eve, eve]), circles, "AlreadyFills");
    await refused(attempt([eve, fay, hal]), circles, "WrongPeople", 0n);
    await attempt([fay, eve]);
  });

  it("R-LNK-2 they object there, for the linked role, and are asked", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { consent, anchor, finance, link: id, cem, ann, ben, dora, eve, fay } = world;
    const proposal = await propose(world, cem, anchor, finance);
    expect((await consent.proposalAt(proposal)).expected).to.equal(5n);
    for (const person of [ann, ben, dora, fay]) await confirm(world, person, proposal);
    expect(await consent.statusOf(proposal)).to.equal(Status.Open);
    await consent.connect(eve).object(proposal, 1n, id, OBJECTION);
    expect(await consent.statusOf(proposal)).to.equal(Status.Objected);
  });

  it("R-LNK-1 only while a policy there or further out invites this very link", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, anchor, operations, finance, hand, cem } = world;
    const terms = linkTerms({ source: finance });
    const other = linkTerms({ source: finance, limit: 2n });
    const [outer, inner] = (await enact(world, anchor, [
      invites(operations, terms),
      invites(operations, other),
    ])) as [bigint, bigint];
    const by = structure.connect(hand);
    const asked = (circle: bigint, policy: bigint, its = terms) =>
      by.enact(circle, hand, [linkRole(0n, policy, its)], [cem]);
    await refused(asked(anchor, outer), structure, "NoInvitation", outer, anchor);
    await refused(asked(operations, inner), structure, "NoInvitation", inner, operations);
    await refused(asked(operations, outer, other), structure, "NoInvitation", outer, operations);
    const [hours] = (await enact(world, operations, [adoptPolicy(0n, "Hours")])) as [bigint];
    await refused(asked(operations, hours), structure, "NoInvitation", hours, operations);
    // One of a circle inside invites nobody further out, nor one beside it.
    const [within] = (await enact(world, operations, [invites(anchor, terms)])) as [bigint];
    await refused(asked(anchor, within), structure, "NoInvitation", within, anchor);
    // Only the circle itself links.
    const reached = by.enact(anchor, hand, [linkRole(operations, outer, terms)], [cem]);
    await refused(reached, world.circles, "UnknownRole", operations);
    await asked(operations, outer);
    expect((await world.circles.standing(operations, cem, 0n)).member).to.equal(true);
    // What was repealed invites nobody; the same again by another place in a list does.
    await enact(world, anchor, [repealPolicy(inner)]);
    await refused(asked(operations, inner, other), structure, "NoInvitation", inner, operations);
    const nothing = by.enact(operations, hand, [linkRole(0n, 2n, terms)], [cem]);
    await refused(nothing, structure, "UnknownPlace", 2n);
  });

  it("R-LNK-1 terms name one role or one appointer, and how many speak", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, anchor, finance, kitchen, cem, zoe } = world;
    const wrong = [
      linkTerms({}),
      linkTerms({ source: kitchen, appointer: zoe.address }),
      linkTerms({ source: kitchen, limit: 0n }),
      linkTerms({ source: kitchen, limit: 65n }),
      ethers.toBeHex((1n << 200n) | BigInt(linkTerms({ source: kitchen })), 32),
    ];
    for (const terms of wrong) {
      const changes = [linkRole(0n, anchor, terms)];
      const asked = propose(world, cem, anchor, finance, { changes });
      await refused(asked, consent, "WrongLinkTerms", terms);
    }
  });

  it("R-LNK-1 what is followed stands elsewhere, follows nothing, and is followed by four", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { structure, circles, anchor, operations, garden, link: id } = world;
    const { eve, fay, gil, dora, hand } = world;
    const asked = async (circle: bigint, source: bigint, people: unknown[]) => {
      const terms = linkTerms({ source });
      const changes = [invites(circle, terms), linkRole(0n, 1n, terms)];
      return await structure.connect(hand).enact(circle, hand, changes, people);
    };
    await refused(asked(anchor, operations, [dora]), structure, "WrongLink", operations);
    await refused(asked(operations, anchor, []), structure, "WrongLink", anchor);
    await refused(asked(operations, id, [eve, fay]), structure, "WrongLink", id);
    await refused(asked(anchor, garden + 99n, []), structure, "WrongLink", garden + 99n);
    // Everybody who fills it, once, in any order.
    for (const people of [[gil], [gil, fay], [gil, eve, fay], []]) {
      await refused(asked(anchor, garden, people), circles, "WrongPeople");
    }
    await refused(asked(anchor, garden, [gil, gil]), circles, "AlreadyFills");
    await asked(anchor, garden, [gil, eve]);
    const [seatless] = (await enact(world, operations, [createRole(0n, "Stove")])) as [bigint];
    for (let i = 0; i < 4; i++) await asked(anchor, seatless, []);
    await refused(asked(anchor, seatless, []), structure, "WrongLink", seatless);
  });

  it("R-LNK-3 assignments stay where the role comes from, and follow at once", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, partners, anchor, kitchen, link: id, ann, dora, eve, fay, hal } = world;
    const { organisation, hand } = world;
    await welcome(world, [hal]);
    const sent = circles.connect(dora).offer(kitchen, hal);
    const events = await eventsOf(world, sent);
    expect(events.map(({ name, subject }) => [name, subject])).to.deep.equal([
      ["Assigned", kitchen],
      ["Assigned", id],
    ]);
    // Two speak, as the policy has it; the third fills it all the same.
    expect(await circles.fills(id, hal)).to.equal(true);
    expect((await circles.standing(anchor, hal, id)).member).to.equal(false);
    await refused(circles.connect(ann).offer(id, ann), circles, "NotAssigner", anchor, ann);
    await refused(circles.connect(ann).revoke(id, eve), circles, "NotAssigner", anchor, ann);
    await refused(circles.connect(eve).resign(id), circles, "LinkedRole", id);
    await refused(circles.connect(eve).accept(id), circles, "NotOffered", id, eve);
    const elected = circles.connect(hand).elect(id, ann, ethers.ZeroAddress, hand);
    await refused(elected, circles, "UnknownRole", id);

    await circles.connect(eve).resign(kitchen);
    expect(await circles.fills(id, eve)).to.equal(false);
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    await circles.connect(dora).revoke(kitchen, fay);
    expect((await circles.roleAt(id)).fillers).to.equal(1n);
    await circles.connect(hal).takeVoice(id);
    expect((await circles.standing(anchor, hal, id)).inRole).to.equal(true);
    // An election replaces at both, and whoever leaves the organisation leaves both.
    await circles.connect(hand).elect(kitchen, eve, hal, hand);
    expect(await circles.fills(id, hal)).to.equal(false);
    expect(await circles.fills(id, eve)).to.equal(true);
    await partners.connect(eve).leaveOrganisation(organisation, [kitchen, world.garden]);
    expect((await circles.roleAt(id)).fillers).to.equal(0n);
    expect((await circles.partnerAt(organisation, eve)).seats).to.equal(0n);
  });

  it("R-LNK-3 the target does not remove the role, nor does either change the other's words", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, operations, kitchen, link: id } = world;
    const { hand, eve, fay } = world;
    const by = structure.connect(hand);
    const asked = (circle: bigint, change: object, people: unknown[] = []) =>
      by.enact(circle, hand, [change], people);
    const removed = asked(anchor, removeRole(kitchen), [eve, fay, eve, fay]);
    await refused(removed, circles, "UnknownRole", kitchen);
    await refused(
      asked(anchor, amendRole(kitchen, 1n, role("Cantine"))),
      circles,
      "UnknownRole",
      kitchen,
    );
    await refused(asked(operations, amendRole(id, 1n, role("Mine"))), circles, "UnknownRole", id);
    await refused(asked(anchor, removeRole(id), [eve, fay]), circles, "LinkedRole", id);
  });

  it("R-LNK-4 R-LNK-6 the target amends what it has added, which goes when it is unlinked", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, kitchen, link: id, policy, eve, fay, hand } = world;
    await enact(world, anchor, [amendRole(id, 1n, role("Kitchen, at the table"))]);
    const before = await circles.roleAt(kitchen);
    const wrong = structure.connect(hand).enact(anchor, hand, [unlinkRole(id)], [eve, fay]);
    await refused(wrong, circles, "StaleRevision", id, 1n, 2n);
    const sent = structure.connect(hand).enact(anchor, hand, [unlinkRole(id, 2n)], [eve, fay]);
    const events = await eventsOf(world, sent);
    expect(events.map(({ name }) => name)).to.deep.equal(["RoleUnlinked"]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
    expect(await circles.fills(id, eve)).to.equal(false);
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    const after = await circles.roleAt(kitchen);
    expect([after.revision, after.fillers, after.links]).to.deep.equal([before.revision, 2n, 0n]);
    expect(await circles.followersOf(kitchen)).to.equal(0n);
    expect((await structure.policyAt(policy)).link).to.equal(0n);
    expect((await structure.linkAt(id)).policy).to.equal(0n);
    // Whoever comes to it now is nobody there.
    await seat(world, world.dora, kitchen, world.hal);
    expect((await circles.standing(anchor, world.hal, 0n)).member).to.equal(false);
  });

  it("R-LNK-5 goes with the role that it follows, also when it was linked after that was decided", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, operations, kitchen, link: id, policy } = world;
    const { eve, fay, hand } = world;
    const { link: second } = await link(world, anchor, { source: kitchen }, [eve, fay]);
    const removed = (people: unknown[]) =>
      structure.connect(hand).enact(operations, hand, [removeRole(kitchen)], people);
    await refused(removed([eve, fay]), circles, "WrongPeople", id);
    await refused(removed([eve, fay, eve, fay]), circles, "WrongPeople", kitchen);
    const events = await eventsOf(world, removed([eve, fay, fay, eve, eve, fay]));
    expect(events.map(({ name, subject }) => [name, subject])).to.deep.equal([
      ["RoleUnlinked", second],
      ["RoleUnlinked", id],
      ["RoleRemoved", kitchen],
    ]);
    for (const role of [kitchen, id, second]) {
      expect((await circles.roleAt(role)).depth).to.equal(0n);
      expect(await circles.fills(role, eve)).to.equal(false);
    }
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    expect((await structure.policyAt(policy)).link).to.equal(0n);
    expect(await circles.followersOf(kitchen)).to.equal(0n);
  });

  it("R-LNK-5 goes with the policy that invites it, also when it was linked after that was decided", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, kitchen, link: id, policy, eve, fay, hand } = world;
    const repealed = (people: unknown[]) =>
      structure.connect(hand).enact(anchor, hand, [repealPolicy(policy)], people);
    await refused(repealed([]), circles, "WrongPeople", id);
    const events = await eventsOf(world, repealed([eve, fay]));
    expect(events.map(({ name, subject }) => [name, subject])).to.deep.equal([
      ["RoleUnlinked", id],
      ["PolicyRepealed", policy],
    ]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
    expect((await circles.roleAt(kitchen)).links).to.equal(0n);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
  });

  it("R-LNK-1 one role is linked by a policy at a time", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, link: id, policy, terms, eve, fay, hand } = world;
    const again = [linkRole(0n, policy, terms)];
    const attempt = structure.connect(hand).enact(anchor, hand, again, [eve, fay]);
    await refused(attempt, structure, "StillLinked", policy);
    const people = [eve, fay, eve, fay];
    await enact(world, anchor, [unlinkRole(id), ...again], people);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
  });

  it("R-LNK-5 is ended by the circle around the one it stands in, which could not be removed else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, finance, operations, cem, zoe, hand } = world;
    await enact(world, finance, [createRole(0n, "Ledger")], [cem]);
    const { link: id, policy } = await link(world, finance, { appointer: zoe.address });
    const by = structure.connect(hand);
    await refused(by.enact(operations, hand, [unlinkRole(id)], []), circles, "UnknownRole", id);
    await enact(world, anchor, [unlinkRole(id), movePolicy(policy, anchor)]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
  });

  it("R-LNK-5 no link outlives the policy that invites it", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, anchor, operations, link: id, policy, eve, fay, hand } = world;
    const by = structure.connect(hand);
    const asked = (change: object) => by.enact(anchor, hand, [change], []);
    const amended = amendPolicy(policy, 1n, "Other", 0n, Tag.Grant);
    await refused(asked(amended), structure, "StillLinked", policy);
    await refused(asked(movePolicy(policy, operations)), structure, "StillLinked", policy);
    await enact(world, anchor, [unlinkRole(id), repealPolicy(policy)], [eve, fay]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
    expect((await structure.policyAt(policy)).revision).to.equal(0n);
  });

  it("R-LNK-5 is ended by the circle, by the one that invites, and by the one it comes from", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, operations, finance, kitchen, cem, hand } = world;
    const terms = linkTerms({ source: finance });
    const [policy] = (await enact(world, anchor, [invites(operations, terms)])) as [bigint];
    for (const circle of [operations, anchor]) {
      const [id] = (await enact(world, operations, [linkRole(0n, policy, terms)], [cem])) as [
        bigint,
      ];
      await enact(world, circle, [unlinkRole(id)], [cem]);
      expect(await circles.fills(id, cem)).to.equal(false);
    }
    // Also where the one that invites lies further out than around it.
    const { kitchen: inside, fay } = world;
    await enact(world, inside, [createRole(0n, "Oven")], [world.eve, fay]);
    const deep = linkTerms({ appointer: cem.address });
    const [far] = (await enact(world, anchor, [invites(inside, deep)])) as [bigint];
    const [deeper] = (await enact(world, inside, [linkRole(0n, far, deep)])) as [bigint];
    await enact(world, anchor, [unlinkRole(deeper)]);
    expect((await circles.roleAt(deeper)).depth).to.equal(0n);
    // From Garden in Operations to the anchor: Operations ends it too, and nobody else.
    const { eve, gil, garden } = world;
    const { link: id } = await link(world, anchor, { source: garden }, [gil, eve]);
    const stranger = structure.connect(hand).enact(kitchen, hand, [unlinkRole(id)], [gil, eve]);
    await refused(stranger, circles, "UnknownRole", id);
    const some = structure.connect(hand).enact(operations, hand, [unlinkRole(id)], [gil]);
    await refused(some, circles, "WrongPeople", id);
    await enact(world, operations, [unlinkRole(id)], [gil, eve]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
    await refused(
      structure.connect(hand).enact(operations, hand, [unlinkRole(garden)], [gil, eve]),
      circles,
      "UnknownRole",
      garden,
    );
  });

  it("R-LNK-5 is ended by whoever fills the role that it follows, unless a policy there binds it", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, leads, anchor, operations, kitchen, link: id } = world;
    const { ann, eve, fay } = world;
    const ended = (by: Signer) => leads.connect(by).unlink(id, [eve, fay]);
    await refused(ended(ann), leads, "NotLead", id, ann);
    const bound = adoptPolicy(0n, "Stay", 0n, Tag.Constraint, bindingTerms(kitchen));
    const [policy] = (await enact(world, operations, [bound])) as [bigint];
    expect(await structure.holds(operations, bindingTerms(kitchen))).to.equal(true);
    await refused(ended(eve), leads, "BoundLink", id);
    // One of another circle binds nothing.
    await enact(world, operations, [repealPolicy(policy)]);
    await enact(world, anchor, [
      adoptPolicy(0n, "Stay", 0n, Tag.Constraint, bindingTerms(kitchen)),
    ]);
    expect(await structure.holds(operations, bindingTerms(kitchen))).to.equal(false);
    const events = await eventsOf(world, ended(eve));
    expect(events.map(({ name }) => name)).to.deep.equal(["LinkEnded", "RoleUnlinked"]);
    expect((await circles.standing(anchor, fay, 0n)).member).to.equal(false);
    await refused(ended(eve), leads, "NotLead", id, eve);
  });

  it("R-LNK-5 an agent that fills it does not end it", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, partners, leads, organisation, anchor, kitchen, link: id } = world;
    const { ann, dora, eve, fay, zoe, ben } = world;
    const agent = { person: zoe, kind: PartnerKind.Agent, custodian: ben };
    await partners.connect(ann).invite(organisation, agent);
    await partners.connect(zoe).agree(organisation, RULES, []);
    await circles.connect(dora).offer(kitchen, zoe);
    await circles.connect(zoe).accept(kitchen);
    // It fills the role there without being a member.
    expect(await circles.fills(id, zoe)).to.equal(true);
    expect((await circles.standing(anchor, zoe, id)).member).to.equal(false);
    await refused(leads.connect(zoe).unlink(id, [eve, fay, zoe]), leads, "NotLead", id, zoe);
  });

  it("R-LNK-5 a person whom a limit leaves no voice may end it too", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, leads, operations, kitchen, link: id, dora, eve, fay, hal } = world;
    await enact(world, operations, [limitRole(kitchen, 1n)]);
    await seat(world, dora, kitchen, hal);
    expect((await circles.standing(operations, hal, kitchen)).member).to.equal(false);
    await leads.connect(hal).unlink(id, [eve, fay, hal]);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
  });

  it("R-LNK-7 nothing is ever inside a linked role, and nothing is inherited or moved through it", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { circles, structure, leads, anchor, operations, finance, link: id, hand, eve } = world;
    const asked = (change: object, circle = anchor) =>
      structure.connect(hand).enact(circle, hand, [change], []);
    await refused(asked(createRole(id, "Within")), circles, "LinkedRole", id);
    await refused(asked(moveRole(finance, id)), circles, "LinkedRole", id);
    await refused(asked(moveRole(id, operations)), circles, "LinkedRole", id);
    await refused(asked(limitRole(id, 3n)), circles, "LinkedRole", id);
    const [hours] = (await enact(world, anchor, [adoptPolicy(0n, "Hours")])) as [bigint];
    await refused(asked(movePolicy(hours, id)), circles, "LinkedRole", id);
    const within = adoptPolicy(0n, "Within", 0n, Tag.Domain);
    await refused(leads.connect(eve).publish(id, [within]), circles, "LinkedRole", id);
    const rep = circles.connect(hand).represent(id, eve, hand);
    await refused(rep, circles, "NotMember", id, eve);
  });

  it("R-LNK-8 unfilled it is not there: nobody covers it, and one speaks unless the policy says more", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, anchor, operations, garden, finance, eve, gil, dora } = world;
    const { link: one } = await link(world, anchor, { source: garden }, [gil, eve]);
    expect((await circles.roleAt(one)).voices).to.equal(1n);
    expect((await circles.standing(anchor, eve, 0n)).member).to.equal(false);
    const { link: id } = await link(world, operations, { source: finance }, [world.cem]);
    expect(await circles.acts(id, dora)).to.equal(false);
    await circles.connect(world.cem).resign(finance);
    expect(await circles.acts(id, dora)).to.equal(false);
  });

  it("R-LNK-8 may be external: somebody outside chooses, and alone takes it back", async () => {
    const world = await networkHelpers.loadFixture(appointed);
    const { circles, leads, partners, organisation, anchor, link: id, ann, zoe, ida, hal } = world;
    await refused(circles.connect(ann).offer(id, hal), circles, "NotAssigner", anchor, ann);
    await partners.connect(ida).agree(organisation, RULES, []);
    await circles.connect(zoe).offer(id, ida);
    await circles.connect(ida).accept(id);
    expect((await circles.standing(anchor, ida, id)).inRole).to.equal(true);
    // At the anchor nobody revokes but whoever appoints.
    await refused(circles.connect(ann).revoke(id, ida), circles, "NotAssigner", anchor, ann);
    await circles.connect(zoe).revoke(id, ida);
    expect((await circles.standing(anchor, ida, id)).member).to.equal(false);
    await circles.connect(zoe).offer(id, hal);
    await circles.connect(hal).accept(id);
    await circles.connect(hal).resign(id);
    await refused(leads.connect(hal).unlink(id, []), leads, "NotLead", id, hal);
    await leads.connect(zoe).unlink(id, []);
    expect((await circles.roleAt(id)).depth).to.equal(0n);
  });

  it("R-LNK-8 what it has been asked stands: a purge by unlinking silences nobody", async () => {
    const world = await networkHelpers.loadFixture(linked);
    const { consent, anchor, finance, link: id, cem, eve, fay } = world;
    const proposal = await propose(world, cem, anchor, finance);
    await enact(world, anchor, [unlinkRole(id)], [eve, fay]);
    await consent.connect(eve).object(proposal, 1n, id, OBJECTION);
    expect(await consent.statusOf(proposal)).to.equal(Status.Objected);
  });

  it("R-LNK-7 also while it is founded nothing stands in a linked role, nor is one that follows offered", async () => {
    const world = await written(connection);
    const { circles, founding, organisation, anchor, kitchen, finance, ann, eve, fay, cem } = world;
    const terms = linkTerms({ source: kitchen, limit: 2n });
    const write = async (changes: Change[], people: unknown[], offers: object[] = []) => {
      const { lastWrite } = await founding.progressOf(organisation);
      const by = founding.connect(ann);
      return await by.write(organisation, lastWrite, changes, people, [], offers);
    };
    const both = [invites(anchor, terms), linkRole(0n, 1n, terms)];
    const offered = write(both, [eve, fay], [{ role: 2n, person: world.hal }]);
    await refused(offered, circles, "LinkedRole");
    const sent = await write(both, [eve, fay]);
    const [, id] = (await createdBy(world, Promise.resolve(sent))) as [bigint, bigint];
    const inner = linkTerms({ source: finance });
    // A policy of the anchor invites: the linked role holds none.
    const nested = [invites(id, inner, 0n), linkRole(id, 1n, inner)];
    await refused(write(nested, [eve, fay, cem]), circles, "LinkedRole", id);
    // One whom somebody outside chooses may be filled by offer, like any other.
    const outside = linkTerms({ appointer: world.zoe.address });
    const guardian = [invites(anchor, outside), linkRole(0n, 1n, outside)];
    await write(guardian, [], [{ role: 2n, person: world.hal }]);
  });

  it("P8 what follows keeps its order when one of them is unlinked", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, anchor, operations, kitchen, eve, fay, dora } = world;
    const ids: bigint[] = [];
    for (let i = 0; i < 3; i++) {
      const { link: id } = await link(world, anchor, { source: kitchen }, [eve, fay]);
      ids.push(id);
    }
    const [first, second, third] = ids as [bigint, bigint, bigint];
    expect(await circles.followersOf(kitchen)).to.equal((first << 128n) | (second << 64n) | third);
    await enact(world, anchor, [unlinkRole(second)], [eve, fay]);
    expect(await circles.followersOf(kitchen)).to.equal((first << 64n) | third);
    await circles.connect(dora).revoke(kitchen, eve);
    for (const id of [first, third]) expect(await circles.fills(id, eve)).to.equal(false);
    await enact(world, anchor, [unlinkRole(first)], [fay]);
    await enact(world, anchor, [unlinkRole(third)], [fay]);
    await enact(world, operations, [removeRole(kitchen)], [fay]);
  });
});
