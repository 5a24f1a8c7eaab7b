import type { Address } from "viem";

import type { Standpoint } from "#app/model/view.ts";
import { mayAct } from "#sdk/chronicle/mayAct.ts";
import type { Office } from "#sdk/chronicle/offices.ts";
import type { Family, Organisation } from "#sdk/chronicle/organisation.ts";
import { candidatesFor, holderOf, standInOf } from "#sdk/chronicle/organisation.ts";

/** The contract of a family; before its first event every process that could be it. */
function processesOf(organisation: Organisation, family: Family): readonly Address[] {
  const known = organisation.contracts[family];
  return known === null ? candidatesFor(organisation, family) : [known];
}

/** Whether somebody acts for an office in a matter now: holds it, or stands in for it with effect. */
export function actsFor(
  { organisation, now }: Pick<Standpoint, "organisation" | "now">,
  family: Family,
  matter: bigint,
  circle: bigint,
  office: Office,
  person: Address | null,
): boolean {
  if (person === null) return false;
  const processes = processesOf(organisation, family);
  if (processes.length === 0) {
    return holderOf(organisation, circle, office)?.toLowerCase() === person.toLowerCase();
  }
  return processes.some((process) =>
    mayAct(organisation, process, matter, circle, office, person, now),
  );
}

/** Who acts for an office in a matter now: its holder, else whoever stands in with effect; undefined for nobody. */
export function actingIn(
  view: Pick<Standpoint, "organisation" | "now">,
  family: Family,
  matter: bigint,
  circle: bigint,
  office: Office,
): Address | undefined {
  const { organisation } = view;
  const holder = holderOf(organisation, circle, office);
  if (holder !== undefined) return holder;
  const declared = declaredIn(organisation, family, matter, circle, office)?.person;
  if (declared === undefined) return undefined;
  return actsFor(view, family, matter, circle, office, declared) ? declared : undefined;
}

/** The last declaration to stand in for an office in a matter; undefined for none. */
export function declaredIn(
  organisation: Organisation,
  family: Family,
  matter: bigint,
  circle: bigint,
  office: Office,
) {
  for (const process of processesOf(organisation, family)) {
    const found = standInOf(organisation, process, matter, circle, office);
    if (found !== undefined) return found;
  }
  return undefined;
}
