/**
 * Loads every package that has a part compiled for one kind of machine. Fails with a line for each that does not load.
 * @module
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { ROOT } from "./setup.mjs";

/** @param {string} name @returns {() => Promise<unknown>} */
const loads = (name) => () => import(name);

/** @param {string} file @returns {() => void} */
const starts = (file) => () =>
  void execFileSync(process.execPath, [join(ROOT, "node_modules", file), "--version"], {
    stdio: ["ignore", "ignore", "pipe"],
  });

/** @type {Record<string, () => unknown>} */
const PARTS = {
  "Hardhat's EVM (@nomicfoundation/edr)": loads("@nomicfoundation/edr"),
  "Vite's bundler (rolldown)": loads("rolldown"),
  "anvil (@foundry-rs/anvil)": starts("@foundry-rs/anvil/bin.mjs"),
  "Biome (@biomejs/biome)": starts("@biomejs/biome/bin/biome"),
  "TypeScript (typescript)": starts("typescript/bin/tsc"),
};

for (const [name, load] of Object.entries(PARTS)) {
  try {
    await load();
  } catch (error) {
    console.error(`  ${name}: ${String(/** @type {Error} */ (error).message).split("\n", 1)[0]}`);
    process.exitCode = 1;
  }
}
