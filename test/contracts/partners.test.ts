import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, join, removeRole } from "../helpers/changes.ts";
import { enact, found, founded, RULES } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const STATUS = { None: 0n, Invited: 1n, Agreed: 2n } as const;

describe("partners", () => {
  it("R-ADO-3 agree to the hash of the rules in force, and to no other", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, ida } = world;
    const byIda = circles.connect(ida);
    for (const hash of [ethers.ZeroHash, ethers.id("other rules")]) {
      await refused(byIda.agree(organisation, hash, []), circles, "WrongRules", hash, RULES);
    }
    for (const other of [0n, 2n]) {
      await refused(byIda.agree(other, RULES, []), circles, "UnknownOrganisation", other);
      const nothing = byIda.agree(other, ethers.ZeroHash, []);
      await refused(nothing, circles, "UnknownOrganisation", other);
    }
    await byIda.agree(organisation, RULES, []);
    expect([...(await circles.partnerAt(organisation, ida))]).to.deep.equal([
      STATUS.Agreed,
      false,
      0n,
    ]);
    const twice = byIda.agree(organisation, RULES, []);
    await refused(twice, circles, "AlreadyPartner", organisation, ida);
  });

  it("R-ADO-3 are admitted by those who fill the role that the settings name", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, ann, ben, cem, dora, hal, zoe, hand } = world;
    const agree = () => circles.connect(zoe).agree(organisation, RULES, []);
    await refused(agree(), circles, "NotInvited", organisation, zoe);
    for (const person of [cem, dora, hal, zoe, hand]) {
      const attempt = circles.connect(person).invite(organisation, zoe);
      await refused(attempt, circles, "NotAdmitter", organisation, person);
    }
    const known = circles.connect(ann).invite(organisation, hal);
    await refused(known, circles, "AlreadyPartner", organisation, hal);
    await circles.connect(ben).invite(organisation, zoe);
    expect((await circles.partnerAt(organisation, zoe)).status).to.equal(STATUS.Invited);
    const again = circles.connect(ann).invite(organisation, zoe);
    await refused(again, circles, "NoChange", organisation, zoe);
    await agree();
  });

  it("R-ADO-3 are admitted by nobody, and everybody, where the settings name no role", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, anchor, ann, zoe } = world;
    await enact(world, anchor, [configure(0n, 2n, { window: 432_000n })]);
    const attempt = circles.connect(ann).invite(organisation, zoe);
    await refused(attempt, circles, "NotAdmitter", organisation, ann);
    await circles.connect(zoe).agree(organisation, RULES, []);
  });

  it("an admission role that was removed admits nobody", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, anchor, council, ann, ben, zoe } = world;
    await enact(world, anchor, [removeRole(council)], [ann, ben]);
    const attempt = circles.connect(ann).invite(organisation, zoe);
    await refused(attempt, circles, "NotAdmitter", organisation, ann);
    const agree = circles.connect(zoe).agree(organisation, RULES, []);
    await refused(agree, circles, "NotInvited", organisation, zoe);
  });

  it("accept the offers they name as they agree, of this organisation only", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, council, finance, ann, ida } = world;
    await refused(
      circles.connect(ann).offer(council, ida),
      circles,
      "NotPartner",
      organisation,
      ida,
    );
    const byIda = circles.connect(ida);
    for (const role of [finance, join(2n, 3n), join(organisation, 4000n)]) {
      const attempt = byIda.agree(organisation, RULES, [role]);
      await expect(attempt).to.revert(ethers);
    }
    // An offer of another organisation is accepted by agreeing to that one's rules.
    const { founding, hal } = world;
    await found(world, { founder: hal, ratifiers: [hal] });
    const offers = [{ role: 1n, person: ida }];
    const byHal = founding.connect(hal);
    await byHal.write(2n, 2n, [createRole(0n, "Theirs")], [], [], offers);
    const theirs = join(2n, 3n);
    expect(await circles.isOffered(theirs, ida)).to.equal(true);
    const attempt = byIda.agree(organisation, RULES, [theirs]);
    await refused(attempt, circles, "NotOffered", theirs, ida);
  });

  it("R-ASG-5 leave with the list of all they fill, at any time", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, operations, kitchen, garden, eve, zoe } = world;
    const byEve = circles.connect(eve);
    await byEve.declareOpenness(organisation, true);
    const leave = (roles: bigint[]) => byEve.leaveOrganisation(organisation, roles);
    await refused(leave([]), circles, "StillSeated", organisation, eve, 2n);
    await refused(leave([kitchen]), circles, "StillSeated", organisation, eve, 1n);
    const elsewhere = join(2n, kitchen & 0xffffffffn);
    await refused(leave([kitchen, garden, elsewhere]), circles, "UnknownRole", elsewhere);
    await refused(leave([kitchen, kitchen]), circles, "DoesNotFill", kitchen, eve);
    await refused(leave([kitchen, operations]), circles, "DoesNotFill", operations, eve);
    await leave([garden, kitchen]);
    expect([...(await circles.partnerAt(organisation, eve))]).to.deep.equal([0n, false, 0n]);
    expect((await circles.seatOf(operations, eve)).seats).to.equal(0n);
    await refused(leave([]), circles, "NotPartner", organisation, eve);
    // Whoever left is not admitted any more.
    await refused(byEve.agree(organisation, RULES, []), circles, "NotInvited", organisation, eve);
    const stranger = circles.connect(zoe).leaveOrganisation(organisation, []);
    await refused(stranger, circles, "NotPartner", organisation, zoe);
  });

  it("declare to be open, or not; nobody else does", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, hal, ida, zoe } = world;
    const byHal = circles.connect(hal);
    const nothing = byHal.declareOpenness(organisation, false);
    await refused(nothing, circles, "NoChange", organisation, hal);
    await byHal.declareOpenness(organisation, true);
    const same = byHal.declareOpenness(organisation, true);
    await refused(same, circles, "NoChange", organisation, hal);
    expect((await circles.partnerAt(organisation, hal)).open).to.equal(true);
    await circles.connect(hal).declareOpenness(organisation, false);
    expect((await circles.partnerAt(organisation, hal)).open).to.equal(false);
    for (const person of [ida, zoe]) {
      const attempt = circles.connect(person).declareOpenness(organisation, true);
      await refused(attempt, circles, "NotPartner", organisation, person);
    }
  });
});
