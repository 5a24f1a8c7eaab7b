import type { Address } from "viem";
import { encodeFunctionData } from "viem";

import { partnersAbi } from "../abi/partners.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { VERBS } from "./verbs.ts";

/** Which vault, of a circle that was removed. */
export interface InheritVaultData {
  readonly vault: Address;
}

/** Let the vault of a removed circle belong to the circle in which that stood. */
export const inheritVault: ActDefinition<InheritVaultData> = {
  call({ vault }, { partners }) {
    const data = encodeFunctionData({
      abi: partnersAbi,
      functionName: "inheritVault",
      args: [vault],
    });
    return callOf(partners, data);
  },
  sentence({ vault }) {
    return `I ${VERBS.inheritVault.verb} the vault ${vault} of a removed circle to the circle in which it stood.`;
  },
  fields({ vault }) {
    return [{ label: "Vault", value: vault }];
  },
};
