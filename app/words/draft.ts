import type { Hex } from "viem";
import { zeroHash } from "viem";

import {
  bytesOf,
  longFault,
  MOST_CHANGES,
  MOST_ITEM,
  MOST_ITEMS,
  MOST_NAME,
  textFault,
} from "#app/words/limits.ts";
import { DAY } from "#app/words/time.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";
import { ONLY_INSIDE, originTerms, readOrigins } from "#sdk/chronicle/domains.ts";
import type { Change, Reasons, Settings, Words } from "#sdk/chronicle/events.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, NO_SETTINGS, settingsIn } from "#sdk/chronicle/organisation.ts";
import { isSpecial } from "#sdk/chronicle/special.ts";
import { Flags, Tags } from "#sdk/flags.ts";
import type { PresetName } from "#sdk/presets.ts";
import { PRESETS } from "#sdk/presets.ts";

/** A proposal as somebody writes it: plain texts, so that a device can keep it. */
export interface Draft {
  /** The role spoken for; empty while none is chosen. */
  readonly role: string;
  readonly tension: string;
  readonly example: string;
  readonly explanation: string;
  readonly integrates: string;
  /** Whether it claims only to make the record say what happens already. */
  readonly claims?: boolean;
  readonly changes: readonly DraftChange[];
}

/** One change as somebody writes it. */
export interface DraftChange {
  readonly kind: ChangeKind;
  /** An id, a place in the list, or 0 for the circle. */
  readonly target: string;
  readonly revision: number;
  readonly name: string;
  readonly text: string;
  readonly domains: readonly string[];
  /** By domain: of which domain of the circle that grants it it is a part, from 1; what is not named counts only inside. */
  readonly origins?: { readonly [domain: string]: number };
  readonly accountabilities: readonly string[];
  /** A day as 2026-11-30, or empty. */
  readonly reviewOn: string;
  /** What kinds of policy it is: `Tags`. */
  readonly tags: number;
  /** In days; empty for the anchor's. */
  readonly days: string;
  readonly admission: string;
  readonly assigner: string;
  /** What else the settings say; their number is that of the contract. */
  readonly notice: number;
  readonly flags: number;
  readonly attention: number;
  readonly quorum: number;
  readonly reps: number;
  readonly appointer: string;
  /** What it means for contracts, or which contract or text it names: kept as it was said. Of domains see `origins`. */
  readonly terms?: Hex;
  /** Moving: where it goes. Limiting: how many speak for the role. */
  readonly place: string;
}

export const NO_DRAFT: Draft = {
  role: "",
  tension: "",
  example: "",
  explanation: "",
  integrates: "",
  changes: [],
};

/** Whether something kept on a device is a draft. */
export function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const { changes, claims, ...texts } = kept as Record<string, unknown>;
  const keys = ["role", "tension", "example", "explanation", "integrates"];
  return (
    keys.every((key) => typeof texts[key] === "string") &&
    (claims === undefined || typeof claims === "boolean") &&
    Array.isArray(changes) &&
    changes.every(isDraftChange)
  );
}

function isDraftChange(kept: unknown): kept is DraftChange {
  if (typeof kept !== "object" || kept === null) return false;
  const change = kept as Record<string, unknown>;
  const texts = ["target", "name", "text", "reviewOn", "days", "admission", "assigner"];
  const more = ["appointer", "place"];
  const numbers = ["revision", "tags", "notice", "flags", "attention", "quorum", "reps"];
  const lists = ["domains", "accountabilities"];
  return (
    Object.values(ChangeKind).includes(change.kind as ChangeKind) &&
    numbers.every((key) => typeof change[key] === "number") &&
    [...texts, ...more].every((key) => typeof change[key] === "string") &&
    lists.every(
      (key) => Array.isArray(change[key]) && change[key].every((it) => typeof it === "string"),
    )
  );
}

const isRoleKind = (kind: ChangeKind) =>
  kind === ChangeKind.CreateRole || kind === ChangeKind.AmendRole;
const isPolicyKind = (kind: ChangeKind) =>
  kind === ChangeKind.AdoptPolicy || kind === ChangeKind.AmendPolicy;

/** Whether a kind of change moves something. */
export function isMove(kind: ChangeKind): boolean {
  return kind === ChangeKind.MoveRole || kind === ChangeKind.MovePolicy;
}
const PLACED: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  ChangeKind.LimitRole,
  ChangeKind.LinkRole,
  ChangeKind.AddToRole,
]);
const isPlaced = (kind: ChangeKind) => isMove(kind) || PLACED.has(kind);
/** Whether its place may be that of another change in the list. */
const refers = (kind: ChangeKind) => isMove(kind) || kind === ChangeKind.LinkRole;
/** Whether it grants domains, and says of each where it comes from. */
const isGrant = (kind: ChangeKind) => isRoleKind(kind) || kind === ChangeKind.AddToRole;

/** Whether a kind of change says something in words. */
export function hasWords(kind: ChangeKind): boolean {
  return isRoleKind(kind) || isPolicyKind(kind);
}

const BLANK: Omit<DraftChange, "kind" | "target"> = {
  revision: 0,
  name: "",
  text: "",
  domains: [],
  accountabilities: [],
  reviewOn: "",
  tags: 0,
  days: "",
  admission: "0",
  assigner: "0",
  notice: 0,
  flags: 0,
  attention: 0,
  quorum: 0,
  reps: 0,
  appointer: "0",
  place: "0",
};

/** A new change of a kind, with what it touches as it stands now. */
export function startChange(
  organisation: Organisation,
  circle: bigint,
  kind: ChangeKind,
  target: bigint,
): DraftChange {
  const start: DraftChange = { ...BLANK, kind, target: String(target) };
  if (kind === ChangeKind.CreateRole || kind === ChangeKind.AdoptPolicy) return start;
  if (kind === ChangeKind.Configure) return { ...start, ...settingsNow(organisation, circle) };
  const policy = organisation.policies.get(target);
  const held = organisation.roles.get(target) ?? policy;
  if (held === undefined) return start;
  const said = { ...start, revision: held.revision };
  if (!hasWords(kind)) return said;
  const { reviewAt = 0, tags = 0, terms = zeroHash } = policy ?? {};
  const origins = organisation.roles.get(target)?.origins ?? [];
  const from = originsBy(held.words.domains, origins);
  return { ...said, ...held.words, origins: from, reviewOn: dayOf(reviewAt), tags, terms };
}

function settingsNow(organisation: Organisation, circle: bigint): Partial<DraftChange> {
  const own = organisation.settings.get(circle);
  // What a circle without settings of its own has is the anchor's, but for what only an anchor can say.
  const anchor = circle === organisation.anchor;
  const settings = (anchor ? own?.settings : undefined) ?? settingsIn(organisation, circle);
  const flags = anchor ? settings.flags : settings.flags & ~Flags.MEETING_RIGHT;
  return {
    revision: own?.revision ?? 0,
    ...settingsDraft({ ...settings, flags, notice: own?.settings.notice ?? 0 }),
  };
}

/** What a proposal's current version says, to be written on. */
export function draftOf(proposal: Proposal): Draft {
  const { changes, reasons, reality } = currentVersion(proposal);
  return {
    role: String(proposal.asRole),
    ...reasons,
    integrates: "",
    claims: reality,
    changes: changes.map((change) => ({
      kind: change.kind as ChangeKind,
      target: String(change.target),
      revision: change.revision,
      name: change.words.name,
      text: change.words.text,
      domains: change.words.domains,
      origins: originsBy(
        change.words.domains,
        readOrigins(change.terms, change.words.domains.length) ?? [],
      ),
      terms: change.terms,
      accountabilities: change.words.accountabilities,
      reviewOn: dayOf(change.reviewAt),
      tags: change.tags,
      place: String(change.place),
      ...settingsDraft(change.settings[0] ?? NO_SETTINGS),
    })),
  };
}

/** Settings as somebody writes them. */
function settingsDraft(settings: Settings) {
  const { window, notice, flags, attention, quorum, reps } = settings;
  return {
    days: window === 0 ? "" : String(window / DAY),
    notice,
    flags,
    attention,
    quorum,
    reps,
    admission: String(settings.admission),
    assigner: String(settings.assigner),
    appointer: String(settings.appointer),
  };
}

/** What a known set of rules fills in; the right to a meeting and the roles that settings name stay as they are. */
export function presetPart(
  { flags: before }: Pick<DraftChange, "flags">,
  name: PresetName,
): Pick<DraftChange, "days" | "notice" | "flags" | "attention" | "quorum" | "reps"> {
  const { days, notice, flags, attention, quorum, reps } = settingsDraft(PRESETS[name].settings);
  const kept = (flags & ~Flags.MEETING_RIGHT) | (before & Flags.MEETING_RIGHT);
  return { days, notice, flags: kept, attention, quorum, reps };
}

/** A change as the contracts take it: trimmed, and only what its kind uses. */
export function changeOf(draft: DraftChange): Change {
  const { kind } = draft;
  return {
    kind,
    target: BigInt(draft.target || "0"),
    place: isPlaced(kind) ? BigInt(draft.place || "0") : 0n,
    revision: draft.revision,
    words: wordsOf(draft),
    reviewAt: isPolicyKind(kind) ? timeOf(draft.reviewOn) : 0,
    tags: isPolicyKind(kind) || isSpecial({ kind }) ? draft.tags : 0,
    settings: kind === ChangeKind.Configure ? [settingsOf(draft)] : [],
    terms: isGrant(kind)
      ? originTerms(entriesOf(draft.domains).map((it) => originOf(draft, it)))
      : (draft.terms ?? zeroHash),
  };
}

function wordsOf({ kind, name, text, domains, accountabilities }: DraftChange): Words {
  const links = kind === ChangeKind.LinkRole;
  const named = hasWords(kind) || links;
  const lists = isGrant(kind) || links;
  return {
    name: named ? name.trim() : "",
    text: named || isMove(kind) ? text.trim() : "",
    domains: lists ? entriesOf(domains) : [],
    accountabilities: lists ? entriesOf(accountabilities) : [],
  };
}

/** Of which domain of the circle a domain is a part. */
export function originOf({ origins }: Pick<DraftChange, "origins">, domain: string): number {
  return origins?.[domain] ?? ONLY_INSIDE;
}

/** Where each domain comes from, by the domain. */
function originsBy(
  domains: readonly string[],
  origins: readonly number[],
): { readonly [domain: string]: number } {
  return Object.fromEntries(domains.map((domain, i) => [domain, origins[i] ?? ONLY_INSIDE]));
}

function settingsOf(draft: DraftChange): Settings {
  const days = Number(draft.days);
  const { notice, flags, attention, quorum, reps } = draft;
  return {
    window: Number.isFinite(days) ? Math.round(days * DAY) : 0,
    notice,
    flags,
    attention,
    quorum,
    reps,
    admission: BigInt(draft.admission),
    assigner: BigInt(draft.assigner),
    appointer: BigInt(draft.appointer),
  };
}

/** The reasons as the contracts take them; `reality` is whether the circle lets such a claim do without an example. */
export function reasonsOf(draft: Draft, reality: boolean): Reasons {
  const tension = draft.tension.trim();
  if (isClaim(draft, reality)) return { tension, example: "", explanation: "" };
  return { tension, example: draft.example.trim(), explanation: draft.explanation.trim() };
}

/** Whether it claims only to make the record say what happens already, where that needs no example. */
export function isClaim({ claims }: Pick<Draft, "claims">, reality: boolean): boolean {
  return reality && claims === true;
}

/** What is still wrong with the reasons, by field. */
export function reasonFaults(
  draft: Draft,
  reality: boolean,
): Readonly<Partial<Record<"tension" | "example" | "explanation" | "integrates", string>>> {
  const { tension, example, explanation, integrates } = draft;
  const alone = isClaim(draft, reality);
  const faults = {
    tension: textFault(tension),
    example: alone ? undefined : textFault(example),
    explanation: alone ? undefined : textFault(explanation),
    integrates: longFault(integrates),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

export function entriesOf(entries: readonly string[]): string[] {
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

type Faulty = "target" | "place" | "name" | "text" | "lists" | "days" | "tags";

const ANY_KIND = Tags.CONSTRAINT | Tags.GRANT | Tags.DOMAIN | Tags.DEFAULT;
const SHORTEST_WINDOW = 3;
const LONGEST_WINDOW = 60;

/** What is still wrong with a change, by the field it concerns. */
export function faultsOf(
  draft: DraftChange,
  atAnchor: boolean,
): Readonly<Partial<Record<Faulty, string>>> {
  const { kind } = draft;
  if (kind === ChangeKind.Configure) return daysFault(draft.days, atAnchor);
  if (draft.target === "") return { target: "Choose what it is about." };
  if (isMove(kind)) return moveFaults(draft);
  if (!hasWords(kind)) return {};
  const faults: { name?: string; text?: string; lists?: string; tags?: string } = {};
  const name = textFault(draft.name, MOST_NAME);
  if (name !== undefined) faults.name = name;
  const text = isPolicyKind(kind) ? textFault(draft.text) : longFault(draft.text);
  if (text !== undefined) faults.text = text;
  if (isPolicyKind(kind) && (draft.tags & ANY_KIND) === 0) {
    faults.tags = "Say what kind of policy it is.";
  }
  const lists = isRoleKind(kind) ? listsFault(draft) : undefined;
  if (lists !== undefined) faults.lists = lists;
  return faults;
}

function moveFaults({ place, text }: DraftChange): { place?: string; text?: string } {
  const fault = textFault(text);
  return {
    ...(place === "" ? { place: "There is nowhere to move it to. Choose something else." } : {}),
    ...(fault === undefined ? {} : { text: fault }),
  };
}

function listsFault({ text, domains, accountabilities }: DraftChange): string | undefined {
  const [held, expected] = [entriesOf(domains), entriesOf(accountabilities)];
  if (text.trim() === "" && held.length + expected.length === 0) {
    return "A role says something besides its name: a purpose, a domain or an accountability.";
  }
  if (held.length > MOST_ITEMS || expected.length > MOST_ITEMS) {
    return `Up to ${MOST_ITEMS} domains and ${MOST_ITEMS} accountabilities fit. Perhaps it is two roles.`;
  }
  const long = [...held, ...expected].find((entry) => bytesOf(entry) > MOST_ITEM);
  return long === undefined
    ? undefined
    : `“${long.slice(0, 24)}…” is longer than the ${MOST_ITEM} bytes of an entry.`;
}

function daysFault(days: string, atAnchor: boolean): { days?: string } {
  if (days.trim() === "") {
    return atAnchor ? { days: "The outermost circle always has a window of its own." } : {};
  }
  const number = Number(days);
  if (!Number.isFinite(number) || number < SHORTEST_WINDOW || number > LONGEST_WINDOW) {
    return { days: `A window has ${SHORTEST_WINDOW} to ${LONGEST_WINDOW} days.` };
  }
  return {};
}

/** What is wrong with the list as a whole; undefined when nothing is. */
export function listFault(changes: readonly DraftChange[]): string | undefined {
  if (changes.length === 0) return "Add at least one change.";
  if (changes.length > MOST_CHANGES) return `Up to ${MOST_CHANGES} changes fit in one proposal.`;
  return undefined;
}

/** The list without a change; what names a later place moves with it, and what was created by it is let go. */
export function withoutChange(changes: readonly DraftChange[], index: number): DraftChange[] {
  const gone = index + 1;
  const moved = (named: string, none: string) => {
    const place = Number(named);
    if (named === "" || place > MOST_CHANGES || place < gone) return named;
    return place === gone ? none : String(place - 1);
  };
  return changes
    .filter((_, at) => at !== index)
    .map((change) => ({
      ...change,
      target: moved(change.target, "0"),
      place: refers(change.kind) ? moved(change.place, "") : change.place,
    }));
}

function dayOf(time: number): string {
  return time === 0 ? "" : new Date(time * 1000).toISOString().slice(0, 10);
}

function timeOf(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000);
}
