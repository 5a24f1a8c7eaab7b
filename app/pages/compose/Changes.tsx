import { useState } from "react";

import { useView } from "#app/model/view.ts";
import { AddChange } from "#app/pages/compose/AddChange.tsx";
import { begin } from "#app/pages/compose/begin.ts";
import { ChangeEditor } from "#app/pages/compose/ChangeEditor.tsx";
import { ChangeView } from "#app/pages/parts/ChangeView.tsx";
import { CHANGE_NAMES, changeTitle } from "#app/words/changes.ts";
import type { DraftChange } from "#app/words/draft.ts";
import { changeOf, faultsOf, listFault, withoutChange } from "#app/words/draft.ts";
import { MOST_CHANGES } from "#app/words/limits.ts";
import { ChangeKind } from "#sdk/chronicle/changeKind.ts";

interface Props {
  readonly circle: bigint;
  readonly changes: readonly DraftChange[];
  readonly tried: boolean;
  readonly onChange: (changes: readonly DraftChange[]) => void;
}

/** The changes of a proposal as somebody writes them, one after the other. */
export function Changes({ circle, changes, tried, onChange }: Props) {
  const { organisation } = useView();
  const [editing, setEditing] = useState(changes.length === 1 ? 0 : -1);
  const made = changes.map(changeOf);
  const fault = tried ? listFault(changes) : undefined;
  return (
    <section className="changes" aria-labelledby="what">
      <div className="sechead">
        <h2 id="what">What would change</h2>
        {changes.length > 1 && <span className="quiet">{changes.length} changes, all or none</span>}
      </div>
      {changes.map((change, index) => {
        const written = made[index] ?? changeOf(change);
        const open =
          editing === index || (tried && Object.keys(faultsOf(change, false)).length > 0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place in the list
          <article className="change" key={index} aria-label={`Change ${index + 1}`}>
            <header className="pair">
              <h3>
                <span className="n">{index + 1}</span>
                {change.name === "" && isNew(change.kind)
                  ? CHANGE_NAMES[change.kind]
                  : changeTitle(organisation, written, circle, made)}
              </h3>
              <span className="acts">
                <button
                  type="button"
                  className="link"
                  aria-expanded={open}
                  onClick={() => setEditing(open ? -1 : index)}
                >
                  {open ? "Done" : "Edit"}
                </button>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setEditing(-1);
                    onChange(withoutChange(changes, index));
                  }}
                >
                  Remove
                </button>
              </span>
            </header>
            {open && (
              <ChangeEditor
                {...{ change, circle, changes, tried }}
                place={index}
                onChange={(next) => onChange(changes.map((it, at) => (at === index ? next : it)))}
              />
            )}
            <ChangeView change={written} circle={circle} label="If nobody objects" />
          </article>
        );
      })}
      {fault !== undefined && (
        <p className="fielderror" role="alert">
          {fault}
        </p>
      )}
      {changes.length < MOST_CHANGES && (
        <AddChange
          circle={circle}
          none={changes.length === 0}
          onAdd={(kind, target) => {
            setEditing(changes.length);
            onChange([...changes, begin(organisation, circle, kind, target, changes)]);
          }}
        />
      )}
      <p className="note">
        Roles, policies and the circle’s settings: nothing else is governance. Is it about money?{" "}
        <a href="#/treasury/announce">Announce it.</a> About who fills a role? Ask its circle’s
        lead.
      </p>
    </section>
  );
}

function isNew(kind: ChangeKind): boolean {
  return kind === ChangeKind.CreateRole || kind === ChangeKind.AdoptPolicy;
}
