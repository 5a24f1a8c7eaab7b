import { readFile } from "node:fs/promises";

import type { Address } from "viem";
import * as z from "zod";

import { Failure } from "../failure.ts";

const id = z.string().min(1);
const days = z.number().int().min(3).max(60);
const lists = {
  domains: z.array(z.string()).default([]),
  accountabilities: z.array(z.string()).default([]),
};
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/) as unknown as z.ZodType<Address>;

const schema = z.strictObject({
  name: z.string().min(1),
  purpose: z.string().min(1),
  note: z.string().optional(),
  ...lists,
  /** The rule text that partners agree to; its hash goes on the chain. */
  rules: z.string().min(1),
  /** With the founder it fixes the address of the organisation's account. */
  salt: z.string().default(""),
  /** The anchor's window. */
  windowDays: days,
  founder: id,
  ratifiers: z.array(id).min(1).max(32),
  /** The role whose fillers admit partners; without it everybody is admitted. */
  admission: id.optional(),
  /** The role whose fillers offer the anchor's roles. */
  assigner: id.optional(),
  people: z
    .array(z.strictObject({ id, name: z.string().min(1), address: address.optional() }))
    .min(1),
  circles: z.array(
    z.strictObject({
      id,
      /** The circle it stands in; `anchor` for the outermost. */
      circle: id,
      name: z.string().min(1),
      purpose: z.string().default(""),
      ...lists,
      leads: z.array(id).default([]),
      windowDays: days.optional(),
    }),
  ),
  roles: z.array(
    z.strictObject({
      id,
      circle: id,
      name: z.string().min(1),
      purpose: z.string().default(""),
      ...lists,
      fillers: z.array(id).default([]),
    }),
  ),
  policies: z.array(
    z.strictObject({ circle: id, title: z.string().min(1), text: z.string().min(1) }),
  ),
});

/** An organisation as it is to be founded. Its ids are the file's own; `anchor` is the outermost circle. */
export type FoundingFile = z.infer<typeof schema>;

/** The file's id of the outermost circle. */
export const ANCHOR = "anchor";

/** Reads and checks a founding file. Fails with a sentence that names what is wrong and where. */
export async function readFoundingFile(path: string): Promise<FoundingFile> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Failure(
      `There is no founding file at ${path}.`,
      "See demo/meander-commons.json for one.",
      error,
    );
  });
  return parseFoundingFile(text, path);
}

/** Checks a founding file. */
export function parseFoundingFile(text: string, path: string): FoundingFile {
  const hint = "See demo/meander-commons.json for one that is whole.";
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path} is not JSON.`, hint, error);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Failure(
      `${path} is not a founding file: ${issue?.path.join(".")}: ${issue?.message}.`,
      hint,
    );
  }
  const problem = firstUnknown(parsed.data);
  if (problem !== null) throw new Failure(`${path}: ${problem}.`, hint);
  return parsed.data;
}

/** The first thing that the file names without describing, describes twice, or puts before its circle. */
function firstUnknown(file: FoundingFile): string | null {
  const people = new Set(file.people.map((person) => person.id));
  const seen = new Set([ANCHOR]);
  for (const each of [...file.circles, ...file.roles]) {
    if (seen.has(each.id)) return `${each.id} stands there twice`;
    if (!seen.has(each.circle))
      return `${each.id} stands in ${each.circle}, which does not come before it`;
    seen.add(each.id);
  }
  const named = [
    ...file.circles.flatMap((circle) => circle.leads),
    ...file.roles.flatMap((role) => role.fillers),
    ...file.ratifiers,
    file.founder,
  ];
  const stranger = named.find((person) => !people.has(person));
  if (stranger !== undefined) return `${stranger} is not among the people`;
  const nowhere = file.policies.find((policy) => !seen.has(policy.circle));
  if (nowhere !== undefined)
    return `the policy ${nowhere.title} stands in ${nowhere.circle}, which is not there`;
  const lost = [file.admission, file.assigner].find(
    (role) => role !== undefined && !seen.has(role),
  );
  return lost === undefined ? null : `${lost} is not among the roles`;
}
