import { expect } from "chai";
import { network } from "hardhat";

import { configure, Flag, invitation, join, limitRole, PartnerKind } from "../helpers/changes.ts";
import {
  ascending,
  call,
  called,
  count,
  elect,
  install,
  NOTICE,
  nominate,
  nominateAll,
  open,
  opened,
  pass,
  Step,
  saltOf,
  sealOf,
  share,
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
  RULES,
  type Signer,
  seat,
  strangers,
  type Told,
  WINDOW,
  type World,
  welcome,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const { Facilitator, Secretary, Rep } = Office;

/** An election with all four nominations sealed. */
async function sealed() {
  const world = await opened(connection);
  const { id, dora, eve, fay, gil } = world;
  for (const person of [dora, eve, fay, gil]) await nominate(world, id, person, eve);
  const { endsAt } = await world.elections.electionAt(id);
  return { ...world, endsAt };
}

/** An election with all four nominations opened: two for eve, one each for fay and gil. */
async function shared() {
  const world = await opened(connection);
  const { id, dora, eve, fay, gil } = world;
  const ballots = [
    [dora, eve],
    [eve, fay],
    [fay, gil],
    [gil, eve],
  ] as const;
  for (const [by, nominee] of ballots) await nominate(world, id, by, nominee);
  for (const [by, nominee] of ballots) await share(world, id, by, nominee);
  const { endsAt } = await world.elections.electionAt(id);
  return { ...world, endsAt };
}

/** What the events of an act say, but for the head before and the time. */
function said(told: Told[]): unknown[] {
  return told.map(({ name, subject: of, args }) => [name, of, args[3], ...[...args].slice(5)]);
}

function refusedStep(world: World, attempt: Promise<unknown>, id: bigint, step: bigint) {
  return refused(attempt, world.elections, "WrongStep", id, step);
}

describe("calling an election", () => {
  it("R-ELE-1 is any member's, for each office, at any time, and is told", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve, fay, gil } = world;
    // Also in the middle of a term.
    await install(world, operations, Facilitator, eve);
    for (const [person, office] of [
      [dora, Facilitator],
      [gil, Secretary],
      [fay, Rep],
    ] as const) {
      const what = subject(operations, { office });
      const time = (await now(connection)) + 9n;
      await nextAt(connection, time);
      const told = await eventsOf(world, elections.connect(person).call(what, "She is away"));
      const [{ subject: id, args }] = told as [Told];
      expect([args[3], [...args[5]], ...[...args].slice(6)]).to.deep.equal([
        person.address,
        Object.values(what),
        ...[time + NOTICE, "She is away"],
      ]);
      expect(await elections.stepOf(id)).to.equal(Step.Called);
      expect(await elections.lastElectionOf(what)).to.equal(id);
      expect([...(await elections.subjectOf(id))]).to.deep.equal(Object.values(what));
      const stored = await elections.electionAt(id);
      expect([stored.endsAt, stored.notice]).to.deep.equal([time + NOTICE, NOTICE]);
    }
  });

  it("R-ELE-1 is nobody else's while the term lasts, or there is none", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, ann, cem, hal, zoe, eve } = world;
    const what = subject(operations);
    await install(world, operations, Facilitator, eve, { until: 0n });
    await install(world, operations, Secretary, eve);
    for (const person of [ann, cem, hal, zoe]) {
      for (const office of [Facilitator, Secretary]) {
        const attempt = elections.connect(person).call({ ...what, office }, "");
        await refused(attempt, elections, "NotMember", operations, person);
      }
    }
  });

  it("R-ELE-10 is anybody's from the second on in which the term ends; the incumbent stays until replaced", async () => {
    for (const late of [-1n, 0n]) {
      const world = await networkHelpers.loadFixture(founded);
      const { elections, offices, operations, eve, zoe, fay, dora } = world;
      const until = (await now(connection)) + 40n * DAY;
      await install(world, operations, Secretary, eve, { until });
      const what = subject(operations, { office: Secretary });
      await nextAt(connection, until + late);
      const attempt = elections.connect(zoe).call(what, "The term is over");
      if (late < 0n) {
        await refused(attempt, elections, "NotMember", operations, zoe);
        continue;
      }
      await attempt;
      // Another office has another term.
      const other = elections.connect(zoe).call(subject(operations), "");
      await refused(other, elections, "NotMember", operations, zoe);
      expect(await offices.holderOf(operations, Secretary)).to.equal(eve.address);
      await goTo(connection, until + 10n * DAY);
      expect(await offices.holderOf(operations, Secretary)).to.equal(eve.address);
      const id = await elections.lastElectionOf(what);
      await open(world, fay, id);
      await nominateAll(world, id, [[dora, dora]]);
      await count(world, id, [dora]);
      expect(await offices.holderOf(operations, Secretary)).to.equal(eve.address);
      await pass(world, id);
      await elections.connect(zoe).conclude(id);
      expect(await offices.holderOf(operations, Secretary)).to.equal(dora.address);
    }
  });

  it("R-ELE-10 R-MEM-4 keeps a representative whose term is over at the table", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, elections, operations, anchor, eve, zoe } = world;
    const until = (await now(connection)) + 40n * DAY;
    await install(world, operations, Rep, eve, { until });
    await goTo(connection, until + 400n * DAY);
    expect((await circles.standing(anchor, eve, operations)).inRole).to.equal(true);
    await elections.connect(zoe).call(subject(operations, { office: Rep }), "It is over");
  });

  it("is about one thing at a time, until that election is over", async () => {
    const world = await networkHelpers.loadFixture(called);
    const { elections, operations, eve, gil, id, opensFrom } = world;
    const again = () => elections.connect(gil).call(subject(operations), "Again");
    await refused(again(), elections, "ElectionRunning", id);
    // About something else there may be another.
    await call(world, gil, subject(operations, { office: Secretary }));
    await call(world, eve, subject(operations, { office: Rep }));
    await nextAt(connection, opensFrom + GRACE - 1n);
    await refused(again(), elections, "ElectionRunning", id);
    await nextAt(connection, opensFrom + GRACE);
    await again();
    expect(await elections.lastElectionOf(subject(operations))).not.to.equal(id);
  });

  it("R-MEM-5 is about an office, or a role, that is elected here", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, circles, anchor, operations, kitchen, council, eve, ann, fay } = world;
    const wrong = async (by: Signer, what: ReturnType<typeof subject>) =>
      await refused(elections.connect(by).call(what, ""), elections, "WrongSubject", what.circle);
    await wrong(eve, subject(operations, { index: 1n }));
    await wrong(eve, subject(operations, { office: Secretary, index: 1n }));
    await wrong(eve, subject(operations, { office: Rep, index: 1n }));
    await wrong(ann, subject(anchor, { office: Rep }));
    await wrong(eve, subject(operations, { replaced: eve }));
    await wrong(eve, subject(operations, { role: kitchen }));
    const unknown = join(world.organisation, 4000n);
    const attempt = elections.connect(eve).call(subject(unknown), "");
    await refused(attempt, circles, "UnknownRole", unknown);

    await enact(world, operations, [configure(0n, 0n, { flags: Flag.Elective })]);
    await wrong(eve, subject(operations, { role: council }));
    await wrong(eve, subject(operations, { role: operations }));
    await wrong(eve, subject(operations, { role: kitchen, index: 1n }));
    await wrong(eve, subject(operations, { role: kitchen, office: Secretary }));
    await wrong(eve, subject(operations, { role: kitchen, replaced: world.gil }));
    const gone = elections.connect(eve).call(subject(operations, { role: unknown }), "");
    await refused(gone, circles, "UnknownRole", unknown);
    await call(world, eve, subject(operations, { role: kitchen, replaced: fay }));

    // As many representatives as the anchor has places for.
    const named = { admission: council, assigner: council };
    const { revision } = await world.structure.settingsOf(anchor);
    await enact(world, anchor, [configure(0n, revision, { reps: 2n, ...named })]);
    await call(world, eve, subject(operations, { office: Rep, index: 1n }));
    await wrong(eve, subject(operations, { office: Rep, index: 2n }));
  });

  it("R-ELE-11 elects no representative where somebody appoints them, but facilitator and secretary even so", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, kitchen, eve } = world;
    await enact(world, operations, [configure(0n, 0n, { appointer: kitchen })]);
    const attempt = elections.connect(eve).call(subject(operations, { office: Rep }), "");
    await refused(attempt, elections, "WrongSubject", operations);
    await call(world, eve, subject(operations));
    await call(world, eve, subject(operations, { office: Secretary }));
  });

  it("takes a reason of 4,096 bytes at most", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, eve } = world;
    const attempt = elections.connect(eve).call(subject(operations), "x".repeat(4097));
    await refused(attempt, elections, "WrongLength", 4097n);
    await elections.connect(eve).call(subject(operations), "");
  });
});

describe("opening an election", () => {
  it("R-ELE-3 states the term and how a tie is broken before anybody nominates", async () => {
    const world = await networkHelpers.loadFixture(called);
    const { elections, operations, id, eve, fay } = world;
    await install(world, operations, Facilitator, eve);
    await refusedStep(world, nominate(world, id, fay, eve), id, Step.Called);
    const time = (await now(connection)) + 9n;
    await nextAt(connection, time);
    const told = await eventsOf(world, elections.connect(eve).open(id, 40n * DAY, Tie.Choosers));
    expect(said(told)).to.deep.equal([
      ["Opened", id, eve.address, 40n * DAY, Tie.Choosers, 4n, time + WINDOW],
    ]);
    const { step, term, tie, expected, endsAt, window } = await elections.electionAt(id);
    expect([step, term, tie, expected, endsAt, window]).to.deep.equal([
      ...[Step.Sealing, 40n * DAY, Tie.Choosers, 4n],
      ...[time + WINDOW, WINDOW],
    ]);
    // Once.
    const again = elections.connect(eve).open(id, 50n * DAY, Tie.Random);
    await refusedStep(world, again, id, Step.Sealing);
    await nominate(world, id, fay, eve);
  });

  it("R-ELE-3 asks for a term of 30 days to 5 years", async () => {
    for (const [term, right] of [
      [30n * DAY - 1n, false],
      [30n * DAY, true],
      [5n * 365n * DAY, true],
      [5n * 365n * DAY + 1n, false],
    ] as const) {
      const world = await networkHelpers.loadFixture(called);
      const { elections, operations, id, eve } = world;
      await install(world, operations, Facilitator, eve);
      const attempt = elections.connect(eve).open(id, term, Tie.Random);
      if (right) await attempt;
      else await refused(attempt, elections, "TermOutOfBounds", term);
    }
  });

  it("R-ELE-3 is the facilitator's, and after the notice any member's, to the second", async () => {
    const world = await networkHelpers.loadFixture(called);
    const { elections, operations, id, opensFrom, eve, gil, ann, hal } = world;
    const attempt = (by: Signer) => elections.connect(by).open(id, TERM, Tie.Random);
    for (const person of [eve, gil, ann]) {
      await refused(attempt(person), elections, "NotFacilitator", id, person);
    }
    // Also a facilitator who is no member.
    await install(world, operations, Facilitator, hal);
    await nextAt(connection, opensFrom - 1n);
    await refused(attempt(gil), elections, "NotFacilitator", id, gil);
    await nextAt(connection, opensFrom);
    await refused(attempt(ann), elections, "NotFacilitator", id, ann);
    const before = await networkHelpers.takeSnapshot();
    await attempt(hal);
    await before.restore();
    await attempt(gil);
    expect(await elections.stepOf(id)).to.equal(Step.Sealing);
  });

  it("R-ELE-12 is also whoever's who stands in for the facilitator, after the notice", async () => {
    const world = await networkHelpers.loadFixture(called);
    const { elections, offices, operations, id, opensFrom, fay, hal, eve } = world;
    await install(world, operations, Facilitator, eve);
    await offices.connect(eve).nameSurrogate(operations, Facilitator, hal);
    await offices.connect(hal).standIn(elections, id, operations, Facilitator);
    const { from } = await offices.standInOf(elections, id, operations, Facilitator);
    expect(from > opensFrom).to.equal(true);
    await nextAt(connection, from - 1n);
    const early = elections.connect(hal).open(id, TERM, Tie.Random);
    await refused(early, elections, "NotFacilitator", id, hal);
    await nextAt(connection, from);
    await elections.connect(hal).open(id, TERM, Tie.Random);
    await nominate(world, id, fay, eve);
  });

  it("is over one grace after it could be opened by anybody", async () => {
    const world = await networkHelpers.loadFixture(called);
    const { elections, id, opensFrom, gil } = world;
    await goTo(connection, opensFrom + GRACE - 1n);
    expect(await elections.stepOf(id)).to.equal(Step.Called);
    await goTo(connection, opensFrom + GRACE);
    expect(await elections.stepOf(id)).to.equal(Step.Lapsed);
    const attempt = elections.connect(gil).open(id, TERM, Tie.Random);
    await refusedStep(world, attempt, id, Step.Lapsed);
    expect(await elections.stepOf(id + 1n)).to.equal(Step.None);
    const unknown = elections.connect(gil).open(id + 1n, TERM, Tie.Random);
    await refused(unknown, elections, "UnknownElection", id + 1n);
  });
});

describe("nominating", () => {
  it("R-ELE-4 each member nominates once, sealed, under their own name", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, operations, id, dora, eve, ann, hal } = world;
    const seal = await sealOf(world, id, dora, eve);
    const told = await eventsOf(world, elections.connect(dora).nominate(id, seal));
    expect(said(told)).to.deep.equal([["Nominated", id, dora.address, seal]]);
    expect([...(await elections.nominationOf(id, dora))]).to.deep.equal([seal, ethers.ZeroAddress]);
    expect(await elections.nominationsFor(id, eve)).to.equal(0n);
    const again = nominate(world, id, dora, dora);
    await refused(again, elections, "AlreadyActed", id, dora);
    for (const person of [ann, hal]) {
      const attempt = nominate(world, id, person, eve);
      await refused(attempt, elections, "NotMember", operations, person);
    }
    const empty = elections.connect(eve).nominate(id, ethers.ZeroHash);
    await refused(empty, elections, "WrongSeal", id, eve);
  });

  it("R-ELE-4 takes nominations until the window ends, to the second, or all have nominated", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, id, dora, eve, fay, gil, endsAt } = world;
    const start = await networkHelpers.takeSnapshot();
    await nextAt(connection, endsAt - 1n);
    await nominate(world, id, dora, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Sealing);
    await nextAt(connection, endsAt);
    await refusedStep(world, nominate(world, id, fay, eve), id, Step.Sharing);
    await start.restore();
    for (const person of [dora, eve, fay]) await nominate(world, id, person, eve);
    await refusedStep(world, share(world, id, dora, eve), id, Step.Sealing);
    await nominate(world, id, gil, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Sharing);
    const stored = await elections.electionAt(id);
    expect([stored.endsAt, stored.seals]).to.deep.equal([(await now(connection)) + NOTICE, 4n]);
  });

  it("R-ELE-4 waits out the window when the circle is not the same any more", async () => {
    for (const change of ["joined", "left", "swapped"] as const) {
      const world = await networkHelpers.loadFixture(opened);
      const { elections, circles, id, dora, eve, fay, gil, hal, garden, endsAt } = world;
      const nominators = [dora, eve, fay, gil];
      for (const person of nominators.slice(0, 3)) await nominate(world, id, person, eve);
      if (change !== "joined") await circles.connect(fay).resign(world.kitchen);
      if (change !== "left") await seat(world, dora, garden, hal);
      await nominate(world, id, gil, eve);
      expect(await elections.stepOf(id), change).to.equal(Step.Sealing);
      // Whoever came nominates too.
      if (change !== "left") await nominate(world, id, hal, eve);
      expect(await elections.stepOf(id), change).to.equal(Step.Sealing);
      await goTo(connection, endsAt);
      expect(await elections.stepOf(id), change).to.equal(Step.Sharing);
      // Whoever left has the say that was sealed.
      await share(world, id, fay, eve);
    }
  });

  it("R-ELE-9 fails when nobody nominates", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, operations, id, dora, endsAt } = world;
    await goTo(connection, endsAt - 1n);
    expect(await elections.stepOf(id)).to.equal(Step.Sealing);
    await goTo(connection, endsAt);
    expect(await elections.stepOf(id)).to.equal(Step.Failed);
    await refusedStep(world, nominate(world, id, dora, dora), id, Step.Failed);
    // Another one may be called.
    await call(world, dora, subject(operations));
  });
});

describe("opening nominations", () => {
  it("R-ELE-4 R-ELE-5 tells who nominated whom, why, and counts it", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, dora, eve } = world;
    const told = await eventsOf(world, share(world, id, dora, eve));
    expect(said(told)).to.deep.equal([
      ["Shared", id, dora.address, eve.address, saltOf(dora, id), WHY],
    ]);
    expect([...(await elections.nominationOf(id, dora))]).to.deep.equal([
      ethers.ZeroHash,
      eve.address,
    ]);
    expect(await elections.nominationsFor(id, eve)).to.equal(1n);
    const again = share(world, id, dora, eve);
    await refused(again, elections, "AlreadyActed", id, dora);
  });

  it("R-ELE-5 gives a reason, and none before", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, dora, eve } = world;
    await refused(share(world, id, dora, eve, ""), elections, "WrongLength", 0n);
    const long = share(world, id, dora, eve, "x".repeat(4097));
    await refused(long, elections, "WrongLength", 4097n);
    await share(world, id, dora, eve, "x".repeat(4096));
  });

  it("R-ELE-4 opens what was sealed and nothing else", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, dora, eve, gil } = world;
    const attempt = (nominee: Signer, salt: string) =>
      elections.connect(dora).share(id, nominee, salt, WHY);
    await refused(attempt(gil, saltOf(dora, id)), elections, "WrongSeal", id, dora);
    await refused(attempt(eve, saltOf(gil, id)), elections, "WrongSeal", id, dora);
  });

  it("R-ELE-4 a seal that was copied opens nothing: not for another person, election, contract or chain", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, operations, id, dora, eve, fay, gil } = world;
    const seal = await sealOf(world, id, dora, eve);
    await elections.connect(dora).nominate(id, seal);
    await elections.connect(fay).nominate(id, seal);
    const other = await call(world, gil, subject(operations, { office: Secretary }));
    await open(world, gil, other);
    // What dora sealed in one election she cannot open in another.
    await elections.connect(dora).nominate(other, seal);
    // Seals for another contract and another chain.
    const types = ["uint256", "address", "uint64", "address", "address", "bytes32"];
    const salt = saltOf(gil, id);
    const { chainId } = await ethers.provider.getNetwork();
    const encode = (chain: bigint, contract: string, by: Signer) =>
      ethers.keccak256(
        ethers.AbiCoder.defaultAbiCoder().encode(types, [
          ...[chain, contract, id, by.address, eve.address, salt],
        ]),
      );
    const here = await elections.getAddress();
    const there = await world.offices.getAddress();
    await elections.connect(gil).nominate(id, encode(chainId + 1n, here, gil));
    await elections.connect(eve).nominate(id, encode(chainId, there, eve));
    for (const [person, used] of [
      [fay, saltOf(dora, id)],
      [gil, salt],
      [eve, salt],
    ] as const) {
      const attempt = elections.connect(person).share(id, eve, used, WHY);
      await refused(attempt, elections, "WrongSeal", id, person);
    }
    await share(world, id, dora, eve);
    await pass(world, other);
    const twice = elections.connect(dora).share(other, eve, saltOf(dora, id), WHY);
    await refused(twice, elections, "WrongSeal", other, dora);
  });

  it("R-ELE-9 is for whoever sealed one, until the notice ends, to the second", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, id, dora, eve, fay, gil, endsAt } = world;
    await nominate(world, id, dora, eve);
    await nominate(world, id, eve, eve);
    await nominate(world, id, fay, eve);
    await goTo(connection, endsAt);
    // gil sealed nothing.
    await refused(share(world, id, gil, eve), elections, "NotNominator", id, gil);
    await share(world, id, dora, eve);
    expect((await elections.electionAt(id)).endsAt).to.equal(endsAt + NOTICE);
    await nextAt(connection, endsAt + NOTICE - 1n);
    await share(world, id, eve, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Sharing);
    await nextAt(connection, endsAt + NOTICE);
    await refusedStep(world, share(world, id, fay, eve), id, Step.Changing);
  });

  it("R-ELE-9 leaves whoever sealed and opened nothing out of the rest", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, dora, eve, fay, gil, endsAt } = world;
    for (const person of [dora, eve]) await share(world, id, person, eve);
    await goTo(connection, endsAt);
    for (const person of [fay, gil]) {
      const attempt = elections.connect(person).changeNomination(id, eve, WHY);
      await refused(attempt, elections, "NotNominator", id, person);
    }
    // Two nominators are all that are waited for.
    await elections.connect(dora).changeNomination(id, eve, WHY);
    await elections.connect(eve).changeNomination(id, eve, WHY);
    await count(world, id, [eve]);
    for (const person of [fay, gil]) {
      const confirm = elections.connect(person).confirm(id);
      await refused(confirm, elections, "NotNominator", id, person);
      const object = elections.connect(person).object(id, WHY);
      await refused(object, elections, "NotNominator", id, person);
    }
    for (const person of [dora, eve]) await elections.connect(person).confirm(id);
    await elections.connect(gil).conclude(id);
  });

  it("R-ELE-9 fails when nobody opens a nomination", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, endsAt } = world;
    await goTo(connection, endsAt - 1n);
    expect(await elections.stepOf(id)).to.equal(Step.Sharing);
    await goTo(connection, endsAt);
    expect(await elections.stepOf(id)).to.equal(Step.Failed);
  });

  it("ends at once when everybody has opened theirs", async () => {
    const world = await networkHelpers.loadFixture(sealed);
    const { elections, id, dora, eve, fay, gil } = world;
    for (const person of [dora, eve, fay]) await share(world, id, person, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Sharing);
    await share(world, id, gil, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Changing);
    const { endsAt } = await elections.electionAt(id);
    expect(endsAt).to.equal((await now(connection)) + NOTICE);
  });
});

describe("who may be elected", () => {
  /** An election that nominates whoever is asked about, by dora. */
  async function asks(world: World, what: ReturnType<typeof subject>, people: Signer[]) {
    const { elections, dora } = world;
    const id = await call(world, dora, what);
    await open(world, dora, id);
    const eligible: boolean[] = [];
    const before = await networkHelpers.takeSnapshot();
    for (const person of people) {
      await nominate(world, id, dora, person);
      await pass(world, id);
      try {
        await share(world, id, dora, person);
        eligible.push(true);
      } catch {
        await refused(share(world, id, dora, person), elections, "NotEligible", id, person);
        eligible.push(false);
      }
      await before.restore();
    }
    return eligible;
  }

  it("R-ELE-2 facilitator and secretary are members, its lead too", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { operations, dora, eve, gil, ann, hal, ida, zoe } = world;
    for (const office of [Facilitator, Secretary]) {
      const people = [dora, eve, gil, ann, hal, ida, zoe];
      const answer = [true, true, true, false, false, false, false];
      expect(await asks(world, subject(operations, { office }), people)).to.deep.equal(answer);
    }
  });

  it("R-ELE-2 settings widen that to any partner who can be a member, and narrow it by the lead", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { operations, partners, organisation, dora, eve, ann, hal, ida, zoe } = world;
    const [associate, agent] = (await ethers.getSigners()).slice(11, 13) as unknown as [
      Signer,
      Signer,
    ];
    for (const [person, kind, custodian] of [
      [associate, PartnerKind.Associate, ethers.ZeroAddress],
      [agent, PartnerKind.Agent, eve],
    ] as const) {
      await partners.connect(ann).invite(organisation, invitation(person, kind, custodian));
      await partners.connect(person).agree(organisation, RULES, []);
    }
    const flags = Flag.AnyPartner | Flag.NoLeadFacilitator;
    await enact(world, operations, [configure(0n, 0n, { flags })]);
    const people = [dora, eve, ann, hal, ida, zoe, associate, agent];
    const widened = [true, true, true, true, false, false, false, false];
    const what = subject(operations, { office: Secretary });
    expect(await asks(world, what, people)).to.deep.equal(widened);
    expect(await asks(world, subject(operations), people)).to.deep.equal([
      false,
      ...widened.slice(1),
    ]);
    // A representative stays a member.
    const rep = subject(operations, { office: Rep });
    expect(await asks(world, rep, people.slice(0, 4))).to.deep.equal([false, true, false, false]);
  });

  it("R-ELE-2 R-MEM-5 a lead does not represent the circle, nor does anybody twice", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { operations, anchor, council, dora, eve, fay, gil, hal } = world;
    const named = { admission: council, assigner: council };
    const { revision } = await world.structure.settingsOf(anchor);
    await enact(world, anchor, [configure(0n, revision, { reps: 2n, ...named })]);
    await install(world, operations, Rep, eve);
    await install(world, operations, Rep, fay, { index: 1n });
    const people = [dora, eve, fay, gil, hal];
    // Whoever holds this very place may go on.
    const first = await asks(world, subject(operations, { office: Rep }), people);
    expect(first).to.deep.equal([false, true, false, true, false]);
    const second = await asks(world, subject(operations, { office: Rep, index: 1n }), people);
    expect(second).to.deep.equal([false, false, true, true, false]);
  });
});

describe("the change round", () => {
  it("R-ELE-6 each nominator changes once, or keeps, with a reason", async () => {
    const world = await networkHelpers.loadFixture(shared);
    const { elections, id, dora, eve, fay, gil, zoe } = world;
    const change = (by: Signer, nominee: Signer, reason = WHY) =>
      elections.connect(by).changeNomination(id, nominee, reason);
    await refused(change(fay, eve, ""), elections, "WrongLength", 0n);
    await refused(change(zoe, eve), elections, "NotNominator", id, zoe);
    await refused(change(fay, zoe), elections, "NotEligible", id, zoe);
    const told = await eventsOf(world, change(fay, eve));
    expect(said(told)).to.deep.equal([["NominationChanged", id, fay.address, eve.address, WHY]]);
    expect(await elections.nominationsFor(id, eve)).to.equal(3n);
    expect(await elections.nominationsFor(id, gil)).to.equal(0n);
    expect((await elections.nominationOf(id, fay)).nominee).to.equal(eve.address);
    await refused(change(fay, gil), elections, "AlreadyActed", id, fay);
    // Keeping is acting too.
    await change(dora, eve);
    expect(await elections.nominationsFor(id, eve)).to.equal(3n);
    await refused(change(dora, gil), elections, "AlreadyActed", id, dora);
    await change(eve, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Changing);
    await change(gil, eve);
    expect(await elections.stepOf(id)).to.equal(Step.Counting);
  });

  it("R-ELE-6 lasts one notice, to the second; silence keeps what was said", async () => {
    const world = await networkHelpers.loadFixture(shared);
    const { elections, id, dora, eve, fay, gil, endsAt } = world;
    await refusedStep(world, count(world, id, [eve, fay, gil]), id, Step.Changing);
    await nextAt(connection, endsAt - 1n);
    await elections.connect(fay).changeNomination(id, eve, WHY);
    await nextAt(connection, endsAt);
    const late = elections.connect(dora).changeNomination(id, fay, WHY);
    await refusedStep(world, late, id, Step.Counting);
    await count(world, id, [eve, fay]);
    expect((await elections.electionAt(id)).candidate).to.equal(eve.address);
  });

  it("keeps a nomination for somebody who is not eligible any more", async () => {
    const world = await networkHelpers.loadFixture(shared);
    const { elections, circles, id, fay, gil, garden } = world;
    await circles.connect(gil).resign(garden);
    await elections.connect(fay).changeNomination(id, gil, "All the same");
    expect(await elections.nominationsFor(id, gil)).to.equal(1n);
  });
});

describe("time in an election", () => {
  it("carries it through every step that nobody acts in", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, id, dora, eve, fay, endsAt } = world;
    await nominate(world, id, dora, eve);
    await nominate(world, id, fay, fay);
    const step = async (time: bigint) => {
      await goTo(connection, time);
      return await elections.stepOf(id);
    };
    expect(await step(endsAt)).to.equal(Step.Sharing);
    await share(world, id, dora, eve);
    for (const [time, expected] of [
      [endsAt + NOTICE - 1n, Step.Sharing],
      [endsAt + NOTICE, Step.Changing],
      [endsAt + 2n * NOTICE - 1n, Step.Changing],
      [endsAt + 2n * NOTICE, Step.Counting],
      [endsAt + 2n * NOTICE + GRACE - 1n, Step.Counting],
      [endsAt + 2n * NOTICE + GRACE, Step.Lapsed],
    ] as const) {
      expect(await step(time)).to.equal(expected);
    }
    await refusedStep(world, count(world, id, [eve]), id, Step.Lapsed);
    await call(world, dora, subject(world.operations));
  });

  it("P11 what an opening fixed, settings that change later do not change", async () => {
    const world = await networkHelpers.loadFixture(opened);
    const { elections, id, operations, dora, eve, endsAt } = world;
    const other = { window: 20n * DAY, notice: 9n * DAY };
    await enact(world, operations, [configure(0n, 0n, other)]);
    await nominate(world, id, dora, eve);
    await goTo(connection, endsAt);
    await share(world, id, dora, eve);
    expect((await elections.electionAt(id)).endsAt).to.equal((await now(connection)) + NOTICE);
    await elections.connect(dora).changeNomination(id, eve, WHY);
    await count(world, id, [eve]);
    expect((await elections.electionAt(id)).endsAt).to.equal((await now(connection)) + WINDOW);
  });

  it("R-ELE-9 has its windows where silence is no consent too", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve } = world;
    await enact(world, operations, [
      configure(0n, 0n, { flags: Flag.Windowless, window: 7n * DAY }),
    ]);
    const id = await call(world, dora, subject(operations));
    await open(world, dora, id);
    const { endsAt } = await elections.electionAt(id);
    expect(endsAt).to.equal((await now(connection)) + 7n * DAY);
    await nominateAll(world, id, [[dora, eve]]);
    await count(world, id, [eve]);
    await elections.connect(eve).declareWillingness(id, true);
    await pass(world, id);
    await elections.connect(dora).conclude(id);
  });
});

describe("bringing the count", () => {
  /** Nominators and how many each of the first few people has: 3, 2, 1, 1. */
  async function counting() {
    const world = await founded(connection);
    const extra = await strangers(connection, 4);
    await welcome(world, extra);
    for (const person of extra) await seat(world, world.dora, world.garden, person);
    const { dora, eve, fay, gil, operations } = world;
    const id = await call(world, dora, subject(operations));
    await open(world, dora, id);
    const [kim, lea, max] = extra as [Signer, Signer, Signer, Signer];
    await nominateAll(world, id, [
      [dora, eve],
      [eve, fay],
      [fay, eve],
      [gil, eve],
      [kim, fay],
      [lea, gil],
      [max, dora],
    ]);
    return { ...world, id, kim };
  }

  it("R-ELE-7 proposes whoever has most, and tells with how many", async () => {
    const world = await networkHelpers.loadFixture(counting);
    const { elections, id, dora, eve, fay, gil, zoe } = world;
    const time = (await now(connection)) + 9n;
    await nextAt(connection, time);
    const told = await eventsOf(world, count(world, id, [dora, eve, fay, gil]));
    expect(said(told)).to.deep.equal([
      ["Counted", id, zoe.address, eve.address, 3n, 1n, Tie.Random, time + WINDOW],
    ]);
    const { step, candidate, endsAt } = await elections.electionAt(id);
    expect([step, candidate, endsAt]).to.deep.equal([Step.Consenting, eve.address, time + WINDOW]);
    expect(await elections.isBarred(id, eve)).to.equal(true);
    expect(await elections.isBarred(id, fay)).to.equal(false);
    expect(await elections.isBarred(id, ethers.ZeroAddress)).to.equal(false);
    await refusedStep(world, count(world, id, [eve]), id, Step.Consenting);
  });

  it("R-ELE-7 needs no more than makes sure that nobody left out comes as far", async () => {
    for (const [names, right] of [
      // 3 of 7 listed: four unlisted could all be for one.
      [["eve"], false],
      // 5 of 7: two unlisted are fewer than three.
      [["eve", "fay"], true],
      // 4 of 7: three unlisted could be as many.
      [["eve", "gil"], false],
      [["eve", "gil", "dora"], true],
      // Without the first nobody can be sure.
      [["fay", "gil", "dora"], false],
      [["fay"], false],
      [[], false],
    ] as const) {
      const world = await networkHelpers.loadFixture(counting);
      const { elections, id } = world;
      const people = names.map((name) => world[name]);
      if (right) await count(world, id, people);
      else await refused(count(world, id, people), elections, "WrongCount", id);
      if (right) {
        expect((await elections.electionAt(id)).candidate).to.equal(world.eve.address);
      }
    }
  });

  it("R-ELE-7 takes people in ascending order, once each, who were nominated", async () => {
    const world = await networkHelpers.loadFixture(counting);
    const { elections, id, dora, eve, fay, gil, kim, zoe } = world;
    const order = ascending([dora, eve, fay, gil]);
    const attempt = (list: string[]) => elections.connect(zoe).count(id, list);
    for (const list of [
      order.toReversed(),
      [order[0]!, ...order],
      [...order, order[3]!],
      ascending([dora, eve, fay, gil, kim]),
      [ethers.ZeroAddress, ...order],
    ]) {
      await refused(attempt(list), elections, "WrongCount", id);
    }
    await attempt(order);
  });

  it("has one grace to be brought, to the second", async () => {
    const world = await networkHelpers.loadFixture(counting);
    const { elections, id, eve, fay } = world;
    // Nobody has acted since the change round, which time has ended.
    const { endsAt, step } = await elections.electionAt(id);
    expect(step).to.equal(Step.Changing);
    await nextAt(connection, endsAt + GRACE - 1n);
    const before = await networkHelpers.takeSnapshot();
    await count(world, id, [eve, fay]);
    await before.restore();
    await nextAt(connection, endsAt + GRACE);
    await refusedStep(world, count(world, id, [eve, fay]), id, Step.Lapsed);
  });
});

describe("a whole election", () => {
  it("R-ELE-1 R-ASG-9 puts whoever is elected into the office for the term, in the place of the incumbent", async () => {
    for (const office of [Facilitator, Secretary, Rep]) {
      const world = await networkHelpers.loadFixture(founded);
      const { elections, offices, circles, operations, anchor, dora, eve, fay, gil } = world;
      await install(world, operations, office, gil);
      // The outer circle cannot keep a representative out by a limit.
      await enact(world, anchor, [limitRole(operations, 1n)]);
      const what = subject(operations, { office });
      const id = await elect(world, what, [dora, eve, fay], fay, { term: 100n * DAY });
      expect(await elections.stepOf(id)).to.equal(Step.Elected);
      const until = (await now(connection)) + 100n * DAY;
      expect([...(await offices.tenureOf(operations, office, 0n))]).to.deep.equal([
        fay.address,
        until,
      ]);
      expect(await circles.represents(operations, fay)).to.equal(office === Rep);
      expect(await circles.represents(operations, gil)).to.equal(false);
      await call(world, gil, what);
    }
  });
});
