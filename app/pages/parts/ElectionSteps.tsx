import { Glyph } from "#app/components/Glyph.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import { electionState, placeOfStep, STEPS } from "#app/words/elections.ts";
import { leftText, momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** The way of an election as rings: what is done, what runs and for how long, what is to come. */
export function ElectionSteps({ election }: { readonly election: Election }) {
  const { organisation, now } = useView();
  const state = electionState(organisation, election, now);
  const over = state.step === ElectionStep.Failed || state.step === ElectionStep.Lapsed;
  const at = over ? placeOfStep(lastStepOf(election)) : placeOfStep(state.step);
  return (
    <ol className="esteps" aria-label="The steps">
      {STEPS.map(({ step, title, text }, place) => {
        const current = place === at;
        const done = place < at || state.step === ElectionStep.Elected;
        return (
          <li
            key={step}
            className={current ? "now" : done ? "done" : undefined}
            aria-current={current ? "step" : undefined}
          >
            <span className="ering">
              {current && !over && state.until !== undefined ? (
                <MiniRing opensAt={state.from} closesAt={state.until} now={now} size={36} />
              ) : (
                <Glyph name={glyphOf(step, done, current && over)} size={28} />
              )}
            </span>
            <span>
              <b>{current && state.step === ElectionStep.Choosing ? "A tie" : title}</b>
              <small>
                {current ? (over ? state.word.toLowerCase() : state.rest) : done ? "done" : text}
              </small>
              {current && !over && state.until !== undefined && (
                <small className="num">
                  {leftText(state.until - now)} left, to {momentText(state.until)}
                </small>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function glyphOf(step: ElectionStep, done: boolean, failed: boolean) {
  if (failed) return "lapsed";
  if (!done) return "unfilled";
  return step === ElectionStep.Elected ? "elected" : "enacted";
}

/** The step in which an election that is over stopped. */
function lastStepOf(election: Election): ElectionStep {
  const { step } = election;
  if (step !== ElectionStep.Failed && step !== ElectionStep.Lapsed) return step;
  return election.ballots.length === 0 ? ElectionStep.Sealing : ElectionStep.Counting;
}
