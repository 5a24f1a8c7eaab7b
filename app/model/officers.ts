import type { Address } from "viem";

import type { Bead } from "#app/map/rim.ts";
import { isTermOver, officeLabel } from "#app/words/offices.ts";
import type { Tenure } from "#sdk/chronicle/offices.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { holderOf, settingsIn, tenureOf } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";

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

/** The leads of a circle and who holds its offices, as beads on its rim. */
export function beadsOf(
  organisation: Organisation,
  circle: bigint,
  now: number,
  nameOf: (person: Address) => string,
): readonly Bead[] {
  const leads = organisation.roles.get(circle)?.fillers ?? [];
  const beads: Bead[] = [];
  if (leads.length > 0) {
    const title = leads.length > 1 ? "Leads" : "Lead";
    beads.push({ key: "lead", title, names: leads.slice(0, 3).map(nameOf), kind: "lead" });
  }
  for (const { office, index, holder, tenure } of officesIn(organisation, circle)) {
    if (holder === null) continue;
    const ended = tenure !== undefined && isTermOver(tenure, now);
    const title = officeLabel(office, index);
    beads.push({
      key: `${office}/${index}`,
      title,
      names: [nameOf(holder)],
      kind: ended ? "ended" : "elected",
      ...(ended ? { note: "term ended" } : {}),
    });
  }
  return beads;
}

/** Partners that are software, by lower-case address. */
export function agentsOf({ partners }: Pick<Organisation, "partners">): ReadonlySet<string> {
  return new Set(
    [...partners.values()]
      .filter(({ kind }) => kind === PartnerKind.Agent)
      .map(({ person }) => person.toLowerCase()),
  );
}
