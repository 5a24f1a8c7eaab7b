import { spawn } from "node:child_process";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";

/** Runs a file of the project or of a package in a Node of its own, and ends with it. */
export function node(
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
