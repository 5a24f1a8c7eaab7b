import { rulingsAbi } from "../../abi/rulings.ts";
import type { Organisation } from "../organisation.ts";
import { numberOf } from "../organisation.ts";
import { isPrecedent } from "../precedentsFor.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Rulings` must answer. Nothing while no event tells which contract keeps them. */
export function expectedOfRulings(state: Organisation): readonly Expectation[] {
  const { rulings } = state.contracts;
  if (rulings === null) return [];
  const view = viewsOf("Rulings", rulings, rulingsAbi);
  return [...state.matters.values()].flatMap((matter) => [
    view("matterAt", [matter.id], {
      circle: numberOf(matter.circle),
      subject: numberOf(matter.subject),
      revision: matter.revision,
      rung: numberOf(matter.rung),
      deadline: matter.deadline,
      phase: matter.phase,
      strike: matter.strike,
    }),
    view("standsAsPrecedent", [matter.id], isPrecedent(state, matter)),
  ]);
}
