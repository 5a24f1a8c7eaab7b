import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";

const FOLDER = "test/contracts/mutants";

/** One line that is replaced. */
export interface Mutant {
  file: string;
  from: string;
  to: string;
  /** The ids of the rules and properties that the line holds. */
  rules: string;
  tests: string[];
}

/** All kept mutants, a file a contract or library. */
export function readMutants(): Mutant[] {
  const files = readdirSync(join(ROOT, FOLDER)).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(ROOT, FOLDER, file), "utf8")));
}

/** The first line of what a mutant replaces. */
export function firstLine({ from }: Mutant): string {
  return from.split("\n", 1).join().trim();
}
