import type { Address } from "viem";

import { initiativesAbi } from "../../abi/initiatives.ts";
import { requestFor } from "../initiatives.ts";
import type { Organisation } from "../organisation.ts";
import { emitterOf, numberOf } from "../organisation.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

/** What the views of `Initiatives` must answer; nothing while no event tells which contract it is. */
export function expectedOfInitiatives(state: Organisation): readonly Expectation[] {
  const { initiatives } = state.contracts;
  if (initiatives === null) return [];
  return [...state.initiatives.values()].flatMap((initiative) => {
    const { id, declarer, affected } = initiative;
    const view = viewsOf("Initiatives", emitterOf(state, id) ?? initiatives, initiativesAbi);
    return [
      view("initiativeAt", [id], { declarer, affected: packed(affected) }),
      ...affected.map((role) =>
        view("askedBy", [id, role], requestFor(initiative, role)?.by ?? NOBODY),
      ),
    ];
  });
}

/** The numbers of roles in one word, the first lowest. */
function packed(roles: readonly bigint[]): bigint {
  return roles.reduceRight((word, role) => (word << 32n) | BigInt(numberOf(role)), 0n);
}
