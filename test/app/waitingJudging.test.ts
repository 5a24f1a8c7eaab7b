import { expect } from "chai";
import type { Address } from "viem";

import { ETH } from "#app/model/money.ts";
import type { Sign } from "#app/model/view.ts";
import { forAnyone } from "#app/pages/waiting/forAnyone.ts";
import type { Item, Looking } from "#app/pages/waiting/item.ts";
import { toSettle } from "#app/pages/waiting/judging.ts";
import { waitingFor } from "#app/pages/waiting/waitingFor.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { dropJudgement, judgement, officered } from "./judging.ts";
import {
  ANCHOR,
  ANN,
  BEN,
  DAY,
  DORA,
  EVE,
  firstVersion,
  HAL,
  KITCHEN,
  NOW,
  nameOf,
  OPERATIONS,
  objectionOf,
  proposal,
} from "./organisation.ts";

function seen(me: Address, one: Proposal, now = NOW): Looking {
  const organisation = officered({ proposals: new Map([[one.id, one]]) });
  return { organisation, me, now, nameOf, moneyOf: () => ETH };
}

const waits = (me: Address, one: Proposal, now = NOW) => waitingFor(seen(me, one, now));
const kinds = (me: Address, one: Proposal, now = NOW) =>
  waits(me, one, now).map(({ kind }) => kind);

/** Eve objects by a rule to Dora's proposal. */
const objected = (change: Partial<Proposal> = {}) =>
  proposal({ objections: [objectionOf(EVE)], ...change });
const until = NOW + 3 * DAY;

function signed(item: Item | undefined): string | undefined {
  const names: string[] = [];
  const sign: Sign = (name) => {
    names.push(name);
  };
  for (const act of item?.acts ?? []) if ("sign" in act) act.sign(sign);
  return names.join();
}

describe("judgements that wait for somebody", () => {
  it("ask the facilitator for a test until it is answered", () => {
    const asked = { testRequests: [{ by: DORA, objector: EVE, at: NOW }] };
    expect(kinds(BEN, objected(asked))).to.deep.equal(["test"]);
    expect(kinds(BEN, objected())).to.deep.equal([]);
    const upheld = [{ by: BEN, objector: EVE, text: "t", at: NOW, version: 1 }];
    expect(kinds(BEN, objected({ ...asked, upheld }))).to.deep.equal([]);
  });

  it("ask the secretary for a ruling on what names a rule", () => {
    expect(kinds(ANN, objected())).to.deep.equal(["rule"]);
    const argued = { ...objectionOf(EVE).objection, rule: "", harm: "h" };
    const other = proposal({ objections: [{ ...objectionOf(EVE), objection: argued }] });
    expect(kinds(ANN, other)).to.deep.equal([]);
  });

  it("ask the anchor's secretary to second, until it is void", () => {
    const by = { circle: ANCHOR, judgements: [judgement({ phase: Phase.Seconding, by: ANN })] };
    const [item] = waits(BEN, objected(by)).filter(({ kind }) => kind === "second");
    expect(item?.until).to.equal(until);
    expect(item?.silence).to.contain("void");
    expect(signed(item)).to.equal("secondJudgement");
    expect(kinds(BEN, objected(by), until)).not.to.include("second");
  });

  it("tell the objector to appeal, with the time left and what silence does", () => {
    const [item] = waits(EVE, objected({ judgements: [judgement()] }));
    expect(item?.kind).to.equal("appeal");
    expect(item?.until).to.equal(until);
    expect(item?.silence).to.match(/final on .*your objection is discarded/);
    const dropped = proposal({ stopped: true, judgements: [dropJudgement()] });
    expect(kinds(DORA, dropped)).to.deep.equal(["appeal"]);
    expect(kinds(EVE, dropped)).to.deep.equal([]);
  });

  it("ask the secretary before whom an appeal is to decide it", () => {
    const appeal = { rung: OPERATIONS, by: EVE, text: "a", at: NOW, decided: null };
    const one = objected({
      judgements: [judgement({ phase: Phase.Appealed, rung: OPERATIONS, appeals: [appeal] })],
    });
    const item = waits(ANN, one).find(({ kind }) => kind === "decide");
    expect(item?.because).to.contain("Eve appealed to the secretary of Operations");
    expect(item?.silence).to.contain("overturned");
    expect(kinds(BEN, one)).not.to.include("decide");
  });

  it("ask those concerned to settle what time has decided", () => {
    const one = objected({ judgements: [judgement()] });
    expect(kinds(EVE, one, until)).to.deep.equal(["settle"]);
    expect(kinds(BEN, one, until)).to.deep.equal(["settle"]);
    expect(kinds(HAL, one, until)).to.deep.equal([]);
    expect(signed(waits(EVE, one, until)[0])).to.equal("settleJudgement");
    expect(toSettle(seen(HAL, one, until))).to.have.length(1);
    expect(toSettle(seen(EVE, one, until))).to.deep.equal([]);
    expect(toSettle(seen(HAL, one))).to.deep.equal([]);
  });
});

describe("proposals that wait for more than their window", () => {
  it("ask the silent where silence is no consent, also after the window", () => {
    const versions = [{ ...firstVersion, windowless: true }];
    const [item] = waits(EVE, proposal({ versions }), NOW + 5 * DAY);
    expect(item?.kind).to.equal("answer");
    expect(item?.silence).to.contain("silence is no consent");
    const [own] = waits(DORA, proposal({ versions }), NOW + 5 * DAY);
    expect(own?.kind).to.equal("silence");
    expect(own?.silence).to.contain("Three ways out");
  });

  it("ask the silent while confirmations are missing", () => {
    const versions = [{ ...firstVersion, attention: 1 }];
    expect(kinds(EVE, proposal({ versions }), NOW + 5 * DAY)).to.deep.equal(["answer"]);
    expect(kinds(EVE, proposal({ versions }), NOW + 19 * DAY)).to.deep.equal([]);
  });

  it("tell the proposer of a conflict, and nobody to enact it", () => {
    const [change] = firstVersion.changes;
    if (change === undefined) throw new Error("The version has a change.");
    const stale = { ...change, kind: ChangeKind.RemoveRole, target: KITCHEN, revision: 7 };
    const versions = [{ ...firstVersion, changes: [stale] }];
    expect(kinds(DORA, proposal({ versions }))).to.deep.equal(["conflict"]);
    const adopted = seen(HAL, proposal({ versions }), NOW + 5 * DAY);
    expect(forAnyone(adopted)).to.deep.equal([]);
  });
});
