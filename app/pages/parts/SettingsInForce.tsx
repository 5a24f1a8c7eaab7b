import { useView } from "#app/model/view.ts";
import { settingLines } from "#app/words/settings.ts";
import type { Settings } from "#sdk/chronicle/events.ts";
import { settingsIn } from "#sdk/chronicle/organisation.ts";

/** The settings that hold in a circle, each with whose it is. */
export function SettingsInForce({ circle }: { readonly circle: bigint }) {
  const { organisation } = useView();
  const atAnchor = circle === organisation.anchor;
  const own = organisation.settings.get(circle)?.settings;
  const anchor = organisation.roles.get(organisation.anchor)?.words.name ?? "the anchor";
  const lines = settingLines(organisation, settingsIn(organisation, circle), atAnchor);
  return (
    <details className="fold">
      <summary>The settings in force</summary>
      <dl className="facts small">
        {lines.map(({ label, text }) => (
          <div key={label} className="setting">
            <dt>{label}</dt>
            <dd>
              {text}
              {!atAnchor && (
                <small className="origin">
                  {isOwn(own, label) ? "its own" : `as ${anchor} has it`}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Whether a circle's own settings say it: a time of 0 leaves it to the anchor, and so does having none. */
function isOwn(own: Settings | undefined, label: string): boolean {
  if (own === undefined) return false;
  if (label === "Window") return own.window > 0;
  if (label === "Notice") return own.notice > 0;
  return true;
}
