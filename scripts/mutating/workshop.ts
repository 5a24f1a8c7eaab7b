import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "../setup.mjs";
import type { Ran } from "../testing/ran.ts";
import type { Mutant } from "./mutants.ts";

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const MOCHA = "node_modules/mocha/bin/mocha.js";

/** What the tests of the contracts need. */
const NEEDED = [
  "contracts",
  "hardhat.config.ts",
  ".mocharc.json",
  "package.json",
  "scripts",
  "sdk",
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

/** How a mutant fared. */
export type Verdict = "killed" | "survived" | "does not compile" | "does not fit the source";

/** What the tests said of a mutant: the verdict, and the titles of the tests that turned red. */
export interface Attempt {
  verdict: Verdict;
  red: string[];
}

/** A copy of what the tests need, in which contracts are broken, so that the tree itself never is. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), "consentric-mutants-"));

  constructor() {
    const folder = this.#folder;
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    process.once("SIGINT", () => process.exit(130));
    process.once("SIGTERM", () => process.exit(143));
    for (const path of NEEDED) {
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    renameSync(join(folder, "hardhat.config.ts"), join(folder, "hardhat.original.ts"));
    writeFileSync(join(folder, "hardhat.config.ts"), CONFIG);
  }

  /** Whether everything compiles and the tests of these mutants pass while nothing is broken. To begin with. */
  begin(mutants: readonly Mutant[]): boolean {
    const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
    if (!this.#compile() || this.#run(tests).status !== 0) return false;
    // Remembered, so that each mutant compiles only what it changes.
    for (const part of ["artifacts", "cache"]) {
      cpSync(this.#path(part), this.#path(`kept-${part}`), { recursive: true });
    }
    return true;
  }

  /**
   * Breaks one line and runs the mutant's tests.
   * @param only Runs of only those tests whose titles match; without any, one run of all.
   * @returns One attempt a run.
   */
  attempt(mutant: Mutant, only: readonly (string | undefined)[] = [undefined]): Attempt[] {
    const path = this.#path(mutant.file);
    const source = readFileSync(path, "utf8");
    const all = (verdict: Verdict) => only.map((): Attempt => ({ verdict, red: [] }));
    if (source.split(mutant.from).length !== 2) return all("does not fit the source");
    // A function, because in a string a dollar sign would mean something.
    writeFileSync(
      path,
      source.replace(mutant.from, () => mutant.to),
    );
    try {
      if (!this.#compile()) return all("does not compile");
      return only.map((title) => {
        // A run that fails without a test that does says nothing about the mutant.
        const { red } = this.#run(mutant.tests, title);
        return { verdict: red.length > 0 ? "killed" : "survived", red };
      });
    } finally {
      writeFileSync(path, source);
      this.#restore();
    }
  }

  #restore(): void {
    for (const part of ["artifacts", "cache"]) {
      rmSync(this.#path(part), { recursive: true, force: true });
      cpSync(this.#path(`kept-${part}`), this.#path(part), { recursive: true });
    }
  }

  #compile(): boolean {
    return this.#node([HARDHAT, "build", "--quiet"]) === 0;
  }

  #run(tests: readonly string[], title?: string): { status: number; red: string[] } {
    const file = this.#path("ran.json");
    rmSync(file, { force: true });
    const grep = title === undefined ? [] : ["--grep", title];
    const status = this.#node([MOCHA, "--bail", ...grep, ...tests], { RAN_FILE: file });
    const ran: Ran[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
    return { status, red: ran.filter((test) => !test.passed).map((test) => test.title) };
  }

  #node(args: readonly string[], env: Record<string, string> = {}): number {
    const { status } = spawnSync(process.execPath, [...process.execArgv, ...args], {
      cwd: this.#folder,
      stdio: "ignore",
      env: { ...process.env, ...env },
    });
    return status ?? 1;
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
