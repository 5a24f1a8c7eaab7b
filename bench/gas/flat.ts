import type { Measures } from "./measure.ts";
import type { Node } from "./node.ts";
import { fillHistory, measureActs, warmUp } from "./ours.ts";
import { measureRelayed } from "./relayed.ts";
import { type Size, setStage } from "./stage.ts";
import type { Row } from "./targets.ts";

/** A situation that acts are measured in. */
interface Situation extends Omit<Size, "salt"> {
  /** Proposals that were opened in the circle before. */
  readonly proposals: number;
}

const SMALL = { members: 5, depth: 1, others: 0, proposals: 10 };
/** Each grows one thing. */
const LARGER: readonly Situation[] = [
  { ...SMALL, members: 250 },
  { ...SMALL, depth: 14 },
  { ...SMALL, others: 499 },
  { ...SMALL, proposals: 1_000 },
];

/** The least and the most that a row cost over all situations. */
export interface Spread {
  readonly id: Row;
  readonly min: number;
  readonly max: number;
}

/** What acts cost in a small organisation, and how far that grows with it. */
export async function measureFlatness(
  node: Node,
): Promise<{ small: Measures; spreads: readonly Spread[] }> {
  const small = await measureIn(node, SMALL);
  const all = [small];
  for (const larger of LARGER) all.push(await measureIn(node, larger));
  const spreads = [...small.keys()].map((id) => {
    const gas = all.map((measures) => measures.get(id)?.gas ?? Number.NaN);
    return { id, min: Math.min(...gas), max: Math.max(...gas) };
  });
  return { small, spreads };
}

async function measureIn(node: Node, { proposals, ...size }: Situation): Promise<Measures> {
  const stage = await setStage(node, { ...size, salt: `${proposals}` });
  await fillHistory(stage, proposals - 1);
  await warmUp(stage);
  const measures = await measureActs(stage);
  measures.set("confirm-relayed", await measureRelayed(stage));
  return measures;
}
