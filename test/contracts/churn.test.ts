import { expect } from "chai";
import { network } from "hardhat";

import { configure, createRole, removeRole } from "../helpers/changes.ts";
import { confirm, nextId, object, REASONS, reasonsHash } from "../helpers/consent.ts";
import type { Methods, Sent } from "../helpers/contracts.ts";
import { deployContract } from "../helpers/contracts.ts";
import {
  createdBy,
  enact,
  founded,
  RULES,
  type Signer,
  type World,
  welcome,
} from "../helpers/organisation.ts";
import { DAY } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** How many people and roles come and go. */
const PASSING = 1000;
/** How many of them at once. */
const BATCH = 25;

type Crowd = Methods<"gather" | "people">;

describe("a circle that many have passed through", () => {
  it(`P14 governs at the same cost after ${PASSING} people and ${PASSING} roles`, async function () {
    this.timeout(120_000);
    const world = await networkHelpers.loadFixture(founded);
    const { circles, operations, anchor } = world;
    // Who comes later needs no invitation.
    const late = (await ethers.getSigners()).slice(12, 15) as [Signer, Signer, Signer];
    await welcome(world, late);
    await enact(world, anchor, [configure(0n, 2n)]);
    // Some words are written for the first time once, which costs more than ever after. And the answers of the
    // first members share a word with the proposer's: so a few pass before anything is measured.
    await govern(world, late[0]);
    await pass(world, 0, 3 * BATCH);
    const before = await govern(world, late[1]);
    await pass(world, 3 * BATCH, PASSING);
    const { numbers, inner, members } = await circles.roleAt(operations);
    expect(numbers).to.equal(BigInt(PASSING) + 6n);
    expect([inner, members]).to.deep.equal([2n, 4n]);
    const after = await govern(world, late[2]);
    for (const [act, gas] of Object.entries(before)) {
      const ratio = Number(after[act]) / Number(gas);
      expect(ratio, `${act}: ${gas}, and then ${after[act]}`).to.be.within(0.97, 1.03);
    }
  });
});

/** People come, each for a role of their own, and both go again. */
async function pass(world: World, from: number, to: number): Promise<void> {
  const { circles, structure, partners, organisation, hand, operations } = world;
  const crowd = await deployContract<Crowd>(connection, "Crowd");
  for (let passed = from; passed < to; passed += BATCH) {
    await crowd.gather(partners, organisation, RULES, BATCH);
    const people = [...((await crowd.people()) as string[])].slice(passed - from);
    const changes = people.map(() => createRole(0n, "Passing"));
    const created = structure.connect(hand).enact(operations, hand, changes, []);
    const roles = await createdBy(world, created);
    for (const [index, role] of roles.entries()) {
      await circles.connect(hand).elect(role, people[index], ethers.ZeroAddress, hand);
    }
    const removals = roles.map((role) => removeRole(role));
    await structure.connect(hand).enact(operations, hand, removals, people);
  }
}

/** One round of all that governing takes, with somebody who has just come, and what each act of it costs. */
async function govern(world: World, newcomer: Signer): Promise<Record<string, bigint>> {
  const { circles, structure, consent, dora, eve, fay, gil, hand, zoe } = world;
  const { operations, kitchen, garden } = world;
  const spent: Record<string, bigint> = {};
  async function act(name: string, sent: Sent): Promise<Sent> {
    const receipt = await (await sent).wait();
    spent[name] = receipt?.gasUsed ?? 0n;
    return await sent;
  }
  // Whoever left lately keeps nobody waiting after a tail.
  await networkHelpers.time.increase(30n * DAY);
  await act("assign", circles.connect(dora).offer(garden, newcomer));
  const changes = [createRole(0n, "Pantry")];
  const id = await nextId(world);
  const proposing = consent.connect(eve).propose(operations, kitchen, 0n, changes, REASONS);
  await act("propose", proposing);
  await act("object", object(world, newcomer, id, garden));
  await act("withdraw the objection", consent.connect(newcomer).withdrawObjection(id));
  for (const person of [dora, fay, gil]) await confirm(world, person, id);
  await act("confirm", confirm(world, newcomer, id, true));
  const enacting = consent.connect(zoe).enact(id, changes, reasonsHash(consent, REASONS), []);
  const [pantry] = (await createdBy(world, await act("enact", enacting))) as [bigint];
  const removing = structure.connect(hand).enact(operations, hand, [removeRole(pantry)], []);
  await act("remove", removing);
  await act("revoke", circles.connect(dora).revoke(garden, newcomer));
  return spent;
}
