import { expect } from "chai";
import { network } from "hardhat";

import { amendPolicy, amendRole, role } from "../helpers/changes.ts";
import { install } from "../helpers/facilitation.ts";
import { Office } from "../helpers/office.ts";
import { enact, eventsOf, found, foundSmall, represent } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { asked, idOf, officered, type Ruled, SAID, Step } from "../helpers/rulings.ts";
import { DAY, goTo, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const load = (): Promise<Ruled> => networkHelpers.loadFixture(fixture);
async function fixture(): Promise<Ruled> {
  return await officered(connection);
}

describe("interpretations", () => {
  it("R-RUL-2: any partner asks the secretary of a circle, about a policy, a role or the rules", async () => {
    const world = await load();
    const { rulings, operations, policy, kitchen, hal, zoe, circles, organisation } = world;
    const id = await asked(world);
    const { circle, object, revision, rung, step } = await rulings.interpretationAt(id);
    expect(circle).to.equal(operations & 0xffff_ffffn);
    expect(object).to.equal(policy & 0xffff_ffffn);
    expect([revision, rung, step]).to.deep.equal([1n, circle, Step.Asked]);
    const ofRole = await idOf(
      world,
      rulings.connect(hal).askInterpretation(operations, kitchen, SAID),
    );
    expect((await rulings.interpretationAt(ofRole)).revision).to.equal(1n);
    const ofRules = await idOf(world, rulings.connect(hal).askInterpretation(operations, 0n, SAID));
    expect((await rulings.interpretationAt(ofRules)).revision).to.equal(1n);
    const call = rulings.connect(zoe).askInterpretation(operations, policy, SAID);
    await refused(call, circles, "NotPartner", organisation, zoe);
  });

  it("R-RUL-2: nothing is asked of a circle that is none, about what is nothing or another's, or without words", async () => {
    const world = await load();
    const { rulings, circles, operations, policy, hal, ida } = world;
    const asks = rulings.connect(hal);
    await refused(asks.askInterpretation(policy, policy, SAID), circles, "UnknownRole", policy);
    const none = operations + 999n;
    await refused(asks.askInterpretation(operations, none, SAID), rulings, "UnknownObject", none);
    const other = await foundSmall(world, ida);
    const theirs = asks.askInterpretation(operations, other.all, SAID);
    await refused(theirs, rulings, "UnknownObject", other.all);
    await refused(asks.askInterpretation(operations, policy, ""), rulings, "WrongLength", 0n);
    await refused(
      rulings.connect(world.fay).interpret(await asked(world), ""),
      rulings,
      "WrongLength",
    );
  });

  it("R-RUL-2: nothing is asked before the founding is over", async () => {
    const world = await load();
    const { rulings, circles, ida } = world;
    await found(world, { founder: ida, ratifiers: [ida] });
    const organisation = await circles.organisations();
    const call = rulings.connect(ida).askInterpretation((organisation << 32n) | 1n, 0n, SAID);
    await refused(call, circles, "FoundingNotOver", organisation);
  });

  it("R-RUL-2: the secretary of that circle rules, once, and nobody else; never who asked", async () => {
    const world = await load();
    const { rulings, operations, fay, eve, ben, hal } = world;
    const id = await asked(world);
    for (const other of [eve, ben, hal]) {
      const call = rulings.connect(other).interpret(id, SAID);
      await refused(call, rulings, "NotActing", operations, Office.Secretary, other);
    }
    expect(await rulings.rulingStands(id)).to.equal(false);
    const [event] = await eventsOf(world, rulings.connect(fay).interpret(id, "All books"));
    expect(event?.name).to.equal("Interpreted");
    expect(event?.args.text).to.equal("All books");
    expect(await rulings.rulingStands(id)).to.equal(true);
    const again = rulings.connect(fay).interpret(id, SAID);
    await refused(again, rulings, "WrongRulingStep", id, Step.Ruled);
    const own = await asked(world, fay);
    await refused(rulings.connect(fay).interpret(own, SAID), rulings, "OwnMatter", own, fay);
  });

  it("R-RUL-2: a ruling stands until the policy or the role changes", async () => {
    const world = await load();
    const { rulings, operations, kitchen, policy, fay, hal } = world;
    const id = await asked(world);
    const ofRole = await idOf(
      world,
      rulings.connect(hal).askInterpretation(operations, kitchen, SAID),
    );
    const ofRules = await idOf(world, rulings.connect(hal).askInterpretation(operations, 0n, SAID));
    for (const each of [id, ofRole, ofRules]) await rulings.connect(fay).interpret(each, SAID);
    await enact(world, operations, [amendRole(kitchen, 1n, role("Cooks"))]);
    expect(await rulings.rulingStands(ofRole)).to.equal(false);
    expect(await rulings.rulingStands(id)).to.equal(true);
    await enact(world, operations, [amendPolicy(policy, 1n, "Closed books")]);
    expect(await rulings.rulingStands(id)).to.equal(false);
    expect(await rulings.rulingStands(ofRules)).to.equal(true);
  });

  it("R-RUL-3 R-RUL-4 R-RUL-5: a ruling reaches as far as the circle whose secretary ruled last; an appeal goes one circle out each time", async () => {
    const world = await load();
    const { rulings, kitchen, operations, anchor, policy, cem, fay, ben, hal, gil } = world;
    const id = await idOf(world, rulings.connect(hal).askInterpretation(kitchen, policy, SAID));
    const place = async () => {
      const { rung, step } = await rulings.interpretationAt(id);
      return [rung, step];
    };
    const number = (circle: bigint) => circle & 0xffff_ffffn;
    await refused(
      rulings.connect(hal).appealInterpretation(id, SAID),
      rulings,
      "WrongRulingStep",
      id,
      Step.Asked,
    );
    await rulings.connect(cem).interpret(id, SAID);
    expect(await place()).to.deep.equal([number(kitchen), Step.Ruled]);
    const early = rulings.connect(fay).reviewInterpretation(id, true, SAID);
    await refused(early, rulings, "WrongRulingStep", id, Step.Ruled);
    await rulings.connect(gil).appealInterpretation(id, SAID);
    expect(await place()).to.deep.equal([number(operations), Step.Appealed]);
    // What was ruled binds while the appeal is open.
    expect(await rulings.rulingStands(id)).to.equal(true);
    const inner = rulings.connect(cem).reviewInterpretation(id, true, SAID);
    await refused(inner, rulings, "NotActing", operations, Office.Secretary, cem);
    await rulings.connect(fay).reviewInterpretation(id, true, SAID);
    expect(await place()).to.deep.equal([number(operations), Step.Ruled]);
    await rulings.connect(hal).appealInterpretation(id, SAID);
    const [event] = await eventsOf(
      world,
      rulings.connect(ben).reviewInterpretation(id, false, "No books"),
    );
    expect([event?.args.upheld, event?.args.text]).to.deep.equal([false, "No books"]);
    expect(await place()).to.deep.equal([number(anchor), Step.Ruled]);
    await refused(rulings.connect(hal).appealInterpretation(id, SAID), rulings, "LastRung", id);
  });

  it("R-RUL-4: outsiders do not appeal, and nobody reviews what they ruled or appealed against", async () => {
    const world = await load();
    const { rulings, circles, anchor, organisation, fay, ben, zoe } = world;
    const id = await asked(world);
    await rulings.connect(fay).interpret(id, SAID);
    const call = rulings.connect(zoe).appealInterpretation(id, SAID);
    await refused(call, circles, "NotPartner", organisation, zoe);
    await rulings.connect(ben).appealInterpretation(id, SAID);
    const own = rulings.connect(ben).reviewInterpretation(id, true, SAID);
    await refused(own, rulings, "OwnMatter", id, ben);
    await install(world, anchor, Office.Secretary, fay);
    const twice = rulings.connect(fay).reviewInterpretation(id, true, SAID);
    await refused(twice, rulings, "OwnMatter", id, fay);
    expect(await rulings.isBarred(id, fay)).to.equal(true);
    expect(await rulings.isBarred(id, world.eve)).to.equal(false);
  });

  it("R-RUL-2 R-ELE-12: others stand in for the secretary after the notice, never who asked", async () => {
    const world = await load();
    const { rulings, offices, operations, eve, dora } = world;
    const id = await asked(world, dora);
    const declares = (by: typeof eve) =>
      offices.connect(by).standIn(rulings, id, operations, Office.Secretary);
    await refused(declares(dora), offices, "Barred", id, dora);
    await declares(eve);
    await refused(rulings.connect(eve).interpret(id, SAID), rulings, "NotActing");
    await goTo(connection, (await now(connection)) + 3n * DAY);
    await rulings.connect(eve).interpret(id, SAID);
    expect((await rulings.interpretationAt(id)).step).to.equal(Step.Ruled);
  });

  it("R-RUL-2: a representative rules as little as anybody else", async () => {
    const world = await load();
    const { rulings, operations, gil } = world;
    await represent(world, operations, gil);
    const call = rulings.connect(gil).interpret(await asked(world), SAID);
    await refused(call, rulings, "NotActing");
  });
});
