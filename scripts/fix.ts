/** Formats everything and mends what the linters can mend by themselves. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { ROOT } from "./setup.mjs";

const COMMANDS = [
  ["@biomejs/biome/bin/biome", "check", "--write"],
  ["prettier/bin/prettier.cjs", "--write", "contracts/**/*.sol"],
] as const;

for (const [file, ...args] of COMMANDS) {
  const command = [join(ROOT, "node_modules", file), ...args];
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
