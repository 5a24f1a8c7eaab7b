import { Link } from "wouter";

import { Person } from "#app/components/Person.tsx";
import { useView } from "#app/model/view.ts";
import { meetingPath } from "#app/words/paths.ts";
import { momentText } from "#app/words/time.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";

const ASKS = "asks for a meeting";

/** Who asked for a meeting, and the meeting on whose agenda it stands. */
export function Meetings({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, nameOf } = useView();
  const { meetingRequests, meeting } = proposal;
  const held = organisation.meetings.get(meeting);
  if (meetingRequests.length === 0 && held === undefined) return null;
  return (
    <section className="sec o5" aria-labelledby="meeting">
      <h2 id="meeting">
        {held === undefined ? "A meeting was asked for" : "It stands on a meeting’s agenda"}
      </h2>
      {held !== undefined && (
        <p>
          <Link href={meetingPath(meeting)}>The meeting of {momentText(held.startsAt)}</Link>
          {held.cancelledAt > 0 ? " was called off." : "."}
        </p>
      )}
      <ol className="thread">
        {meetingRequests.map(({ by, text, at, suspendedUntil }) => (
          <li key={`${by}${at}`}>
            <Person
              address={by}
              name={nameOf(by)}
              role={ASKS}
              note={`${momentText(at)}, so only a meeting adopts it before ${momentText(suspendedUntil)}`}
            />
            {text !== "" && <p className="read">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
