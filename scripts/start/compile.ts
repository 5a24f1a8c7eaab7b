import { spawn } from "node:child_process";
import { join } from "node:path";

import { Failure } from "../failure.ts";
import { ROOT } from "../setup.mjs";

/** Compiles what has changed since the last time; quiet unless it fails. */
export async function compile(): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(ROOT, "node_modules/hardhat/dist/src/cli.js"), "build", "--quiet"],
    {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0)
    throw new Failure("The contracts do not compile.", "See what the compiler says above.");
}
