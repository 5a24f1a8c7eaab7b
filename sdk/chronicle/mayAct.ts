import type { Address } from "viem";

import type { Office } from "./offices.ts";
import { Rank } from "./offices.ts";
import type { Organisation } from "./organisation.ts";
import { holderOf, standInOf } from "./organisation.ts";
import { rankOf } from "./rankOf.ts";

/**
 * Whether a person may act for an office in a matter of a process at a moment: its holder, or whoever has declared to
 * stand in and still comes in the order, once that has effect. Whether it is the person's own matter: `isBarred`.
 */
export function mayAct(
  organisation: Organisation,
  process: Address,
  matter: bigint,
  circle: bigint,
  office: Office,
  person: Address,
  time: number,
): boolean {
  const wanted = person.toLowerCase();
  if (holderOf(organisation, circle, office)?.toLowerCase() === wanted) return true;
  const declared = standInOf(organisation, process, matter, circle, office);
  if (declared?.person.toLowerCase() !== wanted || time < declared.from) return false;
  const comes = rankOf(organisation, circle, office, person);
  return comes !== Rank.None && comes <= declared.rank;
}
