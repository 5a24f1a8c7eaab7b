/**
 * Starts a script of this project, TypeScript or JavaScript, in a clone that is made ready first.
 * Plain JavaScript without dependencies: it runs on Node 20 with nothing installed.
 * @module
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

import { ROOT, SetupError, setUp } from "./setup.mjs";

/**
 * Sets up, runs the script under the right Node and ends as it ends.
 * @param {string} file relative to the project
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function launch(file, args) {
  try {
    const { node, options } = await setUp();
    await become(node, [...options, join(ROOT, file), ...args]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * As near as Node comes to exec: signals go to the child, its exit code or signal comes back.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function become(command, args) {
  // Hardhat would ask, at the first command in a terminal, whether it may report home.
  const env = { ...process.env, HARDHAT_DISABLE_TELEMETRY: "true" };
  const child = spawn(command, args, { stdio: "inherit", env });
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // Ctrl-C reaches the whole group of processes by itself; a second one would cut the child's tidying short.
    if (!(signal === "SIGINT" && process.stdin.isTTY)) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new SetupError(`${command}: ${error.message}`)));
    child.once("exit", (code, signal) => {
      for (const each of signals) process.off(each, forward);
      if (signal !== null) process.kill(process.pid, signal);
      else process.exitCode = code ?? 1;
      resolve();
    });
  });
}
