import { expect } from "chai";
import { network } from "hardhat";

import { configure, Flag } from "../helpers/changes.ts";
import {
  call,
  count,
  install,
  NOTICE,
  nominateAll,
  open,
  proposedPerson,
  Step,
  subject,
  TERM,
  Tie,
  WHY,
} from "../helpers/elections.ts";
import { Office } from "../helpers/office.ts";
import {
  enact,
  eventsOf,
  founded,
  type Signer,
  type Told,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, LAST_CALL, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** eve is proposed, with two nominations of four, and has said that she is willing. */
async function willing() {
  const world = await proposedPerson(connection);
  await world.elections.connect(world.eve).declareWillingness(world.id, true);
  return world;
}

/** The same, and fay objects. */
async function objected() {
  const world = await willing();
  await world.elections.connect(world.fay).object(world.id, WHY);
  return world;
}

/** What the events of an act say, but for the head before and the time. */
function said(told: Told[]): unknown[] {
  return told.map(({ name, subject: of, args }) => [name, of, args[3], ...[...args].slice(5)]);
}

function refusedStep(world: World, attempt: Promise<unknown>, id: bigint, step: bigint) {
  return refused(attempt, world.elections, "WrongStep", id, step);
}

function conclude(world: World & { id: bigint }) {
  return world.elections.connect(world.zoe).conclude(world.id);
}

describe("the objection round of an election", () => {
  it("R-ELE-8 confirms by each nominator, and concludes at once when all have", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { elections, offices, operations, id, dora, eve, fay, gil, zoe } = world;
    const confirm = (person: Signer) => elections.connect(person).confirm(id);
    const told = await eventsOf(world, confirm(dora));
    expect(said(told)).to.deep.equal([["CandidateConfirmed", id, dora.address]]);
    await refused(confirm(dora), elections, "AlreadyActed", id, dora);
    await refused(confirm(zoe), elections, "NotNominator", id, zoe);
    await confirm(eve);
    await confirm(fay);
    await refusedStep(world, conclude(world), id, Step.Consenting);
    await confirm(gil);
    const time = (await now(connection)) + 9n;
    await nextAt(connection, time);
    const events = await eventsOf(world, conclude(world));
    expect(events.map(({ name }) => name)).to.deep.equal(["Elected", "Installed"]);
    expect(said(events.slice(0, 1))).to.deep.equal([
      ["Elected", id, zoe.address, eve.address, time + TERM],
    ]);
    const [, installed] = events as [Told, Told];
    expect([...installed.args].slice(5)).to.deep.equal([
      ...[Office.Facilitator, 0n, eve.address, time + TERM],
    ]);
    expect(await offices.holderOf(operations, Office.Facilitator)).to.equal(eve.address);
    expect(await elections.stepOf(id)).to.equal(Step.Elected);
    await refusedStep(world, conclude(world), id, Step.Elected);
    await refusedStep(world, confirm(dora), id, Step.Elected);
  });

  it("R-ELE-8 R-ELE-9 concludes without who says nothing when the window is over, to the second", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { elections, id, fay, endsAt } = world;
    await nextAt(connection, endsAt - 1n);
    await refusedStep(world, conclude(world), id, Step.Consenting);
    const before = await networkHelpers.takeSnapshot();
    await nextAt(connection, endsAt - 1n);
    await elections.connect(fay).confirm(id);
    await before.restore();
    await nextAt(connection, endsAt - 1n);
    await elections.connect(fay).object(id, WHY);
    await before.restore();
    await nextAt(connection, endsAt);
    await refusedStep(world, elections.connect(fay).confirm(id), id, Step.Consenting);
    await refusedStep(world, elections.connect(fay).object(id, WHY), id, Step.Consenting);
    await conclude(world);
  });

  it("R-ELE-8 lapses one grace after the round, objections or not, to the second", async () => {
    for (const fixture of [willing, objected]) {
      const world = await networkHelpers.loadFixture(fixture);
      const { elections, id, eve, gil, endsAt, operations } = world;
      await goTo(connection, endsAt + GRACE - 1n);
      expect(await elections.stepOf(id)).to.equal(Step.Consenting);
      await refusedStep(world, conclude(world), id, Step.Lapsed);
      await refusedStep(
        world,
        elections.connect(eve).declareWillingness(id, true),
        id,
        Step.Lapsed,
      );
      await call(world, gil, subject(operations));
    }
  });

  it("R-ELE-8 an objection blocks, whatever becomes of its objector", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { elections, circles, id, dora, eve, fay, gil, kitchen, endsAt } = world;
    for (const person of [dora, eve, fay, gil]) await elections.connect(person).confirm(id);
    const told = await eventsOf(world, elections.connect(fay).object(id, WHY));
    expect(said(told)).to.deep.equal([["CandidateObjected", id, fay.address, WHY]]);
    // It voids the objector's own confirmation.
    const { acted, objections } = await elections.electionAt(id);
    expect([acted, objections]).to.deep.equal([3n, 1n]);
    await refusedStep(world, conclude(world), id, Step.Consenting);
    await refused(elections.connect(fay).confirm(id), elections, "WrongObjection", id, fay);
    await circles.connect(fay).resign(kitchen);
    await goTo(connection, endsAt);
    await refusedStep(world, conclude(world), id, Step.Consenting);
    await elections.connect(fay).withdrawCandidateObjection(id);
  });

  it("R-ELE-8 objects once each candidate, for a reason, by nominators alone", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, id, dora, fay, zoe, ann } = world;
    const object = (person: Signer, reason = WHY) => elections.connect(person).object(id, reason);
    await refused(object(fay), elections, "AlreadyActed", id, fay);
    await refused(object(dora, ""), elections, "WrongLength", 0n);
    for (const person of [zoe, ann]) {
      await refused(object(person), elections, "NotNominator", id, person);
    }
    await elections.connect(fay).withdrawCandidateObjection(id);
    await refused(object(fay), elections, "AlreadyActed", id, fay);
    // But confirm, who has taken it back.
    await elections.connect(fay).confirm(id);
    expect((await elections.electionAt(id)).acted).to.equal(1n);
  });

  it("R-ELE-8 is taken back by the objector alone; the last one leaves a last call of two days", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, id, dora, fay, gil, eve, endsAt } = world;
    const withdraw = (person: Signer) => elections.connect(person).withdrawCandidateObjection(id);
    await elections.connect(gil).object(id, WHY);
    for (const person of [dora, eve]) {
      await refused(withdraw(person), elections, "WrongObjection", id, person);
    }
    await goTo(connection, endsAt - 100n);
    const first = await eventsOf(world, withdraw(gil));
    expect(said(first)).to.deep.equal([["CandidateObjectionWithdrawn", id, gil.address, endsAt]]);
    await refused(withdraw(gil), elections, "WrongObjection", id, gil);
    const time = endsAt + 10n * DAY;
    await nextAt(connection, time);
    const last = await eventsOf(world, withdraw(fay));
    expect(said(last)).to.deep.equal([
      ["CandidateObjectionWithdrawn", id, fay.address, time + LAST_CALL],
    ]);
    await nextAt(connection, time + LAST_CALL - 1n);
    await refusedStep(world, conclude(world), id, Step.Consenting);
    const before = await networkHelpers.takeSnapshot();
    await nextAt(connection, time + LAST_CALL - 1n);
    await elections.connect(dora).object(id, WHY);
    await before.restore();
    await nextAt(connection, time + LAST_CALL);
    await conclude(world);
  });

  it("a last call never shortens the round", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, id, fay, endsAt } = world;
    await elections.connect(fay).withdrawCandidateObjection(id);
    expect((await elections.electionAt(id)).endsAt).to.equal(endsAt);
  });
});

describe("discarding a candidate", () => {
  it("R-ELE-8 ignores the nominations for them, and the count is brought again", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, operations, id, cem, dora, eve, fay, gil } = world;
    await install(world, operations, Office.Facilitator, cem);
    const time = (await now(connection)) + 9n;
    await nextAt(connection, time);
    const told = await eventsOf(world, elections.connect(cem).discard(id, "Not integrated"));
    expect(said(told)).to.deep.equal([
      ["CandidateDiscarded", id, cem.address, eve.address, "Not integrated"],
    ]);
    const stored = await elections.electionAt(id);
    const { step, round, candidate, willing: is, objections, discounted, acted, endsAt } = stored;
    expect([step, round, candidate, is, objections, discounted, acted, endsAt]).to.deep.equal([
      ...[Step.Counting, 1n, ethers.ZeroAddress, false, 0n, 2n, 0n, time + GRACE],
    ]);
    expect(await elections.isBarred(id, eve)).to.equal(false);
    await refused(count(world, id, [dora, eve, gil]), elections, "WrongCount", id);
    const [counted] = await eventsOf(world, await count(world, id, [dora, gil]));
    // dora and gil have one each.
    expect([...counted!.args].slice(6, 9)).to.deep.equal([1n, 2n, Tie.Random]);
    // In the new round everybody may object and confirm again, and nothing stands.
    const withdrawn = elections.connect(fay).withdrawCandidateObjection(id);
    await refused(withdrawn, elections, "WrongObjection", id, fay);
    await elections.connect(fay).object(id, WHY);
    await elections.connect(fay).withdrawCandidateObjection(id);
    for (const person of [dora, eve, fay, gil]) await elections.connect(person).confirm(id);
  });

  it("R-ELE-8 is the acting facilitator's, for a reason, while an objection stands", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { elections, operations, id, cem, dora, fay, gil } = world;
    await install(world, operations, Office.Facilitator, cem);
    const discard = (person: Signer, reason = WHY) => elections.connect(person).discard(id, reason);
    await refused(discard(cem), elections, "WrongObjection", id, cem);
    await elections.connect(fay).object(id, WHY);
    for (const person of [dora, fay, gil]) {
      await refused(discard(person), elections, "NotFacilitator", id, person);
    }
    await refused(discard(cem, ""), elections, "WrongLength", 0n);
    await discard(cem);
  });

  it("R-ELE-8 R-ELE-12 is not the candidate's, who acts as facilitator, but of who stands in", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, offices, operations, id, dora, eve } = world;
    await install(world, operations, Office.Facilitator, eve);
    const own = elections.connect(eve).discard(id, WHY);
    await refused(own, elections, "NotFacilitator", id, eve);
    await offices.connect(dora).standIn(elections, id, operations, Office.Facilitator);
    const { from } = await offices.standInOf(elections, id, operations, Office.Facilitator);
    await nextAt(connection, from - 1n);
    const early = elections.connect(dora).discard(id, WHY);
    await refused(early, elections, "NotFacilitator", id, dora);
    await nextAt(connection, from);
    await elections.connect(dora).discard(id, WHY);
  });

  it("R-ELE-8 is not the objector's, who acts as facilitator", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, operations, id, dora, fay } = world;
    await install(world, operations, Office.Facilitator, fay);
    await refused(elections.connect(fay).discard(id, WHY), elections, "NotFacilitator", id, fay);
    await install(world, operations, Office.Facilitator, dora);
    await elections.connect(dora).discard(id, WHY);
  });

  it("R-ELE-8 goes on until nobody is left, and then fails", async () => {
    const world = await networkHelpers.loadFixture(objected);
    const { elections, operations, id, cem, dora, fay, gil } = world;
    await install(world, operations, Office.Facilitator, cem);
    const left = [dora, gil];
    await elections.connect(cem).discard(id, WHY);
    for (;;) {
      const [counted] = await eventsOf(world, await count(world, id, left));
      const { candidate, round } = await elections.electionAt(id);
      expect(counted!.args[5]).to.equal(candidate);
      if (left.length === 0) break;
      left.splice(
        left.findIndex(({ address }) => address === candidate),
        1,
      );
      // fay's objection to who fell stands no more; it takes another.
      const attempt = elections.connect(cem).discard(id, WHY);
      await refused(attempt, elections, "WrongObjection", id, cem);
      await elections.connect(fay).object(id, WHY);
      await elections.connect(cem).discard(id, WHY);
      expect((await elections.electionAt(id)).round).to.equal(round + 1n);
    }
    expect(await elections.stepOf(id)).to.equal(Step.Failed);
    await call(world, gil, subject(operations));
  });
});

describe("a candidate's willingness", () => {
  it("is needed to conclude, and declared by the candidate alone", async () => {
    const world = await networkHelpers.loadFixture(proposedPerson);
    const { elections, id, eve, gil, zoe, endsAt } = world;
    await goTo(connection, endsAt);
    await refused(conclude(world), elections, "NotWilling", id, eve);
    for (const person of [gil, zoe]) {
      const attempt = elections.connect(person).declareWillingness(id, true);
      await refused(attempt, elections, "NotCandidate", id, person);
    }
    const told = await eventsOf(world, elections.connect(eve).declareWillingness(id, true));
    expect(said(told)).to.deep.equal([["WillingnessDeclared", id, eve.address, true]]);
    await conclude(world);
  });

  it("is given by having nominated oneself, or by being open to assignments", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve } = world;
    const id = await call(world, dora, subject(operations));
    await open(world, dora, id);
    await nominateAll(world, id, [[eve, eve]]);
    await count(world, id, [eve]);
    expect((await elections.electionAt(id)).willing).to.equal(true);

    const other = await networkHelpers.loadFixture(proposedPerson);
    await other.partners.connect(eve).declareOpenness(other.organisation, true);
    await goTo(connection, other.endsAt + NOTICE);
    const passed = other.elections.connect(dora).passOver(other.id);
    await refused(passed, other.elections, "NotPassedOver", other.id, eve);
    await conclude(other);
  });

  it("counts as openness stands when it is concluded", async () => {
    const world = await networkHelpers.loadFixture(proposedPerson);
    const { elections, partners, organisation, id, eve, endsAt } = world;
    await partners.connect(eve).declareOpenness(organisation, true);
    await goTo(connection, endsAt);
    await partners.connect(eve).declareOpenness(organisation, false);
    await refused(conclude(world), elections, "NotWilling", id, eve);
  });

  it("R-ELE-8 a no leaves the candidate out, also one who had said yes", async () => {
    for (const fixture of [proposedPerson, willing]) {
      const world = await networkHelpers.loadFixture(fixture);
      const { elections, id, eve, dora, gil } = world;
      const told = await eventsOf(world, elections.connect(eve).declareWillingness(id, false));
      expect(said(told)).to.deep.equal([["WillingnessDeclared", id, eve.address, false]]);
      expect(await elections.stepOf(id)).to.equal(Step.Counting);
      await refused(count(world, id, [eve, gil]), elections, "WrongCount", id);
      await count(world, id, [dora, gil]);
      expect(await elections.stepOf(id)).to.equal(Step.Consenting);
    }
  });

  it("has time until one notice after the round, to the second; then anybody passes over", async () => {
    const world = await networkHelpers.loadFixture(proposedPerson);
    const { elections, id, eve, zoe, endsAt } = world;
    const passOver = () => elections.connect(zoe).passOver(id);
    await refused(passOver(), elections, "NotPassedOver", id, eve);
    await nextAt(connection, endsAt + NOTICE - 1n);
    await refused(passOver(), elections, "NotPassedOver", id, eve);
    await nextAt(connection, endsAt + NOTICE);
    const told = await eventsOf(world, passOver());
    expect(said(told)).to.deep.equal([["CandidateDiscarded", id, zoe.address, eve.address, ""]]);
    expect(await elections.stepOf(id)).to.equal(Step.Counting);
  });

  it("passes nobody over who is willing", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { elections, id, eve, endsAt } = world;
    await goTo(connection, endsAt + NOTICE + DAY);
    const attempt = elections.connect(eve).passOver(id);
    await refused(attempt, elections, "NotPassedOver", id, eve);
  });

  it("R-ELE-2 passes over at once who is not eligible any more, and concludes nothing for them", async () => {
    for (const change of ["left the circle", "settings"] as const) {
      const world = await networkHelpers.loadFixture(founded);
      const { elections, circles, operations, dora, gil, garden } = world;
      const id = await call(world, gil, subject(operations));
      await open(world, gil, id);
      const person = change === "settings" ? dora : gil;
      await nominateAll(world, id, [[person, person]]);
      await count(world, id, [person]);
      await elections.connect(person).confirm(id);
      const early = elections.connect(person).passOver(id);
      await refused(early, elections, "NotPassedOver", id, person);
      if (change === "settings") {
        await enact(world, operations, [configure(0n, 0n, { flags: Flag.NoLeadFacilitator })]);
      } else {
        await circles.connect(gil).resign(garden);
      }
      await refused(conclude({ ...world, id }), elections, "NotEligible", id, person);
      await elections.connect(world.zoe).passOver(id);
      await count(world, id, []);
      expect(await elections.stepOf(id)).to.equal(Step.Failed);
    }
  });
});

describe("an election at an end", () => {
  it("refuses every act of another step", async () => {
    const world = await networkHelpers.loadFixture(proposedPerson);
    const { elections, id, eve, fay } = world;
    const acts = (step: bigint) =>
      [
        elections.connect(fay).open(id, TERM, Tie.Random),
        elections.connect(fay).nominate(id, ethers.id("a seal")),
        elections.connect(fay).share(id, eve, ethers.ZeroHash, WHY),
        elections.connect(fay).changeNomination(id, eve, WHY),
        elections.connect(fay).choose(id, eve),
        elections.connect(fay).count(id, []),
      ].map((attempt) => refusedStep(world, attempt, id, step));
    await Promise.all(acts(Step.Consenting));
    await elections.connect(eve).declareWillingness(id, false);
    for (const attempt of [
      elections.connect(fay).confirm(id),
      elections.connect(fay).object(id, WHY),
      elections.connect(fay).withdrawCandidateObjection(id),
      elections.connect(fay).discard(id, WHY),
      elections.connect(eve).declareWillingness(id, true),
      elections.connect(fay).passOver(id),
      elections.connect(fay).conclude(id),
    ]) {
      await refusedStep(world, attempt, id, Step.Counting);
    }
  });

  it("begins the term when it is concluded, however late", async () => {
    const world = await networkHelpers.loadFixture(willing);
    const { offices, operations, endsAt } = world;
    const time = endsAt + 20n * DAY;
    await nextAt(connection, time);
    await conclude(world);
    const { until } = await offices.tenureOf(operations, Office.Facilitator, 0n);
    expect(until).to.equal(time + TERM);
  });
});
