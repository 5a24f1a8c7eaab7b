import { expect } from "chai";
import { network } from "hardhat";

import {
  configure,
  Flag,
  invitation,
  invites,
  linkRole,
  linkTerms,
  PartnerKind,
} from "../helpers/changes.ts";
import {
  call,
  count,
  elect,
  NOTICE,
  nominate,
  nominateAll,
  open,
  pass,
  Step,
  share,
  subject,
  TERM,
  Tie,
} from "../helpers/elections.ts";
import {
  enact,
  eventsOf,
  founded,
  RULES,
  represent,
  type Signer,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, goTo, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** The worked organisation where the anchor, which has no lead, and Operations elect who fills their roles. */
async function elective(): Promise<World> {
  const world = await founded(connection);
  const { anchor, operations, council } = world;
  const { revision } = await world.structure.settingsOf(anchor);
  const named = { admission: council, assigner: council };
  await enact(world, anchor, [configure(0n, revision, { flags: Flag.Elective, ...named })]);
  await enact(world, operations, [configure(0n, 0n, { flags: Flag.Elective })]);
  return world;
}

describe("electing who fills a role", () => {
  it("R-ASG-10 an anchor without a lead fills its role by election, and ends the incumbent's seat", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { circles, elections, anchor, finance, ann, ben, cem, dora, hal } = world;
    const what = subject(anchor, { role: finance, replaced: cem });
    const before = await circles.roleAt(anchor);
    const id = await call(world, cem, what);
    await open(world, ann, id);
    await nominateAll(world, id, [
      [ann, hal],
      [ben, hal],
      [cem, cem],
      [dora, hal],
    ]);
    await count(world, id, [cem, hal]);
    await elections.connect(hal).declareWillingness(id, true);
    for (const person of [ann, ben, cem, dora]) await elections.connect(person).confirm(id);
    const time = (await now(connection)) + 9n;
    await nextAt(connection, time);
    const told = await eventsOf(world, elections.connect(world.zoe).conclude(id));
    expect(told.map(({ name, args }) => [name, args[3], args[5]])).to.deep.equal([
      ["Elected", world.zoe.address, hal.address],
      ["Unassigned", world.zoe.address, cem.address],
      ["Assigned", world.zoe.address, hal.address],
    ]);
    expect(await circles.fills(finance, hal)).to.equal(true);
    expect(await circles.fills(finance, cem)).to.equal(false);
    expect((await circles.roleAt(anchor)).members).to.equal(before.members);
    expect(await elections.termOf(finance, hal)).to.equal(time + TERM);
    expect(await elections.termOf(finance, cem)).to.equal(0n);
  });

  it("R-ASG-10 needs settings that say so", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { elections, anchor, finance, ann } = world;
    const attempt = elections.connect(ann).call(subject(anchor, { role: finance }), "");
    await refused(attempt, elections, "WrongSubject", anchor);
  });

  it("R-LNK-3 elects nobody to a linked role", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { elections, anchor, kitchen, eve, fay, ann } = world;
    const terms = linkTerms({ source: kitchen });
    const linking = [invites(anchor, terms), linkRole(0n, 1n, terms)];
    const [, role] = (await enact(world, anchor, linking, [eve, fay])) as [bigint, bigint];
    const attempt = elections.connect(ann).call(subject(anchor, { role }), "");
    await refused(attempt, elections, "WrongSubject", anchor);
  });

  it("R-ASG-10 adds somebody where nobody is replaced", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { circles, anchor, finance, ann, ben, cem, hal } = world;
    await elect(world, subject(anchor, { role: finance }), [ann, ben], hal);
    expect(await circles.fills(finance, hal)).to.equal(true);
    expect(await circles.fills(finance, cem)).to.equal(true);
  });

  it("R-ELE-2 R-ASG-10 elects any partner, agents too, who does not fill the role nor represents its inside", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { elections, partners, organisation, anchor, operations } = world;
    const { ann, cem, dora, eve, hal, ida, zoe } = world;
    const [agent] = (await ethers.getSigners()).slice(11, 12) as unknown as [Signer];
    const invited = invitation(agent, PartnerKind.Agent, eve);
    await partners.connect(ann).invite(organisation, invited);
    await partners.connect(agent).agree(organisation, RULES, []);
    await represent(world, operations, eve);
    const id = await call(world, ann, subject(anchor, { role: operations }));
    await open(world, ann, id);
    const before = await networkHelpers.takeSnapshot();
    for (const [person, eligible] of [
      [hal, true],
      [agent, true],
      [cem, true],
      [dora, false],
      [eve, false],
      [ida, false],
      [zoe, false],
    ] as const) {
      await nominate(world, id, ann, person);
      await pass(world, id);
      const attempt = share(world, id, ann, person);
      if (eligible) await attempt;
      else await refused(attempt, elections, "NotEligible", id, person);
      await before.restore();
    }
  });

  it("R-ELE-10 whoever is replaced may be elected anew: nothing but the term changes", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { circles, elections, anchor, finance, ann, ben, cem, zoe } = world;
    const what = subject(anchor, { role: finance, replaced: cem });
    await elect(world, what, [ann, ben], cem, { term: 30n * DAY });
    const until = await elections.termOf(finance, cem);
    expect(until).to.equal((await now(connection)) + 30n * DAY);

    // Until then only members call, from then on anybody; cem stays.
    await nextAt(connection, until - 1n);
    const early = elections.connect(zoe).call(what, "");
    await refused(early, elections, "NotMember", anchor, zoe);
    await nextAt(connection, until);
    // Nobody's term is over where nobody is replaced.
    const other = elections.connect(zoe).call({ ...what, replaced: ethers.ZeroAddress }, "");
    await refused(other, elections, "NotMember", anchor, zoe);
    const id = await call(world, zoe, what);
    expect(await circles.fills(finance, cem)).to.equal(true);
    await open(world, ann, id, { tie: Tie.Incumbent });
    await nominateAll(world, id, [
      [ann, cem],
      [ben, ben],
    ]);
    await count(world, id, [ben, cem]);
    expect((await elections.electionAt(id)).candidate).to.equal(cem.address);
    await elections.connect(cem).declareWillingness(id, true);
    await pass(world, id);
    const told = await eventsOf(world, elections.connect(zoe).conclude(id));
    expect(told.map(({ name }) => name)).to.deep.equal(["Elected"]);
    expect(await circles.fills(finance, cem)).to.equal(true);
    expect(await elections.termOf(finance, cem)).to.equal((await now(connection)) + TERM);
  });

  it("R-ASG-10 seats whoever is elected also when the person to be replaced has gone", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { circles, elections, anchor, finance, ann, ben, cem, hal, zoe } = world;
    const id = await call(world, ann, subject(anchor, { role: finance, replaced: cem }));
    await open(world, ann, id);
    await nominateAll(world, id, [
      [ann, hal],
      [ben, hal],
    ]);
    await count(world, id, [hal]);
    await elections.connect(hal).declareWillingness(id, true);
    await circles.connect(cem).resign(finance);
    await pass(world, id);
    const told = await eventsOf(world, elections.connect(zoe).conclude(id));
    expect(told.map(({ name }) => name)).to.deep.equal(["Elected", "Assigned"]);
    expect(await circles.fills(finance, hal)).to.equal(true);
  });

  it("is about a role once at a time, whosoever's seat", async () => {
    const world = await networkHelpers.loadFixture(elective);
    const { elections, anchor, council, finance, ann, ben, cem } = world;
    const id = await call(world, ann, subject(anchor, { role: council, replaced: ann }));
    for (const replaced of [ben, ethers.ZeroAddress]) {
      const attempt = elections.connect(cem).call(subject(anchor, { role: council, replaced }), "");
      await refused(attempt, elections, "ElectionRunning", id);
    }
    await call(world, cem, subject(anchor, { role: finance }));
    const { endsAt } = await elections.electionAt(id);
    expect(endsAt).to.be.greaterThan(await now(connection));
    await goTo(connection, endsAt + NOTICE);
    expect(await elections.stepOf(id)).to.equal(Step.Called);
  });
});
