import type { Address, Hex } from "viem";
import { zeroAddress, zeroHash } from "viem";

import type { Ballot, Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, Tie } from "#sdk/chronicle/elections.ts";
import type { Attendance, Item, Meeting, SpecialRequest } from "#sdk/chronicle/meetings.ts";
import { ItemStep, Presence } from "#sdk/chronicle/meetings.ts";
import type { StandIn, Tenure } from "#sdk/chronicle/offices.ts";
import { Office, officeKey, standInKey } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { subjectKey } from "#sdk/chronicle/organisation.ts";
import { DAY, DORA, EVE, id, NOW, OPERATIONS, organisation } from "./organisation.ts";

/** Somebody in an office of Operations, elected for a year half a year ago. */
export function tenure(office: Office, holder: Address, change: Partial<Tenure> = {}): Tenure {
  return {
    circle: OPERATIONS,
    office,
    index: 0,
    holder,
    until: NOW + 182 * DAY,
    surrogate: null,
    installedAt: NOW - 183 * DAY,
    installedBy: holder,
    election: id(40),
    past: [],
    ...change,
  };
}

/** The election of the facilitator of Operations, called by Eve yesterday. */
export function election(change: Partial<Election> = {}): Election {
  return {
    id: id(50),
    subject: {
      circle: OPERATIONS,
      role: 0n,
      office: Office.Facilitator,
      index: 0,
      replaced: zeroAddress,
    },
    calledBy: EVE,
    calledAt: NOW - DAY,
    reason: "Nobody facilitates.",
    opensFrom: NOW + 2 * DAY,
    openedBy: null,
    openedAt: 0,
    term: 0,
    tie: Tie.SelfNominee,
    expected: 0,
    window: 0,
    notice: 3 * DAY,
    epoch: 1,
    step: ElectionStep.Called,
    endsAt: NOW + 2 * DAY,
    round: 0,
    acted: 0,
    asked: false,
    choosers: 0,
    ballots: [],
    ties: [],
    counts: [],
    candidate: null,
    willing: false,
    confirmed: [],
    objections: [],
    fallen: [],
    elected: null,
    ...change,
  };
}

const OPENED = {
  openedBy: DORA,
  openedAt: NOW - DAY,
  term: 365 * DAY,
  expected: 2,
  window: 5 * DAY,
} as const;

/** The same in one of its later steps, begun yesterday. */
export function inStepOf(step: ElectionStep, change: Partial<Election> = {}): Election {
  const length = step === ElectionStep.Sealing || step === ElectionStep.Consenting ? 4 : 2;
  return election({ ...OPENED, step, endsAt: NOW + length * DAY, ...change });
}

/** A sealed ballot. */
export function sealed(by: Address, seal: Hex = zeroHash): Ballot {
  return { by, seal, sealedAt: NOW - DAY, shared: null, changed: null, choices: [] };
}

/** A ballot that was opened. */
export function shared(by: Address, nominee: Address): Ballot {
  const opened = { nominee, salt: zeroHash, reason: "Listens.", at: NOW };
  return { ...sealed(by), shared: opened };
}

/** Dora and Eve have nominated Eve, and Eve is proposed. */
export function consenting(change: Partial<Election> = {}): Election {
  return inStepOf(ElectionStep.Consenting, {
    ballots: [shared(DORA, EVE), shared(EVE, EVE)],
    counts: [
      {
        candidate: EVE,
        nominations: 2,
        tied: 1,
        tie: Tie.SelfNominee,
        by: DORA,
        at: NOW - DAY,
        endsAt: NOW + 4 * DAY,
      },
    ],
    candidate: EVE,
    willing: true,
    ...change,
  });
}

/** A meeting of Operations that began an hour ago and ends in one. */
export function meeting(change: Partial<Meeting> = {}): Meeting {
  return {
    id: id(60),
    circle: OPERATIONS,
    scheduledBy: DORA,
    scheduledAt: NOW - 4 * DAY,
    request: 0n,
    purpose: "",
    startsAt: NOW - 3600,
    endsAt: NOW + 3600,
    limits: [],
    quorum: 0,
    cancelledAt: 0,
    extension: null,
    attendance: [],
    items: [],
    current: 0n,
    ...change,
  };
}

/** Somebody present. */
export function attends(person: Address, change: Partial<Attendance> = {}): Attendance {
  return {
    person,
    presence: Presence.Member,
    guestOf: null,
    number: 1,
    from: NOW - 1800,
    to: 0,
    ...change,
  };
}

/** An item that Eve has put on the agenda. */
export function item(change: Partial<Item> = {}): Item {
  return {
    id: id(61),
    meeting: id(60),
    label: "Ovens",
    proposal: 0n,
    by: EVE,
    asGuest: false,
    at: NOW,
    step: ItemStep.None,
    version: 0,
    round: 0,
    confirmed: [],
    steps: [],
    said: [],
    adoptedAt: 0,
    ...change,
  };
}

/** Eve's request for a special meeting, a day old. */
export function request(change: Partial<SpecialRequest> = {}): SpecialRequest {
  return {
    id: id(70),
    circle: OPERATIONS,
    by: EVE,
    purpose: "The ovens",
    limits: [],
    at: NOW - DAY,
    dueAt: NOW + 2 * DAY,
    meeting: null,
    ...change,
  };
}

interface Parts {
  readonly tenures?: readonly Tenure[];
  readonly standIns?: readonly StandIn[];
  readonly elections?: readonly Election[];
  readonly meetings?: readonly Meeting[];
  readonly items?: readonly Item[];
  readonly requests?: readonly SpecialRequest[];
}

/** The organisation with people in office, elections and meetings. */
export function officed(parts: Parts, change: Partial<Organisation> = {}): Organisation {
  const { tenures = [], standIns = [], elections = [] } = parts;
  const before = organisation();
  const operations = before.roles.get(OPERATIONS);
  const roles = new Map(before.roles);
  if (operations !== undefined) roles.set(OPERATIONS, { ...operations, inner: [id(4)] });
  return organisation({
    roles,
    tenures: new Map(tenures.map((one) => [officeKey(one.circle, one.office, one.index), one])),
    standIns: new Map(
      standIns.map((one) => [standInKey(one.process, one.matter, one.circle, one.office), one]),
    ),
    elections: new Map(elections.map((one) => [one.id, one])),
    lastElections: new Map(elections.map((one) => [subjectKey(one.subject), one.id])),
    meetings: new Map((parts.meetings ?? []).map((one) => [one.id, one])),
    items: new Map((parts.items ?? []).map((one) => [one.id, one])),
    specialRequests: new Map((parts.requests ?? []).map((one) => [one.id, one])),
    ...change,
  });
}
