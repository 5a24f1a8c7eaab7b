import { Notice } from "#app/components/Notice.tsx";
import { useView } from "#app/model/view.ts";
import { changeTitle } from "#app/words/changes.ts";
import { isSame } from "#app/words/people.ts";
import { staleText } from "#app/words/stale.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { statusOf } from "#sdk/chronicle/statusOf.ts";

/** Which changes of a live proposal the record has left behind, and what can be done. */
export function Conflict({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, now, me, nameOf } = useView();
  const conflicts = conflictsOf(organisation, proposal);
  const { changes } = currentVersion(proposal);
  // What else keeps it from being applied, that the contract finds only when it is enacted.
  const others = changes.flatMap((change, index) =>
    conflicts.some((it) => it.index === index)
      ? []
      : (staleText(organisation, change, proposal.circle) ?? []),
  );
  if (conflicts.length === 0 && others.length === 0) return null;
  const adopted = statusOf(proposal, now) === Status.Adopted;
  const who = isSame(proposal.proposer, me) ? "You" : nameOf(proposal.proposer);
  return (
    <Notice
      tone="bad"
      title={
        conflicts.length === 0
          ? "As it is, it cannot be applied"
          : "In conflict: another change landed first"
      }
    >
      {conflicts.map(({ index, change }) => (
        <p key={index}>
          <b>{changeTitle(organisation, change, proposal.circle, changes)}:</b>{" "}
          {staleText(organisation, change, proposal.circle) ??
            "what it names is not there any more."}
        </p>
      ))}
      {others.map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
      <p>
        {adopted
          ? "All of it applies or none, so it cannot be enacted any more. It lapses by itself; what is still wanted is proposed anew, against what stands now."
          : `All of it applies or none, so it cannot be enacted as it is. ${who} can amend it against what stands now, or withdraw it.`}
      </p>
    </Notice>
  );
}
