import { WindowRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import { WaysOut } from "#app/pages/proposal/WaysOut.tsx";
import { countText, listText } from "#app/words/lists.ts";
import { adoptedBy, proposalState } from "#app/words/status.ts";
import { leftText, longMomentText, spanText } from "#app/words/time.ts";
import { answersText, silentOf, waitsText } from "#app/words/waits.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation, Proposal } from "#sdk/chronicle/organisation.ts";
import { countObjectors, currentVersion, windowOf } from "#sdk/chronicle/organisation.ts";
import { silentFromOf } from "#sdk/chronicle/statusOf.ts";

interface Props {
  readonly proposal: Proposal;
}

/** The window as a ring, the moment it closes, and where that comes from. */
export function Countdown({ proposal }: Props) {
  const { now } = useView();
  const { status, word } = proposalState(proposal, now);
  const waits = currentVersion(proposal).windowless || now >= proposal.closesAt;
  switch (status) {
    case Status.Open:
      return waits ? <Waiting proposal={proposal} /> : <Open proposal={proposal} />;
    case Status.Suspended:
      return <Suspended proposal={proposal} />;
    case Status.Objected:
      return <Held proposal={proposal} />;
    case Status.Adopted:
      return <Adopted proposal={proposal} />;
    default:
      return <Over proposal={proposal} word={word} />;
  }
}

/** Its window runs. */
function Open({ proposal }: Props) {
  const { organisation, now } = useView();
  const { closesAt } = proposal;
  const { opensAt, closesAt: fixed } = currentVersion(proposal);
  const waits = waitsText(proposal);
  return (
    <div className="countdown">
      <WindowRing
        {...{ opensAt, closesAt, now }}
        big={leftText(closesAt - now)}
        small={["until silence", "is consent"]}
      />
      <p className="closes">
        Closes <b>{longMomentText(closesAt)}</b>
      </p>
      <p className="note">
        {sourceText(organisation, proposal)}
        {closesAt > fixed &&
          " It was put off: what held it up is over, and everybody shall see that before it closes."}
      </p>
      {waits !== undefined && <p className="note">{waits}</p>}
    </div>
  );
}

/** Where the length of the window comes from. */
function sourceText(organisation: Organisation, proposal: Proposal): string {
  const { version, opensAt, closesAt } = currentVersion(proposal);
  const length = spanText(closesAt - opensAt);
  if (windowOf(organisation, proposal.circle) !== closesAt - opensAt) {
    return `${length}, as it was when version ${version} opened.`;
  }
  const own = organisation.settings.get(proposal.circle)?.settings.window ?? 0;
  const giver = own > 0 ? proposal.circle : organisation.anchor;
  const name = organisation.roles.get(giver)?.words.name ?? "The anchor";
  return `${name} gives ${length}, fixed when version ${version} opened.`;
}

/** Open, though its window is over or silence is no consent here: for whom it waits, and until when. */
function Waiting({ proposal }: Props) {
  const { now } = useView();
  const { opensAt, windowless } = currentVersion(proposal);
  const end = windowless ? proposal.closesAt + GRACE : silentFromOf(proposal);
  return (
    <div className="countdown">
      <WindowRing
        {...{ opensAt, now }}
        closesAt={end}
        big={leftText(end - now)}
        small={windowless ? ["until it lapses", "unanswered"] : ["until silence", "is consent"]}
      />
      <p className="closes">{answersText(proposal)}.</p>
      <p className="note">{waitsText(proposal)}</p>
      {windowless && <WaysOut proposal={proposal} />}
    </div>
  );
}

/** Only a meeting adopts it for now. */
function Suspended({ proposal }: Props) {
  const { now } = useView();
  const { closesAt, suspendedUntil } = proposal;
  const { opensAt, windowless } = currentVersion(proposal);
  return (
    <div className="countdown">
      <WindowRing
        {...{ opensAt, now }}
        closesAt={suspendedUntil}
        tone="escalated"
        big={leftText(suspendedUntil - now)}
        small={["left to", "a meeting"]}
      />
      <p className="closes">
        Nothing but a meeting adopts it before <b>{longMomentText(suspendedUntil)}</b>
      </p>
      <p className="note">
        If none does, a full window runs then, until <b>{longMomentText(closesAt)}</b>.{" "}
        {windowless
          ? "Silence is no consent even then."
          : "Answers count all along; then silence is consent again."}
      </p>
    </div>
  );
}

/** An objection or a stop holds it. */
function Held({ proposal }: Props) {
  const { now } = useView();
  const { closesAt, suspendedUntil } = proposal;
  const objected = countObjectors(proposal) > 0;
  return (
    <div className="countdown">
      <WindowRing
        opensAt={currentVersion(proposal).opensAt}
        {...{ closesAt, now }}
        tone="escalated"
        big="Held open"
        small={[objected ? "by an objection" : "while it is judged"]}
      />
      <p className="closes">Time alone does not adopt it.</p>
      <p className="note">
        It lapses on <b>{longMomentText(closesAt + GRACE)}</b>, if{" "}
        {objected ? "the objection still stands" : "it is still stopped"} then.
      </p>
      {now < suspendedUntil && (
        <p className="note">
          Besides, only a meeting adopts it before <b>{longMomentText(suspendedUntil)}</b>.
        </p>
      )}
    </div>
  );
}

/** How it was adopted, who was silent, and how long it can be enacted. */
function Adopted({ proposal }: Props) {
  const { organisation, now, nameOf } = useView();
  const { closesAt, adoptedInMeeting } = proposal;
  const end = closesAt + GRACE;
  const silent = adoptedInMeeting > 0 ? [] : silentOf(organisation, proposal);
  return (
    <div className="countdown">
      <WindowRing
        opensAt={currentVersion(proposal).opensAt}
        {...{ closesAt, now }}
        tone="done"
        big="Adopted"
        small={[`${leftText(end - now)} to enact it`]}
      />
      <p className="closes">{sentence(adoptedBy(proposal))}</p>
      {silent.length > 0 && <p className="note">Silent: {listText(silent.map(nameOf), 6)}.</p>}
      <p className="note">
        Anyone may enact it until <b>{longMomentText(end)}</b>.
      </p>
    </div>
  );
}

function Over({ proposal, word }: Props & { readonly word: string }) {
  const { now } = useView();
  const { closesAt, enactedAt, versions, objections } = proposal;
  return (
    <div className="countdown">
      <WindowRing
        opensAt={currentVersion(proposal).opensAt}
        {...{ closesAt, now }}
        tone="done"
        big={word}
      />
      {enactedAt > 0 && <p className="closes">{sentence(`adopted ${adoptedBy(proposal)}`)}</p>}
      <p className="note">
        {countText(versions.length, "version")}, {countText(objections.length, "objection")}.
      </p>
    </div>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
