import { expect } from "chai";
import { zeroAddress } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { canCallElection } from "#app/model/can/canCallElection.ts";
import { canChangeNomination } from "#app/model/can/canChangeNomination.ts";
import { canChoose } from "#app/model/can/canChoose.ts";
import { canConclude } from "#app/model/can/canConclude.ts";
import { canConfirmCandidate } from "#app/model/can/canConfirmCandidate.ts";
import { canCount } from "#app/model/can/canCount.ts";
import { canDeclareWillingness } from "#app/model/can/canDeclareWillingness.ts";
import { canDiscardCandidate } from "#app/model/can/canDiscardCandidate.ts";
import { canNominate } from "#app/model/can/canNominate.ts";
import { canObjectToCandidate } from "#app/model/can/canObjectToCandidate.ts";
import { canOpenElection } from "#app/model/can/canOpenElection.ts";
import { canPassOver } from "#app/model/can/canPassOver.ts";
import { canShare } from "#app/model/can/canShare.ts";
import { canWithdrawCandidateObjection } from "#app/model/can/canWithdrawCandidateObjection.ts";
import { countedIn, eligibleIn, talliesOf } from "#app/model/candidates.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, Tie } from "#sdk/chronicle/elections.ts";
import { Office, Rank } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { Flags } from "#sdk/flags.ts";
import { consenting, election, inStepOf, officed, sealed, shared, tenure } from "./officers.ts";
import {
  ANCHOR,
  ANN,
  BEN,
  DAY,
  DORA,
  EVE,
  HAL,
  id,
  KITCHEN,
  NOW,
  OPERATIONS,
  organisation,
  seenBy,
  ZOE,
} from "./organisation.ts";

const yes = (can: Can) => expect(can).to.deep.equal({ ok: true });

/** Refused, and what is the case now says why. */
function no(can: Can, now: RegExp): void {
  expect(can.ok).to.equal(false);
  if (can.ok) return;
  expect(can.now).to.match(now);
  for (const text of [can.rule, can.now, can.helps]) expect(text).to.match(/^.+[.:]$/);
}

const FACILITATOR = election().subject;
const withElections = (...elections: readonly Election[]) => officed({ elections });
/** What somebody sees of an election, with Ben in Operations' office of facilitator. */
const see = (me: Parameters<typeof seenBy>[0], one: Election, now = NOW) =>
  seenBy(me, officed({ elections: [one], tenures: [tenure(Office.Facilitator, BEN)] }), now);

describe("what somebody may do in an election", () => {
  it("R-ELE-1 members call one at any time; others when the term has ended", () => {
    yes(canCallElection(seenBy(EVE, officed({})), FACILITATOR));
    no(canCallElection(seenBy(ANN, officed({})), FACILITATOR), /Ann fills Council/);
    const ended = tenure(Office.Facilitator, DORA, { until: NOW - DAY });
    yes(canCallElection(seenBy(ANN, officed({ tenures: [ended] })), FACILITATOR));
    const founding = organisation({ founding: { ...organisation().founding, endedAt: 0 } });
    no(canCallElection(seenBy(EVE, founding), FACILITATOR), /0 of 1 ratifiers/);
  });

  it("one goes on about an office at a time", () => {
    no(canCallElection(seenBy(EVE, withElections(election())), FACILITATOR), /One goes on. Called/);
    const over = inStepOf(ElectionStep.Failed);
    yes(canCallElection(seenBy(EVE, withElections(over)), FACILITATOR));
  });

  it("R-ELE-11 nobody elects where somebody appoints, nor a role where leads assign", () => {
    const rep = { ...FACILITATOR, office: Office.Rep };
    yes(canCallElection(seenBy(EVE, officed({})), rep));
    no(
      canCallElection(seenBy(ANN, officed({})), { ...rep, circle: ANCHOR }),
      /Bakery has no such place/,
    );
    const role = { ...FACILITATOR, role: KITCHEN };
    no(canCallElection(seenBy(EVE, officed({})), role), /Operations do not/);
    yes(canCallElection(seenBy(EVE, elective()), role));
  });

  it("R-ELE-3 the facilitator opens; after the notice any member does", () => {
    yes(canOpenElection(see(BEN, election()), election()));
    no(canOpenElection(see(EVE, election()), election()), /Ben is facilitator of Operations/);
    yes(canOpenElection(see(EVE, election(), NOW + 2 * DAY), election()));
    no(canOpenElection(see(ANN, election(), NOW + 2 * DAY), election()), /Ben is facilitator/);
    const opened = inStepOf(ElectionStep.Sealing);
    no(canOpenElection(see(BEN, opened), opened), /Nominations/);
  });

  it("R-ELE-12 whoever stands in with effect opens it, and nobody before", () => {
    const standIn = {
      process: organisation().contracts.elections ?? zeroAddress,
      matter: id(50),
      circle: OPERATIONS,
      office: Office.Facilitator,
      person: EVE,
      rank: Rank.Member,
      declaredAt: NOW - 4 * DAY,
      from: NOW - DAY,
    };
    const open = (from: number) =>
      canOpenElection(
        seenBy(EVE, officed({ elections: [election()], standIns: [{ ...standIn, from }] })),
        election(),
      );
    yes(open(NOW - DAY));
    no(open(NOW + DAY), /Nobody is facilitator of Operations. Eve stands in from/);
  });

  it("R-ELE-4 each member nominates once, sealed", () => {
    const open = inStepOf(ElectionStep.Sealing, { ballots: [sealed(DORA)] });
    yes(canNominate(see(EVE, open), open));
    no(canNominate(see(DORA, open), open), /You sealed yours/);
    no(canNominate(see(ANN, open), open), /Ann fills Council/);
    no(canNominate(see(EVE, election()), election()), /Called/);
  });

  it("R-ELE-9 only whoever sealed one shares, and only whoever shared has a say later", () => {
    const sharing = inStepOf(ElectionStep.Sharing, { ballots: [sealed(DORA)] });
    yes(canShare(see(DORA, sharing), sharing));
    no(canShare(see(EVE, sharing), sharing), /Eve nominated nobody/);
    const changing = inStepOf(ElectionStep.Changing, {
      ballots: [shared(DORA, EVE), sealed(EVE)],
    });
    yes(canChangeNomination(see(DORA, changing), changing));
    no(canChangeNomination(see(EVE, changing), changing), /did not open/);
    no(canShare(see(DORA, changing), changing), /Change round/);
  });

  it("R-ELE-6 changes a nomination once", () => {
    const changed = { nominee: DORA, reason: "Better.", at: NOW };
    const changing = inStepOf(ElectionStep.Changing, {
      ballots: [{ ...shared(DORA, EVE), changed }],
    });
    no(canChangeNomination(see(DORA, changing), changing), /You have changed/);
  });

  it("R-ELE-7 anybody brings the count; those who nominated none of the tied choose", () => {
    const counting = inStepOf(ElectionStep.Counting);
    yes(canCount(see(ZOE, counting), counting));
    no(canCount(see(ZOE, election()), election()), /Called/);
    const tie = { round: 0, tied: [EVE, HAL], at: NOW, endsAt: NOW + 2 * DAY };
    const choosing = inStepOf(ElectionStep.Choosing, {
      ballots: [shared(DORA, DORA), shared(EVE, EVE)],
      ties: [tie],
      tie: Tie.Choosers,
    });
    yes(canChoose(see(DORA, choosing), choosing));
    no(canChoose(see(EVE, choosing), choosing), /tied are Eve and Hal/);
    no(canChoose(see(HAL, choosing), choosing), /Hal nominated nobody/);
  });

  it("nominators confirm and object once a candidate, before the round is over", () => {
    const round = consenting();
    yes(canConfirmCandidate(see(DORA, round), round));
    yes(canObjectToCandidate(see(DORA, round), round));
    no(canConfirmCandidate(see(HAL, round), round), /Hal nominated nobody/);
    no(canConfirmCandidate(see(DORA, round, NOW + 4 * DAY), round), /It ended on/);
    const confirmed = consenting({ confirmed: [DORA] });
    no(canConfirmCandidate(see(DORA, confirmed), confirmed), /You have said/);
    yes(canObjectToCandidate(see(DORA, confirmed), confirmed));
  });

  it("R-ELE-8 an objection is taken back, or the facilitator discards the candidate", () => {
    const raised = { by: DORA, candidate: EVE, reason: "Too busy.", at: NOW, withdrawnAt: 0 };
    const objected = consenting({ objections: [raised] });
    no(canConfirmCandidate(see(DORA, objected), objected), /Yours stands/);
    no(canObjectToCandidate(see(DORA, objected), objected), /Yours stands/);
    yes(canWithdrawCandidateObjection(see(DORA, objected), objected));
    no(canWithdrawCandidateObjection(see(EVE, objected), objected), /The objection of Dora/);
    yes(canDiscardCandidate(see(BEN, objected), objected));
    no(canDiscardCandidate(see(DORA, objected), objected), /Ben is facilitator/);
    no(canDiscardCandidate(see(EVE, objected), objected), /You are the candidate/);
    no(canDiscardCandidate(see(BEN, consenting()), consenting()), /No objection stands/);
  });

  it("the candidate says whether they are willing; else they are passed over in time", () => {
    const silent = consenting({ willing: false });
    yes(canDeclareWillingness(see(EVE, silent), silent));
    no(canDeclareWillingness(see(DORA, silent), silent), /Eve is proposed/);
    no(canPassOver(see(ZOE, silent), silent), /Eve has until/);
    yes(canPassOver(see(ZOE, silent, NOW + 7 * DAY), silent));
    no(canPassOver(see(ZOE, consenting(), NOW + 7 * DAY), consenting()), /Eve is willing/);
    const gone = consenting({ candidate: ANN });
    yes(canPassOver(see(ZOE, gone), gone));
  });

  it("anybody concludes what nothing stands against", () => {
    const round = consenting({ confirmed: [DORA] });
    no(canConclude(see(ZOE, round), round), /1 of 2 have no objection/);
    yes(canConclude(see(ZOE, round, NOW + 4 * DAY), round));
    const all = consenting({ confirmed: [DORA, EVE] });
    yes(canConclude(see(ZOE, all), all));
    const unwilling = consenting({ confirmed: [DORA, EVE], willing: false });
    no(canConclude(see(ZOE, unwilling), unwilling), /Eve has not said/);
    const raised = { by: DORA, candidate: EVE, reason: "Too busy.", at: NOW, withdrawnAt: 0 };
    const objected = consenting({ objections: [raised] });
    no(canConclude(see(ZOE, objected, NOW + 4 * DAY), objected), /The objection of Dora/);
  });
});

describe("who may be elected, and who is counted", () => {
  it("R-ELE-2 members may, and no lead as representative", () => {
    expect(eligibleIn(officed({}), election())).to.deep.equal([DORA, EVE]);
    const rep = election({ subject: { ...FACILITATOR, office: Office.Rep } });
    expect(eligibleIn(officed({}), rep)).to.deep.equal([EVE]);
  });

  it("names candidates in ascending order, without those who fell", () => {
    const counting = inStepOf(ElectionStep.Counting, {
      ballots: [shared(DORA, EVE), shared(EVE, DORA), shared(HAL, BEN)],
      fallen: [{ candidate: BEN, reason: "", by: HAL, at: NOW, how: "declined" }],
    });
    expect(countedIn(counting, NOW)).to.deep.equal([DORA, EVE]);
    expect(talliesOf(counting).map(({ person }) => person)).to.deep.equal([EVE, DORA, BEN]);
  });
});

function elective(): Organisation {
  const before = officed({});
  const settings = new Map(before.settings);
  const anchor = settings.get(ANCHOR);
  if (anchor !== undefined) {
    settings.set(ANCHOR, {
      ...anchor,
      settings: { ...anchor.settings, flags: Flags.ELECTIVE },
    });
  }
  return { ...before, settings };
}
