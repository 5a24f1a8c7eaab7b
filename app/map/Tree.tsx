import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";

import { Glyph } from "#app/components/Glyph.tsx";
import { isCircle } from "#app/map/layout.ts";
import { innerOf, openAtFirst, rowsOf, treeKey } from "#app/map/tree.ts";
import { countText } from "#app/words/lists.ts";
import { pathOf } from "#app/words/paths.ts";
import type { Organisation, Role } from "#sdk/chronicle/organisation.ts";

interface Props {
  readonly organisation: Pick<Organisation, "roles" | "anchor">;
  readonly focus: bigint;
  readonly label: string;
  readonly nameOf: (person: Role["fillers"][number]) => string;
}

/** The map's facts as a tree: arrow keys move, Enter goes there. */
export function Tree({ organisation, focus, label, nameOf }: Props) {
  const [open, setOpen] = useState(() => openAtFirst(organisation, focus));
  const [at, setAt] = useState(focus);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(organisation, open), [organisation, open]);
  const current = rows.some(({ role }) => role.id === at) ? at : organisation.anchor;

  useEffect(() => {
    setOpen((before) => new Set([...before, ...openAtFirst(organisation, focus)]));
    setAt(focus);
  }, [organisation, focus]);

  function toggle(id: bigint) {
    setOpen(
      (before) => new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id]),
    );
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const done = treeKey(event.key, rows, current);
    if (done === undefined) return;
    event.preventDefault();
    if (done.toggle !== undefined) toggle(done.toggle);
    if (done.to === undefined) return;
    setAt(done.to);
    list.current?.querySelector<HTMLElement>(`[data-id="${done.to}"] > a`)?.focus();
  }

  return (
    <div role="tree" aria-label={label} className="tree" ref={list}>
      {rows.map(({ role, level, expanded, place, siblings }) => (
        <div
          key={role.id}
          role="treeitem"
          data-id={String(role.id)}
          aria-level={level}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-expanded={expanded}
          aria-selected={role.id === focus}
          tabIndex={-1}
          style={{ paddingInlineStart: `${(level - 1) * 22}px` }}
        >
          {expanded === undefined ? (
            <span className="twig" />
          ) : (
            <button
              type="button"
              className="twig"
              tabIndex={-1}
              aria-label={`${expanded ? "Fold" : "Unfold"} ${role.words.name}`}
              onClick={() => toggle(role.id)}
            >
              <svg className="i" width="14" height="14" viewBox="0 0 20 20" aria-hidden="true">
                <path d={expanded ? "m5.2 7.6 4.8 4.8 4.8-4.8" : "m7.6 5.2 4.8 4.8-4.8 4.8"} />
              </svg>
            </button>
          )}
          <Glyph name={glyphOf(role)} size={16} />
          <Link
            href={pathOf(role)}
            tabIndex={role.id === current ? 0 : -1}
            onFocus={() => setAt(role.id)}
            onKeyDown={press}
          >
            {role.words.name}
          </Link>
          <small>{noteOf(role, organisation, nameOf)}</small>
        </div>
      ))}
    </div>
  );
}

function glyphOf(role: Role) {
  if (isCircle(role)) return "circle";
  return role.fillers.length > 0 ? "filled" : "unfilled";
}

function noteOf(role: Role, organisation: Props["organisation"], nameOf: Props["nameOf"]): string {
  const names = role.fillers.map(nameOf).join(", ");
  if (!isCircle(role)) return names === "" ? "nobody fills it" : names;
  const inner = innerOf(organisation, role);
  const circles = inner.filter(isCircle).length;
  const parts = [countText(inner.length - circles, "role")];
  if (circles > 0) parts.push(countText(circles, "circle"));
  return names === "" ? parts.join(", ") : `${names} · ${parts.join(", ")}`;
}
