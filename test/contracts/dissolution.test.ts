import { expect } from "chai";
import type { BaseContract } from "ethers";
import { network } from "hardhat";

import { adoptPolicy, amendRules, createRole, join, repealPolicy } from "../helpers/changes.ts";
import { REASONS, reasonsHash } from "../helpers/consent.ts";
import { deployContract, type Methods } from "../helpers/contracts.ts";
import {
  createdBy,
  eventsOf,
  foundSmall,
  RULES,
  SALT,
  vaultSalt,
} from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
import { DAY } from "../helpers/time.ts";
import { funded } from "../helpers/treasury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

const WHERE = "All of it to the river, by announcement 12.";

/** Another organisation beside the worked one, of which dora is the only person. */
async function small() {
  const world = await funded(connection);
  const { organisation: other, anchor: top, all } = await foundSmall(world, world.dora);
  return { ...world, other, top, all };
}

type Small = Awaited<ReturnType<typeof small>>;

/** What dora has proposed in hers, which is adopted at once. */
async function adopted({ circles, consent, other, top, all, dora }: Small, slot: bigint) {
  const changes = [adoptPolicy(0n, "Opening hours")];
  const id = join(other, (BigInt(await circles.head(other)) & 0xffff_ffffn) + 1n);
  await consent.connect(dora).propose(top, all, slot, changes, REASONS);
  const hash = reasonsHash(consent, REASONS);
  return { id, enact: () => consent.connect(dora).enact(id, changes, hash, []) };
}

/** A power that dora takes in hers by a policy of its anchor, over a bell. */
async function powered(world: Small) {
  const { circles, structure, allowances, factory, hand, dora, top, all } = world;
  await factory.deploy(circles, vaultSalt(connection, dora, SALT));
  const vault = await circles.vaultFor(dora, SALT);
  const bell = await deployContract<Methods<"toll">>(connection, "Bell", vault);
  const { interface: calls } = bell as unknown as BaseContract;
  const power = {
    ...{ vault, target: await bell.getAddress(), selector: calls.getFunction("toll")?.selector },
    ...{ role: all, times: 1n, period: DAY, start: 0n, value: 0n },
  };
  const type = (allowances as unknown as BaseContract).interface.getFunction("takePower")
    ?.inputs[1];
  const coded = ethers.AbiCoder.defaultAbiCoder().encode([type as never], [power]);
  const allowing = { ...adoptPolicy(0n, "Tolling"), terms: ethers.keccak256(coded) };
  const sent = structure.connect(hand).enact(top, hand, [allowing], []);
  const [policy] = (await createdBy(world, sent)) as [bigint];
  await allowances.connect(dora).takePower(policy, power);
  return { policy, bell, toll: () => bell.connect(dora).toll() };
}

describe("dissolution", () => {
  it("P9 the last person leaves only after dissolving it, and says where its money goes", async () => {
    const world = await networkHelpers.loadFixture(small);
    const { circles, founding, partners, other, top, all, dora } = world;
    const leaving = () => partners.connect(dora).leaveOrganisation(other, [all]);
    await refused(leaving(), circles, "LastMember", top);
    const byDora = founding.connect(dora);
    await refused(byDora.dissolve(other, ""), founding, "WrongLength", 0n);
    await refused(byDora.dissolve(other, "x".repeat(4097)), founding, "WrongLength", 4097n);
    const sent = byDora.dissolve(other, WHERE);
    const [event, ...more] = await eventsOf(world, sent);
    expect([event?.name, event?.args.destinations]).to.deep.equal(["Dissolved", WHERE]);
    expect(more).to.have.length(0);
    await leaving();
    expect((await circles.roleAt(top)).members).to.equal(0n);
    const again = byDora.dissolve(other, WHERE);
    await refused(again, circles, "FoundingNotOver", other);
  });

  it("P2 no power outlives it: the policies that give them go first", async () => {
    const world = await networkHelpers.loadFixture(small);
    const { structure, founding, other, top, dora, hand } = world;
    const { policy, bell, toll } = await powered(world);
    await toll();
    expect(await structure.powersIn(other)).to.equal(1n);
    const dissolved = () => founding.connect(dora).dissolve(other, WHERE);
    await refused(dissolved(), founding, "PowersStand", other, 1n);
    await structure.connect(hand).enact(top, hand, [repealPolicy(policy)], []);
    expect(await structure.powersIn(other)).to.equal(0n);
    await dissolved();
    await refused(toll(), bell, "AccessManagedUnauthorized", dora);
  });

  it("P9 nobody else dissolves it, and not while others can decide", async () => {
    const world = await networkHelpers.loadFixture(small);
    const { circles, founding, organisation, other, dora, ann, zoe } = world;
    const members = (await circles.roleAt(world.anchor)).members;
    for (const person of [ann, dora]) {
      const attempt = founding.connect(person).dissolve(organisation, WHERE);
      await refused(attempt, founding, "NotLast", organisation, person, members);
    }
    const byZoe = founding.connect(zoe).dissolve(other, WHERE);
    await refused(byZoe, founding, "NotLast", other, zoe, 1n);
    await refused(founding.connect(dora).dissolve(9n, WHERE), circles, "FoundingNotOver", 9n);
  });

  it("P2 nothing is offered, proposed, spent, written or ratified afterwards, and vaults obey nobody", async () => {
    const world = await networkHelpers.loadFixture(small);
    const { circles, founding, partners, consent, leads, treasury, other, top, all, dora, ann } =
      world;
    const [first, second] = [await adopted(world, 0n), await adopted(world, 1n)];
    await first.enact();
    await founding.connect(dora).dissolve(other, WHERE);
    const closed = ["FoundingNotOver", other] as const;
    await refused(circles.connect(dora).offer(all, ann), circles, ...closed);
    const proposed = consent.connect(dora).propose(top, all, 0n, [createRole(0n, "R")], REASONS);
    await refused(proposed, circles, ...closed);
    await refused(leads.connect(dora).redirect(top, 0n, all), circles, ...closed);
    const paid = { kind: 0n, vault: await circles.vaultFor(dora, ethers.id("small")) };
    const rest = { token: ethers.ZeroAddress, payee: ann, amount: 0n, id: 0n, data: "0x" };
    const spent = treasury.connect(dora).announce(all, 0n, { ...paid, ...rest }, 0n, "Bread");
    await refused(spent, treasury, "WrongVault");
    const signed = founding.connect(dora).signAmendment(other, RULES, 31n, 1n);
    await refused(signed, circles, ...closed);
    const { lastWrite } = await founding.progressOf(other);
    const written = founding.connect(dora).write(other, lastWrite, [], [], [], []);
    await refused(written, circles, "FoundingOver", other);
    const ratified = founding.connect(dora).ratify(other, lastWrite);
    await refused(ratified, circles, "FoundingOver", other);
    const rules = world.structure.connect(world.hand);
    const enacted = rules.enact(top, world.hand, [amendRules(RULES)], []);
    await refused(enacted, circles, "FoundingNotOver", other);
    // What was adopted before is enacted no more, by a process that has enacted before.
    await refused(second.enact(), circles, ...closed);
    // Nobody comes in.
    const joined = partners.connect(ann).agree(other, RULES, []);
    await refused(joined, partners, "NotInvited", other, ann);
  });
});
