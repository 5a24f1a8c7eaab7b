import type { Address } from "viem";
import { numberToHex, zeroAddress, zeroHash } from "viem";

import { ETH } from "#app/model/money.ts";
import type { Standpoint } from "#app/model/view.ts";
import { money } from "#sdk/acts/money.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import type { Words } from "#sdk/chronicle/events.ts";
import { Outcome } from "#sdk/chronicle/lifecycle.ts";
import { Mark } from "#sdk/chronicle/marks.ts";
import type {
  Announcement,
  Objection,
  Organisation,
  Proposal,
  ProposalVersion,
  Role,
  Seat,
} from "#sdk/chronicle/organisation.ts";
import { idOf, keyOf, NO_SETTINGS } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";
import { ALL_ARTICLES } from "#sdk/flags.ts";

export const DAY = 86_400;
export const NOW = 1_800_000_000;

const person = (number: number): Address => numberToHex(number, { size: 20 });
export const CONSENT = person(104);
export const TREASURY = person(102);
export const ANN = person(1);
export const BEN = person(2);
export const DORA = person(4);
export const EVE = person(5);
/** A partner without a role. */
export const HAL = person(8);
/** Nobody to the organisation. */
export const ZOE = person(26);

const NAMES: Readonly<Record<string, string>> = {
  [ANN]: "Ann",
  [BEN]: "Ben",
  [DORA]: "Dora",
  [EVE]: "Eve",
  [HAL]: "Hal",
  [ZOE]: "Zoe",
};
export const nameOf = (address: Address): string => NAMES[address] ?? address;

export const id = (number: number): bigint => idOf(1, number);
export const ANCHOR = id(1);
/** Filled by Ann and Ben; admits partners and assigns at the anchor. */
export const COUNCIL = id(2);
/** A circle, led by Dora. */
export const OPERATIONS = id(3);
/** In Operations, filled by Eve. */
export const KITCHEN = id(4);

export const words = (name: string): Words => ({
  name,
  text: `${name} well done`,
  domains: [],
  accountabilities: [],
});

const SEATS = { leads: 1n, role: 2n, other: 4n };

function role(fields: Partial<Role> & Pick<Role, "id" | "circle" | "fillers">, name: string): Role {
  return {
    words: words(name),
    revision: 1,
    origins: [],
    inscribedAt: NOW,
    moves: [],
    voices: fields.fillers,
    limit: 0,
    link: null,
    reps: [],
    seat: 1,
    depth: 2,
    alive: false,
    createdAt: NOW,
    inner: [],
    policies: [],
    members: [],
    numbers: 0,
    epoch: 1,
    lastDeparture: 0,
    ...fields,
  };
}

const seat = (circle: bigint, who: Address, seats: bigint, endedAt = 0): Seat => ({
  circle,
  person: who,
  fills: seats,
  voices: seats,
  number: 1,
  endedAt,
});

const CONTRACTS = {
  partners: person(110),
  structure: person(111),
  offices: person(112),
  facilitation: person(113),
  elections: person(114),
  meetings: person(115),
  leads: person(116),
  allowances: person(117),
  rulings: person(118),
  breakdowns: person(119),
  initiatives: person(120),
};

/** anchor > (Council: Ann, Ben; Operations: Dora > Kitchen: Eve). Founded, no lead at the anchor. */
export function organisation(change: Partial<Organisation> = {}): Organisation {
  const roles = [
    role(
      { id: ANCHOR, circle: null, fillers: [], alive: true, members: [ANN, BEN, DORA], depth: 1 },
      "Bakery",
    ),
    role({ id: COUNCIL, circle: ANCHOR, fillers: [ANN, BEN] }, "Council"),
    role(
      { id: OPERATIONS, circle: ANCHOR, fillers: [DORA], alive: true, members: [DORA, EVE] },
      "Operations",
    ),
    role({ id: KITCHEN, circle: OPERATIONS, fillers: [EVE], depth: 3 }, "Kitchen"),
  ];
  const seats = [
    seat(ANCHOR, ANN, SEATS.role),
    seat(ANCHOR, BEN, SEATS.role),
    seat(ANCHOR, DORA, SEATS.other),
    seat(OPERATIONS, DORA, SEATS.leads),
    seat(OPERATIONS, EVE, SEATS.role),
    // Hal has left Operations a day ago.
    seat(OPERATIONS, HAL, 0n, NOW - DAY),
  ];
  const partners = [ANN, BEN, DORA, EVE, HAL].map((who) => ({
    person: who,
    status: "agreed" as const,
    kind: PartnerKind.Person,
    custodian: null,
    open: false,
    seats: 1,
    version: 1,
    agreedAt: NOW,
    leftAt: 0,
  }));
  return {
    circles: person(100),
    chainId: 31_337,
    number: 1,
    anchor: ANCHOR,
    founder: ANN,
    foundedAt: NOW,
    salt: zeroHash,
    vault: person(101),
    treasury: TREASURY,
    treasuries: [TREASURY],
    additions: new Map(),
    former: new Map(),
    processes: [{ process: CONSENT, bits: 39, proven: true, decided: true, endsAt: 0 }],
    articles: ALL_ARTICLES,
    version: 1,
    revision: 1,
    contracts: CONTRACTS,
    ruleHash: zeroHash,
    founding: {
      contract: person(103),
      ratifiers: [ANN],
      ratified: new Map(),
      lastWrite: 2,
      endedAt: NOW,
      dissolvedAt: 0,
      signed: new Map(),
    },
    partners: new Map(partners.map((one) => [one.person, one])),
    roles: new Map(roles.map((one) => [one.id, one])),
    removedRoles: new Map(),
    policies: new Map(),
    repealedPolicies: new Map(),
    settings: new Map([
      [
        ANCHOR,
        {
          settings: {
            ...NO_SETTINGS,
            window: 5 * DAY,
            notice: 3 * DAY,
            admission: COUNCIL,
            assigner: COUNCIL,
          },
          revision: 1,
        },
      ],
    ]),
    seats: new Map(seats.map((one) => [keyOf(one.circle, one.person), one])),
    seatsTaken: new Map(),
    offers: new Map(),
    proposals: new Map(),
    proposalSlots: new Map(),
    announcements: new Map(),
    announcementSlots: new Map(),
    promised: new Map(),
    vaults: new Map(),
    tenures: new Map(),
    standIns: new Map(),
    permissions: new Map(),
    elections: new Map(),
    lastElections: new Map(),
    terms: new Map(),
    specialRequests: new Map(),
    meetings: new Map(),
    items: new Map(),
    redirections: new Map(),
    budgets: new Map(),
    uses: new Map(),
    confirmations: new Map(),
    powers: new Map(),
    focuses: new Map(),
    interpretations: new Map(),
    strikes: new Map(),
    breakdowns: new Map(),
    audits: [],
    initiatives: new Map(),
    head: { word: zeroHash, number: 9, block: 9n, time: NOW },
    acts: [],
    unfinished: null,
    ...change,
  };
}

/** What somebody sees. */
export function seenBy(me: Address | null, state = organisation(), now = NOW): Standpoint {
  return { organisation: state, me, now, nameOf };
}

const VERSION: ProposalVersion = {
  version: 1,
  changes: [
    {
      kind: ChangeKind.CreateRole,
      target: 0n,
      revision: 0,
      words: words("Oven"),
      place: 0n,
      reviewAt: 0,
      tags: 0,
      settings: [],
      terms: zeroHash,
    },
  ],
  reasons: { tension: "t", example: "e", explanation: "x" },
  integrates: "",
  contentHash: zeroHash,
  opensAt: NOW - DAY,
  closesAt: NOW + 4 * DAY,
  expected: 1,
  marks: Mark.Early,
  early: true,
  windowless: false,
  reality: false,
  attention: 0,
  epoch: 1,
};

/** Dora's proposal to Operations, open for four more days. */
export function proposal(change: Partial<Proposal> = {}): Proposal {
  return {
    id: id(20),
    process: zeroAddress,
    circle: OPERATIONS,
    proposer: DORA,
    proposerNumber: 1,
    asRole: OPERATIONS,
    slot: 0,
    versions: [VERSION],
    standingFrom: NOW - 6 * DAY,
    closesAt: NOW + 4 * DAY,
    objections: [],
    confirmations: [],
    outcome: Outcome.None,
    openedAt: NOW - DAY,
    adoptedAt: 0,
    adoptedInMeeting: 0,
    enactedAt: 0,
    withdrawnAt: 0,
    suspendedUntil: 0,
    stopped: false,
    heldByMeeting: false,
    meeting: 0n,
    droppedAt: 0,
    remarks: [],
    meetingRequests: [],
    testRequests: [],
    upheld: [],
    rulings: [],
    judgements: [],
    ...change,
  };
}

export const secondVersion: ProposalVersion = { ...VERSION, version: 2 };
export const firstVersion = VERSION;

export const objectionOf = (by: Address, version = 1): Objection => ({
  by,
  number: 2,
  asRole: KITCHEN,
  inRole: true,
  version,
  objection: { harm: "", limits: "", cause: "", certainty: "", rule: "r" },
  raisedAt: NOW,
  ended: null,
});

/** Eve's announcement for Kitchen, open for four more days. */
export function announcement(change: Partial<Announcement> = {}): Announcement {
  return {
    id: id(30),
    treasury: TREASURY,
    announcer: EVE,
    asRole: KITCHEN,
    slot: 0,
    payment: money({ vault: person(101), token: ETH.address, payee: ZOE, amount: 10n ** 18n }),
    policy: 0n,
    granted: new Map(),
    left: 0n,
    signedUntil: 0,
    purpose: "flour",
    window: 5 * DAY,
    standingFrom: NOW - 6 * DAY,
    closesAt: NOW + 4 * DAY,
    escalations: [],
    outcome: Outcome.None,
    announcedAt: NOW - DAY,
    paidAt: 0,
    revokedAt: 0,
    lapsedAt: 0,
    ...change,
  };
}
