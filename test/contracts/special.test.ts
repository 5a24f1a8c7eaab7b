import { expect } from "chai";
import { network } from "hardhat";

import type { Change } from "../helpers/changes.ts";
import {
  adoptPolicy,
  amendRules,
  change,
  createRole,
  join,
  Kind,
  setProcess,
  setTreasury,
} from "../helpers/changes.ts";
import {
  amend,
  contentHash,
  Mark,
  nextId,
  propose,
  REASONS,
  reasonsHash,
  Status,
} from "../helpers/consent.ts";
import type { Methods } from "../helpers/contracts.ts";
import { deployContract } from "../helpers/contracts.ts";
import type { Signer, World } from "../helpers/organisation.ts";
import {
  CONSENT_BITS,
  createdBy,
  enact,
  eventsOf,
  founded,
  PROCESSES,
  RECORD,
  ROLES,
  RULES,
  SETTINGS,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, now } from "../helpers/time.ts";
import { announce, ETH, funded, PURPOSE, payment } from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const NEW_RULES = ethers.id("the rules, amended");

type Acclamation = Methods<"move" | "cheer" | "motions">;

/** The worked organisation, and another way to decide beside it. */
async function contested(): Promise<World & { acclamation: Acclamation }> {
  const world = await funded(connection);
  const acclamation = await deployContract<Acclamation>(connection, "Acclamation", world.circles);
  return { ...world, acclamation };
}

/** Proposes at the anchor, as cem for Finance; all members confirm, so that it is adopted at once. */
async function adopt(world: World, changes: Change[], slot = 0n): Promise<bigint> {
  const { consent, anchor, finance, ann, ben, cem, dora } = world;
  const id = await propose(world, cem, anchor, finance, { changes, slot });
  const content = contentHash(consent, changes, REASONS);
  for (const person of [ann, ben, dora]) {
    await consent.connect(person).confirm(id, content, false);
  }
  return id;
}

/** Decides at the anchor what is adopted at once. */
async function decide(world: World, changes: Change[], slot = 0n) {
  const id = await adopt(world, changes, slot);
  const { consent } = world;
  return await consent.enact(id, changes, reasonsHash(consent, REASONS), []);
}

async function cheered(
  world: World & { acclamation: Acclamation },
  by: [Signer, Signer],
  circle: bigint,
  changes: Change[],
) {
  const { acclamation } = world;
  const id = await nextId(world);
  await acclamation.connect(by[0]).move(circle, changes);
  return await acclamation.connect(by[1]).cheer(id, changes, []);
}

describe("special changes", () => {
  describe("are proposed", () => {
    it("P3 each alone in its list", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, treasury, anchor, finance, cem } = world;
      for (const special of [
        await setProcess(acclamation, RECORD),
        await setTreasury(treasury),
        amendRules(NEW_RULES),
      ]) {
        for (const changes of [
          [special, createRole(0n, "R")],
          [createRole(0n, "R"), special],
          [special, special],
        ]) {
          const asked = propose(world, cem, anchor, finance, { changes });
          await refused(asked, consent, "NotAlone", special.kind);
        }
      }
    });

    it("P3 in the anchor and nowhere else", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, structure, acclamation, operations, kitchen, eve, hand } = world;
      const changes = [await setProcess(acclamation, RECORD)];
      const asked = propose(world, eve, operations, kitchen, { changes });
      await refused(asked, consent, "NotOfAnchor", operations);
      // Nor does the record take it from a process that asks for it there.
      const written = structure.connect(hand).enact(operations, hand, changes, []);
      await refused(written, structure, "NotOfAnchor", operations);
    });

    it("P3 with all that they need, and no more", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, anchor, finance, cem } = world;
      const process = await setProcess(acclamation, RECORD);
      const treasury = await setTreasury(acclamation);
      const rules = amendRules(NEW_RULES);
      const asked = (one: Change) => propose(world, cem, anchor, finance, { changes: [one] });
      for (const one of [process, treasury, rules]) {
        const nothing = { ...one, terms: ethers.ZeroHash };
        await refused(asked(nothing), consent, "WrongTerms", ethers.ZeroHash);
        await refused(asked({ ...one, target: anchor }), consent, "UnusedField", 1n);
        await refused(asked({ ...one, place: 1n }), consent, "UnusedField", 1n);
        await refused(asked({ ...one, reviewAt: 1n }), consent, "UnusedField", 1n);
        await refused(
          asked({ ...one, words: createRole(0n, "R").words }),
          consent,
          "UnusedField",
          1n,
        );
      }
      for (const one of [process, treasury]) {
        const long = { ...one, terms: NEW_RULES };
        await refused(asked(long), consent, "WrongTerms", NEW_RULES);
      }
      await refused(asked({ ...treasury, tags: 4n }), consent, "UnusedField", 1n);
      for (const articles of [0n, 2n, 30n, 32n, 33n]) {
        const wrong = asked(amendRules(NEW_RULES, articles));
        await refused(wrong, consent, "WrongArticles", articles);
      }
    });

    it("P3 with a window of at least 30 days, or 60 for the treasury, or unanimity", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, treasury, anchor, finance, cem } = world;
      let slot = 0n;
      for (const [one, days] of [
        [await setProcess(acclamation, RECORD), 30n],
        [await setTreasury(treasury), 60n],
        [amendRules(NEW_RULES), 30n],
      ] as const) {
        const id = await propose(world, cem, anchor, finance, { changes: [one], slot: slot++ });
        const { closesAt, standingFrom, marks } = await consent.proposalAt(id);
        const time = await now(connection);
        expect(closesAt - time).to.equal(days * DAY);
        expect(time - standingFrom).to.equal(days * DAY);
        expect(marks & Mark.Special).to.equal(Mark.Special);
      }
      const changes = [await setProcess(acclamation, RECORD)];
      const [id] = (await consent.slotsOf(anchor, cem)) as [bigint];
      const { closesAt } = await consent.proposalAt(id);
      await goTo(connection, closesAt - 2n);
      const early = consent.enact(id, changes, reasonsHash(consent, REASONS), []);
      await refused(early, consent, "WrongStatus", id, Status.Open);
      await goTo(connection, closesAt);
      await consent.enact(id, changes, reasonsHash(consent, REASONS), []);
    });

    it("P3 with the anchor's own window where that is longer", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, anchor, finance, cem } = world;
      await enact(world, anchor, [
        change(Kind.Configure, anchor, {
          revision: 2n,
          settings: [
            {
              ...{ window: 45n * DAY, notice: 3n * DAY, flags: 0n, attention: 0n, quorum: 0n },
              ...{ reps: 0n, admission: world.council, assigner: world.council, appointer: 0n },
            },
          ],
        }),
      ]);
      const changes = [await setProcess(acclamation, RECORD)];
      const id = await propose(world, cem, anchor, finance, { changes });
      const { closesAt } = await consent.proposalAt(id);
      expect(closesAt - (await now(connection))).to.equal(45n * DAY);
    });

    it("P3 an amendment that becomes one has its window, and one that was one has not", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, anchor, finance, cem } = world;
      const special = [await setProcess(acclamation, RECORD)];
      const id = await propose(world, cem, anchor, finance);
      await amend(world, cem, id, { changes: special });
      const { closesAt, marks } = await consent.proposalAt(id);
      expect(closesAt - (await now(connection))).to.equal(30n * DAY);
      expect(marks & Mark.Special).to.equal(Mark.Special);
      await amend(world, cem, id);
      const after = await consent.proposalAt(id);
      expect(after.closesAt - (await now(connection))).to.equal(5n * DAY);
      expect(after.marks & Mark.Special).to.equal(0n);
    });

    it("P3 no meeting adopts them, and asked for, it leaves the longest window", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { consent, acclamation, anchor, finance, cem, hand } = world;
      const changes = [await setProcess(acclamation, RECORD)];
      const id = await propose(world, cem, anchor, finance, { changes });
      const content = contentHash(consent, changes, REASONS);
      const adopted = consent.connect(hand).adopt(id, 1n, content, hand);
      await refused(adopted, consent, "NotInMeeting", id);
      const until = (await now(connection)) + 5n * DAY;
      await consent.connect(hand).suspend(id, until, hand);
      const { closesAt } = await consent.proposalAt(id);
      expect(closesAt).to.equal(until + 60n * DAY);
    });
  });

  describe("of processes", () => {
    it("P2 let another contract decide, beside the first or in its place", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, consent, acclamation, organisation, anchor, operations } = world;
      const { ann, cem, eve, fay, kitchen } = world;
      const pantry = [createRole(0n, "Pantry")];
      const before = acclamation.connect(eve).move(operations, pantry);
      await refused(before, circles, "NotProcess", organisation, acclamation, RECORD);

      const sent = await decide(world, [await setProcess(acclamation, CONSENT_BITS)]);
      const set = (await eventsOf(world, sent)).find(({ name }) => name === "ProcessSet");
      expect([...(set?.args ?? [])].slice(3, 4)).to.deep.equal([world.ann.address]);
      expect([...(set?.args ?? [])].slice(5)).to.deep.equal([
        await acclamation.getAddress(),
        CONSENT_BITS,
        0n,
        2n,
      ]);
      const done = await cheered(world, [eve, fay], operations, pantry);
      const [role] = await createdBy(world, done);
      expect(await circles.circleOf(role)).to.equal(operations);
      // Both decide, each for itself.
      await propose(world, eve, operations, kitchen);

      // In its place: the first one opens and amends nothing any more, and finishes.
      const open = await propose(world, eve, operations, kitchen, { slot: 1n });
      await cheered(world, [cem, ann], anchor, [await setProcess(consent, 0n, 2n)]);
      const { endsAt } = await circles.mandateOf(organisation, consent);
      expect(endsAt - (await now(connection))).to.equal(90n * DAY);
      const slot = { slot: 2n };
      const opened = propose(world, eve, operations, kitchen, slot);
      await refused(opened, circles, "ProcessEnding", organisation, consent);
      const amended = amend(world, eve, open);
      await refused(amended, circles, "ProcessEnding", organisation, consent);
      const { closesAt } = await consent.proposalAt(open);
      await goTo(connection, closesAt);
      const changes = [adoptPolicy(0n, "Opening hours")];
      await consent.enact(open, changes, reasonsHash(consent, REASONS), []);
      await cheered(world, [eve, fay], operations, [createRole(0n, "Cellar")]);
    });

    it("P9 the old one ends 90 days later, to the second", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, acclamation, organisation, anchor, hand } = world;
      // hand has decided before, so that it may end itself only when another one has too.
      await enact(world, anchor, [createRole(0n, "First")]);
      await decide(world, [await setProcess(acclamation, CONSENT_BITS)]);
      await decide(world, [await setProcess(hand, 0n, 2n)]);
      const { endsAt } = await circles.mandateOf(organisation, hand);
      await networkHelpers.time.setNextBlockTimestamp(endsAt - 1n);
      await enact(world, anchor, [createRole(0n, "Last")]);
      expect(await circles.bitsOf(organisation, hand)).to.equal(127n);
      await networkHelpers.time.setNextBlockTimestamp(endsAt);
      const late = structure.connect(hand).enact(anchor, hand, [createRole(0n, "Late")], []);
      await refused(late, circles, "NotProcess", organisation, hand, ROLES | RECORD);
      await goTo(connection, endsAt + 1n);
      expect(await circles.bitsOf(organisation, hand)).to.equal(0n);
    });

    it("P9 never end the last one that has decided and can change processes", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, consent, acclamation, anchor, organisation, ann, cem } = world;
      const deciding = async () => (await circles.organisationAt(organisation)).deciding;
      expect(await deciding()).to.equal(0n);
      // Consent decides for the first time as it lets the other in, which has decided nothing yet.
      await decide(world, [await setProcess(acclamation, CONSENT_BITS)]);
      expect(await deciding()).to.equal(1n);
      const itself = [await setProcess(consent, 0n, 2n)];
      const id = await adopt(world, itself);
      const end = () => consent.enact(id, itself, reasonsHash(consent, REASONS), []);
      await refused(end(), circles, "LastProcess", consent);
      // Nor may it lose what it needs to change processes, or to say so.
      for (const [slot, bits] of [ROLES | SETTINGS | RECORD, PROCESSES | ROLES].entries()) {
        const less = decide(world, [await setProcess(consent, bits, 2n)], BigInt(slot) + 1n);
        await refused(less, circles, "LastProcess", consent);
      }
      // The other one has changed something, but nothing yet that only who decides about deciding can.
      await cheered(world, [cem, ann], anchor, [createRole(0n, "R")]);
      expect(await deciding()).to.equal(1n);
      await refused(end(), circles, "LastProcess", consent);
      // It shows that it can by ending the first itself, and stays.
      await cheered(world, [cem, ann], anchor, itself);
      expect(await deciding()).to.equal(1n);
      for (const bits of [0n, PROCESSES, RECORD]) {
        const less = cheered(world, [cem, ann], anchor, [await setProcess(acclamation, bits, 3n)]);
        await refused(less, circles, "LastProcess", acclamation);
      }
    });

    it("P9 one that was ended may be let in again", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, consent, anchor, organisation, operations } = world;
      const { hand, eve, kitchen } = world;
      const byHand = structure.connect(hand);
      await byHand.enact(anchor, hand, [await setProcess(consent, 0n)], []);
      const opened = propose(world, eve, operations, kitchen);
      await refused(opened, circles, "ProcessEnding", organisation, consent);
      await byHand.enact(anchor, hand, [await setProcess(consent, CONSENT_BITS, 2n)], []);
      await propose(world, eve, operations, kitchen);
      const { endsAt } = await circles.mandateOf(organisation, consent);
      expect(endsAt).to.equal(0n);
    });

    it("P1 a treasury that was replaced and ends announces nothing, and lets nothing be taken", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, treasury, allowances, acclamation, anchor, hand } = world;
      const { organisation, cem, finance, vault, zoe } = world;
      const byHand = structure.connect(hand);
      const decide = (change: Change) => byHand.enact(anchor, hand, [change], []);
      await decide(await setProcess(acclamation, RECORD));
      await decide(await setTreasury(acclamation, 2n));
      await decide(await setProcess(treasury, 0n, 3n));
      await decide(await setProcess(allowances, 0n, 4n));
      const asked = announce(world, cem, finance, payment(world, { payee: zoe }));
      await refused(asked, circles, "ProcessEnding", organisation, treasury);
      const common = { vault, role: finance, period: DAY, start: 0n };
      const power = { ...common, target: zoe, selector: "0x01020304", times: 1n, value: 0n };
      const powered = allowances.connect(cem).takePower(join(organisation, 9n), power);
      await refused(powered, circles, "ProcessEnding", organisation, allowances);
      const paying = { token: ETH, amount: 1n, alone: 1n, second: 0n, payees: [] };
      const budget = { ...common, ...paying };
      const budgeted = allowances.connect(cem).takeBudget(join(organisation, 9n), budget);
      await refused(budgeted, circles, "ProcessEnding", organisation, allowances);
    });

    it("P2 give known bits to what there is, and never silence the treasury", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, consent, treasury, acclamation, anchor, hand } = world;
      const byHand = structure.connect(hand);
      const asked = async (process: Acclamation | typeof treasury, bits: bigint) =>
        byHand.enact(anchor, hand, [await setProcess(process, bits)], []);
      await refused(asked(acclamation, 128n), circles, "WrongProcesses");
      await refused(asked(acclamation, 255n), circles, "WrongProcesses");
      // Nothing that was never let in ends.
      await refused(asked(acclamation, 0n), circles, "WrongProcesses");
      await refused(asked(treasury, 0n), circles, "WrongProcesses");
      await refused(asked(treasury, ROLES), circles, "WrongProcesses");
      await byHand.enact(anchor, hand, [await setProcess(consent, 0n)], []);
      // Nor ends what ends already: it would gain time.
      const again = byHand.enact(anchor, hand, [await setProcess(consent, 0n, 2n)], []);
      await refused(again, circles, "WrongProcesses");
    });

    it("P2 need the bit for it, written against the revision in force", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, leads, acclamation, anchor, organisation, hand } = world;
      const address = await leads.getAddress();
      await networkHelpers.setBalance(address, 10n ** 18n);
      const without = await ethers.getImpersonatedSigner(address);
      const one = [await setProcess(acclamation, RECORD)];
      const asked = structure.connect(without).enact(anchor, without, one, []);
      await refused(asked, circles, "NotProcess", organisation, without, PROCESSES | RECORD);
      const byHand = structure.connect(hand);
      for (const written of [0n, 2n]) {
        const stale = [await setProcess(acclamation, RECORD, written)];
        const late = byHand.enact(anchor, hand, stale, []);
        await refused(late, circles, "StaleRevision", anchor, written, 1n);
      }
      await byHand.enact(anchor, hand, one, []);
      const twice = byHand.enact(anchor, hand, one, []);
      await refused(twice, circles, "StaleRevision", anchor, 1n, 2n);
    });

    it("P2 are asked for through the structure alone", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, founding, organisation, ann, hand } = world;
      for (const person of [ann, hand]) {
        const byPerson = circles.connect(person);
        await refused(byPerson.proveBits(organisation, hand, 1n), circles, "NotStructure", person);
        for (const attempt of [
          () => byPerson.setProcess(organisation, person, 63n, 1n),
          () => byPerson.setTreasury(organisation, person, 1n),
          () => byPerson.amendRules(organisation, NEW_RULES, 31n, 1n),
        ]) {
          await refused(attempt(), circles, "NotFounding", person);
        }
        const byNobody = founding.connect(person);
        for (const kind of [Kind.SetProcess, Kind.SetTreasury, Kind.AmendRules]) {
          const changed = [organisation, person, kind, NEW_RULES, 31n, 1n] as const;
          const attempt = byNobody.changeSpecially(...changed);
          await refused(attempt, circles, "NotStructure", person);
        }
      }
    });
  });

  describe("of the treasury", () => {
    it("P1 a special change names another one, which the vaults obey from then on", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, treasury, vault, finance, cem, zoe } = world;
      const other = await deployContract<typeof treasury>(connection, "Treasury", circles);
      const stranger = [await setTreasury(other)];
      const id = await adopt(world, stranger);
      const { consent } = world;
      const early = consent.enact(id, stranger, reasonsHash(consent, REASONS), []);
      await refused(early, circles, "WrongProcesses");

      await decide(world, [await setProcess(other, RECORD)], 1n);
      const paid = payment(world, { token: ETH });
      const announcer = treasury.connect(cem);
      const promised = await nextId(world);
      await announcer.announce(finance, 0n, paid, 0n, PURPOSE);
      await decide(world, [await setTreasury(other, 2n)], 2n);
      expect(await circles.controllerOf(vault)).to.equal(await other.getAddress());

      // What the old one has promised is not paid.
      const { closesAt } = await treasury.announcementAt(promised);
      await goTo(connection, closesAt);
      const old = announcer.act(promised, cem, paid);
      await refused(old, vault, "NotController", await treasury.getAddress());
      // The new one pays, and may go on only while it can record.
      const next = await nextId(world);
      await other.connect(cem).announce(finance, 0n, paid, 0n, PURPOSE);
      const announcement = await other.announcementAt(next);
      await goTo(connection, announcement.closesAt);
      const before = await ethers.provider.getBalance(zoe);
      await other.connect(cem).act(next, cem, paid);
      expect((await ethers.provider.getBalance(zoe)) - before).to.equal(paid.amount);
    });

    it("P1 never one that ends", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, structure, treasury, anchor, hand } = world;
      const other = await deployContract<typeof treasury>(connection, "Treasury", circles);
      const byHand = structure.connect(hand);
      await byHand.enact(anchor, hand, [await setProcess(other, RECORD)], []);
      await byHand.enact(anchor, hand, [await setProcess(other, 0n, 2n)], []);
      const asked = byHand.enact(anchor, hand, [await setTreasury(other, 3n)], []);
      await refused(asked, circles, "WrongProcesses");
    });
  });

  describe("of the rules", () => {
    it("R-ADO-7 make a new version: what is open finishes, and partners agree again", async () => {
      const world = await networkHelpers.loadFixture(contested);
      const { circles, partners, consent, organisation, operations, kitchen } = world;
      const { ann, eve, ida } = world;
      const open = await propose(world, eve, operations, kitchen);
      const sent = await decide(world, [amendRules(NEW_RULES, 17n)]);
      const told = (await eventsOf(world, sent)).find(({ name }) => name === "RulesAmended");
      expect([...(told?.args ?? [])].slice(5)).to.deep.equal([NEW_RULES, 17n, 2n, 2n]);
      expect(await circles.ruleHashOf(organisation)).to.equal(NEW_RULES);
      const after = await circles.organisationAt(organisation);
      expect([after.articles, after.version, after.revision]).to.deep.equal([17n, 2n, 2n]);

      // Nobody lost anything by it, but is asked to agree again, once.
      expect((await circles.partnerAt(organisation, ann)).version).to.equal(1n);
      const old = partners.connect(ann).agree(organisation, RULES, []);
      await refused(old, partners, "WrongRules", RULES, NEW_RULES);
      await partners.connect(ann).agree(organisation, NEW_RULES, []);
      expect((await circles.partnerAt(organisation, ann)).version).to.equal(2n);
      const twice = partners.connect(ann).agree(organisation, NEW_RULES, []);
      await refused(twice, partners, "AlreadyPartner", organisation, ann);
      // Whoever was invited before agrees to what is in force.
      await partners.connect(ida).agree(organisation, NEW_RULES, []);
      expect((await circles.partnerAt(organisation, ida)).version).to.equal(2n);

      const { closesAt } = await consent.proposalAt(open);
      await goTo(connection, closesAt);
      const changes = [adoptPolicy(0n, "Opening hours")];
      await consent.enact(open, changes, reasonsHash(consent, REASONS), []);
    });
  });

  it("P5 none is written in a founding", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, founding, organisation } = world;
    const address = await founding.getAddress();
    await networkHelpers.setBalance(address, 10n ** 18n);
    const asFounding = await ethers.getImpersonatedSigner(address);
    const rules = [amendRules(NEW_RULES)];
    const written = structure.connect(asFounding).write(organisation, asFounding, rules, []);
    await refused(written, structure, "NotOfAnchor", 0n);
  });
});
