import { GRACE, Outcome } from "#sdk/chronicle/lifecycle.ts";
import type { Organisation } from "#sdk/chronicle/organisation.ts";

/** When the state of something changes by time alone; a day from now at the latest. */
export function nextTurn({ proposals, announcements }: Organisation, time: number): number {
  let next = time + 86_400;
  for (const { closesAt, outcome } of [...proposals.values(), ...announcements.values()]) {
    if (outcome !== Outcome.None && outcome !== Outcome.Adopted) continue;
    for (const turn of [closesAt, closesAt + GRACE]) {
      if (turn > time && turn < next) next = turn;
    }
  }
  return next;
}
