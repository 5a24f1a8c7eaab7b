import { expect } from "chai";

import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import { redirectionKey } from "#sdk/chronicle/organisation.ts";
import { Flags } from "#sdk/flags.ts";
import { Bakery } from "./bakery.ts";
import { args, by, refuses } from "./refusals.ts";
import { change, DAY, settings } from "./world.ts";

describe("fold of what is placed with who assigns", function () {
  this.timeout(60_000);

  it("R-ROL-9 takes what they do beside the leads of an anchor, and nobody else's", async () => {
    const bakery = await Bakery.open();
    const { anna, cleo, world } = bakery;
    const [operations, secretary] = await bakery.roles();
    const { anchor } = (await bakery.read()).state;
    const named = { window: 4 * DAY, admission: secretary, assigner: secretary };
    const placed = settings({ ...named, flags: Flags.PLACES_REDIRECTING });
    const place = change({ kind: ChangeKind.Configure, revision: 2, settings: [placed] });
    const proposal = await bakery.proposeIn(anchor, anna, operations, [place]);
    await world.wait(5 * DAY);
    await bakery.enact(anna, proposal);
    await bakery.act(cleo, "redirect", { circle: anchor, subject: 0n, role: operations });
    const { state, block } = await bakery.read();
    expect(state.redirections.get(redirectionKey(anchor, 0n))).to.equal(operations);
    const { differences } = await compare({ client: world.client, state, block });
    expect(differences).to.deep.equal([]);
    const history = { acts: state.acts, origin: { circles: state.circles, chainId: 31337 } };
    refuses(history, "Redirected", by, /does not lead/);
    refuses(history, "Redirected", () => ({ actor: anna }), /does not lead/);
    refuses(history, "Redirected", args({ role: 99n }), /99/);
  });
});
