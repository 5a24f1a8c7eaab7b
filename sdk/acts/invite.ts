import { encodeFunctionData, isAddressEqual, zeroAddress } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { inviteeName, organisationName, personInFull } from "./describe.ts";
import type { Invitation } from "./invitation.ts";
import { nameIn, PARTNER_KINDS } from "./names.ts";
import { VERBS } from "./verbs.ts";

/** Whom to invite, and as what. */
export interface InviteData {
  readonly organisation: number;
  readonly invitation: Invitation;
}

/** Invite somebody to become a partner. */
export const invite: ActDefinition<InviteData> = {
  call({ organisation, invitation }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "invite",
      args: [organisation, invitation],
    });
    return callOf(partners, data);
  },
  sentence({ organisation, invitation }, view) {
    const { verb } = VERBS.invite;
    return `I ${verb} ${inviteeName(view, invitation)} to become a partner of ${organisationName(view, organisation)}.`;
  },
  fields({ organisation, invitation }, view) {
    const { person, kind, custodian } = invitation;
    const answers = { label: "Custodian", value: personInFull(view, custodian) };
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      { label: "Person", value: personInFull(view, person) },
      { label: "Kind of partner", value: nameIn(PARTNER_KINDS, kind) },
      ...(isAddressEqual(custodian, zeroAddress) ? [] : [answers]),
    ];
  },
};
