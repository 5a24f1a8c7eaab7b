import { expect } from "chai";
import { network } from "hardhat";

import { confirm, object, propose, proposed, Status } from "../helpers/consent.ts";
import { founded } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, nextAt, now } from "../helpers/time.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("speaking for a role by permission", () => {
  it("R-PRP-1 a member proposes for a role that somebody who speaks for it permits, until it ends", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, offices, eve, gil, fay, operations, kitchen } = world;
    const attempt = () => propose(world, gil, operations, kitchen);
    await refused(attempt(), consent, "NotInRole", kitchen, gil);
    const until = (await now(connection)) + DAY;
    await offices.connect(eve).permit(kitchen, gil, until);
    const id = await attempt();
    expect(await consent.statusOf(id)).to.equal(Status.Open);
    // It is gil's own proposal all the same.
    await refused(confirm(world, gil, id), consent, "OwnProposal", id);
    await confirm(world, eve, id);
    await nextAt(connection, until - 1n);
    await propose(world, gil, operations, kitchen, { slot: 1n });
    await nextAt(connection, until);
    const late = propose(world, gil, operations, kitchen, { slot: 2n });
    await refused(late, consent, "NotInRole", kitchen, gil);
    await refused(
      propose(world, fay, operations, world.garden),
      consent,
      "NotInRole",
      world.garden,
      fay,
    );
  });

  it("R-OBJ-7 a member objects for a role that somebody who speaks for it permits, in its circle alone", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, offices, circles, dora, fay, gil, garden, kitchen, id } = world;
    await refused(object(world, fay, id, garden), consent, "NotInRole", garden, fay);
    await offices.connect(gil).permit(garden, fay, (await now(connection)) + DAY);
    await object(world, fay, id, garden);
    expect(await consent.statusOf(id)).to.equal(Status.Objected);
    // Whoever gave it must go on speaking for the role.
    await offices.connect(fay).permit(kitchen, dora, (await now(connection)) + DAY);
    await circles.connect(dora).revoke(kitchen, fay);
    await refused(object(world, dora, id, kitchen), consent, "NotInRole", kitchen, dora);
  });

  it("R-PRP-1 R-OBJ-7 it makes nobody a member", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, offices, circles, dora, eve, gil, garden, kitchen, operations, id } = world;
    const until = (await now(connection)) + DAY;
    await offices.connect(eve).permit(kitchen, gil, until);
    await circles.connect(dora).revoke(garden, gil);
    const attempt = propose(world, gil, operations, kitchen);
    await refused(attempt, consent, "NotMember", operations, gil);
    // Somebody with standing says for which role; nobody checks it any more.
    await object(world, gil, id, kitchen);
  });
});
