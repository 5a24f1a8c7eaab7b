import { getAddress } from "viem";

import { Bits, has } from "../../flags.ts";
import type { Act, ActOf, Settings } from "../events.ts";
import type { Organisation, Origin } from "../organisation.ts";
import { GOVERNING, idOf } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual, checkRatifier, draftOf, NOBODY, roleAt } from "./draft.ts";
import { checkBounds } from "./settings.ts";

const ALL_BITS = Object.values(Bits).reduce((all, bit) => all | bit, 0);

/** The state after the first event of an organisation. */
export function begin({ circles, chainId }: Origin, act: Act): Draft {
  check(act, act.name === "Founded", "the first event of a history founds it");
  const { args, organisation: number } = act;
  const anchor = idOf(number, 1);
  checkEqual(act, "its number", act.number, 1);
  checkEqual(act, "anchor", act.subject, anchor);
  checkFounding(act);
  const { ratifiers } = act.args;
  const state: Organisation = {
    circles: getAddress(circles),
    chainId,
    number,
    anchor,
    founder: act.actor,
    foundedAt: act.time,
    salt: args.salt,
    vault: args.vault,
    treasury: args.treasury,
    processes: args.processes,
    contracts: {
      partners: null,
      structure: null,
      offices: null,
      facilitation: null,
      elections: null,
      meetings: null,
      rulings: null,
      breakdowns: null,
      initiatives: null,
    },
    ruleHash: args.ruleHash,
    founding: {
      contract: act.emitter,
      ratifiers,
      ratified: new Map(),
      lastWrite: 1,
      endedAt: 0,
    },
    partners: new Map(),
    roles: new Map([
      [
        anchor,
        {
          id: anchor,
          circle: null,
          words: args.words,
          revision: 1,
          inscribedAt: act.time,
          moves: [],
          fillers: [],
          voices: [],
          limit: 0,
          reps: [],
          seat: 0,
          depth: 1,
          alive: true,
          createdAt: act.time,
          inner: [],
          policies: [],
          members: [],
          numbers: 0,
          epoch: 0,
          lastDeparture: 0,
        },
      ],
    ]),
    removedRoles: new Map(),
    policies: new Map(),
    repealedPolicies: new Map(),
    settings: new Map([[anchor, { settings: args.settings, revision: 1 }]]),
    seats: new Map(),
    seatsTaken: new Map(),
    offers: new Map(),
    proposals: new Map(),
    proposalSlots: new Map(),
    announcements: new Map(),
    announcementSlots: new Map(),
    promised: new Map(),
    tenures: new Map(),
    standIns: new Map(),
    permissions: new Map(),
    elections: new Map(),
    lastElections: new Map(),
    terms: new Map(),
    specialRequests: new Map(),
    meetings: new Map(),
    items: new Map(),
    interpretations: new Map(),
    strikes: new Map(),
    breakdowns: new Map(),
    audits: [],
    initiatives: new Map(),
    head: { word: act.head, number: 1, block: act.block, time: act.time },
    acts: [act],
    unfinished: null,
  };
  return draftOf(state);
}

function checkFounding(act: ActOf<"Founded">): void {
  const { settings, processes, treasury, ruleHash, ratifiers } = act.args;
  const people = new Set(ratifiers);
  const contracts = new Map(processes.map(({ process, bits }) => [process, bits]));
  checkSettings(act, settings);
  check(act, BigInt(ruleHash) !== 0n, "there is no hash of a rule text");
  check(act, contracts.size >= 1 && contracts.size <= 16, "there are not 1 to 16 processes");
  check(act, contracts.size === processes.length && !contracts.has(NOBODY), "a process is wrong");
  check(
    act,
    processes.every(({ bits }) => bits >= 1 && (bits & ~ALL_BITS) === 0),
    "a bit is unknown",
  );
  check(
    act,
    processes.some(({ bits }) => (bits & GOVERNING) === GOVERNING),
    "no process governs",
  );
  check(act, has(contracts.get(treasury) ?? 0, Bits.RECORD), "the treasury cannot record");
  check(act, people.size >= 1 && people.size <= 32, "there are not 1 to 32 ratifiers");
  check(act, people.size === ratifiers.length && !people.has(NOBODY), "a ratifier is wrong");
}

function checkSettings(act: Act, settings: Settings): void {
  checkBounds(act, settings, true);
  const names = settings.admission | settings.assigner | settings.appointer;
  check(act, names === 0n, "the settings name a role before there is one");
}

export const written: Apply<"Written"> = (draft, act) => {
  checkRatifier(draft, act);
  checkEqual(act, "afterNumber", act.args.afterNumber, draft.founding.lastWrite);
  draft.founding = { ...draft.founding, lastWrite: act.number };
  draft.unfinished = null;
};

export const ratified: Apply<"Ratified"> = (draft, act) => {
  checkRatifier(draft, act);
  const { founding } = draft;
  const key = act.actor.toLowerCase();
  checkEqual(act, "number", act.args.number, founding.lastWrite);
  check(act, founding.ratified.get(key) !== act.args.number, "the actor ratified this before");
  const all = new Map(founding.ratified).set(key, act.args.number);
  const complete = founding.ratifiers.every(
    (ratifier) => all.get(ratifier.toLowerCase()) === founding.lastWrite,
  );
  checkEqual(act, "complete", act.args.complete, complete);
  const { members } = roleAt(draft, act, draft.anchor);
  check(act, !complete || members.length > 0, "the anchor has no member");
  draft.founding = { ...founding, ratified: all, endedAt: complete ? act.time : 0 };
};
