import { Link } from "wouter";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { State } from "#app/components/State.tsx";
import { WindowRing } from "#app/components/WindowRing.tsx";
import { talliesOf } from "#app/model/candidates.ts";
import { useWindow } from "#app/model/useWindow.ts";
import { useView } from "#app/model/view.ts";
import { ElectionActs } from "#app/pages/parts/ElectionActs.tsx";
import { ElectionSteps } from "#app/pages/parts/ElectionSteps.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import {
  countSentence,
  electionState,
  electionTitle,
  FALLS,
  isWilling,
  TIE_CHOICES,
} from "#app/words/elections.ts";
import { idText } from "#app/words/ids.ts";
import { countText, listText, numberWord } from "#app/words/lists.ts";
import { actsAbout } from "#app/words/origins.ts";
import { pathOf } from "#app/words/paths.ts";
import { isSame } from "#app/words/people.ts";
import { dayText, leftText, longMomentText, momentText, spanText } from "#app/words/time.ts";
import type { Ballot, Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep, Tie } from "#sdk/chronicle/elections.ts";
import { electionAt, isRunning } from "#sdk/chronicle/stepOf.ts";

/** An election: what it is about, where it stands, what was said, and what the reader may do. */
export function ElectionPage({ id }: { readonly id: bigint }) {
  const { organisation } = useView();
  const election = organisation.elections.get(id);
  if (election === undefined) return <NotHere what="election" id={id} />;
  return <ElectionView key={String(id)} election={election} />;
}

function ElectionView({ election }: { readonly election: Election }) {
  const { organisation, now, nameOf } = useView();
  const { subject, calledBy, calledAt, reason } = election;
  const state = electionState(organisation, election, now);
  const title = electionTitle(organisation, subject, nameOf);
  const circle = organisation.roles.get(subject.circle);
  // Its step only: passing time to where it lapses is not what somebody means who waits for it to go on.
  const ends = electionAt(election, now).endsAt;
  useWindow(
    isRunning(state.step) && state.step !== ElectionStep.Counting && now < ends ? ends : null,
  );
  return (
    <>
      <title>{title}</title>
      <Crumbs
        items={crumbsOf(organisation, subject.circle, { label: `Election ${idText(election.id)}` })}
      />
      <div className="cols proposal election">
        <div>
          <header className="head">
            <State kind={state.glyph} word={state.word}>
              {state.rest}
            </State>
            <h1>{title}</h1>
            <p className="by">
              <Person address={calledBy} name={nameOf(calledBy)} />
              <span>
                called it {dayText(calledAt)}
                {circle !== undefined && (
                  <>
                    {" "}
                    in <Link href={pathOf(circle)}>{circle.words.name}</Link>
                  </>
                )}
              </span>
            </p>
          </header>
          <div className="why3">
            {reason !== "" && (
              <dl>
                <dt className="label">Why now</dt>
                <dd className="read">{reason}</dd>
              </dl>
            )}
            <ElectionSteps election={election} />
          </div>
          <Fixed election={election} />
          <Nominations election={election} />
          <Rounds election={election} />
          <section className="sec o9" aria-labelledby="how">
            <h2 id="how">How it went</h2>
            <Timeline here={election.id} acts={actsAbout(organisation, election.id)} />
          </section>
        </div>
        <aside className="stick" aria-label="Where it stands">
          <ElectionCountdown election={election} />
          <ElectionActs election={election} />
        </aside>
      </div>
    </>
  );
}

/** The step as a ring, and when it ends. */
function ElectionCountdown({ election }: { readonly election: Election }) {
  const { organisation, now, nameOf } = useView();
  const state = electionState(organisation, election, now);
  const { until, from, step, word } = state;
  const ring = { opensAt: from, closesAt: until ?? now, now };
  if (step === ElectionStep.Elected) {
    const name = election.elected === null ? "" : nameOf(election.elected.person);
    return (
      <div className="countdown">
        <WindowRing {...ring} tone="done" big="Elected" small={[name]} />
        <p className="closes">
          {name}, until <b>{dayText(election.elected?.until ?? 0)}</b>
        </p>
      </div>
    );
  }
  if (until === undefined) {
    return (
      <div className="countdown">
        <WindowRing {...ring} tone="done" big={word} />
        <p className="note">{state.rest}.</p>
      </div>
    );
  }
  return (
    <div className="countdown">
      <WindowRing
        {...ring}
        tone={state.glyph === "objected" ? "escalated" : "open"}
        big={leftText(until - now)}
        small={ENDS[step] ?? ["until it", "goes on"]}
      />
      <p className="closes">
        {word} to <b>{longMomentText(until)}</b>
      </p>
      <p className="note">{NOTES[step]}</p>
    </div>
  );
}

const ENDS: { readonly [step in ElectionStep]?: readonly string[] } = {
  [ElectionStep.Called]: ["until any member", "may open it"],
  [ElectionStep.Sealing]: ["until all", "are sealed"],
  [ElectionStep.Sharing]: ["until all", "are shared"],
  [ElectionStep.Changing]: ["until the", "count"],
  [ElectionStep.Counting]: ["until it", "lapses"],
  [ElectionStep.Choosing]: ["until it is", "counted again"],
  [ElectionStep.Consenting]: ["until silence is", "no objection"],
};

const NOTES: { readonly [step in ElectionStep]?: string } = {
  [ElectionStep.Sealing]: "Sooner, when every member has nominated.",
  [ElectionStep.Sharing]: "Sooner, when all who sealed one have shared it.",
  [ElectionStep.Changing]: "Sooner, when all have changed theirs or kept it.",
  [ElectionStep.Choosing]: "Sooner, when all who were asked have chosen.",
  [ElectionStep.Consenting]: "Sooner, when all who nominated have confirmed.",
};

/** What the opening fixed, and nothing later changes. */
function Fixed({ election }: { readonly election: Election }) {
  const { organisation, nameOf } = useView();
  const { openedBy, openedAt, term, tie, expected, window, notice, subject } = election;
  if (openedBy === null) {
    return (
      <section className="sec o4" aria-labelledby="fixed">
        <h2 id="fixed">What will be fixed</h2>
        <p className="quiet">
          Whoever opens it states the term and how a tie is broken. With that the members of{" "}
          {roleName(organisation, subject.circle)} and the times are fixed for this election.
        </p>
      </section>
    );
  }
  return (
    <section className="sec o4" aria-labelledby="fixed">
      <h2 id="fixed">What was fixed</h2>
      <dl className="facts">
        <dt>Term</dt>
        <dd>{spanText(term)}, from the day it is concluded</dd>
        <dt>A tie is decided by</dt>
        <dd>
          {TIE_CHOICES[tie]}
          {tie !== Tie.Random && "; else the lot"}
        </dd>
        <dt>Asked to nominate</dt>
        <dd>{countText(expected, "member")}</dd>
        <dt>Times</dt>
        <dd>
          {spanText(window)} to nominate and again to object; {spanText(notice)} for each step
          between
        </dd>
        <dt>Opened</dt>
        <dd>
          by {nameOf(openedBy)}, {momentText(openedAt)}
        </dd>
      </dl>
    </section>
  );
}

/** Who nominated whom, and why; while they are sealed, only who has. */
function Nominations({ election }: { readonly election: Election }) {
  const { nameOf, now, organisation } = useView();
  if (election.openedBy === null) return null;
  const { step } = electionState(organisation, election, now);
  const { ballots } = election;
  const shared = ballots.filter((ballot) => ballot.shared !== null);
  const sealed = ballots.filter((ballot) => ballot.shared === null);
  const waits = step === ElectionStep.Sealing || step === ElectionStep.Sharing;
  return (
    <section className="sec o5" aria-labelledby="nominations">
      <h2 id="nominations">{shared.length === 0 ? "Nominations, sealed" : "Who nominated whom"}</h2>
      {ballots.length === 0 && (
        <p className="quiet">
          {step === ElectionStep.Sealing ? "None yet." : "Nobody nominated anybody."}
        </p>
      )}
      {talliesOf(election).map(({ person, ballots: own, fallen }) => (
        <article key={person} className={fallen ? "tally fallen" : "tally"}>
          <header className="pair">
            <Person
              address={person}
              name={nameOf(person)}
              size={32}
              note={fallen ? "counts no more" : undefined}
            />
            <span className="tallynum" title={countText(own.length, "nomination")}>
              {countText(own.length, "nomination")}
            </span>
          </header>
          <ul>
            {own.map((ballot) => (
              <Nomination key={ballot.by} ballot={ballot} />
            ))}
          </ul>
        </article>
      ))}
      {sealed.length > 0 && (
        <p className="note sealed">
          <Glyph name="silent" size={18} />
          <span>
            {waits ? "Sealed" : "Sealed, and never opened"}:{" "}
            {listText(sealed.map(({ by }) => nameOf(by)))}.
          </span>
        </p>
      )}
    </section>
  );
}

/** One nomination with its reason; one that was changed with what it was before. */
function Nomination({ ballot }: { readonly ballot: Ballot }) {
  const { nameOf } = useView();
  const { by, shared, changed, choices } = ballot;
  if (shared === null) return null;
  const moved = changed !== null && !isSame(changed.nominee, shared.nominee);
  const chose = choices.at(-1);
  return (
    <li>
      <Person address={by} name={nameOf(by)} size={24} />
      <blockquote className="read">{changed?.reason ?? shared.reason}</blockquote>
      {moved && (
        <p className="note">
          First {nameOf(shared.nominee)}: <q>{shared.reason}</q>
        </p>
      )}
      {changed !== null && !moved && (
        <p className="note">
          Kept. First: <q>{shared.reason}</q>
        </p>
      )}
      {chose !== undefined && (
        <p className="note">Chosen among the tied, {momentText(chose.at)}.</p>
      )}
    </li>
  );
}

/** Every count: who was proposed, what broke a tie, what was objected, how a candidate fell. */
function Rounds({ election }: { readonly election: Election }) {
  const { organisation, nameOf } = useView();
  const { counts, ties, fallen } = election;
  if (counts.length + ties.length === 0) return null;
  return (
    <section className="sec o5" aria-labelledby="counts">
      <h2 id="counts">
        {counts.length <= 1 ? "The count" : `${numberWord(counts.length)} counts`}
      </h2>
      {ties.map((tie) => (
        <p key={tie.at} className="st alone">
          <Glyph name="question" size={18} />
          <span>
            {momentText(tie.at)}: {listText(tie.tied.map(nameOf))} were tied. Those who nominated
            somebody else were asked to choose.
          </span>
        </p>
      ))}
      {counts.map((count, round) => {
        const last = round === counts.length - 1;
        const fell = fallen[round];
        const next = counts[round + 1]?.at ?? Number.POSITIVE_INFINITY;
        const objections = election.objections.filter(
          ({ candidate, at }) => isSame(candidate, count.candidate) && at >= count.at && at < next,
        );
        return (
          <article key={count.at} className="round">
            <p>
              <b>{momentText(count.at)}</b> {countSentence(count, nameOf)}
            </p>
            {objections.map((objection) => (
              <div
                key={`${objection.by}${objection.at}`}
                className={objection.withdrawnAt === 0 && fell === undefined ? "esc" : "esc over"}
              >
                <blockquote className="read">{objection.reason}</blockquote>
                <footer>
                  {nameOf(objection.by)} objected, {momentText(objection.at)}
                  {objection.withdrawnAt > 0 && `; taken back ${momentText(objection.withdrawnAt)}`}
                </footer>
              </div>
            ))}
            {fell !== undefined && (
              <p className="st alone">
                <Glyph name="discarded" size={18} />
                <span>
                  {nameOf(fell.candidate)}: {FALLS[fell.how]}
                  {fell.reason === "" ? "" : `, “${fell.reason}”`}. The nominations count no more.
                </span>
              </p>
            )}
            {last &&
              fell === undefined &&
              count.candidate !== null &&
              election.elected === null && (
                <p className="note">
                  {isWilling(organisation, election)
                    ? `${nameOf(count.candidate)} is willing. `
                    : `${nameOf(count.candidate)} has not said yet whether they are willing. `}
                  {election.confirmed.length > 0 &&
                    `No objection: ${listText(election.confirmed.map(nameOf))}.`}
                </p>
              )}
          </article>
        );
      })}
    </section>
  );
}
