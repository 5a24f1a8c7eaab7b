import { expect } from "chai";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import { isFounded, partnerOf } from "#sdk/chronicle/organisation.ts";
import { Bakery, RULES } from "./bakery.ts";
import { change, guest, words } from "./world.ts";

const WHERE = "All to the river";

describe("an organisation of one person", function () {
  this.timeout(60_000);

  it("is dissolved, left, and still read as it is stored", async () => {
    const bakery = await Bakery.found();
    const { anna, world } = bakery;
    const all = change({ kind: ChangeKind.CreateRole, words: words("All") });
    await bakery.act(anna, "write", {
      organisation: 1,
      afterNumber: 1,
      changes: [all],
      people: [],
      invited: [guest(anna)],
      offers: [{ role: 1n, person: anna }],
    });
    const [role = 0n] = [...(await bakery.read()).state.roles.keys()].slice(-1);
    await bakery.act(anna, "agree", { organisation: 1, ruleHash: RULES, offers: [role] });
    const { founding } = (await bakery.read()).state;
    await bakery.act(anna, "ratify", { organisation: 1, number: founding.lastWrite });
    await bakery.act(anna, "dissolve", { organisation: 1, destinations: WHERE });
    await bakery.act(anna, "leaveOrganisation", { organisation: 1, roles: [role] });
    const { state, block } = await bakery.read();
    expect(state.founding.dissolvedAt).to.be.greaterThan(state.founding.endedAt);
    expect(isFounded(state)).to.equal(false);
    expect(state.roles.get(state.anchor)?.members).to.deep.equal([]);
    expect(partnerOf(state, anna)?.status).to.equal("none");
    const { differences } = await compare({ client: world.client, state, block });
    expect(differences).to.deep.equal([]);
  });
});
