import { expect } from "chai";
import { network } from "hardhat";

import type { Change } from "../helpers/changes.ts";
import {
  adoptPolicy,
  amendRules,
  configure,
  createRole,
  Flag,
  invitation,
  join,
  PartnerKind,
  settings,
} from "../helpers/changes.ts";
import { contentHash, nextId, propose, REASONS, reasonsHash } from "../helpers/consent.ts";
import type { Signer, World } from "../helpers/organisation.ts";
import {
  ALL_ARTICLES,
  createdBy,
  deployed,
  eventsOf,
  found,
  founded,
  foundSmall,
  RULES,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NEW_RULES = ethers.id("the rules, amended");
const GOVERNANCE = 16n;
const AUTHORITY = 8n;

/** A second organisation with these articles: ann leads it, ben fills Shop in it, both have ratified. */
async function governedBy(articles: bigint, part: object = {}) {
  const world = await founded(connection);
  const { circles, partners, founding, ann, ben, cem } = world;
  await found(world, { articles, salt: ethers.id(`articles ${articles}`), ...part });
  const organisation = (await circles.organisations()) as bigint;
  const anchor = join(organisation, 1n);
  const sent = await founding.write(
    organisation,
    1n,
    [createRole(0n, "Shop")],
    [],
    [ann, ben, cem].map((person) => invitation(person)),
    [
      { role: anchor, person: ann },
      { role: 1n, person: ben },
    ],
  );
  const [shop] = (await createdBy(world, sent)) as [bigint];
  await partners.connect(ann).agree(organisation, RULES, [anchor]);
  await partners.connect(ben).agree(organisation, RULES, [shop]);
  await partners.connect(cem).agree(organisation, RULES, []);
  const { lastWrite } = await founding.progressOf(organisation);
  for (const person of [ann, ben]) await founding.connect(person).ratify(organisation, lastWrite);
  return { ...world, other: organisation, top: anchor, shop };
}

const ledBySomebody = () => governedBy(ALL_ARTICLES - GOVERNANCE);
const followed = () => governedBy(ALL_ARTICLES - AUTHORITY);
const signedByAll = () =>
  governedBy(ALL_ARTICLES, { settings: settings({ flags: Flag.RatifiersSign }) });

/** Proposes at the top as ann, its lead; ben confirms, so that it is adopted at once. */
async function adopted(
  world: Awaited<ReturnType<typeof governedBy>>,
  changes: Change[],
  slot = 0n,
) {
  const { consent, other, top, ann, ben } = world;
  const id = await nextId({ ...world, organisation: other } as unknown as World);
  await consent.connect(ann).propose(top, top, slot, changes, REASONS);
  await consent.connect(ben).confirm(id, contentHash(consent, changes, REASONS), false);
  return () => consent.enact(id, changes, reasonsHash(consent, REASONS), []);
}

describe("adoption", () => {
  it("R-ADO-1 names the rules and the articles, always the first", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, founding } = world;
    for (const articles of [0n, 2n, 4n, 8n, 16n, 30n, 32n, 33n, 255n]) {
      await refused(found(world, { articles }), founding, "WrongArticles", articles);
    }
    await refused(found(world, { ruleHash: ethers.ZeroHash }), circles, "NoRules");
    let organisation = 0n;
    for (const articles of [1n, 3n, 17n, ALL_ARTICLES]) {
      const sent = await found(world, { articles, salt: ethers.id(`${articles}`) });
      const [event] = await eventsOf(world, sent);
      expect(event?.args.ruleHash).to.equal(RULES);
      expect(event?.args.articles).to.equal(articles);
      const known = await circles.organisationAt(++organisation);
      expect([known.articles, known.version, known.revision]).to.deep.equal([articles, 1n, 1n]);
    }
  });

  it("R-ADO-2 without the article of governance its lead's direct edit succeeds, a member's proposal is refused", async () => {
    const world = await networkHelpers.loadFixture(ledBySomebody);
    const { circles, consent, leads, elections, meetings, other, top, shop, ann, ben } = world;
    const changes = [createRole(0n, "Till"), adoptPolicy(0n, "Opening hours")];
    const asked = consent.connect(ben).propose(top, shop, 0n, changes, REASONS);
    await refused(asked, circles, "ArticleOff", other, GOVERNANCE);
    const subject = { circle: top, role: 0n, office: 0n, index: 0n, replaced: ethers.ZeroAddress };
    const called = elections.connect(ben).call(subject, "Nobody keeps the books");
    await refused(called, circles, "ArticleOff", other, GOVERNANCE);
    const met = meetings.connect(ben).request(top, "", []);
    await refused(met, circles, "ArticleOff", other, GOVERNANCE);

    const sent = await leads.connect(ann).decree(top, changes, [], "We need a till");
    const told = await eventsOf(world, sent);
    expect(told.map(({ name }) => name)).to.deep.equal(["Decreed", "RoleCreated", "PolicyAdopted"]);
    expect(told.map(({ args }) => args.actor)).to.deep.equal(Array(3).fill(ann.address));
    expect(told[0]?.args.reason).to.equal("We need a till");
    const byMember = leads.connect(ben).decree(top, changes, [], "Me too");
    await refused(byMember, leads, "NotLead", top, ben);
  });

  it("R-ADO-2 with it, the reverse", async () => {
    const world = await networkHelpers.loadFixture(followed);
    const { consent, leads, other, top, shop, ann, ben } = world;
    const changes = [createRole(0n, "Till")];
    const decreed = leads.connect(ann).decree(top, changes, [], "We need a till");
    await refused(decreed, leads, "ArticleOn", other, GOVERNANCE);
    await consent.connect(ben).propose(top, shop, 0n, changes, REASONS);
  });

  it("R-ADO-2 a decree changes its circle and what is in it, all or nothing, never processes, treasury or rules", async () => {
    const world = await networkHelpers.loadFixture(ledBySomebody);
    const { circles, leads, top, shop, ann, ben } = world;
    const byAnn = leads.connect(ann);
    const reason = "Because";
    await refused(byAnn.decree(top, [], [], reason), leads, "WrongChanges", 0n);
    const rules = byAnn.decree(top, [amendRules(NEW_RULES)], [], reason);
    await refused(rules, leads, "SpecialChange");
    const silent = byAnn.decree(top, [createRole(0n, "Till")], [], "");
    await refused(silent, leads, "WrongLength", 0n);
    // ben leads what is inside Shop, ann does not: authority reaches one level.
    await byAnn.decree(top, [createRole(shop, "Counter")], [ben], reason);
    const inside = byAnn.decree(shop, [createRole(0n, "Window")], [], reason);
    await refused(inside, leads, "NotLead", shop, ann);
    await leads.connect(ben).decree(shop, [createRole(0n, "Window")], [], reason);
    const stale = [createRole(0n, "Till"), configure(0n, 9n)];
    const before = (await circles.roleAt(top)).inner;
    await refused(byAnn.decree(top, stale, [], reason), circles, "StaleRevision", top, 9n, 1n);
    expect((await circles.roleAt(top)).inner).to.equal(before);
    await byAnn.decree(top, [configure(0n, 1n)], [], reason);
  });

  it("R-ADO-2 where leads decide, founding ends when there is one", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, ann } = world;
    const articles = ALL_ARTICLES - GOVERNANCE;
    const salt = ethers.id("leaderless");
    const begun = foundSmall(world, ann, { articles, salt });
    await refused(begun, circles, "AnchorEmpty", 2n);
  });

  it("P9 where leads decide, somebody who is not a person does not end founding as its lead", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, founding, ann, ben, zoe } = world;
    await found(world, { articles: ALL_ARTICLES - GOVERNANCE, salt: ethers.id("helped") });
    const organisation = (await circles.organisations()) as bigint;
    const top = join(organisation, 1n);
    const sent = await founding.write(
      organisation,
      1n,
      [createRole(0n, "Shop")],
      [],
      [invitation(zoe, PartnerKind.Associate), invitation(ben)],
      [
        { role: top, person: zoe },
        { role: 1n, person: ben },
      ],
    );
    const [shop] = (await createdBy(world, sent)) as [bigint];
    await partners.connect(zoe).agree(organisation, RULES, [top]);
    await partners.connect(ben).agree(organisation, RULES, [shop]);
    const { lastWrite } = await founding.progressOf(organisation);
    await founding.connect(ann).ratify(organisation, lastWrite);
    const last = founding.connect(ben).ratify(organisation, lastWrite);
    await refused(last, circles, "AnchorEmpty", organisation);
  });

  it("P9 where leads decide, the last person who leads the anchor stays", async () => {
    const world = await networkHelpers.loadFixture(ledBySomebody);
    const { circles, partners, other, top, ann } = world;
    expect((await circles.roleAt(top)).voices).to.equal(1n);
    await refused(circles.connect(ann).resign(top), circles, "LastMember", top);
    const leaving = partners.connect(ann).leaveOrganisation(other, [top]);
    await refused(leaving, circles, "LastMember", top);
  });

  it("P9 no amendment of the rules lets leads decide where the anchor has none", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, anchor, organisation, hand } = world;
    const dropped = [amendRules(NEW_RULES, ALL_ARTICLES - GOVERNANCE)];
    const attempt = structure.connect(hand).enact(anchor, hand, dropped, []);
    await refused(attempt, circles, "AnchorEmpty", organisation);
    const led = await networkHelpers.loadFixture(followed);
    const byHand = led.structure.connect(led.hand);
    await byHand.enact(led.top, led.hand, dropped, []);
    expect((await led.circles.organisationAt(led.other)).articles).to.equal(15n);
  });

  it("R-ADO-2 without the article of authority whoever fills a role follows the leads of its circle", async () => {
    const world = await networkHelpers.loadFixture(followed);
    const { circles, leads, other, top, shop, ann, ben, operations, dora, organisation } = world;
    const direction = "Buy no more flour this month";
    const told = await eventsOf(world, leads.connect(ann).instruct(shop, direction));
    expect(told.map(({ name, subject }) => [name, subject])).to.deep.equal([["Directed", shop]]);
    expect(told[0]?.args.direction).to.equal(direction);
    await refused(leads.connect(ben).instruct(shop, direction), leads, "NotLead", top, ben);
    await refused(leads.connect(ann).instruct(top, direction), leads, "NotLead", 0n, ann);
    await refused(leads.connect(ann).instruct(shop, ""), leads, "WrongLength", 0n);
    const nothing = leads.connect(ann).instruct(join(other, 99n), direction);
    await refused(nothing, circles, "UnknownRole", join(other, 99n));
    // With the article they do what serves their role.
    const on = leads.connect(dora).instruct(operations, direction);
    await refused(on, leads, "ArticleOn", organisation, AUTHORITY);
  });

  it("R-ADO-4 where the ratifiers sign, the anchor's change alone amends no rules", async () => {
    const world = await networkHelpers.loadFixture(signedByAll);
    const { circles, founding, other, ann, ben, cem } = world;
    const enact = await adopted(world, [amendRules(NEW_RULES)]);
    await refused(enact(), founding, "NotSigned", other, 0n);
    const sign = (person: Signer, hash = NEW_RULES, articles = ALL_ARTICLES, revision = 1n) =>
      founding.connect(person).signAmendment(other, hash, articles, revision);
    await refused(sign(cem), founding, "NotRatifier", other, cem);
    await sign(ann);
    await refused(sign(ann), founding, "AlreadySigned", other, ann);
    await refused(enact(), founding, "NotSigned", other, 1n);
    // A signature is for this text, these articles and this revision.
    await sign(ben, ethers.id("other rules"));
    await sign(ben, NEW_RULES, 17n);
    await refused(enact(), founding, "NotSigned", other, 1n);
    for (const revision of [0n, 2n]) {
      const stale = sign(ben, NEW_RULES, ALL_ARTICLES, revision);
      await refused(stale, circles, "StaleRevision", join(other, 1n), revision, 1n);
    }
    await refused(sign(ben, ethers.ZeroHash), circles, "NoRules");
    await refused(sign(ben, NEW_RULES, 2n), founding, "WrongArticles", 2n);
    await sign(ben);
    expect(await founding.signedBy(other, NEW_RULES, ALL_ARTICLES, 1n)).to.equal(3n);
    await enact();
    expect(await circles.ruleHashOf(other)).to.equal(NEW_RULES);
  });

  it("R-ADO-4 signatures alone amend nothing where the anchor decides", async () => {
    const world = await networkHelpers.loadFixture(signedByAll);
    const { circles, founding, other, ann, ben } = world;
    for (const person of [ann, ben]) {
      await founding.connect(person).signAmendment(other, NEW_RULES, ALL_ARTICLES, 1n);
    }
    expect(await circles.ruleHashOf(other)).to.equal(RULES);
  });

  it("R-ADO-4 by default the anchor is the ratifiers' successor", async () => {
    const world = await networkHelpers.loadFixture(followed);
    const { circles, other } = world;
    const enact = await adopted(world, [amendRules(NEW_RULES)]);
    await enact();
    expect(await circles.ruleHashOf(other)).to.equal(NEW_RULES);
  });

  it("R-ADO-4 where leads govern, the ratifiers amend the rules, and may adopt the article", async () => {
    const world = await networkHelpers.loadFixture(ledBySomebody);
    const { circles, founding, consent, leads, other, top, shop, ann, ben } = world;
    const sign = (person: Signer) =>
      founding.connect(person).signAmendment(other, NEW_RULES, ALL_ARTICLES, 1n);
    await sign(ann);
    expect(await circles.ruleHashOf(other)).to.equal(RULES);
    const told = await eventsOf(world, sign(ben));
    expect(told.map(({ name }) => name)).to.deep.equal(["AmendmentSigned", "RulesAmended"]);
    expect(await circles.ruleHashOf(other)).to.equal(NEW_RULES);
    const changes = [createRole(0n, "Till")];
    await consent.connect(ben).propose(top, shop, 0n, changes, REASONS);
    const decreed = leads.connect(ann).decree(top, changes, [], "As before");
    await refused(decreed, leads, "ArticleOn", other, GOVERNANCE);
  });

  it("R-ADO-4 whether they sign is as it was founded, for ever", async () => {
    const world = await networkHelpers.loadFixture(signedByAll);
    const { structure, top } = world;
    const without = await adopted(world, [configure(0n, 1n)]);
    await refused(without(), structure, "WrongFlags", top, 0n);
    const kept = await adopted(world, [configure(0n, 1n, { flags: Flag.RatifiersSign })], 1n);
    await kept();
    const plain = await networkHelpers.loadFixture(followed);
    const added = await adopted(plain, [configure(0n, 1n, { flags: Flag.RatifiersSign })]);
    await refused(added(), plain.structure, "WrongFlags", plain.top, Flag.RatifiersSign);
  });

  it("R-ADO-4 a ratifier names a successor, whose place has signed what it has", async () => {
    const world = await networkHelpers.loadFixture(signedByAll);
    const { founding, other, ann, ben, cem, zoe } = world;
    const sign = (person: Signer) =>
      founding.connect(person).signAmendment(other, NEW_RULES, ALL_ARTICLES, 1n);
    const name = (person: Signer, successor: unknown) =>
      founding.connect(person).succeed(other, successor);
    await refused(name(cem, zoe), founding, "NotRatifier", other, cem);
    await refused(name(ann, ben), founding, "WrongRatifiers");
    await refused(name(ann, ann), founding, "WrongRatifiers");
    await refused(name(ann, ethers.ZeroAddress), founding, "WrongRatifiers");
    await sign(ben);
    const told = await eventsOf(world, name(ben, zoe));
    expect(told.map(({ args }) => args.successor)).to.deep.equal([zoe.address]);
    await refused(sign(zoe), founding, "AlreadySigned", other, zoe);
    await refused(sign(ben), founding, "NotRatifier", other, ben);
    expect(await founding.placeOf(other, zoe)).to.equal(1n);
    await sign(ann);
    const enact = await adopted(world, [amendRules(NEW_RULES)]);
    await enact();
  });

  it("R-ADO-4 nobody signs or succeeds while it is founded", async () => {
    const world = await networkHelpers.loadFixture(deployed);
    const { circles, founding, ann, zoe } = world;
    await found(world);
    const signed = founding.connect(ann).signAmendment(1n, NEW_RULES, ALL_ARTICLES, 1n);
    await refused(signed, circles, "FoundingNotOver", 1n);
    await refused(founding.connect(ann).succeed(1n, zoe), circles, "FoundingNotOver", 1n);
  });

  it("R-ADO-3 whoever admits ends a partnership without seats, and takes nobody's seat by it", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, ann, cem, eve, hal, ida, zoe } = world;
    const byAnn = partners.connect(ann);
    const reason = "He has moved away";
    await refused(
      partners.connect(cem).expel(organisation, hal, reason),
      partners,
      "NotAdmitter",
      organisation,
      cem,
    );
    await refused(
      byAnn.expel(organisation, eve, reason),
      partners,
      "StillSeated",
      organisation,
      eve,
      2n,
    );
    await refused(byAnn.expel(organisation, zoe, reason), circles, "NotPartner", organisation, zoe);
    await refused(byAnn.expel(organisation, hal, ""), partners, "WrongLength", 0n);
    const told = await eventsOf(world, byAnn.expel(organisation, hal, reason));
    expect(told.map(({ name, args }) => [name, args.person, args.reason])).to.deep.equal([
      ["Expelled", hal.address, reason],
    ]);
    expect((await circles.partnerAt(organisation, hal)).status).to.equal(0n);
    // An invitation ends likewise.
    await byAnn.expel(organisation, ida, reason);
    const agreed = partners.connect(ida).agree(organisation, RULES, []);
    await refused(agreed, partners, "NotInvited", organisation, ida);
  });

  it("R-ADO-3 where everybody is admitted, nobody expels", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { partners, ann, zoe } = world;
    const { organisation } = await foundSmall(world, zoe, { salt: ethers.id("open") });
    await partners.connect(ann).agree(organisation, RULES, []);
    const expelled = partners.connect(zoe).expel(organisation, ann, "No");
    await refused(expelled, partners, "NotAdmitter", organisation, zoe);
  });

  it("R-ADO-5 proposals begin where founding ends", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { founding, circles, organisation, ann, eve, operations, kitchen } = world;
    await propose(world, eve, operations, kitchen);
    const { lastWrite } = await founding.progressOf(organisation);
    const late = founding.connect(ann).write(organisation, lastWrite, [], [], [], []);
    await refused(late, circles, "FoundingOver", organisation);
  });
});
