import { rulingsAbi } from "../../abi/rulings.ts";
import { rulingStands } from "../governance.ts";
import type { Organisation } from "../organisation.ts";
import { emitterOf, numberOf } from "../organisation.ts";
import { strikePhaseAt } from "../rulings.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

/** What the views of `Rulings` must answer at a time; nothing while no event tells which contract it is. */
export function expectedOfRulings(state: Organisation, time: number): readonly Expectation[] {
  const { rulings } = state.contracts;
  if (rulings === null) return [];
  const viewOf = (id: bigint) => viewsOf("Rulings", emitterOf(state, id) ?? rulings, rulingsAbi);
  const interpretations = [...state.interpretations.values()].flatMap((about) => {
    const { id, circle, object, revision, rung, step, acted } = about;
    const view = viewOf(id);
    const word = {
      circle: numberOf(circle),
      object: numberOf(object),
      revision,
      rung: numberOf(rung),
      step,
    };
    return [
      view("interpretationAt", [id], word),
      view("rulingStands", [id], rulingStands(state, about)),
      ...acted.map((person) => view("isBarred", [id, person], true)),
    ];
  });
  const strikes = [...state.strikes.values()].flatMap((strike) => {
    const { id, circle, object, revision, deadline, phase, acted } = strike;
    const view = viewOf(id);
    const where = { circle: numberOf(circle), object: numberOf(object) };
    return [
      view("strikeAt", [id], { ...where, revision, deadline, phase }),
      view("phaseAt", [id], strikePhaseAt(strike, time)),
      ...acted.map((person) => view("isBarred", [id, person], true)),
    ];
  });
  return [...interpretations, ...strikes];
}
