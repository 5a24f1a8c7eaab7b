import type { Row } from "./targets.ts";

/** What one transaction cost. */
export interface Measure {
  readonly gas: number;
  /** Bytes of calldata. */
  readonly calldata: number;
}

/** What was measured so far, by row. */
export type Measures = Map<Row, Measure>;

/** What several transactions cost together. */
export function sum(...measures: readonly (Measure | undefined)[]): Measure {
  return measures.reduce<Measure>(
    (all, each) => {
      if (each === undefined) throw new Error("a part of a cycle was not measured");
      return { gas: all.gas + each.gas, calldata: all.calldata + each.calldata };
    },
    { gas: 0, calldata: 0 },
  );
}
