import type { Hex } from "viem";
import { decodeErrorResult, isHex, size } from "viem";

import { allowancesAbi } from "../abi/allowances.ts";
import { breakdownsAbi } from "../abi/breakdowns.ts";
import { circlesAbi } from "../abi/circles.ts";
import { consentAbi } from "../abi/consent.ts";
import { electionsAbi } from "../abi/elections.ts";
import { facilitationAbi } from "../abi/facilitation.ts";
import { foundingAbi } from "../abi/founding.ts";
import { initiativesAbi } from "../abi/initiatives.ts";
import { leadsAbi } from "../abi/leads.ts";
import { meetingsAbi } from "../abi/meetings.ts";
import { officesAbi } from "../abi/offices.ts";
import { partnersAbi } from "../abi/partners.ts";
import { rulingsAbi } from "../abi/rulings.ts";
import { structureAbi } from "../abi/structure.ts";
import { treasuryAbi } from "../abi/treasury.ts";
import { vaultAbi } from "../abi/vault.ts";
import { vaultFactoryAbi } from "../abi/vaultFactory.ts";
import { voiceAbi } from "../abi/voice.ts";
import type { View } from "../acts/act.ts";
import type { Explanation } from "./table.ts";
import { EXPLANATIONS } from "./table.ts";

/** A revert in words. */
export interface Refusal {
  /** The error's name; `Error` and `Panic` are the compiler's. */
  readonly name: string;
  readonly args: readonly unknown[];
  /** What is the case. */
  readonly sentence: string;
  /** What helps. */
  readonly hint: string;
}

/** Every custom error of every contract. */
export const ERRORS = [
  ...circlesAbi,
  ...structureAbi,
  ...partnersAbi,
  ...foundingAbi,
  ...officesAbi,
  ...consentAbi,
  ...facilitationAbi,
  ...electionsAbi,
  ...meetingsAbi,
  ...leadsAbi,
  ...allowancesAbi,
  ...rulingsAbi,
  ...breakdownsAbi,
  ...initiativesAbi,
  ...treasuryAbi,
  ...voiceAbi,
  ...vaultAbi,
  ...vaultFactoryAbi,
].filter((item) => item.type === "error");

const NOBODY: View = { people: new Map() };

/**
 * A revert in words, from its data or from any error of viem that carries them.
 * @param view Gives people and roles their names.
 * @returns undefined when there is no revert data in it, or none that the contracts can have returned.
 */
export function decodeRevert(error: unknown, view: View = NOBODY): Refusal | undefined {
  const data = revertData(error);
  if (data === undefined) return undefined;
  try {
    const { errorName: name, args = [] } = decodeErrorResult({ abi: ERRORS, data });
    return { name, args, ...explain(name, args, view) };
  } catch {
    return undefined;
  }
}

function explain(name: string, args: readonly unknown[], view: View) {
  if (name === "Error") return { sentence: String(args[0]), hint: "A contract outside refused." };
  if (name === "Panic") {
    const hint = "This is not meant to happen: please report it.";
    return { sentence: `A contract stopped with the code ${args[0]}.`, hint };
  }
  // An error's name and arguments are paired by the ABI that the table's type is made from.
  const { sentence, hint } = EXPLANATIONS[name as keyof typeof EXPLANATIONS] as Explanation<
    readonly unknown[]
  >;
  return { sentence: sentence(args, view), hint };
}

/** The revert data in an error or in one of its causes. */
function revertData(error: unknown): Hex | undefined {
  if (isData(error)) return error;
  for (let each = error; typeof each === "object" && each !== null; ) {
    const { raw, data, cause } = each as { raw?: unknown; data?: unknown; cause?: unknown };
    const inner = typeof data === "object" && data !== null && "data" in data ? data.data : data;
    const found = [raw, inner].find(isData);
    if (found !== undefined) return found;
    each = cause;
  }
  return undefined;
}

/** Revert data are a selector and whole words. */
function isData(value: unknown): value is Hex {
  return isHex(value) && size(value) % 32 === 4;
}
