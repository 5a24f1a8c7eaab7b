import type { Address } from "viem";

import type { Tenure } from "#sdk/chronicle/offices.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { holderOf, settingsIn, tenureOf } from "#sdk/chronicle/organisation.ts";

/** An office of a circle as it is now. */
export interface Held {
  readonly office: Office;
  readonly index: number;
  /** Who holds it and still can; null for nobody. */
  readonly holder: Address | null;
  /** How and until when; undefined while it was never held. */
  readonly tenure: Tenure | undefined;
}

/** The offices that a circle has: facilitator, secretary, and where a circle stands around it its representatives. */
export function officesIn(organisation: Organisation, circle: bigint): readonly Held[] {
  const outer = organisation.roles.get(circle)?.circle ?? null;
  const reps = outer === null ? 0 : Math.max(1, settingsIn(organisation, outer).reps);
  // Fewer places do not end what somebody holds.
  const kept = [...organisation.tenures.values()].filter(
    (tenure) => tenure.circle === circle && tenure.office === Office.Rep,
  );
  const places = outer === null ? 0 : Math.max(reps, ...kept.map(({ index }) => index + 1));
  const all: readonly (readonly [Office, number])[] = [
    [Office.Facilitator, 0],
    [Office.Secretary, 0],
    ...Array.from({ length: places }, (_, index) => [Office.Rep, index] as const),
  ];
  return all
    .map(([office, index]) => ({
      office,
      index,
      holder: holderOf(organisation, circle, office, index) ?? null,
      tenure: tenureOf(organisation, circle, office, index),
    }))
    .filter(
      ({ office, index, holder }) => office !== Office.Rep || index < reps || holder !== null,
    );
}
