import { Link } from "wouter";

import { State } from "#app/components/State.tsx";
import { useView } from "#app/model/view.ts";
import { enacting } from "#app/pages/waiting/enacting.ts";
import { forAnyone } from "#app/pages/waiting/forAnyone.ts";
import { ActButton } from "#app/pages/waiting/ItemCard.tsx";
import { toSettle } from "#app/pages/waiting/judging.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { proposalPath } from "#app/words/paths.ts";
import { adoptedBy } from "#app/words/status.ts";
import { leftText } from "#app/words/time.ts";
import { GRACE } from "#sdk/chronicle/lifecycle.ts";

/** Adopted proposals that anyone may enact, and judgements that anyone may settle. */
export function Anyone() {
  const view = useView();
  const { organisation, now } = view;
  const adopted = forAnyone(view);
  const decided = toSettle(view);
  if (adopted.length + decided.length === 0) return null;
  return (
    <section className="more" aria-labelledby="anyone">
      <h2 id="anyone">For anyone to do</h2>
      <ul className="rows">
        {adopted.map((proposal) => (
          <li key={proposal.id} className="pair">
            <State kind="adopted">
              <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>,{" "}
              {adoptedBy(proposal)}
            </State>
            <span className="acts">
              <span className="note num">{leftText(proposal.closesAt + GRACE - now)} left</span>
              <ActButton act={enacting(organisation, proposal)} />
            </span>
          </li>
        ))}
        {decided.map(({ proposal, key, act }) => (
          <li key={key} className="pair">
            <State kind="waiting" word="Judged">
              about{" "}
              <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>,
              and time has decided
            </State>
            <span className="acts">
              <ActButton act={act} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
