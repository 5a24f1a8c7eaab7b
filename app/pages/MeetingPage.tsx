import { Link } from "wouter";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { WindowRing } from "#app/components/WindowRing.tsx";
import { actingIn } from "#app/model/offices.ts";
import { useWindow } from "#app/model/useWindow.ts";
import { useView } from "#app/model/view.ts";
import { Agenda } from "#app/pages/parts/Agenda.tsx";
import { MeetingActs } from "#app/pages/parts/MeetingActs.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { idText } from "#app/words/ids.ts";
import { countText } from "#app/words/lists.ts";
import { meetingState, meetingTitle, PRESENCES, spanOfMeeting } from "#app/words/meetings.ts";
import { actsAbout } from "#app/words/origins.ts";
import { pathOf, proposalPath } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { dayText, leftText, longMomentText, momentText, spanText } from "#app/words/time.ts";
import type { Meeting } from "#sdk/chronicle/meetings.ts";
import { endOf, presentAt } from "#sdk/chronicle/meetings.ts";
import { Office } from "#sdk/chronicle/offices.ts";

/** A meeting: its notice, who is present, what is on the agenda, and what the reader may do. */
export function MeetingPage({ id }: { readonly id: bigint }) {
  const { organisation } = useView();
  const meeting = organisation.meetings.get(id);
  if (meeting === undefined) return <NotHere what="meeting" id={id} />;
  return <MeetingView key={String(id)} meeting={meeting} />;
}

function MeetingView({ meeting }: { readonly meeting: Meeting }) {
  const { organisation, now, nameOf } = useView();
  const state = meetingState(meeting, now);
  const title = meetingTitle(organisation, meeting);
  const circle = organisation.roles.get(meeting.circle);
  const request = organisation.specialRequests.get(meeting.request);
  const acts = [meeting.id, ...meeting.items]
    .flatMap((id) => actsAbout(organisation, id))
    .sort((one, other) => one.number - other.number);
  useWindow(state.until ?? null);
  return (
    <>
      <title>{title}</title>
      <Crumbs
        items={crumbsOf(organisation, meeting.circle, { label: `Meeting ${idText(meeting.id)}` })}
      />
      <div className="cols proposal meeting">
        <div>
          <header className="head">
            <State kind={state.glyph} word={state.word}>
              {state.rest}
            </State>
            <h1>{title}</h1>
            <p className="by">
              <Person address={meeting.scheduledBy} name={nameOf(meeting.scheduledBy)} />
              <span>
                called it {dayText(meeting.scheduledAt)}, with notice of{" "}
                {spanText(meeting.startsAt - meeting.scheduledAt)}
                {circle !== undefined && (
                  <>
                    , in <Link href={pathOf(circle)}>{circle.words.name}</Link>
                  </>
                )}
              </span>
            </p>
          </header>
          <div className="why3">
            {meeting.purpose !== "" && (
              <dl>
                <dt className="label">What for</dt>
                <dd className="read">{meeting.purpose}</dd>
              </dl>
            )}
            <Facts meeting={meeting} asker={request === undefined ? "" : nameOf(request.by)} />
          </div>
          <Agenda meeting={meeting} />
          <section className="sec o9" aria-labelledby="how">
            <h2 id="how">How it went</h2>
            <Timeline here={meeting.id} acts={acts} />
          </section>
        </div>
        <aside className="stick" aria-label="Where it stands">
          <MeetingCountdown meeting={meeting} />
          <Present meeting={meeting} />
          <MeetingActs meeting={meeting} />
        </aside>
      </div>
    </>
  );
}

/** When, about what, with how many. */
function Facts({ meeting, asker }: { readonly meeting: Meeting; readonly asker: string }) {
  const { organisation } = useView();
  const { startsAt, endsAt, limits, quorum } = meeting;
  const view = useView();
  const acting = (office: Office) => {
    const person = actingIn(view, "meetings", meeting.id, meeting.circle, office);
    return person === undefined ? "nobody" : view.nameOf(person);
  };
  return (
    <dl className="facts">
      <dt>When</dt>
      <dd>{spanOfMeeting(startsAt, endsAt)}</dd>
      {asker !== "" && (
        <>
          <dt>Asked for by</dt>
          <dd>{asker}</dd>
        </>
      )}
      <dt>About</dt>
      <dd>
        {limits.length === 0
          ? "any tension of those present"
          : limits.map((id) => {
              const proposal = organisation.proposals.get(id);
              if (proposal === undefined) return null;
              return (
                <span key={id} className="origin">
                  only <Link href={proposalPath(id)}>{proposalTitle(organisation, proposal)}</Link>
                </span>
              );
            })}
      </dd>
      <dt>Quorum</dt>
      <dd>
        {quorum === 0
          ? "none: those present decide"
          : `${countText(quorum, "member")} present, for it to adopt`}
      </dd>
      <dt>Facilitates</dt>
      <dd>{acting(Office.Facilitator)}</dd>
      <dt>Writes</dt>
      <dd>{acting(Office.Secretary)}, as secretary</dd>
    </dl>
  );
}

/** The time to its beginning, or to its end. */
function MeetingCountdown({ meeting }: { readonly meeting: Meeting }) {
  const { now } = useView();
  const { is, word } = meetingState(meeting, now);
  const end = endOf(meeting);
  const { scheduledAt, startsAt } = meeting;
  if (is === "announced") {
    return (
      <div className="countdown">
        <WindowRing
          opensAt={scheduledAt}
          closesAt={startsAt}
          now={now}
          big={leftText(startsAt - now)}
          small={["until it", "begins"]}
        />
        <p className="closes">
          Begins <b>{longMomentText(startsAt)}</b>
        </p>
      </div>
    );
  }
  if (is === "running") {
    return (
      <div className="countdown">
        <WindowRing
          opensAt={startsAt}
          closesAt={end}
          now={now}
          big={leftText(end - now)}
          small={["until it", "ends"]}
        />
        <p className="closes">
          Ends <b>{longMomentText(end)}</b>
        </p>
        <p className="note">
          {end === meeting.endsAt
            ? "As scheduled."
            : `As extended; ${momentText(meeting.endsAt)} was scheduled.`}
        </p>
      </div>
    );
  }
  return (
    <div className="countdown">
      <WindowRing opensAt={startsAt} closesAt={end} now={now} tone="done" big={word} />
      <p className="note">{countText(meeting.items.length, "item")} on the agenda.</p>
    </div>
  );
}

/** Who is there, and how. */
function Present({ meeting }: { readonly meeting: Meeting }) {
  const { organisation, me, now, nameOf } = useView();
  const { is } = meetingState(meeting, now);
  if (is === "announced" || is === "cancelled") return null;
  // Afterwards everybody who was there, also who left early.
  const there = is === "over" ? meeting.attendance : presentAt(meeting);
  const members = organisation.roles.get(meeting.circle)?.members.length ?? 0;
  return (
    <section className="answered" aria-labelledby="present">
      <h3 id="present">{headOf(there.length, is === "over")}</h3>
      <p className="note">{countText(members, "member")} in the circle.</p>
      <ul>
        {there.map(({ person, presence, guestOf, from }) => (
          <li key={`${person}${from}`}>
            <Person
              address={person}
              name={isSame(person, me) ? `${nameOf(person)}, you` : nameOf(person)}
              size={24}
              note={
                guestOf === null
                  ? undefined
                  : `with ${nameOf(guestOf.host)}, for ${roleName(organisation, guestOf.circle)}: ${guestOf.tension}`
              }
            />
            <span>{PRESENCES[presence]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function headOf(people: number, over: boolean): string {
  if (people === 0) return over ? "Nobody was present" : "Nobody is present";
  const [one, many] = over ? ["person was", "people were"] : ["person is", "people are"];
  return `${countText(people, one, many)} present`;
}
