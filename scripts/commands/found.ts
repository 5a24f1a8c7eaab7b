import { Command } from "commander";
import type { Address } from "viem";

import { connect, rpcOf, type Signer, sign } from "../chain/connect.ts";
import { readRecord, recordPath } from "../deploy/record.ts";
import { Failure } from "../failure.ts";
import { type FoundingFile, readFoundingFile } from "../found/file.ts";
import { concludeFounding, found } from "../found/found.ts";

interface Options {
  readonly network: string;
  readonly rpc?: string;
  readonly everybody?: true;
}

/** `consentric found`: found an organisation from a file. */
export const foundCommand = new Command("found")
  .description("found an organisation from a file such as demo/meander-commons.json")
  .argument("<file>", "the founding file")
  .requiredOption(
    "--network <name>",
    "local, or a name for which --rpc or CONSENTRIC_RPC_<NAME> is given",
  )
  .option("--rpc <url>", "the JSON-RPC address")
  .option(
    "--everybody",
    "agree, accept and ratify for everybody too, where the node signs for all (testnets)",
  )
  .action(async (path: string, options: Options) => {
    const file = await readFoundingFile(path);
    const connection = await connect(rpcOf(options.network, options.rpc));
    const deployment = await readRecord(recordPath(connection.chain.id));
    if (deployment === null) {
      throw new Failure(
        `Nothing is deployed on chain ${connection.chain.id}, as far as deployments/ knows.`,
        `Deploy first: ./consentric deploy --network ${options.network}`,
      );
    }
    const signer = await sign(connection);
    const addressOf = await addresses(signer, file, options.everybody === true);
    const foundation = await found(signer, deployment, file, addressOf);
    console.log(
      `${file.name} is organisation ${foundation.organisation}; its account is ${foundation.vault}.`,
    );
    if (options.everybody === true) {
      const everybody = file.people.map((person) => addressOf(person.id));
      await concludeFounding(
        signer,
        deployment,
        foundation,
        everybody,
        file.ratifiers.map(addressOf),
      );
      console.log("Everybody has agreed, accepted and ratified: founding is over.");
      return;
    }
    console.log(
      `Its rules have the hash ${foundation.ruleHash}; ratifiers ratify number ${foundation.lastWrite}.`,
    );
    console.log(
      "Now its people agree and accept their roles, then every ratifier ratifies, in the dApp.",
    );
  });

/** Where each person of the file signs: as the file says; where the node signs for all, the unlocked accounts in order. */
async function addresses(
  signer: Signer,
  file: FoundingFile,
  unlocked: boolean,
): Promise<(person: string) => Address> {
  const accounts = unlocked ? await signer.writer.getAddresses() : [];
  const founder = signer.writer.account.address;
  const others = accounts.filter((account) => account.toLowerCase() !== founder.toLowerCase());
  const byPerson = new Map<string, Address>();
  for (const person of file.people) {
    const next = person.id === file.founder ? founder : unlocked ? others.shift() : undefined;
    const address = person.address ?? next;
    if (address === undefined) {
      throw new Failure(
        `The file does not say where ${person.name} signs.`,
        "Give every person an address; on a testnet whose node signs for all, --everybody takes its accounts.",
      );
    }
    byPerson.set(person.id, address);
  }
  return (person) => byPerson.get(person) ?? founder;
}
