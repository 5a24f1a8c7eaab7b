import { Bits, has } from "../../flags.ts";
import { ChangeKind } from "../changeKind.ts";
import type { Act, Change } from "../events.ts";
import type { Mandate } from "../organisation.ts";
import { isSpecial } from "../special.ts";
import type { Apply, Draft } from "./draft.ts";
import { check, checkEqual } from "./draft.ts";
import { checkKind } from "./structure.ts";
import { causeOf } from "./unfinished.ts";

const DAY = 86_400;
/** How long a process that was ended may finish what it has opened, in seconds. */
const FINISHING = 90 * DAY;
const ALL_BITS = Object.values(Bits).reduce((all, bit) => all | bit, 0);
/** What it takes to change who decides, and to say so. */
const DECIDING = Bits.PROCESSES | Bits.RECORD;

export const processSet: Apply<"ProcessSet"> = (draft, act) => {
  const { process, bits, endsAt, revision } = act.args;
  const change = specialCause(draft, act, ChangeKind.SetProcess);
  checkEqual(act, "process", BigInt(process), BigInt(change.terms));
  checkEqual(act, "bits", bits, change.tags);
  checkEqual(act, "revision", revision, draft.revision + 1);
  check(act, bits <= ALL_BITS, "a bit is unknown");
  const known = draft.processes.find((it) => it.process === process);
  if (bits === 0) {
    check(act, known !== undefined && known.endsAt === 0, "it is no process that goes on");
  }
  const mute = process === draft.treasury && !has(bits, Bits.RECORD);
  check(act, !mute, "the treasury goes on recording");
  checkEqual(act, "endsAt", endsAt, bits === 0 ? act.time + FINISHING : 0);
  const after: Mandate = {
    process,
    bits: bits === 0 ? (known?.bits ?? 0) : bits,
    proven: known?.proven ?? false,
    decided: known?.decided ?? false,
    endsAt,
  };
  draft.processes =
    known === undefined
      ? [...draft.processes, after]
      : draft.processes.map((it) => (it === known ? after : it));
  check(act, countDeciding(draft.processes) > 0, "nothing is left that can change processes");
  draft.revision = revision;
};

export const treasurySet: Apply<"TreasurySet"> = (draft, act) => {
  const { treasury, revision } = act.args;
  const change = specialCause(draft, act, ChangeKind.SetTreasury);
  checkEqual(act, "treasury", BigInt(treasury), BigInt(change.terms));
  checkEqual(act, "revision", revision, draft.revision + 1);
  const known = draft.processes.find((it) => it.process === treasury);
  const records = known !== undefined && known.endsAt === 0 && has(known.bits, Bits.RECORD);
  check(act, records, "the treasury cannot record");
  draft.treasury = treasury;
  // Each has its own.
  draft.contracts = { ...draft.contracts, allowances: null };
  const others = draft.treasuries.filter((it) => it !== treasury);
  draft.treasuries = [...others, treasury];
  draft.revision = revision;
};

/** The special change of the anchor that an event must be the effect of. */
export function specialCause(draft: Draft, act: Act, kind: ChangeKind): Change {
  const cause = causeOf(draft, act, null);
  checkEqual(act, "its circle", cause.circle, draft.anchor);
  const change = checkKind(act, cause, kind, draft.anchor, draft.revision);
  check(act, change !== null, "only an adopted proposal causes it");
  return change;
}

/** Note that a process has changed governance; by a special change, that it decides. */
export function prove(draft: Draft, { emitter }: Act, changes: readonly Change[] = []): void {
  const decides = isSpecial(changes[0]);
  draft.processes = draft.processes.map((it) =>
    it.process === emitter ? { ...it, proven: true, decided: it.decided || decides } : it,
  );
}

/** How many processes go on that have made a special change and can make the next. */
export function countDeciding(processes: readonly Mandate[]): number {
  return processes.filter(
    ({ bits, decided, endsAt }) => decided && endsAt === 0 && (bits & DECIDING) === DECIDING,
  ).length;
}
