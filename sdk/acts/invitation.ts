import type { Address } from "viem";
import { zeroAddress } from "viem";

import { PartnerKind } from "../chronicle/partnerKind.ts";

/** Somebody invited, with the kind of partner they will be. */
export interface Invitation {
  readonly person: Address;
  /** A `PartnerKind`. */
  readonly kind: number;
  /** Who answers for an agent; the zero address for every other kind. */
  readonly custodian: Address;
}

/** An invitation as a person, unless another kind is said. */
export function invitationOf(
  person: Address,
  kind: PartnerKind = PartnerKind.Person,
  custodian: Address = zeroAddress,
): Invitation {
  return { person, kind, custodian };
}
