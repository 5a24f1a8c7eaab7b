import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inPhase, undecided } from "#app/model/can/judging.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

const APPEALABLE: ReadonlySet<Phase> = new Set([Phase.Appealable]);

/** Whether somebody can appeal against a judgement. */
export function canAppeal(view: Standpoint, proposal: Proposal, about: Address | null): Can {
  return all(
    () => undecided(view, proposal, "A judgement is appealed against"),
    () =>
      inPhase(
        view,
        proposal,
        about,
        APPEALABLE,
        "A judgement is appealed against within the time for it.",
      ),
    () => affected(view, proposal, about),
  );
}

function affected({ me, nameOf }: Standpoint, { proposer }: Proposal, about: Address | null): Can {
  const whom = about ?? proposer;
  if (me === null || samePerson(me, whom)) return YES;
  return no(
    "Whomever a judgement is against appeals: the objector, or the proposer against a drop.",
    `It is against ${nameOf(whom)}.`,
    `Tell ${nameOf(whom)} while there is time.`,
  );
}
