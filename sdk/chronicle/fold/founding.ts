import { getAddress } from "viem";

import { ALL_ARTICLES, Articles, Bits, Flags, has } from "../../flags.ts";
import { ChangeKind } from "../changeKind.ts";
import { ONLY_INSIDE } from "../domains.ts";
import type { Act, ActOf, Settings } from "../events.ts";
import type { Organisation, Origin } from "../organisation.ts";
import { amendmentKey, GOVERNING, idOf, powersInForce } from "../organisation.ts";
import type { Apply, Draft } from "./draft.ts";
import {
  check,
  checkEqual,
  checkFounded,
  checkRatifier,
  draftOf,
  NOBODY,
  roleAt,
} from "./draft.ts";
import { isLeaderless } from "./seats.ts";
import { checkBounds } from "./settings.ts";
import { specialCause } from "./special.ts";
import { follow, takeDue } from "./unfinished.ts";

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
    treasuries: [args.treasury],
    processes: args.processes.map((it) => ({ ...it, proven: false, decided: false, endsAt: 0 })),
    articles: args.articles,
    version: 1,
    revision: 1,
    contracts: {
      partners: null,
      structure: null,
      offices: null,
      facilitation: null,
      elections: null,
      meetings: null,
      leads: null,
      allowances: null,
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
      dissolvedAt: 0,
      signed: new Map(),
    },
    partners: new Map(),
    roles: new Map([
      [
        anchor,
        {
          id: anchor,
          circle: null,
          words: args.words,
          // Its own: nobody grants them.
          origins: args.words.domains.map(() => ONLY_INSIDE),
          revision: 1,
          inscribedAt: act.time,
          moves: [],
          fillers: [],
          voices: [],
          limit: 0,
          link: null,
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
    additions: new Map(),
    former: new Map(),
    seats: new Map(),
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
    budgets: new Map(),
    uses: new Map(),
    confirmations: new Map(),
    powers: new Map(),
    redirections: new Map(),
    focuses: new Map(),
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
  const { settings, processes, treasury, ruleHash, articles, ratifiers } = act.args;
  const people = new Set(ratifiers);
  const contracts = new Map(processes.map(({ process, bits }) => [process, bits]));
  checkSettings(act, settings);
  check(act, BigInt(ruleHash) !== 0n, "there is no hash of a rule text");
  checkArticles(act, articles);
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
  const led = !isLeaderless(draft, act);
  check(act, !complete || led, "leads decide, and the anchor has none");
  draft.founding = { ...founding, ratified: all, endedAt: complete ? act.time : 0 };
};

export const amendmentSigned: Apply<"AmendmentSigned"> = (draft, act) => {
  const { founding } = draft;
  const { ruleHash, articles, revision } = act.args;
  checkSigner(draft, act);
  check(act, BigInt(ruleHash) !== 0n, "there is no hash of a rule text");
  checkArticles(act, articles);
  checkEqual(act, "revision", revision, draft.revision);
  const key = amendmentKey(ruleHash, articles, revision);
  const before = founding.signed.get(key) ?? 0;
  const bit = bitOf(draft, act);
  check(act, (before & bit) === 0, "the actor, or a predecessor, signed this before");
  const signed = new Map(founding.signed).set(key, (before | bit) >>> 0);
  draft.founding = { ...founding, signed };
  const alone = !has(draft.articles, Articles.GOVERNANCE);
  if (!alone || !isSigned(draft, key)) return;
  follow(draft, act, [{ name: "RulesAmended", subject: draft.anchor, person: null, time: null }]);
};

export const ratifierSucceeded: Apply<"RatifierSucceeded"> = (draft, act) => {
  const { founding } = draft;
  const { successor } = act.args;
  checkSigner(draft, act);
  check(act, successor !== NOBODY, "nobody succeeds");
  check(act, !founding.ratifiers.includes(successor), `${successor} is a ratifier already`);
  const ratified = new Map(founding.ratified);
  const last = ratified.get(act.actor.toLowerCase());
  ratified.delete(act.actor.toLowerCase());
  if (last !== undefined) ratified.set(successor.toLowerCase(), last);
  const ratifiers = founding.ratifiers.map((it) => (it === act.actor ? successor : it));
  draft.founding = { ...founding, ratifiers, ratified };
};

export const dissolved: Apply<"Dissolved"> = (draft, act) => {
  checkFounded(draft, act);
  const { members } = roleAt(draft, act, draft.anchor);
  check(act, members.length === 1 && members[0] === act.actor, "others are left in the anchor");
  check(act, powersInForce(draft).length === 0, "powers are in force");
  draft.founding = { ...draft.founding, dissolvedAt: act.time };
};

/** By the last ratifier's signature where leads govern; elsewhere the effect of a special change. */
export const rulesAmended: Apply<"RulesAmended"> = (draft, act) => {
  const { ruleHash, articles, version, revision } = act.args;
  const key = amendmentKey(ruleHash, articles, draft.revision);
  if (draft.unfinished?.kind === "following") {
    takeDue(draft, act);
  } else {
    const change = specialCause(draft, act, ChangeKind.AmendRules);
    checkEqual(act, "ruleHash", ruleHash, change.terms);
    checkEqual(act, "articles", articles, change.tags);
    const flags = draft.settings.get(draft.anchor)?.settings.flags ?? 0;
    const free = !has(flags, Flags.RATIFIERS_SIGN);
    check(act, free || isSigned(draft, key), "not every ratifier has signed it");
  }
  checkArticles(act, articles);
  checkEqual(act, "version", version, draft.version + 1);
  checkEqual(act, "revision", revision, draft.revision + 1);
  draft.ruleHash = ruleHash;
  draft.articles = articles;
  check(act, !isLeaderless(draft, act), "leads would decide, and the anchor has none");
  draft.version = version;
  draft.revision = revision;
};

function checkSigner(draft: Draft, act: Act): void {
  checkFounded(draft, act);
  check(act, draft.founding.ratifiers.includes(act.actor), `${act.actor} is not a ratifier`);
}

function bitOf(draft: Draft, act: Act): number {
  return 2 ** draft.founding.ratifiers.indexOf(act.actor);
}

function isSigned({ founding }: Draft, key: string): boolean {
  return founding.signed.get(key) === 2 ** founding.ratifiers.length - 1;
}

function checkArticles(act: Act, articles: number): void {
  const known = articles <= ALL_ARTICLES && has(articles, Articles.STRUCTURE);
  check(act, known, `articles ${articles} are unknown, or lack the first`);
}
