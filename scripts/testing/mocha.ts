import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Counts } from "./counts.ts";
import { node } from "./node.ts";
import type { Ran } from "./ran.ts";

/** Runs the Mocha tests in the files of a pattern. */
export async function mocha(
  files: string,
  options: readonly string[] = [],
): Promise<{ counts: Counts; ran: Ran[] }> {
  const folder = mkdtempSync(join(tmpdir(), "consentric-test-"));
  const [countsFile, ranFile] = [join(folder, "counts.json"), join(folder, "ran.json")];
  try {
    const env = { COUNTS_FILE: countsFile, RAN_FILE: ranFile };
    const status = await node("node_modules/mocha/bin/mocha.js", [...options, files], env);
    const counts: Counts = read(countsFile) ?? { passed: 0, failed: 0 };
    const ran: Ran[] = read(ranFile) ?? [];
    // A run that fails without a failing test, because a file does not load for example, counts as one.
    const failed = status === 0 ? counts.failed : Math.max(counts.failed, 1);
    return { counts: { ...counts, failed }, ran };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
