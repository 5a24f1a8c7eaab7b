import { encodeFunctionData } from "viem";

import { initiativesAbi } from "../abi/initiatives.ts";
import type { Statements } from "../chronicle/initiatives.ts";
import type { ActDefinition } from "./act.ts";
import { callOf } from "./act.ts";
import { objectName, quoted, roleName, theRole } from "./describe.ts";
import { VERBS } from "./verbs.ts";

/** What was done, and why. */
export interface DeclareInitiativeData {
  /** The role that it serves. */
  readonly asRole: bigint;
  /** The policy that it breaks, or the role whose domain; 0 for none. */
  readonly breaks: bigint;
  readonly affected: readonly bigint[];
  readonly statements: Statements;
}

/** Declare an initiative beyond the own authority. */
export const declareInitiative: ActDefinition<DeclareInitiativeData> = {
  call({ asRole, breaks, affected, statements }, { initiatives }) {
    const data = encodeFunctionData({
      abi: initiativesAbi,
      functionName: "declareInitiative",
      args: [asRole, breaks, affected, statements],
    });
    return callOf(initiatives, data);
  },
  sentence({ asRole, breaks, statements }, view) {
    const { verb } = VERBS.declareInitiative;
    const broken = breaks === 0n ? "" : `, which breaks ${objectName(view, breaks)}`;
    return `I ${verb} an initiative for ${theRole(view, asRole)}${broken}: ${quoted(statements.what)}`;
  },
  fields({ asRole, breaks, affected, statements }, view) {
    const { what, goodFaith, tension, spending, waiting } = statements;
    const late = { label: "Why not to wait", value: waiting };
    return [
      { label: "For the role", value: roleName(view, asRole) },
      { label: "Breaks", value: breaks === 0n ? "nothing" : objectName(view, breaks) },
      { label: "Affects", value: affected.map((id) => roleName(view, id)).join(", ") },
      { label: "What", value: what },
      { label: "In good faith", value: goodFaith },
      { label: "Tension solved", value: tension },
      { label: "Spending", value: spending },
      ...(waiting === "" ? [] : [late]),
    ];
  },
};
