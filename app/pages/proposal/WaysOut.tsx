import { Link } from "wouter";

import { useView } from "#app/model/view.ts";
import { roleName } from "#app/words/changes.ts";
import { circlePath, composePath } from "#app/words/paths.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

/** What can be done where silence is no consent and somebody is silent. */
export function WaysOut({ proposal }: { readonly proposal: Proposal }) {
  const { organisation } = useView();
  const { circle } = proposal;
  return (
    <section className="waysout" aria-labelledby="waysout">
      <h3 id="waysout">Three ways out of silence</h3>
      <ul className="points">
        <li>Ask for a meeting, below: whoever is there decides.</li>
        <li>
          Propose a time limit: <Link href={composePath(circle)}>settings</Link> in which silence is
          consent.
        </li>
        <li>
          The lead of <Link href={circlePath(circle)}>{roleName(organisation, circle)}</Link>{" "}
          reassigns the roles of whoever is silent.
        </li>
      </ul>
    </section>
  );
}
