import { SelectField, TextField } from "#app/components/Field.tsx";
import { Check } from "#app/pages/compose/Check.tsx";
import type { Draft } from "#app/words/draft.ts";
import { isClaim, reasonFaults } from "#app/words/draft.ts";
import { MOST_TEXT } from "#app/words/limits.ts";

interface Props {
  readonly value: Draft;
  readonly tried: boolean;
  readonly set: (part: Partial<Draft>) => void;
  readonly voices: readonly { readonly value: string; readonly label: string }[];
  readonly role: string;
  readonly amends: boolean;
  /** Whether a proposal that only records what happens already needs no example here. */
  readonly reality: boolean;
}

const REASONS = [
  ["tension", "The tension", "What is, and what could be, as your role feels it.", 3],
  ["example", "What happened", "A real moment, past or present, with its date.", 4],
  [
    "explanation",
    "How this would have helped",
    "What would have gone otherwise in that moment.",
    3,
  ],
] as const;

/** For which role, and why: the tension, an example, how it would have helped. */
export function Reasons({ value, tried, set, voices, role, amends, reality }: Props) {
  const faults = tried ? reasonFaults(value, reality) : {};
  const alone = isClaim(value, reality);
  return (
    <section className="why-form form" aria-labelledby="why">
      <h2 id="why">Why</h2>
      {!amends && voices.length > 0 && (
        <SelectField
          label="On behalf of"
          value={role}
          options={voices}
          onChange={(next) => set({ role: next })}
        />
      )}
      {reality && (
        <Check
          label="It only makes the record say what happens already"
          hint="Here that needs no example."
          checked={alone}
          onToggle={() => set({ claims: !alone })}
        />
      )}
      {REASONS.filter(([key]) => key === "tension" || !alone).map(([key, label, hint, rows]) => (
        <TextField
          key={key}
          label={label}
          hint={hint}
          rows={rows}
          maxBytes={MOST_TEXT}
          value={value[key]}
          onChange={(text) => set({ [key]: text })}
          error={faults[key]}
        />
      ))}
      {amends && (
        <TextField
          label="What it integrates"
          hint="Which concern, and by which words. May stay empty."
          rows={3}
          maxBytes={MOST_TEXT}
          value={value.integrates}
          onChange={(integrates) => set({ integrates })}
          error={faults.integrates}
        />
      )}
      <p className="note">
        {alone
          ? "Whether it is so already is for the members to say."
          : "All three must be there; whether they convince is for the members to say."}
      </p>
    </section>
  );
}
