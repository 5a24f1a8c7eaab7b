import { useEffect, useMemo, useState } from "react";

import { Dialog } from "#app/components/Dialog.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Icon } from "#app/components/Icon.tsx";
import { useView } from "#app/model/view.ts";
import { type Found, findIn, indexOf } from "#app/shell/finding.ts";

/** Find anything: circles, roles, people, policies, proposals. Ctrl K. */
export function Find() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="find" onClick={() => setOpen(true)}>
        <Icon name="find" />
        <span>
          Find<span className="vh"> anything</span>
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      {open ? <FindDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const { organisation, people, nameOf } = useView();
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const index = useMemo(
    () => indexOf(organisation, people, nameOf),
    [organisation, people, nameOf],
  );
  const found = useMemo(() => findIn(index, wanted), [index, wanted]);
  const chosen = Math.min(at, Math.max(0, found.length - 1));

  const go = ({ href }: Found) => {
    window.location.hash = href;
    onClose();
  };
  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(Math.max(0, chosen + step), Math.max(0, found.length - 1)));
    }
    const one = found[chosen];
    if (event.key === "Enter" && one !== undefined) go(one);
  };
  return (
    <Dialog title="Find anything" open onClose={onClose}>
      <div className="sin">
        <div className="field">
          <input
            type="search"
            data-first=""
            role="combobox"
            aria-label="Circle, role, person, policy or proposal"
            aria-expanded="true"
            aria-controls="found"
            aria-activedescendant={found.length === 0 ? undefined : `found-${chosen}`}
            placeholder="Circle, role, person, policy or proposal"
            value={wanted}
            onKeyDown={onKey}
            onChange={(event) => {
              setWanted(event.target.value);
              setAt(0);
            }}
          />
        </div>
        <div className="people scrollable" id="found" role="listbox" aria-label="Found">
          {found.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard.
            <div
              key={one.href + one.title}
              id={`found-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === chosen}
              className="per"
              onClick={() => go(one)}
            >
              <Glyph name={one.glyph} size={20} />
              <span>
                <b>{one.title}</b>
                <small>{one.note}</small>
              </span>
            </div>
          ))}
        </div>
        <p className="note" role="status">
          {found.length === 0 ? "Nothing fits." : ""}
        </p>
      </div>
    </Dialog>
  );
}
