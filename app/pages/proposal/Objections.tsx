import { useView } from "#app/model/view.ts";
import { Ladder } from "#app/pages/parts/Ladder.tsx";
import { ObjectionCard } from "#app/pages/parts/Objection.tsx";
import { Judges } from "#app/pages/proposal/Judges.tsx";
import { ObjectionActs } from "#app/pages/proposal/ObjectionActs.tsx";
import { rungsOf } from "#app/words/judgements.ts";
import { countText, numberWord } from "#app/words/lists.ts";
import type { Objection, Proposal } from "#sdk/chronicle/organisation.ts";
import { lastObjectionOf, standingObjections } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** Every objection, with what was asked and judged about it and what can be done. */
export function Objections({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const { objections } = proposal;
  if (objections.length === 0) return null;
  const live = isUndecided(proposal, view.now);
  return (
    <section className="sec o5" aria-labelledby="objections">
      <h2 id="objections">
        {numberWord(objections.length)} objection{objections.length === 1 ? "" : "s"},{" "}
        {howText(proposal)}
      </h2>
      {objections.map((objection) => (
        <ObjectionCard
          key={`${objection.by}${objection.version}`}
          proposal={proposal}
          objection={objection}
        >
          <Ladder
            label="What was asked and judged"
            rungs={rungsOf(view, proposal, objection, view.now)}
          />
          {live && isLast(proposal, objection) && (
            <ObjectionActs proposal={proposal} objection={objection} />
          )}
        </ObjectionCard>
      ))}
      {live && standingObjections(proposal).length > 0 && <Judges proposal={proposal} />}
    </section>
  );
}

/** Whether it stands and is its author's last: that is the one that is judged. */
function isLast(proposal: Proposal, objection: Objection): boolean {
  return objection.ended === null && lastObjectionOf(proposal, objection.by) === objection;
}

function howText(proposal: Proposal): string {
  const { objections } = proposal;
  const standing = standingObjections(proposal).length;
  if (standing === objections.length) return "standing";
  if (standing > 0) return `${countText(standing, "objection")} standing`;
  return objections.every(({ ended }) => ended?.how === "resolved") ? "integrated" : "none stands";
}
