import { useView } from "#app/model/view.ts";
import { Ladder } from "#app/pages/parts/Ladder.tsx";
import { isJudgementOpen } from "#app/pages/proposal/isJudgementOpen.ts";
import { JudgementActs } from "#app/pages/proposal/JudgementActs.tsx";
import { Judges } from "#app/pages/proposal/Judges.tsx";
import { dropRungsOf } from "#app/words/judgements.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { standingObjections } from "#sdk/chronicle/organisation.ts";
import { isUndecided } from "#sdk/chronicle/statusOf.ts";

/** What was judged about the proposal itself: whether it is to be dropped. */
export function Validity({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const rungs = dropRungsOf(view, proposal, view.now);
  if (rungs.length === 0) return null;
  const live = isUndecided(proposal, view.now);
  const open = isJudgementOpen(proposal, null, view.now);
  return (
    <section className="sec o5" aria-labelledby="validity">
      <h2 id="validity">Whether it is valid at all</h2>
      <div className="objection">
        <p className="note">
          {proposal.stopped
            ? "It is stopped, as by an objection, until this is settled."
            : "It does not stop the proposal any more."}
        </p>
        <Ladder label="What was judged" rungs={rungs} />
        {live && open && <JudgementActs proposal={proposal} about={null} />}
      </div>
      {live && open && standingObjections(proposal).length === 0 && <Judges proposal={proposal} />}
    </section>
  );
}
