import type { Election } from "./elections.ts";
import { countNominators, ElectionStep } from "./elections.ts";
import { GRACE } from "./lifecycle.ts";

/** Where an election stands at `time`, in seconds since 1970. */
export function stepOf(election: Election, time: number): ElectionStep {
  return electionAt(election, time).step;
}

/** An election as it stands at `time`: carried through every step that has ended by time. */
export function electionAt(election: Election, time: number): Election {
  const { notice } = election;
  let now = election;
  if (now.step === ElectionStep.Sealing && time >= now.endsAt) {
    now = followed(now, ElectionStep.Sharing, notice);
    if (now.ballots.length === 0) now = { ...now, step: ElectionStep.Failed };
  }
  if (now.step === ElectionStep.Sharing && time >= now.endsAt) {
    now = followed(now, ElectionStep.Changing, notice);
    if (countNominators(now) === 0) now = { ...now, step: ElectionStep.Failed };
  }
  const talked = now.step === ElectionStep.Changing || now.step === ElectionStep.Choosing;
  if (talked && time >= now.endsAt) now = followed(now, ElectionStep.Counting, GRACE);
  return hasLapsed(now, time) ? { ...now, step: ElectionStep.Lapsed } : now;
}

/** Whether it has waited for somebody for too long. */
function hasLapsed({ step, endsAt }: Election, time: number): boolean {
  if (step === ElectionStep.Counting) return time >= endsAt;
  const waits = step === ElectionStep.Called || step === ElectionStep.Consenting;
  return waits && time >= endsAt + GRACE;
}

/** Begin a step where the one before it ended. */
export function followed(election: Election, step: ElectionStep, duration: number): Election {
  return { ...election, step, endsAt: election.endsAt + duration, acted: 0 };
}

/** Whether an election goes on in this step. */
export function isRunning(step: ElectionStep): boolean {
  return (
    step !== ElectionStep.None &&
    step !== ElectionStep.Elected &&
    step !== ElectionStep.Failed &&
    step !== ElectionStep.Lapsed
  );
}
