import { useState } from "react";
import { Link } from "wouter";

import { Crumbs } from "#app/components/Crumbs.tsx";
import { SelectField } from "#app/components/Field.tsx";
import { Person } from "#app/components/Person.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { State } from "#app/components/State.tsx";
import { useWindow } from "#app/model/useWindow.ts";
import { useView } from "#app/model/view.ts";
import { Answered } from "#app/pages/parts/Answered.tsx";
import { ChangeList } from "#app/pages/parts/ChangeView.tsx";
import { Countdown } from "#app/pages/parts/Countdown.tsx";
import { NotHere } from "#app/pages/parts/NotHere.tsx";
import { ProposalActs } from "#app/pages/parts/ProposalActs.tsx";
import { Timeline } from "#app/pages/parts/Timeline.tsx";
import { Conflict } from "#app/pages/proposal/Conflict.tsx";
import { Meetings } from "#app/pages/proposal/Meetings.tsx";
import { Objections } from "#app/pages/proposal/Objections.tsx";
import { Thread } from "#app/pages/proposal/Thread.tsx";
import { Validity } from "#app/pages/proposal/Validity.tsx";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { idText } from "#app/words/ids.ts";
import { actsAbout } from "#app/words/origins.ts";
import { pathOf } from "#app/words/paths.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { dayText } from "#app/words/time.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal, ProposalVersion } from "#sdk/chronicle/organisation.ts";
import { currentVersion } from "#sdk/chronicle/organisation.ts";
import { isUndecided, silentFromOf } from "#sdk/chronicle/statusOf.ts";

/** A proposal: why, what would change, who answered, and what the reader may do. */
export function ProposalPage({ id }: { readonly id: bigint }) {
  const { organisation } = useView();
  const proposal = organisation.proposals.get(id);
  if (proposal === undefined) return <NotHere what="proposal" id={id} />;
  return <ProposalView key={`${id}/${proposal.versions.length}`} proposal={proposal} />;
}

function ProposalView({ proposal }: { readonly proposal: Proposal }) {
  const view = useView();
  const { organisation, now, nameOf } = view;
  const state = proposalState(proposal, now);
  const current = currentVersion(proposal);
  const live = isLive(state.status);
  const title = proposalTitle(organisation, proposal);
  const circle = organisation.roles.get(proposal.circle);
  const [shown, setShown] = useState(String(current.version));
  const version = versionShown(proposal, shown);
  const number = `Proposal ${idText(proposal.id)}`;
  // Its window only: passing time to where it lapses is not what somebody means who waits for it to close.
  const running = isUndecided(proposal, now);
  useWindow(running ? proposal.closesAt : null);
  return (
    <>
      <title>{title}</title>
      <Crumbs items={crumbsOf(organisation, proposal.circle, { label: number })} />
      <div className="cols proposal">
        <div>
          <header className="head">
            <State kind={state.glyph} word={state.word}>
              {state.status === Status.Open ? versionText(proposal) : state.rest}
              {live && conflictsOf(organisation, proposal).length > 0 && ", in conflict"}
            </State>
            <h1>{title}</h1>
            <p className="by">
              <Person
                address={proposal.proposer}
                name={nameOf(proposal.proposer)}
                role={`for ${roleName(organisation, proposal.asRole)}`}
              />
              <span>
                proposed {dayText(proposal.openedAt)} in{" "}
                {circle === undefined ? (
                  roleName(organisation, proposal.circle)
                ) : (
                  <Link href={pathOf(circle)}>{circle.words.name}</Link>
                )}
              </span>
            </p>
          </header>
          <dl className="why3">
            <div>
              <dt>The tension</dt>
              <dd className="read">{version.reasons.tension}</dd>
            </div>
            {version.reality ? (
              <div>
                <dt>No example</dt>
                <dd className="quiet">
                  It claims only to make the record say what happens already; here that needs none.
                </dd>
              </div>
            ) : (
              <>
                <div>
                  <dt>What happened</dt>
                  <dd className="read">{version.reasons.example}</dd>
                </div>
                <div>
                  <dt>How this helps</dt>
                  <dd className="read">{version.reasons.explanation}</dd>
                </div>
              </>
            )}
          </dl>
          <section className="sec o4" aria-labelledby="change">
            <div className="sechead">
              <h2 id="change">{live ? "What would change" : "What was to change"}</h2>
              <Versions proposal={proposal} shown={shown} onShow={setShown} />
            </div>
            {live && <Conflict proposal={proposal} />}
            <Changes proposal={proposal} shown={shown} live={live} />
            {version.integrates !== "" && (
              <p className="note under">
                Version {version.version} means to integrate: <q>{version.integrates}</q>
              </p>
            )}
            {live && (
              <p className="note under">
                All of it applies, or none. If another change lands first, this one is refused and
                goes back to {nameOf(proposal.proposer)}.
              </p>
            )}
          </section>
          <Objections proposal={proposal} />
          <Validity proposal={proposal} />
          <Meetings proposal={proposal} />
          <Thread proposal={proposal} />
          <section className="sec o9" aria-labelledby="how">
            <h2 id="how">How it went</h2>
            <Timeline
              here={proposal.id}
              acts={actsAbout(organisation, proposal.id)}
              next={nextOf(proposal, state.status)}
            />
          </section>
        </div>
        <aside className="stick" aria-label="Where it stands">
          <Countdown proposal={proposal} />
          <Answered proposal={proposal} running={running} />
          <ProposalActs proposal={proposal} />
        </aside>
      </div>
    </>
  );
}

function versionText(proposal: Proposal): string {
  const { version } = currentVersion(proposal);
  if (version === 1) return "version 1";
  const after = proposal.objections.length === 0 ? "" : ", amended after an objection";
  return `version ${version} of ${version}${after}`;
}

function versionShown(proposal: Proposal, shown: string): ProposalVersion {
  const wanted = Number(shown.split(" ").at(-1));
  return proposal.versions.find(({ version }) => version === wanted) ?? currentVersion(proposal);
}

interface VersionsProps {
  readonly proposal: Proposal;
  readonly shown: string;
  readonly onShow: (shown: string) => void;
}

/** Which version is shown, or which two are compared. */
function Versions({ proposal, shown, onShow }: VersionsProps) {
  const { versions } = proposal;
  if (versions.length === 1) return null;
  const last = versions.length;
  const options = [
    ...versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` })),
    { value: `${last - 1} ${last}`, label: `${last - 1} against ${last}` },
  ];
  if (last <= 3) {
    return <Segments label="Version" options={options} value={shown} onChange={onShow} />;
  }
  return <SelectField label="Version" options={options} value={shown} onChange={onShow} />;
}

interface ChangesProps {
  readonly proposal: Proposal;
  readonly shown: string;
  readonly live: boolean;
}

function Changes({ proposal, shown, live }: ChangesProps) {
  const version = versionShown(proposal, shown);
  const old = shown.includes(" ") ? Number(shown.split(" ")[0]) : undefined;
  const against = proposal.versions.find((it) => it.version === old);
  const label =
    against === undefined
      ? live
        ? "If it is adopted"
        : "As proposed"
      : `Version ${version.version}`;
  return (
    <ChangeList
      changes={version.changes}
      circle={proposal.circle}
      label={label}
      today={live ? "Today" : "Before"}
      against={
        against === undefined
          ? undefined
          : { changes: against.changes, label: `Version ${against.version}` }
      }
    />
  );
}

/** What comes by itself, if nobody does anything. */
function nextOf(proposal: Proposal, status: Status) {
  const { closesAt, suspendedUntil } = proposal;
  const end = closesAt + GRACE;
  if (status === Status.Open) {
    const at = silentFromOf(proposal);
    return at > end
      ? { text: "It lapses, if somebody has still not answered.", at: end }
      : { text: "Silence is consent from here on.", at };
  }
  if (status === Status.Suspended) {
    return { text: "Without a meeting, a full window begins.", at: suspendedUntil };
  }
  if (status === Status.Objected) {
    return { text: "It lapses, if what stands against it still does.", at: end };
  }
  if (status === Status.Adopted) return { text: "It lapses, if nobody has enacted it.", at: end };
  return undefined;
}
