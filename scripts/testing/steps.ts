import type { Counts } from "./counts.ts";
import { mocha } from "./mocha.ts";
import { node } from "./node.ts";

/** One thing a change must pass. */
export interface Step {
  /** What the command line calls it. */
  name: string;
  /** What the heading says. */
  title: string;
  hasTests: boolean;
  run(): Promise<{ passed: boolean; counts: Counts }>;
}

/** A step that passes when a script of this project or a package does; as a test it counts only when it fails. */
export function script(name: string, title: string, file: string, ...args: string[]): Step {
  const run = async () => {
    const passed = (await node(file, args)) === 0;
    return { passed, counts: { passed: 0, failed: passed ? 0 : 1 } };
  };
  return { name, title, hasTests: false, run };
}

/** A step that is the Mocha tests in the files of a pattern. */
export function tests(name: string, title: string, files: string, ...options: string[]): Step {
  const run = async () => {
    const { counts } = await mocha(files, options);
    return { passed: counts.failed === 0, counts };
  };
  return { name, title, hasTests: true, run };
}
