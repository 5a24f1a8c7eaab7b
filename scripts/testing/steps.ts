import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";
import type { Counts } from "./counts.ts";

/** One thing a change must pass. */
export interface Step {
  /** What the command line calls it. */
  name: string;
  /** What the heading says. */
  title: string;
  hasTests: boolean;
  run(): Promise<{ passed: boolean; counts: Counts }>;
}

/** A step that passes when a script of this project or a package does; as a test it counts only when it fails. */
export function script(name: string, title: string, file: string, ...args: string[]): Step {
  const run = async () => {
    const passed = (await node(file, args)) === 0;
    return { passed, counts: { passed: 0, failed: passed ? 0 : 1 } };
  };
  return { name, title, hasTests: false, run };
}

/** A step that is the Mocha tests in the files of a pattern. */
export function tests(name: string, title: string, files: string, ...options: string[]): Step {
  const run = async () => {
    const counts = await mocha(files, options);
    return { passed: counts.failed === 0, counts };
  };
  return { name, title, hasTests: true, run };
}

async function mocha(files: string, options: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "consentric-test-"));
  const file = join(folder, "counts.json");
  try {
    const args = [...options, files];
    const status = await node("node_modules/mocha/bin/mocha.js", args, { COUNTS_FILE: file });
    const counts: Counts = existsSync(file)
      ? JSON.parse(readFileSync(file, "utf8"))
      : { passed: 0, failed: 0 };
    // A run that fails without a failing test, because a file does not load for example, counts as one.
    return status === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function node(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      if (signal !== null) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}
