import { Link } from "wouter";

import { State } from "#app/components/State.tsx";
import { useView } from "#app/model/view.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { electionState, subjectText } from "#app/words/elections.ts";
import { meetingState } from "#app/words/meetings.ts";
import { electionPath, meetingPath, proposalPath } from "#app/words/paths.ts";
import { announcementState, isLive, proposalState } from "#app/words/status.ts";
import { leftText, momentText } from "#app/words/time.ts";
import { isRunning } from "#sdk/chronicle/stepOf.ts";

/** What runs in a circle now: meetings, elections, proposals, and spending announced for its roles or, at the anchor, from its account. */
export function OpenIn({ circle }: { readonly circle: bigint }) {
  const { organisation, now, moneyOf, nameOf } = useView();
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
  const elections = [...organisation.elections.values()]
    .filter(({ subject }) => subject.circle === circle)
    .map((election) => ({ election, state: electionState(organisation, election, now) }))
    .filter(({ state }) => isRunning(state.step));
  const meetings = [...organisation.meetings.values()]
    .filter((meeting) => meeting.circle === circle)
    .map((meeting) => ({ meeting, state: meetingState(meeting, now) }))
    .filter(({ state }) => state.is === "announced" || state.is === "running");
  if (proposals.length + announcements.length + elections.length + meetings.length === 0) {
    return (
      <p className="quiet">
        Nothing: no proposal waits for an answer, nobody is being elected, no meeting is called, no
        spending is announced.
      </p>
    );
  }
  return (
    <ul className="rows tight">
      {meetings.map(({ meeting, state }) => (
        <li key={meeting.id}>
          <State kind={state.glyph} word={state.word}>
            <Link href={meetingPath(meeting.id)}>{momentText(meeting.startsAt)}</Link>, {state.rest}
          </State>
        </li>
      ))}
      {elections.map(({ election, state }) => (
        <li key={election.id}>
          <State kind={state.glyph} word="Election">
            <Link href={electionPath(election.id)}>
              {subjectText(organisation, election.subject, nameOf)}
            </Link>
            , {state.word.toLowerCase()}
            {state.until !== undefined && `, ${leftText(state.until - now)} left`}
          </State>
        </li>
      ))}
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
