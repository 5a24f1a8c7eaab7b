import { writeFileSync } from "node:fs";

import Mocha from "mocha";

import type { Counts } from "./counts.ts";

/** Mocha's own list of sentences, and the counts of the run in the file that COUNTS_FILE names. */
export default class SpecWithCounts extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.COUNTS_FILE;
    if (file === undefined) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures };
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}
