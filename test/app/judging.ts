import type { Address } from "viem";

import type { Judgement } from "#sdk/chronicle/judgements.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Tenure } from "#sdk/chronicle/offices.ts";
import { Office, officeKey } from "#sdk/chronicle/offices.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";
import { ANCHOR, ANN, BEN, DAY, EVE, NOW, OPERATIONS, organisation } from "./organisation.ts";

const tenure = (circle: bigint, office: Office, holder: Address): [string, Tenure] => [
  officeKey(circle, office, 0),
  {
    circle,
    office,
    index: 0,
    holder,
    until: 0,
    surrogate: null,
    installedAt: NOW,
    installedBy: holder,
    election: null,
    past: [],
  },
];

/** Operations has Ben as facilitator and Ann as secretary; the anchor has Ben as secretary. */
export function officered(change: Partial<Organisation> = {}): Organisation {
  return organisation({
    tenures: new Map([
      tenure(OPERATIONS, Office.Facilitator, BEN),
      tenure(OPERATIONS, Office.Secretary, ANN),
      tenure(ANCHOR, Office.Secretary, BEN),
      tenure(ANCHOR, Office.Facilitator, ANN),
    ]),
    ...change,
  });
}

/** Ben's judgement that Eve's objection is to be discarded, open to appeal for three days. */
export function judgement(change: Partial<Judgement> = {}): Judgement {
  return {
    kind: "discard",
    about: EVE,
    by: BEN,
    reason: 0,
    text: "Nothing says what would suffer.",
    version: 1,
    objectedTo: 1,
    at: NOW,
    phase: Phase.Appealable,
    deadline: NOW + 3 * DAY,
    rung: null,
    judges: [],
    secondedAt: 0,
    appeals: [],
    settledAt: 0,
    stands: null,
    ...change,
  };
}

/** Ben's judgement that Dora's proposal is to be dropped. */
export function dropJudgement(change: Partial<Judgement> = {}): Judgement {
  return judgement({ kind: "drop", about: null, objectedTo: 0, ...change });
}
