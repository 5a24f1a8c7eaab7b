import { expect } from "chai";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { configure, Flag } from "../helpers/changes.ts";
import { amend, CHANGES, contentHash, Mark, propose, REASONS } from "../helpers/consent.ts";
import { DropReason, install } from "../helpers/facilitation.ts";
import { Office } from "../helpers/office.ts";
import { enact, founded, type World } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** Reasons that claim only that the record should say what happens already. */
const CLAIM = { tension: "We have done so for a year", example: "", explanation: "" };

describe("a proposal that only makes the record say what happens", () => {
  it("R-PRP-13 needs neither example nor explanation where the circle's settings say so", async () => {
    const world = await networkHelpers.loadFixture(realistic);
    const { consent, eve, operations, kitchen } = world;
    const id = await propose(world, eve, operations, kitchen, { reasons: CLAIM });
    expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early | Mark.Reality);
    expect(await consent.contentOf(id)).to.equal(contentHash(consent, CHANGES, CLAIM));
  });

  it("R-PRP-13 R-PRP-3 needs both or none of them, and a tension in any case", async () => {
    const world = await networkHelpers.loadFixture(realistic);
    const { consent, eve, operations, kitchen } = world;
    for (const part of ["example", "explanation"]) {
      const reasons = { ...REASONS, [part]: "" };
      const attempt = propose(world, eve, operations, kitchen, { reasons });
      await refused(attempt, consent, "WrongLength", 0);
    }
    const empty = { ...CLAIM, tension: "" };
    const attempt = propose(world, eve, operations, kitchen, { reasons: empty });
    await refused(attempt, consent, "WrongLength", 0);
    const id = await propose(world, eve, operations, kitchen);
    expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early);
  });

  it("R-PRP-3 needs all three elsewhere", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, eve, operations, kitchen } = world;
    const attempt = propose(world, eve, operations, kitchen, { reasons: CLAIM });
    await refused(attempt, consent, "WrongLength", 0);
    const id = await propose(world, eve, operations, kitchen);
    await refused(amend(world, eve, id, { reasons: CLAIM }), consent, "WrongLength", 0);
  });

  it("R-PRP-13 is claimed anew, or no longer, by an amendment", async () => {
    const world = await networkHelpers.loadFixture(realistic);
    const { consent, eve, operations, kitchen } = world;
    const id = await propose(world, eve, operations, kitchen, { reasons: CLAIM });
    await amend(world, eve, id);
    expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early);
    await amend(world, eve, id, { reasons: CLAIM });
    expect((await consent.proposalAt(id)).marks).to.equal(Mark.Early | Mark.Reality);
    await enact(world, operations, [configure(0n, 1n)]);
    await refused(amend(world, eve, id, { reasons: CLAIM }), consent, "WrongLength", 0);
  });

  it("R-PRP-13 is not dropped for want of an example or an explanation, but for want of a tension", async () => {
    const world = await networkHelpers.loadFixture(realistic);
    const { facilitation, eve, fay, operations, kitchen } = world;
    await install(world, operations, Office.Facilitator, fay);
    const id = await propose(world, eve, operations, kitchen, { reasons: CLAIM });
    const judge = facilitation.connect(fay);
    for (const reason of [DropReason.NoExample, DropReason.NoExplanation]) {
      await refused(judge.drop(id, reason, "None"), facilitation, "WrongReason", id, reason);
    }
    await judge.drop(id, DropReason.NoTension, "None");
    const other = await propose(world, eve, operations, kitchen, { slot: 1n });
    await judge.drop(other, DropReason.NoExample, "None");
  });
});

/** The worked organisation, in which Operations accepts such a claim. */
async function realistic(given: NetworkConnection): Promise<World> {
  const world = await founded(given);
  await enact(world, world.operations, [configure(0n, 0n, { flags: Flag.Reality })]);
  return world;
}
