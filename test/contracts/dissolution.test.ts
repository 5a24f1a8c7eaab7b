import { expect } from "chai";
import { network } from "hardhat";

import { amendRules, createRole } from "../helpers/changes.ts";
import { REASONS } from "../helpers/consent.ts";
import { eventsOf, foundSmall, RULES } from "../helpers/organisation.ts";
import { refused } from "../helpers/refused.ts";
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
    // Nobody comes in.
    const joined = partners.connect(ann).agree(other, RULES, []);
    await refused(joined, partners, "NotInvited", other, ann);
  });
});
