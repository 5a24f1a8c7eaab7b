import { readFile } from "node:fs/promises";

import type { Address } from "viem";
import * as z from "zod";

import { Flags } from "#sdk/flags.ts";
import { PRESETS } from "#sdk/presets.ts";
import { Failure } from "../failure.ts";

const id = z.string().min(1);
const days = z.number().int().min(3).max(60);
const lists = {
  domains: z.array(z.string()).default([]),
  /** For each domain, of which domain of the role's circle it is a part, from 1; 255, or nothing, for only inside it. */
  origins: z.array(z.int().min(1).max(255)).default([]),
  accountabilities: z.array(z.string()).default([]),
};
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/) as unknown as z.ZodType<Address>;

const namesOf = <name extends string>(table: Readonly<Record<name, unknown>>) =>
  Object.keys(table) as [name, ...name[]];
/** What a circle says of its own settings; what it leaves out is the anchor's. */
const settings = {
  noticeDays: z.number().int().min(1).max(14).optional(),
  flags: z.array(z.enum(namesOf(Flags))).optional(),
  /** How many members have to have confirmed before silence adopts. */
  attention: z.number().int().min(0).max(255).optional(),
  /** How many members have to be present at a meeting that adopts. */
  quorum: z.number().int().min(0).max(255).optional(),
  /** How many representatives each circle inside sends. */
  reps: z.number().int().min(1).max(3).optional(),
};
const kind = z.enum(["constraint", "grant", "domain", "changes-default"]);

const schema = z.strictObject({
  name: z.string().min(1),
  purpose: z.string().min(1),
  note: z.string().optional(),
  ...lists,
  /** The rule text that partners agree to; its hash goes on the chain. */
  rules: z.string().min(1),
  /** The articles of the rules that are adopted; the first always is. */
  articles: z
    .array(z.number().int().min(1).max(5))
    .default([1, 2, 3, 4, 5])
    .transform((articles) => articles.reduce((all, one) => all | (1 << (one - 1)), 0)),
  /** With the founder it fixes the address of the organisation's account. */
  salt: z.string().default(""),
  /** The rule set to begin with; what is said beside it counts instead. */
  preset: z.enum(namesOf(PRESETS)).default("v5"),
  windowDays: days.optional(),
  ...settings,
  founder: id,
  ratifiers: z.array(id).min(1).max(32),
  /** The role whose fillers admit partners; without it everybody is admitted. */
  admission: id.optional(),
  /** The role whose fillers offer the anchor's roles. */
  assigner: id.optional(),
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        address: address.optional(),
        kind: z.enum(["person", "body", "associate", "agent"]).default("person"),
        /** Who answers for an agent. */
        custodian: id.optional(),
      }),
    )
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
      ...settings,
      /** The role in it whose fillers appoint its representatives; without it they are elected. */
      appointer: id.optional(),
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
    z.strictObject({
      circle: id,
      title: z.string().min(1),
      text: z.string().min(1),
      /** What kind of policy it is, or which kinds. */
      kind: z.union([kind.transform((one) => [one]), z.array(kind).min(1)]),
      /** How far it reaches, where that is not the usual. */
      reach: z.enum(["here-alone", "inside-too", "binding"]).optional(),
    }),
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
  const roles = [file.admission, file.assigner, ...file.circles.map((circle) => circle.appointer)];
  const lost = roles.find((role) => role !== undefined && !seen.has(role));
  return lost === undefined ? wrongCustodian(file) : `${lost} is not among the roles`;
}

/** The first agent for whom no person answers, or custodian of somebody who is no agent. */
function wrongCustodian({ people }: FoundingFile): string | null {
  for (const { id: who, kind: what, custodian } of people) {
    if (what !== "agent" && custodian !== undefined)
      return `${who} has a custodian, and is no agent`;
    if (what !== "agent") continue;
    const answers = people.find((person) => person.id === custodian);
    if (answers?.kind !== "person") return `nobody who is a person answers for ${who}`;
  }
  return null;
}
