import { expect } from "chai";

import { forAnyone, waitingFor } from "#app/pages/waiting.ts";
import { GRACE, Outcome } from "#sdk/chronicle/lifecycle.ts";
import type {
  Announcement,
  Confirmation,
  Objection,
  Organisation,
  Proposal,
  Role,
} from "#sdk/chronicle/organisation.ts";
import { keyOf } from "#sdk/chronicle/organisation.ts";

const ANOUK = "0x00000000000000000000000000000000000000a1";
const CELIA = "0x00000000000000000000000000000000000000c1";
const DIRK = "0x00000000000000000000000000000000000000d1";
const CIRCLE = 1n;
const STALL = 2n;

const role = (id: bigint, circle: bigint | null, fillers: readonly string[]) =>
  ({
    id,
    circle,
    fillers,
    inner: [],
    words: { name: "", text: "", domains: [], accountabilities: [] },
  }) as unknown as Role;

const seat = (person: string, seats: bigint, endedAt = 0) =>
  [
    keyOf(CIRCLE, person as typeof ANOUK),
    { circle: CIRCLE, person, fills: seats, voices: seats, number: 1, endedAt },
  ] as const;

const proposal = (parts: Partial<Proposal>): Proposal =>
  ({
    id: 10n,
    circle: CIRCLE,
    proposer: CELIA,
    asRole: STALL,
    versions: [{ version: 1, expected: 2 }],
    standingFrom: 500,
    closesAt: 2000,
    objections: [],
    confirmations: [],
    outcome: Outcome.None,
    ...parts,
  }) as unknown as Proposal;

const announcement = (parts: Partial<Announcement>): Announcement =>
  ({
    id: 20n,
    announcer: CELIA,
    asRole: STALL,
    closesAt: 2500,
    window: 1000,
    standingFrom: 500,
    escalations: [],
    outcome: Outcome.None,
    ...parts,
  }) as unknown as Announcement;

/** Celia fills a role, Dirk is a member too, Anouk left the circle at 600. */
function organisation(parts: {
  proposals?: readonly Proposal[];
  announcements?: readonly Announcement[];
  offers?: Organisation["offers"];
  partners?: Organisation["partners"];
}): Organisation {
  return {
    anchor: CIRCLE,
    roles: new Map([
      [CIRCLE, role(CIRCLE, null, [])],
      [STALL, role(STALL, CIRCLE, [CELIA])],
    ]),
    seats: new Map([seat(CELIA, 2n), seat(DIRK, 4n), seat(ANOUK, 0n, 600)]),
    partners: parts.partners ?? new Map(),
    offers: parts.offers ?? new Map(),
    proposals: new Map((parts.proposals ?? []).map((it) => [it.id, it])),
    announcements: new Map((parts.announcements ?? []).map((it) => [it.id, it])),
  } as unknown as Organisation;
}

const objection = { by: DIRK, number: 2, version: 1, ended: null } as unknown as Objection;
const confirmation = { by: DIRK, number: 2, version: 1, voidedAt: 0 } as unknown as Confirmation;

describe("what waits for somebody", () => {
  const kinds = (state: Organisation, me: typeof ANOUK | null, now = 1000) =>
    waitingFor({ organisation: state, me: me as `0x${string}` | null, now }).map(
      ({ kind }) => kind,
    );

  it("asks members who are silent, and whoever left too late to lose the say", () => {
    const state = organisation({ proposals: [proposal({})] });
    expect(kinds(state, DIRK as typeof ANOUK)).to.deep.equal(["answer"]);
    expect(kinds(state, ANOUK)).to.deep.equal(["answer"]);
    expect(kinds(state, CELIA as typeof ANOUK)).to.deep.equal([]);
    expect(kinds(state, null)).to.deep.equal([]);
    const late = organisation({ proposals: [proposal({ standingFrom: 700 })] });
    expect(kinds(late, ANOUK)).to.deep.equal([]);
    const said = organisation({ proposals: [proposal({ confirmations: [confirmation] })] });
    expect(kinds(said, DIRK as typeof ANOUK)).to.deep.equal([]);
  });

  it("asks the proposer to integrate, and the objector once a later version does", () => {
    const objected = organisation({ proposals: [proposal({ objections: [objection] })] });
    expect(kinds(objected, CELIA as typeof ANOUK)).to.deep.equal(["integrate"]);
    expect(kinds(objected, DIRK as typeof ANOUK)).to.deep.equal([]);
    const versions = [{ version: 1 }, { version: 2 }] as unknown as Proposal["versions"];
    const amended = organisation({ proposals: [proposal({ objections: [objection], versions })] });
    expect(kinds(amended, DIRK as typeof ANOUK)).to.deep.equal(["resolve"]);
  });

  it("leaves what is adopted to its proposer, and to anyone", () => {
    const state = organisation({ proposals: [proposal({})] });
    const view = { organisation: state, me: DIRK as `0x${string}`, now: 2000 };
    expect(kinds(state, CELIA as typeof ANOUK, 2000)).to.deep.equal(["enact"]);
    expect(waitingFor(view)).to.deep.equal([]);
    expect(forAnyone(view).map(({ id }) => id)).to.deep.equal([10n]);
    expect(forAnyone({ ...view, now: 2000 + GRACE })).to.deep.equal([]);
  });

  it("tells members of spending near them, and whoever pays when it is ready", () => {
    const state = organisation({ announcements: [announcement({})] });
    expect(kinds(state, DIRK as typeof ANOUK)).to.deep.equal(["spending"]);
    expect(kinds(state, ANOUK)).to.deep.equal([]);
    expect(kinds(state, CELIA as typeof ANOUK)).to.deep.equal([]);
    expect(kinds(state, CELIA as typeof ANOUK, 2500)).to.deep.equal(["pay"]);
    const escalation = {
      by: DIRK,
      reversed: null,
    } as unknown as Announcement["escalations"][number];
    const blocked = organisation({ announcements: [announcement({ escalations: [escalation] })] });
    expect(kinds(blocked, CELIA as typeof ANOUK)).to.deep.equal(["escalated"]);
    expect(kinds(blocked, DIRK as typeof ANOUK)).to.deep.equal(["escalated"]);
  });

  it("puts what closes first first, and what has no limit last", () => {
    const offers = new Map([
      ["", { role: STALL, person: DIRK, by: CELIA, at: 1 }],
    ]) as unknown as Organisation["offers"];
    const state = organisation({
      offers,
      proposals: [proposal({ id: 11n, closesAt: 3000 }), proposal({})],
      announcements: [announcement({})],
    });
    expect(kinds(state, DIRK as typeof ANOUK)).to.deep.equal([
      "answer",
      "spending",
      "answer",
      "offer",
    ]);
  });
});
