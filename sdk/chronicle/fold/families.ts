import type { Act } from "../events.ts";
import type { Family } from "../organisation.ts";
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

/** Refuse an event about people who come and go from another contract than the record's own for it. */
export function checkPartners(draft: Draft, act: Act): void {
  const { partners } = draft.contracts;
  if (partners !== null) {
    checkEqual(act, "its contract", act.emitter, partners);
    return;
  }
  // The record lets nobody else speak: whatever is neither itself, the founding nor a process is this.
  const process = draft.processes.some((it) => it.process === act.emitter);
  check(act, !process && act.emitter !== draft.circles, "its contract is another");
  check(act, act.emitter !== draft.founding.contract, "its contract is the founding's");
  draft.contracts = { ...draft.contracts, partners: act.emitter };
}

/** Refuse a contract that is known to be another one. */
function checkUntold(draft: Draft, act: Act): void {
  const others = [consentOf(draft), draft.treasury, ...Object.values(draft.contracts)];
  check(act, !others.includes(act.emitter), "its contract is known for something else");
}
