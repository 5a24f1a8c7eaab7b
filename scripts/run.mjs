/**
 * Node, but the right one and with everything installed: every npm script goes through
 *
 *     node scripts/run.mjs FILE [ARGUMENT...]
 * @module
 */
import { launch } from "./launch.mjs";

const [, , file, ...args] = process.argv;
if (file === undefined) {
  console.error("usage: node scripts/run.mjs FILE [ARGUMENT...]");
  process.exitCode = 2;
} else {
  await launch(file, args);
}
