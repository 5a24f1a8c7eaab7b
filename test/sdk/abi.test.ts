import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { expect } from "chai";

const SCRIPT = fileURLToPath(import.meta.resolve("#scripts/build/abi.ts"));

describe("abi", () => {
  it("is what the contracts compile to", () => {
    const args = [...process.execArgv, SCRIPT, "--check"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status, stderr).to.equal(0);
  });
});
