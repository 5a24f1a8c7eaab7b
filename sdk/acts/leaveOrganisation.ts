import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What to leave. */
export interface LeaveOrganisationData {
  readonly organisation: number;
  /** All roles that the person fills. */
  readonly roles: readonly bigint[];
}

/** Stop being a partner. */
export const leaveOrganisation: ActDefinition<LeaveOrganisationData> = {
  call({ organisation, roles }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "leaveOrganisation",
      args: [organisation, roles],
    });
    return callOf(partners, data);
  },
  sentence({ organisation, roles }, view) {
    const { verb } = VERBS.leaveOrganisation;
    const names = roles.map((role) => roleName(view, role)).join(", ");
    const resign = roles.length === 0 ? "" : ` and ${VERBS.resign.verb} ${names}`;
    return `I ${verb} ${organisationName(view, organisation)}${resign}.`;
  },
  fields({ organisation, roles }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      ...roles.map((role) => ({ label: "Resigned from", value: roleName(view, role) })),
    ];
  },
};
