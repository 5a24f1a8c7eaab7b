import { WindowRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import { WaysOut } from "#app/pages/proposal/WaysOut.tsx";
import { countText, listText } from "#app/words/lists.ts";
import { adoptedBy, proposalState } from "#app/words/status.ts";
import { leftText, longMomentText, spanText } from "#app/words/time.ts";
import { answersText, silentOf, waitsText } from "#app/words/waits.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { countObjectors, currentVersion, windowOf } from "#sdk/chronicle/organisation.ts";
import { silentFromOf } from "#sdk/chronicle/statusOf.ts";

/** The window as a ring, the moment it closes, and where that comes from. */
export function Countdown({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, now, nameOf } = useView();
  const { status, word, until } = proposalState(proposal, now);
  const { closesAt, suspendedUntil } = proposal;
  const waits = waitsText(proposal);
  const silent = silentOf(organisation, proposal);
  const version = currentVersion(proposal);
  const end = closesAt + GRACE;
  const own = organisation.settings.get(proposal.circle)?.settings.window ?? 0;
  const giver = own > 0 ? proposal.circle : organisation.anchor;
  const name = organisation.roles.get(giver)?.words.name ?? "The anchor";
  const ring = { opensAt: version.opensAt, closesAt, now };
  const length = spanText(version.closesAt - version.opensAt);
  const source =
    windowOf(organisation, proposal.circle) === version.closesAt - version.opensAt
      ? `${name} gives ${length}, fixed when version ${version.version} opened.`
      : `${length}, as it was when version ${version.version} opened.`;
  switch (status) {
    case Status.Open:
      if (version.windowless || now >= closesAt) return <Waits proposal={proposal} />;
      return (
        <div className="countdown">
          <WindowRing
            {...ring}
            big={leftText((until ?? closesAt) - now)}
            small={version.windowless ? ["until", "it lapses"] : ["until silence", "is consent"]}
          />
          <p className="closes">
            {version.windowless ? "Lapses" : "Closes"} <b>{longMomentText(until ?? closesAt)}</b>
          </p>
          <p className="note">
            {version.windowless ? "Silence is no consent here. " : ""}
            {source}
            {closesAt > version.closesAt &&
              " It was put off: what held it up is over, and everybody shall see that before it closes."}
          </p>
          {waits !== undefined && <p className="note">{waits}</p>}
        </div>
      );
    case Status.Suspended:
      return (
        <div className="countdown">
          <WindowRing {...ring} tone="escalated" big="Suspended" small={["for a meeting"]} />
          <p className="closes">
            Nothing but a meeting adopts it before <b>{longMomentText(proposal.suspendedUntil)}</b>
          </p>
          <p className="note">Then a full window runs, to {longMomentText(closesAt)}.</p>
        </div>
      );
    case Status.Objected:
      return (
        <div className="countdown">
          <WindowRing {...ring} tone="escalated" big="Held open" small={[heldBy(proposal)]} />
          <p className="closes">Time alone does not adopt it.</p>
          <p className="note">
            It lapses on <b>{longMomentText(end)}</b>, if {lapseText(proposal)} then.
          </p>
          {now < suspendedUntil && (
            <p className="note">
              Besides, only a meeting adopts it before <b>{longMomentText(suspendedUntil)}</b>.
            </p>
          )}
        </div>
      );
    case Status.Suspended:
      return (
        <div className="countdown">
          <WindowRing
            opensAt={version.opensAt}
            closesAt={suspendedUntil}
            now={now}
            tone="escalated"
            big={leftText(suspendedUntil - now)}
            small={["left to", "a meeting"]}
          />
          <p className="closes">
            Nothing but a meeting adopts it before <b>{longMomentText(suspendedUntil)}</b>
          </p>
          <p className="note">
            If none does, a full window runs then, and closes <b>{longMomentText(closesAt)}</b>.
            Answers count all along.
          </p>
        </div>
      );
    case Status.Adopted:
      return (
        <div className="countdown">
          <WindowRing
            {...ring}
            tone="done"
            big="Adopted"
            small={[`${leftText(end - now)} to enact it`]}
          />
          <p className="closes">{sentence(adoptedBy(proposal))}</p>
          {silent.length > 0 && proposal.adoptedInMeeting === 0 && (
            <p className="note">Silent: {listText(silent.map(nameOf), 6)}.</p>
          )}
          <p className="note">
            Anyone may enact it until <b>{longMomentText(end)}</b>.
          </p>
        </div>
      );
    default:
      return (
        <div className="countdown">
          <WindowRing {...ring} tone="done" big={word} />
          {proposal.enactedAt > 0 && (
            <p className="closes">{sentence(`Adopted ${adoptedBy(proposal)}`)}</p>
          )}
          <p className="note">
            {countText(proposal.versions.length, "version")},{" "}
            {countText(proposal.objections.length, "objection")}.
          </p>
        </div>
      );
  }
}

/** Open, though its window is over or silence is no consent here: for whom it waits, and until when. */
function Waits({ proposal }: { readonly proposal: Proposal }) {
  const { now } = useView();
  const version = currentVersion(proposal);
  const end = version.windowless ? proposal.closesAt + GRACE : silentFromOf(proposal);
  return (
    <div className="countdown">
      <WindowRing
        opensAt={version.opensAt}
        closesAt={end}
        now={now}
        big={leftText(end - now)}
        small={
          version.windowless ? ["until it lapses", "unanswered"] : ["until silence", "is consent"]
        }
      />
      <p className="closes">{answersText(proposal)}.</p>
      <p className="note">{waitsText(proposal)}</p>
      {version.windowless && <WaysOut proposal={proposal} />}
    </div>
  );
}

function heldBy(proposal: Proposal): string {
  if (countObjectors(proposal) > 0) return "by an objection";
  return "while it is judged";
}

function lapseText(proposal: Proposal): string {
  return countObjectors(proposal) > 0 ? "the objection still stands" : "it is still stopped";
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
