import type { Spread } from "./flat.ts";
import type { Foundings } from "./founding.ts";
import type { Measures } from "./measure.ts";
import type { Peer } from "./peers.ts";
import { FLATNESS, RECORDED_ON, type Row, TARGETS, TOLERANCE } from "./targets.ts";

/** Everything that one run has measured. */
export interface Results {
  readonly measures: Measures;
  readonly foundings: Foundings;
  readonly peers: ReadonlyMap<Row, Peer>;
  readonly spreads: readonly Spread[];
}

const ROWS = Object.keys(TARGETS) as Row[];

/** One object for machines. */
export function toJson({ measures, peers, spreads }: Results): string {
  const rows = ROWS.map((id) => {
    const { gas, calldata } = measureOf(measures, id);
    const peer = peers.get(id);
    return {
      id,
      gas,
      calldata,
      target: TARGETS[id].gas,
      peer: peer?.who ?? null,
      peerGas: peer?.gas ?? null,
    };
  });
  return JSON.stringify({ rows, flat: spreads });
}

/** Tables for people. */
export function toText(results: Results): string {
  const { measures, foundings, peers, spreads } = results;
  const rows = ROWS.map((id) => {
    const { gas, calldata } = measureOf(measures, id);
    const { gas: target, recorded } = TARGETS[id];
    const peer = peers.get(id);
    return [
      id,
      number(gas),
      number(calldata),
      number(target),
      ratio(gas, target),
      peer === undefined ? "" : `${number(peer.gas)} ${peer.who}`,
      peer === undefined ? "" : ratio(gas, peer.gas),
      recorded === null ? "" : `${number(recorded.gas)} ${recorded.who}`,
    ];
  });
  const head = [
    "act",
    "gas",
    "bytes",
    "target",
    "ratio",
    "OpenZeppelin in this run",
    "ratio",
    `best elsewhere, ${RECORDED_ON}`,
  ];
  const flat = spreads.map(({ id, min, max }) => [
    id,
    number(min),
    number(max),
    (max / min).toFixed(3),
  ]);
  return [
    table([head, ...rows]),
    `Founded with every process that is deployed: ${number(foundings.whole.gas)}.`,
    "",
    "The same from 5 to 250 members, 1 to 14 levels below the anchor, after 10 to 1,000 proposals:",
    table([["act", "least", "most", "ratio"], ...flat]),
  ].join("\n");
}

/** What is beyond its bound, in sentences; nothing when all is well. */
export function beyondBounds({ measures, spreads }: Results): readonly string[] {
  const dear = ROWS.filter((id) => measureOf(measures, id).gas > TARGETS[id].gas * TOLERANCE);
  const growing = spreads.filter(({ min, max }) => !(max <= min * FLATNESS));
  return [
    ...dear.map((id) => `${id} costs more than ${TOLERANCE} times its target.`),
    ...growing.map(({ id }) => `${id} grows by more than ${FLATNESS} with the organisation.`),
  ];
}

function measureOf(measures: Measures, id: Row) {
  const found = measures.get(id);
  if (found === undefined) throw new Error(`${id} was not measured`);
  return found;
}

const number = (value: number) => value.toLocaleString("en");
const ratio = (value: number, base: number) => (value / base).toFixed(2);

/** Columns: the first to the left, numbers to the right, whatever has words to the left. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isWords = head.map(
    (_, column) =>
      column === 0 || rows.some((row, i) => i > 0 && /\d [A-Z]/.test(row[column] ?? "")),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isWords[column] === true ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
