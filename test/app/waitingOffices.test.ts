import { expect } from "chai";

import { ETH } from "#app/model/money.ts";
import type { Looking } from "#app/pages/waiting/item.ts";
import { waitingFor } from "#app/pages/waiting/waitingFor.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";
import { ItemStep } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import {
  attends,
  consenting,
  election,
  inStepOf,
  item,
  meeting,
  officed,
  request,
  sealed,
  shared,
  tenure,
} from "./officers.ts";
import { ANN, BEN, DAY, DORA, EVE, HAL, id, NOW, nameOf, proposal, ZOE } from "./organisation.ts";

function waits(me: typeof EVE, organisation: Organisation, now = NOW): readonly string[] {
  const view: Looking = { organisation, me, now, nameOf, moneyOf: () => ETH };
  const items = waitingFor(view);
  for (const { because, silence, title } of items) {
    for (const text of [because, silence]) expect(text).to.match(/^.+[.”]$/);
    expect(title).not.to.equal("");
  }
  return items.map(({ kind }) => kind);
}

const facilitated = { tenures: [tenure(Office.Facilitator, BEN)] };

describe("what waits for somebody in elections", () => {
  it("the facilitator opens one; after the notice it waits for every member", () => {
    const state = officed({ ...facilitated, elections: [election()] });
    expect(waits(BEN, state)).to.deep.equal(["open election"]);
    expect(waits(EVE, state)).to.deep.equal([]);
    expect(waits(EVE, state, NOW + 2 * DAY)).to.deep.equal(["open election"]);
    expect(waits(ANN, state, NOW + 2 * DAY)).to.deep.equal([]);
  });

  it("members nominate, sealers share, sharers change", () => {
    const sealing = officed({
      elections: [inStepOf(ElectionStep.Sealing, { ballots: [sealed(DORA)] })],
    });
    expect(waits(EVE, sealing)).to.deep.equal(["nominate"]);
    expect(waits(DORA, sealing)).to.deep.equal([]);
    const sharing = officed({
      elections: [inStepOf(ElectionStep.Sharing, { ballots: [sealed(DORA)] })],
    });
    expect(waits(DORA, sharing)).to.deep.equal(["share"]);
    expect(waits(EVE, sharing)).to.deep.equal([]);
    const changing = officed({
      elections: [inStepOf(ElectionStep.Changing, { ballots: [shared(DORA, EVE)] })],
    });
    expect(waits(DORA, changing)).to.deep.equal(["change"]);
  });

  it("the count waits for members and nominators, and for nobody else", () => {
    const counting = officed({ elections: [inStepOf(ElectionStep.Counting)] });
    expect(waits(EVE, counting)).to.deep.equal(["count"]);
    expect(waits(ZOE, counting)).to.deep.equal([]);
  });

  it("whoever nominated none of the tied chooses", () => {
    const tie = { round: 0, tied: [EVE, HAL], at: NOW, endsAt: NOW + 2 * DAY };
    const tied = inStepOf(ElectionStep.Choosing, {
      ballots: [shared(DORA, DORA), shared(EVE, EVE)],
      ties: [tie],
    });
    expect(waits(DORA, officed({ elections: [tied] }))).to.deep.equal(["choose"]);
    expect(waits(EVE, officed({ elections: [tied] }))).to.deep.equal([]);
  });

  it("the candidate says whether they are willing; nominators answer, then it is concluded", () => {
    const silent = officed({ elections: [consenting({ willing: false })] });
    expect(waits(EVE, silent)).to.deep.equal(["willing"]);
    expect(waits(DORA, silent)).to.deep.equal(["confirm candidate"]);
    const all = officed({ elections: [consenting({ confirmed: [DORA, EVE] })] });
    expect(waits(DORA, all)).to.deep.equal(["conclude"]);
    expect(waits(HAL, all)).to.deep.equal([]);
  });

  it("an objection to the candidate waits for the facilitator", () => {
    const objection = { by: DORA, candidate: EVE, reason: "Busy.", at: NOW, withdrawnAt: 0 };
    const state = officed({
      ...facilitated,
      elections: [consenting({ objections: [objection] })],
    });
    expect(waits(BEN, state)).to.deep.equal(["discard candidate"]);
  });

  it("R-ELE-10 a term that has ended waits for the facilitator, for its holder, and without one for all", () => {
    const ended = tenure(Office.Secretary, EVE, { until: NOW - DAY });
    const led = officed({ tenures: [tenure(Office.Facilitator, DORA), ended] });
    expect(waits(DORA, led)).to.deep.equal(["term ended"]);
    expect(waits(EVE, led)).to.deep.equal(["term ended"]);
    expect(waits(ANN, led)).to.deep.equal([]);
    const alone = officed({ tenures: [tenure(Office.Secretary, HAL, { until: NOW - DAY })] });
    expect(waits(EVE, alone)).to.deep.equal(["term ended"]);
    const called = election({
      subject: { ...election().subject, office: Office.Secretary },
    });
    const going = officed({ tenures: [ended], elections: [called] });
    expect(waits(EVE, going)).to.deep.equal([]);
  });
});

describe("what waits for somebody about meetings", () => {
  it("members see one that comes near, and check in while it goes on", () => {
    const soon = meeting({ startsAt: NOW + DAY, endsAt: NOW + DAY + 3600 });
    expect(waits(EVE, officed({ meetings: [soon] }))).to.deep.equal(["meeting soon"]);
    const far = meeting({ startsAt: NOW + 9 * DAY, endsAt: NOW + 9 * DAY + 3600 });
    expect(waits(EVE, officed({ meetings: [far] }))).to.deep.equal([]);
    expect(waits(EVE, officed({ meetings: [meeting()] }))).to.deep.equal(["check in"]);
    expect(waits(ANN, officed({ meetings: [meeting()] }))).to.deep.equal([]);
    const there = meeting({ attendance: [attends(EVE)] });
    expect(waits(EVE, officed({ meetings: [there] }))).to.deep.equal([]);
  });

  it("the round of the item in hand waits for everybody present but the proposer", () => {
    const round = item({ step: ItemStep.Objecting, proposal: id(20), version: 1, round: 1 });
    const here = meeting({
      attendance: [attends(EVE), attends(DORA)],
      current: id(61),
      items: [id(61)],
    });
    const state = officed(
      { meetings: [here], items: [round] },
      { proposals: new Map([[id(20), proposal({ confirmations: [] })]]) },
    );
    expect(waits(EVE, state)).to.include("confirm item");
    expect(waits(DORA, state)).to.deep.equal([]);
  });

  it("an extension waits for members present, who may refuse", () => {
    const extension = { until: NOW + 7200, by: BEN, at: NOW, refusedBy: null };
    const longer = meeting({ attendance: [attends(EVE)], extension });
    expect(waits(EVE, officed({ meetings: [longer] }))).to.deep.equal(["extension"]);
  });

  it("R-MTG-1 a request waits for the secretary, and after the notice for whoever asked", () => {
    const state = officed({
      tenures: [tenure(Office.Secretary, BEN)],
      requests: [request()],
    });
    expect(waits(BEN, state)).to.deep.equal(["schedule"]);
    expect(waits(EVE, state)).to.deep.equal([]);
    expect(waits(EVE, state, NOW + 2 * DAY)).to.deep.equal(["schedule"]);
    const answered = officed({
      tenures: [tenure(Office.Secretary, BEN)],
      requests: [request({ meeting: id(60) })],
    });
    expect(waits(BEN, answered)).to.deep.equal([]);
  });
});
