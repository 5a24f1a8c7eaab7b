import type { Address } from "viem";

import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { inPhase, judges, undecided } from "#app/model/can/judging.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import { Phase } from "#sdk/chronicle/judgements.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { judgementOf } from "#sdk/chronicle/organisation.ts";

const SECONDING: ReadonlySet<Phase> = new Set([Phase.Seconding]);

/** Whether somebody can second a judgement of the outermost circle's facilitator. */
export function canSecond(view: Standpoint, proposal: Proposal, about: Address | null): Can {
  return all(
    () => undecided(view, proposal, "A judgement is seconded"),
    () =>
      inPhase(
        view,
        proposal,
        about,
        SECONDING,
        "In the outermost circle a judgement counts once the secretary has seconded it, in time.",
      ),
    () => judges(view, proposal, Office.Secretary, about),
    () => another(view, proposal, about),
  );
}

function another({ me, nameOf }: Standpoint, proposal: Proposal, about: Address | null): Can {
  const by = judgementOf(proposal, about)?.by;
  if (me === null || by === undefined || !samePerson(by, me)) return YES;
  return no(
    "Two people judge in the outermost circle.",
    `${nameOf(by)} judged it.`,
    "Somebody else declares to stand in as secretary for this proposal.",
  );
}
