import type { Can } from "#app/model/can/can.ts";
import { all, no, YES } from "#app/model/can/can.ts";
import { roundOpen } from "#app/model/can/canConfirmCandidate.ts";
import { nominator } from "#app/model/can/electing.ts";
import { samePerson } from "#app/model/roles.ts";
import type { Standpoint } from "#app/model/view.ts";
import type { Election } from "#sdk/chronicle/elections.ts";

/** Whether somebody can object to the candidate. */
export function canObjectToCandidate(view: Standpoint, election: Election): Can {
  return all(
    () => roundOpen(view, election),
    () => nominator(view, election),
    () => once(view, election),
  );
}

function once({ me }: Standpoint, election: Election): Can {
  const since = election.counts.at(-1)?.at ?? 0;
  const mine = election.objections.find(
    ({ by, candidate, at }) =>
      me !== null && samePerson(by, me) && candidate === election.candidate && at >= since,
  );
  if (mine === undefined) return YES;
  return no(
    "One objection for each candidate.",
    mine.withdrawnAt === 0 ? "Yours stands." : "You took yours back.",
    mine.withdrawnAt === 0 ? "Nothing to do: it holds the election." : "Confirm, or stay silent.",
  );
}
