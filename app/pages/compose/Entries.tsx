import { useId } from "react";

import { Button } from "#app/components/Button.tsx";
import { bytesOf, MOST_ITEM, MOST_ITEMS } from "#app/words/limits.ts";

interface Props {
  readonly title: string;
  readonly one: string;
  readonly hint: string;
  readonly entries: readonly string[];
  readonly onChange: (entries: readonly string[]) => void;
}

/** A list of short texts, each to be written, taken out, or added. */
export function Entries({ title, one, hint, entries, onChange }: Props) {
  const id = useId();
  const replace = (index: number, text: string) =>
    onChange(entries.map((entry, at) => (at === index ? text : entry)));
  return (
    <fieldset className="entries" aria-describedby={`${id}-hint`}>
      <legend>{title}</legend>
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
      {entries.map((entry, index) => {
        const bytes = bytesOf(entry.trim());
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          <div className="entry" key={index}>
            <textarea
              aria-label={`${title}, ${index + 1}`}
              rows={1}
              value={entry}
              aria-invalid={bytes > MOST_ITEM || undefined}
              onChange={(event) => replace(index, event.target.value.replaceAll("\n", " "))}
            />
            <button
              type="button"
              className="link"
              aria-label={`Take out ${one} ${index + 1}`}
              onClick={() => onChange(entries.filter((_, at) => at !== index))}
            >
              Take out
            </button>
            {bytes > MOST_ITEM && (
              <p className="fielderror">
                {bytes - MOST_ITEM} bytes too long: {MOST_ITEM} fit. Perhaps it is two.
              </p>
            )}
          </div>
        );
      })}
      {entries.length < MOST_ITEMS && (
        <Button small icon="plus" onClick={() => onChange([...entries, ""])}>
          Add {one === "accountability" ? "an" : "a"} {one}
        </Button>
      )}
    </fieldset>
  );
}
