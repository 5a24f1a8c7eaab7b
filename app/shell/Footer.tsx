import { useStore } from "#app/chain/useStore.ts";
import { useView } from "#app/model/view.ts";
import { Names } from "#app/shell/Names.tsx";
import { chooseTheme, type Theme, theme } from "#app/shell/theme.ts";

const THEMES: readonly (readonly [Theme, string])[] = [
  ["system", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** What the page was set from. */
export function Footer() {
  const { organisation, block } = useView();
  const chosen = useStore(theme);
  const first = organisation.acts[0]?.block ?? 0n;
  const number = (value: bigint | number) => value.toLocaleString("en-GB");
  return (
    <footer className="colophon">
      <div className="bar">
        <p>
          Set from {number(organisation.acts.length)} acts, blocks {number(first)} to{" "}
          {number(block)}. Nothing on this page asks you to trust whoever served it.
        </p>
        <p>
          <a href="#/people">People</a>
          <a href="#/relay">Send what others signed</a>
          <a href="#/history">How this is proved</a>
          <Names />
          <label className="themes">
            <span className="vh">Colours of the page</span>
            <select value={chosen} onChange={(event) => chooseTheme(event.target.value as Theme)}>
              {THEMES.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </p>
      </div>
    </footer>
  );
}
