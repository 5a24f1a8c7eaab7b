import { expect } from "chai";
import { network } from "hardhat";

import {
  ascending,
  type Ballots,
  call,
  count,
  install,
  NOTICE,
  nominate,
  nominateAll,
  open,
  pass,
  Step,
  saltOf,
  share,
  subject,
  Tie,
  WHY,
} from "../helpers/elections.ts";
import { Office } from "../helpers/office.ts";
import { eventsOf, founded, type Signer, seat, type World } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { GRACE, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

type Name = "dora" | "eve" | "fay" | "gil";
type Named = readonly (readonly [by: Name, nominee: Name])[];

/** An election of Operations' facilitator in which these ballots are to be counted. */
async function balloted(
  tie: bigint,
  ballots: Named,
  part: { incumbent?: Name } = {},
): Promise<World & { id: bigint; ballots: Ballots }> {
  const world = await networkHelpers.loadFixture(founded);
  const { operations, fay } = world;
  if (part.incumbent) await install(world, operations, Office.Facilitator, world[part.incumbent]);
  const id = await call(world, fay, subject(operations));
  await open(world, fay, id, { tie });
  const cast = ballots.map(([by, nominee]) => [world[by], world[nominee]] as const);
  await nominateAll(world, id, cast);
  return { ...world, id, ballots: cast };
}

/** Two for eve and two for gil; eve nominated herself. */
const SELF: Named = [
  ["dora", "gil"],
  ["eve", "eve"],
  ["fay", "gil"],
  ["gil", "eve"],
];
/** Two for eve and two for gil, nobody for themselves. */
const CROSSED: Named = [
  ["dora", "gil"],
  ["eve", "gil"],
  ["fay", "eve"],
  ["gil", "eve"],
];
/** Two for eve and two for gil, both for themselves. */
const BOTH: Named = [
  ["dora", "gil"],
  ["eve", "eve"],
  ["fay", "eve"],
  ["gil", "gil"],
];
/** One each for eve, fay and gil, and one for dora. */
const ROUND: Named = [
  ["dora", "eve"],
  ["eve", "fay"],
  ["fay", "gil"],
  ["gil", "dora"],
];

/** Whom the lot falls to, computed without the contract. */
function lot(id: bigint, nominators: readonly Signer[], tied: readonly Signer[]): string {
  const salts = nominators.reduce((sum, by) => sum ^ BigInt(saltOf(by, id)), 0n);
  return ascending(tied)[Number(salts % BigInt(tied.length))]!;
}

/** Who is proposed, by how many, of how many tied, and what decided it. */
async function counted(world: World, id: bigint, people: readonly Signer[]) {
  const told = await eventsOf(world, await count(world, id, people));
  return told.map(({ name, args }) => [name, ...[...args].slice(5, 9)]);
}

describe("breaking a tie", () => {
  it("R-ELE-7 by whoever alone of the tied nominated themselves", async () => {
    const world = await balloted(Tie.SelfNominee, SELF);
    expect(await counted(world, world.id, [world.eve, world.gil])).to.deep.equal([
      ["Counted", world.eve.address, 2n, 2n, Tie.SelfNominee],
    ]);
  });

  it("R-ELE-7 somebody who nominated themselves and is not tied decides nothing", async () => {
    // dora is for herself, but not tied.
    const world = await balloted(Tie.SelfNominee, [
      ["dora", "dora"],
      ["eve", "gil"],
      ["fay", "gil"],
      ["gil", "eve"],
    ]);
    expect(await counted(world, world.id, [world.dora, world.eve, world.gil])).to.deep.equal([
      ["Counted", world.gil.address, 2n, 1n, Tie.SelfNominee],
    ]);
  });

  it("R-ELE-7 asks how they nominated at the end, not at first", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve, fay, gil } = world;
    const id = await call(world, fay, subject(operations));
    await open(world, fay, id, { tie: Tie.SelfNominee });
    // eve begins with herself and ends with gil; gil the other way round.
    const ballots = [
      [dora, eve],
      [eve, eve],
      [fay, gil],
      [gil, eve],
    ] as const;
    for (const [by, nominee] of ballots) await nominate(world, id, by, nominee);
    for (const [by, nominee] of ballots) await share(world, id, by, nominee);
    await elections.connect(eve).changeNomination(id, dora, WHY);
    await elections.connect(gil).changeNomination(id, gil, WHY);
    await elections.connect(fay).changeNomination(id, eve, WHY);
    await elections.connect(dora).changeNomination(id, gil, WHY);
    expect(await counted(world, id, [dora, eve, gil])).to.deep.equal([
      ["Counted", gil.address, 2n, 1n, Tie.SelfNominee],
    ]);
    expect((await elections.electionAt(id)).willing).to.equal(true);
  });

  it("R-ELE-7 by the incumbent, if tied", async () => {
    for (const incumbent of ["eve", "gil"] as const) {
      const world = await balloted(Tie.Incumbent, CROSSED, { incumbent });
      expect(await counted(world, world.id, [world.eve, world.gil])).to.deep.equal([
        ["Counted", world[incumbent].address, 2n, 2n, Tie.Incumbent],
      ]);
    }
  });

  it("R-ELE-7 by the lot, drawn from all salts", async () => {
    const drawn = new Set<string>();
    for (const ballots of [CROSSED, SELF, BOTH, ROUND]) {
      const world = await balloted(Tie.Random, ballots);
      const { id, dora, eve, fay, gil } = world;
      const tied = ballots === ROUND ? [dora, eve, fay, gil] : [eve, gil];
      const expected = lot(id, [dora, eve, fay, gil], tied);
      const top = ballots === ROUND ? 1n : 2n;
      expect(await counted(world, id, tied)).to.deep.equal([
        ["Counted", expected, top, BigInt(tied.length), Tie.Random],
      ]);
      drawn.add(expected);
    }
    expect(drawn.size).to.be.greaterThan(1);
  });

  it("R-ELE-7 by the lot where the way that was stated decides nothing, and tells so", async () => {
    for (const [tie, ballots, incumbent] of [
      [Tie.SelfNominee, CROSSED, undefined],
      [Tie.SelfNominee, BOTH, undefined],
      [Tie.Incumbent, CROSSED, undefined],
      [Tie.Incumbent, CROSSED, "fay"],
      // Everybody nominated one of the tied: nobody is left to choose.
      [Tie.Choosers, CROSSED, undefined],
    ] as const) {
      const part = incumbent ? { incumbent } : {};
      const world = await balloted(tie, ballots, part);
      const { id, dora, eve, fay, gil } = world;
      const expected = lot(id, [dora, eve, fay, gil], [eve, gil]);
      expect(await counted(world, id, [eve, gil])).to.deep.equal([
        ["Counted", expected, 2n, 2n, Tie.Random],
      ]);
    }
  });

  it("R-ELE-7 the lot is drawn without whoever sealed and opened nothing", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve, fay, gil } = world;
    const id = await call(world, fay, subject(operations));
    await open(world, fay, id, { tie: Tie.Random });
    const ballots = [
      [dora, gil],
      [eve, fay],
      [fay, eve],
      [gil, eve],
    ] as const;
    for (const [by, nominee] of ballots) await nominate(world, id, by, nominee);
    for (const [by, nominee] of ballots.slice(0, 2)) await share(world, id, by, nominee);
    await pass(world, id);
    await pass(world, id);
    expect(await elections.nominationsFor(id, eve)).to.equal(0n);
    expect(await counted(world, id, [fay, gil])).to.deep.equal([
      ["Counted", lot(id, [dora, eve], [fay, gil]), 1n, 2n, Tie.Random],
    ]);
  });
});

describe("choosing among the tied", () => {
  /** One each for dora, eve and gil. */
  const SPLIT: Named = [
    ["eve", "gil"],
    ["fay", "eve"],
    ["gil", "dora"],
  ];

  /** Two for eve, two for gil, one for dora: whoever nominated dora chooses. */
  async function asked() {
    const world = await founded(connection);
    const { operations, dora, eve, fay, gil, hal, garden } = world;
    await seat(world, dora, garden, hal);
    const id = await call(world, fay, subject(operations));
    await open(world, fay, id, { tie: Tie.Choosers });
    await nominateAll(world, id, [
      [dora, gil],
      [eve, gil],
      [fay, eve],
      [gil, eve],
      [hal, dora],
    ]);
    await count(world, id, [dora, eve, gil]);
    const { endsAt } = await world.elections.electionAt(id);
    return { ...world, id, endsAt };
  }

  it("R-ELE-7 asks whoever nominated none of them, for one notice, and tells so", async () => {
    const world = await balloted(Tie.Choosers, SPLIT);
    const { elections, id, dora, eve, gil } = world;
    // All three have one: nobody is left to choose, so that the lot decides.
    const [first] = await counted(world, id, [dora, eve, gil]);
    expect(first?.slice(2)).to.deep.equal([1n, 3n, Tie.Random]);
    expect(await elections.stepOf(id)).to.equal(Step.Consenting);

    const other = await networkHelpers.loadFixture(asked);
    const { step, choosers, acted } = await other.elections.electionAt(other.id);
    expect([step, choosers, acted]).to.deep.equal([Step.Choosing, 1n, 0n]);
    expect(other.endsAt).to.equal((await now(connection)) + NOTICE);
  });

  it("R-ELE-7 tells who is tied, in order", async () => {
    const world = await networkHelpers.loadFixture(asked);
    const { elections, id, eve, gil, endsAt } = world;
    const [tied] = await elections.queryFilter("Tied");
    const { args } = elections.interface.parseLog(tied!)!;
    expect([args[1], [...args[5]], args[6]]).to.deep.equal([id, ascending([eve, gil]), endsAt]);
  });

  it("R-ELE-7 moves the nomination, and the count is brought again", async () => {
    const world = await networkHelpers.loadFixture(asked);
    const { elections, id, dora, eve, fay, gil, hal, zoe } = world;
    const choose = (by: Signer, nominee: Signer) => elections.connect(by).choose(id, nominee);
    // Whoever nominated one of the tied does not, nor whoever did not nominate, nor anybody for somebody else.
    for (const person of [dora, eve, fay, gil, zoe]) {
      await refused(choose(person, eve), elections, "NotChooser", id, person);
    }
    for (const person of [dora, fay, hal]) {
      await refused(choose(hal, person), elections, "NotChooser", id, hal);
    }
    await refused(count(world, id, [eve, gil]), elections, "WrongStep", id, Step.Choosing);
    const told = await eventsOf(world, choose(hal, gil));
    expect(told.map(({ name, args }) => [name, args[3], args[5]])).to.deep.equal([
      ["Chosen", hal.address, gil.address],
    ]);
    // Everybody who was asked has chosen.
    expect(await elections.stepOf(id)).to.equal(Step.Counting);
    expect(await elections.nominationsFor(id, dora)).to.equal(0n);
    const again = choose(hal, eve);
    await refused(again, elections, "WrongStep", id, Step.Counting);
    expect(await counted(world, id, [eve, gil])).to.deep.equal([
      ["Counted", gil.address, 3n, 1n, Tie.Choosers],
    ]);
  });

  it("R-ELE-7 R-ELE-9 ends with the notice, to the second; silence leaves it to the lot", async () => {
    const world = await networkHelpers.loadFixture(asked);
    const { elections, id, dora, eve, fay, gil, hal, endsAt } = world;
    const before = await networkHelpers.takeSnapshot();
    await nextAt(connection, endsAt - 1n);
    await elections.connect(hal).choose(id, eve);
    await before.restore();
    await nextAt(connection, endsAt);
    const late = elections.connect(hal).choose(id, eve);
    await refused(late, elections, "WrongStep", id, Step.Counting);
    // Nobody is asked twice in a round.
    const expected = lot(id, [dora, eve, fay, gil, hal], [eve, gil]);
    expect(await counted(world, id, [dora, eve, gil])).to.deep.equal([
      ["Counted", expected, 2n, 2n, Tie.Random],
    ]);
  });

  it("R-ELE-7 chooses once: whoever chose has nominated one of the tied", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, operations, dora, eve, fay, gil, hal, garden } = world;
    await seat(world, dora, garden, hal);
    await seat(world, dora, garden, world.cem);
    const id = await call(world, fay, subject(operations));
    await open(world, fay, id, { tie: Tie.Choosers });
    await nominateAll(world, id, [
      [dora, gil],
      [eve, gil],
      [fay, eve],
      [gil, eve],
      [hal, dora],
      [world.cem, fay],
    ]);
    await count(world, id, [dora, eve, fay, gil]);
    await elections.connect(hal).choose(id, gil);
    expect(await elections.stepOf(id)).to.equal(Step.Choosing);
    const again = elections.connect(hal).choose(id, eve);
    await refused(again, elections, "NotChooser", id, hal);
    await elections.connect(world.cem).choose(id, eve);
    // Three each: tied as before, and nobody is left to choose.
    const everybody = [dora, eve, fay, gil, hal, world.cem];
    expect(await counted(world, id, [eve, gil])).to.deep.equal([
      ["Counted", lot(id, everybody, [eve, gil]), 3n, 2n, Tie.Random],
    ]);
  });

  it("R-ELE-8 leaves out whoever fell, with all nominations for them", async () => {
    const world = await networkHelpers.loadFixture(asked);
    const { elections, id, eve, gil, hal } = world;
    await elections.connect(hal).choose(id, gil);
    await count(world, id, [eve, gil]);
    // gil, with three, falls; eve has two, and nobody else any.
    await elections.connect(gil).declareWillingness(id, false);
    expect(await elections.nominationsFor(id, gil)).to.equal(3n);
    expect((await elections.electionAt(id)).discounted).to.equal(3n);
    await refused(count(world, id, [gil]), elections, "WrongCount", id);
    expect(await counted(world, id, [eve])).to.deep.equal([
      ["Counted", eve.address, 2n, 1n, Tie.Choosers],
    ]);
  });

  it("R-ELE-7 R-ELE-8 a nomination that counts no more counts again for whoever is chosen", async () => {
    // dora has two and falls; eve and gil have one each.
    const world = await balloted(Tie.Choosers, [
      ["dora", "gil"],
      ["eve", "dora"],
      ["fay", "dora"],
      ["gil", "eve"],
    ]);
    const { elections, id, dora, eve, fay, gil } = world;
    await count(world, id, [dora, eve, gil]);
    await elections.connect(dora).declareWillingness(id, false);
    await count(world, id, [eve, gil]);
    const asking = await elections.electionAt(id);
    expect([asking.step, asking.choosers, asking.discounted]).to.deep.equal([
      ...[Step.Choosing, 2n, 2n],
    ]);
    await elections.connect(eve).choose(id, gil);
    const stored = await elections.electionAt(id);
    expect(stored.discounted).to.equal(1n);
    expect(await elections.nominationsFor(id, dora)).to.equal(1n);
    await goTo(connection, asking.endsAt);
    // fay, who says nothing, is still for dora, who counts no more.
    expect(await counted(world, id, [gil, eve])).to.deep.equal([
      ["Counted", gil.address, 2n, 1n, Tie.Choosers],
    ]);
    await elections.connect(gil).declareWillingness(id, false);
    await count(world, id, [eve]);
    await elections.connect(eve).declareWillingness(id, false);
    expect(await counted(world, id, [])).to.deep.equal([
      ["Counted", "0x0000000000000000000000000000000000000000", 0n, 0n, Tie.Choosers],
    ]);
    expect(await elections.stepOf(id)).to.equal(Step.Failed);
    await refused(count(world, id, []), elections, "WrongStep", id, Step.Failed);
    await call(world, fay, subject(world.operations));
  });

  it("waits one grace for the count that follows, to the second", async () => {
    const world = await networkHelpers.loadFixture(asked);
    const { elections, id, endsAt, dora, eve, gil } = world;
    await goTo(connection, endsAt + GRACE - 1n);
    expect(await elections.stepOf(id)).to.equal(Step.Counting);
    const attempt = count(world, id, [dora, eve, gil]);
    await refused(attempt, elections, "WrongStep", id, Step.Lapsed);
  });
});
