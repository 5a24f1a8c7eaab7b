import { expect } from "chai";
import { id } from "ethers";
import { network } from "hardhat";

import type { Change } from "../helpers/changes.ts";
import {
  addToRole,
  adoptPolicy,
  amendPolicy,
  amendRole,
  configure,
  createRole,
  join,
  limitRole,
  movePolicy,
  moveRole,
  NO_SETTINGS,
  NO_WORDS,
  removeRole,
  repealPolicy,
  role,
  settings,
} from "../helpers/changes.ts";
import {
  CHANGES,
  contentHash,
  enactAdopted,
  Mark,
  Outcome,
  propose,
  REASONS,
  Status,
} from "../helpers/consent.ts";
import { enact, founded, foundSmall, seat, WINDOW, written } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** Bytes, not characters: this letter has two. */
const LONGEST = "é".repeat(2048);

describe("proposing", () => {
  describe("who", () => {
    it("R-PRP-1 refuses whoever is not a member of the circle", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, operations, kitchen, anchor, council } = world;
      for (const person of [world.ann, world.cem, world.hal, world.ida, world.zoe]) {
        const inside = propose(world, person, operations, kitchen);
        await refused(inside, consent, "NotMember", operations, person);
      }
      const outside = propose(world, world.eve, anchor, council);
      await refused(outside, consent, "NotMember", anchor, world.eve);
    });

    it("R-PRP-1 refuses a member who does not fill the role that is named, in this circle", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, gil, dora, ann, operations, kitchen, garden, council, anchor } = world;
      for (const [person, circle, asRole] of [
        [gil, operations, kitchen],
        [eve, operations, operations],
        [eve, operations, council],
        [eve, operations, anchor],
        [eve, operations, 0n],
        [eve, operations, join(world.organisation, 4000n)],
        [eve, operations, join(2n, kitchen & 0xffffffffn)],
        [dora, operations, garden],
        [dora, anchor, kitchen],
        [ann, anchor, anchor],
        [ann, anchor, operations],
      ] as const) {
        const attempt = propose(world, person, circle, asRole);
        await refused(attempt, consent, "NotInRole", asRole, person);
      }
    });

    it("R-PRP-1 lets members propose for a role they fill, or as a lead for the circle itself", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { operations, kitchen, garden, anchor } = world;
      await propose(world, world.eve, operations, kitchen, { slot: 0n });
      await propose(world, world.eve, operations, garden, { slot: 1n });
      await propose(world, world.dora, operations, operations);
      await propose(world, world.dora, anchor, operations);
    });

    it("refuses a circle that does not exist and an organisation still being founded", async () => {
      const world = await networkHelpers.loadFixture(written);
      const { consent, circles, eve, operations, kitchen, organisation } = world;
      const early = propose(world, eve, operations, kitchen);
      await refused(early, circles, "FoundingNotOver", organisation);
      const nowhere = join(organisation, 4000n);
      await refused(propose(world, eve, nowhere, kitchen), consent, "NotMember", nowhere, eve);
    });

    it("refuses an organisation that has not admitted this process", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { circles, consent, cem, hand } = world;
      const processes = [{ process: hand, bits: 7n }];
      const { anchor, all } = await foundSmall(world, cem, { processes, treasury: hand });
      const attempt = consent.connect(cem).propose(anchor, all, 0n, CHANGES, REASONS);
      await refused(attempt, circles, "NotProcess", 2n, consent, 4n);
    });
  });

  describe("what", () => {
    it("R-PRP-3 needs a tension, an example and an explanation, each of 1 to 4,096 bytes", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      for (const part of Object.keys(REASONS)) {
        for (const [text, length] of [
          ["", 0],
          [`${LONGEST}!`, 4097],
        ] as const) {
          const attempt = propose(world, eve, operations, kitchen, {
            reasons: { ...REASONS, [part]: text },
          });
          await refused(attempt, consent, "WrongLength", length);
        }
      }
      const reasons = { tension: LONGEST, example: LONGEST, explanation: LONGEST };
      await propose(world, eve, operations, kitchen, { reasons });
    });

    it("R-OUT-2 needs 1 to 32 changes", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      for (const length of [0, 33]) {
        const changes = Array.from({ length }, () => adoptPolicy(0n, "Same"));
        const attempt = propose(world, eve, operations, kitchen, { changes });
        await refused(attempt, consent, "WrongChanges", length);
      }
      const changes = Array.from({ length: 32 }, () => adoptPolicy(0n, "Same"));
      await propose(world, eve, operations, kitchen, { changes });
    });

    it("R-ROL-1 needs a role's name, and a purpose, a domain or an accountability", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      const asked = (change: Change) =>
        propose(world, eve, operations, kitchen, { changes: [CHANGES[0] as Change, change] });
      for (const make of [
        (words: object) => createRole(0n, role("R", words)),
        (words: object) => amendRole(kitchen, 1n, role("R", words)),
      ]) {
        const nothing = { text: "" };
        await refused(asked(make(nothing)), consent, "NothingSaid", "R");
        await refused(asked(make({ name: "" })), consent, "BadWords", "name", 0, 80);
        await refused(asked(make({ name: "n".repeat(81) })), consent, "BadWords", "name", 81, 80);
        const purpose = { text: `${LONGEST}!` };
        await refused(asked(make(purpose)), consent, "BadWords", "text", 4097, 4096);
        for (const part of ["domains", "accountabilities"]) {
          const many = { [part]: Array.from({ length: 33 }, () => "x") };
          await refused(asked(make(many)), consent, "BadWords", part, 33, 32);
          const empty = { [part]: ["x", ""] };
          await refused(asked(make(empty)), consent, "BadWords", part, 0, 400);
          const long = { [part]: ["x", "x".repeat(401)] };
          await refused(asked(make(long)), consent, "BadWords", part, 401, 400);
        }
      }
      await propose(world, eve, operations, kitchen, {
        changes: [
          createRole(0n, role("n".repeat(80), { text: LONGEST })),
          createRole(0n, role("D", { text: "", domains: ["x".repeat(400)] })),
          createRole(0n, role("A", { text: "", accountabilities: Array(32).fill("x") })),
        ],
      });
    });

    it("needs a policy's title and wording, and refuses a role's parts in it", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      const policy = (words: object): Change => ({
        ...adoptPolicy(0n, "P"),
        words: { ...NO_WORDS, name: "P", text: "W", ...words },
      });
      const asked = (change: Change) =>
        propose(world, eve, operations, kitchen, { changes: [change] });
      await refused(asked(policy({ name: "" })), consent, "BadWords", "name", 0, 80);
      await refused(asked(policy({ name: "n".repeat(81) })), consent, "BadWords", "name", 81, 80);
      await refused(asked(policy({ text: "" })), consent, "NothingSaid", "P");
      const long = policy({ text: `${LONGEST}!` });
      await refused(asked(long), consent, "BadWords", "text", 4097, 4096);
      await refused(asked(policy({ domains: ["x"] })), consent, "UnusedField", 1);
      await refused(asked(policy({ accountabilities: ["x"] })), consent, "UnusedField", 1);
    });

    it("R-OUT-2 refuses a change that fills in a field its kind does not use", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen, garden } = world;
      type Field =
        | "place"
        | "words"
        | "name"
        | "revision"
        | "reviewAt"
        | "tags"
        | "settings"
        | "terms";
      const kinds: [Change, Field[]][] = [
        [createRole(0n, "R"), ["place", "revision", "reviewAt", "tags", "settings"]],
        [amendRole(kitchen, 1n, role("R")), ["place", "reviewAt", "tags", "settings"]],
        [removeRole(kitchen), ["terms", "place", "words", "reviewAt", "tags", "settings"]],
        [adoptPolicy(0n, "P"), ["place", "revision", "settings"]],
        [amendPolicy(9n, 1n, "P"), ["place", "settings"]],
        [repealPolicy(9n), ["terms", "place", "words", "reviewAt", "tags", "settings"]],
        [configure(0n, 0n), ["terms", "place", "words", "reviewAt", "tags"]],
        [moveRole(kitchen, garden), ["terms", "name", "reviewAt", "tags", "settings"]],
        [movePolicy(9n, kitchen), ["terms", "name", "reviewAt", "tags", "settings"]],
        [addToRole(2n, 0n, { accountabilities: ["a"] }), ["name", "reviewAt", "tags", "settings"]],
        [limitRole(kitchen, 1n), ["terms", "words", "reviewAt", "tags", "settings"]],
      ];
      const otherWords = [
        { ...NO_WORDS, text: "t", name: "n" },
        { ...NO_WORDS, text: "t", domains: ["d"] },
        { ...NO_WORDS, text: "t", accountabilities: ["a"] },
      ];
      const filled = {
        place: [1n],
        revision: [1n],
        reviewAt: [1n],
        tags: [1n],
        terms: [id("terms")],
        settings: [[settings()], [NO_SETTINGS], [settings(), settings()]],
        words: [
          { ...NO_WORDS, name: "n" },
          { ...NO_WORDS, text: "t" },
          { ...NO_WORDS, domains: ["d"] },
          { ...NO_WORDS, accountabilities: ["a"] },
        ],
        // Of words that say no more than why, or than what is added.
        name: otherWords,
      };
      for (const [change, fields] of kinds) {
        for (const field of fields) {
          for (const value of filled[field]) {
            const at = field === "name" ? "words" : field;
            const changes = [CHANGES[0] as Change, { ...change, [at]: value }];
            const attempt = propose(world, eve, operations, kitchen, { changes });
            await refused(attempt, consent, "UnusedField", 2);
          }
        }
      }
      // Settings come with configuring, and once.
      for (const several of [[], [settings(), settings()]]) {
        const changes = [CHANGES[0] as Change, { ...configure(0n, 0n), settings: several }];
        const attempt = propose(world, eve, operations, kitchen, { changes });
        await refused(attempt, consent, "UnusedField", 2);
      }
      await propose(world, eve, operations, kitchen, { changes: kinds.map(([change]) => change) });
    });
  });

  describe("what an opening fixes", () => {
    it("R-PRP-12 fixes window, expected answers and epoch", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, circles, eve, operations, kitchen } = world;
      const time = (await now(connection)) + 100n;
      await nextAt(connection, time);
      const id = await propose(world, eve, operations, kitchen);
      const { epoch } = await circles.roleAt(operations);
      const { number } = await circles.seatOf(operations, eve);
      const proposal = (await consent.proposalAt(id)).toObject();
      expect(proposal).to.deep.equal({
        circle: operations & 0xffffffffn,
        proposer: number,
        standingFrom: time - WINDOW,
        closesAt: time + WINDOW,
        version: 1n,
        expected: 3n,
        confirmed: 0n,
        objections: 0n,
        epoch,
        marks: Mark.Early,
        attention: 0n,
        outcome: Outcome.None,
      });
      expect(await consent.contentOf(id)).to.equal(contentHash(consent, CHANGES, REASONS));
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    });

    it("takes the circle's own window, or the anchor's where it has none", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, ann, operations, kitchen, anchor, council } = world;
      const window = async (id: bigint) => {
        const { closesAt } = await consent.proposalAt(id);
        return closesAt - (await now(connection));
      };
      await enact(world, operations, [configure(0n, 0n, { window: 11n * DAY })]);
      expect(await window(await propose(world, eve, operations, kitchen))).to.equal(11n * DAY);
      expect(await window(await propose(world, ann, anchor, council))).to.equal(WINDOW);
      await enact(world, operations, [configure(0n, 1n, { window: 0n })]);
      const last = await propose(world, eve, operations, kitchen, { slot: 1n });
      expect(await window(last)).to.equal(WINDOW);
    });

    it("keeps a tail of the window, so of three days at least", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      for (const [revision, window, slot] of [
        [0n, 3n * DAY, 0n],
        [1n, 60n * DAY, 1n],
      ] as const) {
        await enact(world, operations, [configure(0n, revision, { window })]);
        const id = await propose(world, eve, operations, kitchen, { slot });
        const { standingFrom } = await consent.proposalAt(id);
        expect(standingFrom).to.equal((await now(connection)) - window);
      }
    });

    it("R-PRP-14 opens adopted where nobody else is a member and nobody left within the tail", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, circles, cem, hal, finance } = world;
      const [till] = (await enact(world, finance, [createRole(0n, "Till")], [cem])) as [bigint];
      const id = await propose(world, cem, finance, finance);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
      const { expected, closesAt, outcome } = await consent.proposalAt(id);
      expect([expected, closesAt, outcome]).to.deep.equal([
        0n,
        await now(connection),
        Outcome.Adopted,
      ]);
      await enactAdopted(world, id);

      // hal fills Till and leaves it again: for one tail the window decides.
      await seat(world, cem, till, hal);
      await circles.connect(hal).resign(till);
      const left = await now(connection);
      const slow = await propose(world, cem, finance, finance);
      expect(await consent.statusOf(slow)).to.equal(Status.Open);
      expect((await consent.proposalAt(slow)).marks).to.equal(0n);
      await nextAt(connection, left + WINDOW - 1n);
      const still = await propose(world, cem, finance, finance, { slot: 1n });
      expect(await consent.statusOf(still)).to.equal(Status.Open);
      await nextAt(connection, left + WINDOW);
      const quick = await propose(world, cem, finance, finance, { slot: 2n });
      expect(await consent.statusOf(quick)).to.equal(Status.Adopted);
    });
  });

  describe("slots", () => {
    it("P12 gives each member three in a circle, whatever others do", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, fay, dora, operations, kitchen, anchor } = world;
      const ids: bigint[] = [];
      for (const slot of [0n, 1n, 2n]) {
        ids.push(await propose(world, eve, operations, kitchen, { slot }));
      }
      for (const [index, id] of ids.entries()) {
        const attempt = propose(world, eve, operations, kitchen, { slot: BigInt(index) });
        await refused(attempt, consent, "SlotTaken", index, id);
      }
      await refused(
        propose(world, eve, operations, kitchen, { slot: 3n }),
        consent,
        "WrongSlot",
        3,
      );
      expect(await consent.slotsOf(operations, eve)).to.deep.equal(ids);

      // Others, and the same person in another circle, have their own.
      await propose(world, fay, operations, kitchen);
      await propose(world, dora, operations, operations);
      await propose(world, dora, anchor, operations);
      expect(await consent.slotsOf(operations, fay)).to.deep.equal([ids[0]! + 3n, 0n, 0n]);
    });

    it("P12 frees a slot when its proposal is withdrawn, enacted or lapsed, not before", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, operations, kitchen } = world;
      const again = () => propose(world, eve, operations, kitchen);
      const first = await again();
      await consent.connect(eve).withdraw(first);
      const second = await again();
      await goTo(connection, (await now(connection)) + WINDOW);
      await refused(again(), consent, "SlotTaken", 0, second);
      await enactAdopted(world, second);
      const third = await again();
      const { closesAt } = await consent.proposalAt(third);
      await nextAt(connection, closesAt + GRACE - 1n);
      await refused(again(), consent, "SlotTaken", 0, third);
      await nextAt(connection, closesAt + GRACE + 1n);
      const fourth = await again();
      expect(await consent.statusOf(third)).to.equal(Status.Lapsed);
      expect(await consent.statusOf(fourth)).to.equal(Status.Open);
    });

    it("P12 holds the slot of a proposal that is objected to", async () => {
      const world = await networkHelpers.loadFixture(founded);
      const { consent, eve, gil, operations, kitchen, garden } = world;
      const id = await propose(world, eve, operations, kitchen);
      const objection = { harm: "h", limits: "l", cause: "c", certainty: "c", rule: "" };
      await consent.connect(gil).object(id, 1n, garden, objection);
      await goTo(connection, (await now(connection)) + WINDOW + DAY);
      await refused(propose(world, eve, operations, kitchen), consent, "SlotTaken", 0, id);
    });
  });
});
