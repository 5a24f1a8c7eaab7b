import { expect } from "chai";

import { dropRungsOf, rungsOf } from "#app/words/judgements.ts";
import { adoptedBy } from "#app/words/status.ts";
import { answersText, silentOf, waitsText } from "#app/words/waits.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Outcome } from "#sdk/chronicle/lifecycle.ts";
import type { Confirmation, Proposal } from "#sdk/chronicle/organisation.ts";
import { dropJudgement, judgement, officered } from "./judging.ts";
import {
  ANCHOR,
  ANN,
  BEN,
  DAY,
  DORA,
  EVE,
  firstVersion,
  NOW,
  nameOf,
  OPERATIONS,
  objectionOf,
  proposal,
} from "./organisation.ts";

const names = { organisation: officered(), nameOf };
const raised = objectionOf(EVE);

/** What the ladder of Eve's objection says, and what runs at its end. */
function ladder(change: Partial<Proposal>, now = NOW) {
  const rungs = rungsOf(names, proposal({ objections: [raised], ...change }), raised, now);
  return { texts: rungs.map(({ text }) => text), runs: rungs.at(-1)?.runs };
}

describe("the rungs of a judgement in words", () => {
  it("tell who asked, found, ruled and judged, in the order of time", () => {
    const { texts } = ladder({
      testRequests: [{ by: DORA, objector: EVE, at: NOW }],
      upheld: [{ by: BEN, objector: EVE, text: "t", at: NOW + 1, version: 1 }],
      rulings: [
        {
          by: ANN,
          objector: EVE,
          text: "t",
          at: NOW + 2,
          version: 1,
          objectedTo: 1,
          violates: false,
        },
      ],
      judgements: [judgement({ at: NOW + 3 })],
    });
    expect(texts).to.deep.equal([
      "Dora asked the facilitator to test it.",
      "Ben found that it gives every argument it needs.",
      "Ann ruled that version 1 would not break the rule it names.",
      "Ben judged that it is to be discarded: no argument says how it would harm the circle.",
      "Eve may appeal, to the secretary of Operations.",
    ]);
  });

  it("say for every open rung until when it runs and what silence does", () => {
    const at = (phase: Phase, rung: bigint | null = null) =>
      ladder({ judgements: [judgement({ phase, rung })] });
    const until = NOW + 3 * DAY;
    expect(at(Phase.Seconding).runs).to.deep.equal({ until, silence: "Unseconded, it is void." });
    expect(at(Phase.Appealable).runs?.silence).to.equal("Without an appeal it is final.");
    expect(at(Phase.Appealable, OPERATIONS).texts.at(-1)).to.contain("the secretary of Bakery");
    expect(at(Phase.Appealed, ANCHOR).texts.at(-1)).to.equal(
      "It is before the secretary of Bakery.",
    );
    expect(at(Phase.Appealed, ANCHOR).runs?.silence).to.equal("Undecided, it is overturned.");
  });

  it("say what time has made of it", () => {
    const later = (phase: Phase) =>
      ladder({ judgements: [judgement({ phase, rung: OPERATIONS })] }, NOW + 3 * DAY).texts.at(-1);
    expect(later(Phase.Seconding)).to.equal("It is void: nobody seconded it in time.");
    expect(later(Phase.Appealable)).to.contain("It is final. Once anybody settles it");
    expect(later(Phase.Appealed)).to.contain("Nobody decided before");
    const ended = { ...raised, ended: { how: "withdrawn", at: NOW } } as const;
    expect(ladder({ objections: [ended], judgements: [judgement()] }).texts.at(-1)).to.contain(
      "It is void: the objection",
    );
  });

  it("tell appeals with their decisions, and the settlement", () => {
    const decided = { by: ANN, upheld: true, text: "d", at: NOW + 2 };
    const { texts } = ladder({
      judgements: [
        judgement({
          phase: Phase.Settled,
          stands: true,
          settledAt: NOW + 9,
          appeals: [
            { rung: OPERATIONS, by: EVE, text: "a", at: NOW + 1, decided },
            { rung: ANCHOR, by: EVE, text: "a", at: NOW + 3, decided: null },
          ],
        }),
      ],
    });
    expect(texts.slice(1)).to.deep.equal([
      "Eve appealed, to the secretary of Operations.",
      "Ann upheld the judgement, for Operations.",
      "Eve appealed, to the secretary of Bakery.",
      "It was settled: the objection is discarded.",
    ]);
  });

  it("belong to the objection that was judged, and not to another of the same person", () => {
    const second = objectionOf(EVE, 2);
    const both = proposal({
      objections: [raised, { ...second, raisedAt: NOW + DAY }],
      judgements: [judgement({ phase: Phase.Settled, stands: false, settledAt: NOW + 1 })],
      testRequests: [{ by: DORA, objector: EVE, at: NOW + DAY }],
    });
    const [first, last] = both.objections.map((it) => rungsOf(names, both, it, NOW + DAY));
    expect(first?.map(({ key }) => key.slice(0, 6))).to.deep.equal(["judged", "now180"]);
    expect(last?.map(({ text }) => text)).to.deep.equal(["Dora asked the facilitator to test it."]);
  });

  it("tell a drop like a discard, against the proposer", () => {
    const stopped = proposal({ stopped: true, judgements: [dropJudgement()] });
    expect(dropRungsOf(names, stopped, NOW).map(({ text }) => text)).to.deep.equal([
      "Ben judged that it is to be dropped: it describes no tension.",
      "Dora may appeal, to the secretary of Operations.",
    ]);
  });
});

describe("what an open proposal waits for, in words", () => {
  const said: Confirmation = { by: EVE, number: 2, version: 1, at: NOW, voidedAt: 0 };
  const windowless = { ...firstVersion, expected: 7, windowless: true };

  it("counts the answers", () => {
    const one = proposal({ versions: [{ ...firstVersion, expected: 7 }], confirmations: [said] });
    expect(answersText(one)).to.equal("1 of 7 has no objection, 6 are silent");
  });

  it("says that silence is no consent, or for how many it waits", () => {
    expect(waitsText(proposal())).to.equal(undefined);
    expect(waitsText(proposal({ versions: [windowless] }))).to.contain("silence is no consent");
    const attentive = { ...firstVersion, attention: 3 };
    const waits = (confirmations: readonly Confirmation[]) =>
      waitsText(proposal({ versions: [attentive], confirmations }));
    expect(waits([])).to.contain("3 more confirmations, at the latest until");
    expect(waits([said])).to.contain("2 more confirmations");
  });

  it("names who was silent only where the members of today add up", () => {
    const { organisation } = names;
    expect(silentOf(organisation, proposal())).to.deep.equal([EVE]);
    expect(silentOf(organisation, proposal({ versions: [windowless] }))).to.deep.equal([]);
    expect(silentOf(organisation, proposal({ confirmations: [said] }))).to.deep.equal([]);
    expect(adoptedBy(proposal({ outcome: Outcome.Adopted }))).to.equal("by silence (1)");
  });
});
