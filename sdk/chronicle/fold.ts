import type { Act, ActOf, EventName } from "./events.ts";
import { assigned, offered, offerWithdrawn, unassigned } from "./fold/assignments.ts";
import {
  amended,
  checkConsent,
  confirmed,
  enacted,
  objected,
  objectionWithdrawn,
  proposed,
  resolved,
  withdrawn,
} from "./fold/consent.ts";
import type { Apply, Draft } from "./fold/draft.ts";
import { check, checkEqual, draftOf } from "./fold/draft.ts";
import { begin, ratified, ratifiersNamed, written } from "./fold/founding.ts";
import { agreed, invited, left, opennessDeclared } from "./fold/partners.ts";
import {
  inscribed,
  policyAdopted,
  policyRepealed,
  roleCreated,
  roleRemoved,
  settingsSet,
} from "./fold/structure.ts";
import {
  announced,
  checkTreasury,
  escalated,
  lapsed,
  paid,
  reversed,
  revoked,
} from "./fold/treasury.ts";
import { checkEnd, checkFinished } from "./fold/unfinished.ts";
import type { Organisation } from "./organisation.ts";

type Family = { readonly [name in EventName]?: Apply<name> };

const FOUNDED_ONCE: Apply<"Founded"> = (_, act) => check(act, false, "it was founded before");

const RECORD = {
  Founded: FOUNDED_ONCE,
  Invited: invited,
  Agreed: agreed,
  Left: left,
  OpennessDeclared: opennessDeclared,
  Offered: offered,
  OfferWithdrawn: offerWithdrawn,
  Assigned: assigned,
  Unassigned: unassigned,
  RoleCreated: roleCreated,
  RoleRemoved: roleRemoved,
  PolicyAdopted: policyAdopted,
  PolicyRepealed: policyRepealed,
  Inscribed: inscribed,
  SettingsSet: settingsSet,
} as const satisfies Family;

const FOUNDING = {
  RatifiersNamed: ratifiersNamed,
  Written: written,
  Ratified: ratified,
} as const satisfies Family;

const CONSENT = {
  Proposed: proposed,
  Amended: amended,
  Withdrawn: withdrawn,
  Objected: objected,
  ObjectionWithdrawn: objectionWithdrawn,
  Resolved: resolved,
  Confirmed: confirmed,
  Enacted: enacted,
} as const satisfies Family;

const TREASURY = {
  Announced: announced,
  Escalated: escalated,
  Reversed: reversed,
  Revoked: revoked,
  Paid: paid,
  Lapsed: lapsed,
} as const satisfies Family;

/** Every event, and what it does; the type knows that none is missing. */
const APPLY: { readonly [name in EventName]: Apply<name> } = {
  ...RECORD,
  ...FOUNDING,
  ...CONSENT,
  ...TREASURY,
};

/**
 * What is true after one more event. Pure: the state before is left as it is.
 * @param state What was true before; null before the first event.
 * @throws FoldError for an event that the rules do not allow: the fold audits the contracts.
 */
export function fold(state: Organisation | null, act: Act): Organisation {
  if (state === null) return begin(act);
  const draft = draftOf(state);
  apply(draft, act);
  return draft;
}

/**
 * What is true after all of these events, which end with a whole act. The state before is left as it is.
 * @param from What was true before; null when the first event founds the organisation.
 * @throws FoldError for the first event that the rules do not allow.
 */
export function replay(acts: readonly Act[], from: Organisation | null = null): Organisation {
  const [first, ...rest] = acts;
  if (first === undefined) {
    if (from === null) throw new TypeError("A history has at least one event.");
    return from;
  }
  const draft = from === null ? begin(first) : draftOf(from);
  for (const act of from === null ? rest : acts) apply(draft, act);
  checkEnd(draft);
  return draft;
}

function apply(draft: Draft, act: Act): void {
  const { head } = draft;
  checkEqual(act, "its number", act.number, head.number + 1);
  checkEqual(act, "the head before it", act.previous.toLowerCase(), head.word);
  checkEqual(act, "its organisation", act.organisation, draft.number);
  check(act, act.block >= head.block && act.time >= head.time, "it is older than the one before");
  checkEmitter(draft, act);
  checkFinished(draft, act);
  applyOf(act)(draft, act);
  draft.head = { word: act.head, number: act.number, block: act.block, time: act.time };
  draft.acts.push(act);
}

function applyOf(act: Act): (draft: Draft, act: Act) => void {
  // An event's name and what it does are paired by the type of the table.
  return APPLY[act.name] as (draft: Draft, act: ActOf<EventName>) => void;
}

function checkEmitter(draft: Draft, act: Act): void {
  if (act.name in RECORD) checkEqual(act, "its contract", act.emitter, draft.circles);
  else if (act.name in FOUNDING) checkFounder(draft, act);
  else if (act.name in CONSENT) checkConsent(draft, act);
  else checkTreasury(draft, act);
}

/** The contract that names the ratifiers, right after the first event, is the one all of the founding goes through. */
function checkFounder(draft: Draft, act: Act): void {
  if (act.name === "RatifiersNamed") return;
  checkEqual(act, "its contract", act.emitter, draft.founding.contract);
}
