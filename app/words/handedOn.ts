import { type Can, no, YES } from "#app/model/can/can.ts";
import { countText } from "#app/words/lists.ts";
import type { Contracts } from "#sdk/acts/act.ts";
import { actOfEntry, type SignedEntry, signedFileSchema } from "#sdk/voice/file.ts";
import { type Signed, USUAL_GAS } from "#sdk/voice/signed.ts";
import { signableOf } from "#sdk/voice/typedData.ts";

const RULE = "What is sent was signed for these contracts on this chain.";

/** What somebody was given to send, as far as it can be read. */
export interface HandedOn {
  readonly acts: readonly Signed[];
  /** What is wrong with the text; undefined while there is none, or nothing is wrong. */
  readonly problem?: string;
  readonly can: Can;
}

/** Reads signed acts from a text: a list of them, or one after another. */
export function handedOn(text: string, contracts: Contracts, chainId: number): HandedOn {
  if (text.trim() === "") {
    return { acts: [], can: no(RULE, "Nothing is there.", "Paste what somebody has signed.") };
  }
  const entries = entriesIn(text);
  if (typeof entries === "string") return refused(entries);
  const cores = new Set(Object.values(contracts).map((address) => address.toLowerCase()));
  for (const [i, entry] of entries.entries()) {
    const which = entries.length === 1 ? "It" : `Act ${i + 1}`;
    if (entry.chainId !== chainId) {
      return refused(`${which} is for chain ${entry.chainId}; this is chain ${chainId}.`);
    }
    if (!cores.has(entry.core.toLowerCase())) {
      return refused(`${which} is for a contract that is none of these.`);
    }
    if (signableOf(entry) === undefined) {
      return refused(`${which} is from another version of the contracts.`);
    }
  }
  return { acts: entries.map((entry) => actOfEntry(entry, USUAL_GAS)), can: YES };
}

function refused(problem: string): HandedOn {
  const can = no(RULE, problem, "Ask whoever gave it to you for another.");
  return { acts: [], problem, can };
}

/** The entries in a text, or what is wrong with it. */
function entriesIn(text: string): readonly SignedEntry[] | string {
  const parts: unknown[] = [];
  for (const line of text.trim().startsWith("[") ? [text] : text.split(/\n+/)) {
    if (line.trim() === "") continue;
    try {
      const part: unknown = JSON.parse(line);
      parts.push(...(Array.isArray(part) ? part : [part]));
    } catch {
      return "This is not what somebody has signed: it begins with { and ends with }.";
    }
  }
  const parsed = signedFileSchema.safeParse(parts);
  if (!parsed.success) return "Something is missing in it. Was all of it copied?";
  if (parsed.data.length === 0) return `There are ${countText(0, "act")} in it.`;
  return parsed.data;
}
