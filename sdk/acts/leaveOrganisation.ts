import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { organisationName, roleName } from "./describe.ts";

/** What to leave. */
export interface LeaveOrganisationData {
  readonly organisation: number;
  /** All roles that the person fills. */
  readonly roles: readonly bigint[];
}

/** Stop being a partner. */
export const leaveOrganisation: ActDefinition<LeaveOrganisationData> = {
  call({ organisation, roles }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "leaveOrganisation",
      args: [organisation, roles],
    });
    return callOf(circles, data);
  },
  sentence({ organisation, roles }, view) {
    const names = roles.map((role) => roleName(view, role)).join(", ");
    const resign = roles.length === 0 ? "" : ` and resign from ${names}`;
    return `I leave ${organisationName(view, organisation)}${resign}.`;
  },
  fields({ organisation, roles }, view) {
    return [
      { label: "Organisation", value: organisationName(view, organisation) },
      ...roles.map((role) => ({ label: "Resigned from", value: roleName(view, role) })),
    ];
  },
};
