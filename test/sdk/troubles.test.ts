import { expect } from "chai";

import { breakdownsAbi } from "#sdk/abi/breakdowns.ts";
import { initiativesAbi } from "#sdk/abi/initiatives.ts";
import { rulingsAbi } from "#sdk/abi/rulings.ts";
import { compare } from "#sdk/chronicle/compare.ts";
import type { Act, EventName } from "#sdk/chronicle/events.ts";
import { replay } from "#sdk/chronicle/fold.ts";
import { precedentsIn, rulingStands } from "#sdk/chronicle/governance.ts";
import { isInBreakdown } from "#sdk/chronicle/mayAct.ts";
import type { Origin } from "#sdk/chronicle/organisation.ts";
import type { Reading } from "#sdk/chronicle/read.ts";
import { readingOf, StrikePhase, strikePhaseAt } from "#sdk/chronicle/rulings.ts";
import { Orchard } from "./orchard.ts";
import { args, by, refuses as refusesIn, stranger } from "./refusals.ts";
import { dare, restore, rule } from "./troubles.ts";
import { DAY } from "./world.ts";

describe("fold of rulings, breakdowns and initiatives", function () {
  this.timeout(60_000);
  let orchard: Orchard;
  let reading: Reading;
  let acts: readonly Act[];
  let origin: Origin;

  before(async () => {
    orchard = await Orchard.busy();
    await rule(orchard);
    await restore(orchard);
    await dare(orchard);
    reading = await orchard.read();
    ({ acts } = reading.state);
    origin = { circles: reading.state.circles, chainId: reading.chainId };
  });

  it("has seen every event", () => {
    const abis = [...rulingsAbi, ...breakdownsAbi, ...initiativesAbi];
    const names = abis.filter((item) => item.type === "event").map(({ name }) => name);
    const seen: ReadonlySet<string> = new Set(acts.map(({ name }) => name));
    expect(names.filter((name) => !seen.has(name))).to.deep.equal([]);
  });

  it("P6 ends at what the contracts store", async () => {
    const { client } = orchard.world;
    const { state, block } = reading;
    const { differences, comparisons } = await compare({ client, state, block });
    expect(differences).to.deep.equal([]);
    expect(comparisons).to.be.greaterThan(300);
  });

  it("names the view that answers otherwise", async () => {
    const { client } = orchard.world;
    const { state, block } = reading;
    const [[circle, breakdown]] = state.breakdowns as unknown as [[bigint, never]];
    const breakdowns = new Map(state.breakdowns).set(circle, {
      ...(breakdown as object),
      due: 7,
    } as never);
    const { differences } = await compare({ client, state: { ...state, breakdowns }, block });
    expect(differences.map(({ view }) => view)).to.deep.equal([
      `Breakdowns.breakdownAt(${circle})`,
    ]);
  });

  it("R-RUL-2 R-RUL-3 tells which rulings are precedent where, and which are outdated", () => {
    const { state } = reading;
    const [ofPolicy, ofRules, ofRole] = [...state.interpretations.values()];
    if (ofPolicy === undefined || ofRules === undefined || ofRole === undefined) {
      throw new Error("Fewer interpretations were asked for.");
    }
    expect(readingOf(ofPolicy)?.text).to.equal("All");
    // The policy was struck since.
    expect(rulingStands(state, ofPolicy)).to.equal(false);
    expect(rulingStands(state, ofRules)).to.equal(true);
    expect(rulingStands(state, ofRole)).to.equal(false);
    for (const circle of [orchard.anchor, orchard.operations, orchard.oven]) {
      expect(precedentsIn(state, circle)).to.deep.equal([ofRules]);
    }
    const before = replay(
      acts.slice(
        0,
        acts.findIndex(({ name }) => name === "StrikeRequested"),
      ),
      origin,
    );
    expect(precedentsIn(before, orchard.operations)).to.have.length(2);
    // A ruling of an inner circle says nothing outside it.
    const inner = acts.findIndex(({ name }) => name === "InterpretationAppealed");
    const early = replay(acts.slice(0, inner), origin);
    expect(precedentsIn(early, orchard.operations)).to.have.length(1);
    expect(precedentsIn(early, orchard.anchor)).to.have.length(0);
  });

  it("R-STR-3 keeps the words of what was struck", () => {
    const { state } = reading;
    const [struck] = [...state.repealedPolicies.values()];
    expect(struck?.words.name).to.equal("Open books");
    const fallen = [...state.strikes.values()].at(-1);
    if (fallen === undefined) throw new Error("Nothing was asked to be struck.");
    expect(fallen.phase).to.equal(StrikePhase.Contested);
    expect(strikePhaseAt(fallen, fallen.deadline - 1)).to.equal(StrikePhase.Contested);
    expect(strikePhaseAt(fallen, fallen.deadline)).to.equal(StrikePhase.Fallen);
  });

  it("R-BRK-9 tells which circles are in breakdown", () => {
    const { state } = reading;
    expect(isInBreakdown(state, orchard.operations)).to.equal(true);
    expect(isInBreakdown(state, orchard.anchor)).to.equal(true);
    expect(isInBreakdown(state, orchard.oven)).to.equal(false);
    expect(state.audits.map(({ circle }) => circle)).to.deep.equal([orchard.operations]);
  });

  const refuses = <name extends EventName>(
    name: name,
    change: Parameters<typeof refusesIn<name>>[2],
    reason: RegExp,
  ) => refusesIn({ acts, origin }, name, change, reason);
  const later = (seconds: number) => (act: Act) => ({ time: act.time + seconds });

  it("refuses what rulings do not allow", () => {
    refuses("InterpretationAsked", by, /not a partner/);
    refuses("InterpretationAsked", args({ revision: 9 }), /revision/);
    refuses("InterpretationAsked", args({ object: 9n }), /no role and no policy/);
    refuses("InterpretationAsked", args({ circle: 9n }), /no role 9/);
    refuses("Interpreted", by, /secretary/);
    refuses("Interpreted", () => ({ subject: 9n }), /no such interpretation/);
    refuses("InterpretationAppealed", by, /not a partner/);
    refuses("InterpretationAppealed", args({ rung: orchard.oven }), /rung/);
    refuses("InterpretationReviewed", by, /secretary/);
    refuses("StrikeRequested", by, /not a partner/);
    refuses("StrikeRequested", args({ circle: orchard.oven }), /not around/);
    refuses("StrikeRequested", args({ object: orchard.anchor }), /nothing that could/);
    refuses("GovernanceCleared", by, /secretary/);
    refuses("GovernanceStruck", by, /secretary/);
    refuses("GovernanceStruck", args({ reason: 5 }), /reason/);
    refuses("GovernanceStruck", args({ deadline: 1 }), /deadline/);
    refuses("StrikeAppealed", by, /not a partner/);
    refuses("StrikeAppealed", later(4 * DAY), /phase/);
    refuses("StrikeDecided", by, /secretary/);
    refuses("StrikeDecided", later(4 * DAY), /phase/);
    refuses("StrikeCarriedOut", (act) => ({ time: act.time - 2 * DAY }), /older|phase/);
    refuses("RoleRemoved", () => ({ subject: orchard.oven }), /./);
    refuses("PolicyRepealed", by, /missing/);
  });

  it("refuses what breakdowns do not allow", () => {
    refuses("AuditAsked", by, /not a partner/);
    refuses("BreakdownDeclared", args({ due: 1 }), /due/);
    refuses("BreakdownDeclared", args({ reason: 3 }), /no reason/);
    refuses("BreakdownDeclared", args({ reason: 0 }), /not the actor's/);
    refuses("BreakdownDeclared", args({ by: orchard.oven }), /not in breakdown/);
    refuses("OfficeTakenOver", by, /facilitator/);
    refuses("OfficeTakenOver", args({ office: 2 }), /not taken over/);
    refuses("LeadAdded", by, /facilitator/);
    refuses("LeadAdded", () => ({ subject: orchard.oven }), /not in breakdown/);
    refuses("BreakdownEnded", by, /secretary/);
    refuses("BreakdownEnded", args({ overturned: false }), /facilitator/);
    refuses("DiscardJudged", args({ reason: 4 }), /no such reason/);
    refuses("Assigned", args({ person: stranger }), /partner|person/);
  });

  it("refuses what initiatives do not allow", () => {
    refuses("InitiativeDeclared", by, /does not act/);
    refuses("InitiativeDeclared", args({ breaks: 9n }), /unknown/);
    refuses("InitiativeDeclared", args({ breaks: 0n }), /why not to wait/);
    refuses("InitiativeDeclared", args({ affected: [] }), /1 to 8/);
    refuses("InitiativeDeclared", args({ affected: [9n] }), /no role/);
    refuses("RefrainAsked", by, /does not act/);
    refuses("RefrainAsked", args({ role: orchard.oven }), /does not affect/);
    refuses("RefrainLifted", by, /not the actor's/);
    refuses("RefrainLifted", args({ role: orchard.oven }), /nobody asks/);
  });
});
