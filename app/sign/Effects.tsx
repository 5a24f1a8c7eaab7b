import { Marked } from "#app/components/Marked.tsx";
import { State } from "#app/components/State.tsx";
import type { Effect, Side } from "#app/sign/effects.ts";
import { type ComparedWords, compareWords, type Row } from "#app/words/compare.ts";
import type { Words } from "#sdk/chronicle/events.ts";

/** Before and after as facing pages, one pair for each thing that changes. */
export function Effects({
  effects,
  block,
}: {
  readonly effects: readonly Effect[];
  readonly block: bigint;
}) {
  return effects.map((effect, i) => (
    <div className="spread" key={effect.about}>
      {(["before", "after"] as const).map((which) => (
        <div className="leaf" key={which}>
          {i === 0 ? (
            <p className="label">
              <span>{which === "before" ? "Before" : "After"}</span>
              <span>{which === "before" ? `block ${block}` : `tried on block ${block}`}</span>
            </p>
          ) : null}
          <h4>{effect.about}</h4>
          <OneSide effect={effect} which={which} />
        </div>
      ))}
    </div>
  ));
}

function OneSide({
  effect,
  which,
}: {
  readonly effect: Effect;
  readonly which: "before" | "after";
}) {
  const side = effect[which];
  switch (side.is) {
    case "state":
      return (
        <p>
          <State kind={side.kind} word={side.word}>
            {side.rest === "" ? null : side.rest}
          </State>
        </p>
      );
    case "words": {
      const compared = compareWords(wordsIn(effect.before), wordsIn(effect.after));
      return <WordsSide words={side.words} compared={compared} which={which} />;
    }
    case "text":
      return (
        <p className="is">
          {which === "after" && differs(effect) ? <ins>{side.text}</ins> : side.text}
        </p>
      );
    case "nothing":
      return <p className="none">{side.text}</p>;
  }
}

function differs({ before, after }: Effect): boolean {
  return before.is !== "text" || after.is !== "text" || before.text !== after.text;
}

function wordsIn(side: Side): Words | null {
  return side.is === "words" ? side.words : null;
}

function WordsSide({
  words,
  compared,
  which,
}: {
  readonly words: Words;
  readonly compared: ComparedWords;
  readonly which: "before" | "after";
}) {
  return (
    <>
      <p className="is serif">
        <Marked pieces={compared.name[which]} />
      </p>
      {words.text === "" ? null : (
        <p className="purpose">
          <Marked pieces={compared.text[which]} />
        </p>
      )}
      <Items title="Domains" rows={compared.domains[which]} />
      <Items title="Accountabilities" rows={compared.accountabilities[which]} />
    </>
  );
}

const MARKS = { same: undefined, cut: "cut", add: "add", changed: "chg" } as const;

function Items({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {rows.map(({ pieces, mark }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place.
          <li key={index} className={MARKS[mark]}>
            <Marked pieces={pieces} />
          </li>
        ))}
      </ul>
    </>
  );
}
