/**
 * Writes erc7730/, by which wallets show what is signed in words (ERC-7730), a file a core, from the same table that the
 * contract `Voice` is constructed with:
 *
 *     node scripts/run.mjs scripts/build/erc7730.ts            write what changed
 *     node scripts/run.mjs scripts/build/erc7730.ts --check    fail when something would change
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import {
  DISCARD_REASONS,
  DROP_REASONS,
  ITEM_STEPS,
  OFFICE_NAMES,
  PARTNER_KINDS,
  REMARK_VERBS,
  TIES,
} from "#sdk/acts/names.ts";
import { VERBS } from "#sdk/acts/verbs.ts";
import { actOf } from "#sdk/voice/actOf.ts";
import type { Parameter, Signable } from "#sdk/voice/signable.ts";
import { SIGNABLES } from "#sdk/voice/signables.ts";
import { primaryTypeOf, typesOf } from "#sdk/voice/types.ts";
import { ROOT } from "../setup.mjs";

const FOLDER = join(ROOT, "erc7730");
const DOMAIN = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/** What stands beside a field where its name alone would not do. */
const LABELS: Readonly<Record<string, string>> = {
  asRole: "Speaking for the role",
  content: "Hash of the content that was read",
  deadline: "Can be relayed until",
  nonce: "Number of the signature",
  afterObjecting: "After objecting to this version",
  ruleHash: "Hash of the rules",
  reasonsHash: "Hash of the reasons",
  seal: "Sealed nomination",
  upheld: "The judgement stands",
  violates: "A rule would be broken",
  reviewAt: "To be looked at again",
  terms: "Hash of what it means for contracts",
  text: "Text",
  harm: "It would harm the circle",
  limits: "It would limit the role",
  cause: "It would not be so without it",
  certainty: "It would necessarily follow",
};
/** Names of fields that are moments. */
const MOMENTS = new Set(["deadline", "until", "startsAt", "endsAt", "extendedTo", "reviewAt"]);
/** Fields whose numbers have names: by the act and the field, else by the field. */
const ENUMS: Readonly<Record<string, string>> = {
  office: "office",
  "Discard.reason": "discardReason",
  "Drop.reason": "dropReason",
  "Remark.kind": "remark",
  "Invite.invitation.kind": "partner",
  "Open.tie": "tie",
  "Take.step": "step",
};

process.exitCode = main(process.argv.includes("--check"));

function main(check: boolean): number {
  const cores = [...new Set(SIGNABLES.map(({ core }) => core))];
  const stale: string[] = [];
  mkdirSync(FOLDER, { recursive: true });
  for (const core of cores) {
    const file = join(FOLDER, `eip712-consentric-${core}.json`);
    const text = `${JSON.stringify(descriptorOf(core), null, 2)}\n`;
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    stale.push(relative(ROOT, file));
    if (!check) writeFileSync(file, text);
  }
  if (check && stale.length > 0) {
    console.error(`Not what is signed: ${stale.join(", ")}.`);
    console.error("Run: node scripts/run.mjs scripts/build/erc7730.ts");
    return 1;
  }
  console.log(
    stale.length === 0 ? "What wallets show is up to date." : `Wrote ${stale.join(", ")}.`,
  );
  return 0;
}

function descriptorOf(core: string): object {
  const signables: readonly Signable[] = SIGNABLES.filter((signable) => signable.core === core);
  return {
    $schema: "https://eips.ethereum.org/assets/eip-7730/erc7730-v1.schema.json",
    context: {
      eip712: {
        // Nothing is deployed yet: whoever deploys adds chain and address.
        deployments: [],
        domain: { name: "Consentric", version: "1" },
        schemas: signables.map((signable) => ({
          primaryType: primaryTypeOf(signable),
          types: { EIP712Domain: DOMAIN, ...typesOf(signable) },
        })),
      },
    },
    metadata: {
      owner: "Consentric",
      enums: {
        office: named(OFFICE_NAMES),
        partner: named(PARTNER_KINDS),
        discardReason: named(DISCARD_REASONS),
        dropReason: named(DROP_REASONS),
        remark: Object.fromEntries(
          Object.entries(REMARK_VERBS).map(([key, { verb }]) => [key, verb]),
        ),
        tie: named(TIES),
        step: named(ITEM_STEPS),
      },
    },
    display: { formats: Object.fromEntries(signables.map(formatOf)) },
  };
}

function formatOf(signable: Signable): [string, object] {
  const primary = primaryTypeOf(signable);
  const own = signable.inputs.flatMap((parameter) => fieldsOf(primary, "", parameter));
  const more = [
    ...(signable.numbered ? [fieldOf(primary, "nonce", "nonce", "uint256")] : []),
    fieldOf(primary, "deadline", "deadline", "uint40"),
  ];
  const fields = [...own, ...more];
  return [
    primary,
    {
      intent: VERBS[actOf(signable)].title,
      fields,
      required: fields.map(({ path }) => path),
    },
  ];
}

interface Field {
  readonly path: string;
  readonly label: string;
  readonly format: string;
  readonly params?: object;
}

/** A parameter's fields: of a structure those of all its parts, of a list those of each member. */
function fieldsOf(primary: string, before: string, parameter: Parameter): readonly Field[] {
  const { name, type, components } = parameter;
  const path = `${before}${name}${type.endsWith("[]") ? ".[]" : ""}`;
  if (components === undefined) return [fieldOf(primary, path, name, type.replace("[]", ""))];
  return components.flatMap((part) => fieldsOf(primary, `${path}.`, part));
}

function fieldOf(primary: string, path: string, name: string, type: string): Field {
  const label = LABELS[name] ?? labelOf(name);
  const values = ENUMS[`${primary}.${path}`] ?? ENUMS[name];
  if (values !== undefined && type === "uint8") {
    return { path, label, format: "enum", params: { $ref: `$.metadata.enums.${values}` } };
  }
  if (MOMENTS.has(name)) return { path, label, format: "date", params: { encoding: "timestamp" } };
  if (type === "address") return { path, label, format: "addressName" };
  return { path, label, format: "raw" };
}

/** "windowDays" as "Window days". */
function labelOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function named(names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...names };
}
