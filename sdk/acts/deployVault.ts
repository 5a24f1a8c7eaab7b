import type { Address, Hex } from "viem";
import { encodeAbiParameters, encodeFunctionData, keccak256 } from "viem";

import { vaultFactoryAbi } from "../abi/vaultFactory.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { personInFull, personName } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** Whose vault to deploy. */
export interface DeployVaultData {
  readonly founder: Address;
  readonly salt: Hex;
}

/** Deploy the vault of an organisation, at the address it was founded with. Anyone may. */
export const deployVault: ActDefinition<DeployVaultData> = {
  call({ founder, salt }, { circles, vaultFactory }) {
    const types = [{ type: "address" }, { type: "bytes32" }] as const;
    const bound = keccak256(encodeAbiParameters(types, [founder, salt]));
    const args = [circles, bound] as const;
    const data = encodeFunctionData({ abi: vaultFactoryAbi, functionName: "deploy", args });
    return callOf(vaultFactory, data);
  },
  sentence({ founder }, view) {
    const { verb } = VERBS.deployVault;
    return `I ${verb} the vault of the organisation that ${personName(view, founder)} founded.`;
  },
  fields({ founder, salt }, view) {
    return [
      { label: "Founder", value: personInFull(view, founder) },
      { label: "Salt", value: salt },
    ];
  },
};
