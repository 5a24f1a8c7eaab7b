import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, settings } from "../helpers/changes.ts";
import { Historian, plain } from "../helpers/chronicle.ts";
import { amend, enactAdopted, nextId, object, propose, Status } from "../helpers/consent.ts";
import type { Sent } from "../helpers/contracts.ts";
import type { InRound } from "../helpers/meetings.ts";
import {
  addItem,
  begun,
  called,
  checkIn,
  confirmItem,
  inRound,
  install,
  Presence,
  Step,
  staffed,
  TO_ROUND,
  take,
} from "../helpers/meetings.ts";
import { Office } from "../helpers/office.ts";
import type { Signer, World } from "../helpers/organisation.ts";
import { enact, represent, seat, WINDOW } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, HOUR, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const STEPS = Object.entries(Step);

/** In order, dora and fay have confirmed; eve is the proposer. */
async function confirmed(world: InRound): Promise<void> {
  await confirmItem(world, world.dora);
  await confirmItem(world, world.fay);
}

function adopt(world: InRound, by: Signer = world.dora): Promise<unknown> {
  return world.meetings.connect(by).adopt(world.item);
}

/** hal, who represents Kitchen in Operations. */
async function representative(world: World): Promise<void> {
  const { kitchen, operations, eve, fay, hal } = world;
  const [oven] = (await enact(world, operations, [createRole(kitchen, "Oven")], [eve, fay])) as [
    bigint,
  ];
  await seat(world, eve, oven, hal);
  await represent(world, kitchen, hal);
}

describe("the agenda of a meeting", () => {
  it("R-MTG-7 is built in the meeting, of short labels, by those who are there", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, eve, gil, id } = world;
    for (const label of ["", "x".repeat(81)]) {
      const attempt = meetings.connect(eve).addItem(meeting, label, 0n);
      await refused(attempt, meetings, "WrongLabel", BigInt(label.length));
    }
    const absent = meetings.connect(gil).addItem(meeting, "Hours", 0n);
    await refused(absent, meetings, "WrongPresence", meeting, gil);
    await meetings.connect(eve).addItem(meeting, "x".repeat(80), 0n);
    const item = await addItem(world, eve);
    expect((await meetings.itemAt(item)).toObject()).to.deep.equal({
      meeting: meeting & 0xffff_ffffn,
      step: Step.None,
      version: 0n,
      confirmed: 0n,
      round: 0n,
      proposal: id,
    });
  });

  it("R-MTG-7 is taken up in the order that the facilitator chooses, one by one", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, dora, fay } = world;
    const [first, election] = [await addItem(world, fay), await addItem(world, fay, 0n)];
    await take(world, election, Step.Presenting);
    expect((await meetings.meetingAt(meeting)).current).to.equal(election & 0xffff_ffffn);
    const attempt = meetings.connect(dora).take(first, Step.Presenting);
    await refused(attempt, meetings, "ItemInHand", meeting, election);
    // What was never taken up can be closed meanwhile.
    const third = await addItem(world, fay, 0n);
    await take(world, third, Step.Closed);
    await refused(
      meetings.connect(dora).take(first, Step.Presenting),
      meetings,
      "ItemInHand",
      meeting,
      election,
    );
    await take(world, election, Step.Closed);
    await take(world, first, Step.Presenting);
    expect((await meetings.meetingAt(meeting)).current).to.equal(first & 0xffff_ffffn);
  });

  it("R-MTG-10 of a limited meeting has no proposals but those that it was called for", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, kitchen, garden, eve, fay } = world;
    const named = await propose(world, eve, operations, kitchen);
    const other = await propose(world, eve, operations, garden, { slot: 1n });
    const call = await called(world, { limits: [named] });
    await goTo(connection, call.startsAt);
    await checkIn(world, call.meeting, eve, fay);
    const attempt = meetings.connect(eve).addItem(call.meeting, "Beds", other);
    await refused(attempt, meetings, "WrongProposal", call.meeting, other);
    await meetings.connect(eve).addItem(call.meeting, "Hours", named);
    await meetings.connect(eve).addItem(call.meeting, "No proposal", 0n);
  });

  it("P2 has proposals of the circle that are undecided, and in no other meeting now", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, startsAt, consent, anchor, operations, kitchen, council } = world;
    const { eve, fay, ann, id } = world;
    const elsewhere = await propose(world, ann, anchor, council);
    const withdrawn = await propose(world, eve, operations, kitchen, { slot: 1n });
    await consent.connect(eve).withdraw(withdrawn);
    for (const wrong of [elsewhere, withdrawn, id + 1000n, id + (1n << 32n)]) {
      const attempt = meetings.connect(eve).addItem(meeting, "Hours", wrong);
      await refused(attempt, meetings, "WrongProposal", meeting, wrong);
    }
    // An objection or a suspension is in no meeting's way: it may be about them.
    const objected = await propose(world, eve, operations, kitchen, { slot: 1n });
    await object(world, fay, objected, kitchen);
    await addItem(world, eve, objected);
    await addItem(world, eve);
    await addItem(world, eve);
    // Two meetings at a time are about one thing in one of them.
    const start = startsAt + 4n * DAY;
    const first = await called(world, { startsAt: start, endsAt: start + HOUR });
    const second = await called(world, { startsAt: start, endsAt: start + DAY });
    await goTo(connection, start);
    await checkIn(world, first.meeting, eve);
    await checkIn(world, second.meeting, eve);
    await meetings.connect(eve).addItem(first.meeting, "Hours", id);
    const attempt = meetings.connect(eve).addItem(second.meeting, "Hours", id);
    await refused(attempt, meetings, "WrongProposal", second.meeting, id);
    await nextAt(connection, start + HOUR);
    await meetings.connect(eve).addItem(second.meeting, "Hours", id);
  });

  it("suspends a proposal until the meeting's end, once", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { consent, endsAt, eve, id } = world;
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await addItem(world, eve);
    expect(await consent.statusOf(id)).to.equal(Status.Suspended);
    expect(await consent.suspendedUntil(id)).to.equal(endsAt);
    await goTo(connection, endsAt);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
  });
});

describe("an item of a meeting", () => {
  it("R-MTG-9 goes from step to step, and no other way", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, dora, eve } = world;
    const item = await addItem(world, eve);
    const ways: [bigint, bigint[]][] = [
      [Step.None, [Step.Presenting, Step.Closed]],
      [Step.Presenting, [Step.Clarifying, Step.Closed]],
      [Step.Clarifying, [Step.Reacting, Step.Closed]],
      [Step.Reacting, [Step.Amending, Step.Closed]],
      [Step.Amending, [Step.Objecting, Step.Closed]],
      [Step.Objecting, [Step.Integrating, Step.Closed]],
      [Step.Integrating, [Step.Objecting, Step.Closed]],
      [Step.Objecting, [Step.Integrating, Step.Closed]],
      [Step.Closed, []],
    ];
    for (const [index, [from, legal]] of ways.entries()) {
      expect((await meetings.itemAt(item)).step).to.equal(from);
      for (const [name, to] of STEPS) {
        const attempt = meetings.connect(dora).take.staticCall(item, to);
        if (legal.includes(to)) await attempt;
        else await refused(attempt, meetings, "WrongStep", item, from, to);
        expect(name).to.be.a("string");
      }
      const next = ways[index + 1];
      if (next !== undefined) await take(world, item, next[0]);
    }
  });

  it("R-MTG-9 without a proposal comes to no objection round, and an adopted one goes nowhere", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, dora, fay, item } = world;
    await confirmed(world);
    await adopt(world);
    for (const [, to] of STEPS) {
      const attempt = meetings.connect(dora).take(item, to);
      await refused(attempt, meetings, "WrongStep", item, Step.Adopted, to);
    }
    const other = await addItem(world, fay, 0n);
    await take(world, other, ...TO_ROUND.slice(0, -1));
    const attempt = meetings.connect(dora).take(other, Step.Objecting);
    await refused(attempt, meetings, "WrongStep", other, Step.Amending, Step.Objecting);
  });

  it("R-MTG-9 is taken from step to step by the facilitator alone, who is there", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, operations, dora, eve, fay, gil } = world;
    const item = await addItem(world, eve);
    for (const person of [eve, fay, gil]) {
      const attempt = meetings.connect(person).take(item, Step.Presenting);
      await refused(attempt, meetings, "NotFacilitator", operations, person);
    }
    await meetings.connect(dora).checkOut(meeting);
    const absent = meetings.connect(dora).take(item, Step.Presenting);
    await refused(absent, meetings, "WrongPresence", meeting, dora);
  });

  it("R-MTG-9 gives the word to whom it is due in each step", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, dora, eve, fay, gil } = world;
    await checkIn(world, meeting, gil);
    const item = await addItem(world, fay);
    // eve is the proposer, fay the secretary and put it on the agenda, dora facilitates.
    const word: [bigint, Signer[]][] = [
      [Step.None, []],
      [Step.Presenting, [eve]],
      [Step.Clarifying, [dora, eve, fay, gil]],
      [Step.Reacting, [dora, fay, gil]],
      [Step.Amending, [eve, fay]],
      [Step.Objecting, [dora, eve, fay, gil]],
      [Step.Integrating, [dora, eve, fay, gil]],
      [Step.Closed, []],
    ];
    for (const [step, speakers] of word) {
      if (step !== Step.None) await take(world, item, step);
      for (const person of [dora, eve, fay, gil]) {
        const attempt = meetings.connect(person).say(item, "I see");
        if (speakers.includes(person)) await attempt;
        else await refused(attempt, meetings, "NotToSpeak", item, person);
      }
    }
    const other = await addItem(world, fay, 0n);
    await take(world, other, Step.Presenting);
    await meetings.connect(fay).say(other, "What I feel is this");
    for (const text of ["", "x".repeat(4097)]) {
      const attempt = meetings.connect(fay).say(other, text);
      await refused(attempt, meetings, "WrongLength", BigInt(text.length));
    }
    await refused(meetings.connect(eve).say(other, "And I"), meetings, "NotToSpeak", other, eve);
    await meetings.connect(fay).checkOut(meeting);
    await refused(meetings.connect(fay).say(other, "Bye"), meetings, "WrongPresence", meeting, fay);
  });

  it("is known only when it was put on an agenda", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, dora } = world;
    for (const attempt of [
      meetings.connect(dora).take(meeting, Step.Presenting),
      meetings.connect(dora).say(meeting, "Hello"),
      meetings.connect(dora).confirmItem(meeting, ethers.ZeroHash),
      meetings.connect(dora).adopt(meeting),
    ]) {
      await refused(attempt, meetings, "UnknownItem", meeting);
    }
  });
});

describe("adopting in a meeting", () => {
  it("R-MTG-4 takes everybody there but the proposer; the absent have had their chance", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, consent, dora, fay, id, item, meeting } = world;
    await refused(adopt(world), meetings, "NotUnanimous", item, 0n, 2n);
    await confirmItem(world, dora);
    await refused(adopt(world), meetings, "NotUnanimous", item, 1n, 2n);
    await confirmItem(world, fay);
    expect(await consent.statusOf(id)).to.equal(Status.Suspended);
    await adopt(world);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    expect((await meetings.itemAt(item)).step).to.equal(Step.Adopted);
    expect((await meetings.meetingAt(meeting)).current).to.equal(0n);
    await enactAdopted(world, id);
    await refused(adopt(world), meetings, "WrongStep", item, Step.Adopted, Step.Adopted);
  });

  it("R-MTG-4 R-MTG-9 is not the proposer's, who acts as facilitator: so nobody decides alone", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, meeting, item, operations, dora, eve, fay } = world;
    await install(world, operations, Office.Facilitator, eve);
    await confirmed(world);
    await refused(adopt(world, eve), meetings, "OwnProposal", item);
    for (const person of [fay, dora]) await meetings.connect(person).checkOut(meeting);
    await refused(adopt(world, eve), meetings, "OwnProposal", item);
    await install(world, operations, Office.Facilitator, dora);
    await checkIn(world, meeting, dora);
    await refused(adopt(world), meetings, "NotUnanimous", item, 0n, 1n);
    await confirmItem(world, dora);
    await adopt(world);
  });

  it("R-MTG-4 asks whoever is there, also those who came in the middle, and nobody who has left", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, meeting, item, eve, fay, gil } = world;
    await confirmed(world);
    await checkIn(world, meeting, gil);
    await refused(adopt(world), meetings, "NotUnanimous", item, 2n, 3n);
    // Whoever leaves takes their word along, and gives it anew when back.
    await meetings.connect(fay).checkOut(meeting);
    expect((await meetings.itemAt(item)).confirmed).to.equal(1n);
    await checkIn(world, meeting, fay);
    await refused(adopt(world), meetings, "NotUnanimous", item, 1n, 3n);
    await confirmItem(world, fay);
    await meetings.connect(gil).checkOut(meeting);
    expect((await meetings.itemAt(item)).confirmed).to.equal(2n);
    await meetings.connect(eve).checkOut(meeting);
    await adopt(world);
  });

  it("R-MTG-4 counts rightly where the proposer was never there", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, item, eve, fay, dora } = {
      ...world,
      item: await addItem(world, world.fay),
    };
    await take(world, item, Step.Presenting);
    await meetings.connect(eve).checkOut(meeting);
    await take(world, item, ...TO_ROUND.slice(1));
    await confirmItem({ ...world, item }, dora);
    await refused(adopt({ ...world, item }), meetings, "NotUnanimous", item, 1n, 2n);
    await confirmItem({ ...world, item }, fay);
    await adopt({ ...world, item });
  });

  it("R-MEM-7 asks acting officers and guests too, as members for the time of the meeting", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, meeting, operations, kitchen, item, hal, ann, cem } = world;
    await representative(world);
    await install(world, operations, Office.Secretary, ann);
    await checkIn(world, meeting, ann, hal);
    await meetings.connect(hal).bringGuest(meeting, kitchen, cem, "No oven");
    await confirmed(world);
    expect(await meetings.presenceOf(meeting, ann)).to.equal(Presence.Officer);
    for (const [index, person] of [hal, ann, cem].entries()) {
      await refused(adopt(world), meetings, "NotUnanimous", item, 2n + BigInt(index), 5n);
      await confirmItem(world, person);
    }
    await adopt(world);
  });

  it("R-MTG-4 R-MTG-9 confirms once a round, in a round, as somebody there and not as the proposer", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, meeting, item, dora, eve, gil } = world;
    await refused(confirmItem(world, eve), meetings, "OwnProposal", item);
    await refused(confirmItem(world, gil), meetings, "WrongPresence", meeting, gil);
    await confirmItem(world, dora);
    await refused(confirmItem(world, dora), meetings, "AlreadyConfirmed", item, dora);
    await take(world, item, Step.Integrating);
    const between = confirmItem(world, dora);
    await refused(between, meetings, "WrongStep", item, Step.Integrating, Step.Objecting);
    await refused(adopt(world), meetings, "WrongStep", item, Step.Integrating, Step.Adopted);
    // Leaving between two rounds takes nothing from the next.
    await meetings.connect(dora).checkOut(meeting);
    await checkIn(world, meeting, dora);
    await take(world, item, Step.Objecting);
    expect((await meetings.itemAt(item)).confirmed).to.equal(0n);
    expect((await meetings.itemAt(item)).round).to.equal(2n);
    await confirmItem(world, dora);
  });

  it("R-PRP-6 R-INT-6 an amendment makes the round void, and takes another", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, consent, item, id, dora, fay, eve } = world;
    await confirmed(world);
    const read = await consent.contentOf(id);
    await amend(world, eve, id);
    await refused(adopt(world), meetings, "StaleRound", item, 1n, 2n);
    await take(world, item, Step.Integrating, Step.Objecting);
    await refused(adopt(world), meetings, "NotUnanimous", item, 0n, 2n);
    const current = await consent.contentOf(id);
    const attempt = meetings.connect(dora).confirmItem(item, read);
    await refused(attempt, meetings, "WrongContent", item, read, current);
    await confirmItem(world, dora);
    await amend(world, eve, id, { integrates: "Said again" });
    await refused(confirmItem(world, fay), meetings, "StaleRound", item, 2n, 3n);
    await take(world, item, Step.Integrating, Step.Objecting);
    await confirmed(world);
    await adopt(world);
    expect((await meetings.itemAt(item)).version).to.equal(3n);
  });

  it("P4 R-MTG-4 adopts nothing that somebody objects to, there or not", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { consent, garden, gil, id } = world;
    await confirmed(world);
    await object(world, gil, id, garden);
    await refused(adopt(world), consent, "WrongStatus", id, Status.Objected);
    await consent.connect(gil).withdrawObjection(id);
    await adopt(world);
  });

  it("P4 adopts nothing where somebody had to go who keeps the right to object", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, consent, circles, garden, dora, gil, id, item } = world;
    await confirmed(world);
    await circles.connect(dora).revoke(garden, gil);
    await refused(adopt(world), meetings, "StandingKept", item);
    await object(world, gil, id, garden);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
  });

  it("R-MTG-3 needs no quorum, but as many members as the settings ask", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, kitchen, dora, eve, fay, gil, hal } = world;
    await enact(world, operations, [configure(0n, 0n, settings({ quorum: 4n }))]);
    const id = await propose(world, eve, operations, kitchen);
    const call = await called(world);
    // The quorum is the one that held when the meeting was called.
    await enact(world, operations, [configure(0n, 1n, settings({ quorum: 1n }))]);
    await goTo(connection, call.startsAt);
    await checkIn(world, call.meeting, dora, eve, fay);
    const started = { ...world, ...call, id };
    const item = await addItem(started, eve);
    const round = { ...started, item };
    await take(world, item, ...TO_ROUND);
    await confirmed(round);
    await refused(adopt(round), meetings, "NoQuorum", call.meeting, 3n, 4n);
    // Officers who are no members are there, and make no quorum.
    await install(world, operations, Office.Secretary, hal);
    await checkIn(world, call.meeting, hal);
    await confirmItem(round, hal);
    await refused(adopt(round), meetings, "NoQuorum", call.meeting, 3n, 4n);
    await checkIn(world, call.meeting, gil);
    await confirmItem(round, gil);
    await adopt(round);
  });

  it("R-MTG-3 without a quorum those decide who come", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, consent, eve, fay, id, dora } = world;
    const item = await addItem(world, dora);
    for (const person of [eve, fay]) await meetings.connect(person).checkOut(meeting);
    await take(world, item, ...TO_ROUND);
    await confirmItem({ ...world, item }, dora);
    await adopt({ ...world, item });
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
  });

  it("is the facilitator's, there and before the end", async () => {
    const world = await networkHelpers.loadFixture(inRound);
    const { meetings, meeting, operations, endsAt, dora, fay, eve } = world;
    await confirmed(world);
    for (const person of [fay, eve]) {
      await refused(adopt(world, person), meetings, "NotFacilitator", operations, person);
    }
    const snapshot = await networkHelpers.takeSnapshot();
    await meetings.connect(dora).checkOut(meeting);
    await refused(adopt(world), meetings, "WrongPresence", meeting, dora);
    await snapshot.restore();
    await nextAt(connection, endsAt);
    await refused(adopt(world), meetings, "WrongMoment", meeting);
    await snapshot.restore();
    await nextAt(connection, endsAt - 1n);
    await adopt(world);
  });

  it("P2 whoever stands in for the facilitator in the meeting's matter facilitates", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, offices, operations, fay, dora, eve } = world;
    const call = await called(world);
    await offices.connect(fay).standIn(meetings, call.meeting, operations, Office.Facilitator);
    await goTo(connection, call.startsAt);
    await checkIn(world, call.meeting, fay, eve, dora);
    const item = await addItem({ ...world, ...call, id: 0n }, eve);
    await meetings.connect(fay).take(item, Step.Presenting);
  });

  it("P6 links every event of a meeting, as its declaration says", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, consent, circles, operations, kitchen, organisation } = world;
    const { dora, eve, fay, gil, cem, hal } = world;
    await representative(world);
    const id = await propose(world, eve, operations, kitchen);
    const historian = new Historian(world, organisation, BigInt(await circles.head(organisation)));

    /** Follows an act and compares what each event says after who and when. */
    async function says(
      by: Signer,
      sent: Promise<unknown>,
      ...expected: [name: string, subject: bigint, ...values: unknown[]][]
    ) {
      const told = await historian.follow(sent as Sent);
      const said = told.map(({ name, args }) => [
        ...[name, args[1], args[3]],
        ...[...args].slice(5).map(plain),
      ]);
      expect(said).to.deep.equal(
        expected.map(([name, subject, ...values]) => [name, subject, by.address, ...values]),
      );
    }

    const request = await nextId(world);
    const asked = meetings.connect(gil).request(operations, "Hours", [id]);
    await says(gil, asked, ["SpecialMeetingRequested", operations, "Hours", [id]]);
    const startsAt = (await now(connection)) + 4n * DAY;
    const endsAt = startsAt + HOUR;
    const meeting = await nextId(world);
    await says(
      fay,
      meetings.connect(fay).schedule(operations, request, startsAt, endsAt, "Now", [id]),
      ["MeetingScheduled", meeting, operations, request, startsAt, endsAt, 0n, "Now", [id]],
      ["Suspended", id, endsAt, endsAt + WINDOW],
    );
    const other = await nextId(world);
    const regular = meetings.connect(fay).schedule(operations, 0n, startsAt, endsAt, "", []);
    const scheduled = [operations, 0n, startsAt, endsAt, 0n, "", []];
    await says(fay, regular, ["MeetingScheduled", other, ...scheduled]);
    await says(fay, meetings.connect(fay).cancel(other), ["MeetingCancelled", other]);
    await goTo(connection, startsAt);
    for (const person of [dora, eve, fay, hal]) {
      const sent = meetings.connect(person).checkIn(meeting);
      await says(person, sent, ["CheckedIn", meeting, Presence.Member]);
    }
    const brought = meetings.connect(hal).bringGuest(meeting, kitchen, cem, "No oven");
    await says(hal, brought, ["GuestBrought", meeting, kitchen, cem.address, "No oven"]);
    for (const person of [cem, hal]) {
      await says(person, meetings.connect(person).checkOut(meeting), ["CheckedOut", meeting]);
    }
    const later = endsAt + HOUR;
    const extended = meetings.connect(fay).extend(meeting, later);
    await says(fay, extended, ["ExtensionProposed", meeting, later]);
    await says(eve, meetings.connect(eve).refuseExtension(meeting), ["ExtensionRefused", meeting]);
    const item = await nextId(world);
    const added = meetings.connect(eve).addItem(meeting, "Hours", id);
    await says(eve, added, ["ItemAdded", item, meeting, "Hours", id]);
    for (const step of TO_ROUND) {
      const version = step === Step.Objecting ? 1n : 0n;
      const taken = meetings.connect(dora).take(item, step);
      await says(dora, taken, ["StepTaken", item, step, version]);
    }
    const spoken = meetings.connect(fay).say(item, "Fine");
    await says(fay, spoken, ["Spoken", item, Step.Objecting, "Fine"]);
    const content = await consent.contentOf(id);
    for (const person of [dora, fay]) {
      const sent = meetings.connect(person).confirmItem(item, content);
      await says(person, sent, ["ConfirmedInMeeting", item, 1n, content]);
    }
    const adopted = meetings.connect(dora).adopt(item);
    const recorded: [string, bigint, ...unknown[]] = ["AdoptedInMeeting", id, 1n, content];
    await says(dora, adopted, ["ItemAdopted", item, 1n], recorded);
    const declared: string[] = [];
    meetings.interface.forEachEvent(({ name }) => declared.push(name));
    expect([...historian.seen]).to.include.members(declared);
  });
});
