import type { Hex } from "viem";
import { bytesToHex, keccak256, stringToHex } from "viem";

import type { Parameter, Signable } from "./signable.ts";
import { selectorOf } from "./typedData.ts";
import { primaryTypeOf, type Types, typesOf, typesWith } from "./types.ts";

/** How a type is hashed from calldata, as the contract `Voice` keeps it. */
export interface Shape {
  readonly typeHash: Hex;
  readonly fields: Hex;
}

/** What `Voice` is constructed with: the structures by their numbers, and the acts. */
export interface Shapes {
  readonly structures: readonly Shape[];
  readonly signables: readonly {
    readonly selector: Hex;
    readonly numbered: boolean;
    readonly shape: Shape;
  }[];
}

/** The bytes of the library `TypedData`. */
const WORD = 1;
const TEXT = 2;
const WORDS = 3;
const TEXTS = 4;
const STRUCT = 64;
const STRUCTS = 128;
const FLAT = 128;
/** A shape is a word, and its first byte the number of its fields. */
const MOST_FIELDS = 31;
const MOST_STRUCTURES = 64;

/** How every act is hashed. Throws on what the contract could not walk. */
export function shapesOf(signables: readonly Signable[]): Shapes {
  const structures = new Map<string, readonly Parameter[]>();
  const collect = (parameters: readonly Parameter[]) => {
    for (const { struct, components } of parameters) {
      if (struct === undefined || components === undefined) continue;
      const known = structures.get(struct);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(components)) {
        throw new Error(`There are two structures ${struct}.`);
      }
      collect(components);
      structures.set(struct, components);
    }
  };
  for (const { inputs } of signables) collect(inputs);
  const names = [...structures.keys()];
  if (names.length > MOST_STRUCTURES) throw new Error("There are too many structures.");

  const byte = (parameter: Parameter) => byteOf(parameter, names);
  const selectors = new Set<Hex>();
  return {
    structures: names.map((name) => {
      const components = structures.get(name) ?? [];
      const flat = components.every((each) => byte(each) === WORD) ? FLAT : 0;
      return {
        typeHash: typeHashOf(name, typesWith(name, components)),
        fields: fieldsOf(components.map(byte), flat),
      };
    }),
    signables: signables.map((signable) => {
      const { name, inputs, numbered } = signable;
      const selector = selectorOf(signable);
      if (selectors.has(selector)) throw new Error(`Two acts have the selector of ${name}.`);
      selectors.add(selector);
      const typeHash = typeHashOf(primaryTypeOf(signable), typesOf(signable));
      return { selector, numbered, shape: { typeHash, fields: fieldsOf(inputs.map(byte), 0) } };
    }),
  };
}

/** keccak256 of a type as EIP-712 encodes it: itself, then the types it uses by name. */
export function typeHashOf(primary: string, types: Types): Hex {
  const encode = (name: string) =>
    `${name}(${(types[name] ?? []).map((field) => `${field.type} ${field.name}`).join(",")})`;
  const others = Object.keys(types)
    .filter((name) => name !== primary)
    .sort();
  return keccak256(stringToHex([primary, ...others].map(encode).join("")));
}

function byteOf({ type, struct, components }: Parameter, names: readonly string[]): number {
  const list = type.endsWith("[]");
  const base = list ? type.slice(0, -2) : type;
  if (base.endsWith("]")) throw new Error(`No act is signed with ${type}.`);
  if (struct !== undefined && components !== undefined) {
    return (list ? STRUCTS : STRUCT) + names.indexOf(struct);
  }
  if (base === "string" || base === "bytes") {
    if (list && base === "bytes") throw new Error("No act is signed with a list of bytes.");
    return list ? TEXTS : TEXT;
  }
  return list ? WORDS : WORD;
}

function fieldsOf(bytes: readonly number[], flat: number): Hex {
  if (bytes.length > MOST_FIELDS) throw new Error("A type has too many fields.");
  return bytesToHex(
    Uint8Array.from([bytes.length | flat, ...bytes, ...Array(31 - bytes.length).fill(0)]),
  );
}
