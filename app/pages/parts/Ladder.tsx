import { Glyph } from "#app/components/Glyph.tsx";
import { useView } from "#app/model/view.ts";
import type { Rung } from "#app/words/judgements.ts";
import { untilText } from "#app/words/judgements.ts";
import { momentText } from "#app/words/time.ts";

/** What was asked and judged, rung by rung; the last is what runs now, with its time and what silence does. */
export function Ladder({
  rungs,
  label,
}: {
  readonly rungs: readonly Rung[];
  readonly label: string;
}) {
  const { now } = useView();
  if (rungs.length === 0) return null;
  return (
    <ol className="ladder" aria-label={label}>
      {rungs.map(({ key, glyph, text, quote, at, runs }) => (
        <li key={key} className={at === undefined ? "now" : undefined}>
          <Glyph name={glyph} size={18} />
          <div>
            <p>{text}</p>
            {quote !== undefined && quote !== "" && <p className="read">{quote}</p>}
            {at !== undefined && (
              <p className="note num">
                <time dateTime={new Date(at * 1000).toISOString()}>{momentText(at)}</time>
              </p>
            )}
            {runs !== undefined && (
              <p className="note">
                <span className="num">{untilText(runs.until, now)}.</span> {runs.silence}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
