import type { Act } from "../events.ts";
import type { Family, Part } from "../organisation.ts";
import { candidatesFor, consentOf } from "../organisation.ts";
import type { Draft } from "./draft.ts";
import { check, checkEqual } from "./draft.ts";

/** The families whose contract another succeeds; the others keep what the rest of the processes is built upon. */
const SUCCEEDED: ReadonlySet<Family> = new Set<Family>([
  ...(["elections", "facilitation", "meetings", "leads", "rulings", "initiatives"] as const),
]);

/**
 * Refuse an event of a family from another contract than the family's. Bits do not tell offices from elections, or
 * facilitation from meetings: the contract is a process with the bits, and the first event of the family fixes which.
 * While that one finishes, another with the bits may succeed it; both speak then, each of what it has opened.
 */
export function checkFamily(draft: Draft, act: Act, family: Family): void {
  const known = draft.contracts[family];
  if (act.emitter === known || draft.former.get(act.emitter) === family) return;
  if (known !== null) {
    const mandate = draft.processes.find(({ process }) => process === known);
    const ends = SUCCEEDED.has(family) && mandate !== undefined && mandate.endsAt !== 0;
    if (!ends) checkEqual(act, "its contract", act.emitter, known);
    draft.former.set(known, family);
    // A lead's redirections are its contract's own.
    if (family === "leads") draft.redirections.clear();
  }
  const able = candidatesFor(draft, family).includes(act.emitter);
  check(act, able, "its contract is no process with the bits for it");
  checkUntold(draft, act);
  draft.contracts = { ...draft.contracts, [family]: act.emitter };
}

/**
 * Refuse an event from another contract than that part of the record. The record lets nobody but itself, its parts and
 * processes speak: whatever is nothing else is this, and the first event of the part fixes it.
 */
export function checkRecordPart(draft: Draft, act: Act, part: Part): void {
  const known = draft.contracts[part];
  if (known !== null) {
    checkEqual(act, "its contract", act.emitter, known);
    return;
  }
  const processes = draft.processes.map(({ process }) => process);
  const others = [draft.circles, draft.founding.contract, ...processes];
  check(act, !others.includes(act.emitter), "its contract is no part of the record");
  checkUntold(draft, act);
  draft.contracts = { ...draft.contracts, [part]: act.emitter };
}

/** Refuse a contract that is known to be another one. */
function checkUntold(draft: Draft, act: Act): void {
  const others = [consentOf(draft), draft.treasury, ...Object.values(draft.contracts)];
  const known = others.includes(act.emitter) || draft.former.has(act.emitter);
  check(act, !known, "its contract is known for something else");
}
