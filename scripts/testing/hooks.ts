import type { RootHookObject } from "mocha";

/** Long enough for a transaction that nobody waits for to come back reverted. */
const GRACE_MS = 50;

const abandoned: string[] = [];
let running = "before the first test";

process.on("unhandledRejection", (reason) => {
  abandoned.push(`during "${running}": ${reason instanceof Error ? reason.stack : reason}`);
});

/**
 * Fails a run in which a promise was rejected and nobody awaited it: most often an `expect` on something
 * asynchronous without its `await`, which Mocha by itself lets pass whatever happens.
 */
export const mochaHooks: RootHookObject = {
  beforeEach(this: Mocha.Context) {
    running = this.currentTest?.fullTitle() ?? running;
  },
  async afterEach() {
    await new Promise((resolve) => setImmediate(resolve));
  },
  async afterAll() {
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    if (abandoned.length > 0) {
      throw new Error(`Rejected and awaited by nobody, ${abandoned.join("\n\n")}`);
    }
  },
};
