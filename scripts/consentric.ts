import { type Command, program } from "commander";

import manifest from "../package.json" with { type: "json" };
import { auditCommand } from "./commands/audit.ts";
import { deployCommand } from "./commands/deploy.ts";
import { foundCommand } from "./commands/found.ts";
import { relayCommand } from "./commands/relay.ts";
import { Failure } from "./failure.ts";

/** Every command of the command line: one file each under scripts/commands/, listed here in the order of --help. */
const COMMANDS: readonly Command[] = [deployCommand, foundCommand, auditCommand, relayCommand];

program.name("consentric").description(manifest.description).version(manifest.version);
for (const command of COMMANDS) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  console.error(error.hint);
  process.exitCode = 1;
}
