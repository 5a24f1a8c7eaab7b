import { expect } from "chai";
import { id as hash, ZeroAddress } from "ethers";
import { network } from "hardhat";

import type { PresetName } from "#sdk/presets.ts";
import { PRESETS } from "#sdk/presets.ts";
import { configure, createRole, Flag, settings } from "../helpers/changes.ts";
import { confirm, Mark, propose, REASONS, Status } from "../helpers/consent.ts";
import { call, elect, nominate, open, pass, share, subject } from "../helpers/elections.ts";
import type { Begun } from "../helpers/meetings.ts";
import {
  addItem,
  called,
  checkIn,
  confirmItem,
  install,
  Office,
  TO_ROUND,
  take,
} from "../helpers/meetings.ts";
import type { Signer, World } from "../helpers/organisation.ts";
import { enact, founded, foundSmall, RULES } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** An organisation founded with a preset: anchor > (All, Work > Desk). */
interface Society extends World {
  all: bigint;
  work: bigint;
  desk: bigint;
}

/**
 * Founds with a preset. ann, ben, cem and dora fill All; dora leads Work, in which eve and fay fill Desk: the anchor has
 * four members, Work three.
 */
async function society(name: PresetName): Promise<Society> {
  const world = await networkHelpers.loadFixture(founded);
  const { circles, partners, hand, ann, ben, cem, dora, eve, fay } = world;
  const part = { salt: hash(name), settings: PRESETS[name].settings };
  const { organisation, anchor, all } = await foundSmall(world, ann, part);
  const own = { ...world, organisation, anchor, all };
  for (const person of [ben, cem, dora, eve, fay]) {
    await partners.connect(person).agree(organisation, RULES, []);
  }
  const [work, desk] = (await enact(own, anchor, [
    createRole(0n, "Work"),
    createRole(1n, "Desk"),
  ])) as [bigint, bigint];
  const seats: [bigint, Signer][] = [
    [all, ben],
    [all, cem],
    [all, dora],
    [work, dora],
    [desk, eve],
    [desk, fay],
  ];
  for (const [role, person] of seats) {
    await circles.connect(hand).elect(role, person, ZeroAddress, hand);
  }
  return { ...own, work, desk };
}

const NAMES = Object.keys(PRESETS) as PresetName[];

describe("presets", () => {
  for (const name of NAMES) {
    it(`found organisations: ${name}`, async () => {
      const { structure, anchor } = await society(name);
      const [stored, revision] = await structure.settingsOf(anchor);
      const expected = Object.entries(PRESETS[name].settings);
      expect(stored.toObject()).to.deep.equal(
        Object.fromEntries(expected.map(([key, value]) => [key, BigInt(value)])),
      );
      expect(revision).to.equal(1n);
    });
  }

  it("R-PRP-7 v5: silence is consent after five days, at the anchor and inside", async () => {
    const world = await society("v5");
    const { consent, anchor, all, work, desk, ann, eve } = world;
    for (const [circle, role, person] of [
      [anchor, all, ann],
      [work, desk, eve],
    ] as [bigint, bigint, Signer][]) {
      const id = await propose(world, person, circle, role);
      const opened = await now(connection);
      await goTo(connection, opened + 5n * DAY - 1n);
      expect(await consent.statusOf(id)).to.equal(Status.Open);
      await goTo(connection, opened + 5n * DAY);
      expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    }
  });

  it("R-PRP-13 v5: a proposal needs an example, whatever it claims; v4.1: none where it only says what is", async () => {
    const reasons = { ...REASONS, example: "", explanation: "" };
    const five = await society("v5");
    const refusal = propose(five, five.ann, five.anchor, five.all, { reasons });
    await refused(refusal, five.consent, "WrongLength", 0n);
    const four = await society("v4.1");
    const id = await propose(four, four.ann, four.anchor, four.all, { reasons });
    const { marks } = await four.consent.proposalAt(id);
    expect(marks & Mark.Reality).to.equal(Mark.Reality);
  });

  it("R-PRP-10 v5: a circle may have nobody stop its proposals for a meeting; v4.1: none ever may", async () => {
    const asyncOnly = configure(0n, 0n, settings({ flags: Flag.AsyncOnly }));
    const five = await society("v5");
    await enact(five, five.work, [asyncOnly]);
    const id = await propose(five, five.eve, five.work, five.desk);
    const stop = five.facilitation.connect(five.fay).requestMeeting(id, "Let us talk");
    await refused(stop, five.facilitation, "NoMeetings", five.work);

    const four = await society("v4.1");
    const { structure, anchor, work, hand, facilitation, consent, fay } = four;
    const inside = structure.connect(hand).enact(work, hand, [asyncOnly], []);
    await refused(inside, structure, "WrongFlags", work, Flag.AsyncOnly);
    const without = configure(0n, 1n, settings());
    const attempt = structure.connect(hand).enact(anchor, hand, [without], []);
    await refused(attempt, structure, "WrongFlags", anchor, 0n);
    const stopped = await propose(four, four.eve, work, four.desk);
    await facilitation.connect(fay).requestMeeting(stopped, "Let us talk");
    expect(await consent.statusOf(stopped)).to.equal(Status.Suspended);
  });

  it("R-ELE-2 v4.1: a circle's lead is not elected its facilitator; v5: she may be", async () => {
    for (const name of ["v5", "v4.1"] as const) {
      const world = await society(name);
      const { elections, work, dora, eve, fay } = world;
      const election = await call(world, eve, subject(work));
      await open(world, fay, election);
      await nominate(world, election, eve, dora);
      await pass(world, election);
      const sharing = share(world, election, eve, dora);
      if (name === "v5") await sharing;
      else await refused(sharing, elections, "NotEligible", election, dora);
    }
  });

  it("sociocratic: silence waits for three members' attention, and for two weeks at most", async () => {
    const world = await society("sociocratic");
    const { consent, anchor, all, ann, ben, cem, dora } = world;
    const seen = await propose(world, ann, anchor, all);
    const unseen = await propose(world, ben, anchor, all);
    const closesAt = (await now(connection)) + 7n * DAY;
    for (const person of [cem, dora]) {
      await confirm(world, person, seen);
      await confirm(world, person, unseen);
    }
    await goTo(connection, closesAt - DAY);
    const last = await propose(world, cem, anchor, all);
    await confirm(world, ben, seen);
    expect(await consent.statusOf(seen)).to.equal(Status.Adopted);
    await goTo(connection, closesAt);
    expect(await consent.statusOf(unseen)).to.equal(Status.Open);
    await goTo(connection, closesAt + 14n * DAY - 1n);
    expect(await consent.statusOf(unseen)).to.equal(Status.Open);
    await goTo(connection, closesAt + 14n * DAY);
    expect(await consent.statusOf(unseen)).to.equal(Status.Adopted);
    expect(await consent.statusOf(last)).to.equal(Status.Open);
  });

  it("R-MTG-3 sociocratic: a meeting adopts with three members present, and not with two", async () => {
    const world = await society("sociocratic");
    const { meetings, consent, work, desk, dora, eve, fay } = world;
    await install(world, work, Office.Facilitator, dora);
    await install(world, work, Office.Secretary, fay);
    const id = await propose(world, eve, work, desk);
    const call = await called(world, { circle: work });
    const begun: Begun = { ...world, ...call, id };
    await goTo(connection, call.startsAt);
    await checkIn(world, call.meeting, dora, eve);
    const item = await addItem(begun, eve);
    await take(world, item, ...TO_ROUND);
    await confirmItem({ ...begun, item }, dora);
    const attempt = meetings.connect(dora).adopt(item);
    await refused(attempt, meetings, "NoQuorum", call.meeting, 2n, 3n);
    await checkIn(world, call.meeting, fay);
    await confirmItem({ ...begun, item }, fay);
    await meetings.connect(dora).adopt(item);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("sociocratic: roles are filled by election too; v5: they are not", async () => {
    const five = await society("v5");
    const refusal = call(five, five.ann, subject(five.anchor, { role: five.all }));
    await refused(refusal, five.elections, "WrongSubject", five.anchor);
    const world = await society("sociocratic");
    const { circles, anchor, all, ann, ben, eve } = world;
    await elect(world, subject(anchor, { role: all }), [ann, ben], eve);
    expect(await circles.fills(all, eve)).to.equal(true);
  });

  it("R-PRP-5 R-PRP-7 windowless: inside only everybody adopts; the anchor keeps its window", async () => {
    const world = await society("windowless");
    const { consent, anchor, work, all, desk, ann, eve, fay, dora } = world;
    const inside = await propose(world, eve, work, desk);
    const silent = await propose(world, eve, work, desk, { slot: 1n });
    const outside = await propose(world, ann, anchor, all);
    await confirm(world, dora, inside);
    await confirm(world, dora, silent);
    await goTo(connection, (await now(connection)) + 6n * DAY);
    expect(await consent.statusOf(outside)).to.equal(Status.Adopted);
    for (const id of [inside, silent]) {
      expect(await consent.statusOf(id)).to.equal(Status.Open);
    }
    await confirm(world, fay, inside);
    expect(await consent.statusOf(inside)).to.equal(Status.Adopted);
    await goTo(connection, (await now(connection)) + 20n * DAY);
    expect(await consent.statusOf(silent)).to.equal(Status.Open);
  });
});
