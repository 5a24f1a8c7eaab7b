import type { Words } from "#sdk/chronicle/events.ts";

/** A run of text that both sides have, or only one. */
export interface Piece {
  readonly text: string;
  readonly kind: "same" | "cut" | "new";
}

/** One entry of a list, seen from one side. */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly mark: "same" | "cut" | "add" | "changed";
}

/** Two texts, each with what the other lacks marked. */
export interface Compared<Side> {
  readonly before: Side;
  readonly after: Side;
}

export interface ComparedWords {
  readonly name: Compared<readonly Piece[]>;
  readonly text: Compared<readonly Piece[]>;
  readonly domains: Compared<readonly Row[]>;
  readonly accountabilities: Compared<readonly Row[]>;
}

export const NO_WORDS: Words = { name: "", text: "", domains: [], accountabilities: [] };

/** How likely two entries are one entry, changed. */
const ALIKE = 0.45;
/** Longer texts are compared as a whole: nobody reads more marks than that. */
const MOST_WORDS = 1500;

/** What differs between the words of a role or policy before and after; null where there is none. */
export function compareWords(before: Words | null, after: Words | null): ComparedWords {
  const [old, now] = [before ?? NO_WORDS, after ?? NO_WORDS];
  return {
    name: compareText(old.name, now.name),
    text: compareText(old.text, now.text),
    domains: compareLists(old.domains, now.domains),
    accountabilities: compareLists(old.accountabilities, now.accountabilities),
  };
}

/** What differs between two texts, word by word. */
export function compareText(before: string, after: string): Compared<readonly Piece[]> {
  if (before === after) {
    const same = pieces([{ text: before, kind: "same" }]);
    return { before: same, after: same };
  }
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS || !haveCommon(old, now)) {
    return {
      before: pieces([{ text: before, kind: "cut" }]),
      after: pieces([{ text: after, kind: "new" }]),
    };
  }
  const left: Piece[] = [];
  const right: Piece[] = [];
  for (const { text, kind } of walk(old, now)) {
    if (kind !== "new") left.push({ text, kind });
    if (kind !== "cut") right.push({ text, kind });
  }
  return { before: pieces(left), after: pieces(right) };
}

/** What differs between two lists: entries that went, came, or were reworded. */
export function compareLists(
  before: readonly string[],
  after: readonly string[],
): Compared<readonly Row[]> {
  const pairs = pairsOf(before, after);
  return {
    before: before.map((text, index): Row => {
      const other = pairs.get(index);
      const match = other === undefined ? undefined : after[other];
      if (match === undefined) return { pieces: pieces([{ text, kind: "cut" }]), mark: "cut" };
      const mark = match === text ? "same" : "changed";
      return { pieces: compareText(text, match).before, mark };
    }),
    after: after.map((text, index): Row => {
      const other = [...pairs].find(([, to]) => to === index)?.[0];
      const match = other === undefined ? undefined : before[other];
      if (match === undefined) return { pieces: pieces([{ text, kind: "new" }]), mark: "add" };
      const mark = match === text ? "same" : "changed";
      return { pieces: compareText(match, text).after, mark };
    }),
  };
}

/** Which entry before is which entry after: the equal ones, then the likest ones. */
function pairsOf(before: readonly string[], after: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (fits: (old: string, now: string) => boolean) => {
    for (const [index, old] of before.entries()) {
      if (pairs.has(index)) continue;
      const found = after.findIndex((now, at) => !taken.has(at) && fits(old, now));
      if (found === -1) continue;
      pairs.set(index, found);
      taken.add(found);
    }
  };
  pair((old, now) => old === now);
  pair((old, now) => likeness(old, now) >= ALIKE);
  return pairs;
}

function likeness(one: string, other: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [first, second] = [words(one), words(other)];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, first.size + second.size - common);
}

function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function haveCommon(before: readonly string[], after: readonly string[]): boolean {
  const known = new Set(before);
  const words = (tokens: readonly string[]) =>
    tokens.filter((token) => /[\p{L}\p{N}]/u.test(token));
  const common = words(after).filter((token) => known.has(token)).length;
  return common * 4 >= Math.min(words(before).length, words(after).length);
}

/** The shortest way from one list of words to another, by their longest common subsequence. */
function walk(before: readonly string[], after: readonly string[]): Piece[] {
  const common = commonLengths(before, after);
  const way: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, now] = [before[row], after[column]];
    if (old !== undefined && old === now) {
      way.push({ text: old, kind: "same" });
      row++;
      column++;
      continue;
    }
    const cut = now === undefined || common(row + 1, column) >= common(row, column + 1);
    if (old !== undefined && cut) {
      way.push({ text: old, kind: "cut" });
      row++;
    } else {
      way.push({ text: now ?? "", kind: "new" });
      column++;
    }
  }
  return way;
}

/** How many words are left in common from a place in each list. */
function commonLengths(before: readonly string[], after: readonly string[]) {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}

/** Runs of one kind as one piece, and a lone space between two changed words as part of the change. */
function pieces(parts: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.text === "") continue;
    const last = joined.at(-1);
    const next = parts[index + 1];
    const bridges = part.kind === "same" && part.text.trim() === "" && last !== undefined;
    const kind = bridges && last.kind === next?.kind ? last.kind : part.kind;
    if (last?.kind === kind) joined[joined.length - 1] = { text: last.text + part.text, kind };
    else joined.push({ text: part.text, kind });
  }
  return joined;
}
