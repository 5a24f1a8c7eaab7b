import { writeFileSync } from "node:fs";

import Mocha from "mocha";

import type { Counts } from "./counts.ts";
import type { Ran } from "./ran.ts";

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS } = Mocha.Runner.constants;

/**
 * Mocha's own list of sentences; besides, the counts of the run in the file that COUNTS_FILE names, and every test that
 * ran in the one that RAN_FILE names.
 */
export default class SpecWithCounts extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { COUNTS_FILE, RAN_FILE } = process.env;
    if (COUNTS_FILE !== undefined) {
      runner.once(EVENT_RUN_END, () => {
        const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures };
        writeFileSync(COUNTS_FILE, JSON.stringify(counts));
      });
    }
    if (RAN_FILE !== undefined) {
      const ran: Ran[] = [];
      const note = (passed: boolean) => (test: Mocha.Runnable) => {
        ran.push({ title: test.titlePath().join(" "), file: test.file ?? "", passed });
      };
      runner.on(EVENT_TEST_PASS, note(true));
      runner.on(EVENT_TEST_FAIL, note(false));
      runner.once(EVENT_RUN_END, () => writeFileSync(RAN_FILE, JSON.stringify(ran)));
    }
  }
}
