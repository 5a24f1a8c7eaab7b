import type { Address } from "viem";

import { Office, Rank } from "./offices.ts";
import type { Organisation } from "./organisation.ts";
import { holderOf, isMember, partnerOf, speaksFor, tenureOf } from "./organisation.ts";
import { PartnerKind } from "./partnerKind.ts";

/** Where a person comes in the order of those who stand in for an office of a circle. */
export function rankOf(
  organisation: Organisation,
  circle: bigint,
  office: Office,
  person: Address,
): Rank {
  if (office === Office.Rep) return Rank.None;
  const wanted = person.toLowerCase();
  const is = (other: Address | null | undefined) => other?.toLowerCase() === wanted;
  const holder = holderOf(organisation, circle, office);
  // Nobody stands in for themselves.
  if (is(holder)) return Rank.None;
  const named = holder !== undefined && is(tenureOf(organisation, circle, office)?.surrogate);
  if (named && isNameable(organisation, person)) return Rank.Named;
  const counterpart = office === Office.Facilitator ? Office.Secretary : Office.Facilitator;
  if (is(holderOf(organisation, circle, counterpart))) return Rank.Counterpart;
  if (!isMember(organisation, circle, person)) return Rank.None;
  return speaksFor(organisation, circle, circle, person) ? Rank.Lead : Rank.Member;
}

/** Whether a person can be named to stand in: a partner who is no agent. */
export function isNameable(organisation: Organisation, person: Address): boolean {
  const partner = partnerOf(organisation, person);
  return partner?.status === "agreed" && partner.kind !== PartnerKind.Agent;
}
