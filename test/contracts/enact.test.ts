import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { network } from "hardhat";

import type { Change } from "../helpers/changes.ts";
import {
  adoptPolicy,
  amendPolicy,
  amendRole,
  configure,
  createRole,
  join,
  removeRole,
  repealPolicy,
  role,
} from "../helpers/changes.ts";
import {
  CHANGES,
  confirm,
  contentHash,
  enactAdopted,
  propose,
  proposed,
  REASONS,
  reasonsHash,
  Status,
} from "../helpers/consent.ts";
import {
  createdBy,
  enact,
  eventsOf,
  founded,
  foundSmall,
  seat,
  WINDOW,
  type World,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY, GRACE, nextAt } from "../helpers/time.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** Opens a proposal of eve's in Operations and lets everybody confirm it. */
async function adopted(world: World, changes: Change[], slot = 0n): Promise<bigint> {
  const { eve, dora, fay, gil, operations, kitchen } = world;
  const id = await propose(world, eve, operations, kitchen, { changes, slot });
  for (const person of [dora, fay, gil]) await confirm(world, person, id);
  return id;
}

describe("enacting", () => {
  it("P5 applies exactly what was adopted, once, whoever asks", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, structure, zoe, operations, kitchen } = world;
    const changes = [
      adoptPolicy(0n, "Opening hours", 99n),
      createRole(0n, "Pantry"),
      amendRole(kitchen, 1n, role("Stove")),
      configure(0n, 0n, { window: 6n * DAY }),
    ];
    const id = await adopted(world, changes);
    const ids = await createdBy(world, await enactAdopted(world, id, { by: zoe, changes }));
    expect(await consent.statusOf(id)).to.equal(Status.Enacted);
    const [policy, pantry] = ids as [bigint, bigint];
    expect((await structure.policyAt(policy)).reviewAt).to.equal(99n);
    expect((await circles.roleAt(pantry)).circle).to.equal(operations & 0xffffffffn);
    expect((await circles.roleAt(kitchen)).revision).to.equal(2n);
    const [settings] = await structure.settingsOf(operations);
    expect(settings.window).to.equal(6n * DAY);
    const again = enactAdopted(world, id, { changes });
    await refused(again, consent, "WrongStatus", id, Status.Enacted);
    await networkHelpers.time.increase(100n * DAY);
    expect(await consent.statusOf(id)).to.equal(Status.Enacted);
  });

  it("P5 refuses other changes or reasons than those adopted", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, operations, kitchen } = world;
    const id = await adopted(world, CHANGES);
    const content = contentHash(consent, CHANGES, REASONS);
    const others = [
      [adoptPolicy(0n, "Opening Hours")],
      [adoptPolicy(0n, "Opening hours", 1n)],
      [adoptPolicy(operations, "Opening hours")],
      [...CHANGES, removeRole(kitchen)],
    ];
    for (const changes of others) {
      const attempt = enactAdopted(world, id, { changes });
      const named = contentHash(consent, changes, REASONS);
      await refused(attempt, consent, "WrongContent", id, named, content);
    }
    const reasons = { ...REASONS, tension: "Another" };
    const attempt = enactAdopted(world, id, { reasons });
    await refused(
      attempt,
      consent,
      "WrongContent",
      id,
      contentHash(consent, CHANGES, reasons),
      content,
    );
    const byHand = consent.enact(id, CHANGES, ethers.ZeroHash, []);
    await refused(byHand, consent, "WrongContent");
    await refused(
      consent.enact(id, [], reasonsHash(consent, REASONS), []),
      consent,
      "WrongContent",
    );
    await enactAdopted(world, id);
  });

  it("P3 is refused before the window closes, and possible in that very second", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, id, closesAt } = world;
    await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
    await nextAt(connection, closesAt - 1n);
    await refused(enactAdopted(world, id), consent, "WrongStatus", id, Status.Open);
    await nextAt(connection, closesAt);
    await enactAdopted(world, id);
  });

  it("P3 expires one grace after the window, to the second", async () => {
    const world = await networkHelpers.loadFixture(proposed);
    const { consent, eve, operations, kitchen, id, closesAt } = world;
    const second = await propose(world, eve, operations, kitchen, { slot: 1n });
    const { closesAt: closing } = await consent.proposalAt(second);
    await nextAt(connection, closesAt + GRACE - 1n);
    await enactAdopted(world, id);
    await nextAt(connection, closing + GRACE);
    await refused(enactAdopted(world, second), consent, "WrongStatus", second, Status.Lapsed);
    const unknown = join(world.organisation, 4000n);
    const nowhere = consent.enact(unknown, CHANGES, ethers.ZeroHash, []);
    await refused(nowhere, consent, "UnknownProposal", unknown);
  });

  it("R-PRP-8 applies an adopted list all or nothing", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, organisation, operations, garden, gil } = world;
    const changes = [
      createRole(0n, "Pantry"),
      adoptPolicy(0n, "Opening hours"),
      // Not without its fillers, and eve fills it too.
      removeRole(garden),
    ];
    const id = await adopted(world, changes);
    const head = await circles.head(organisation);
    for (const people of [[], [gil], [gil, gil]]) {
      await refused(enactAdopted(world, id, { changes, people }), circles, "WrongPeople", garden);
    }
    expect(await circles.head(organisation)).to.equal(head);
    expect((await circles.roleAt(operations)).policies).to.equal(0n);
    expect(await consent.statusOf(id)).to.equal(Status.Adopted);
    await enactAdopted(world, id, { changes, people: [gil, world.eve] });
    expect((await circles.roleAt(operations)).policies).to.equal(1n);
  });

  it("P5 enacts what was hashed, wherever the calldata says that its lists begin", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, structure, zoe, eve, gil, garden, kitchen } = world;
    const changes = [
      removeRole(garden, 1n),
      amendRole(kitchen, 1n, role("Stove")),
      adoptPolicy(0n, "Opening hours", 99n),
    ];
    const id = await adopted(world, changes);
    const args = [id, changes, reasonsHash(consent, REASONS), [eve.address, gil.address]];
    const usual = consent.interface.encodeFunctionData("enact", args).slice(2);
    // A word of rubbish before the lists, and the lists a word later.
    const word = (place: number) => usual.slice(8 + place * 64, 8 + (place + 1) * 64);
    const later = (place: number) => ethers.toBeHex(BigInt(`0x${word(place)}`) + 32n, 32).slice(2);
    const head = [word(0), later(1), word(2), later(3), "ab".repeat(32)].join("");
    const data = `0x${usual.slice(0, 8)}${head}${usual.slice(8 + 4 * 64)}`;
    const events = await eventsOf(world, zoe.sendTransaction({ to: consent, data }));
    expect(events.map(({ name }) => name)).to.deep.equal([
      "Enacted",
      "RoleRemoved",
      "Inscribed",
      "PolicyAdopted",
    ]);
    const [, removed, inscribed, policy] = events;
    expect([...removed!.args.people]).to.deep.equal([eve.address, gil.address]);
    expect([inscribed!.subject, inscribed!.args.words.name]).to.deep.equal([kitchen, "Stove"]);
    expect([policy!.args.words.name, policy!.args.reviewAt]).to.deep.equal(["Opening hours", 99n]);
    expect((await structure.policyAt(policy!.subject)).reviewAt).to.equal(99n);
  });

  it("R-POL-1 keeps the hash of what a policy means for contracts, until another or none takes its place", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { structure, zoe } = world;
    const enactOne = async (one: Change, slot: bigint) => {
      const proposal = await adopted(world, [one], slot);
      return createdBy(world, await enactAdopted(world, proposal, { by: zoe, changes: [one] }));
    };
    const [before, after] = [id("before"), id("after")];
    const [policy] = await enactOne({ ...adoptPolicy(0n, "Spending"), terms: before }, 0n);
    expect(await structure.termsOf(policy!)).to.equal(before);
    await enactOne({ ...amendPolicy(policy!, 1n, "Spending"), terms: after }, 1n);
    expect(await structure.termsOf(policy!)).to.equal(after);
    await enactOne(repealPolicy(policy!, 2n), 2n);
    expect(await structure.termsOf(policy!)).to.equal(ZeroHash);
  });

  it("R-PRP-11 refuses a change against a revision that is no longer current", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { consent, circles, operations, kitchen } = world;
    const stove = [amendRole(kitchen, 1n, role("Stove"))];
    const oven = [amendRole(kitchen, 1n, role("Oven"))];
    const [first, second] = [await adopted(world, stove), await adopted(world, oven, 1n)];
    await enactAdopted(world, first, { changes: stove });
    const late = enactAdopted(world, second, { changes: oven });
    await refused(late, circles, "StaleRevision", kitchen, 1n, 2n);
    expect(await consent.statusOf(second)).to.equal(Status.Adopted);

    const [policy] = (await enact(world, operations, CHANGES)) as [bigint];
    await enact(world, operations, [amendPolicy(policy, 1n, "Meanwhile")]);
    const change = [amendPolicy(policy, 1n, "Later")];
    const third = await adopted(world, change, 2n);
    const stale = enactAdopted(world, third, { changes: change });
    await refused(stale, circles, "StaleRevision", policy, 1n, 2n);
  });

  it("R-OUT-1 reaches the roles, policies and settings of the deciding circle alone", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, structure, operations, anchor, council, finance } = world;
    let slot = 0n;
    for (const [change, at] of [
      [amendRole(council, 1n, role("Ours")), council],
      [removeRole(finance), finance],
      [amendRole(operations, 1n, role("Us")), operations],
    ] as const) {
      const id = await adopted(world, [change], slot++);
      const attempt = enactAdopted(world, id, { changes: [change] });
      await refused(attempt, circles, "UnknownRole", at);
    }
    const more = [adoptPolicy(anchor, "All"), configure(anchor, 2n, { window: WINDOW })];
    for (const change of more) {
      const enacting = structure.connect(world.hand).enact(operations, world.hand, [change], []);
      await refused(enacting, circles, "UnknownRole", anchor);
    }
  });

  it("P9 waits where the organisation did not give this process its bits", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, consent, cem, hand } = world;
    const processes = [
      { process: hand, bits: 7n },
      { process: consent, bits: 4n },
    ];
    const { anchor, all } = await foundSmall(world, cem, { processes, treasury: hand });
    const sent = await consent.connect(cem).propose(anchor, all, 0n, CHANGES, REASONS);
    const id = (await eventsOf(world, sent))[0]!.subject;
    const attempt = enactAdopted(world, id);
    await refused(attempt, circles, "NotProcess", 2n, consent, 5n);
  });

  it("lets the membership change between adoption and enactment", async () => {
    const world = await networkHelpers.loadFixture(founded);
    const { circles, dora, gil, eve, hal, garden, operations } = world;
    const changes = [removeRole(garden)];
    const id = await adopted(world, changes);
    await circles.connect(gil).resign(garden);
    await seat(world, dora, garden, hal);
    const stale = enactAdopted(world, id, { changes, people: [eve, gil] });
    await refused(stale, circles, "WrongPeople", garden);
    await enactAdopted(world, id, { changes, people: [eve, hal] });
    expect((await circles.roleAt(operations)).inner).to.equal(1n);
  });
});
