import { encodeFunctionData } from "viem";

import { circlesAbi } from "../abi/circles.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { roleName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whose vault. */
export interface OpenVaultData {
  readonly circle: bigint;
}

/** Open the vault of an inner circle. */
export const openVault: ActDefinition<OpenVaultData> = {
  call({ circle }, { circles }) {
    const data = encodeFunctionData({
      abi: circlesAbi,
      functionName: "openVault",
      args: [circle],
    });
    return callOf(circles, data);
  },
  sentence({ circle }, view) {
    return `I ${VERBS.openVault.verb} a vault for ${roleName(view, circle)}.`;
  },
  fields({ circle }, view) {
    return [{ label: "Circle", value: roleName(view, circle) }];
  },
};
