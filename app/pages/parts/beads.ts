import type { Address } from "viem";

import type { Bead } from "#app/map/rim.ts";
import { officesIn } from "#app/model/officers.ts";
import { isTermOver, officeLabel } from "#app/words/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { PartnerKind } from "#sdk/chronicle/partnerKind.ts";

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
