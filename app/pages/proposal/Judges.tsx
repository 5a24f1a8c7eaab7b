import { matterOf } from "#app/model/can/judging.ts";
import { declaredText, holderText } from "#app/model/can/officers.ts";
import { actsFor } from "#app/model/offices.ts";
import { useView } from "#app/model/view.ts";
import { StandInAct } from "#app/pages/proposal/StandInAct.tsx";
import { STAND_IN_RULE } from "#app/words/offices.ts";
import { Office } from "#sdk/chronicle/offices.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

const OFFICES = [Office.Facilitator, Office.Secretary] as const;

/** Who judges in the matter of a proposal, and who may stand in. */
export function Judges({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const matter = matterOf(proposal);
  return (
    <details className="fold judges">
      <summary>
        <span className="ptitle">Who judges here</span>
      </summary>
      <ul>
        {OFFICES.map((office) => (
          <li key={office}>
            <p>
              {holderText(view, proposal.circle, office)}
              {declaredText(view, matter, office)}
            </p>
            {!actsFor(view, "facilitation", proposal.id, proposal.circle, office, view.me) && (
              <StandInAct proposal={proposal} office={office} />
            )}
          </li>
        ))}
      </ul>
      <p className="note">{STAND_IN_RULE}</p>
    </details>
  );
}
