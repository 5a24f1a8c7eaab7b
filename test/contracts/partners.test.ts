import { expect } from "chai";
import { network } from "hardhat";

import {
  configure,
  createRole,
  invitation,
  join,
  PartnerKind,
  removeRole,
} from "../helpers/changes.ts";
import { enact, found, founded, RULES, represent, written } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const STATUS = { None: 0n, Invited: 1n, Agreed: 2n } as const;
const { Person, Body, Associate, Agent } = PartnerKind;
const NOBODY = ethers.ZeroAddress;

describe("partners", () => {
  it("R-ADO-3 agree to the hash of the rules in force, and to no other", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, ida } = world;
    const byIda = partners.connect(ida);
    for (const hash of [ethers.ZeroHash, ethers.id("other rules")]) {
      await refused(byIda.agree(organisation, hash, []), partners, "WrongRules", hash, RULES);
    }
    for (const other of [0n, 2n]) {
      await refused(byIda.agree(other, RULES, []), circles, "UnknownOrganisation", other);
      const nothing = byIda.agree(other, ethers.ZeroHash, []);
      await refused(nothing, circles, "UnknownOrganisation", other);
    }
    await byIda.agree(organisation, RULES, []);
    expect((await circles.partnerAt(organisation, ida)).toObject()).to.deep.equal({
      status: STATUS.Agreed,
      open: false,
      kind: Person,
      seats: 0n,
      version: 1n,
      custodian: NOBODY,
    });
    const twice = byIda.agree(organisation, RULES, []);
    await refused(twice, partners, "AlreadyPartner", organisation, ida);
  });

  it("R-ADO-3 are admitted by those who fill the role that the settings name", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, ann, ben, cem, dora, hal, zoe, hand } = world;
    const agree = () => partners.connect(zoe).agree(organisation, RULES, []);
    await refused(agree(), partners, "NotInvited", organisation, zoe);
    for (const person of [cem, dora, hal, zoe, hand]) {
      for (const kind of [Person, Body, Associate]) {
        const attempt = partners.connect(person).invite(organisation, invitation(zoe, kind));
        await refused(attempt, partners, "NotAdmitter", organisation, person);
      }
    }
    const known = partners.connect(ann).invite(organisation, invitation(hal));
    await refused(known, partners, "AlreadyPartner", organisation, hal);
    await partners.connect(ben).invite(organisation, invitation(zoe));
    expect((await circles.partnerAt(organisation, zoe)).status).to.equal(STATUS.Invited);
    const again = partners.connect(ann).invite(organisation, invitation(zoe));
    await refused(again, partners, "NoChange", organisation, zoe);
    await agree();
  });

  it("R-ADO-3 are admitted by nobody, and everybody, where the settings name no role", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, anchor, ann, zoe } = world;
    await enact(world, anchor, [configure(0n, 2n)]);
    for (const kind of [Person, Body]) {
      const attempt = partners.connect(ann).invite(organisation, invitation(zoe, kind));
      await refused(attempt, partners, "NotAdmitter", organisation, ann);
    }
    await partners.connect(zoe).agree(organisation, RULES, []);
    expect((await circles.partnerAt(organisation, zoe)).kind).to.equal(Person);
  });

  it("R-MEM-2 where everybody is admitted, members of the anchor bring in who will be none", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, anchor, cem, eve, hal, ida, hand, zoe } = world;
    await enact(world, anchor, [configure(0n, 2n)]);
    const [robot, guest] = [ethers.id("robot").slice(0, 42), ethers.id("guest").slice(0, 42)];
    for (const person of [eve, hal, ida, zoe, hand]) {
      for (const invited of [invitation(robot, Agent, hal), invitation(guest, Associate)]) {
        const attempt = partners.connect(person).invite(organisation, invited);
        await refused(attempt, partners, "NotAdmitter", organisation, person);
      }
    }
    await partners.connect(cem).invite(organisation, invitation(robot, Agent, hal));
    await partners.connect(cem).invite(organisation, invitation(guest, Associate));
    expect((await circles.partnerAt(organisation, robot)).kind).to.equal(Agent);
    expect((await circles.partnerAt(organisation, guest)).kind).to.equal(Associate);
  });

  it("R-MEM-2 become what they were invited as, and something else only by leaving first", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, ann, hal, zoe } = world;
    for (const [kind, custodian] of [
      [Body, NOBODY],
      [Associate, NOBODY],
      [Agent, hal.address],
      [Person, NOBODY],
    ] as const) {
      await partners.connect(ann).invite(organisation, invitation(zoe, kind, custodian));
      const other = partners.connect(ann).invite(organisation, invitation(zoe, Body));
      await refused(other, partners, "NoChange", organisation, zoe);
      await partners.connect(zoe).agree(organisation, RULES, []);
      const said = await circles.partnerAt(organisation, zoe);
      const is = [said.status, said.kind, said.custodian];
      expect(is).to.deep.equal([STATUS.Agreed, kind, custodian]);
      // What somebody declares changes nothing of that.
      await partners.connect(zoe).declareOpenness(organisation, true);
      expect((await circles.partnerAt(organisation, zoe)).kind).to.equal(kind);
      const agreed = partners.connect(ann).invite(organisation, invitation(zoe, Body));
      await refused(agreed, partners, "AlreadyPartner", organisation, zoe);
      await partners.connect(zoe).leaveOrganisation(organisation, []);
      const gone = await circles.partnerAt(organisation, zoe);
      expect([...gone]).to.deep.equal([STATUS.None, false, Person, 0n, 0n, NOBODY]);
    }
  });

  it("R-MEM-2 an agent has a custodian, a person who is a partner; nobody else has one", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { partners, organisation, ann, hal, ida, zoe } = world;
    const byAnn = partners.connect(ann);
    const others = [Body, Associate].map((kind, index) => ({
      kind,
      address: ethers.getAddress(ethers.toBeHex(77 + index, 20)),
    }));
    for (const { kind, address } of others) {
      await byAnn.invite(organisation, invitation(address, kind));
      await networkHelpers.setBalance(address, 10n ** 18n);
      const body = await ethers.getImpersonatedSigner(address);
      await partners.connect(body).agree(organisation, RULES, []);
    }
    const strangers = [NOBODY, ida.address, zoe.address, ...others.map(({ address }) => address)];
    for (const custodian of strangers) {
      const attempt = byAnn.invite(organisation, invitation(zoe, Agent, custodian));
      await refused(attempt, partners, "WrongCustodian", custodian);
    }
    for (const kind of [Person, Body, Associate]) {
      const attempt = byAnn.invite(organisation, invitation(zoe, kind, hal));
      await refused(attempt, partners, "WrongCustodian", hal);
    }
    await byAnn.invite(organisation, invitation(zoe, Agent, hal));
  });

  it("R-MEM-2 while it is founded an agent has somebody as custodian, partner or not yet", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, founding, partners, organisation, ida, zoe } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const write = (invited: object) =>
      founding.write(organisation, lastWrite, [], [], [invited], []);
    const alone = write(invitation(zoe, Agent));
    await refused(alone, partners, "WrongCustodian", NOBODY);
    const person = write(invitation(zoe, Person, ida));
    await refused(person, partners, "WrongCustodian", ida);
    await write(invitation(zoe, Agent, ida));
    const { kind, custodian } = await circles.partnerAt(organisation, zoe);
    expect([kind, custodian]).to.deep.equal([Agent, ida.address]);
  });

  it("P2 what is known of a person is said by the contract of partners alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, consent, founding, organisation, ann, eve, hand, kitchen } = world;
    const said = { status: 2n, open: true, kind: 0n, seats: 9n, version: 1n, custodian: NOBODY };
    const contracts = [consent, founding].map((contract) => contract.getAddress());
    const signers = (await Promise.all(contracts)).map(async (address) => {
      await networkHelpers.setBalance(address, 10n ** 18n);
      return await ethers.getImpersonatedSigner(address);
    });
    for (const caller of [ann, eve, hand, ...(await Promise.all(signers))]) {
      const byCaller = circles.connect(caller);
      for (const attempt of [
        () => byCaller.setPartner(organisation, caller, said),
        () => byCaller.acceptFor(kitchen, caller),
        () => byCaller.resignFor(kitchen, eve),
      ]) {
        await refused(attempt(), circles, "NotPartners", caller);
      }
    }
    // Nor does it say how many seats somebody has.
    const address = await world.partners.getAddress();
    await networkHelpers.setBalance(address, 10n ** 18n);
    const itself = await ethers.getImpersonatedSigner(address);
    await circles.connect(itself).setPartner(organisation, eve, said);
    expect((await circles.partnerAt(organisation, eve)).seats).to.equal(2n);
  });

  it("an admission role that was removed admits nobody", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { partners, organisation, anchor, council, ann, ben, zoe } = world;
    await enact(world, anchor, [removeRole(council)], [ann, ben]);
    const attempt = partners.connect(ann).invite(organisation, invitation(zoe));
    await refused(attempt, partners, "NotAdmitter", organisation, ann);
    const agree = partners.connect(zoe).agree(organisation, RULES, []);
    await refused(agree, partners, "NotInvited", organisation, zoe);
  });

  it("accept the offers they name as they agree, of this organisation only", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, council, finance, ann, ida } = world;
    await refused(
      circles.connect(ann).offer(council, ida),
      circles,
      "NotPartner",
      organisation,
      ida,
    );
    const byIda = partners.connect(ida);
    for (const [role, error] of [
      [finance, "NotOffered"],
      [join(2n, 2n), "NotOffered"],
      [join(organisation, 4000n), "UnknownRole"],
    ] as const) {
      await refused(byIda.agree(organisation, RULES, [role]), circles, error);
    }
    // An offer of another organisation is accepted by agreeing to that one's rules.
    const { founding, hal } = world;
    await found(world, { founder: hal, ratifiers: [hal] });
    const offers = [{ role: 1n, person: ida }];
    const byHal = founding.connect(hal);
    await byHal.write(2n, 1n, [createRole(0n, "Theirs")], [], [], offers);
    const theirs = join(2n, 2n);
    expect(await circles.isOffered(theirs, ida)).to.equal(true);
    const attempt = byIda.agree(organisation, RULES, [theirs]);
    await refused(attempt, circles, "NotOffered", theirs, ida);
  });

  it("R-ASG-5 leave with the list of all they fill, at any time", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, operations, kitchen, garden, eve, zoe } = world;
    const byEve = partners.connect(eve);
    await byEve.declareOpenness(organisation, true);
    const leave = (roles: bigint[]) => byEve.leaveOrganisation(organisation, roles);
    await refused(leave([]), partners, "StillSeated", organisation, eve, 2n);
    await refused(leave([kitchen]), partners, "StillSeated", organisation, eve, 1n);
    const elsewhere = join(2n, kitchen & 0xffffffffn);
    await refused(leave([kitchen, garden, elsewhere]), circles, "UnknownRole", elsewhere);
    await refused(leave([kitchen, kitchen]), circles, "DoesNotFill", kitchen, eve);
    await refused(leave([kitchen, operations]), circles, "DoesNotFill", operations, eve);
    await leave([garden, kitchen]);
    const gone = await circles.partnerAt(organisation, eve);
    expect([...gone]).to.deep.equal([STATUS.None, false, Person, 0n, 0n, NOBODY]);
    expect((await circles.seatOf(operations, eve)).voices).to.equal(0n);
    await refused(leave([]), circles, "NotPartner", organisation, eve);
    // Whoever left is not admitted any more.
    await refused(byEve.agree(organisation, RULES, []), partners, "NotInvited", organisation, eve);
    const stranger = partners.connect(zoe).leaveOrganisation(organisation, []);
    await refused(stranger, circles, "NotPartner", organisation, zoe);
  });

  it("R-MEM-5 leave after their representation has ended, and not before", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, operations, kitchen, garden, eve, hand } = world;
    await represent(world, operations, eve);
    const leave = (roles: bigint[]) => partners.connect(eve).leaveOrganisation(organisation, roles);
    await refused(leave([kitchen, garden]), partners, "StillSeated", organisation, eve, 1n);
    const named = leave([kitchen, garden, operations]);
    await refused(named, circles, "DoesNotFill", operations, eve);
    await circles.connect(hand).endRepresentation(operations, eve, hand);
    await leave([kitchen, garden]);
    expect((await circles.partnerAt(organisation, eve)).status).to.equal(STATUS.None);
  });

  it("declare to be open, or not; nobody else does", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, hal, ida, zoe } = world;
    const byHal = partners.connect(hal);
    const nothing = byHal.declareOpenness(organisation, false);
    await refused(nothing, partners, "NoChange", organisation, hal);
    await byHal.declareOpenness(organisation, true);
    const same = byHal.declareOpenness(organisation, true);
    await refused(same, partners, "NoChange", organisation, hal);
    expect((await circles.partnerAt(organisation, hal)).open).to.equal(true);
    await byHal.declareOpenness(organisation, false);
    expect((await circles.partnerAt(organisation, hal)).open).to.equal(false);
    for (const person of [ida, zoe]) {
      const attempt = partners.connect(person).declareOpenness(organisation, true);
      await refused(attempt, circles, "NotPartner", organisation, person);
    }
  });
});
