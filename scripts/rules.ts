/**
 * The rules that must be in force, each with the contracts that hold it and the tests that show it:
 *
 *     npm run rules                            run the tests of the contracts, and name the rules that no test shows
 *     npm run rules -- --break [ID...]         break a line that holds each rule, or these: a test of it turns red
 *     npm run rules -- --break --all [ID...]   break every line that is kept for it: any test turns red
 *
 * A test shows a rule when its title carries the rule's id and it ran and passed. Which rules must be in force is in
 * docs/rules.required.json, what holds them in docs/rules.md, and how they are broken in test/contracts/mutants/.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { styleText } from "node:util";

import type { Mutant } from "./mutating/mutants.ts";
import { firstLine, readMutants } from "./mutating/mutants.ts";
import type { Attempt } from "./mutating/workshop.ts";
import { Workshop } from "./mutating/workshop.ts";
import { carries, pattern } from "./rules/carries.ts";
import { readPage } from "./rules/page.ts";
import type { Required } from "./rules/required.ts";
import { readRequired } from "./rules/required.ts";
import { ROOT } from "./setup.mjs";
import { mocha } from "./testing/mocha.ts";
import type { Ran } from "./testing/ran.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const ids = args.filter((arg) => !arg.startsWith("--"));
  const required = readRequired();
  const unknown = [
    ...args.filter((arg) => arg.startsWith("--") && arg !== "--break" && arg !== "--all"),
    ...ids.filter((id) => !required.some((rule) => rule.id === id)),
  ];
  if (unknown.length > 0 || (ids.length > 0 && !args.includes("--break"))) {
    console.error("usage: npm run rules [-- --break [--all] [ID...]]");
    if (unknown.length > 0) console.error(`There is no ${unknown.join(" or ")}.`);
    return 2;
  }
  if (!args.includes("--break")) return await show(required);
  const chosen = required.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return breakAll(chosen, args.includes("--all"));
}

/** Runs the tests and prints which rule they show. */
async function show(required: readonly Required[]): Promise<number> {
  const { counts, ran } = await mocha("test/contracts/**/*.test.ts");
  const page = new Map(readPage().map((row) => [row.id, row.heldBy]));
  const missing: string[] = [];
  for (const { id, kind } of required) {
    const tests = ran.filter(({ title, passed }) => passed && carries(title, id));
    const heldBy = page.get(id) ?? "";
    print({ id, kind }, heldBy, tests);
    if (tests.length === 0) missing.push(`${id} is shown by no test that ran and passed.`);
    if (heldBy === "") missing.push(`${id} is held by nothing that docs/rules.md names.`);
  }
  if (counts.failed > 0) missing.push(`${counts.failed} tests failed.`);
  const done = `\n${required.length} rules, ${counts.passed} tests passed.`;
  return conclude(done, missing);
}

function print({ id, kind }: Required, heldBy: string, tests: readonly Ran[]): void {
  console.log(`${styleText("bold", id)} [${kind}] ${heldBy.replaceAll("`", "")}`);
  for (const { file, title } of tests) {
    console.log(`    ${basename(file, ".test.ts")}: ${title}`);
  }
}

/** Breaks what holds each rule, and prints which of its tests turned red. */
function breakAll(required: readonly Required[], all: boolean): number {
  const problems: string[] = [];
  const broken = new Map<Mutant, string[]>();
  const mutants = readMutants();
  for (const { id } of required) {
    const kept = mutants.filter(({ rules }) => carries(rules, id));
    const shown = kept.filter(({ tests }) => tests.some((file) => carries(titles(file), id)));
    if (shown.length === 0) problems.push(`${id} has no mutant with a test that carries it.`);
    for (const mutant of all ? kept : shown.slice(0, 1)) {
      broken.set(mutant, [...(broken.get(mutant) ?? []), id]);
    }
  }
  if (broken.size > 0) problems.push(...attemptAll(broken, all));
  return conclude(`\n${required.length} rules, ${broken.size} lines broken.`, problems);
}

function attemptAll(broken: ReadonlyMap<Mutant, readonly string[]>, all: boolean): string[] {
  const workshop = new Workshop();
  console.log("With nothing broken:");
  if (!workshop.begin([...broken.keys()])) return ["The tests fail with nothing broken."];
  console.log("the tests pass.\n");
  const problems: string[] = [];
  for (const [mutant, ids] of broken) {
    // Of one line for each rule a test of that very rule has to speak; of the rest, any.
    const attempts = workshop.attempt(mutant, all ? undefined : ids.map(pattern));
    for (const [index, id] of ids.entries()) {
      const problem = judge(id, mutant, attempts[all ? 0 : index]);
      if (problem !== undefined) problems.push(problem);
    }
  }
  return problems;
}

function judge(id: string, mutant: Mutant, attempt: Attempt | undefined): string | undefined {
  const line = `${mutant.file}: ${firstLine(mutant)}`;
  const verdict = attempt?.verdict ?? "survived";
  console.log(`${styleText("bold", id)} ${verdict}: ${line}`);
  for (const title of attempt?.red ?? []) console.log(`    red: ${title}`);
  return verdict === "killed" ? undefined : `${id} ${verdict}: ${line}`;
}

/** The text of a test file, in which titles stand. */
function titles(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function conclude(done: string, problems: readonly string[]): number {
  console.log(done);
  for (const problem of problems) console.error(styleText("red", problem));
  return problems.length === 0 ? 0 : 1;
}
