import { Notice } from "#app/components/Notice.tsx";
import { useView } from "#app/model/view.ts";
import { changeTitle } from "#app/words/changes.ts";
import { conflictText } from "#app/words/conflicts.ts";
import { isSame } from "#app/words/people.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Which changes of a live proposal the record has left behind, and what can be done. */
export function Conflict({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, now, me, nameOf } = useView();
  const conflicts = conflictsOf(organisation, proposal);
  if (conflicts.length === 0) return null;
  const { changes } = currentVersion(proposal);
  const adopted = statusOf(proposal, now) === Status.Adopted;
  const who = isSame(proposal.proposer, me) ? "You" : nameOf(proposal.proposer);
  return (
    <Notice tone="bad" title="In conflict with what stands now">
      {conflicts.map((conflict) => (
        <p key={conflict.index}>
          <b>{changeTitle(organisation, conflict.change, proposal.circle, changes)}:</b>{" "}
          {conflictText(organisation, conflict)}
        </p>
      ))}
      <p>
        {adopted
          ? "All of it applies or none, so it cannot be enacted any more. It lapses by itself; what is still wanted is proposed anew, against what stands now."
          : `All of it applies or none, so it cannot be enacted as it is. ${who} can amend it against what stands now, or withdraw it.`}
      </p>
    </Notice>
  );
}
