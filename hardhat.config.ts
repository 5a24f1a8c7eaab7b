import { fileURLToPath } from "node:url";

import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import { defineConfig } from "hardhat/config";

import { warningsAreErrors } from "./scripts/build/warnings.ts";

/** As low as it takes to keep every contract below the limit of 24,576 bytes; higher saves little gas. */
const OPTIMIZER_RUNS = 20;

export default defineConfig({
  plugins: [
    hardhatEthers,
    hardhatEthersChaiMatchers,
    hardhatMocha,
    hardhatNetworkHelpers,
    warningsAreErrors,
  ],
  solidity: {
    version: "0.8.37",
    // The compiler comes from npm as WebAssembly: nothing is downloaded while building.
    path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
    settings: {
      // Older second-layer chains lack opcodes newer than these.
      evmVersion: "cancun",
      optimizer: { enabled: true, runs: OPTIMIZER_RUNS },
      // Through Yul: acts carry many arguments, which the older code generator cannot keep on its stack,
      // and internal functions of the libraries are inlined across files.
      viaIR: true,
      metadata: { bytecodeHash: "ipfs" },
    },
  },
  networks: {
    default: {
      type: "edr-simulated",
      hardfork: "cancun",
      allowUnlimitedContractSize: false,
    },
  },
});
