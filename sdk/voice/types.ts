import type { TypedDataParameter } from "viem";

import type { Parameter, Signable } from "./signable.ts";

/** The types of EIP-712 by their names. */
export type Types = Readonly<Record<string, readonly TypedDataParameter[]>>;

/** What the type of an act is called: its function with a capital. */
export function primaryTypeOf({ name }: Pick<Signable, "name">): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The types of an act: its parameters, a nonce where it has one, a deadline; and the structures that they use. */
export function typesOf(signable: Signable): Types {
  const { inputs, numbered } = signable;
  const more = [
    ...(numbered ? [{ name: "nonce", type: "uint256" }] : []),
    { name: "deadline", type: "uint40" },
  ];
  return typesWith(primaryTypeOf(signable), inputs, more);
}

/** A type with these parameters, and the structures that they use. */
export function typesWith(
  name: string,
  parameters: readonly Parameter[],
  more: readonly TypedDataParameter[] = [],
): Types {
  const types: Record<string, readonly TypedDataParameter[]> = {
    [name]: [...parameters.map(fieldOf), ...more],
  };
  for (const { struct, components } of parameters) {
    if (struct === undefined || components === undefined) continue;
    Object.assign(types, typesWith(struct, components));
  }
  return types;
}

/** A parameter as a field: a structure by its own name. */
function fieldOf({ name, type, struct }: Parameter): TypedDataParameter {
  return { name, type: struct === undefined ? type : type.replace("tuple", struct) };
}
