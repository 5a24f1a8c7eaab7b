import { expect } from "chai";
import { keccak256, stringToHex } from "viem";

import { ALL_ARTICLES, Flags } from "#sdk/flags.ts";
import type { PresetName } from "#sdk/presets.ts";
import { PRESETS } from "#sdk/presets.ts";
import { Bakery, RULES } from "./bakery.ts";
import type { World } from "./world.ts";
import { createWorld, DAY, processesOf, words } from "./world.ts";

describe("presets", function () {
  this.timeout(60_000);
  let world: World;

  before(async () => {
    world = await createWorld();
  });

  for (const name of Object.keys(PRESETS) as PresetName[]) {
    it(`${name} founds an organisation`, async () => {
      const { settings, sentence } = PRESETS[name];
      const bakery = new Bakery(world);
      const { contracts } = world;
      await bakery.act(bakery.anna, "found", {
        words: words(name),
        ruleHash: RULES,
        articles: ALL_ARTICLES,
        settings,
        ratifiers: [bakery.anna],
        processes: processesOf(contracts),
        treasury: contracts.treasury,
        salt: keccak256(stringToHex(name)),
      });
      expect(sentence).to.match(/\.$/);
      expect(settings.window).to.be.within(3 * DAY, 60 * DAY);
    });
  }

  it("says with flags what it says in words", () => {
    expect(PRESETS.v5.settings.flags).to.equal(0);
    const { REALITY, NO_LEAD_FACILITATOR, MEETING_RIGHT, ELECTIVE, WINDOWLESS } = Flags;
    const older = REALITY | NO_LEAD_FACILITATOR | MEETING_RIGHT;
    expect(PRESETS["v4.1"].settings.flags).to.equal(older);
    expect(PRESETS.sociocratic.settings.flags).to.equal(ELECTIVE | MEETING_RIGHT);
    expect(PRESETS.windowless.settings.flags).to.equal(WINDOWLESS);
  });
});
