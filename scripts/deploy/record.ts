import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { type Deployment, deploymentSchema } from "#sdk/deployment.ts";
import type { Connection } from "../chain/connect.ts";
import { Failure } from "../failure.ts";
import { ROOT } from "../setup.mjs";

/** The file that says where the cores are on a chain. */
export function recordPath(chainId: number): string {
  return join(ROOT, "deployments", `${chainId}.json`);
}

/** Reads where the cores are on a chain; null when nobody has written it down. */
export async function readRecord(path: string): Promise<Deployment | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return deploymentSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Failure(
      `${path} is not a record of a deployment.`,
      "Restore it, or remove it.",
      error,
    );
  }
}

/** Writes where the cores are, whole or not at all. */
export async function writeRecord(path: string, record: Deployment): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`);
  await rename(draft, path);
}

/** Where the contracts are on a chain, by the file that says so. Fails with a sentence when it is not known. */
export async function deploymentFor(
  { chain }: Connection,
  file: string | undefined,
): Promise<Deployment> {
  const deployment = await readRecord(file ?? recordPath(chain.id));
  if (deployment === null) {
    throw new Failure(
      `Nothing is deployed on chain ${chain.id}, as far as ${file ?? "deployments/"} knows.`,
      "Give the file that says where the contracts are with --deployment.",
    );
  }
  if (deployment.chainId !== chain.id) {
    throw new Failure(
      `The deployment is on chain ${deployment.chainId}, and the RPC on chain ${chain.id}.`,
      "Give the RPC of the same chain with --rpc.",
    );
  }
  return deployment;
}
