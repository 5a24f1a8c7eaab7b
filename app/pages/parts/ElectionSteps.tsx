import type { GlyphName } from "#app/components/Glyph.tsx";
import { Glyph } from "#app/components/Glyph.tsx";
import { MiniRing } from "#app/components/WindowRing.tsx";
import { useView } from "#app/model/view.ts";
import type { ElectionState } from "#app/words/elections.ts";
import { electionState, placeOfStep, STEPS } from "#app/words/elections.ts";
import { leftText, momentText } from "#app/words/time.ts";
import type { Election } from "#sdk/chronicle/elections.ts";
import { ElectionStep } from "#sdk/chronicle/elections.ts";

/** The way of an election as rings: what is done, what runs and for how long, what is to come. */
export function ElectionSteps({ election }: { readonly election: Election }) {
  const { organisation, now } = useView();
  const state = electionState(organisation, election, now);
  const at = placeOfStep(isOver(state) ? lastStepOf(election) : state.step);
  return (
    <ol className="esteps" aria-label="The steps">
      {STEPS.map(({ step, title, text }, place) => {
        if (place === at) return <Present key={step} state={state} title={title} />;
        const done = place < at;
        return (
          <li key={step} className={done ? "done" : undefined}>
            <span className="ering">
              <Glyph name={done ? "enacted" : "unfilled"} size={28} />
            </span>
            <span>
              <b>{title}</b>
              <small>{done ? "done" : text}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The step in which it is, with the time left; or in which it stopped. */
function Present({ state, title }: { readonly state: ElectionState; readonly title: string }) {
  const { now } = useView();
  const { step, from, until } = state;
  const over = isOver(state);
  const runs = !over && until !== undefined;
  return (
    <li className="now" aria-current="step">
      <span className="ering">
        {runs ? (
          <MiniRing opensAt={from} closesAt={until} now={now} size={36} />
        ) : (
          <Glyph name={glyphOf(state)} size={28} />
        )}
      </span>
      <span>
        <b>{step === ElectionStep.Choosing ? "A tie" : title}</b>
        <small>{over ? `it ${state.word.toLowerCase()}` : state.rest}</small>
        {runs && (
          <small className="num">
            {leftText(until - now)} left, to {momentText(until)}
          </small>
        )}
      </span>
    </li>
  );
}

function isOver({ step }: ElectionState): boolean {
  return step === ElectionStep.Failed || step === ElectionStep.Lapsed;
}

function glyphOf(state: ElectionState): GlyphName {
  return isOver(state) ? "lapsed" : "elected";
}

/** The step in which an election that is over stopped. */
function lastStepOf(election: Election): ElectionStep {
  const { step } = election;
  if (step !== ElectionStep.Failed && step !== ElectionStep.Lapsed) return step;
  return election.ballots.length === 0 ? ElectionStep.Sealing : ElectionStep.Counting;
}
