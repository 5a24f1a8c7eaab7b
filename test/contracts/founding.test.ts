import { expect } from "chai";
import { network } from "hardhat";

import {
  adoptPolicy,
  amendPolicy,
  amendRole,
  configure,
  createRole,
  invitation,
  join,
  limitRole,
  movePolicy,
  moveRole,
  removeRole,
  repealPolicy,
  role,
  settings,
} from "../helpers/changes.ts";
import { CHANGES, REASONS } from "../helpers/consent.ts";
import {
  ALL_ARTICLES,
  ALL_BITS,
  CONSENT_BITS,
  createdBy,
  deployed,
  found,
  founded,
  OFFICES_BITS,
  RECORD,
  ROUNDS_BITS,
  RULES,
  ratify,
  SALT,
  WINDOW,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

describe("founding an organisation", () => {
  it("R-ADO-1 records its rules, settings, processes, treasury and vault", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, structure, founding, consent, treasury, ann, hand, zoe } = world;
    const { offices, elections, facilitation, meetings } = world;
    await found(world);
    expect(await circles.organisations()).to.equal(1n);
    expect(await circles.ruleHashOf(1n)).to.equal(RULES);
    const { treasury: controller, founded: over } = await circles.organisationAt(1n);
    expect([controller, over]).to.deep.equal([await treasury.getAddress(), false]);
    for (const [process, bits] of [
      [consent, CONSENT_BITS],
      [treasury, RECORD],
      [offices, OFFICES_BITS],
      [elections, OFFICES_BITS],
      [facilitation, ROUNDS_BITS],
      [meetings, ROUNDS_BITS],
      [hand, ALL_BITS],
      [zoe, 0n],
    ] as const) {
      expect(await circles.bitsOf(1n, process)).to.equal(bits);
    }
    const [said, revision] = await structure.settingsOf(join(1n, 1n));
    expect([said.toObject(), revision]).to.deep.equal([settings(), 1n]);
    expect(await circles.circleOfVault(await circles.vaultFor(ann, SALT))).to.equal(join(1n, 1n));
    const anchor = await circles.roleAt(join(1n, 1n));
    expect(anchor.toObject()).to.deep.equal({
      circle: 0n,
      revision: 1n,
      links: 0n,
      epoch: 0n,
      lastDeparture: 0n,
      numbers: 0n,
      members: 0n,
      policies: 0n,
      inner: 0n,
      fillers: 0n,
      voices: 0n,
      limit: 0n,
      reps: 0n,
      seat: 0n,
      depth: 1n,
      alive: true,
    });
    expect([...(await founding.progressOf(1n))]).to.deep.equal([1n, 2n, 0n, false]);
    expect(await founding.ratifiedBy(1n, ann)).to.equal(1n);
    expect(await founding.ratifiedBy(1n, zoe)).to.equal(0n);
  });

  it("P2 is asked for through the founding alone, which anybody may ask", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, structure, partners, treasury, ann, hand, zoe } = world;
    const processes = [{ process: hand, bits: ALL_BITS }];
    for (const person of [ann, hand, zoe]) {
      const byPerson = circles.connect(person);
      for (const attempt of [
        () => byPerson.found(person, RULES, ALL_ARTICLES, processes, hand, SALT),
        () => structure.connect(person).configureInitially(join(1n, 1n), settings()),
        () => structure.connect(person).write(1n, person, [createRole(0n, "Mine")], []),
        () => byPerson.offerInitially(join(1n, 1n), person, person),
        () => byPerson.setFounded(1n, true),
      ]) {
        await refused(attempt(), circles, "NotFounding", person);
      }
      const invited = partners.connect(person).inviteInitially(1n, person, invitation(person));
      await refused(invited, partners, "NotAdmitter", 1n, person);
    }
    await found(world, { founder: zoe, ratifiers: [ann] });
    expect(await circles.circleOfVault(await circles.vaultFor(zoe, SALT))).to.equal(join(1n, 1n));
    expect((await circles.organisationAt(1n)).treasury).to.equal(await treasury.getAddress());
  });

  it("R-ADO-1 needs 1 to 32 different ratifiers", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { founding, ann, ben } = world;
    const many = Array.from({ length: 33 }, (_, index) => ethers.toBeHex(index + 1, 20));
    const wrong = [
      [],
      many,
      [ann, ann],
      [ann, ben, ann],
      [ethers.ZeroAddress],
      [ann, ethers.ZeroAddress],
    ];
    for (const ratifiers of wrong) {
      await refused(found(world, { ratifiers }), founding, "WrongRatifiers");
    }
    await found(world, { ratifiers: many.slice(1) });
    expect((await founding.progressOf(1n)).ratifiers).to.equal(32n);
  });

  it("R-ADO-1 needs a rule text's hash", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    await refused(found(world, { ruleHash: ethers.ZeroHash }), world.circles, "NoRules");
  });

  it("R-ROL-1 needs a name and something said of the anchor", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { founding } = world;
    const nameless = found(world, { words: role("") });
    await refused(nameless, founding, "BadWords", "name", 0, 80);
    const nothing = found(world, { words: role("Commons", { text: "" }) });
    await refused(nothing, founding, "NothingSaid", "Commons");
  });

  it("needs a window of 3 to 60 days, to the second, and settings that name no role", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { structure } = world;
    const anchor = join(1n, 1n);
    for (const window of [0n, 3n * DAY - 1n, 60n * DAY + 1n]) {
      const attempt = found(world, { settings: settings({ window }) });
      await refused(attempt, structure, "WindowOutOfBounds", anchor, window);
    }
    for (const notice of [0n, DAY - 1n, 14n * DAY + 1n]) {
      const attempt = found(world, { settings: settings({ notice }) });
      await refused(attempt, structure, "NoticeOutOfBounds", anchor, notice);
    }
    for (const part of ["admission", "assigner", "appointer"]) {
      for (const named of [1n, anchor]) {
        const attempt = found(world, { settings: settings({ [part]: named }) });
        await refused(attempt, structure, "WrongSettings", anchor, named);
      }
    }
    await found(world, { settings: settings({ window: 3n * DAY }) });
    const longest = settings({ window: 60n * DAY });
    await found(world, { settings: longest, salt: ethers.id("another") });
  });

  it("P9 needs processes that can change everything, and a treasury that can record", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, consent, treasury, hand } = world;
    const of = (process: unknown, bits: bigint) => ({ process, bits });
    const good = [of(consent, 7n), of(treasury, RECORD)];
    const many = Array.from({ length: 17 }, (_, index) => of(ethers.toBeHex(index + 1, 20), 7n));
    for (const processes of [
      [],
      [...many.slice(0, 16), of(treasury, RECORD)],
      [of(treasury, RECORD)],
      [of(consent, 5n), of(hand, 6n), of(treasury, RECORD)],
      [...good, of(consent, 7n)],
      [...good, of(ethers.ZeroAddress, 7n)],
      [...good, of(hand, 0n)],
      [...good, of(hand, 128n)],
      [...good, of(hand, 255n)],
      [of(consent, 7n)],
      [of(consent, 7n), of(treasury, 3n)],
      [of(consent, 28n), of(treasury, RECORD)],
    ]) {
      await refused(found(world, { processes }), circles, "WrongProcesses");
    }
    await found(world, { processes: [...many.slice(0, 15), of(treasury, RECORD)] });
    const processes = [of(hand, 7n)];
    await found(world, { processes, treasury: hand, salt: ethers.id("another") });
  });

  it("P1 gives each organisation a vault of its own, that nobody else can take", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, ann, zoe } = world;
    const vault = await circles.vaultFor(ann, SALT);
    // zoe, with ann's salt, gets another address.
    await found(world, { founder: zoe });
    expect(await circles.circleOfVault(vault)).to.equal(0n);
    await found(world);
    expect(await circles.circleOfVault(vault)).to.equal(join(2n, 1n));
    await refused(found(world), circles, "VaultTaken", vault);
    await found(world, { salt: ethers.id("another") });
    expect(await circles.organisations()).to.equal(3n);
  });
});

describe("writing the initial structure", () => {
  it("R-ADO-5 is the ratifiers', each write after the one before it", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, organisation, ann, ben, cem, zoe, hand } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const changes = [adoptPolicy(0n, "Guests")];
    for (const person of [cem, zoe, hand]) {
      const attempt = founding.connect(person).write(organisation, lastWrite, changes, [], [], []);
      await refused(attempt, founding, "NotRatifier", organisation, person);
    }
    const byBen = founding.connect(ben);
    for (const number of [0n, lastWrite - 1n, lastWrite + 1n]) {
      const attempt = byBen.write(organisation, number, changes, [], [], []);
      await refused(attempt, founding, "StaleFounding", organisation, number, lastWrite);
    }
    await byBen.write(organisation, lastWrite, changes, [], [], []);
    const stale = founding.connect(ann).write(organisation, lastWrite, changes, [], [], []);
    const { lastWrite: next } = await founding.progressOf(organisation);
    await refused(stale, founding, "StaleFounding", organisation, lastWrite, next);
    // Of another organisation, or none, nobody here is a ratifier.
    for (const other of [0n, 2n]) {
      const elsewhere = byBen.write(other, 0n, changes, [], [], []);
      await refused(elsewhere, founding, "NotRatifier", other, ben);
    }
  });

  it("R-ADO-5 reaches everything: any circle, more than one level, its own places", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, structure, organisation, operations, kitchen, eve, fay } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const changes = [
      createRole(operations, "Cellar"),
      createRole(1n, "Wine"),
      createRole(2n, "Red"),
      createRole(kitchen, "Stove"),
      amendRole(kitchen, 1n, role("Cuisine")),
      adoptPolicy(kitchen, "Heat"),
      configure(operations, 0n, { window: 4n * DAY }),
      adoptPolicy(3n, "Bottles"),
    ];
    const people = [fay, eve];
    const sent = founding.write(organisation, lastWrite, changes, people, [], []);
    const [cellar, wine, red, stove, heat, bottles] = (await createdBy(world, sent)) as bigint[];
    const { circle, depth } = await circles.roleAt(red!);
    expect([circle, depth]).to.deep.equal([numberOf(wine!), 5n]);
    expect((await circles.roleAt(wine!)).circle).to.equal(numberOf(cellar!));
    expect((await circles.roleAt(stove!)).circle).to.equal(numberOf(kitchen));
    expect((await structure.policyAt(bottles!)).circle).to.equal(numberOf(red!));
    expect(await circles.leads(kitchen, eve)).to.equal(true);
    expect((await circles.roleAt(kitchen)).members).to.equal(2n);

    const next = (await founding.progressOf(organisation)).lastWrite;
    const more = [
      amendPolicy(heat!, 1n, "Cold"),
      repealPolicy(heat!, 2n),
      removeRole(stove!),
      removeRole(kitchen, 2n),
    ];
    await founding.write(organisation, next, more, [eve, fay], [], []);
    expect((await circles.roleAt(kitchen)).depth).to.equal(0n);

    function numberOf(id: bigint) {
      return id & 0xffffffffn;
    }
  });

  it("P2 does not reach other organisations", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, organisation, operations, zoe } = world;
    await found(world, { founder: zoe, ratifiers: [zoe] });
    const first = (await founding.progressOf(organisation)).lastWrite;
    const policy = (
      await createdBy(
        world,
        founding.write(organisation, first, [adoptPolicy(0n, "P")], [], [], []),
      )
    )[0]!;
    const theirs = founding.connect(zoe);
    for (const [change, error] of [
      [createRole(operations, "Mine"), "UnknownRole"],
      [amendRole(operations, 1n, role("Mine")), "UnknownRole"],
      [removeRole(operations), "UnknownRole"],
      [adoptPolicy(operations, "Mine"), "UnknownRole"],
      [configure(operations, 0n, { window: WINDOW }), "UnknownRole"],
      [limitRole(operations, 1n), "UnknownRole"],
      [moveRole(operations, 0n), "UnknownRole"],
      [moveRole(0n, operations), "UnknownRole"],
      [movePolicy(policy, 0n), "UnknownRole"],
      [amendPolicy(policy, 1n, "Mine"), "UnknownRole"],
      [repealPolicy(policy), "UnknownRole"],
    ] as const) {
      await refused(theirs.write(2n, 1n, [change], [], [], []), circles, error);
    }
    const offers = [{ role: operations, person: zoe }];
    await refused(theirs.write(2n, 1n, [], [], [], offers), circles, "UnknownRole", operations);
    const { number } = { number: join(2n, 1n) };
    expect((await circles.roleAt(number)).depth).to.equal(1n);
  });

  it("needs well-formed changes, people who are used, and offers of roles that exist", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, structure, partners, organisation, hal, ann, council } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const write = (changes: object[], people: unknown[], invited: unknown[], offers: object[]) =>
      founding.write(organisation, lastWrite, changes, people, invited, offers);
    const nameless = write([createRole(0n, role(""))], [], [], []);
    await refused(nameless, founding, "BadWords", "name", 0, 80);
    const many = write(Array(33).fill(adoptPolicy(0n, "P")), [], [], []);
    await refused(many, founding, "WrongChanges", 33);
    await refused(write([], [hal], [], []), circles, "WrongPeople", 0);
    for (const place of [0n, 2n]) {
      const offers = [{ role: place, person: hal }];
      await refused(
        write([adoptPolicy(0n, "P")], [], [], offers),
        structure,
        "UnknownPlace",
        place,
      );
    }
    const policy = [{ role: 1n, person: hal }];
    await refused(write([adoptPolicy(0n, "P")], [], [], policy), circles, "UnknownRole");
    const nowhere = join(organisation, 4000n);
    const unknown = write([], [], [], [{ role: nowhere, person: hal }]);
    await refused(unknown, circles, "UnknownRole", nowhere);
    const known = write([], [], [invitation(ann)], []);
    await refused(known, partners, "AlreadyPartner", organisation, ann);
    const twice = [
      { role: council, person: hal },
      { role: council, person: hal },
    ];
    await refused(write([], [], [], twice), circles, "AlreadyOffered", council, hal);
    await write([], [], [], []);
  });

  it("R-ADO-3 is agreed to, person by person; invitations are needed once settings name who admits", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { partners, founding, ann, zoe, ida } = world;
    await found(world);
    // While it is founded, only the ratifiers' guests come in.
    await refused(partners.connect(zoe).agree(1n, RULES, []), partners, "NotInvited", 1n, zoe);
    const changes = [createRole(0n, "Council"), configure(0n, 1n, { admission: 1n })];
    await founding.write(1n, 1n, changes, [], [invitation(ida)], []);
    await refused(partners.connect(ann).agree(1n, RULES, []), partners, "NotInvited", 1n, ann);
    await partners.connect(ida).agree(1n, RULES, []);
  });
});

describe("ratifying", () => {
  it("R-ADO-1 ends the founding with the last ratifier, and not before", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, organisation, ann, ben, cem, zoe } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    for (const person of [cem, zoe]) {
      const attempt = founding.connect(person).ratify(organisation, lastWrite);
      await refused(attempt, founding, "NotRatifier", organisation, person);
    }
    for (const number of [0n, lastWrite - 1n, lastWrite + 1n]) {
      const attempt = founding.connect(ann).ratify(organisation, number);
      await refused(attempt, founding, "StaleFounding", organisation, number, lastWrite);
    }
    await founding.connect(ann).ratify(organisation, lastWrite);
    expect(await founding.ratifiedBy(organisation, ann)).to.equal(lastWrite + 1n);
    const twice = founding.connect(ann).ratify(organisation, lastWrite);
    await refused(twice, founding, "AlreadyRatified", organisation, ann);
    expect((await circles.organisationAt(organisation)).founded).to.equal(false);
    await founding.connect(ben).ratify(organisation, lastWrite);
    expect((await circles.organisationAt(organisation)).founded).to.equal(true);
  });

  it("R-ADO-1 a later write voids every ratification", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, organisation, ann, ben } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    await founding.connect(ann).ratify(organisation, lastWrite);
    await founding.connect(ben).write(organisation, lastWrite, [], [], [], []);
    const progress = await founding.progressOf(organisation);
    expect(progress.ratified).to.equal(0n);
    const stale = founding.connect(ben).ratify(organisation, lastWrite);
    await refused(stale, founding, "StaleFounding", organisation, lastWrite, progress.lastWrite);
    await founding.connect(ben).ratify(organisation, progress.lastWrite);
    expect((await circles.organisationAt(organisation)).founded).to.equal(false);
    await founding.connect(ann).ratify(organisation, progress.lastWrite);
    expect((await circles.organisationAt(organisation)).founded).to.equal(true);
  });

  it("P9 needs somebody in the anchor who can decide", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { founding, circles, partners, ann } = world;
    await found(world, { ratifiers: [ann] });
    await refused(founding.ratify(1n, 1n), circles, "AnchorEmpty", 1n);
    const offers = [{ role: 1n, person: ann }];
    await founding.write(1n, 1n, [createRole(0n, "All")], [], [invitation(ann)], offers);
    const { lastWrite } = await founding.progressOf(1n);
    await refused(founding.ratify(1n, lastWrite), circles, "AnchorEmpty", 1n);
    await partners.agree(1n, RULES, [join(1n, 2n)]);
    await founding.ratify(1n, lastWrite);
  });

  it("R-ROL-7 may give the anchor a lead, by an offer of the anchor itself", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { founding, circles, partners, ann, zoe } = world;
    const anchor = join(1n, 1n);
    await found(world, { ratifiers: [ann] });
    await founding.write(1n, 1n, [], [], [invitation(ann)], [{ role: anchor, person: ann }]);
    await partners.agree(1n, RULES, [anchor]);
    await founding.ratify(1n, (await founding.progressOf(1n)).lastWrite);
    expect(await circles.leads(anchor, ann)).to.equal(true);
    expect(await circles.fills(anchor, ann)).to.equal(true);
    expect((await circles.roleAt(anchor)).fillers).to.equal(1n);
    // Nobody is chosen to lead it later but by governance; it has no such change yet.
    await partners.connect(zoe).agree(1n, RULES, []);
    await refused(circles.offer(anchor, zoe), circles, "NotAssigner", anchor, ann);
    await refused(circles.revoke(anchor, ann), circles, "AnchorSeat", anchor);
    await refused(circles.resign(anchor), circles, "LastMember", anchor);
  });

  it("R-ADO-5 before it, nobody invites, offers, revokes, proposes or enacts", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { circles, structure, partners, consent, founding, ann, dora, fay, hal, ida, hand, zoe } =
      world;
    const { organisation, anchor, council, finance, kitchen } = world;
    const byAnn = circles.connect(ann);
    const { lastWrite } = await founding.progressOf(organisation);
    const offers = [{ role: kitchen, person: ida }];
    await founding.write(organisation, lastWrite, [], [], [], offers);
    for (const attempt of [
      () => partners.connect(ann).invite(organisation, invitation(zoe)),
      () => byAnn.offer(council, hal),
      () => circles.connect(dora).revoke(kitchen, fay),
      () => circles.connect(dora).withdrawOffer(kitchen, ida),
      () => consent.connect(ann).propose(anchor, council, 0n, CHANGES, REASONS),
      () => structure.connect(hand).enact(anchor, hand, CHANGES, []),
      () => circles.connect(hand).elect(finance, hal, ethers.ZeroAddress, hand),
      () => structure.census(anchor),
    ]) {
      await refused(attempt(), circles, "FoundingNotOver", organisation);
    }
  });

  it("R-ADO-5 closes the door: nothing is written or ratified afterwards", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { founding, circles, organisation, ann, ben, zoe } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    for (const [changes, invited] of [
      [[createRole(0n, "Late")], []],
      [[], []],
      [[], [invitation(zoe)]],
    ]) {
      const attempt = founding
        .connect(ann)
        .write(organisation, lastWrite, changes, [], invited, []);
      await refused(attempt, circles, "FoundingOver", organisation);
    }
    for (const person of [ann, ben]) {
      const attempt = founding.connect(person).ratify(organisation, lastWrite);
      await refused(attempt, founding, "AlreadyRatified", organisation, person);
    }
  });

  it("a ratifier need not be a partner, and people may decline or resign before the end", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { founding, circles, partners, organisation, council, finance, ida, cem, ben } = world;
    const { lastWrite } = await founding.progressOf(organisation);
    const offers = [{ role: council, person: ida }];
    await founding.write(organisation, lastWrite, [], [], [], offers);
    await circles.connect(ida).withdrawOffer(council, ida);
    await partners.connect(ida).agree(organisation, RULES, []);
    await refused(circles.connect(ida).accept(council), circles, "NotOffered", council, ida);
    await circles.connect(cem).resign(finance);
    await partners.connect(ben).leaveOrganisation(organisation, [council]);
    await ratify(world);
    expect((await circles.organisationAt(organisation)).founded).to.equal(true);
  });
});
