import { createRequire } from "node:module";

import { type BaseContract, ContractFactory, concat, type Interface, ZeroAddress } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";
import type { Hex } from "viem";

import type { Signer } from "./organisation.ts";

const requireJson = createRequire(import.meta.url);
const ARTIFACTS = "@safe-global/safe-contracts/build/artifacts/contracts";

/** A Safe 1.4.1, as its package has it compiled. */
export interface Safe {
  readonly address: Hex;
  /** The Safe itself, called by its own account: what its owners have executed. */
  readonly byItself: (name: string, ...args: unknown[]) => Promise<unknown>;
  /** The signature of a digest by these owners. */
  readonly sign: (digest: Hex, ...owners: readonly Signer[]) => Promise<Hex>;
}

/** Deploys a Safe of these owners, all but none of whom have to sign. */
export async function deploySafe(
  connection: NetworkConnection,
  owners: readonly Signer[],
  threshold: number,
): Promise<Safe> {
  const { ethers, networkHelpers } = connection;
  const [deployer] = await ethers.getSigners();
  const deploy = async (path: string, ...args: unknown[]) => {
    const { abi, bytecode } = requireJson(`${ARTIFACTS}/${path}.json`) as Artifact;
    return await new ContractFactory(abi, bytecode, deployer as never).deploy(...args);
  };
  const singleton = await deploy("Safe.sol/Safe");
  const handler = await deploy(
    "handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler",
  );
  const proxy = await deploy("proxies/SafeProxy.sol/SafeProxy", await singleton.getAddress());
  const address = (await proxy.getAddress()) as Hex;
  const safe = singleton.attach(address) as BaseContract;
  await safe.getFunction("setup")(
    await Promise.all(owners.map((owner) => owner.getAddress())),
    threshold,
    ...[ZeroAddress, "0x", await handler.getAddress(), ZeroAddress, 0, ZeroAddress],
  );
  const { chainId } = await ethers.provider.getNetwork();
  return {
    address,
    async byItself(name, ...args) {
      await networkHelpers.impersonateAccount(address);
      await networkHelpers.setBalance(address, 10n ** 18n);
      const self = await ethers.getSigner(address);
      return await (safe.connect(self as never) as BaseContract).getFunction(name)(...args);
    },
    async sign(digest, ...signers) {
      const signatures = await Promise.all(
        signers.map(async (signer) => {
          const typed = signer as unknown as TypedSigner;
          const types = { SafeMessage: [{ name: "message", type: "bytes" }] };
          const domain = { chainId, verifyingContract: address };
          return {
            by: (await signer.getAddress()).toLowerCase(),
            signature: await typed.signTypedData(domain, types, { message: digest }),
          };
        }),
      );
      // A Safe takes them in the order of the owners' addresses.
      signatures.sort((one, other) => (one.by < other.by ? -1 : 1));
      return concat(signatures.map(({ signature }) => signature)) as Hex;
    },
  };
}

interface Artifact {
  abi: Interface;
  bytecode: string;
}

interface TypedSigner {
  signTypedData(domain: unknown, types: unknown, message: unknown): Promise<string>;
}
