import type { Address } from "viem";

import { facilitationAbi } from "../../abi/facilitation.ts";
import { isBarred } from "../barred.ts";
import type { Judgement } from "../judgements.ts";
import type { Organisation, Proposal } from "../organisation.ts";
import { judgementOf, numberOf, rulingOf } from "../organisation.ts";
import { phaseOf } from "../phaseOf.ts";
import type { Expectation } from "./expectation.ts";
import { viewsOf } from "./expectation.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

/** What the views of `Facilitation` must answer at a time; nothing while no event tells which contract it is. */
export function expectedOfFacilitation(state: Organisation, time: number): readonly Expectation[] {
  const { facilitation } = state.contracts;
  // Which of two has judged what, no id says.
  const succeeded = [...state.former.values()].includes("facilitation");
  if (facilitation === null || succeeded) return [];
  const view = viewsOf("Facilitation", facilitation, facilitationAbi);
  return [...state.proposals.values()].flatMap((proposal) => {
    const judged = new Set(proposal.judgements.map(({ about }) => about));
    const judgements = [...judged].flatMap((about) => {
      const last = judgementOf(proposal, about);
      if (last === undefined) return [];
      const named: readonly [bigint, Address] = [proposal.id, about ?? NOBODY];
      return [
        view("judgementOf", named, wordOf(last)),
        view("phaseOf", named, phaseOf(proposal, last, time)),
      ];
    });
    const objectors = new Set(proposal.objections.map(({ by }) => by));
    const rulings = [...objectors].map((objector) =>
      view("rulingOf", [proposal.id, objector], rulingNumber(proposal, objector)),
    );
    const barred = [proposal.proposer, ...objectors].map((person) =>
      view(
        "isBarred",
        [proposal.id, person],
        isBarred(state, facilitation, proposal.id, person) === true,
      ),
    );
    return [...judgements, ...rulings, ...barred];
  });
}

function rulingNumber(proposal: Proposal, objector: Address): number {
  const ruling = rulingOf(proposal, objector);
  if (ruling === undefined) return 0;
  return ruling.violates ? 2 : 1;
}

function wordOf(judgement: Judgement) {
  const { by, deadline, rung, reason, phase, judges, version, objectedTo } = judgement;
  return {
    by,
    deadline,
    rung: rung === null ? 0 : numberOf(rung),
    reason,
    phase,
    judge: judges.at(-1) ?? NOBODY,
    version,
    objectedTo,
  };
}
