import { styleText } from "node:util";

import { Command, InvalidArgumentError } from "commander";
import { readContract } from "viem/actions";

import { circlesAbi } from "#sdk/abi/circles.ts";
import type { AuditReport } from "#sdk/chronicle/audit.ts";
import { audit } from "#sdk/chronicle/audit.ts";
import type { Deployment } from "#sdk/deployment.ts";
import { ConsentricError } from "#sdk/errors/base.ts";
import type { Connection } from "../chain/connect.ts";
import { connect, rpcOf } from "../chain/connect.ts";
import { deploymentFor } from "../deploy/record.ts";

interface Options {
  readonly network: string;
  readonly rpc?: string;
  readonly deployment?: string;
  readonly org?: number;
  readonly json?: true;
}

/** `consentric audit`: prove organisations' histories, or name the first bad event. */
export const auditCommand = new Command("audit")
  .description("prove that a history is complete, allowed, and what the contracts store")
  .option(
    "--network <name>",
    "local, or a name for which --rpc or CONSENTRIC_RPC_<NAME> is given",
    "local",
  )
  .option("--rpc <url>", "the JSON-RPC address")
  .option("--deployment <file>", "where the contracts are; deployments/<chain>.json by default")
  .option("--org <number>", "one organisation instead of all", toNumber)
  .option("--json", "print the findings as JSON")
  .action(async (options: Options) => {
    const connection = await connect(rpcOf(options.network, options.rpc));
    const deployment = await deploymentFor(connection, options.deployment);
    const organisations =
      options.org === undefined ? await all(connection, deployment) : [options.org];
    for (const organisation of organisations) {
      const finding = await find(connection, deployment, organisation);
      if (!finding.passed) process.exitCode = 1;
      if (options.json === true) console.log(JSON.stringify(finding, withBigints));
      else print(finding);
    }
    if (organisations.length === 0 && options.json !== true) {
      console.log("There is no organisation yet, so nothing to audit.");
    }
  });

interface Finding {
  readonly organisation: number;
  readonly passed: boolean;
  readonly report?: AuditReport;
  readonly error?: ConsentricError;
}

async function find(
  { reader }: Connection,
  deployment: Deployment,
  organisation: number,
): Promise<Finding> {
  try {
    const report = await audit({ client: reader, deployment, organisation });
    return { organisation, passed: report.differences.length === 0, report };
  } catch (error) {
    if (!(error instanceof ConsentricError)) throw error;
    return { organisation, passed: false, error };
  }
}

function print({ organisation, passed, report, error }: Finding): void {
  const mark = passed ? styleText("green", "passed") : styleText("red", "FAILED");
  const name = report === undefined ? "" : ` “${report.name}”`;
  console.log(`Organisation ${organisation}${name}: ${mark}`);
  if (error !== undefined) {
    for (const part of [error.sentence, error.details, error.hint]) {
      if (part !== undefined) console.log(`  ${part}`);
    }
  }
  if (report !== undefined) for (const line of linesOf(report)) console.log(`  ${line}`);
}

function linesOf(report: AuditReport): readonly string[] {
  const { events, firstBlock, lastBlock, block, blockHash, comparisons, differences } = report;
  return [
    `${events} events from block ${firstBlock} to block ${lastBlock}: none is missing, altered or out of order.`,
    "Every one of them was allowed by the rules when it happened.",
    `${comparisons} answers of the contracts at block ${block} compared with the history: ${
      differences.length === 0 ? "all agree." : `${differences.length} disagree.`
    }`,
    ...differences.map(
      ({ view, expected, actual }) => `${view} is ${actual}; from the history follows ${expected}.`,
    ),
    ...(report.isHeadProved
      ? [
          `The head ${report.headWord} is proved under the hash of block ${block}:`,
          `${blockHash}. Compare that hash with a second source.`,
        ]
      : [
          `Complete up to the head that this RPC named at block ${block}: ${report.headWord}.`,
          "The head itself is not proved: this RPC offers no proofs. Compare it with a second source.",
        ]),
    ...report.foreign.map(
      (process) => `${process} may write for it, and is not of this deployment: read its code.`,
    ),
  ];
}

async function all({ reader }: Connection, { contracts }: Deployment): Promise<readonly number[]> {
  const count = await readContract(reader, {
    address: contracts.circles.address,
    abi: circlesAbi,
    functionName: "organisations",
  });
  return Array.from({ length: count }, (_, i) => i + 1);
}

function toNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("Not a number from 1.");
  return number;
}

function withBigints(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
