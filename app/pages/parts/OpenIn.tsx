import { Link } from "wouter";

import { State } from "#app/components/State.tsx";
import { useView } from "#app/model/view.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { proposalPath } from "#app/words/paths.ts";
import { announcementState, isLive, proposalState } from "#app/words/status.ts";

/** What runs in a circle now: proposals, and spending announced for its roles or, at the anchor, from its account. */
export function OpenIn({ circle }: { readonly circle: bigint }) {
  const { organisation, now, moneyOf } = useView();
  const proposals = [...organisation.proposals.values()]
    .filter((proposal) => proposal.circle === circle)
    .map((proposal) => ({ proposal, state: proposalState(proposal, now) }))
    .filter(({ state }) => isLive(state.status));
  const announcements = [...organisation.announcements.values()]
    .filter(({ asRole }) => {
      const served = asRole === circle || organisation.roles.get(asRole)?.circle === circle;
      return served || circle === organisation.anchor;
    })
    .map((announcement) => ({ announcement, state: announcementState(announcement, now) }))
    .filter(({ state }) => isLive(state.status));
  if (proposals.length + announcements.length === 0) {
    return (
      <p className="quiet">Nothing: no proposal waits for an answer, no spending is announced.</p>
    );
  }
  return (
    <ul className="rows tight">
      {proposals.map(({ proposal, state }) => (
        <li key={proposal.id}>
          <State kind={state.glyph} word={state.word}>
            <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>,{" "}
            {state.rest}
          </State>
        </li>
      ))}
      {announcements.map(({ announcement, state }) => (
        <li key={announcement.id}>
          <State kind={state.glyph} word={state.word}>
            <Link href="/treasury" state={{ announcement: String(announcement.id) }}>
              {moneyOf(announcement.payment.token).format(announcement.payment.amount)}
            </Link>
            , {state.rest}
          </State>
        </li>
      ))}
    </ul>
  );
}
