import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";

/** One of a few ways to look at the same thing. */
export function Segments<value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly {
    readonly value: value;
    readonly label: string;
    readonly glyph?: GlyphName;
  }[];
  readonly value: value;
  readonly onChange: (value: value) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot lie beside the buttons.
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.glyph === undefined ? null : <Glyph name={option.glyph} size={16} />}
          {option.label}
        </button>
      ))}
    </div>
  );
}
