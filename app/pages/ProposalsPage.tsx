import { useMemo, useState } from "react";
import { Link } from "wouter";

import { Button } from "#app/components/Button.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { SelectField } from "#app/components/Field.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Person } from "#app/components/Person.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import { proposalTitle } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { idText } from "#app/words/ids.ts";
import { proposalPath } from "#app/words/paths.ts";
import type { Stated } from "#app/words/status.ts";
import { isLive, proposalState } from "#app/words/status.ts";
import { conflictsOf } from "#sdk/chronicle/conflictsOf.ts";
import { Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { confirmationsNow, currentVersion } from "#sdk/chronicle/organisation.ts";

const FILTERS = [
  { value: "open", label: "Open" },
  { value: "past", label: "Past" },
  { value: "all", label: "All" },
] as const;

const EVERYWHERE = "everywhere";
const MOST = 100;

/** All proposals: what runs by the time left, what is past by when it ended. */
export function ProposalsPage() {
  const { organisation, now } = useView();
  const [filter, setFilter] = useState<string>("open");
  const [circle, setCircle] = useState(EVERYWHERE);
  const [most, setMost] = useState(MOST);
  const all = useMemo(
    () => sorted([...organisation.proposals.values()], now),
    [organisation.proposals, now],
  );
  const circles = [...new Set(all.map(({ proposal }) => proposal.circle))];
  const shown = all.filter(
    ({ proposal, state }) =>
      (circle === EVERYWHERE || idText(proposal.circle) === circle) &&
      (filter === "all" || isLive(state.status) === (filter === "open")),
  );
  return (
    <>
      <title>Proposals</title>
      <header className="head pair">
        <div>
          <h1>Proposals</h1>
          <p className="lede">What somebody wants to change, and what became of it.</p>
        </div>
      </header>
      <h2 className="vh">Those shown</h2>
      <div className="filters">
        <Segments label="Show" options={FILTERS} value={filter} onChange={setFilter} />
        {circles.length > 1 && (
          <SelectField
            label="In"
            value={circle}
            onChange={setCircle}
            options={[
              { value: EVERYWHERE, label: "all circles" },
              ...circles.map((id) => ({ value: idText(id), label: roleName(organisation, id) })),
            ]}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <Empty
          glyph="open"
          title={filter === "open" ? "Nothing waits for an answer" : "No proposal here"}
          act={<Button href="/">Choose a circle and propose a change</Button>}
        >
          A proposal opens a window. Whoever is a member may object; silence is consent.
        </Empty>
      ) : (
        <ul className="anns proposals">
          {shown.slice(0, most).map((entry) => (
            <Entry key={entry.proposal.id} {...entry} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <Button onClick={() => setMost((before) => before + MOST)}>
          Show {Math.min(MOST, shown.length - most)} more of {shown.length}
        </Button>
      )}
    </>
  );
}

interface Entry {
  readonly proposal: Proposal;
  readonly state: Stated;
}

function Entry({ proposal, state }: Entry) {
  const { organisation, now, nameOf } = useView();
  const version = currentVersion(proposal);
  const { status } = state;
  const answered = confirmationsNow(proposal).length;
  return (
    <li className="ann">
      <div className="ringcol">
        {status === Status.Open ? (
          <MiniRing opensAt={version.opensAt} closesAt={proposal.closesAt} now={now} />
        ) : (
          <Glyph name={state.glyph} size={40} />
        )}
      </div>
      <div>
        <p className="st1">
          <span className={`w ${state.glyph}`}>{state.word}</span>
          <span className="quiet num">{idText(proposal.id)}</span>
        </p>
        <h3>
          <Link href={proposalPath(proposal.id)}>{proposalTitle(organisation, proposal)}</Link>
        </h3>
        <Person
          address={proposal.proposer}
          name={nameOf(proposal.proposer)}
          role={`for ${roleName(organisation, proposal.asRole)}`}
          note={`in ${roleName(organisation, proposal.circle)}`}
        />
      </div>
      <div className="aside">
        <b>{state.rest}</b>
        {isLive(status) && (
          <p className="note">
            {answered} of {version.expected} without objection
            {version.version > 1 && `, version ${version.version}`}
          </p>
        )}
        {isLive(status) && conflictsOf(organisation, proposal).length > 0 && (
          <p className="note conflict">In conflict with what stands now</p>
        )}
      </div>
    </li>
  );
}

function sorted(proposals: readonly Proposal[], now: number): Entry[] {
  const entries = proposals.map((proposal) => ({ proposal, state: proposalState(proposal, now) }));
  const ended = ({ proposal }: Entry) =>
    Math.max(proposal.enactedAt, proposal.withdrawnAt, proposal.droppedAt, proposal.closesAt);
  return entries.sort((one, other) => {
    const [live, too] = [isLive(one.state.status), isLive(other.state.status)];
    if (live !== too) return live ? -1 : 1;
    if (live) return (one.state.until ?? 0) - (other.state.until ?? 0);
    return ended(other) - ended(one);
  });
}
