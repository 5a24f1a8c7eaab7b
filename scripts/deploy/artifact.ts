import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { type Hex, keccak256, stringToHex } from "viem";
import * as z from "zod";

import { Failure } from "../failure.ts";
import { ROOT } from "../setup.mjs";

const bytes = z.string().regex(/^0x[0-9a-fA-F]*$/) as unknown as z.ZodType<Hex>;
const schema = z.object({
  contractName: z.string(),
  bytecode: bytes,
  deployedBytecode: bytes,
  immutableReferences: z.record(
    z.string(),
    z.array(z.object({ start: z.number(), length: z.number() })),
  ),
  buildInfoId: z.string(),
});
const buildSchema = z.object({ solcLongVersion: z.string(), input: z.unknown() });

/** What the compiler made of one contract. */
export type Artifact = z.infer<typeof schema>;

/**
 * Reads the artifact of a contract of this build.
 * @param source Its file in contracts/, without the ending; the contract has the file's name.
 */
export async function readArtifact(source: string): Promise<Artifact> {
  const name = basename(source);
  const path = join(ROOT, "artifacts", "contracts", `${source}.sol`, `${name}.json`);
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw new Failure(`${name} is not compiled.`, "Compile with npm run compile.", error);
  }
}

/** The compiler's version and the hash of its input, by which anybody can make the same code. */
export async function readBuild(artifact: Artifact): Promise<{ compiler: string; inputHash: Hex }> {
  const path = join(ROOT, "artifacts", "build-info", `${artifact.buildInfoId}.json`);
  const build = buildSchema.parse(JSON.parse(await readFile(path, "utf8")));
  return {
    compiler: build.solcLongVersion,
    inputHash: keccak256(stringToHex(JSON.stringify(build.input))),
  };
}

/** Code without the values of its immutables, which differ from place to place. */
export function withoutImmutables(code: Hex, artifact: Artifact): Hex {
  const digits = [...code];
  for (const { start, length } of Object.values(artifact.immutableReferences).flat()) {
    digits.fill("0", 2 + start * 2, 2 + (start + length) * 2);
  }
  return digits.join("") as Hex;
}
