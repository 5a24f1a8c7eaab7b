import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import type { Address } from "viem";
import { numberToHex, zeroAddress } from "viem";

import { type Batch, batches } from "#scripts/found/batches.ts";
import { type FoundingFile, parseFoundingFile } from "#scripts/found/file.ts";
import { anchorSettings, circleSettings } from "#scripts/found/settings.ts";
import { ROOT } from "#scripts/setup.mjs";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { Flags, Tags } from "#sdk/flags.ts";
import { PRESETS } from "#sdk/presets.ts";

const DAY = 86_400;
const DEMO = readFileSync(join(ROOT, "demo", "meander-commons.json"), "utf8");

/** A small file, with changes. */
function small(change: object = {}): FoundingFile {
  const file = {
    name: "Bakery",
    purpose: "Bread",
    rules: "rules",
    founder: "ann",
    ratifiers: ["ann"],
    people: [{ id: "ann", name: "Ann" }],
    circles: [{ id: "oven", circle: "anchor", name: "Oven", leads: ["ann"] }],
    roles: [{ id: "baker", circle: "oven", name: "Baker", purpose: "Bread" }],
    policies: [],
    ...change,
  };
  return parseFoundingFile(JSON.stringify(file), "bakery.json");
}

const [oven] = small().circles;
const ovenOf = (change: object) => small({ circles: [{ ...oven, ...change }] });

/** All founding writes, with ids from 100. */
function writesOf(file: FoundingFile): readonly Batch[] {
  const addressOf = (person: string): Address =>
    numberToHex(file.people.findIndex(({ id }) => id === person) + 1, { size: 20 });
  const writes: Batch[] = [];
  const all = batches(file, 1n << 32n, addressOf);
  let created: bigint[] = [];
  for (let next = all.next(); !next.done; next = all.next(created)) {
    writes.push(next.value);
    created = next.value.creates.flatMap((name, i) => (name === null ? [] : [BigInt(100 + i)]));
  }
  return writes;
}

describe("a founding file", () => {
  it("takes the settings of a preset, and what it says beside it", () => {
    expect(anchorSettings(small())).to.deep.equal(PRESETS.v5.settings);
    expect(anchorSettings(small({ preset: "sociocratic" }))).to.deep.equal(
      PRESETS.sociocratic.settings,
    );
    const settings = anchorSettings(
      small({ preset: "sociocratic", windowDays: 9, noticeDays: 2, quorum: 4, flags: ["REALITY"] }),
    );
    expect(settings).to.deep.equal({
      ...PRESETS.sociocratic.settings,
      window: 9 * DAY,
      notice: 2 * DAY,
      quorum: 4,
      flags: Flags.REALITY,
    });
  });

  it("gives a circle settings of its own only where it says any, and the anchor's for the rest", () => {
    const plain = small({ preset: "sociocratic" });
    expect(circleSettings(plain, plain.circles[0]!, 0n)).to.equal(undefined);
    const own = ovenOf({ windowDays: 4 });
    const file = { ...own, preset: "sociocratic" as const };
    expect(circleSettings(file, file.circles[0]!, 7n)).to.deep.equal({
      ...PRESETS.sociocratic.settings,
      window: 4 * DAY,
      notice: 0,
      flags: Flags.ELECTIVE,
      appointer: 7n,
    });
  });

  it("writes kinds of partners with custodians, tags of policies, and who appoints", () => {
    const file = ovenOf({ appointer: "baker" });
    const people = [
      { id: "ann", name: "Ann" },
      { id: "con", name: "Con", kind: "associate" },
      { id: "bot", name: "Bot", kind: "agent", custodian: "ann" },
    ];
    const policies = [
      { circle: "oven", title: "a", text: "a", kind: "grant" },
      { circle: "oven", title: "b", text: "b", kind: ["changes-default"], reach: "binding" },
    ];
    const whole = small({ people, policies, circles: file.circles });
    const writes = writesOf(whole);
    const changes = writes.flatMap((write) => write.changes);
    const adopted = changes.filter(({ kind }) => kind === ChangeKind.AdoptPolicy);
    expect(adopted.map(({ tags }) => tags)).to.deep.equal([
      Tags.GRANT,
      Tags.DEFAULT | Tags.INSIDE_TOO | Tags.BINDING,
    ]);
    const configured = changes.find(({ kind }) => kind === ChangeKind.Configure);
    expect(configured?.settings[0]?.appointer).to.equal(2n);
    expect(writes.flatMap(({ invited }) => invited)).to.deep.equal([
      { person: numberToHex(1, { size: 20 }), kind: PartnerKind.Person, custodian: zeroAddress },
      { person: numberToHex(2, { size: 20 }), kind: PartnerKind.Associate, custodian: zeroAddress },
      {
        person: numberToHex(3, { size: 20 }),
        kind: PartnerKind.Agent,
        custodian: numberToHex(1, { size: 20 }),
      },
    ]);
  });

  for (const [what, change, complaint] of [
    ["an agent for whom nobody answers", { kind: "agent" }, "answers for bot"],
    ["an agent for whom an agent answers", { kind: "agent", custodian: "bot" }, "answers for bot"],
    ["a custodian of a person", { custodian: "ann" }, "is no agent"],
    ["a policy of no kind", null, "policies.0.kind"],
    ["an appointer who is nowhere", undefined, "is not among the roles"],
  ] as const) {
    it(`is refused with ${what}`, () => {
      const people = [
        { id: "ann", name: "Ann" },
        { id: "bot", name: "Bot", ...change },
      ];
      const read = () => {
        if (change === undefined) return ovenOf({ appointer: "nowhere" });
        if (change !== null) return small({ people });
        return small({ policies: [{ circle: "oven", title: "a", text: "a" }] });
      };
      expect(read).to.throw(complaint);
    });
  }

  it("of the worked organisation has associates, an agent with a custodian, and tags everywhere", () => {
    const file = parseFoundingFile(DEMO, "demo");
    const kinds = file.people.filter(({ kind }) => kind !== "person");
    expect(kinds.map(({ id, kind, custodian }) => [id, kind, custodian])).to.deep.equal([
      ["n01", "associate", undefined],
      ["n02", "associate", undefined],
      ["a01", "agent", "p03"],
    ]);
    expect(file.policies.every(({ kind }) => kind.length > 0)).to.equal(true);
  });
});
