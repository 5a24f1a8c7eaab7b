import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
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
  call({ circle }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "openVault",
      args: [circle],
    });
    return callOf(partners, data);
  },
  sentence({ circle }, view) {
    return `I ${VERBS.openVault.verb} a vault for ${roleName(view, circle)}.`;
  },
  fields({ circle }, view) {
    return [{ label: "Circle", value: roleName(view, circle) }];
  },
};
