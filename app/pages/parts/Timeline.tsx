import { Glyph } from "#app/components/Glyph.tsx";
import { useView } from "#app/model/view.ts";
import { Parts } from "#app/pages/parts/Parts.tsx";
import { tellerOf } from "#app/pages/parts/teller.ts";
import { tell } from "#app/words/acts.ts";
import { momentText } from "#app/words/time.ts";
import type { Act } from "#sdk/chronicle/events.ts";

interface Props {
  readonly acts: readonly Act[];
  /** The proposal on whose page they are told. */
  readonly here?: bigint;
  /** What will be, if nobody does anything. */
  readonly next?: { readonly text: string; readonly at: number } | undefined;
}

/** Acts one after the other, and what comes next by itself. */
export function Timeline({ acts, here, next }: Props) {
  const teller = { ...tellerOf(useView()), ...(here === undefined ? {} : { here }) };
  return (
    <ol className="went">
      {acts.map((act) => {
        const { parts, glyph } = tell(act, teller);
        return (
          <li key={act.number}>
            <Glyph name={glyph} />
            <div>
              <p>
                <Parts parts={parts} />
              </p>
              <p className="note num">
                <time dateTime={new Date(act.time * 1000).toISOString()}>
                  {momentText(act.time)}
                </time>{" "}
                · block {String(act.block)}, act {act.number}
              </p>
            </div>
          </li>
        );
      })}
      {next !== undefined && (
        <li className="later">
          <Glyph name="waiting" />
          <div>
            <p>{next.text}</p>
            <p className="note num">
              <time dateTime={new Date(next.at * 1000).toISOString()}>{momentText(next.at)}</time>
            </p>
          </div>
        </li>
      )}
    </ol>
  );
}
