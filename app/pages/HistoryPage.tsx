import { useMemo, useState } from "react";

import { Button } from "#app/components/Button.tsx";
import { Crumbs } from "#app/components/Crumbs.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { SelectField } from "#app/components/Field.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { Segments } from "#app/components/Segments.tsx";
import { useView } from "#app/model/view.ts";
import { GrowthRings } from "#app/pages/parts/GrowthRings.tsx";
import { Parts } from "#app/pages/parts/Parts.tsx";
import { tellerOf } from "#app/pages/parts/teller.ts";
import type { Told } from "#app/words/acts.ts";
import { tell } from "#app/words/acts.ts";
import { roleName } from "#app/words/changes.ts";
import { crumbsOf } from "#app/words/crumbs.ts";
import { idText } from "#app/words/ids.ts";
import { countText } from "#app/words/lists.ts";
import { clockText, dayText, longDayText } from "#app/words/time.ts";
import type { Act } from "#sdk/chronicle/events.ts";

const KINDS = [
  { value: "all", label: "All" },
  { value: "rules", label: "Rules" },
  { value: "money", label: "Money" },
  { value: "people", label: "People" },
] as const;

const ANY = "any";
const PAGE = 80;

interface Entry {
  readonly act: Act;
  readonly told: Told;
}

/** Every act, the last first: who did what, for which role, when, and where that is written. */
export function HistoryPage() {
  const view = useView();
  const { organisation, nameOf } = view;
  const [kind, setKind] = useState<string>("all");
  const [circle, setCircle] = useState(ANY);
  const [person, setPerson] = useState(ANY);
  const [most, setMost] = useState(PAGE);
  const { acts } = organisation;
  const entries = useEntries();
  const shown = entries.filter(
    ({ act, told }) =>
      (kind === "all" || told.about === kind) &&
      (circle === ANY || String(told.circle ?? organisation.anchor) === circle) &&
      (person === ANY || concerns(act, person)),
  );
  const circles = [...organisation.roles.values()].filter(
    ({ alive, circle: outer }) => alive || outer === null,
  );
  const people = [...new Set(acts.map(({ actor }) => actor))]
    .map((it) => ({ value: it.toLowerCase(), label: nameOf(it) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const first = acts[0];
  return (
    <>
      <title>History</title>
      <Crumbs items={crumbsOf(organisation, organisation.anchor, { label: "History" })} />
      <div className="histhead">
        <header className="head">
          <h1>What happened</h1>
          <p className="lede">
            Every act since the founding. Nothing here was kept by anybody but the chain.
          </p>
        </header>
        <div className="seal">
          <GrowthRings acts={acts} />
          <dl className="facts">
            <dt>Acts</dt>
            <dd className="num">{countText(acts.length, "act")}, none skipped</dd>
            <dt>Blocks</dt>
            <dd className="num">
              {String(first?.block ?? 0n)} to {String(organisation.head.block)}
            </dd>
            <dt>Since</dt>
            <dd>{dayText(organisation.foundedAt)}</dd>
            <dt>Head</dt>
            <dd className="mono">
              {organisation.head.word.slice(0, 10)}…{organisation.head.word.slice(-8)}
            </dd>
          </dl>
        </div>
      </div>
      <div className="filters">
        <Segments label="Show" options={KINDS} value={kind} onChange={setKind} />
        <SelectField
          label="In"
          value={circle}
          onChange={setCircle}
          options={[
            { value: ANY, label: "all circles" },
            ...circles.map(({ id, words }) => ({ value: String(id), label: words.name })),
          ]}
        />
        <SelectField
          label="By or about"
          value={person}
          onChange={setPerson}
          options={[{ value: ANY, label: "everybody" }, ...people]}
        />
      </div>
      <p className="vh" aria-live="polite">
        {countText(shown.length, "act")}
      </p>
      {shown.length === 0 && <h2 className="vh">Acts</h2>}
      {shown.length === 0 && (
        <Empty glyph="lapsed" title="No act of this kind">
          Choose less narrowly.
        </Empty>
      )}
      {byDay(shown.slice(0, most)).map(([day, group]) => (
        <section className="week" key={day}>
          <h2>{day}</h2>
          <div>
            {group.map((entry) => (
              <One key={entry.act.number} act={entry.act} />
            ))}
          </div>
        </section>
      ))}
      {shown.length > most && (
        <Button onClick={() => setMost((before) => before + PAGE)}>
          Show {Math.min(PAGE, shown.length - most)} more of {shown.length}
        </Button>
      )}
    </>
  );
}

/** What acts are about, which needs no names: those are asked for when an act is shown. */
function useEntries(): readonly Entry[] {
  const { organisation } = useView();
  return useMemo(() => {
    const teller = { organisation, nameOf: String, moneyOf: String };
    return organisation.acts.map((act) => ({ act, told: tell(act, teller) })).reverse();
  }, [organisation]);
}

/** Whether somebody acted, or somebody else acted about them. */
function concerns(act: Act, person: string): boolean {
  if (act.actor.toLowerCase() === person) return true;
  return "person" in act.args && String(act.args.person).toLowerCase() === person;
}

function byDay(entries: readonly Entry[]): [string, Entry[]][] {
  return [...Map.groupBy(entries, ({ act }) => longDayText(act.time))];
}

function One({ act }: Pick<Entry, "act">) {
  const view = useView();
  const { organisation } = view;
  const told = tell(act, tellerOf(view));
  const where = told.circle === null ? organisation.anchor : told.circle;
  return (
    <article className="act" id={`act-${act.number}`}>
      <Glyph name={told.glyph} />
      <div>
        <p className="sent">
          <Parts parts={told.parts} />
        </p>
        {told.quote !== undefined && <p className="res">“{told.quote}”</p>}
        <Raw act={act} where={roleName(organisation, where)} />
      </div>
    </article>
  );
}

/** Where an act is written, and its very words, on demand. */
function Raw({ act, where }: { readonly act: Act; readonly where: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="note num">
        {where} ·{" "}
        <time dateTime={new Date(act.time * 1000).toISOString()}>{clockText(act.time)}</time> ·{" "}
        <span>
          block {String(act.block)}, act {act.number}
        </span>
      </summary>
      {open && (
        <dl className="facts note">
          <dt>Event</dt>
          <dd>{act.name}</dd>
          <dt>About</dt>
          <dd>{idText(act.subject)}</dd>
          <dt>Head before</dt>
          <dd className="mono">{act.previous}</dd>
          <dt>Head after</dt>
          <dd className="mono">{act.head}</dd>
          <dt>Written by</dt>
          <dd className="mono">{act.emitter}</dd>
          <dt>In</dt>
          <dd className="mono">
            {act.transaction}, log {act.logIndex}
          </dd>
          <dt>Says</dt>
          <dd className="mono raw">{JSON.stringify(act.args, plainly, 1)}</dd>
        </dl>
      )}
    </details>
  );
}

function plainly(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
