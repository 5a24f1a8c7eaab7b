import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";

/** A row of a table of docs/rules.md: a rule in force, or a property. */
export interface Row {
  id: string;
  /** The contracts and functions that hold it; empty for a property, which all of them hold. */
  heldBy: string;
  /** The files of test/contracts that test it. */
  files: string[];
}

/** What docs/rules.md says about the rules in force. */
export function readPage(): Row[] {
  const text = readFileSync(join(ROOT, "docs/rules.md"), "utf8");
  return text.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const id = cells[1] ?? "";
    if (!/^(R-[A-Z]+-|P)\d+$/.test(id)) return [];
    // Before the first and after the last bar there is nothing: a rule has five cells, a property three.
    const heldBy = cells.length === 7 ? (cells[4] ?? "") : "";
    return [{ id, heldBy, files: (cells.at(-2) ?? "").split(", ") }];
  });
}
