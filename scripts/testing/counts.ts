/** How the tests of one run ended. */
export interface Counts {
  passed: number;
  failed: number;
}

/** The sum of several runs. */
export function total(runs: readonly Counts[]): Counts {
  return {
    passed: runs.reduce((sum, run) => sum + run.passed, 0),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
  };
}

/** The line that closes every run of the tests, for machines as much as for people. */
export function summary({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
