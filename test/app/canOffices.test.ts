import { expect } from "chai";

import type { Can } from "#app/model/can/can.ts";
import { canAppoint } from "#app/model/can/canAppoint.ts";
import { canEndPermission } from "#app/model/can/canEndPermission.ts";
import { canEndStandIn } from "#app/model/can/canEndStandIn.ts";
import { canLeave } from "#app/model/can/canLeave.ts";
import { canNameSurrogate } from "#app/model/can/canNameSurrogate.ts";
import { canPermit } from "#app/model/can/canPermit.ts";
import { canResignOffice } from "#app/model/can/canResignOffice.ts";
import { canStandIn } from "#app/model/can/canStandIn.ts";
import { canTakeVoice } from "#app/model/can/canTakeVoice.ts";
import { matterOf } from "#app/model/can/electing.ts";
import { officesIn } from "#app/model/officers.ts";
import { beadsOf } from "#app/pages/parts/beads.ts";
import { Office, Rank } from "#sdk/chronicle/offices.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";
import { NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { consenting, election, officed, tenure } from "./officers.ts";
import {
  ANCHOR,
  ANN,
  BEN,
  COUNCIL,
  DAY,
  DORA,
  EVE,
  HAL,
  id,
  KITCHEN,
  NOW,
  nameOf,
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

function withRole(state: Organisation, role: bigint, change: Partial<Role>): Organisation {
  const roles = new Map(state.roles);
  roles.set(role, { ...(state.roles.get(role) as Role), ...change });
  return { ...state, roles };
}

const facilitated = officed({ tenures: [tenure(Office.Facilitator, EVE)] });

describe("what somebody may do about offices", () => {
  it("holders resign, and name who stands in first", () => {
    yes(canResignOffice(seenBy(EVE, facilitated), OPERATIONS, Office.Facilitator));
    no(
      canResignOffice(seenBy(DORA, facilitated), OPERATIONS, Office.Facilitator),
      /Eve is facilitator of Operations/,
    );
    no(
      canResignOffice(seenBy(EVE, facilitated), OPERATIONS, Office.Secretary),
      /Nobody is secretary/,
    );
    yes(canNameSurrogate(seenBy(EVE, facilitated), OPERATIONS, Office.Facilitator));
    no(
      canNameSurrogate(seenBy(DORA, facilitated), OPERATIONS, Office.Facilitator),
      /Eve is facilitator/,
    );
    no(canNameSurrogate(seenBy(EVE, facilitated), OPERATIONS, Office.Rep), /Nobody is rep/);
  });

  it("R-ELE-12 others stand in in their order, and nobody in a matter of their own", () => {
    const matter = matterOf(election());
    const at = (me: typeof EVE, state: Organisation) =>
      canStandIn(seenBy(me, state), matter, Office.Facilitator);
    yes(at(DORA, facilitated));
    no(at(EVE, facilitated), /You hold the office/);
    no(at(ANN, facilitated), /Ann fills Council/);
    const declared = {
      process: organisation().contracts.elections ?? ANN,
      matter: id(50),
      circle: OPERATIONS,
      office: Office.Facilitator,
      person: DORA,
      rank: Rank.Lead,
      declaredAt: NOW,
      from: NOW + 3 * DAY,
    };
    const vacant = officed({ standIns: [declared], elections: [election()] });
    no(at(EVE, vacant), /Dora stands in from/);
    no(at(EVE, officed({ elections: [consenting()] })), /It is your own/);
    no(canStandIn(seenBy(DORA, vacant), matter, Office.Rep), /Nobody is representative/);

    const ends = (me: typeof EVE, state: Organisation) =>
      canEndStandIn(seenBy(me, state), matter, Office.Facilitator);
    no(ends(EVE, facilitated), /Nobody has declared/);
    const both = { ...facilitated, standIns: vacant.standIns };
    yes(ends(EVE, both));
    no(ends(DORA, both), /Eve is facilitator/);
  });

  it("R-ELE-11 whoever fills the role that a circle's own settings name appoints", () => {
    no(canAppoint(seenBy(EVE, officed({})), OPERATIONS), /Operations name none/);
    no(canAppoint(seenBy(ANN, officed({})), ANCHOR), /no circle around Bakery/);
    const before = officed({});
    const settings = new Map(before.settings);
    settings.set(OPERATIONS, { settings: { ...NO_SETTINGS, appointer: KITCHEN }, revision: 1 });
    const appointed = { ...before, settings };
    yes(canAppoint(seenBy(EVE, appointed), OPERATIONS));
    no(canAppoint(seenBy(DORA, appointed), OPERATIONS), /Kitchen is filled by Eve/);
  });

  it("shows who stands on the rim, and whose term has ended", () => {
    const state = officed({
      tenures: [
        tenure(Office.Facilitator, EVE),
        tenure(Office.Secretary, BEN, { until: NOW - DAY }),
      ],
    });
    expect(officesIn(state, OPERATIONS).map(({ holder }) => holder)).to.deep.equal([
      EVE,
      BEN,
      null,
    ]);
    expect(officesIn(state, ANCHOR)).to.have.length(2);
    const beads = beadsOf(state, OPERATIONS, NOW, nameOf);
    expect(beads.map(({ title, kind }) => `${title} ${kind}`)).to.deep.equal([
      "Lead lead",
      "Facilitator elected",
      "Secretary ended",
    ]);
  });
});

describe("what somebody may do about voices", () => {
  it("whoever speaks for a role permits members, and either ends it", () => {
    yes(canPermit(seenBy(EVE, officed({})), KITCHEN));
    no(canPermit(seenBy(DORA, officed({})), KITCHEN), /For Kitchen speaks Eve/);
    no(canPermit(seenBy(ANN, officed({})), ANCHOR), /no circle around Bakery/);
    const permission = {
      role: KITCHEN,
      person: DORA,
      by: EVE,
      circle: OPERATIONS,
      givenAt: NOW,
      until: NOW + DAY,
    };
    yes(canEndPermission(seenBy(EVE), permission));
    yes(canEndPermission(seenBy(DORA), permission));
    no(canEndPermission(seenBy(ANN), permission), /Eve gave it to Dora/);
  });

  it("whoever fills a role takes its voice, where there is room and they can be a member", () => {
    const mute = withRole(officed({}), COUNCIL, { voices: [ANN], limit: 1 });
    no(canTakeVoice(seenBy(BEN, mute), COUNCIL), /1 person may speak for Council: Ann/);
    const roomy = withRole(mute, COUNCIL, { limit: 2 });
    yes(canTakeVoice(seenBy(BEN, roomy), COUNCIL));
    no(canTakeVoice(seenBy(ANN, roomy), COUNCIL), /You speak for Council/);
    no(canTakeVoice(seenBy(ZOE, roomy), COUNCIL), /Council is filled by Ann and Ben/);
    const partners = new Map(roomy.partners);
    const ben = partners.get(BEN);
    if (ben !== undefined) partners.set(BEN, { ...ben, kind: PartnerKind.Associate });
    no(canTakeVoice(seenBy(BEN, { ...roomy, partners }), COUNCIL), /Ben is one/);
  });

  it("a representative resigns before leaving", () => {
    yes(canLeave(seenBy(HAL)));
    no(
      canLeave(seenBy(EVE, withRole(officed({}), OPERATIONS, { reps: [EVE] }))),
      /You represent Operations/,
    );
  });
});
