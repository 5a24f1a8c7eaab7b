import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { type Stage, stepsDone } from "#app/sign/machine.ts";

const STEPS = ["Sign", "Passed on", "In a block"] as const;

/** Signed, passed on, in a block. */
export function Steps({ stage }: { readonly stage: Stage }) {
  const done = stepsDone(stage);
  const refused = stage.at === "reverted";
  return (
    <ol className="steps" aria-label="What happens next">
      {STEPS.map((step, i) => (
        <li
          key={step}
          className={i === done ? "now" : i < done ? "done" : undefined}
          aria-current={i === done ? "step" : undefined}
        >
          <Glyph name={glyphOf(i, done, refused)} size={16} />
          {step}
        </li>
      ))}
    </ol>
  );
}

function glyphOf(step: number, done: number, refused: boolean): GlyphName {
  if (step < done) return refused && step === 2 ? "error" : "enacted";
  return step === done ? "open" : "unfilled";
}
