import type { Act } from "../events.ts";
import type { Family, Part } from "../organisation.ts";
import { candidatesFor, consentOf } from "../organisation.ts";
import type { Draft } from "./draft.ts";
import { check, checkEqual } from "./draft.ts";

/**
 * Refuse an event of a family from another contract than the family's. Bits do not tell offices from elections, or
 * facilitation from meetings: the contract is a process with the bits, and the first event of the family fixes which.
 */
export function checkFamily(draft: Draft, act: Act, family: Family): void {
  const known = draft.contracts[family];
  if (known !== null) {
    checkEqual(act, "its contract", act.emitter, known);
    return;
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
  check(act, !others.includes(act.emitter), "its contract is known for something else");
}
