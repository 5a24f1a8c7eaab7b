import { expect } from "chai";

import { foundingAbi } from "#sdk/abi/founding.ts";
import { partnersAbi } from "#sdk/abi/partners.ts";
import { treasuryAbi } from "#sdk/abi/treasury.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import type { Act, ActOf, EventName } from "#sdk/chronicle/events.ts";
import { FoldError } from "#sdk/chronicle/fold/draft.ts";
import { fold, replay } from "#sdk/chronicle/fold.ts";
import type { Organisation, Origin } from "#sdk/chronicle/organisation.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { Bakery, SEEN_HERE, SEEN_THERE } from "./bakery.ts";
import { args, by, refuses as refusesIn, stranger } from "./refusals.ts";
import { DAY } from "./world.ts";

describe("fold", function () {
  this.timeout(60_000);
  let bakery: Bakery;
  let reading: Reading;
  let acts: readonly Act[];
  let origin: Origin;

  before(async () => {
    bakery = await Bakery.busy();
    reading = await bakery.read();
    ({ acts } = reading.state);
    origin = { circles: reading.state.circles, chainId: reading.chainId };
  });

  it("has seen every event", () => {
    const abis = [...foundingAbi, ...partnersAbi, ...treasuryAbi];
    const own = abis.filter((item) => item.type === "event").map(({ name }) => name);
    const names: readonly EventName[] = [...own, ...SEEN_HERE];
    // What an organisation of one person ends with is seen elsewhere.
    const seen = new Set([...acts.map(({ name }) => name), ...SEEN_THERE, "Dissolved" as const]);
    expect(names.filter((name) => !seen.has(name))).to.deep.equal([]);
  });

  it("ends at what the contracts store", async () => {
    const { client } = bakery.world;
    const { state, block } = reading;
    const { differences, comparisons } = await compare({ client, state, block });
    expect(differences).to.deep.equal([]);
    expect(comparisons).to.be.greaterThan(100);
  });

  it("notices storage that says otherwise", async () => {
    const { client } = bakery.world;
    const { state, block } = reading;
    const [id, role] = [...state.roles].at(-1) as [bigint, never];
    const roles = new Map(state.roles).set(id, Object.assign({}, role, { epoch: 99 }));
    const { differences } = await compare({ client, state: { ...state, roles }, block });
    expect(differences.map(({ view }) => view)).to.deep.equal([
      `Circles.roleAt(${id})`,
      `Circles.crowd(${id})`,
      `Structure.census(${id})`,
    ]);
  });

  it("comes to the same one event at a time, and leaves earlier states alone", () => {
    let state: Organisation | Origin = origin;
    const states: Organisation[] = [];
    for (const act of acts) {
      const after = fold(state, act);
      states.push(after);
      state = after;
    }
    expect(state).to.deep.equal(reading.state);
    const half = states[Math.floor(acts.length / 2)];
    expect(half).to.deep.equal(
      acts.slice(0, half?.acts.length).reduce<Organisation | Origin>(fold, origin),
    );
  });

  it("keeps what was removed", () => {
    expect(reading.state.removedRoles.size).to.equal(1);
    expect(reading.state.repealedPolicies.size).to.equal(1);
  });

  const refuses = <name extends EventName>(
    name: name,
    change: (act: ActOf<name>) => Partial<Act>,
    reason: RegExp,
  ) => refusesIn({ acts, origin }, name, change, reason);

  it("refuses what the founding does not allow", () => {
    refuses("Founded", args({ ruleHash: `0x${"00".repeat(32)}` }), /no hash/);
    refuses("Founded", args({ processes: [] }), /processes/);
    refuses("Founded", args({ ratifiers: [] }), /ratifiers/);
    refuses("Written", args({ afterNumber: 7 }), /afterNumber/);
    refuses("Ratified", args({ complete: false }), /complete/);
    refuses("Ratified", by, /not a ratifier/);
  });

  it("refuses what the record does not allow", () => {
    refuses("Invited", by, /may not admit/);
    refuses("Agreed", args({ ruleHash: `0x${"11".repeat(32)}` }), /ruleHash/);
    refuses("Agreed", by, /not invited/);
    refuses("Left", by, /not a partner/);
    refuses("Offered", by, /does not assign/);
    refuses("OfferWithdrawn", args({ person: stranger }), /./);
    refuses("Assigned", args({ person: stranger }), /not a partner/);
    refuses("Assigned", () => ({ subject: 99n }), /./);
    refuses("Unassigned", by, /does not assign/);
    refuses("OpennessDeclared", by, /not a partner/);
    refuses("RoleCreated", args({ circle: 99n }), /target/);
    refuses(
      "RoleCreated",
      args({ words: { name: "Other", text: "", domains: [], accountabilities: [] } }),
      /words/,
    );
    refuses("RoleCreated", () => ({ subject: 99n }), /new id/);
    refuses("RoleRemoved", args({ people: [] }), /list of people/);
    refuses("RoleRemoved", by, /missing/);
    refuses("PolicyAdopted", args({ reviewAt: 9 }), /reviewAt/);
    refuses("Inscribed", args({ revision: 9 }), /revision/);
    refuses(
      "SettingsSet",
      args({ settings: { ...NO_SETTINGS, window: 60, notice: DAY } }),
      /window/,
    );
  });

  it("refuses what the objection round does not allow", () => {
    refuses("Proposed", by, /not a member/);
    refuses("Proposed", args({ closesAt: 1 }), /closesAt/);
    refuses("Proposed", args({ expected: 9 }), /expected/);
    refuses("Proposed", args({ marks: 0 }), /marks/);
    refuses("Proposed", args({ attention: 7 }), /attention/);
    refuses("Proposed", args({ adopted: true }), /adopted/);
    refuses("Amended", by, /not the proposer/);
    refuses("Amended", args({ version: 9 }), /version/);
    refuses("Objected", by, /./);
    refuses("Objected", args({ asRole: 99n }), /does not speak/);
    refuses("ObjectionWithdrawn", args({ closesAt: 1 }), /closesAt/);
    refuses("Resolved", args({ content: `0x${"11".repeat(32)}` }), /content/);
    refuses("Resolved", args({ adopted: true }), /adopted/);
    refuses("Confirmed", args({ adopted: false }), /adopted/);
    refuses("Confirmed", args({ version: 9 }), /version/);
    refuses("Withdrawn", by, /not the proposer/);
    refuses("Enacted", (act) => ({ time: act.time + 31 * DAY }), /Lapsed/);
    refuses("Enacted", () => ({ subject: 99n }), /no proposal/);
  });

  it("refuses what the treasury does not allow", () => {
    refuses("Announced", by, /does not act for/);
    refuses("Announced", args({ closesAt: 1 }), /closesAt/);
    refuses("Announced", args({ slot: 3 }), /slot/);
    refuses("Escalated", by, /no standing/);
    refuses("Reversed", by, /may not reverse/);
    refuses("Reversed", args({ closesAt: 1 }), /closesAt/);
    refuses("Revoked", by, /may not revoke/);
    refuses("Paid", by, /does not act for/);
    refuses("Lapsed", () => ({ time: 0 }), /older/);
  });

  it("refuses an event from another contract", () => {
    for (const name of ["Written", "Assigned", "Confirmed", "Announced"] as const) {
      refuses(name, () => ({ emitter: stranger }), /its contract/);
    }
  });

  it("refuses an enactment without its changes, and changes without an enactment", () => {
    const enacted = acts.findLastIndex(({ name }) => name === "Enacted");
    expect(() => replay(acts.slice(0, enacted + 1), origin)).to.throw(FoldError, /not finished/);
    const lone = acts.findLastIndex(({ name }) => name === "RoleRemoved");
    const before = acts.slice(0, lone - 1);
    const last = before.at(-1);
    const alone = { ...acts[lone], number: lone, previous: last?.head } as Act;
    expect(() => replay([...before, alone], origin)).to.throw(FoldError, /no adopted proposal/);
  });
});
