import { expect } from "chai";
import { zeroAddress } from "viem";

import { nextTurn } from "#app/model/nextTurn.ts";
import { saltRequest } from "#app/wallet/signSalt.ts";
import {
  countSentence,
  electionState,
  electionTitle,
  placeOfStep,
  STEPS,
  subjectText,
} from "#app/words/elections.ts";
import { meetingState, meetingTitle, spanOfMeeting } from "#app/words/meetings.ts";
import { fillersBesides, memberText, officesOf } from "#app/words/members.ts";
import { officeTitle, termText } from "#app/words/offices.ts";
import { ElectionStep, Tie } from "#sdk/chronicle/elections.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import {
  attends,
  consenting,
  election,
  inStepOf,
  meeting,
  officed,
  sealed,
  shared,
  tenure,
} from "./officers.ts";
import { ANN, DAY, DORA, EVE, HAL, id, KITCHEN, NOW, nameOf, OPERATIONS } from "./organisation.ts";

describe("offices in words", () => {
  it("says who holds an office how and until when, and that a term has ended", () => {
    expect(officeTitle(Office.Facilitator)).to.equal("Facilitator");
    expect(officeTitle(Office.Rep, 1)).to.equal("Representative 2");
    expect(termText(tenure(Office.Rep, EVE), NOW)).to.match(/^elected, until \d/);
    expect(termText(tenure(Office.Rep, EVE, { election: null }), NOW)).to.match(
      /^appointed, until/,
    );
    const ended = tenure(Office.Rep, EVE, { until: NOW });
    expect(termText(ended, NOW)).to.match(/^term ended .+; stays until replaced$/);
  });

  it("says how somebody is a member, and who fills a role without being one", () => {
    const state = officed({ tenures: [tenure(Office.Secretary, EVE)] });
    expect(memberText(state, OPERATIONS, DORA)).to.equal("leads it");
    expect(memberText(state, OPERATIONS, EVE)).to.equal("fills Kitchen");
    const held = officesOf(state, EVE).map(({ circle, name }) => ({ circle, name }));
    expect(held).to.deep.equal([{ circle: OPERATIONS, name: "secretary" }]);
    expect(fillersBesides(state, OPERATIONS)).to.deep.equal([]);
    const kitchen = state.roles.get(KITCHEN);
    const roles = new Map(state.roles);
    if (kitchen !== undefined) roles.set(KITCHEN, { ...kitchen, fillers: [EVE, HAL] });
    expect(fillersBesides({ ...state, roles }, OPERATIONS)).to.deep.equal([
      { person: HAL, roles: ["Kitchen"] },
    ]);
  });

  it("holds no office who is no partner any more", () => {
    const state = officed({ tenures: [tenure(Office.Secretary, HAL)] });
    const partners = new Map(state.partners);
    const hal = partners.get(HAL);
    if (hal !== undefined) partners.set(HAL, { ...hal, kind: PartnerKind.Agent });
    expect(officesOf({ ...state, partners }, HAL)).to.deep.equal([]);
  });
});

describe("elections in words", () => {
  const state = officed({});

  it("names what is elected", () => {
    const { subject } = election();
    expect(subjectText(state, subject, nameOf)).to.equal("the facilitator of Operations");
    expect(electionTitle(state, subject, nameOf)).to.equal(
      "Election of the facilitator of Operations",
    );
    const role = { ...subject, role: KITCHEN, replaced: EVE };
    expect(electionTitle(state, role, nameOf)).to.equal(
      "Election: who fills Kitchen, in the place of Eve",
    );
    expect(subjectText(state, { ...role, replaced: zeroAddress }, nameOf)).to.equal(
      "who fills Kitchen",
    );
  });

  const said = (one: ReturnType<typeof election>, now = NOW) => {
    const { word, rest, until } = electionState(state, one, now);
    return [`${word}: ${rest}`, until];
  };

  it("says where it stands in every step, carried on by time", () => {
    expect(said(election())).to.deep.equal(["Called: waits to be opened", NOW + 2 * DAY]);
    expect(said(election(), NOW + 2 * DAY)[0]).to.equal("Called: any member may open it");
    const sealing = inStepOf(ElectionStep.Sealing, { ballots: [sealed(EVE)], acted: 1 });
    expect(said(sealing)[0]).to.equal("Nominations: 1 of 2 have nominated, sealed");
    expect(said(sealing, NOW + 4 * DAY)).to.deep.equal([
      "Sharing: 0 of 1 have shared",
      NOW + 7 * DAY,
    ]);
    expect(said(sealing, NOW + 10 * DAY)[0]).to.equal("Failed: nobody was left to be elected");
    const changing = inStepOf(ElectionStep.Changing, { ballots: [shared(EVE, DORA)] });
    expect(said(changing)[0]).to.equal("Change round: 0 of 1 have changed or kept theirs");
    expect(said(changing, NOW + 2 * DAY)).to.deep.equal([
      "To be counted: anyone may bring the count",
      NOW + 2 * DAY + GRACE,
    ]);
    expect(said(election(), NOW + 2 * DAY + GRACE)[0]).to.match(/^Lapsed/);
  });

  it("says what the objection round waits for", () => {
    expect(said(consenting())[0]).to.equal("Objection round: 0 of 2 have no objection");
    expect(said(consenting({ confirmed: [DORA, EVE] }))[0]).to.equal("To be concluded: anyone may");
    expect(said(consenting({ willing: false }), NOW + 4 * DAY)[0]).to.equal(
      "Waits: for the candidate to be willing",
    );
    const raised = { by: DORA, candidate: EVE, reason: "Busy.", at: NOW, withdrawnAt: 0 };
    expect(said(consenting({ objections: [raised] }))[0]).to.equal(
      "Objected: 1 objection to the candidate",
    );
  });

  it("tells what broke a tie", () => {
    const count = {
      candidate: EVE,
      nominations: 2,
      tied: 1,
      tie: Tie.Random,
      by: DORA,
      at: NOW,
      endsAt: NOW,
    };
    expect(countSentence(count, nameOf)).to.equal("Eve has most, 2 nominations, and is proposed.");
    expect(countSentence({ ...count, tied: 3 }, nameOf)).to.equal(
      "3 people had 2 nominations each. Eve is proposed: drawn by lot from all the salts.",
    );
    expect(countSentence({ ...count, candidate: null }, nameOf)).to.match(/^Nobody/);
  });

  it("puts a tie where the count stands", () => {
    expect(placeOfStep(ElectionStep.Choosing)).to.equal(placeOfStep(ElectionStep.Counting));
    expect(STEPS).to.have.length(7);
  });

  it("R-ELE-4 asks a wallet for a salt with the same words for the same nomination", () => {
    const nomination = { chainId: 31_337, elections: ANN, election: id(50), nominator: EVE };
    const asked = JSON.parse(saltRequest(nomination));
    expect(asked.primaryType).to.equal("NominationSalt");
    expect(asked.domain).to.deep.equal({
      name: "Consentric elections",
      chainId: 31_337,
      verifyingContract: ANN,
    });
    expect(asked.message.election).to.equal(String(id(50)));
    expect(saltRequest(nomination)).to.equal(saltRequest({ ...nomination }));
    expect(saltRequest({ ...nomination, nominator: DORA })).not.to.equal(saltRequest(nomination));
  });
});

describe("meetings in words", () => {
  it("says where one stands, and its title", () => {
    const state = officed({});
    const soon = meeting({ startsAt: NOW + DAY, endsAt: NOW + DAY + 3600 });
    expect(meetingState(soon, NOW).rest).to.equal("begins in 1 d");
    const there = meeting({ attendance: [attends(EVE)] });
    expect(meetingState(there, NOW).rest).to.equal("1 person present, 1 h left");
    expect(meetingState(meeting({ endsAt: NOW }), NOW).word).to.equal("Over");
    expect(meetingState(meeting({ cancelledAt: NOW }), NOW).word).to.equal("Called off");
    expect(meetingTitle(state, soon)).to.match(/^Meeting of Operations, \d/);
    expect(meetingTitle(state, meeting({ request: id(70) }))).to.match(/^Special meeting/);
  });

  it("names the day of the end only where it is another", () => {
    expect(spanOfMeeting(NOW, NOW + 3600)).to.match(/ to \d\d:\d\d$/);
    expect(spanOfMeeting(NOW, NOW + 2 * DAY)).to.match(/ to \w{3} \d/);
  });
});

describe("when something changes by time alone", () => {
  it("counts steps of elections, beginnings and ends of meetings, and terms", () => {
    const turn = (parts: Parameters<typeof officed>[0]) => nextTurn(officed(parts), NOW) - NOW;
    expect(turn({})).to.equal(DAY);
    expect(turn({ elections: [election({ endsAt: NOW + 60 })] })).to.equal(60);
    expect(turn({ meetings: [meeting({ endsAt: NOW + 90 })] })).to.equal(90);
    expect(turn({ tenures: [tenure(Office.Rep, EVE, { until: NOW + 30 })] })).to.equal(30);
  });
});
