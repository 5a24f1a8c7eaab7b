import { expect } from "chai";
import { network } from "hardhat";

import type { Invitation } from "../helpers/changes.ts";
import { configure, createRole, invitation, PartnerKind, settings } from "../helpers/changes.ts";
import { enactAdopted, propose, Status } from "../helpers/consent.ts";
import type { Called } from "../helpers/meetings.ts";
import {
  begun,
  called,
  checkIn,
  install,
  NOTICE,
  Office,
  Presence,
  schedule,
  staffed,
  subjectOf,
} from "../helpers/meetings.ts";
import type { Signer, World } from "../helpers/organisation.ts";
import {
  enact,
  RULES,
  represent,
  seat,
  WINDOW,
  welcome,
  written,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, HOUR, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** Asks for a special meeting, and returns the request's id. */
async function ask(world: World, by: Signer, limits: bigint[] = []): Promise<bigint> {
  const { meetings, operations, organisation, circles } = world;
  await meetings.connect(by).request(operations, "To talk about hours", limits);
  return (organisation << 32n) | (BigInt(await circles.head(organisation)) & 0xffff_ffffn);
}

/** hal fills a role inside Kitchen, and represents Kitchen in Operations. */
async function represented(world: World): Promise<void> {
  const { kitchen, operations, eve, fay, hal } = world;
  const [oven] = (await enact(world, operations, [createRole(kitchen, "Oven")], [eve, fay])) as [
    bigint,
  ];
  await seat(world, eve, oven, hal);
  await represent(world, kitchen, hal);
}

describe("calling a meeting", () => {
  it("R-MTG-1 is the secretary's, with a purpose and limits where there are some", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, fay, eve, organisation } = world;
    const id = await propose(world, eve, operations, world.kitchen);
    const startsAt = (await now(connection)) + NOTICE + 60n;
    const call = { startsAt, endsAt: startsAt + HOUR, purpose: "Hours", limits: [id] };
    const sent = await schedule(world, fay, call);
    const meeting = await subjectOf(world, sent);
    const { args } = meetings.interface.parseLog(
      (await sent.wait())?.logs[0] as never,
    ) as never as {
      args: unknown[];
    };
    const said = [operations, 0n, startsAt, startsAt + HOUR, 0n, "Hours", [id]];
    expect(args.slice(0, 2)).to.deep.equal([organisation, meeting]);
    expect(args[3]).to.equal(fay.address);
    expect(args.slice(5).map((value) => (Array.isArray(value) ? [...value] : value))).to.deep.equal(
      said,
    );
    const stored = await meetings.meetingAt(meeting);
    expect(stored.toObject()).to.deep.equal({
      circle: operations & 0xffff_ffffn,
      startsAt,
      endsAt: startsAt + HOUR,
      extendedTo: 0n,
      refused: false,
      limited: true,
      quorum: 0n,
      present: 0n,
      participants: 0n,
      current: 0n,
    });
    expect(await meetings.endOf(meeting)).to.equal(startsAt + HOUR);
    for (const person of [world.dora, eve, world.gil, world.ann, world.hal, world.zoe]) {
      await refused(schedule(world, person), meetings, "NotSecretary", operations, person);
    }
  });

  it("R-MTG-1 is for whoever stands in for the secretary in the circle's matter", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, offices, operations, fay, dora } = world;
    await offices.connect(dora).standIn(meetings, operations, operations, Office.Secretary);
    await refused(schedule(world, dora), meetings, "NotSecretary", operations, dora);
    await goTo(connection, (await now(connection)) + NOTICE);
    const { meeting, startsAt } = await called({ ...world, fay: dora });
    // Standing in is for one matter: to extend it takes another declaration.
    await goTo(connection, startsAt);
    const attempt = meetings.connect(dora).extend(meeting, startsAt + DAY);
    await refused(attempt, meetings, "NotSecretary", operations, dora);
    expect(await meetings.isBarred(meeting, fay)).to.equal(false);
  });

  it("R-MTG-1 special meetings are asked for by members, and held by whoever asked where nobody calls them", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, fay, gil, eve, ann, hal } = world;
    for (const person of [ann, hal, world.zoe]) {
      const attempt = meetings.connect(person).request(operations, "", []);
      await refused(attempt, meetings, "NotMember", operations, person);
    }
    const long = "x".repeat(4097);
    await refused(
      meetings.connect(gil).request(operations, long, []),
      meetings,
      "WrongLength",
      4097n,
    );
    const request = await ask(world, gil);
    const dueAt = (await now(connection)) + NOTICE;
    expect((await meetings.requestAt(request)).toObject()).to.deep.equal({
      circle: operations & 0xffff_ffffn,
      dueAt,
      answered: false,
      by: gil.address,
    });
    await nextAt(connection, dueAt - 1n);
    const early = schedule(world, gil, { request, startsAt: dueAt + 2n * NOTICE });
    await refused(early, meetings, "NotSecretary", operations, gil);
    await nextAt(connection, dueAt);
    await refused(schedule(world, eve, { request }), meetings, "NotSecretary", operations, eve);
    await refused(schedule(world, gil), meetings, "NotSecretary", operations, gil);
    const startsAt = dueAt + NOTICE;
    const meeting = await subjectOf(world, schedule(world, gil, { request, startsAt }));
    expect((await meetings.meetingAt(meeting)).circle).to.equal(operations & 0xffff_ffffn);
    for (const person of [gil, fay]) {
      await refused(schedule(world, person, { request }), meetings, "WrongRequest", request);
    }
  });

  it("R-MTG-1 a request is answered once, in its circle, with its limits", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, anchor, kitchen, fay, gil, eve, ann } = world;
    const id = await propose(world, eve, operations, kitchen);
    const request = await ask(world, gil, [id]);
    for (const limits of [[], [id, id]]) {
      const attempt = schedule(world, fay, { request, limits });
      await refused(attempt, meetings, "WrongRequest", request);
    }
    await install(world, anchor, Office.Secretary, ann);
    const elsewhere = schedule(world, ann, { circle: anchor, request, limits: [id] });
    await refused(elsewhere, meetings, "WrongRequest", request);
    const unknown = schedule(world, fay, { request: request + 1n });
    await refused(unknown, meetings, "WrongRequest", request + 1n);
    // What was asked for is what it is about, decided in the meantime or not.
    await world.consent.connect(eve).withdraw(id);
    const { meeting } = await called(world, { request, limits: [id] });
    expect((await meetings.meetingAt(meeting)).limited).to.equal(true);
    const again = schedule(world, fay, { request, limits: [id] });
    await refused(again, meetings, "WrongRequest", request);
  });

  it("R-MTG-1 whoever is no member any more calls no meeting", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, circles, operations, garden, gil } = world;
    const request = await ask(world, gil);
    await circles.connect(gil).resign(garden);
    await goTo(connection, (await now(connection)) + NOTICE);
    const attempt = schedule(world, gil, { request });
    await refused(attempt, meetings, "NotMember", operations, gil);
  });

  it("R-MTG-1 the secretary calls off regular meetings, and nobody but who asked a special one, before they begin", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, fay, gil, dora } = world;
    const regular = await called(world);
    const request = await ask(world, gil);
    const special = await called(world, { request });
    const attempts: [Signer, Called][] = [
      [dora, regular],
      [gil, regular],
      [fay, special],
      [dora, special],
    ];
    for (const [person, { meeting }] of attempts) {
      const attempt = meetings.connect(person).cancel(meeting);
      await refused(attempt, meetings, "NotSecretary", operations, person);
    }
    await meetings.connect(gil).cancel(special.meeting);
    await refused(
      checkIn(world, special.meeting, gil),
      meetings,
      "UnknownMeeting",
      special.meeting,
    );
    expect((await meetings.meetingAt(special.meeting)).endsAt).to.equal(0n);
    await nextAt(connection, regular.startsAt);
    const late = meetings.connect(fay).cancel(regular.meeting);
    await refused(late, meetings, "WrongMoment", regular.meeting);
    await goTo(connection, regular.startsAt);
    const { meeting, startsAt } = await called(world);
    await nextAt(connection, startsAt - 1n);
    await meetings.connect(fay).cancel(meeting);
    await refused(meetings.connect(fay).cancel(meeting), meetings, "UnknownMeeting", meeting);
  });

  it("R-MTG-2 takes the circle's notice, at least, and lasts three days at most", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, fay } = world;
    const time = (await now(connection)) + 100n;
    const [soonest, latest] = [time + NOTICE, time + 90n * DAY];
    const wrong = [
      [soonest - 1n, soonest + HOUR],
      [soonest, soonest],
      [soonest, soonest - 1n],
      [soonest, soonest + 3n * DAY + 1n],
      [latest + 1n, latest + HOUR],
    ] as const;
    await nextAt(connection, time);
    for (const [startsAt, endsAt] of wrong) {
      const attempt = schedule(world, fay, { startsAt, endsAt });
      await refused(attempt, meetings, "WrongTimes", startsAt, endsAt);
    }
    await schedule(world, fay, { startsAt: soonest, endsAt: soonest + 3n * DAY });
    await nextAt(connection, time + 1n);
    await schedule(world, fay, { startsAt: latest, endsAt: latest + HOUR });
    // A circle's own notice is the one that counts.
    await enact(world, operations, [configure(0n, 0n, settings({ notice: 7n * DAY }))]);
    await refused(schedule(world, fay), meetings, "WrongTimes");
    await called(world, { startsAt: (await now(connection)) + 7n * DAY + 60n });
  });

  it("R-MTG-2 nothing comes out of a meeting before it begins or when it is over", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, fay } = world;
    const { meeting, startsAt, endsAt } = await called(world);
    await nextAt(connection, startsAt - 1n);
    await refused(checkIn(world, meeting, fay), meetings, "WrongMoment", meeting);
    await nextAt(connection, startsAt);
    await checkIn(world, meeting, fay);
    await nextAt(connection, endsAt - 1n);
    await meetings.connect(fay).addItem(meeting, "Hours", 0n);
    await nextAt(connection, endsAt);
    const late = meetings.connect(fay).addItem(meeting, "Hours", 0n);
    await refused(late, meetings, "WrongMoment", meeting);
    await refused(checkIn(world, meeting, world.eve), meetings, "WrongMoment", meeting);
    await refused(meetings.connect(fay).checkOut(meeting), meetings, "WrongMoment", meeting);
  });

  it("P12 what somebody asked for, or what is limited, begins within two weeks after the notice", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, kitchen, fay, eve, gil } = world;
    const id = await propose(world, eve, operations, kitchen);
    const request = await ask(world, gil);
    const time = (await now(connection)) + 100n;
    const latest = time + NOTICE + 14n * DAY;
    for (const part of [{ limits: [id] }, { request }]) {
      const snapshot = await networkHelpers.takeSnapshot();
      await nextAt(connection, time);
      const late = schedule(world, fay, { ...part, startsAt: latest + 1n });
      await refused(late, meetings, "WrongTimes");
      await schedule(world, fay, { ...part, startsAt: latest });
      await snapshot.restore();
    }
  });

  it("P12 suspends what it is limited to until its end, once a proposal", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { consent, operations, kitchen, eve } = world;
    const id = await propose(world, eve, operations, kitchen);
    const first = await called(world, { limits: [id] });
    expect(await consent.statusOf(id)).to.equal(Status.Suspended);
    expect(await consent.suspendedUntil(id)).to.equal(first.endsAt);
    expect((await consent.proposalAt(id)).closesAt).to.equal(first.endsAt + WINDOW);
    await called(world, { limits: [id], startsAt: first.endsAt + 5n * DAY });
    expect(await consent.suspendedUntil(id)).to.equal(first.endsAt);
    await goTo(connection, first.endsAt + WINDOW - 1n);
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    await goTo(connection, first.endsAt + WINDOW);
    await enactAdopted(world, id);
  });

  it("P2 is limited to proposals of the circle that are undecided, 32 at most", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, anchor, kitchen, council, fay, gil, eve, ann, consent } = world;
    const id = await propose(world, eve, operations, kitchen);
    const elsewhere = await propose(world, ann, anchor, council);
    const withdrawn = await propose(world, eve, operations, kitchen, { slot: 1n });
    await consent.connect(eve).withdraw(withdrawn);
    // The same number in another organisation is another proposal.
    for (const wrong of [elsewhere, withdrawn, id + 1000n, id + (1n << 32n), 0n]) {
      await refused(schedule(world, fay, { limits: [id, wrong] }), meetings, "WrongProposal");
      const attempt = meetings.connect(gil).request(operations, "", [id, wrong]);
      await refused(attempt, meetings, "WrongProposal");
    }
    const many = Array.from({ length: 33 }, () => id);
    await refused(schedule(world, fay, { limits: many }), meetings, "TooManyLimits", 33n);
    const attempt = meetings.connect(gil).request(operations, "", many);
    await refused(attempt, meetings, "TooManyLimits", 33n);
    await called(world, { limits: many.slice(1) });
    const long = schedule(world, fay, { purpose: "x".repeat(4097) });
    await refused(long, meetings, "WrongLength", 4097n);
  });

  it("happens in no organisation that is being founded", async () => {
    const world = await networkHelpers.loadFixture(written);
    const { meetings, circles, anchor, ann, organisation } = world;
    const asked = meetings.connect(ann).request(anchor, "", []);
    await refused(asked, circles, "FoundingNotOver", organisation);
    const attempt = schedule(world, ann, { circle: anchor });
    await refused(attempt, circles, "FoundingNotOver", organisation);
  });
});

describe("being at a meeting", () => {
  it("R-MTG-5 R-MEM-7 is for members and for whoever acts as facilitator or secretary", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, dora, eve, hal, ann, zoe } = world;
    const { meeting, startsAt } = await called(world);
    await install(world, operations, Office.Secretary, hal);
    await goTo(connection, startsAt);
    for (const person of [ann, zoe]) {
      await refused(checkIn(world, meeting, person), meetings, "NotMember", operations, person);
    }
    await checkIn(world, meeting, dora, eve, hal);
    expect(await meetings.presenceOf(meeting, dora)).to.equal(Presence.Member);
    expect(await meetings.presenceOf(meeting, hal)).to.equal(Presence.Officer);
    expect(await meetings.presenceOf(meeting, ann)).to.equal(Presence.None);
    const { present, participants } = await meetings.meetingAt(meeting);
    expect([present, participants]).to.deep.equal([2n, 3n]);
    await refused(checkIn(world, meeting, eve), meetings, "WrongPresence", meeting, eve);
    await install(world, operations, Office.Facilitator, ann);
    await checkIn(world, meeting, ann);
    expect(await meetings.presenceOf(meeting, ann)).to.equal(Presence.Officer);
  });

  it("R-MTG-5 ends for whoever leaves, and begins again for whoever comes back", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, operations, eve, gil, hal } = world;
    await install(world, operations, Office.Secretary, hal);
    await checkIn(world, meeting, hal);
    for (const person of [eve, hal]) await meetings.connect(person).checkOut(meeting);
    const { present, participants } = await meetings.meetingAt(meeting);
    expect([present, participants]).to.deep.equal([2n, 2n]);
    for (const person of [eve, hal, gil]) {
      const attempt = meetings.connect(person).checkOut(meeting);
      await refused(attempt, meetings, "WrongPresence", meeting, person);
    }
    await checkIn(world, meeting, eve);
    expect((await meetings.meetingAt(meeting)).participants).to.equal(3n);
  });

  it("R-MEM-7 R-MTG-5 each representative brings one guest, for one tension", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, circles, anchor, operations, kitchen, garden } = world;
    const { hal, gil, ann, cem, ida, zoe, dora } = world;
    await represented(world);
    await welcome(world, [ida]);
    const bring = async (by: Signer, guest: Signer, inner = kitchen, tension = "No oven") =>
      await meetings.connect(by).bringGuest(meeting, inner, guest, tension);
    await refused(bring(hal, cem), meetings, "WrongPresence", meeting, hal);
    await checkIn(world, meeting, hal);
    await refused(bring(hal, cem, kitchen, ""), meetings, "WrongLength", 0n);
    // Not a partner; somebody who is there; not of a circle that the caller represents, or that is not inside this one.
    await refused(bring(hal, zoe), meetings, "WrongGuest", meeting, zoe);
    await refused(bring(hal, dora), meetings, "WrongGuest", meeting, dora);
    await refused(bring(hal, cem, garden), meetings, "WrongGuest", meeting, cem);
    await refused(bring(dora, cem), meetings, "WrongGuest", meeting, cem);
    await represent(world, operations, gil);
    await checkIn(world, meeting, gil);
    expect(await circles.represents(operations, gil)).to.equal(true);
    await refused(bring(gil, cem, operations), meetings, "WrongGuest", meeting, cem);
    await bring(hal, cem);
    expect(await meetings.presenceOf(meeting, cem)).to.equal(Presence.Guest);
    const { present, participants } = await meetings.meetingAt(meeting);
    expect([present, participants]).to.deep.equal([5n, 6n]);
    await refused(bring(hal, ann), meetings, "WrongGuest", meeting, ann);
    await meetings.connect(hal).checkOut(meeting);
    await checkIn(world, meeting, hal);
    await refused(bring(hal, ann), meetings, "WrongGuest", meeting, ann);
    await refused(bring(cem, ann), meetings, "WrongPresence", meeting, cem);
    expect(await circles.circleOf(operations)).to.equal(anchor);
    await meetings.connect(cem).addItem(meeting, "No oven", 0n);
    const second = meetings.connect(cem).addItem(meeting, "No pans", 0n);
    await refused(second, meetings, "OneTension", meeting, cem);
    await meetings.connect(hal).addItem(meeting, "No pans", 0n);
    await meetings.connect(hal).addItem(meeting, "No pots", 0n);
    await meetings.connect(cem).checkOut(meeting);
    expect(await meetings.presenceOf(meeting, cem)).to.equal(Presence.None);
  });

  it("R-MEM-7 associates and agents are guests of no meeting, for they are members of nothing", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, partners, organisation, kitchen, hal, ann } = world;
    await represented(world);
    await checkIn(world, meeting, hal);
    const [associate, body, agent] = (await connection.ethers.getSigners()).slice(11) as [
      Signer,
      Signer,
      Signer,
    ];
    const invitations: [Signer, Invitation][] = [
      [associate, invitation(associate, PartnerKind.Associate)],
      [body, invitation(body, PartnerKind.Body)],
      [agent, invitation(agent, PartnerKind.Agent, ann)],
    ];
    for (const [person, invited] of invitations) {
      await partners.connect(ann).invite(organisation, invited);
      await partners.connect(person).agree(organisation, RULES, []);
    }
    for (const person of [associate, agent]) {
      const attempt = meetings.connect(hal).bringGuest(meeting, kitchen, person, "No oven");
      await refused(attempt, meetings, "WrongGuest", meeting, person);
    }
    await meetings.connect(hal).bringGuest(meeting, kitchen, body, "No oven");
  });

  it("R-MTG-8 ends when it was said, unless the secretary goes on and nobody minds", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, startsAt, endsAt, operations, dora, fay, eve, gil } = world;
    const refuse = meetings.connect(eve).refuseExtension(meeting);
    await refused(refuse, meetings, "WrongExtension", meeting);
    for (const person of [dora, eve, gil]) {
      const attempt = meetings.connect(person).extend(meeting, endsAt + HOUR);
      await refused(attempt, meetings, "NotSecretary", operations, person);
    }
    for (const wrong of [endsAt, endsAt + DAY + 1n]) {
      const attempt = meetings.connect(fay).extend(meeting, wrong);
      await refused(attempt, meetings, "WrongTimes", startsAt, wrong);
    }
    await meetings.connect(fay).extend(meeting, endsAt + DAY);
    expect(await meetings.endOf(meeting)).to.equal(endsAt + DAY);
    const again = meetings.connect(fay).extend(meeting, endsAt + HOUR);
    await refused(again, meetings, "WrongExtension", meeting);
    await nextAt(connection, endsAt + DAY - 1n);
    await checkIn(world, meeting, gil);
    await nextAt(connection, endsAt + DAY);
    await refused(meetings.connect(gil).checkOut(meeting), meetings, "WrongMoment", meeting);
  });

  it("R-MTG-8 ends when it was said, when a member who is there minds; also later, and at once", async () => {
    const world = await networkHelpers.loadFixture(begun);
    const { meetings, meeting, endsAt, operations, fay, eve, gil, hal } = world;
    await install(world, operations, Office.Facilitator, hal);
    await checkIn(world, meeting, hal);
    await meetings.connect(fay).extend(meeting, endsAt + HOUR);
    // Absent, or there and no member.
    for (const person of [gil, hal]) {
      const attempt = meetings.connect(person).refuseExtension(meeting);
      await refused(attempt, meetings, "WrongPresence", meeting, person);
    }
    const snapshot = await networkHelpers.takeSnapshot();
    await meetings.connect(eve).refuseExtension(meeting);
    expect(await meetings.endOf(meeting)).to.equal(endsAt);
    const twice = meetings.connect(fay).refuseExtension(meeting);
    await refused(twice, meetings, "WrongExtension", meeting);
    await nextAt(connection, endsAt);
    await refused(checkIn(world, meeting, gil), meetings, "WrongMoment", meeting);
    await snapshot.restore();
    await nextAt(connection, endsAt + 60n);
    await meetings.connect(eve).refuseExtension(meeting);
    await refused(checkIn(world, meeting, gil), meetings, "WrongMoment", meeting);
  });

  it("knows no meeting that was not called", async () => {
    const world = await networkHelpers.loadFixture(staffed);
    const { meetings, operations, fay } = world;
    const acts = ["checkIn", "checkOut", "cancel", "refuseExtension"] as const;
    for (const act of acts) {
      const attempt = meetings.connect(fay)[act](operations);
      await refused(attempt, meetings, "UnknownMeeting", operations);
    }
    expect(await meetings.endOf(operations)).to.equal(0n);
  });
});
