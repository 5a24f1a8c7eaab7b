import { WindowRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import { countText } from "#app/words/lists.ts";
import { adoptedBy, proposalState } from "#app/words/status.ts";
import { leftText, longMomentText, spanText } from "#app/words/time.ts";
import { GRACE, Status } from "#sdk/chronicle/lifecycle.ts";
import type { Proposal } from "#sdk/chronicle/organisation.ts";
import { currentVersion, windowOf } from "#sdk/chronicle/organisation.ts";

/** The window as a ring, the moment it closes, and where that comes from. */
export function Countdown({ proposal }: { readonly proposal: Proposal }) {
  const { organisation, now } = useView();
  const { status, word, until } = proposalState(proposal, now);
  const { closesAt } = proposal;
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
              " It was put off, so that everybody sees the objection gone before it closes."}
          </p>
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
          <WindowRing {...ring} tone="escalated" big="Held open" small={["by an objection"]} />
          <p className="closes">Time alone does not adopt it.</p>
          <p className="note">
            It lapses on <b>{longMomentText(end)}</b>, if the objection still stands then.
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
          <p className="note">
            Anyone may enact it until <b>{longMomentText(end)}</b>.
          </p>
        </div>
      );
    default:
      return (
        <div className="countdown">
          <WindowRing {...ring} tone="done" big={word} />
          <p className="note">
            {countText(proposal.versions.length, "version")},{" "}
            {countText(proposal.objections.length, "objection")}.
          </p>
        </div>
      );
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
