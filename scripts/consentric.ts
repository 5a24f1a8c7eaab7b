import { type Command, program } from "commander";

import manifest from "../package.json" with { type: "json" };

/** Every command of the command line: one file each under scripts/commands/, listed here in the order of --help. */
const COMMANDS: readonly Command[] = [];

program.name("consentric").description(manifest.description).version(manifest.version);
for (const command of COMMANDS) program.addCommand(command);

await program.parseAsync();
