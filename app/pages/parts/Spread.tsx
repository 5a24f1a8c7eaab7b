import type { ReactNode } from "react";

import { compareWords, type Piece, type Row } from "#app/words/compare.ts";
import type { Words } from "#sdk/chronicle/events.ts";

interface Side {
  readonly label: string;
  readonly revision?: string;
  readonly words: Words | null;
  /** What stands there when there are no words. */
  readonly none: string;
}

interface Props {
  readonly before: Side;
  readonly after: Side;
  /** A policy's text is set to be read, a role's purpose as a line. */
  readonly policy?: boolean;
}

const MARKS = { same: undefined, cut: "cut", add: "add", changed: "chg" } as const;

/** Before and after as facing pages: what goes is struck, what comes is underlined. */
export function Spread({ before, after, policy = false }: Props) {
  const compared = compareWords(before.words, after.words);
  const side = (which: "before" | "after", { words, ...rest }: Side) =>
    words === null ? (
      <Leaf {...rest} />
    ) : (
      <Leaf {...rest}>
        {words.name !== "" && (
          <h4 className="title">
            <Marked pieces={compared.name[which]} />
          </h4>
        )}
        {words.text !== "" && (
          <p className={policy ? "poltext" : "purpose"}>
            <Marked pieces={compared.text[which]} />
          </p>
        )}
        {!policy && (
          <>
            <Items title="Domains" rows={compared.domains[which]} />
            <Items title="Accountabilities" rows={compared.accountabilities[which]} />
          </>
        )}
      </Leaf>
    );
  return (
    <div className="spread">
      {side("before", before)}
      {side("after", after)}
    </div>
  );
}

interface LeafProps extends Omit<Side, "words"> {
  readonly children?: ReactNode;
}

export function Leaf({ label, revision, none, children }: LeafProps) {
  return (
    <div className="leaf">
      <p className="label">
        <span>{label}</span>
        {revision !== undefined && <span>{revision}</span>}
      </p>
      {children ?? <p className="none0">{none}</p>}
    </div>
  );
}

function Items({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <>
      <h5>{title}</h5>
      {rows.length === 0 ? (
        <p className="none">none</p>
      ) : (
        <ul>
          {rows.map(({ pieces, mark }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
            <li key={index} className={MARKS[mark]}>
              <Marked pieces={pieces} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, kind }, index) => {
    const key = `${index}${kind}`;
    if (kind === "new") return <ins key={key}>{text}</ins>;
    if (kind === "cut") return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
