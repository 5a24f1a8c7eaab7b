/**
 * Breaks the contracts on purpose, one line at a time, and sees whether a test notices:
 *
 *     npm run mutate               all kept mutants
 *     npm run mutate -- WORD...    only those whose file, rules or tests contain a word, or with that number
 *
 * A mutant that no test notices survives: then a line that guards money or authority could go and nobody would know.
 * The mutants are in test/contracts/mutants/, a file a contract or library, each with the rules that its line holds.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "./setup.mjs";
import type { Counts } from "./testing/counts.ts";

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const MOCHA = "node_modules/mocha/bin/mocha.js";
const MUTANTS = "test/contracts/mutants";

/** What the tests of the contracts need. */
const NEEDED = [
  "contracts",
  "hardhat.config.ts",
  ".mocharc.json",
  "package.json",
  "scripts",
  "test/contracts",
  "test/helpers",
  "tsconfig.json",
];

/**
 * The same compiler with the least optimization that the code generator needs to keep its stack in bounds, which
 * halves the time; warnings pass, because a line that is gone leaves names behind that nobody uses.
 */
const CONFIG = `
import config from "./hardhat.original.ts";

const settings = {
  ...config.solidity.settings,
  optimizer: { enabled: true, details: { yul: true, yulDetails: { optimizerSteps: "u" } } },
};
export default {
  ...config,
  plugins: config.plugins.filter((plugin) => plugin.id !== "consentric-warnings-are-errors"),
  solidity: { ...config.solidity, settings },
  networks: { default: { ...config.networks.default, allowUnlimitedContractSize: true } },
};
`;

/** One line that is replaced. */
interface Mutant {
  file: string;
  from: string;
  to: string;
  rules: string;
  tests: string[];
}

type Verdict = "killed" | "survived" | "does not compile" | "does not fit the source";

process.exitCode = main(process.argv.slice(2));

function main(words: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), "consentric-mutants-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  const all = readMutants();
  const chosen = [...all.entries()].filter(([index, mutant]) => isNamed(mutant, index + 1, words));
  if (chosen.length === 0) {
    console.error(`No mutant is named by ${words.join(" ")}.`);
    return 2;
  }
  prepare(folder);
  const tests = [...new Set(chosen.flatMap(([, mutant]) => mutant.tests))];
  console.log("Without a mutant:");
  if (!compile(folder) || run(folder, tests) !== "green") {
    console.error("The tests fail without any mutant.");
    return 1;
  }
  keep(folder);

  const problems: string[] = [];
  for (const [index, mutant] of chosen) {
    const started = performance.now();
    const verdict = attempt(folder, mutant);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const line = `${index + 1} ${verdict}: ${mutant.rules} ${mutant.file}: ${firstLine(mutant)}`;
    console.log(`${line} (${seconds} s)`);
    if (verdict !== "killed") problems.push(line);
  }
  console.log(`\n${chosen.length - problems.length} of ${chosen.length} mutants killed.`);
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

function readMutants(): Mutant[] {
  const files = readdirSync(join(ROOT, MUTANTS)).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(ROOT, MUTANTS, file), "utf8")));
}

function isNamed(mutant: Mutant, number: number, words: readonly string[]): boolean {
  const text = [mutant.file, mutant.rules, ...mutant.tests].join(" ");
  return words.length === 0 || words.some((word) => word === String(number) || text.includes(word));
}

/** A copy of what the tests need, so that the tree itself is never broken. */
function prepare(folder: string): void {
  for (const path of NEEDED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  renameSync(join(folder, "hardhat.config.ts"), join(folder, "hardhat.original.ts"));
  writeFileSync(join(folder, "hardhat.config.ts"), CONFIG);
}

function attempt(folder: string, { file, from, to, tests }: Mutant): Verdict {
  const path = join(folder, file);
  const source = readFileSync(path, "utf8");
  if (source.split(from).length !== 2) return "does not fit the source";
  // A function, because in a string a dollar sign would mean something.
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    if (!compile(folder)) return "does not compile";
    return run(folder, tests) === "red" ? "killed" : "survived";
  } finally {
    writeFileSync(path, source);
    restore(folder);
  }
}

/** Remembers what was compiled without a mutant, so that the next one compiles only what it changes. */
function keep(folder: string): void {
  for (const part of ["artifacts", "cache"]) {
    cpSync(join(folder, part), join(folder, `kept-${part}`), { recursive: true });
  }
}

function restore(folder: string): void {
  for (const part of ["artifacts", "cache"]) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(folder, `kept-${part}`), join(folder, part), { recursive: true });
  }
}

function compile(folder: string): boolean {
  return node(folder, [HARDHAT, "build", "--quiet"], {}) === 0;
}

/** Red when a test failed; a run that fails otherwise says nothing about the mutant, and counts as green. */
function run(folder: string, tests: readonly string[]): "red" | "green" {
  const file = join(folder, "counts.json");
  rmSync(file, { force: true });
  const status = node(folder, [MOCHA, "--bail", ...tests], { COUNTS_FILE: file });
  if (status === 0) return "green";
  const counts: Counts | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : undefined;
  return counts !== undefined && counts.failed > 0 ? "red" : "green";
}

function node(folder: string, args: readonly string[], env: Record<string, string>): number {
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...args], {
    cwd: folder,
    stdio: "ignore",
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function firstLine({ from }: Mutant): string {
  return from.split("\n", 1).join().trim();
}
