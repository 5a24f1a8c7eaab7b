/**
 * What a change must pass, in order, up to the first step that fails:
 *
 *     npm test               everything
 *     npm test -- STEP...    only these steps, by name; "static" stands for those that run nothing of ours
 */
import { styleText } from "node:util";

import type { Counts } from "./testing/counts.ts";
import { summary, total } from "./testing/counts.ts";
import type { Step } from "./testing/steps.ts";
import { script, tests } from "./testing/steps.ts";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const PRETTIER = "node_modules/prettier/bin/prettier.cjs";
const SOLHINT = "node_modules/solhint/solhint.js";
const VITE = "node_modules/vite/bin/vite.js";
const TSC = "node_modules/typescript/bin/tsc";

const CONTRACTS = "contracts/**/*.sol";
const QUIET = ["--max-warnings=0", "--disc", "--noPoster"];

/** The steps that run nothing of ours. */
const STATIC: readonly Step[] = [
  script("biome", "TypeScript: format and lint", BIOME, "check", "--error-on-warnings"),
  script("solhint", "Solidity: lint", SOLHINT, ...QUIET, CONTRACTS),
  script("prettier", "Solidity: format", PRETTIER, "--check", CONTRACTS),
  script("tsc", "TypeScript: types", TSC),
];

/** Everything, in order. A new step is a new line: here, or above when it runs nothing of ours. */
const STEPS: readonly Step[] = [
  ...STATIC,
  script("compile", "Contracts: compile without a warning", HARDHAT, "build"),
  script("abi", "Generated ABIs are fresh", "scripts/build/abi.ts", "--check"),
  script("voice", "What can be signed is fresh", "scripts/build/voice.ts", "--check"),
  script("erc7730", "What wallets show is fresh", "scripts/build/erc7730.ts", "--check"),
  script("gas", "Gas stays within its bounds", "bench/gas.ts"),
  script("build", "The dApp builds", VITE, "build", "--logLevel=warn"),
  tests("tests", "Tests", "test/**/*.test.ts", "--ignore=test/journey/**"),
  tests("journey", "Tests in a browser", "test/journey/**/*.test.ts", "--timeout=120000"),
];

/** Parts of the above, for whoever works on one thing. */
const PARTS: readonly Step[] = [
  tests("contracts", "Tests of the contracts", "test/contracts/**/*.test.ts"),
];

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const known = [...STEPS, ...PARTS];
  const steps = names.length === 0 ? STEPS : known.filter((step) => isNamed(step, names));
  const unknown = names.filter((name) => !known.some((step) => isNamed(step, [name])));
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(" or ")}.`);
    console.error(`There are static, ${known.map((step) => step.name).join(", ")}.`);
    return 2;
  }
  return await runAll(steps);
}

function isNamed(step: Step, names: readonly string[]): boolean {
  return names.includes(step.name) || (names.includes("static") && STATIC.includes(step));
}

async function runAll(steps: readonly Step[]): Promise<number> {
  const counts: Counts[] = [];
  let failure: Step | undefined;
  for (const step of steps) {
    console.log(styleText("bold", `\n== ${step.title} (${step.name})`));
    const started = performance.now();
    const result = await step.run();
    counts.push(result.counts);
    console.log(`   ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (!result.passed) {
      failure = step;
      break;
    }
  }
  return report(steps, failure, total(counts));
}

function report(steps: readonly Step[], failure: Step | undefined, counts: Counts): number {
  const hasTests = steps.some((step) => step.hasTests);
  const noTestRan = failure === undefined && hasTests && counts.passed === 0;
  if (failure !== undefined) {
    console.error(styleText("red", `\nFailed: ${failure.title} (npm test -- ${failure.name})`));
  }
  if (noTestRan) console.error(styleText("red", "\nNo test ran."));
  if (hasTests) console.log(`\n${summary(counts)}`);
  return failure === undefined && !noTestRan ? 0 : 1;
}
