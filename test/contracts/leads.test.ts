import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  configure,
  createRole,
  invitation,
  join,
  PartnerKind,
  removeRole,
  repealPolicy,
  setProcess,
  Tag,
} from "../helpers/changes.ts";
import { createdBy, enact, eventsOf, founded, RULES } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("leads", () => {
  it("R-ROL-10 redirect what is said of their circle to a role in it, and change no governance by it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, leads, operations, kitchen, garden, finance, anchor, dora, eve } = world;
    const [policy] = (await enact(world, anchor, [adoptPolicy(0n, "Energy")])) as [bigint];
    const byDora = leads.connect(dora);
    const before = await circles.roleAt(operations);
    const told = await eventsOf(world, byDora.redirect(operations, policy, kitchen));
    expect(told.map(({ name }) => name)).to.deep.equal(["Redirected"]);
    expect([...told[0]!.args].slice(5)).to.deep.equal([policy, kitchen]);
    expect(await leads.redirectionOf(operations, policy)).to.equal(kitchen);
    expect(await leads.redirectionOf(operations, 0n)).to.equal(0n);
    expect(await circles.roleAt(operations)).to.deep.equal(before);
    await byDora.redirect(operations, 0n, garden);
    await byDora.redirect(operations, policy, 0n);
    expect(await leads.redirectionOf(operations, policy)).to.equal(0n);

    // To the same again, to what is elsewhere, by somebody else.
    for (const role of [garden, finance, operations, anchor]) {
      const wrong = byDora.redirect(operations, 0n, role);
      await refused(wrong, leads, "WrongRedirection", operations, role);
    }
    const nobody = byDora.redirect(operations, policy, 0n);
    await refused(nobody, leads, "WrongRedirection", operations, 0n);
    const byMember = leads.connect(eve).redirect(operations, 0n, kitchen);
    await refused(byMember, leads, "NotLead", operations, eve);
    const elsewhere = byDora.redirect(anchor, 0n, operations);
    await refused(elsewhere, leads, "NotLead", anchor, dora);
  });

  it("R-ASG-4 whoever assigns gives an assignment its focus, which ends with it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { leads, kitchen, garden, operations, council, dora, eve, fay, gil, ann } = world;
    const byDora = leads.connect(dora);
    const told = await eventsOf(world, byDora.focus(kitchen, eve, "Breakfast"));
    expect(told.map(({ name, subject }) => [name, subject])).to.deep.equal([["Focused", kitchen]]);
    expect([...told[0]!.args].slice(5)).to.deep.equal([eve.address, "Breakfast"]);
    // Another one fills the same role for something else.
    await byDora.focus(kitchen, fay, "Lunch");
    await byDora.focus(kitchen, fay, "");
    await refused(byDora.focus(kitchen, gil, "Tea"), leads, "DoesNotFill", kitchen, gil);
    await refused(byDora.focus(kitchen, eve, "x".repeat(401)), leads, "WrongLength", 401n);
    await byDora.focus(kitchen, eve, "x".repeat(400));
    const byEve = leads.connect(eve).focus(kitchen, eve, "Dinner");
    await refused(byEve, leads, "NotAssigner", kitchen, eve);
    const above = byDora.focus(operations, dora, "Everything");
    await refused(above, leads, "NotAssigner", operations, dora);
    await leads.connect(ann).focus(operations, dora, "Everything");
    await leads.connect(ann).focus(council, ann, "Partners");
    // Where a circle has placed assigning at a role, its fillers do instead of the leads.
    await enact(world, operations, [configure(0n, 0n, { assigner: garden })]);
    await leads.connect(gil).focus(kitchen, eve, "Soup");
    await refused(byDora.focus(kitchen, eve, "Bread"), leads, "NotAssigner", kitchen, dora);
  });

  it("R-ROL-5 whoever fills a role writes policies on its domain, until it is alive as a circle", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, leads, kitchen, garden, operations, eve, fay, gil } = world;
    const byEve = leads.connect(eve);
    const adopted = adoptPolicy(0n, "The oven", 0n, Tag.Domain);
    const sent = await byEve.publish(kitchen, [adopted]);
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["Published", "PolicyAdopted"]);
    const [policy] = (await createdBy(world, sent)) as [bigint];
    expect((await structure.policyAt(policy)).circle).to.equal(kitchen & 0xffff_ffffn);
    // Another filler amends it, and the first repeals it.
    const amended = amendPolicy(policy, 1n, "The oven", 0n, Tag.Domain);
    await leads.connect(fay).publish(kitchen, [amended]);
    const other = leads.connect(gil).publish(kitchen, [amended]);
    await refused(other, leads, "NotLead", kitchen, gil);
    // The circle's own policies are not theirs, and the circle keeps the right to write its own on the same.
    const above = [adoptPolicy(0n, "All ovens", 0n, Tag.Domain)];
    const [outer] = (await enact(world, operations, above)) as [bigint];
    const reached = byEve.publish(kitchen, [repealPolicy(outer)]);
    await refused(reached, structure, "UnknownPolicy", outer);
    await byEve.publish(kitchen, [repealPolicy(policy, 2n)]);

    await enact(world, operations, [createRole(garden, "Beds")], [eve, gil]);
    const alive = leads.connect(gil).publish(garden, [adopted]);
    await refused(alive, leads, "CircleAlive", garden);
  });

  it("R-ROL-3 R-ROL-5 nobody keeps a role by writing policies in it: they go with it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, leads, hand, kitchen, operations, eve, fay } = world;
    const adopted = adoptPolicy(0n, "The oven", 0n, Tag.Domain);
    const sent = await leads.connect(eve).publish(kitchen, [adopted]);
    const [policy] = (await createdBy(world, sent)) as [bigint];
    await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
    expect((await circles.roleAt(kitchen)).policies).to.equal(0n);
    const attempt = (circle: bigint) =>
      structure.connect(hand).enact(circle, hand, [amendPolicy(policy, 1n, "Mine")], []);
    await refused(attempt(operations), structure, "UnknownPolicy", policy);
    await refused(attempt(kitchen), circles, "UnknownRole", kitchen);
  });

  it("P2 do nothing any more once they are replaced", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, leads, organisation, anchor, kitchen, operations, dora, eve } = world;
    const { ann, zoe } = world;
    await enact(world, anchor, [await setProcess(leads, 0n)]);
    const adopted = adoptPolicy(0n, "The oven", 0n, Tag.Domain);
    for (const attempt of [
      () => leads.connect(eve).publish(kitchen, [adopted]),
      () => leads.connect(dora).focus(kitchen, eve, "Bread"),
      () => leads.connect(dora).redirect(operations, 0n, kitchen),
      () => leads.connect(dora).instruct(kitchen, "Bake"),
      () => leads.connect(ann).decree(anchor, [createRole(0n, "R")], [], "Because"),
      () => leads.connect(zoe).unlink(kitchen, []),
    ]) {
      await refused(attempt(), circles, "ProcessEnding", organisation, leads);
    }
  });

  it("R-ROL-5 writes policies of the kind of domains and nothing else", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { leads, kitchen, garden, anchor, eve, gil } = world;
    const byEve = leads.connect(eve);
    const good = adoptPolicy(0n, "The oven", 0n, Tag.Domain);
    const sent = await byEve.publish(kitchen, [good]);
    const [policy] = (await createdBy(world, sent)) as [bigint];
    for (const wrong of [
      createRole(0n, "Baker"),
      configure(0n, 0n),
      adoptPolicy(0n, "The oven"),
      adoptPolicy(0n, "The oven", 0n, Tag.Domain | Tag.Grant),
      adoptPolicy(garden, "The oven", 0n, Tag.Domain),
      { ...good, terms: `0x${"01".repeat(32)}` },
      amendPolicy(policy, 1n, "The oven"),
      repealPolicy(join(2n, policy & 0xffff_ffffn)),
    ]) {
      const asked = byEve.publish(kitchen, [good, wrong]);
      await refused(asked, leads, "NotDomainPolicy", 2n);
    }
    await refused(byEve.publish(kitchen, []), leads, "WrongChanges", 0n);
    await refused(leads.connect(gil).publish(anchor, [good]), leads, "NotLead", anchor, gil);
  });

  it("R-MEM-2 associates and agents who fill a role lead nothing alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, leads, organisation, operations, kitchen } = world;
    const { ann, dora, zoe } = world;
    const guest = invitation(zoe, PartnerKind.Associate);
    await partners.connect(ann).invite(organisation, guest);
    await partners.connect(zoe).agree(organisation, RULES, []);
    await circles.connect(ann).offer(operations, zoe);
    await circles.connect(zoe).accept(operations);
    await circles.connect(dora).offer(kitchen, zoe);
    await circles.connect(zoe).accept(kitchen);
    const redirected = leads.connect(zoe).redirect(operations, 0n, kitchen);
    await refused(redirected, leads, "NotLead", operations, zoe);
    const good = adoptPolicy(0n, "The oven", 0n, Tag.Domain);
    await refused(leads.connect(zoe).publish(kitchen, [good]), leads, "NotLead", kitchen, zoe);
  });
});
