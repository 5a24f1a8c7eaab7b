import { expect } from "chai";
import type { Result } from "ethers";
import { network } from "hardhat";

import { declare, PATTERN, Reason, TIME } from "../helpers/breakdowns.ts";
import { configure, createRole, removeRole } from "../helpers/changes.ts";
import { object, propose } from "../helpers/consent.ts";
import type { Breakdowns } from "../helpers/contracts.ts";
import { DiscardReason, install, Phase, WHY } from "../helpers/facilitation.ts";
import { Office } from "../helpers/office.ts";
import {
  enact,
  eventsOf,
  foundSmall,
  type Signer,
  seat,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { officered, type Ruled, SAID } from "../helpers/rulings.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NOBODY = ethers.ZeroAddress;
const { Facilitator, Secretary, Rep } = Office;

const load = (): Promise<Ruled> => networkHelpers.loadFixture(fixture);
async function fixture(): Promise<Ruled> {
  return await officered(connection);
}

/** The same, and Operations is in breakdown, declared by ann for the anchor, who so restores it. */
async function broken(): Promise<Ruled & { due: bigint }> {
  const world = await officered(connection);
  await declare(world, world.ann, world.anchor);
  const { due } = await world.breakdowns.breakdownAt(world.operations);
  return { ...world, due };
}

describe("breakdowns", () => {
  it("R-BRK-1: facilitator and secretary declare a pattern in their circle, and in those inside it", async () => {
    const world = await load();
    const { breakdowns, offices, operations, kitchen, anchor, ann, ben, eve, fay, gil } = world;
    const cases: readonly [Signer, bigint, bigint][] = [
      [eve, operations, operations],
      [fay, operations, operations],
      [ann, anchor, operations],
      [ben, anchor, kitchen],
      [gil, kitchen, kitchen],
      [ann, anchor, anchor],
    ];
    const snapshot = await networkHelpers.takeSnapshot();
    for (const [by, of, circle] of cases) {
      const [event] = await eventsOf(world, declare(world, by, of, Reason.Pattern, circle));
      const told = event?.args as Result;
      const { time, due, by: for_, reason, text } = told;
      expect([due, for_, reason, text]).to.deep.equal([time + TIME, of, Reason.Pattern, PATTERN]);
      const stored = await breakdowns.breakdownAt(circle);
      expect([...stored]).to.deep.equal([due, 0n, Reason.Pattern, NOBODY]);
      expect(await offices.breakdownOf(circle)).to.equal(await breakdowns.getAddress());
      await snapshot.restore();
    }
    expect(await offices.breakdownOf(operations)).to.equal(NOBODY);
  });

  it("R-BRK-1: nobody else does, nor for a circle that is not around it, nor twice, nor without words", async () => {
    const world = await load();
    const { breakdowns, operations, kitchen, finance, anchor, ann, eve, gil, hal, zoe } = world;
    for (const [by, of, circle] of [
      [hal, operations, operations],
      [zoe, operations, operations],
      [gil, operations, operations],
      [gil, kitchen, operations],
      [eve, operations, anchor],
      [eve, operations, finance],
    ] as const) {
      const call = declare(world, by, of, Reason.Pattern, circle);
      await refused(call, breakdowns, "NotDeclarer", circle, of, by);
    }
    const mute = breakdowns.connect(ann).declareBreakdown(operations, anchor, Reason.Pattern, "");
    await refused(mute, breakdowns, "WrongLength", 0n);
    const unknown = breakdowns.connect(ann).declareBreakdown(operations, anchor, 3n, SAID);
    await expect(unknown).to.be.revert(ethers);
    await declare(world, eve);
    await refused(declare(world, eve), breakdowns, "AlreadyInBreakdown", operations);
  });

  it("R-BRK-1: any partner asks a facilitator to look", async () => {
    const world = await load();
    const { breakdowns, circles, organisation, operations, policy, hal, zoe } = world;
    const [event] = await eventsOf(world, breakdowns.connect(hal).askAudit(operations, SAID));
    expect([event?.name, event?.subject, event?.args.text]).to.deep.equal([
      "AuditAsked",
      operations,
      SAID,
    ]);
    const outsider = breakdowns.connect(zoe).askAudit(operations, SAID);
    await refused(outsider, circles, "NotPartner", organisation, zoe);
    await refused(breakdowns.connect(hal).askAudit(policy, SAID), circles, "UnknownRole", policy);
    await refused(breakdowns.connect(hal).askAudit(operations, ""), breakdowns, "WrongLength", 0n);
  });

  it("R-BRK-1: nobody is asked to look before the founding is over", async () => {
    const { breakdowns, circles, organisation, operations, eve } = await written(connection);
    const call = breakdowns.connect(eve).askAudit(operations, SAID);
    await refused(call, circles, "FoundingNotOver", organisation);
  });

  it("R-BRK-2 R-BRK-9: that governance has failed is declared by the circle's own facilitator alone, that it stays so by nobody", async () => {
    const world = await load();
    const { breakdowns, operations, anchor, ann, fay, eve } = world;
    const { FailedGovernance, Unresolved } = Reason;
    for (const [by, of] of [
      [fay, operations],
      [ann, anchor],
      [ann, operations],
    ] as const) {
      const call = declare(world, by, of, FailedGovernance);
      await refused(call, breakdowns, "NotDeclarer", operations, of, by);
    }
    const early = declare(world, eve, operations, Unresolved);
    await refused(early, breakdowns, "UndeclarableReason", operations, Unresolved);
    await declare(world, eve, operations, FailedGovernance);
    expect((await breakdowns.breakdownAt(operations)).reason).to.equal(FailedGovernance);
  });

  it("R-BRK-3: only in a breakdown an objection is discarded for what its arguments say", async () => {
    const world = await load();
    const { facilitation, breakdowns, operations, kitchen, garden, ann, dora, eve, gil } = world;
    await install(world, operations, Facilitator, dora);
    const proposal = await propose(world, eve, operations, kitchen);
    await object(world, gil, proposal, garden);
    const judge = (reason: bigint) =>
      facilitation.connect(dora).discard(proposal, gil, reason, WHY);
    for (const reason of [DiscardReason.Illogical, DiscardReason.Irrelevant]) {
      await refused(judge(reason), facilitation, "WrongReason", proposal, reason);
    }
    await declare(world, dora);
    await breakdowns.connect(ann).declareRestored(operations, SAID);
    await refused(judge(DiscardReason.Irrelevant), facilitation, "WrongReason");
    await declare(world, dora);
    await judge(DiscardReason.Irrelevant);
    const { reason, phase } = await facilitation.judgementOf(proposal, gil);
    expect([reason, phase]).to.deep.equal([DiscardReason.Irrelevant, Phase.Appealable]);
  });

  it("R-BRK-3: an objection that names a rule is not judged by its arguments", async () => {
    const world = await load();
    const { facilitation, operations, kitchen, garden, dora, eve, gil } = world;
    await install(world, operations, Facilitator, dora);
    const proposal = await propose(world, eve, operations, kitchen);
    const rule = { harm: "", limits: "", cause: "", certainty: "", rule: "We cook together" };
    await object(world, gil, proposal, garden, rule);
    await declare(world, dora);
    for (const reason of [DiscardReason.Illogical, DiscardReason.Irrelevant]) {
      const call = facilitation.connect(dora).discard(proposal, gil, reason, WHY);
      await refused(call, facilitation, "WrongReason", proposal, reason);
    }
  });

  it("R-BRK-4 R-BRK-5: the facilitator of the circle around takes an office over, and nobody else", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, offices, facilitation, operations, anchor, ann, ben, eve, fay } = world;
    const may = (office: bigint, person: Signer) =>
      offices.mayAct(facilitation, 1n, operations, office, person);
    expect(await may(Facilitator, ann)).to.equal(false);
    for (const other of [ben, eve, fay]) {
      const call = breakdowns.connect(other).takeOver(operations, Facilitator);
      await refused(call, breakdowns, "NotActing", anchor, Facilitator, other);
    }
    const [event] = await eventsOf(
      world,
      breakdowns.connect(ann).takeOver(operations, Facilitator),
    );
    expect([event?.name, event?.args.office]).to.deep.equal(["OfficeTakenOver", Facilitator]);
    expect(await may(Facilitator, ann)).to.equal(true);
    expect(await may(Secretary, ann)).to.equal(false);
    expect(await may(Facilitator, ben)).to.equal(false);
    expect(await may(Facilitator, eve)).to.equal(true);
    await breakdowns.connect(ann).takeOver(operations, Secretary);
    expect(await may(Secretary, ann)).to.equal(true);
    expect((await breakdowns.breakdownAt(operations)).taken).to.equal(3n);
    for (const office of [Facilitator, Secretary, Rep]) {
      const again = breakdowns.connect(ann).takeOver(operations, office);
      await refused(again, breakdowns, "WrongOffice", operations, office);
    }
    expect(await breakdowns.replaces(operations, Rep, ann)).to.equal(false);
    // Whoever is no longer that facilitator restores no more.
    await install(world, anchor, Facilitator, ben);
    expect(await may(Facilitator, ann)).to.equal(false);
    expect(await may(Facilitator, ben)).to.equal(true);
  });

  it("R-BRK-5: nobody acts for the offices of a circle that was removed, though it was taken over", async () => {
    const world = await load();
    const { breakdowns, offices, facilitation, operations, kitchen, eve, fay, gil } = world;
    await declare(world, gil, kitchen, Reason.Pattern, kitchen);
    await breakdowns.connect(eve).takeOver(kitchen, Secretary);
    expect(await offices.mayAct(facilitation, 1n, kitchen, Secretary, eve)).to.equal(true);
    await enact(world, operations, [removeRole(kitchen)], [eve, fay]);
    expect(await offices.mayAct(facilitation, 1n, kitchen, Secretary, eve)).to.equal(false);
  });

  it("R-BRK-5: whoever took over acts: judges an objection as facilitator", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, facilitation, operations, kitchen, garden, ann, eve, gil } = world;
    const proposal = await propose(world, eve, operations, kitchen);
    await object(world, gil, proposal, garden);
    const judge = () =>
      facilitation.connect(ann).discard(proposal, gil, DiscardReason.Illogical, WHY);
    await refused(judge(), facilitation, "NotActing", operations, Facilitator, ann);
    await breakdowns.connect(ann).takeOver(operations, Facilitator);
    await judge();
    expect((await facilitation.judgementOf(proposal, gil)).by).to.equal(ann.address);
  });

  it("R-BRK-5 R-ELE-12: others stand in for the restorer after the notice", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, offices, operations, anchor, ben } = world;
    await offices.connect(ben).standIn(breakdowns, operations, anchor, Facilitator);
    const restore = () => breakdowns.connect(ben).declareRestored(operations, SAID);
    await refused(restore(), breakdowns, "NotActing", anchor, Facilitator, ben);
    await goTo(connection, (await now(connection)) + 3n * DAY);
    await breakdowns.connect(ben).takeOver(operations, Secretary);
    expect(await breakdowns.replaces(operations, Secretary, ben)).to.equal(true);
    await restore();
    expect(await breakdowns.isBarred(operations, ben)).to.equal(false);
  });

  it("R-BRK-6: the restorer adds a lead, who assigns and takes back what others assigned", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, circles, operations, kitchen, anchor, ann, ben, hal, cem, fay, zoe } =
      world;
    const add = (by: Signer, person: unknown) => breakdowns.connect(by).addLead(operations, person);
    await refused(add(ben, hal), breakdowns, "NotActing", anchor, Facilitator, ben);
    await refused(add(ann, zoe), circles, "NotPartner", world.organisation, zoe);
    const events = await eventsOf(world, add(ann, hal));
    expect(events.map(({ name }) => name)).to.deep.equal(["LeadAdded", "Assigned"]);
    expect(await circles.leads(operations, hal)).to.equal(true);
    expect((await breakdowns.breakdownAt(operations)).lead).to.equal(hal.address);
    await circles.connect(hal).revoke(kitchen, fay);
    expect(await circles.fills(kitchen, fay)).to.equal(false);
    // Another one in the place of the first, then nobody.
    const next = await eventsOf(world, add(ann, cem));
    expect(next.map(({ name }) => name)).to.deep.equal(["LeadAdded", "Unassigned", "Assigned"]);
    expect(await circles.leads(operations, hal)).to.equal(false);
    const last = await eventsOf(world, add(ann, NOBODY));
    expect(last.map(({ name }) => name)).to.deep.equal(["LeadAdded", "Unassigned"]);
    expect((await circles.roleAt(operations)).fillers).to.equal(1n);
    // Nothing to end.
    const none = await eventsOf(world, add(ann, NOBODY));
    expect(none.map(({ name }) => name)).to.deep.equal(["LeadAdded"]);
  });

  it("R-BRK-7: everything ends when the restorer declares due process restored", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, circles, offices, facilitation, operations, ann, eve, hal } = world;
    await breakdowns.connect(ann).takeOver(operations, Secretary);
    await breakdowns.connect(ann).addLead(operations, hal);
    const mute = breakdowns.connect(ann).declareRestored(operations, "");
    await refused(mute, breakdowns, "WrongLength", 0n);
    await refused(
      breakdowns.connect(eve).declareRestored(operations, SAID),
      breakdowns,
      "NotActing",
    );
    const events = await eventsOf(world, breakdowns.connect(ann).declareRestored(operations, SAID));
    expect(events.map(({ name }) => name)).to.deep.equal(["BreakdownEnded", "Unassigned"]);
    expect(events[0]?.args.overturned).to.equal(false);
    expect(await circles.leads(operations, hal)).to.equal(false);
    expect(await offices.breakdownOf(operations)).to.equal(NOBODY);
    expect(await offices.mayAct(facilitation, 1n, operations, Secretary, ann)).to.equal(false);
    expect([...(await breakdowns.breakdownAt(operations))]).to.deep.equal([0n, 0n, 0n, NOBODY]);
    const restores = breakdowns.connect(ann);
    for (const act of [
      () => restores.declareRestored(operations, SAID),
      () => restores.takeOver(operations, Secretary),
      () => restores.addLead(operations, hal),
      () => restores.overturnBreakdown(operations, SAID),
      () => restores.escalateBreakdown(operations),
    ]) {
      await refused(act(), breakdowns, "NotInBreakdown", operations);
    }
  });

  it("R-BRK-7: an added lead who has gone already is not in the way", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, circles, operations, ann, hal } = world;
    await breakdowns.connect(ann).addLead(operations, hal);
    await circles.connect(hal).resign(operations);
    const events = await eventsOf(world, breakdowns.connect(ann).declareRestored(operations, SAID));
    expect(events.map(({ name }) => name)).to.deep.equal(["BreakdownEnded"]);
  });

  it("R-BRK-7: the secretary one circle further out than the restorer's overturns it, and nobody else", async () => {
    const world = await load();
    const { breakdowns, offices, operations, kitchen, anchor, ann, ben, eve, fay, gil } = world;
    await declare(world, gil, kitchen, Reason.Pattern, kitchen);
    for (const other of [ann, eve, fay, gil]) {
      const call = breakdowns.connect(other).overturnBreakdown(kitchen, SAID);
      await refused(call, breakdowns, "NotActing", anchor, Secretary, other);
    }
    await refused(
      breakdowns.connect(ben).overturnBreakdown(kitchen, ""),
      breakdowns,
      "WrongLength",
    );
    const [event] = await eventsOf(world, breakdowns.connect(ben).overturnBreakdown(kitchen, SAID));
    expect([event?.name, event?.args.overturned]).to.deep.equal(["BreakdownEnded", true]);
    expect(await offices.breakdownOf(kitchen)).to.equal(NOBODY);
    // Where the restorer's circle is the anchor, the anchor's secretary.
    await declare(world, eve);
    await breakdowns.connect(ben).overturnBreakdown(operations, SAID);
    expect(await offices.breakdownOf(operations)).to.equal(NOBODY);
  });

  it("R-BRK-6 R-BRK-8: an anchor is restored by its own facilitator, who takes over its secretary's office alone and adds no lead", async () => {
    const world = await load();
    const { breakdowns, offices, facilitation, anchor, ann, ben, hal } = world;
    await declare(world, ben, anchor, Reason.Pattern, anchor);
    const other = breakdowns.connect(ben).takeOver(anchor, Secretary);
    await refused(other, breakdowns, "NotActing", anchor, Facilitator, ben);
    const own = breakdowns.connect(ann).takeOver(anchor, Facilitator);
    await refused(own, breakdowns, "WrongOffice", anchor, Facilitator);
    await refused(breakdowns.connect(ann).addLead(anchor, hal), breakdowns, "IsAnchor", anchor);
    await breakdowns.connect(ann).takeOver(anchor, Secretary);
    expect(await offices.mayAct(facilitation, 1n, anchor, Secretary, ann)).to.equal(true);
    expect(await offices.mayAct(facilitation, 1n, anchor, Facilitator, hal)).to.equal(false);
    await breakdowns.connect(ann).declareRestored(anchor, SAID);
    expect(await offices.breakdownOf(anchor)).to.equal(NOBODY);
  });

  it("R-BRK-9: after thirty days anyone carries it to the circle around, not a second before", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, offices, operations, anchor, zoe, due } = world;
    const carry = (circle = operations) => breakdowns.connect(zoe).escalateBreakdown(circle);
    await nextAt(connection, due - 1n);
    await refused(carry(), breakdowns, "NotDue", operations, due);
    await nextAt(connection, due);
    const [event] = await eventsOf(world, carry());
    expect([event?.name, event?.subject]).to.deep.equal(["BreakdownDeclared", anchor]);
    expect([event?.args.by, event?.args.reason]).to.deep.equal([operations, Reason.Unresolved]);
    expect(await offices.breakdownOf(anchor)).to.equal(await breakdowns.getAddress());
    expect((await breakdowns.breakdownAt(operations)).due).to.equal(due + TIME);
    expect((await breakdowns.breakdownAt(anchor)).due).to.equal(due + TIME);
    await goTo(connection, due + TIME);
    await refused(carry(), breakdowns, "AlreadyInBreakdown", anchor);
    await refused(carry(anchor), breakdowns, "IsAnchor", anchor);
  });

  it("R-BRK-9: it goes out level by level; who restores the outer circle acts in the inner one too", async () => {
    const world = await load();
    const { breakdowns, offices, facilitation, operations, kitchen, ann, gil, zoe } = world;
    await declare(world, gil, kitchen, Reason.Pattern, kitchen);
    const { due } = await breakdowns.breakdownAt(kitchen);
    await nextAt(connection, due);
    await breakdowns.connect(zoe).escalateBreakdown(kitchen);
    await breakdowns.connect(ann).takeOver(operations, Facilitator);
    // Acts as facilitator of Operations, and so restores Kitchen.
    await breakdowns.connect(ann).takeOver(kitchen, Secretary);
    expect(await offices.mayAct(facilitation, 1n, kitchen, Secretary, ann)).to.equal(true);
    await breakdowns.connect(ann).declareRestored(kitchen, SAID);
    await breakdowns.connect(ann).declareRestored(operations, SAID);
  });

  it("R-BRK-5 P2: only processes with the bit say that a circle is in breakdown, and only the one that said it ends it", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { offices, breakdowns, organisation, operations, kitchen, hand, dora } = world;
    const outsider = offices.connect(dora).setBreakdown(kitchen, true);
    await refused(outsider, offices, "NotProcess", organisation, dora, 64n);
    const process = await breakdowns.getAddress();
    for (const stands of [true, false]) {
      const call = offices.connect(hand).setBreakdown(operations, stands);
      await refused(call, offices, "WrongBreakdown", operations, process);
    }
    const none = offices.connect(hand).setBreakdown(kitchen, false);
    await refused(none, offices, "WrongBreakdown", kitchen, NOBODY);
    await offices.connect(hand).setBreakdown(kitchen, true);
    expect(await offices.breakdownOf(kitchen)).to.equal(hand.address);
    const inTheWay = declare(world, world.gil, kitchen, Reason.Pattern, kitchen);
    await refused(inTheWay, offices, "WrongBreakdown", kitchen, hand);
    await offices.connect(hand).setBreakdown(kitchen, false);
    expect(await offices.breakdownOf(kitchen)).to.equal(NOBODY);
  });

  it("R-BRK-5 P2: without the bit nothing is declared, whatever the contract", async () => {
    const world = await load();
    const { breakdowns, offices, consent, treasury, hand, ida } = world;
    const processes = [
      { process: consent, bits: 7n },
      { process: treasury, bits: 4n },
      { process: offices, bits: 12n },
      { process: hand, bits: 12n },
      { process: breakdowns, bits: 12n },
    ];
    const other = await foundSmall(world, ida, { processes });
    await offices.connect(hand).install(other.anchor, Facilitator, 0n, ida, 10n ** 10n, hand);
    const call = (breakdowns.connect(ida) as Breakdowns).declareBreakdown(
      other.all,
      other.anchor,
      Reason.Pattern,
      SAID,
    );
    await refused(call, offices, "NotProcess", other.organisation, breakdowns, 64n);
  });

  it("R-BRK-6: where settings name a role that assigns, it goes on doing so in the place of the leads", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, circles, operations, kitchen, garden, ann, hal, fay } = world;
    const own = configure(0n, 0n, { assigner: kitchen });
    await enact(world, operations, [own]);
    await breakdowns.connect(ann).addLead(operations, hal);
    const call = circles.connect(hal).offer(garden, fay);
    await refused(call, circles, "NotAssigner", operations, hal);
  });

  it("R-BRK-4: the circle right around it restores it, not one further out", async () => {
    const world = await networkHelpers.loadFixture(broken);
    const { breakdowns, operations, kitchen, ann, dora, eve, gil } = world;
    const [inner] = (await enact(world, kitchen, [createRole(0n, "Stove")], [eve, world.fay])) as [
      bigint,
    ];
    await seat(world, eve, inner, dora);
    await declare(world, gil, kitchen, Reason.Pattern, inner);
    // gil is facilitator of Kitchen, which is around it.
    await breakdowns.connect(gil).takeOver(inner, Facilitator);
    const outer = breakdowns.connect(eve).takeOver(inner, Secretary);
    await refused(outer, breakdowns, "NotActing", kitchen, Facilitator, eve);
    await breakdowns.connect(ann).declareRestored(operations, SAID);
  });
});
