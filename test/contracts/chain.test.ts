import { expect } from "chai";
import { network } from "hardhat";

import {
  addToRole,
  adoptPolicy,
  amendPolicy,
  amendRole,
  amendRules,
  configure,
  createRole,
  invitation,
  invites,
  join,
  limitRole,
  linkRole,
  linkTerms,
  movePolicy,
  moveRole,
  NO_WORDS,
  numberOf,
  originTerms,
  PartnerKind,
  removeRole,
  repealPolicy,
  role,
  setProcess,
  setTreasury,
  settings,
  Tag,
  unlinkRole,
} from "../helpers/changes.ts";
import { genesis, Historian, plain } from "../helpers/chronicle.ts";
import { contentHash, Mark, OBJECTION, REASONS, reasonsHash } from "../helpers/consent.ts";
import type { Sent } from "../helpers/contracts.ts";
import {
  ALL_ARTICLES,
  deployed,
  found,
  founded,
  foundSmall,
  RECORD,
  RULES,
  SALT,
  type Signer,
  type UsualProcess,
  usualProcesses,
  vaultSalt,
  WINDOW,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, LAST_CALL, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const REASON = "It would leave nothing for rent";

describe("the hash chain", () => {
  it("P6 R-PRP-2 links every event of every kind, each as its declaration says, up to the head", async () => {
    const suite = await networkHelpers.loadFixture(deployed);
    const { circles, structure, partners, founding, consent, treasury, factory } = suite;
    const { ann, ben, cem, dora, eve, fay, gil, hal, hand, zoe } = suite;
    const historian = new Historian(suite);
    const organisation = 1n;
    const anchor = join(organisation, 1n);
    const vault = await circles.vaultFor(ann, SALT);

    /** Follows an act and compares all it says, but the head before it and the time, with what it should say. */
    async function says(
      sent: Sent,
      actor: Signer,
      ...expected: [name: string, subject: bigint, ...values: unknown[]][]
    ) {
      const told = await historian.follow(sent);
      const said = told.map(({ name, args }) => [
        name,
        args[0],
        args[1],
        args[3],
        ...[...args].slice(5).map(plain),
      ]);
      const should = expected.map(([name, subject, ...values]) => [
        name,
        organisation,
        subject,
        actor.address,
        ...values.map(plain),
      ]);
      expect(said).to.deep.equal(should);
    }
    /** A process as the record says it: by its address. */
    async function addressed({ process, bits }: UsualProcess) {
      return { process: await process.getAddress(), bits };
    }
    /** The id of what the `nth` event from here creates. */
    async function id(nth = 1n) {
      return join(organisation, numberOf(BigInt(await circles.head(organisation))) + nth);
    }
    /** When an act of now happens, and a window from it ends. */
    async function closing(window = WINDOW) {
      const time = (await now(connection)) + 10n;
      await networkHelpers.time.setNextBlockTimestamp(time);
      return time + window;
    }

    // Founding.
    const words = role("Commons", {
      domains: ["The name"],
      accountabilities: ["Deciding", "Paying"],
    });
    await says(found(suite, { words }), ann, [
      "Founded",
      anchor,
      words,
      RULES,
      ALL_ARTICLES,
      settings(),
      [ann, ben],
      await Promise.all(usualProcesses(suite).map(addressed)),
      treasury,
      SALT,
      vault,
    ]);
    const council = await id(1n);
    const policy = await id(2n);
    const full = settings({ admission: council, assigner: council });
    const offers = [
      { role: 1n, person: ann },
      { role: 1n, person: ben },
      { role: 1n, person: dora },
    ];
    const invited = [invitation(ann), invitation(ben)];
    const initial = [
      createRole(0n, role("Council", { domains: ["Keys"] })),
      adoptPolicy(0n, "Guests", 9n * DAY, Tag.Grant),
      configure(0n, 1n, { admission: 1n, assigner: 1n }),
    ];
    await says(
      founding.connect(ben).write(organisation, 1n, initial, [], invited, offers),
      ben,
      ["RoleCreated", council, anchor, initial[0]?.words, initial[0]?.terms, []],
      ["PolicyAdopted", policy, anchor, initial[1]?.words, 9n * DAY, Tag.Grant, ethers.ZeroHash],
      ["SettingsSet", anchor, 2n, full],
      ["Invited", anchor, ann, PartnerKind.Person, ethers.ZeroAddress],
      ["Invited", anchor, ben, PartnerKind.Person, ethers.ZeroAddress],
      ["Offered", council, ann],
      ["Offered", council, ben],
      ["Offered", council, dora],
      ["Written", anchor, 1n],
    );
    for (const person of [ann, ben]) {
      await says(
        partners.connect(person).agree(organisation, RULES, [council]),
        person,
        ["Agreed", anchor, RULES],
        ["Assigned", council, person],
      );
    }
    await says(founding.connect(ann).ratify(organisation, 10n), ann, [
      "Ratified",
      anchor,
      10n,
      false,
    ]);
    await says(founding.connect(ben).ratify(organisation, 10n), ben, [
      "Ratified",
      anchor,
      10n,
      true,
    ]);

    // Partners and assignments.
    await says(circles.withdrawOffer(council, dora), ann, ["OfferWithdrawn", council, dora]);
    await says(partners.invite(organisation, invitation(dora, PartnerKind.Body)), ann, [
      "Invited",
      anchor,
      dora,
      PartnerKind.Body,
      ethers.ZeroAddress,
    ]);
    await says(partners.connect(dora).agree(organisation, RULES, []), dora, [
      "Agreed",
      anchor,
      RULES,
    ]);
    await says(circles.offer(council, dora), ann, ["Offered", council, dora]);
    await says(circles.connect(dora).accept(council), dora, ["Assigned", council, dora]);
    await says(circles.connect(dora).resign(council), dora, ["Unassigned", council, dora]);
    await says(partners.connect(dora).declareOpenness(organisation, true), dora, [
      "OpennessDeclared",
      anchor,
      true,
    ]);
    await says(circles.offer(council, dora), ann, ["Assigned", council, dora]);
    await says(
      partners.connect(dora).leaveOrganisation(organisation, [council]),
      dora,
      ["Unassigned", council, dora],
      ["Left", anchor],
    );
    for (const person of [cem, eve, hal]) {
      await historian.follow(partners.invite(organisation, invitation(person)));
      await historian.follow(partners.connect(person).agree(organisation, RULES, []));
      await historian.follow(partners.connect(person).declareOpenness(organisation, true));
    }
    await says(partners.connect(hal).declareOpenness(organisation, false), hal, [
      "OpennessDeclared",
      anchor,
      false,
    ]);

    // Everything that governance can do, by the process that waits for nobody.
    const operations = await id();
    const [byHand, governing] = [circles.connect(hand), structure.connect(hand)];
    await says(governing.enact(anchor, hand, [createRole(0n, "Operations")], []), hand, [
      "RoleCreated",
      operations,
      anchor,
      role("Operations"),
      ethers.ZeroHash,
      [],
    ]);
    const added = addToRole(2n, 0n, {
      domains: ["The room"],
      accountabilities: ["Ending on time"],
    });
    await says(governing.enact(anchor, hand, [added], []), hand, [
      "Added",
      anchor,
      2n,
      1n,
      added.words,
      added.terms,
    ]);
    await historian.follow(circles.offer(operations, cem));
    await historian.follow(circles.offer(operations, eve));
    const kitchen = await id();
    const inside = createRole(
      operations,
      role("Kitchen", { text: "", accountabilities: ["Cooking"] }),
    );
    await says(governing.enact(anchor, zoe, [inside], [eve, cem]), zoe, [
      "RoleCreated",
      kitchen,
      operations,
      inside.words,
      ethers.ZeroHash,
      [eve, cem],
    ]);
    const amended = role("Guestroom", { domains: ["Beds", "Sheets"] });
    const within = [1, 255];
    await says(
      governing.enact(
        anchor,
        hand,
        [
          amendRole(council, 1n, amended, within),
          amendPolicy(policy, 1n, "Guests and dogs", 77n, Tag.Domain | Tag.HereAlone),
          repealPolicy(policy, 2n),
        ],
        [],
      ),
      hand,
      ["Inscribed", council, 2n, amended, 0n, 0n, originTerms(amended, within)],
      [
        "Inscribed",
        policy,
        2n,
        { ...NO_WORDS, name: "Guests and dogs", text: "We now keep Guests and dogs" },
        77n,
        Tag.Domain | Tag.HereAlone,
        ethers.ZeroHash,
      ],
      ["PolicyRepealed", policy],
    );
    await historian.follow(circles.connect(cem).offer(kitchen, eve));

    // Voices, representatives, moves.
    await says(governing.enact(operations, zoe, [limitRole(kitchen, 1n)], []), zoe, [
      "RoleLimited",
      kitchen,
      1n,
      2n,
    ]);
    await historian.follow(circles.connect(cem).offer(kitchen, cem));
    await says(circles.connect(eve).resign(kitchen), eve, ["Unassigned", kitchen, eve]);
    await says(circles.connect(cem).takeVoice(kitchen), cem, ["VoiceTaken", kitchen]);
    for (const person of [fay, gil]) {
      await historian.follow(partners.invite(organisation, invitation(person)));
      await historian.follow(partners.connect(person).agree(organisation, RULES, []));
    }
    await says(
      byHand.elect(kitchen, fay, cem, zoe),
      zoe,
      ["Unassigned", kitchen, cem],
      ["Assigned", kitchen, fay],
    );
    await says(byHand.represent(operations, fay, zoe), zoe, ["Represented", operations, fay]);
    const storeroom = await id();
    await historian.follow(governing.enact(operations, hand, [createRole(0n, "Storeroom")], []));
    await historian.follow(byHand.elect(storeroom, gil, ethers.ZeroAddress, hand));
    await says(
      governing.enact(operations, zoe, [moveRole(kitchen, storeroom, 2n)], [gil, fay]),
      zoe,
      ["RoleMoved", kitchen, storeroom, 3n, [fay], [gil]],
    );
    await says(byHand.endRepresentation(operations, fay, zoe), zoe, [
      "RepresentationEnded",
      operations,
      fay,
    ]);
    await historian.follow(governing.enact(operations, hand, [moveRole(kitchen, 0n, 3n)], [fay]));
    const menu = await id();
    await historian.follow(governing.enact(operations, hand, [adoptPolicy(0n, "Menu")], []));
    await says(governing.enact(operations, zoe, [movePolicy(menu, storeroom)], []), zoe, [
      "PolicyMoved",
      menu,
      storeroom,
      2n,
    ]);
    await says(governing.enact(operations, hand, [removeRole(kitchen, 4n)], [fay]), hand, [
      "RoleRemoved",
      kitchen,
      [fay],
    ]);
    await historian.follow(byHand.elect(storeroom, ethers.ZeroAddress, gil, hand));
    const whole = {
      window: 4n * DAY,
      notice: 2n * DAY,
      flags: 63n,
      attention: 1n,
      quorum: 2n,
      reps: 3n,
      appointer: storeroom,
    };
    await says(governing.enact(operations, hand, [configure(0n, 0n, whole)], []), hand, [
      "SettingsSet",
      operations,
      1n,
      settings(whole),
    ]);
    const plainly = configure(0n, 1n, { window: 4n * DAY });
    await historian.follow(governing.enact(operations, hand, [plainly], []));
    await says(circles.resign(council), ann, ["Unassigned", council, ann]);
    await historian.follow(circles.connect(ben).offer(council, ann));
    await historian.follow(circles.connect(ann).accept(council));

    // Consent. Whoever left lately keeps nobody waiting after a tail.
    await networkHelpers.time.increase(30n * DAY);
    const changes = [adoptPolicy(0n, "Quiet hours", 5n), createRole(0n, "Night watch")];
    const others = { ...REASONS, example: "Yesterday too" };
    const content = contentHash(consent, changes, REASONS);
    const amendedContent = contentHash(consent, changes, others);
    const proposal = await id();
    let closesAt = await closing();
    await says(consent.connect(ben).propose(anchor, council, 2n, changes, REASONS), ben, [
      "Proposed",
      proposal,
      anchor,
      council,
      2n,
      closesAt,
      3n,
      Mark.Early,
      0n,
      false,
      changes,
      REASONS,
    ]);
    await says(consent.connect(ann).confirm(proposal, content, false), ann, [
      "Confirmed",
      proposal,
      1n,
      content,
      false,
    ]);
    await says(consent.connect(cem).object(proposal, 1n, operations, OBJECTION), cem, [
      "Objected",
      proposal,
      1n,
      operations,
      OBJECTION,
    ]);
    closesAt = await closing();
    await says(consent.connect(ben).amend(proposal, changes, others, "What cem said"), ben, [
      "Amended",
      proposal,
      2n,
      closesAt,
      3n,
      Mark.Early,
      0n,
      false,
      changes,
      others,
      "What cem said",
    ]);
    await says(consent.connect(cem).resolve(proposal, 2n, amendedContent), cem, [
      "Resolved",
      proposal,
      2n,
      amendedContent,
      closesAt,
      false,
    ]);
    await says(
      consent.connect(eve).object(proposal, 2n, operations, {
        ...Object.fromEntries(Object.keys(OBJECTION).map((key) => [key, ""])),
        rule: "Nights are free",
      }),
      eve,
      ["Objected", proposal, 2n, operations, ["", "", "", "", "Nights are free"]],
    );
    await goTo(connection, closesAt);
    closesAt = await closing(LAST_CALL);
    await says(consent.connect(eve).withdrawObjection(proposal), eve, [
      "ObjectionWithdrawn",
      proposal,
      closesAt,
    ]);
    await says(consent.connect(ann).confirm(proposal, amendedContent, false), ann, [
      "Confirmed",
      proposal,
      2n,
      amendedContent,
      false,
    ]);
    await says(consent.connect(eve).confirm(proposal, amendedContent, true), eve, [
      "Confirmed",
      proposal,
      2n,
      amendedContent,
      true,
    ]);
    const adopted = await id(2n);
    const watch = await id(3n);
    await says(
      consent.connect(zoe).enact(proposal, changes, reasonsHash(consent, others), []),
      zoe,
      ["Enacted", proposal],
      ["PolicyAdopted", adopted, anchor, changes[0]?.words, 5n, Tag.Constraint, ethers.ZeroHash],
      ["RoleCreated", watch, anchor, changes[1]?.words, ethers.ZeroHash, []],
    );
    const second = await id();
    closesAt = await closing(4n * DAY);
    await says(consent.connect(eve).propose(operations, operations, 0n, changes, REASONS), eve, [
      "Proposed",
      second,
      operations,
      operations,
      0n,
      closesAt,
      1n,
      Mark.Early,
      0n,
      false,
      changes,
      REASONS,
    ]);
    // What the processes that hold rounds say by it.
    const byRounds = consent.connect(hand);
    const later = (await now(connection)) + 20n * DAY;
    await says(byRounds.hold(second, later, zoe), zoe, ["Held", second, later]);
    const until = later + DAY;
    const closing4 = until + 4n * DAY;
    await says(byRounds.suspend(second, until, zoe), zoe, ["Suspended", second, until, closing4]);
    await says(byRounds.stop(second, zoe), zoe, ["Stopped", second]);
    const [released] = await historian.follow(byRounds.release(second, zoe));
    expect([released?.name, released?.args[3]]).to.deep.equal(["Released", zoe.address]);
    await historian.follow(consent.connect(cem).object(second, 1n, operations, OBJECTION));
    const [discarded] = await historian.follow(byRounds.discardObjection(second, cem, zoe));
    expect([discarded?.name, discarded?.args[3], discarded?.args[5]]).to.deep.equal([
      "ObjectionDiscarded",
      zoe.address,
      cem.address,
    ]);
    const secondContent = contentHash(consent, changes, REASONS);
    await says(byRounds.adopt(second, 1n, secondContent, zoe), zoe, [
      "AdoptedInMeeting",
      second,
      1n,
      secondContent,
    ]);
    const third = await id();
    await historian.follow(
      consent.connect(eve).propose(operations, operations, 1n, changes, REASONS),
    );
    await says(consent.connect(eve).withdraw(third), eve, ["Withdrawn", third]);
    const fourth = await id();
    await historian.follow(
      consent.connect(eve).propose(operations, operations, 2n, changes, REASONS),
    );
    await historian.follow(byRounds.stop(fourth, hand));
    await says(byRounds.drop(fourth, zoe), zoe, ["Dropped", fourth]);

    // Money.
    await factory.deploy(circles, vaultSalt(connection, ann, SALT));
    await ann.sendTransaction({ to: vault, value: 100n });
    const paid = { vault, token: ethers.ZeroAddress, payee: zoe.address, amount: 60n };
    const payment = { kind: 0n, ...paid, id: 0n, data: "0x" };
    const spending = await id();
    closesAt = await closing();
    await says(treasury.connect(ann).announce(council, 1n, payment, 0n, "Rent"), ann, [
      "Announced",
      spending,
      council,
      1n,
      closesAt,
      WINDOW,
      payment,
      0n,
      "Rent",
    ]);
    await says(
      treasury.connect(eve).escalate(spending, anchor, operations, [], ann, payment, REASON),
      eve,
      ["Escalated", spending, anchor, operations, REASON],
    );
    closesAt = await closing();
    await says(treasury.connect(eve).reverse(spending, eve, ann, payment), eve, [
      "Reversed",
      spending,
      eve,
      closesAt,
    ]);
    await goTo(connection, closesAt);
    await says(treasury.connect(ben).act(spending, ann, payment), ben, ["Paid", spending]);
    const taken = await id();
    await historian.follow(
      treasury.connect(ann).announce(council, 1n, { ...payment, amount: 1n }, 0n, "A"),
    );
    await says(treasury.connect(ann).revoke(taken, ann, { ...payment, amount: 1n }), ann, [
      "Revoked",
      taken,
    ]);
    const expired = await id();
    await historian.follow(
      treasury.connect(ann).announce(council, 2n, { ...payment, amount: 1n }, 0n, "A"),
    );
    await goTo(connection, (await now(connection)) + WINDOW + GRACE);
    await says(treasury.connect(zoe).lapse(expired, ann, { ...payment, amount: 1n }), zoe, [
      "Lapsed",
      expired,
    ]);

    // The vault of an inner circle, a grant from it, and the vault of one that was removed.
    const enacting = structure.connect(hand);
    const inner = await circles.vaultOf(operations);
    await says(partners.connect(ann).openVault(operations), ann, [
      "VaultOpened",
      operations,
      inner,
    ]);
    const coder = ethers.AbiCoder.defaultAbiCoder();
    await factory.deploy(circles, ethers.keccak256(coder.encode(["uint64"], [operations])));
    await ann.sendTransaction({ to: inner, value: 100n });
    const spends = coder.encode(["string", "uint64"], ["consentric.spends", operations]);
    const account = { ...adoptPolicy(0n, "An account"), terms: ethers.keccak256(spends) };
    const held = await id();
    await historian.follow(enacting.enact(anchor, hand, [account], []));
    const granted = await id();
    const grant = {
      ...{ kind: 3n, vault: inner, token: ethers.ZeroAddress, payee: ethers.ZeroAddress },
      ...{ amount: 9n, id: council, data: "0x" },
    };
    await historian.follow(treasury.connect(ann).announce(council, 0n, grant, held, "Books"));
    await goTo(connection, (await treasury.announcementAt(granted)).closesAt);
    await historian.follow(treasury.connect(ann).act(granted, ann, grant));
    await says(treasury.connect(ann).draw(granted, ann, grant, council, zoe, 2n, "A novel"), ann, [
      "Drawn",
      granted,
      council,
      zoe,
      2n,
      "A novel",
    ]);
    await says(treasury.connect(ann).passOn(granted, ann, grant, council, operations, 3n), ann, [
      "PassedOn",
      granted,
      council,
      operations,
      3n,
    ]);
    await says(treasury.connect(eve).endGrant(granted, ann, grant), eve, [
      "GrantEnded",
      granted,
      7n,
    ]);
    const pantry = await id();
    await historian.follow(enacting.enact(anchor, hand, [createRole(0n, "Pantry")], []));
    await historian.follow(partners.connect(ann).openVault(pantry));
    await historian.follow(enacting.enact(anchor, hand, [removeRole(pantry)], []));
    const left = await circles.vaultOf(pantry);
    await says(partners.connect(ann).inheritVault(left), ann, ["VaultInherited", anchor, left]);

    // A role that somebody outside fills, linked and unlinked.
    const terms = linkTerms({ appointer: await zoe.getAddress() });
    await historian.follow(enacting.enact(anchor, hand, [invites(anchor, terms)], []));
    const inviting = (await id()) - 1n;
    const guest = await id();
    const linking = linkRole(0n, inviting, terms, "Guest");
    await says(enacting.enact(anchor, hand, [linking], []), hand, [
      "RoleLinked",
      guest,
      anchor,
      inviting,
      terms,
      linking.words,
      [],
      [],
    ]);
    await says(enacting.enact(anchor, hand, [unlinkRole(guest)], []), hand, [
      "RoleUnlinked",
      guest,
      [],
    ]);

    // Special changes, amendments of the rules, somebody expelled.
    const rules = ethers.id("the rules, amended");
    const another = await zoe.getAddress();
    const deciding = structure.connect(hand);
    await says(deciding.enact(anchor, hand, [await setProcess(zoe, RECORD)], []), hand, [
      "ProcessSet",
      anchor,
      another,
      RECORD,
      0n,
      2n,
    ]);
    await says(deciding.enact(anchor, hand, [await setTreasury(zoe, 2n)], []), hand, [
      "TreasurySet",
      anchor,
      another,
      3n,
    ]);
    await says(founding.connect(ben).signAmendment(organisation, rules, 31n, 3n), ben, [
      "AmendmentSigned",
      anchor,
      rules,
      31n,
      3n,
    ]);
    await says(founding.connect(ben).succeed(organisation, zoe), ben, [
      "RatifierSucceeded",
      anchor,
      zoe,
    ]);
    await says(deciding.enact(anchor, hand, [amendRules(rules, 17n, 3n)], []), hand, [
      "RulesAmended",
      anchor,
      rules,
      17n,
      2n,
      4n,
    ]);
    await historian.follow(partners.connect(ann).invite(organisation, invitation(zoe)));
    await says(partners.connect(ann).expel(organisation, zoe, "No answer"), ann, [
      "Expelled",
      anchor,
      zoe,
      "No answer",
    ]);

    // Another one, of one person, ends.
    const { organisation: other } = await foundSmall(suite as unknown as World, gil);
    const last = new Historian(suite, other, BigInt(await circles.head(other)));
    await last.follow(founding.connect(gil).dissolve(other, "All to the river"));

    // Nothing that can be said was left unsaid.
    const declared = [circles, structure, partners, founding, consent, treasury].flatMap(
      (contract) =>
        contract.interface.fragments.flatMap((fragment) =>
          fragment.type === "event" && "name" in fragment ? [fragment.name] : [],
        ),
    );
    expect([...historian.seen, ...last.seen]).to.have.members(declared);
  });

  it("binds the chain, the record and the organisation before the first event", async () => {
    const { circles } = await networkHelpers.loadFixture(deployed);
    const { chainId } = await ethers.provider.getNetwork();
    const address = await circles.getAddress();
    expect(BigInt(await circles.genesis(1n))).to.equal(genesis(chainId, address, 1n));
    expect(BigInt(await circles.genesis(2n))).to.equal(genesis(chainId, address, 2n));
    expect(await circles.genesis(1n)).not.to.equal(await circles.genesis(2n));
    const structure = await ethers.deployContract("StructureFactory");
    const partners = await ethers.deployContract("PartnersFactory");
    const parts = await ethers.deployContract("FoundingFactory");
    const other = await ethers.deployContract("Circles", [
      ethers.ZeroAddress,
      structure,
      partners,
      parts,
      ethers.ZeroAddress,
    ]);
    expect(await other.getFunction("genesis")(1n)).not.to.equal(await circles.genesis(1n));
    expect(await circles.head(1n)).to.equal(ethers.ZeroHash);
  });

  it("keeps a head of 184 bits of hash, 40 of the block and 32 of a count", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, partners, organisation, ann } = world;
    const before = BigInt(await circles.head(organisation));
    await networkHelpers.mine(7);
    await partners.connect(ann).declareOpenness(organisation, true);
    const head = BigInt(await circles.head(organisation));
    const block = BigInt(await networkHelpers.time.latestBlock());
    expect(head & 0xffff_ffffn).to.equal((before & 0xffff_ffffn) + 1n);
    expect((head >> 32n) & 0xff_ffff_ffffn).to.equal(block);
    expect(head >> 72n).not.to.equal(before >> 72n);
  });

  it("P2 lets nobody speak but processes with the bit and what is a part of the record", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, partners, founding, organisation, treasury, ann, zoe, hand } =
      world;
    const hash = ethers.id("anything");
    for (const person of [ann, zoe]) {
      const speak = circles.connect(person).extendHistory(organisation, hash, hash);
      await refused(speak, circles, "NotProcess", organisation, person, RECORD);
    }
    const elsewhere = circles.connect(hand).extendHistory(organisation + 1n, hash, hash);
    await refused(elsewhere, circles, "NotProcess", organisation + 1n, hand, RECORD);
    await circles.connect(hand).extendHistory(organisation, hash, hash);
    for (const speaker of [treasury, structure, partners, founding]) {
      const contract = await ethers.getImpersonatedSigner(await speaker.getAddress());
      await networkHelpers.setBalance(contract.address, 10n ** 18n);
      await circles.connect(contract).extendHistory(organisation, hash, hash);
    }
  });

  it("binds the emitter, the topics and the data of each event", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, organisation, hand, treasury } = world;
    const [topics, data] = [ethers.id("topics"), ethers.id("data")];
    const contract = await ethers.getImpersonatedSigner(await treasury.getAddress());
    await networkHelpers.setBalance(contract.address, 10n ** 18n);
    const heads = new Set<string>();
    const start = await networkHelpers.takeSnapshot();
    const block = (await networkHelpers.time.latestBlock()) + 1;
    for (const [speaker, ...hashes] of [
      [hand, topics, data],
      [contract, topics, data],
      [hand, data, topics],
      [hand, topics, topics],
    ] as const) {
      await circles.connect(speaker).extendHistory(organisation, ...hashes);
      expect(await networkHelpers.time.latestBlock()).to.equal(block);
      heads.add(await circles.head(organisation));
      await start.restore();
    }
    expect(heads).to.have.length(4);
  });
});
