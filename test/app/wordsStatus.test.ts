import { expect } from "chai";

import { canConfirm } from "#app/model/can/canConfirm.ts";
import { canObject } from "#app/model/can/canObject.ts";
import { adoptedBy, isLive, proposalState } from "#app/words/status.ts";
import { GRACE, Outcome, PATIENCE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal, ProposalVersion } from "#sdk/chronicle/organisation.ts";
import { DAY, EVE, firstVersion, NOW, objectionOf, proposal, seenBy } from "./organisation.ts";

const opened = (version: Partial<ProposalVersion>, change: Partial<Proposal> = {}) =>
  proposal({ versions: [{ ...firstVersion, ...version }], ...change });

describe("where a proposal stands, in words", () => {
  it("is suspended for a meeting, and nothing is adopted meanwhile", () => {
    const suspended = proposal({ suspendedUntil: NOW + 6 * DAY, closesAt: NOW + 11 * DAY });
    const { status, glyph, word, until } = proposalState(suspended, NOW);
    expect({ status, glyph, word, until }).to.deep.equal({
      status: Status.Suspended,
      glyph: "waiting",
      word: "Suspended",
      until: NOW + 6 * DAY,
    });
    expect(isLive(status)).to.equal(true);
    expect(proposalState(suspended, NOW + 7 * DAY).word).to.equal("Open");
  });

  it("is dropped for good", () => {
    const dropped = proposal({ outcome: Outcome.Discarded, droppedAt: NOW });
    const { status, glyph, word } = proposalState(dropped, NOW);
    expect({ glyph, word }).to.deep.equal({ glyph: "discarded", word: "Dropped" });
    expect(isLive(status)).to.equal(false);
  });

  it("is stopped while it is judged, with objections or without", () => {
    const stopped = proposal({ stopped: true });
    expect(proposalState(stopped, NOW)).to.include({
      word: "Objected",
      rest: "stopped while it is judged",
    });
    const both = proposal({ stopped: true, objections: [objectionOf(EVE)] });
    expect(proposalState(both, NOW).rest).to.equal("by 1 member, and stopped while it is judged");
    expect(proposalState(proposal({ objections: [objectionOf(EVE)] }), NOW).rest).to.equal(
      "by 1 member",
    );
  });

  it("waits for everybody where silence is no consent, past its window", () => {
    const windowless = opened({ windowless: true });
    const later = NOW + 5 * DAY;
    const { word, rest, until } = proposalState(windowless, later);
    expect({ word, until }).to.deep.equal({ word: "Open", until: windowless.closesAt + GRACE });
    expect(rest).to.contain("until everybody has confirmed");
    expect(canConfirm(seenBy(EVE, undefined, later), windowless).ok).to.equal(true);
    expect(canObject(seenBy(EVE, undefined, later), windowless).ok).to.equal(true);
    expect(canConfirm(seenBy(EVE, undefined, later), opened({})).ok).to.equal(false);
  });

  it("waits for the attention it lacks, and then no longer", () => {
    const lacking = opened({ attention: 1 });
    const later = NOW + 5 * DAY;
    const { word, rest, until } = proposalState(lacking, later);
    expect({ word, until }).to.deep.equal({ word: "Open", until: lacking.closesAt + PATIENCE });
    expect(rest).to.contain("1 confirmation");
    expect(proposalState(lacking, lacking.closesAt + PATIENCE).word).to.equal("Adopted");
  });

  it("says when a meeting adopted it", () => {
    expect(adoptedBy(proposal({ adoptedInMeeting: 1 }))).to.equal("in a meeting");
    expect(adoptedBy(proposal())).to.equal("by silence (1)");
  });
});
