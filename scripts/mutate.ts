/**
 * Breaks the contracts on purpose, one line at a time, and sees whether a test notices:
 *
 *     npm run mutate               all kept mutants
 *     npm run mutate -- WORD...    only those whose file, rules or tests contain a word, or with that number
 *
 * A mutant that no test notices survives: then a line that guards money or authority could go and nobody would know.
 * The mutants are in test/contracts/mutants/, a file a contract or library, each with the rules that its line holds.
 */
import type { Mutant } from "./mutating/mutants.ts";
import { firstLine, readMutants } from "./mutating/mutants.ts";
import { Workshop } from "./mutating/workshop.ts";

process.exitCode = main(process.argv.slice(2));

function main(words: readonly string[]): number {
  const all = readMutants();
  const chosen = [...all.entries()].filter(([index, mutant]) => isNamed(mutant, index + 1, words));
  if (chosen.length === 0) {
    console.error(`No mutant is named by ${words.join(" ")}.`);
    return 2;
  }
  const workshop = new Workshop();
  console.log("Without a mutant:");
  if (!workshop.begin(chosen.map(([, mutant]) => mutant))) {
    console.error("The tests fail without any mutant.");
    return 1;
  }

  const problems: string[] = [];
  for (const [index, mutant] of chosen) {
    const started = performance.now();
    const [{ verdict } = { verdict: "survived" }] = workshop.attempt(mutant);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const line = `${index + 1} ${verdict}: ${mutant.rules} ${mutant.file}: ${firstLine(mutant)}`;
    console.log(`${line} (${seconds} s)`);
    if (verdict !== "killed") problems.push(line);
  }
  console.log(`\n${chosen.length - problems.length} of ${chosen.length} mutants killed.`);
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

function isNamed(mutant: Mutant, number: number, words: readonly string[]): boolean {
  const text = [mutant.file, mutant.rules, ...mutant.tests].join(" ");
  return words.length === 0 || words.some((word) => word === String(number) || text.includes(word));
}
