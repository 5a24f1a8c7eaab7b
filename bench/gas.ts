/**
 * What acts cost in gas, beside what they should cost and what OpenZeppelin's contracts need for the same:
 *
 *     npm run bench:gas                  tables
 *     npm run -s bench:gas -- --json     one object: { rows: [...], flat: [...] }
 *
 * Everything is measured on one chain in one run; what was recorded elsewhere stands in a column with its date and is
 * part of no ratio. Fails when a row is beyond its bound, or grows with the organisation.
 */
import { measureFlatness } from "./gas/flat.ts";
import { measureFoundings } from "./gas/founding.ts";
import { startNode } from "./gas/node.ts";
import { measurePeers } from "./gas/peers.ts";
import { beyondBounds, toJson, toText } from "./gas/report.ts";

const node = await startNode();
const foundings = await measureFoundings(node);
const { small, spreads } = await measureFlatness(node);
const measures = new Map([["found", foundings.small] as const, ...small]);
const results = { measures, foundings, spreads, peers: await measurePeers(node) };

console.log(process.argv.includes("--json") ? toJson(results) : toText(results));
const problems = beyondBounds(results);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
