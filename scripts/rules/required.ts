import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";

/**
 * A rule that must be in force.
 * K: a contract enforces it outright. H: people judge, and a contract enforces who, when and with which reason.
 * U: besides, it is a behaviour that the dApp shows.
 */
export interface Required {
  id: string;
  kind: string;
}

/** The rules that docs/rules.required.json asks for, in its order. */
export function readRequired(): Required[] {
  const text = readFileSync(join(ROOT, "docs/rules.required.json"), "utf8");
  const kinds: Record<string, string> = JSON.parse(text);
  return Object.entries(kinds).map(([id, kind]) => ({ id, kind }));
}
