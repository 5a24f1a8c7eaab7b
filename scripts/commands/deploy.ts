import { Command } from "commander";

import { connect, rpcOf, sign } from "../chain/connect.ts";
import { deploy } from "../deploy/deploy.ts";
import { readRecord, recordPath, writeRecord } from "../deploy/record.ts";

/** `consentric deploy`: put the cores on a chain, at the same addresses on every one. */
export const deployCommand = new Command("deploy")
  .description("put the contracts on a chain, or find them there, and write down where they are")
  .requiredOption(
    "--network <name>",
    "local, or a name for which --rpc or CONSENTRIC_RPC_<NAME> is given",
  )
  .option("--rpc <url>", "the JSON-RPC address")
  .action(async (options: { network: string; rpc?: string }) => {
    const signer = await sign(await connect(rpcOf(options.network, options.rpc)));
    const path = recordPath(signer.chain.id);
    const record = await deploy(signer, await readRecord(path), console.log);
    await writeRecord(path, record);
    console.log(
      `All of it read back from chain ${signer.chain.id}; written to deployments/${signer.chain.id}.json.`,
    );
  });
